import type { Steps } from "../steps";
import { finish, within } from "../steps";
import type { Area, Sheet, Workbook } from "./sheet";
import { CellKind } from "./sheet";

/** One cell as a host found it. Coordinates are zero-based. */
export interface SourceCell {
  readonly row: number;
  readonly column: number;
  /**
   * A number, text or boolean; null for a cell that is blank but has a format (left out) or an uncalculated formula.
   */
  readonly value: number | string | boolean | null;
  /** Set for error values such as "#REF!"; `value` is then ignored. */
  readonly error?: string;
  readonly format?: string;
  /** Without the leading "=". With `value` null and no error the formula has no calculated value. */
  readonly formula?: string;
}

/** One sheet as a host found it. */
export interface SourceSheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly cells: readonly SourceCell[];
  readonly merges?: readonly Area[];
  readonly hiddenRows?: Iterable<number>;
  readonly hiddenColumns?: Iterable<number>;
}

/** A workbook out of what a host found: rows and columns that hold nothing are left out of the grids. */
export function buildWorkbook(sources: readonly SourceSheet[]): Workbook {
  return finish(buildWorkbookInSteps(sources));
}

/** The same in steps, for a page that has to draw meanwhile. */
export function* buildWorkbookInSteps(sources: readonly SourceSheet[]): Steps<Workbook> {
  const numberFormats = ["General"];
  const formatIndex = new Map([["General", 0]]);
  const indexOfFormat = (format: string): number => {
    let index = formatIndex.get(format);
    if (index === undefined) {
      index = numberFormats.push(format) - 1;
      formatIndex.set(format, index);
    }
    return index;
  };
  let base = 0;
  const sheets: Sheet[] = [];
  for (const [place, source] of sources.entries()) {
    const from = place / sources.length;
    const sheet = yield* within(from, from + 1 / sources.length, buildSheet(source, base, indexOfFormat));
    base += sheet.kinds.length;
    sheets.push(sheet);
  }
  return { sheets, numberFormats };
}

/** Cells that are laid between two places where the work can be left off. */
const CELLS_A_STEP = 8_192;

function* buildSheet(source: SourceSheet, base: number, indexOfFormat: (format: string) => number): Steps<Sheet> {
  const kept: SourceCell[] = [];
  const rowsHeld = new Set<number>();
  const columnsHeld = new Set<number>();
  for (const [at, cell] of source.cells.entries()) {
    if (at % CELLS_A_STEP === 0) yield at / source.cells.length / 2;
    if (!holdsSomething(cell)) continue;
    kept.push(cell);
    rowsHeld.add(cell.row);
    columnsHeld.add(cell.column);
  }
  const rows = Int32Array.from(rowsHeld).sort();
  const columns = Int32Array.from(columnsHeld).sort();
  const rowPosition = new Map<number, number>();
  rows.forEach((row, position) => rowPosition.set(row, position));
  const columnPosition = new Map<number, number>();
  columns.forEach((column, position) => columnPosition.set(column, position));
  const size = rows.length * columns.length;
  const kinds = new Uint8Array(size);
  const numbers = new Float64Array(size);
  const texts = new Array<string | undefined>(size).fill(undefined);
  const formats = new Uint16Array(size);
  const formulas = new Map<number, string>();
  for (const [at, cell] of kept.entries()) {
    if (at % CELLS_A_STEP === 0) yield (1 + at / kept.length) / 2;
    const index = rowPosition.get(cell.row)! * columns.length + columnPosition.get(cell.column)!;
    if (cell.formula !== undefined) formulas.set(index, cell.formula);
    if (cell.format !== undefined) formats[index] = indexOfFormat(cell.format);
    kinds[index] = kindOf(cell);
    if (cell.error !== undefined) texts[index] = cell.error;
    else if (typeof cell.value === "string") texts[index] = cell.value;
    else numbers[index] = Number(cell.value);
  }
  return {
    name: source.name,
    hidden: source.hidden ?? false,
    rows,
    columns,
    kinds,
    numbers,
    texts,
    formats,
    formulas,
    merges: source.merges ?? [],
    hiddenRows: new Set(source.hiddenRows ?? []),
    hiddenColumns: new Set(source.hiddenColumns ?? []),
    base,
  };
}

function holdsSomething({ value, error, formula }: SourceCell): boolean {
  return error !== undefined || formula !== undefined || (value !== null && value !== "");
}

function kindOf({ value, error }: SourceCell): CellKind {
  if (error !== undefined) return CellKind.Error;
  if (value === null) return CellKind.Uncalculated;
  return typeof value === "number" ? CellKind.Number : typeof value === "boolean" ? CellKind.Boolean : CellKind.Text;
}
