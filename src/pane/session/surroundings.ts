import type { Catalogue } from "../../engine/check-workbook";
import type { AuthoredSheet, Workbook } from "../../engine/workbook";
import type { LiveHost } from "../../hosts/host";
import type { Exercise } from "../state/exercise";

/** What a pane needs of the page that it stands in. */
export interface Surroundings {
  /** The open workbook. @throws HostError where there is none */
  connect(): Promise<LiveHost>;
  /** Official knowledge; large, and so a part of the page that is loaded after the pane has been drawn. */
  loadCatalogue(): Promise<Catalogue>;
  /** How the person calls the workbook. */
  readonly workbookName: string;
  /** Reads a workbook file beside the open one. */
  openFile(bytes: Uint8Array): Promise<Workbook>;
  /** The workbook to try things on, and how it is opened; absent where there is none. */
  readonly exercise?: Exercise & { open(): Promise<void> };
  /** Prints a sheet; absent where the application prints its sheets itself. */
  readonly print?: (sheet: AuthoredSheet) => void;
  /** Milliseconds that pass. */
  now(): number;
  /** Today as an ISO date. */
  today(): string;
  /** Resolves when the page has had time to draw. */
  painted(): Promise<void>;
}
