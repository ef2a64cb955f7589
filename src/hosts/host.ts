import type { Edit, Workbook } from "../engine/workbook";

/** What every host can do: the port between the engine's data and a place where workbooks live. */
export interface Host {
  /** The whole workbook as plain data. */
  read(): Promise<Workbook>;
  /** Apply all edits, or none of them. */
  apply(edits: readonly Edit[]): Promise<void>;
}
