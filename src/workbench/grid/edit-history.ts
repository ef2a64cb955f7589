import type { SimulatedSheet, Place, PlacedCell, SimulatedWorkbook } from "../../hosts/simulated";
import { writtenContents, PERSON } from "../../hosts/simulated";

/** Something to be typed into a cell. */
export interface TypedCell extends Place {
  readonly typed: string | number | boolean;
}

/** What a person typed at one go: the cells as they were, and as they are since. */
interface Step {
  readonly sheet: SimulatedSheet;
  readonly before: readonly PlacedCell[];
  readonly after: readonly PlacedCell[];
}

/**
 * What a person has typed, so that it can be taken back and done again. What the pane writes has an undo of its own
 * there.
 */
export class EditHistory {
  private readonly done: Step[] = [];
  private readonly undone: Step[] = [];

  constructor(private readonly workbook: SimulatedWorkbook) {}

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** Types into cells of a sheet; false where the sheet is protected, and nothing has been typed. */
  type(sheet: SimulatedSheet, cells: readonly TypedCell[]): boolean {
    const [first] = cells;
    if (!first) return true;
    const area = { top: first.row, left: first.column, bottom: first.row, right: first.column };
    const typed = new Map<string, TypedCell["typed"]>();
    for (const { row, column, typed: contents } of cells) {
      if (this.workbook.isLocked(sheet, { top: row, left: column, bottom: row, right: column })) return false;
      typed.set(`${row} ${column}`, contents);
      area.top = Math.min(area.top, row);
      area.left = Math.min(area.left, column);
      area.bottom = Math.max(area.bottom, row);
      area.right = Math.max(area.right, column);
    }
    const before = cellsAt(sheet, cells);
    this.workbook.type(sheet, area, (row, column) => typed.get(`${row} ${column}`) ?? null, PERSON);
    const after = cellsAt(sheet, cells);
    if (before.some(({ cell }, at) => writtenContents(cell) !== writtenContents(after[at]!.cell)))
      this.done.push({ sheet, before, after });
    this.undone.length = 0;
    return true;
  }

  /** Takes back what was typed last; the places where that was, or null where somebody has written over it since. */
  undo(): { sheet: SimulatedSheet; cells: readonly PlacedCell[] } | null {
    return this.step(this.done, this.undone, "after", "before");
  }

  redo(): { sheet: SimulatedSheet; cells: readonly PlacedCell[] } | null {
    return this.step(this.undone, this.done, "before", "after");
  }

  private step(
    from: Step[],
    to: Step[],
    expected: "before" | "after",
    wanted: "before" | "after",
  ): { sheet: SimulatedSheet; cells: readonly PlacedCell[] } | null {
    const step = from.pop();
    if (!step || !this.workbook.sheets.includes(step.sheet)) return null;
    const untouched = step[expected].every(
      ({ row, column, cell }) => writtenContents(step.sheet.cell(row, column)) === writtenContents(cell),
    );
    if (!untouched) return null;
    this.workbook.restore(step.sheet, step[wanted], PERSON);
    to.push(step);
    return { sheet: step.sheet, cells: step[wanted] };
  }
}

function cellsAt(sheet: SimulatedSheet, places: readonly Place[]): PlacedCell[] {
  return places.map(({ row, column }) => ({ row, column, cell: sheet.cell(row, column) }));
}
