import type { ComparedWorkbook, DocumentRole } from "../../engine/check-workbook";
import type { Workbook } from "../../engine/workbook";

/** What a document beside the workbook is to it; "other": nothing, so that it is not compared. */
export type BesideRole = DocumentRole | "other";

/** A document that the workbook is compared with. */
export interface BesideDocument {
  readonly id: number;
  /** The file's name; two of the same name are told apart by a number. */
  readonly name: string;
  readonly document: BesideRole;
  readonly workbook: Workbook;
  /** How many tables were recognised in it, and what most of them say of their body and year. */
  readonly tables: number;
  readonly body: string | null;
  readonly year: number | null;
}

/** What lies beside the workbook, as long as the pane is open. */
export interface BesideState {
  readonly documents: readonly BesideDocument[];
  /** The file that is being read, and the share of it that is; null where none is. */
  readonly reading: { readonly name: string; readonly share: number } | null;
  /** Files that could not be taken, each with the reason, in words. */
  readonly refused: readonly string[];
}

/** Those that a check compares with the workbook. */
export function comparedOf({ documents }: BesideState): ComparedWorkbook[] {
  return documents.flatMap(({ document, name, workbook }) =>
    document === "other" ? [] : [{ document, name, workbook }],
  );
}

export const initialBeside: BesideState = { documents: [], reading: null, refused: [] };
