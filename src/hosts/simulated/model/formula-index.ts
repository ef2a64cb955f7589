import type { Area } from "../../../engine/workbook";
import type { Evaluator } from "../../file";
import { NotCalculable, parseFormula, referencedAreas } from "../../file";

/** A cell by the position of its sheet. */
export interface CellPosition {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** A formula that refers to an area. */
interface Reference {
  readonly area: Area;
  readonly from: Formula;
}

interface Formula extends CellPosition {
  /** Written over since: its references no longer count. */
  gone: boolean;
}

/** Rows of one drawer in which references are looked for. */
const DRAWER = 32;
/** References over more drawers than that lie together: they would fill too many. */
const MOST_DRAWERS = 64;

/** References into one sheet, so laid that those which concern a cell are found without looking at all. */
class References {
  private readonly drawers = new Map<number, Reference[]>();
  private readonly tall: Reference[] = [];

  add(reference: Reference): void {
    const { top, bottom } = reference.area;
    const [first, last] = [Math.floor(top / DRAWER), Math.floor(bottom / DRAWER)];
    if (last - first >= MOST_DRAWERS) return void this.tall.push(reference);
    for (let drawer = first; drawer <= last; drawer++) {
      const inside = this.drawers.get(drawer);
      if (inside) inside.push(reference);
      else this.drawers.set(drawer, [reference]);
    }
  }

  /** Calls `visit` for every formula that refers to a cell. */
  each(row: number, column: number, visit: (formula: Formula) => void): void {
    const look = ({ area, from }: Reference): void => {
      if (!from.gone && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right)
        visit(from);
    };
    this.drawers.get(Math.floor(row / DRAWER))?.forEach(look);
    this.tall.forEach(look);
  }
}

/** Which formulas refer to which cells. */
export class FormulaIndex {
  private readonly formulas = new Map<string, Formula>();
  private readonly referencesTo = new Map<number, References>();

  /**
   * Notes the formula of a cell; undefined where it has none now. One whose reach is not written in it (INDIRECT)
   * depends on nothing.
   */
  set(place: CellPosition, formula: string | undefined, scope: Evaluator): void {
    const key = keyOf(place);
    const before = this.formulas.get(key);
    if (before) before.gone = true;
    this.formulas.delete(key);
    if (formula === undefined) return;
    const from: Formula = { sheet: place.sheet, row: place.row, column: place.column, gone: false };
    this.formulas.set(key, from);
    try {
      for (const { sheet, area } of referencedAreas(parseFormula(formula), place.sheet, scope))
        this.into(sheet).add({ area, from });
    } catch (error) {
      if (!(error instanceof NotCalculable)) throw error;
    }
  }

  /** The formulas among some changed cells, and all that depend on these, directly or through others. */
  dependents(changed: readonly CellPosition[]): CellPosition[] {
    const found = new Set<Formula>();
    for (const place of changed) {
      const own = this.formulas.get(keyOf(place));
      if (own) found.add(own);
      this.referencesTo.get(place.sheet)?.each(place.row, place.column, (formula) => found.add(formula));
    }
    // What is added while the set is walked is walked, too.
    for (const { sheet, row, column } of found)
      this.referencesTo.get(sheet)?.each(row, column, (formula) => found.add(formula));
    return [...found];
  }

  private into(sheet: number): References {
    let references = this.referencesTo.get(sheet);
    if (!references) this.referencesTo.set(sheet, (references = new References()));
    return references;
  }
}

function keyOf({ sheet, row, column }: CellPosition): string {
  return `${sheet} ${row} ${column}`;
}
