import type { Sheet } from "../workbook";
import { CellKind, readAmountText } from "../workbook";
import { normalise } from "./normalise";

/** A rectangle of grid positions (not sheet coordinates), both ends included. */
export interface Region {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A sheet's grid with its merged cells resolved. */
export interface Grid {
  readonly sheet: Sheet;
  readonly width: number;
  readonly height: number;
  /** Grid index of the first cell of the merged area that covers this one; absent for cells that stand alone. */
  readonly anchors: ReadonlyMap<number, number>;
}

/** The grid of a sheet. Only positions that the grid holds are resolved: a merged blank row costs nothing. */
export function gridOf(sheet: Sheet): Grid {
  const known = grids.get(sheet);
  if (known) return known;
  const width = sheet.columns.length;
  const height = sheet.rows.length;
  const anchors = new Map<number, number>();
  for (const merge of sheet.merges) {
    const top = lowerBound(sheet.rows, merge.top);
    const left = lowerBound(sheet.columns, merge.left);
    if (sheet.rows[top] !== merge.top || sheet.columns[left] !== merge.left) continue;
    const anchor = top * width + left;
    for (let row = top; row < height && sheet.rows[row]! <= merge.bottom; row++)
      for (let column = left; column < width && sheet.columns[column]! <= merge.right; column++)
        anchors.set(row * width + column, anchor);
  }
  const grid = { sheet, width, height, anchors };
  grids.set(sheet, grid);
  return grid;
}

const grids = new WeakMap<Sheet, Grid>();

// Read once: an exported constant is asked for anew at every use, and these are used once a cell.
const { Blank, Number: Numeric, Text } = CellKind;

/** First position whose value is at least the wanted one. */
export function lowerBound(sorted: Int32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Where another sheet's grid has the column that stands in `column` of this one, by its letter; -1 where it holds
 * nothing there.
 */
export function columnOn(to: Grid, from: Grid, column: number): number {
  const wanted = from.sheet.columns[column]!;
  const found = lowerBound(to.sheet.columns, wanted);
  return to.sheet.columns[found] === wanted ? found : -1;
}

/**
 * Text of a grid cell as written; numbers as their digits; "" for blanks. Merged areas speak only at their first cell.
 */
export function rawText(grid: Grid, row: number, column: number): string {
  const index = row * grid.width + column;
  const kind = grid.sheet.kinds[index];
  if (kind === Text) return grid.sheet.texts[index]!;
  if (kind === Numeric) return String(grid.sheet.numbers[index]);
  return "";
}

/** Normalised text of a grid cell; "" where it holds no text. */
export function textAt(grid: Grid, row: number, column: number): string {
  const index = row * grid.width + column;
  return grid.sheet.kinds[index] === Text ? normalise(grid.sheet.texts[index]!) : "";
}

/** Normalised text of the merged area that covers the cell, or of the cell. */
export function coveringText(grid: Grid, row: number, column: number): string {
  const anchor = grid.anchors.get(row * grid.width + column);
  if (anchor === undefined) return textAt(grid, row, column);
  return textAt(grid, Math.floor(anchor / grid.width), anchor % grid.width);
}

/** True where the cell holds something. */
export function filled(grid: Grid, row: number, column: number): boolean {
  return grid.sheet.kinds[row * grid.width + column] !== Blank;
}

/** What the text of an amount can begin with; most texts begin with a word. */
const amountFront = /^[(+\-.,¥$\d]/;

/** True for a number, or for a text that is nothing but a number. */
export function looksNumeric(grid: Grid, row: number, column: number): boolean {
  const index = row * grid.width + column;
  const kind = grid.sheet.kinds[index];
  if (kind === Numeric || kind === CellKind.Uncalculated || kind === CellKind.Error) return true;
  return kind === Text && amountOf(grid.sheet.texts[index]!) !== null;
}

/** The amount of a cell as a double, good enough to compare how rows add up; 0 where it holds none. */
export function roughAmount(grid: Grid, row: number, column: number): number {
  if (column < 0) return 0;
  const index = row * grid.width + column;
  const kind = grid.sheet.kinds[index];
  if (kind === Text) return amountOf(grid.sheet.texts[index]!) ?? 0;
  return kind === Numeric || kind === CellKind.Uncalculated || kind === CellKind.Error ? grid.sheet.numbers[index]! : 0;
}

/** A text that is an amount and nothing else, as a double; null for any other. */
function amountOf(text: string): number | null {
  const folded = normalise(text);
  if (!amountFront.test(folded)) return null;
  const read = readAmountText(folded);
  return read.state === "amount" ? read.value.toNumber() : null;
}
