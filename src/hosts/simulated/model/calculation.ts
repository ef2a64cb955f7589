import type { DefinedName } from "../../file";
import { CellKind } from "../../../engine/workbook";
import { calculateCells, Evaluator } from "../../file";
import { FormulaIndex } from "./formula-index";
import { WorkingGrids } from "./working-grids";
import type { SimulatedCell, SimulatedSheet } from "./sheet";

/** A cell of a sheet. */
export interface SheetPlace {
  readonly sheet: SimulatedSheet;
  readonly row: number;
  readonly column: number;
}

/** What calculating needs to know of a workbook. */
export interface Calculated {
  readonly sheets: readonly SimulatedSheet[];
  readonly definedNames: readonly DefinedName[];
}

/** What is kept between calculations: the values as grids, and which formulas refer to which cells. */
interface Kept {
  readonly grids: WorkingGrids;
  readonly formulas: FormulaIndex;
}

/**
 * The calculated values of a workbook. Changes are noted as they come, and settled together when values are asked for,
 * as Excel does for the writes of one request: only what depends on them is calculated. A formula beyond the
 * calculation of the file host (hosts/file/calculate) keeps the value it had; a new one shows #NAME?.
 */
export class Calculation {
  private readonly unsettled: SheetPlace[] = [];
  private kept: Kept | null = null;

  constructor(private readonly workbook: Calculated) {}

  /** A cell has new contents. */
  note(place: SheetPlace): void {
    this.unsettled.push(place);
  }

  /** A sheet has gone, or has another name: formulas may refer to something else now. */
  forget(): void {
    this.kept = null;
  }

  /** Gives new values to written formulas and to everything that depends on what was noted, in place. */
  settle(): void {
    const { sheets, definedNames } = this.workbook;
    const changed = this.unsettled.splice(0).filter(({ sheet }) => sheets.includes(sheet));
    if (changed.length === 0 || (!this.kept && sheets.every(({ formulaCount }) => formulaCount === 0))) return;
    const { grids, formulas } = this.broughtUpTo(changed);
    const dependents = formulas.dependents(changed.map((place) => ({ ...place, sheet: sheets.indexOf(place.sheet) })));
    const places = dependents.map(({ sheet, row, column }) => ({
      sheet,
      row,
      column,
      index: grids.index(sheet, row, column),
    }));
    for (const { sheet, index } of places) grids.workbook.sheets[sheet]!.kinds[index] = CellKind.Uncalculated;
    calculateCells(grids.workbook, definedNames, places);
    for (const { sheet: position, row, column, index } of places) {
      const sheet = sheets[position]!;
      sheet.setCell(row, column, withResult(sheet.cell(row, column), grids, position, index));
      grids.update(position, sheet, [{ row, column }]);
    }
  }

  private broughtUpTo(changed: readonly SheetPlace[]): Kept {
    const { sheets, definedNames } = this.workbook;
    const { kept } = this;
    const known = kept?.grids.workbook.sheets.length ?? 0;
    const grids = kept?.grids ?? new WorkingGrids();
    const formulas = kept?.formulas ?? new FormulaIndex();
    sheets.slice(0, known).forEach((sheet, position) => {
      const places = changed.filter((place) => place.sheet === sheet);
      if (places.length > 0) grids.update(position, sheet, places);
    });
    for (const sheet of sheets.slice(known)) grids.append(sheet);
    const scope = new Evaluator(grids.workbook, definedNames);
    sheets.slice(known).forEach((sheet, at) => {
      for (const { row, column, cell } of sheet.stored())
        if (cell.formula !== undefined) formulas.set({ sheet: known + at, row, column }, cell.formula, scope);
    });
    for (const { sheet, row, column } of changed) {
      const position = sheets.indexOf(sheet);
      if (position < known) formulas.set({ sheet: position, row, column }, sheet.cell(row, column).formula, scope);
    }
    return (this.kept = { grids, formulas });
  }
}

function withResult(cell: SimulatedCell, { workbook }: WorkingGrids, position: number, index: number): SimulatedCell {
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
