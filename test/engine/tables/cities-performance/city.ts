import type { Typed, Value } from "../sheets";

/** A slip put into a workbook that agrees, and what must be said of it. */
export interface Slip {
  readonly slip: string;
  readonly sheet: string;
  /** Cells that are changed. */
  readonly cells: Readonly<Record<string, Value>>;
  /**
   * Findings: "rule outcome/severity sheet!address" of the finding's first cell. All that the workbook says with the
   * slip in it.
   */
  readonly found: readonly string[];
}

/** Targets or self-evaluations of a made-up place: what a clerk reads in them, and slips to be found. */
export interface PerformanceCity {
  readonly name: string;
  readonly sheets: readonly Typed[];
  /** The approved targets, where they stand in a workbook of their own. */
  readonly targets?: readonly Typed[];
  /** Tables in their order: "sheet | kind | year | unit | body", "—" where nothing says it. */
  readonly tables: readonly string[];
  /** Sheets that hold none of the known tables. */
  readonly others?: readonly string[];
  /** Each block with its indicators as one reads them: "产出指标/数量指标/培训场次 ≥12场 20". */
  readonly blocks: Readonly<Record<string, readonly string[]>>;
  /** Remarks that are right also in the workbook that agrees. */
  readonly remarks?: readonly string[];
  readonly slips: readonly Slip[];
}
