import type { AuthoredSheet, Edit, MarkLevel } from "../../../engine/workbook";
import { a1, areaA1, parseA1, parseArea } from "../../../engine/workbook";
import type { PackageSheet, WorkbookPackage } from "../package/package";
import { refuse } from "../problem";
import type { CellContent } from "./cell-markup";
import { MARK_LEVELS } from "./marks";
import type { CellChanges } from "./sheet-cells";

/** The edits, checked and sorted by sheet. */
export interface EditPlan {
  readonly clearMarks: boolean;
  /** Sheet name → address → level. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<string, MarkLevel>>;
  /** Sheet name → cells. */
  readonly cells: ReadonlyMap<string, CellChanges>;
  readonly sheets: readonly AuthoredSheet[];
}

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;
const MAX_TEXT = 32_767;

/**
 * Checks every edit before anything is written: all of them are applied, or none.
 * @throws WorkbookFileError no-such-sheet, bad-address, bad-value, no-cells-to-write
 */
export function planEdits(source: WorkbookPackage, edits: readonly Edit[]): EditPlan {
  const byName = new Map(source.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const sheetOf = (name: string): PackageSheet => {
    const sheet = byName.get(name.toLowerCase()) ?? refuse({ code: "no-such-sheet", sheet: name });
    return sheet.hasCells ? sheet : refuse({ code: "no-cells-to-write", sheet: name });
  };
  let clearMarks = false;
  const marks = new Map<string, Map<string, MarkLevel>>();
  const cells = new Map<string, CellChanges>();
  const sheets: AuthoredSheet[] = [];
  const setCell = (sheet: PackageSheet, address: string, content: CellContent): void => {
    const place = parseA1(address);
    if (!place || place.row > LAST_ROW || place.column > LAST_COLUMN) return refuse({ code: "bad-address", sheet: sheet.name, address });
    checkValue(sheet.name, address, content);
    const rows = getOrAdd(cells, sheet.name, () => new Map<number, Map<number, CellContent>>());
    getOrAdd(rows, place.row, () => new Map<number, CellContent>()).set(place.column, content);
  };
  for (const edit of edits) {
    switch (edit.type) {
      case "clear-marks":
        clearMarks = true;
        marks.clear();
        break;
      case "mark": {
        const { name } = sheetOf(edit.sheet);
        const area = parseArea(edit.address) ?? refuse({ code: "bad-address", sheet: name, address: edit.address });
        if (area.bottom > LAST_ROW || area.right > LAST_COLUMN) refuse({ code: "bad-address", sheet: name, address: edit.address });
        const onSheet = getOrAdd(marks, name, () => new Map<string, MarkLevel>());
        const before = onSheet.get(areaA1(area));
        if (before === undefined || MARK_LEVELS.indexOf(edit.level) < MARK_LEVELS.indexOf(before)) onSheet.set(areaA1(area), edit.level);
        break;
      }
      case "set-value":
        setCell(sheetOf(edit.sheet), edit.address, { type: "value", value: edit.value });
        break;
      case "set-formula":
        setCell(sheetOf(edit.sheet), edit.address, { type: "formula", formula: edit.formula.replace(/^=/, ""), value: edit.value ?? undefined });
        break;
      case "add-sheet":
        for (const cell of edit.sheet.cells) checkValue(edit.sheet.name, a1(cell.row, cell.column), { type: "value", value: cell.value ?? null });
        sheets.push(edit.sheet);
        break;
    }
  }
  return { clearMarks, marks, cells, sheets };
}

function checkValue(sheet: string, address: string, { value }: CellContent): void {
  if (typeof value === "number" && !Number.isFinite(value)) refuse({ code: "bad-value", sheet, address, reason: "not-finite" });
  if (typeof value === "string" && value.length > MAX_TEXT) refuse({ code: "bad-value", sheet, address, reason: "too-long" });
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
