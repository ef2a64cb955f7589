import type { Area } from "../../../engine/workbook";
import type { CellContents } from "../../host";
import type { Dress } from "./dress";

/** One stored cell. A cell without value, formula and dress is not stored. */
export interface SimulatedCell {
  readonly value: CellContents;
  /** An error value such as #REF!; `value` is then null. */
  readonly error?: string;
  /** Without the leading "=". */
  readonly formula?: string;
  /** Number format code. */
  readonly format: string;
  readonly dress?: Dress;
}

export const BLANK_CELL: SimulatedCell = { value: null, format: "General" };

/** A conditional format; `formula` (without "=") where it is a custom one. */
export interface SimulatedConditionalFormat {
  readonly id: string;
  readonly areas: readonly Area[];
  /** As Excel.ConditionalFormatType names it. */
  readonly type: string;
  formula: string;
  readonly look: MutableLook;
  /** It came with the file and is not ours: saving cannot express a change to it. */
  readonly foreign: boolean;
  /**
   * Loading anything of it, or calling anything on it, is ItemNotFound until the workbook is opened again: one that was
   * deleted and brought back by Ctrl+Z (office-js #6396), a duplicated rule, a second cellValue rule on a range (#6835,
   * #6827, #5222).
   */
  unreadable?: boolean;
}

export interface MutableLook {
  fill?: string;
  colour?: string;
  bold?: boolean;
  italic?: boolean;
  border?: { style: string; colour: string };
}

/** Protection of a sheet, as far as it matters here. */
export interface SheetProtection {
  allowFormatCells: boolean;
}

/** A table (ListObject); what stands in its first row is always text. */
export interface SimulatedTable {
  readonly name: string;
  readonly area: Area;
}

