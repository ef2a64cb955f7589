import type { Typed, Value } from "../sheets";

/** A slip put into a workbook that agrees, and what must be said of it. */
export interface Fault {
  /** What went wrong, in words. */
  readonly slip: string;
  readonly sheet: string;
  /** Cells that are changed. */
  readonly cells?: Readonly<Record<string, Value>>;
  /** Row (counted from 1) that was left out. */
  readonly withoutRow?: number;
  /**
   * Address of the first suspect (of a row left out: the total that misses it); any of them where several are as
   * likely.
   */
  readonly suspects: readonly string[];
}

/** A workbook of a made-up place whose figures agree, and what a clerk would see in it. */
export interface City {
  readonly name: string;
  readonly sheets: readonly Typed[];
  /** Tables in their order: "sheet | kind | year | unit | body", "—" where nothing says it. */
  readonly tables: readonly string[];
  /** Sheets that hold none of the known tables. */
  readonly others?: readonly string[];
  readonly faults: readonly Fault[];
}
