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
  const numberFormats = ["General"];
  const formatIndex = new Map([["General", 0]]);
  let base = 0;
  const sheets = sources.map((source) => {
    const sheet = buildSheet(source, base, (format) => {
      let index = formatIndex.get(format);
      if (index === undefined) {
        index = numberFormats.push(format) - 1;
        formatIndex.set(format, index);
      }
      return index;
    });
    base += sheet.kinds.length;
    return sheet;
  });
  return { sheets, numberFormats };
}

function buildSheet(source: SourceSheet, base: number, indexOfFormat: (format: string) => number): Sheet {
  const kept = source.cells.filter(
    (cell) => cell.error !== undefined || cell.formula !== undefined || (cell.value !== null && cell.value !== ""),
  );
  const rows = Int32Array.from(new Set(kept.map((cell) => cell.row))).sort();
  const columns = Int32Array.from(new Set(kept.map((cell) => cell.column))).sort();
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
  for (const cell of kept) {
    const index = rowPosition.get(cell.row)! * columns.length + columnPosition.get(cell.column)!;
    if (cell.formula !== undefined) formulas.set(index, cell.formula);
    if (cell.format !== undefined) formats[index] = indexOfFormat(cell.format);
    if (cell.error !== undefined) {
      kinds[index] = CellKind.Error;
      texts[index] = cell.error;
    } else if (cell.value === null) {
      kinds[index] = CellKind.Uncalculated;
    } else if (typeof cell.value === "number") {
      kinds[index] = CellKind.Number;
      numbers[index] = cell.value;
    } else if (typeof cell.value === "boolean") {
      kinds[index] = CellKind.Boolean;
      numbers[index] = cell.value ? 1 : 0;
    } else {
      kinds[index] = CellKind.Text;
      texts[index] = cell.value;
    }
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
