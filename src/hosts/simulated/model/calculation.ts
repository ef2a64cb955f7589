import type { Workbook } from "../../../engine/workbook";
import { CellKind } from "../../../engine/workbook";
import { calculateMissing } from "../../file/calculate/calculate-missing";
import { findDependents } from "../../file/calculate/dependents";
import type { DefinedName } from "../../file/package/workbook-part";
import { layGrid } from "../../file/read/grid";
import type { SheetCells } from "../../file/read/sheet-part";
import type { SimulatedCell, SimulatedSheet } from "./sheet";
import { isBlank } from "./sheet";

/** A cell whose contents have just changed. */
export interface ChangedCell {
  readonly sheet: SimulatedSheet;
  readonly row: number;
  readonly column: number;
}

/**
 * Gives new values to written formulas and to everything that depends on the changed cells, in place. A formula beyond
 * the calculation of the file host (see hosts/file/calculate) keeps the value it had; a new one shows #NAME?.
 */
export function recalculate(sheets: readonly SimulatedSheet[], definedNames: readonly DefinedName[], changed: readonly ChangedCell[]): void {
  if (!changed.some(({ sheet, row, column }) => sheet.cell(row, column).formula !== undefined) && !sheets.some(hasFormulas)) return;
  const workbook = layOut(sheets, changed);
  const writes = new Map(sheets.map(({ name }) => [name, [] as { row: number; column: number; value: unknown; formula?: string }[]]));
  for (const { sheet, row, column } of changed) {
    const { formula, value } = sheet.cell(row, column);
    writes.get(sheet.name)!.push({ row, column, value: formula === undefined ? value : undefined, ...(formula === undefined ? {} : { formula }) });
  }
  const { dependents } = findDependents(workbook, definedNames, writes);
  for (const { sheet, index } of dependents) workbook.sheets[sheet]!.kinds[index] = CellKind.Uncalculated;
  calculateMissing(workbook, definedNames);
  for (const { sheet: position, index } of dependents) {
    const { rows, columns } = workbook.sheets[position]!;
    const row = rows[Math.floor(index / columns.length)]!;
    const column = columns[index % columns.length]!;
    const sheet = sheets[position]!;
    sheet.setCell(row, column, withResult(sheet.cell(row, column), workbook, position, index));
  }
}

function hasFormulas(sheet: SimulatedSheet): boolean {
  for (const { cell } of sheet.stored()) if (cell.formula !== undefined) return true;
  return false;
}

/** The sheets as grids in which blank cells that have just been emptied keep their place: others depend on them. */
function layOut(sheets: readonly SimulatedSheet[], changed: readonly ChangedCell[]): Workbook {
  let base = 0;
  const grids = sheets.map((sheet) => {
    const cells: SheetCells = { rows: [], columns: [], kinds: [], numbers: [], texts: [], styles: [], formulas: new Map(), merges: [], hiddenRows: new Set(), hiddenColumns: new Set() };
    for (const { row, column, cell } of sheet.stored()) if (!isBlank(cell)) append(cells, row, column, cell);
    for (const { sheet: of, row, column } of changed) if (of === sheet && isBlank(sheet.cell(row, column))) append(cells, row, column, sheet.cell(row, column));
    const grid = layGrid(sheet.name, sheet.hidden, cells, base, () => 0);
    base += grid.kinds.length;
    return grid;
  });
  return { sheets: grids, numberFormats: ["General"] };
}

function append(cells: SheetCells, row: number, column: number, { value, error, formula }: SimulatedCell): void {
  if (formula !== undefined) cells.formulas.set(cells.rows.length, formula);
  cells.rows.push(row);
  cells.columns.push(column);
  cells.kinds.push(
    error !== undefined ? CellKind.Error
    : value === null ? (formula === undefined ? CellKind.Blank : CellKind.Uncalculated)
    : typeof value === "number" ? CellKind.Number
    : typeof value === "boolean" ? CellKind.Boolean
    : CellKind.Text,
  );
  cells.numbers.push(typeof value === "string" ? 0 : Number(value ?? 0));
  cells.texts.push(error ?? (typeof value === "string" ? value : undefined));
  cells.styles.push(0);
}

function withResult(cell: SimulatedCell, workbook: Workbook, position: number, index: number): SimulatedCell {
  const sheet = workbook.sheets[position]!;
  const { format, dress, formula } = cell;
  const kept = { format, ...(dress ? { dress } : {}), ...(formula === undefined ? {} : { formula }) };
  switch (sheet.kinds[index]) {
    case CellKind.Number:
      return { ...kept, value: sheet.numbers[index]! };
    case CellKind.Boolean:
      return { ...kept, value: sheet.numbers[index] === 1 };
    case CellKind.Error:
      return { ...kept, value: null, error: sheet.texts[index] ?? "#VALUE!" };
    case CellKind.Uncalculated:
      return cell.value === null && cell.error === undefined ? { ...kept, value: null, error: "#NAME?" } : cell;
    default:
      return { ...kept, value: sheet.texts[index] ?? "" };
  }
}
