import type { Area } from "../../engine/workbook";
import type { SimulatedSheet } from "../../hosts/simulated";
import { isBlank } from "../../hosts/simulated";

/** Pixels a point. */
const PIXELS = 96 / 72;
const USUAL_WIDTH = 72;
const USUAL_HEIGHT = 20;
const USUAL_POINTS = 11;
const LEAST_ROWS = 40;
const LEAST_COLUMNS = 14;
/** Blank rows and columns after the last one that is used. */
const ROOM = 6;

/** Where rows and columns of a sheet stand, in pixels from its upper left corner. */
export interface SheetGeometry {
  /** Top of each row, and the end of the last one. */
  readonly tops: Float64Array;
  /** Left edge of each column, and the end of the last one. */
  readonly lefts: Float64Array;
  /** How large everything is drawn; 1 as the file says. */
  readonly zoom: number;
}

/** Lays a sheet out; hidden rows and columns take no room. */
export function layOutSheet(sheet: SimulatedSheet, zoom: number): SheetGeometry {
  const used = sheet.usedArea(false);
  const columns = Math.max(LEAST_COLUMNS, (used?.right ?? 0) + 1 + ROOM);
  const rows = Math.max(LEAST_ROWS, (used?.bottom ?? 0) + 1 + ROOM);
  const lefts = edges(columns, (column) =>
    sheet.hiddenColumns.has(column)
      ? 0
      : Math.round((sheet.columnWidths.get(column) ?? USUAL_WIDTH / PIXELS) * PIXELS * zoom),
  );
  const wrapped = wrappedHeights(sheet, lefts, zoom);
  const tops = edges(rows, (row) =>
    sheet.hiddenRows.has(row)
      ? 0
      : Math.round(
          sheet.rowHeights.has(row)
            ? sheet.rowHeights.get(row)! * PIXELS * zoom
            : (wrapped.get(row) ?? USUAL_HEIGHT * zoom),
        ),
  );
  return { tops, lefts, zoom };
}

/** First and last row or column of which something lies between two edges. */
export function between(places: Float64Array, from: number, to: number): { first: number; last: number } {
  return { first: indexAt(places, from), last: indexAt(places, to) };
}

/** The rectangle of an area in pixels. */
export function boxOf(
  { tops, lefts }: Pick<SheetGeometry, "tops" | "lefts">,
  { top, left, bottom, right }: Area,
): { top: number; left: number; width: number; height: number } {
  const edge = (places: Float64Array, at: number): number => places[Math.min(at, places.length - 1)]!;
  return {
    top: edge(tops, top),
    left: edge(lefts, left),
    width: edge(lefts, right + 1) - edge(lefts, left),
    height: edge(tops, bottom + 1) - edge(tops, top),
  };
}

function edges(count: number, size: (index: number) => number): Float64Array {
  const places = new Float64Array(count + 1);
  for (let index = 0; index < count; index++) places[index + 1] = places[index]! + size(index);
  return places;
}

function indexAt(places: Float64Array, at: number): number {
  let low = 0;
  let high = places.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (places[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Heights that rows with wrapped text need, as Excel gives them where the file fixes none. Merged cells do not count
 * there either.
 */
function wrappedHeights(sheet: SimulatedSheet, lefts: Float64Array, zoom: number): ReadonlyMap<number, number> {
  const merged = new Set(sheet.merges.map(({ top, left }) => `${top} ${left}`));
  const heights = new Map<number, number>();
  for (const { row, column, cell } of sheet.stored()) {
    const size = (cell.dress?.size ?? USUAL_POINTS) * PIXELS * zoom;
    let lines = 1;
    if (cell.dress?.wrap && !isBlank(cell) && typeof cell.value === "string" && !merged.has(`${row} ${column}`)) {
      const room = Math.max(size, lefts[column + 1]! - lefts[column]! - 6);
      lines = cell.value
        .split("\n")
        .reduce((sum, line) => sum + Math.max(1, Math.ceil((widthInEm(line) * size) / room)), 0);
    }
    heights.set(row, Math.max(heights.get(row) ?? USUAL_HEIGHT * zoom, lines * size * 1.35 + 3 * zoom));
  }
  return heights;
}

/** Chinese characters are as wide as they are high, others about half. */
function widthInEm(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0x2e7f ? 1 : 0.55;
  return width;
}
