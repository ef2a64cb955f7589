import type { Catalogue } from "../../engine/check-workbook";
import type { Steps } from "../../engine/steps";
import type { AuthoredSheet, Workbook } from "../../engine/workbook";
import type { LiveHost } from "../../hosts/host";
import type { WorkbookFile } from "../../hosts/open-workbook-file";
import type { Exercise } from "../state/exercise";
import type { FileBatch } from "./file-batch";
import type { PickedFile } from "./picked-file";

/** What a pane needs of the page that it stands in. */
export interface Surroundings {
  /** The open workbook. @throws HostError where there is none */
  connect(): Promise<LiveHost>;
  /** Official knowledge; large, and so a part of the page that is loaded after the pane has been drawn. */
  loadCatalogue(): Promise<Catalogue>;
  /** Reads a workbook file beside the open one, in steps that throw UnreadableFile. */
  openFile(bytes: Uint8Array): Promise<Steps<WorkbookFile>>;
  /** Reads a .docx or .txt as a sheet with a paragraph a row. @throws UnreadableFile */
  openText(name: string, bytes: Uint8Array): Promise<Workbook>;
  /** Several workbooks that are checked one after the other; they outlive the session where the page does. */
  readonly batch: FileBatch;
  /** Hands a copy of the workbook to the person; not there where the application saves by itself. */
  saveCopy?(): void;
  /** Opens a workbook in place of the present one; not there where the page cannot. */
  openWorkbook?(file: PickedFile): void;
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
