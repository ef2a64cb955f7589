import type { CellId, ExactDecimal } from "../workbook";
import type { Slip } from "../reconcile";

/** What could have gone wrong, with what it would explain. `changes` is what would repair it, cell by cell. */
export interface Cause {
  readonly kind: "cell" | "carried" | "row-omitted" | "row-doubled" | "table-scale";
  /**
   * The cell that is named: the faulty figure (of a carried one: the lowest that is known), the total that misses a
   * row, the figure of the row counted twice.
   */
  readonly cell: CellId;
  readonly changes: ReadonlyMap<CellId, ExactDecimal>;
  /** The open identities that would hold once repaired, ascending. */
  readonly explains: readonly number[];
  /** How many identities that hold now would no longer hold. */
  readonly breaks: number;
  /** Of a single cell: the value that repairs it; null where an inequality only bounds it. */
  readonly proposed: ExactDecimal | null;
  readonly slip: Slip | null;
  /** Of a single cell: the figure beside it that it repeats. */
  readonly copiedFrom: CellId | null;
  /** Of a single cell: the figure beside it that it would agree with, as others there do. */
  readonly agreesWith?: CellId | null;
  /**
   * Of a single cell: where it stands it is strange, and repaired it would not be. Against the column beside it its
   * order is not that of all other lines (执行数 above 预算数), or it is the only figure of a line that it leaves empty.
   */
  readonly isStrange?: boolean;
  /** Of a single cell: repaired it would be just the figure of another table that bounds it. */
  readonly meetsBound?: boolean;
  /** Of a table in another unit: present = right × 10^power. */
  readonly power: number;
  /** Of a blank cell: what the rest of its line says of the blank; null for others. */
  readonly gap: Gap | null;
}

/**
 * The only blank of a line that has figures in all other columns stands out; in a blank line it does not; a line may
 * have one column only.
 */
export type Gap = "alone-in-filled-line" | "in-filled-line" | "in-blank-line" | "unknown";

const PER_IDENTITY = 4;
const PER_BREAK = 7;
/** One wrong figure is likelier than one with all totals made from it, whatever the slip looks like. */
const SEVERAL_FIGURES = 3.5;
const STRUCTURE_OF_ROWS = 3;
const COPIED = 2;
const ODD_ONE_OUT = 2.5;
/** Who writes 0.00 means it, more often than who leaves a blank. */
const WRITTEN_ZERO = 0.5;
const GAPS: Readonly<Record<Gap, number>> = {
  "alone-in-filled-line": 2.5,
  "in-filled-line": 1,
  unknown: 1,
  "in-blank-line": 0.5,
};

/**
 * How well a cause explains what does not hold: many identities at once, none that holds broken, a slip that people
 * make.
 */
export function merit(cause: Cause): number {
  const several = cause.kind === "carried" && cause.changes.size > 1 ? SEVERAL_FIGURES : 0;
  return PER_IDENTITY * cause.explains.length - PER_BREAK * cause.breaks + plausibility(cause) - several;
}

/** How much the change itself looks like a slip of the pen, from 0 to 3. */
export function plausibility(cause: Cause): number {
  if (cause.kind === "row-doubled" || cause.kind === "table-scale") return STRUCTURE_OF_ROWS;
  if (cause.kind === "row-omitted") return 1;
  if (cause.gap !== null) return GAPS[cause.gap];
  const isOdd = cause.agreesWith || cause.meetsBound === true || cause.isStrange === true;
  const beside = isOdd ? ODD_ONE_OUT : cause.copiedFrom === null ? 0 : COPIED;
  if (cause.slip?.kind === "value-missing") return Math.max(WRITTEN_ZERO, beside);
  return Math.max(cause.slip?.strength ?? 0, beside);
}

/** Orders causes: the better one first; between equals the one that breaks less, then the earlier cell. */
export function byMerit(a: Cause, b: Cause): number {
  return merit(b) - merit(a) || a.breaks - b.breaks || plausibility(b) - plausibility(a) || a.cell - b.cell;
}
