/** What a cell holds. Plain numbers, so that a sheet keeps them in one flat array. */
export const CellKind = {
  Blank: 0,
  Number: 1,
  Text: 2,
  Boolean: 3,
  /** `#REF!` and the like; the code stands in `texts`. */
  Error: 4,
  /** A formula that nobody has calculated: neither blank nor zero. */
  Uncalculated: 5,
} as const;
export type CellKind = (typeof CellKind)[keyof typeof CellKind];

/** An area in sheet coordinates: zero-based, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * One sheet in flat arrays. Only rows and columns that hold something are kept: the grid is `rows.length` ×
 * `columns.length`, row by row, and a cell's place in it is `index = rowPosition * columns.length + columnPosition`.
 * `rows[rowPosition]` and `columns[columnPosition]` are the zero-based coordinates in the sheet, ascending.
 */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  /** CellKind of each grid cell. */
  readonly kinds: Uint8Array;
  /** The value of numbers (and of booleans, 0 or 1); 0 elsewhere. */
  readonly numbers: Float64Array;
  /** The text of text cells as it stands, the code of error cells; undefined elsewhere. */
  readonly texts: readonly (string | undefined)[];
  /** Index into `Workbook.numberFormats` of each grid cell. */
  readonly formats: Uint16Array;
  /** Formulas by grid index, without the leading "=". */
  readonly formulas: ReadonlyMap<number, string>;
  /** Merged areas in sheet coordinates; the value stands in the first cell. */
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Cells that were not read, as the file names them: no sheet has such a place, or their text is nowhere. */
  readonly leftOut?: readonly string[];
  /** Number of the first cell of this sheet in the whole workbook: `base + index` names a cell uniquely. */
  readonly base: number;
}

/** A workbook as plain data. `numberFormats[0]` is always "General". */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly numberFormats: readonly string[];
}

/** A cell's unique number in its workbook: `sheet.base + index`. */
export type CellId = number;

/** The sheet a cell number belongs to, and its grid index there. */
export function locate(workbook: Workbook, cell: CellId): { sheet: Sheet; index: number } {
  let low = 0;
  let high = workbook.sheets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (workbook.sheets[middle]!.base <= cell) low = middle;
    else high = middle - 1;
  }
  const sheet = workbook.sheets[low]!;
  return { sheet, index: cell - sheet.base };
}

/** Grid index of a sheet coordinate, or -1 where nothing is stored. */
export function gridIndex(sheet: Sheet, row: number, column: number): number {
  const r = find(sheet.rows, row);
  const c = find(sheet.columns, column);
  return r < 0 || c < 0 ? -1 : r * sheet.columns.length + c;
}

/** Sheet coordinates of a grid index. */
export function coordinates(sheet: Sheet, index: number): { row: number; column: number } {
  const width = sheet.columns.length;
  return { row: sheet.rows[Math.floor(index / width)]!, column: sheet.columns[index % width]! };
}

function find(sorted: Int32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle]!;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