/** Last row and column of any sheet, zero-based. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** One sheet: stored cells by place, and everything else that a client may ask for. */
export class SimulatedSheet {
  readonly merges: Area[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** The first one wins where two concern the same cell. */
  readonly conditionalFormats: SimulatedConditionalFormat[] = [];
  /** Widths and heights in points. */
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly links = new Map<string, string>();
  readonly choices = new Map<string, string>();
  readonly tables: SimulatedTable[] = [];
  /** Hidden by a program: no menu of Excel shows it. */
  veryHidden = false;
  /** Conditional formats that a client has deleted, the last one last. */
  readonly deletedFormats: SimulatedConditionalFormat[] = [];
  protection: SheetProtection | null = null;
  frozenRows = 0;
  frozenColumns = 0;
  print: { orientation?: string; paperSize?: string; onePage?: boolean; titleRow?: number } = {};
  private formulas = 0;
  /** By row, then by column. One map of a million places would grow in steps in which the page stands still. */
  private readonly cells = new Map<number, (SimulatedCell | undefined)[]>();
  /** What the file says of the cells that have been written since; null while the sheet is being read. */
  private original: Map<number, Map<number, SimulatedCell>> | null = null;
  /** What blank cells of whole columns and rows look like. */
  private readonly columns = new Map<number, SimulatedCell>();
  private readonly rows = new Map<number, SimulatedCell>();

  constructor(
    readonly id: string,
    public name: string,
    public hidden: boolean,
    /** Name in the file it came from; null for a sheet that was added. */
    readonly origin: string | null,
  ) {}

  cell(row: number, column: number): SimulatedCell {
    return this.cells.get(row)?.[column] ?? this.rows.get(row) ?? this.columns.get(column) ?? BLANK_CELL;
  }

  /** How many cells have a formula. */
  get formulaCount(): number {
    return this.formulas;
  }

  setCell(row: number, column: number, cell: SimulatedCell): void {
    this.keepOriginal(row, column);
    this.formulas += Number(cell.formula !== undefined) - Number(this.cell(row, column).formula !== undefined);
    const isStored = !isBlank(cell) || cell.dress !== undefined || cell.format !== "General";
    const line = this.cells.get(row);
    if (line) line[column] = isStored ? cell : undefined;
    else if (isStored) this.cells.set(row, cellsOfRow(column, cell));
  }

  /**
   * Changes every cell of whole rows or columns: those that are stored one by one, the countless others as one each.
   * @param change gets -1 for the row or column that stands for all of them
   */
  changeLines(
    { top, left, bottom, right }: Area,
    change: (cell: SimulatedCell, row: number, column: number) => SimulatedCell,
  ): void {
    for (const { row, column, cell } of [...this.stored()])
      if (row >= top && row <= bottom && column >= left && column <= right)
        this.setCell(row, column, change(cell, row, column));
    if (top === 0 && bottom === LAST_ROW)
      for (let column = left; column <= right; column++)
        this.columns.set(column, change(this.columns.get(column) ?? BLANK_CELL, -1, column));
    else
      for (let row = top; row <= bottom; row++) this.rows.set(row, change(this.rows.get(row) ?? BLANK_CELL, row, -1));
  }

  /** Cells of whole rows or columns that stand for all their blank ones. */
  *linesOf({ top, left, bottom, right }: Area): Iterable<SimulatedCell> {
    if (top === 0 && bottom === LAST_ROW)
      for (let column = left; column <= right; column++) yield this.columns.get(column) ?? BLANK_CELL;
    else for (let row = top; row <= bottom; row++) yield this.rows.get(row) ?? BLANK_CELL;
  }

  /** Every stored cell, in no order. */
  *stored(): Iterable<{ row: number; column: number; cell: SimulatedCell }> {
    for (const [row, cells] of this.cells)
      for (let column = 0; column < cells.length; column++) {
        const cell = cells[column];
        if (cell !== undefined) yield { row, column, cell };
      }
  }

  /** From now on what is written differs from the file. */
  isRead(): void {
    this.original = new Map();
  }

  /** Every cell that has been written since the sheet was read, as the file has it. */
  *writtenSinceRead(): Iterable<{ row: number; column: number; was: SimulatedCell }> {
    for (const [row, cells] of this.original ?? []) for (const [column, was] of cells) yield { row, column, was };
  }

  private keepOriginal(row: number, column: number): void {
    if (this.original === null) return;
    const line = this.original.get(row) ?? new Map<number, SimulatedCell>();
    this.original.set(row, line);
    if (!line.has(column)) line.set(column, this.cells.get(row)?.[column] ?? BLANK_CELL);
  }

  /** The smallest area that holds every cell with contents, or with a format too; null for a blank sheet. */
  usedArea(contentsOnly: boolean): Area | null {
    let area: { top: number; left: number; bottom: number; right: number } | null = null;
    for (const { row, column, cell } of this.stored()) {
      if (contentsOnly && isBlank(cell)) continue;
      area ??= { top: row, left: column, bottom: row, right: column };
      area.top = Math.min(area.top, row);
      area.left = Math.min(area.left, column);
      area.bottom = Math.max(area.bottom, row);
      area.right = Math.max(area.right, column);
    }
    return area;
  }
}

function cellsOfRow(column: number, cell: SimulatedCell): (SimulatedCell | undefined)[] {
  const line: (SimulatedCell | undefined)[] = [];
  line[column] = cell;
  return line;
}

/** Whether an area is made of whole rows or whole columns. */
export function isLines({ top, left, bottom, right }: Area): boolean {
  return (top === 0 && bottom === LAST_ROW) || (left === 0 && right === LAST_COLUMN);
}

/** Whether a cell shows nothing and calculates nothing. */
export function isBlank(cell: SimulatedCell): boolean {
  return cell.value === null && cell.error === undefined && cell.formula === undefined;
}

/** Contents as Range.formulas gives them: "" for blank. */
export function writtenContents(cell: SimulatedCell): string | number | boolean {
  return cell.formula === undefined ? shownValue(cell) : `=${cell.formula}`;
}

/** Value as Range.values gives it: "" for blank, the code for an error. */
export function shownValue(cell: SimulatedCell): string | number | boolean {
  return cell.error ?? cell.value ?? "";
}

/** How conditional formats make a cell look, the first one first; those of the file that are not ours are not drawn. */
export function overlayAt(sheet: SimulatedSheet, row: number, column: number): MutableLook | null {
  const cell = { top: row, left: column, bottom: row, right: column };
  return (
    sheet.conditionalFormats.find(({ foreign, areas }) => !foreign && areas.some((area) => overlap(area, cell)))
      ?.look ?? null
  );
}

/** Whether two areas share a cell. */
export function overlap(one: Area, other: Area): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}
