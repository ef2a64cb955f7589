import type { Steps } from "../steps";
import type { Sheet, Workbook } from "../workbook";
import type { Table } from "./table";
import type { TableTemplate } from "./template";

/** A further stretch of a table: its next page below, or on another sheet. */
export interface Stretch {
  readonly sheet: Sheet;
  readonly rows: readonly [number, number];
  /** Left out where it takes the whole width. */
  readonly columns?: readonly [number, number];
  /** One of several lists beside each other: what its own columns do not name or do not fill is another's. */
  readonly beside?: boolean;
  /** What 合计 in this list is, where each of several has one of its own: "人员经费合计". */
  readonly ownTotal?: string;
  /** Row of its title, where it has one: the header stands below it. */
  readonly titleRow?: number;
}

/**
 * A stretch of a sheet that may hold one table, as grid positions (not sheet coordinates), both ends included, title
 * included.
 */
export interface LayoutInput extends Stretch {
  readonly workbook: Workbook;
  readonly template: TableTemplate;
  /** Pages that go on with the same table, in order. Readers of layouts that are never cut may leave them. */
  readonly pages?: readonly Stretch[];
}

/** What a layout's reader found there. `confidence` (0 to 1) says how much of what the template expects was found. */
export type TableContent = Pick<
  Table,
  | "sections"
  | "comparisons"
  | "headerColumns"
  | "fields"
  | "blocks"
  | "embedded"
  | "title"
  | "year"
  | "unit"
  | "body"
  | "bodyCode"
  | "evidence"
  | "confidence"
  | "area"
>;

/** Reads one layout; null where the cells are not laid out like that. */
export type LayoutReader = (input: LayoutInput) => TableContent | null;

/** The same in steps, for layouts that may have tens of thousands of rows. */
export type SteppedReader = (input: LayoutInput) => Steps<TableContent | null>;

/** Rows that are read between two places where the work can be left off. */
export const ROWS_A_STEP = 500;
