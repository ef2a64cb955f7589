import type { Workbook } from "../../../engine/workbook";
import { CellKind, gridIndex } from "../../../engine/workbook";
import type { GridSheet, SheetCells } from "../../file";
import { layGrid } from "../../file";
import type { SimulatedCell, SimulatedSheet } from "./sheet";
import { isBlank } from "./sheet";

/**
 * The sheets as the flat grids that formulas are calculated over, kept in step with what is written: a cell within the
 * known rows and columns changes in place, any other one has its sheet, and no other, laid out anew.
 */
export class WorkingGrids {
  private readonly sheets: GridSheet[] = [];
  readonly workbook: Workbook = { sheets: this.sheets, numberFormats: ["General"] };

  /** Index of a cell in its sheet's grid, -1 where its row or column holds nothing. */
  index(position: number, row: number, column: number): number {
    return gridIndex(this.sheets[position]!, row, column);
  }

  append(sheet: SimulatedSheet): void {
    this.sheets.push(layOut(sheet, this.endBefore(this.sheets.length)));
  }

  /** Takes over what stands in some cells of a sheet now. */
  update(
    position: number,
    sheet: SimulatedSheet,
    places: readonly { readonly row: number; readonly column: number }[],
  ): void {
    const grid = this.sheets[position]!;
    const known = places.every(
      ({ row, column }) => gridIndex(grid, row, column) >= 0 || isBlank(sheet.cell(row, column)),
    );
    if (!known) return this.layOutAnew(position, sheet);
    for (const { row, column } of places) {
      const index = gridIndex(grid, row, column);
      if (index >= 0) store(grid, index, sheet.cell(row, column));
    }
  }

  private layOutAnew(position: number, sheet: SimulatedSheet): void {
    this.sheets[position] = layOut(sheet, this.endBefore(position));
    for (let later = position + 1; later < this.sheets.length; later++)
      this.sheets[later] = { ...this.sheets[later]!, base: this.endBefore(later) };
  }

  private endBefore(position: number): number {
    const before = this.sheets[position - 1];
    return before ? before.base + before.kinds.length : 0;
  }
}

function layOut(sheet: SimulatedSheet, base: number): GridSheet {
  const cells: SheetCells = {
    rows: [],
    columns: [],
    kinds: [],
    numbers: [],
    texts: [],
    styles: [],
    formulas: new Map(),
    merges: [],
    hiddenRows: sheet.hiddenRows,
    hiddenColumns: sheet.hiddenColumns,
    leftOut: [],
  };
  for (const { row, column, cell } of sheet.stored()) {
    if (isBlank(cell)) continue;
    if (cell.formula !== undefined) cells.formulas.set(cells.rows.length, cell.formula);
    cells.rows.push(row);
    cells.columns.push(column);
    cells.kinds.push(kindOf(cell));
    cells.numbers.push(numberOf(cell));
    cells.texts.push(textOf(cell));
    cells.styles.push(0);
  }
  return layGrid(sheet.name, sheet.hidden, cells, base, () => 0);
}

function store(grid: GridSheet, index: number, cell: SimulatedCell): void {
  const formulas = grid.formulas as Map<number, string>;
  if (cell.formula === undefined) formulas.delete(index);
  else formulas.set(index, cell.formula);
  grid.kinds[index] = kindOf(cell);
  grid.numbers[index] = numberOf(cell);
  grid.texts[index] = textOf(cell);
}

function kindOf({ value, error, formula }: SimulatedCell): number {
  if (error !== undefined) return CellKind.Error;
  if (value === null) return formula === undefined ? CellKind.Blank : CellKind.Uncalculated;
  return typeof value === "number" ? CellKind.Number : typeof value === "boolean" ? CellKind.Boolean : CellKind.Text;
}

function numberOf({ value }: SimulatedCell): number {
  return typeof value === "string" ? 0 : Number(value ?? 0);
}

function textOf({ value, error }: SimulatedCell): string | undefined {
  return error ?? (typeof value === "string" ? value : undefined);
}
