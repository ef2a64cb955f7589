import type { SimulatedSheet } from "../../hosts/simulated";
import { between } from "./geometry";
import type { SheetGeometry } from "./geometry";
import { HEADER_HEIGHT, HEADER_WIDTH } from "./headers";
import type { View } from "./use-view";

/** Pixels drawn beyond the window. */
const SPARE = 200;
/**
 * Frozen rows and columns may take that part of the window; a window that is smaller scrolls them along, or nothing
 * else could be seen.
 */
const MOST_FROZEN = 0.6;

/** First and last row or column. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/** What of a sheet is drawn: frozen rows and columns stay where they are, the others scroll behind them. */
export interface Panes {
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly rows: Range;
  readonly columns: Range;
}

export function panesOf(sheet: SimulatedSheet, { tops, lefts }: SheetGeometry, view: View): Panes {
  const fits = (places: Float64Array, count: number, room: number): number =>
    count < places.length && places[count]! <= room * MOST_FROZEN ? count : 0;
  const frozenRows = fits(tops, sheet.frozenRows, view.height - HEADER_HEIGHT);
  const frozenColumns = fits(lefts, sheet.frozenColumns, view.width - HEADER_WIDTH);
  const rows = between(tops, view.top - SPARE, view.top + view.height + SPARE);
  const columns = between(lefts, view.left - SPARE, view.left + view.width + SPARE);
  return {
    frozenRows,
    frozenColumns,
    rows: { first: Math.max(rows.first, frozenRows), last: rows.last },
    columns: { first: Math.max(columns.first, frozenColumns), last: columns.last },
  };
}

/** The nearest scroll position at which something is in view beside what is frozen. */
export function scrollTo(now: number, window: number, frozen: number, at: number, size: number): number {
  if (at < frozen) return now;
  if (at < now + frozen) return at - frozen;
  return at + size > now + window ? at + size - window : now;
}
