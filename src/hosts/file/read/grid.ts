import type { Steps } from "../../../engine/steps";
import { finish } from "../../../engine/steps";
import type { Sheet } from "../../../engine/workbook";
import { CellKind } from "../../../engine/workbook";
import { refuse } from "../problem";
import type { SheetCells } from "./sheet-part";
import { MAX_CELLS } from "./sheet-part";

/** A sheet whose values can still be filled in: formulas are calculated after all sheets are read. */
export interface GridSheet extends Sheet {
  readonly texts: (string | undefined)[];
}

/**
 * Lays the cells of a sheet into flat arrays over the rows and columns that hold something.
 * @param base number of the sheet's first cell in the workbook
 * @param formatOfStyle index into `Workbook.numberFormats` of a cell style
 * @throws WorkbookFileError too-many-cells where few cells lie so scattered that the grid would be huge
 */
export function layGrid(...given: Parameters<typeof layGridInSteps>): GridSheet {
  return finish(layGridInSteps(...given));
}

/** Cells that are laid between two places where the work can be left off. */
const CELLS_A_STEP = 16_384;

/** The same in steps, for a page that has to draw meanwhile. @throws WorkbookFileError as `layGrid` */
export function* layGridInSteps(
  name: string,
  hidden: boolean,
  cells: SheetCells,
  base: number,
  formatOfStyle: (style: number) => number,
): Steps<GridSheet> {
  const rows = yield* distinct(cells.rows, 0);
  const columns = yield* distinct(cells.columns, 1 / 3);
  const size = rows.length * columns.length;
  if (base + size > 4 * MAX_CELLS) refuse({ code: "too-many-cells", sheet: name, limit: 4 * MAX_CELLS });
  const rowPosition = positions(rows);
  const columnPosition = positions(columns);
  const kinds = new Uint8Array(size);
  const numbers = new Float64Array(size);
  const texts: (string | undefined)[] = new Array<string | undefined>(size).fill(undefined);
  const formats = new Uint16Array(size);
  const formulas = new Map<number, string>();
  for (let at = 0; at < cells.rows.length; at++) {
    if (at % CELLS_A_STEP === 0) yield (2 + at / cells.rows.length) / 3;
    const index =
      rowPosition[cells.rows[at]! - rows[0]!]! * columns.length + columnPosition[cells.columns[at]! - columns[0]!]!;
    kinds[index] = cells.kinds[at]!;
    numbers[index] = cells.numbers[at]!;
    texts[index] = cells.texts[at];
    formats[index] = formatOfStyle(cells.styles[at]!);
    const formula = cells.formulas.get(at);
    if (formula !== undefined) formulas.set(index, formula);
    else if (formulas.size > 0) formulas.delete(index);
  }
  return {
    name,
    hidden,
    rows,
    columns,
    kinds,
    numbers,
    texts,
    formats,
    formulas,
    merges: cells.merges,
    hiddenRows: cells.hiddenRows,
    hiddenColumns: cells.hiddenColumns,
    leftOut: cells.leftOut,
    base,
  };
}

/** A sheet without cells: a chart sheet. */
export function emptyGrid(name: string, hidden: boolean, base: number): GridSheet {
  const none = new Int32Array(0);
  return {
    name,
    hidden,
    rows: none,
    columns: none,
    kinds: new Uint8Array(0),
    numbers: new Float64Array(0),
    texts: [],
    formats: new Uint16Array(0),
    formulas: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    base,
  };
}

/** Whether any formula of the sheet waits for a value. */
export function hasUncalculated(sheet: Sheet): boolean {
  return sheet.kinds.includes(CellKind.Uncalculated);
}

/** The different values in order; a third of the whole work. */
function* distinct(values: readonly number[], begun: number): Steps<Int32Array> {
  const found = new Set<number>();
  for (let at = 0; at < values.length; at++) {
    if (at % CELLS_A_STEP === 0) yield begun + at / values.length / 3;
    found.add(values[at]!);
  }
  return Int32Array.from(found).sort();
}

/** Position of each coordinate, counted from the first one. */
function positions(sorted: Int32Array): Int32Array {
  const first = sorted[0] ?? 0;
  const found = new Int32Array((sorted.at(-1) ?? -1) - first + 1);
  sorted.forEach((value, position) => (found[value - first] = position));
  return found;
}
