import type { AuthoredSheet, Edit, MarkLevel } from "../engine/workbook";
import { a1, areaA1, parseA1, parseArea } from "../engine/workbook";
import { MARK_LEVELS } from "./looks";

/** What becomes of one cell. Where several edits concern a cell the last one counts. */
export interface CellEdit<Sheet> {
  readonly sheet: Sheet;
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
  readonly edit: Extract<Edit, { type: "set-value" | "set-formula" }>;
}

/** Edits, checked and sorted by what they concern, whatever host applies them. */
export interface SortedEdits<Sheet> {
  readonly clearMarks: boolean;
  /** By sheet: address → level, the strongest where there are several. */
  readonly marks: ReadonlyMap<Sheet, ReadonlyMap<string, MarkLevel>>;
  readonly cells: readonly CellEdit<Sheet>[];
  readonly sheets: readonly AuthoredSheet[];
}

/** How a host names its sheets and refuses what cannot be. */
export interface EditChecks<Sheet> {
  sheetNamed(name: string): Sheet;
  nameOf(sheet: Sheet): string;
  refuseAddress(sheet: string, address: string): never;
  refuseValue(sheet: string, address: string, reason: "not-finite" | "too-long"): never;
}

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;
/** Excel's limits for a cell's text and a formula, in UTF-16 units. */
const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

/**
 * Checks every edit before anything is done, for all of them are applied, or none. What is refused is thrown by
 * `checks`.
 */
export function sortEdits<Sheet>(edits: readonly Edit[], checks: EditChecks<Sheet>): SortedEdits<Sheet> {
  const sorting = new Sorting(checks);
  for (const edit of edits) sorting.take(edit);
  return sorting.result();
}

class Sorting<Sheet> {
  private clearMarks = false;
  private readonly marks = new Map<Sheet, Map<string, MarkLevel>>();
  private readonly cells = new Map<string, CellEdit<Sheet>>();
  private readonly sheets: AuthoredSheet[] = [];

  constructor(private readonly checks: EditChecks<Sheet>) {}

  take(edit: Edit): void {
    switch (edit.type) {
      case "clear-marks":
        this.clearMarks = true;
        this.marks.clear();
        return;
      case "mark":
        return this.mark(edit);
      case "set-value":
      case "set-formula":
        return this.set(edit);
      case "add-sheet":
        return this.addSheet(edit.sheet);
    }
  }

  result(): SortedEdits<Sheet> {
    return { clearMarks: this.clearMarks, marks: this.marks, cells: [...this.cells.values()], sheets: this.sheets };
  }

  private mark({ sheet: name, address, level }: Extract<Edit, { type: "mark" }>): void {
    const { checks, marks } = this;
    const sheet = checks.sheetNamed(name);
    const area = parseArea(address);
    if (!area || area.bottom > LAST_ROW || area.right > LAST_COLUMN)
      return checks.refuseAddress(checks.nameOf(sheet), address);
    const onSheet = marks.get(sheet) ?? new Map<string, MarkLevel>();
    marks.set(sheet, onSheet);
    const before = onSheet.get(areaA1(area));
    if (before === undefined || MARK_LEVELS.indexOf(level) < MARK_LEVELS.indexOf(before))
      onSheet.set(areaA1(area), level);
  }

  private set(edit: CellEdit<Sheet>["edit"]): void {
    const { checks } = this;
    const sheet = checks.sheetNamed(edit.sheet);
    const name = checks.nameOf(sheet);
    const place = parseA1(edit.address);
    if (!place || place.row > LAST_ROW || place.column > LAST_COLUMN) return checks.refuseAddress(name, edit.address);
    this.checkValue(name, edit.address, edit.value, MAX_TEXT);
    if (edit.type === "set-formula") this.checkValue(name, edit.address, edit.formula, MAX_FORMULA);
    this.cells.set(`${name}!${a1(place.row, place.column)}`, { sheet, ...place, edit });
  }

  private addSheet(sheet: AuthoredSheet): void {
    for (const { row, column, value, formula } of sheet.cells) {
      this.checkValue(sheet.name, a1(row, column), value, MAX_TEXT);
      this.checkValue(sheet.name, a1(row, column), formula, MAX_FORMULA);
    }
    this.sheets.push(sheet);
  }

  private checkValue(sheet: string, address: string, value: unknown, most: number): void {
    const { checks } = this;
    if (typeof value === "number" && !Number.isFinite(value)) checks.refuseValue(sheet, address, "not-finite");
    if (typeof value === "string" && value.length > most) checks.refuseValue(sheet, address, "too-long");
  }
}
