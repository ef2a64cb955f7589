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

/** A write of the pane, which only the pane can take back. */
const OF_THE_PANE = "of the pane";

/** Cells that were taken back or done again. */
export interface TakenStep {
  readonly sheet: SimulatedSheet;
  readonly cells: readonly PlacedCell[];
}

/**
 * What a person has typed and the pane has written, in one order, so that the latest is taken back first. What was
 * typed can be done again.
 */
export class EditHistory {
  private readonly done: (Step | typeof OF_THE_PANE)[] = [];
  private readonly undone: Step[] = [];
  private readonly listeners = new Set<() => void>();
  private changes = 0;

  /** @param takeBackWrite asks the pane to take its latest write back */
  constructor(
    private readonly workbook: SimulatedWorkbook,
    private readonly takeBackWrite: () => void = () => undefined,
  ) {}

  /** Calls `listener` whenever there is more or less to take back; returns what stops it. */
  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Another number after every change. */
  readonly version = (): number => this.changes;

  /** Notes how many writes of the pane there are to take back. */
  noteWrites(count: number): void {
    let known = this.done.filter((step) => step === OF_THE_PANE).length;
    for (; known < count; known++) {
      this.done.push(OF_THE_PANE);
      this.undone.length = 0;
    }
    for (; known > count; known--) this.done.splice(this.done.lastIndexOf(OF_THE_PANE), 1);
    this.changed();
  }

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
    this.changed();
    return true;
  }

  /**
   * Takes back what was typed or written last; the places where somebody typed, or null where somebody has written over
   * them since. A write of the pane is taken back by the pane, which shows it by itself.
   */
  undo(): TakenStep | null {
    const step = this.done.at(-1);
    if (step === OF_THE_PANE) {
      this.takeBackWrite();
      return null;
    }
    this.done.pop();
    return this.take(step, this.undone, "after", "before");
  }

  redo(): TakenStep | null {
    return this.take(this.undone.pop(), this.done, "before", "after");
  }

  private changed(): void {
    this.changes++;
    for (const listener of [...this.listeners]) listener();
  }

  private take(
    step: Step | undefined,
    to: (Step | typeof OF_THE_PANE)[],
    expected: "before" | "after",
    wanted: "before" | "after",
  ): TakenStep | null {
    this.changed();
    if (!step || !this.workbook.sheets.includes(step.sheet)) return null;
    const untouched = step[expected].every(
      ({ row, column, cell }) => writtenContents(step.sheet.cell(row, column)) === writtenContents(cell),
    );
    if (!untouched) return null;
    this.workbook.restore(step.sheet, step[wanted], PERSON);
    to.push(step);
    this.changed();
    return { sheet: step.sheet, cells: step[wanted] };
  }
}

function cellsAt(sheet: SimulatedSheet, places: readonly Place[]): PlacedCell[] {
  return places.map(({ row, column }) => ({ row, column, cell: sheet.cell(row, column) }));
}
