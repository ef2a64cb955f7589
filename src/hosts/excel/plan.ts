import type { AuthoredSheet, Edit, MarkLevel } from "../../engine/workbook";
import { areaA1, parseA1, parseArea } from "../../engine/workbook";
import { hostRefuses } from "../host-problem";
import { MARK_LEVELS } from "../looks";
import type { ListedSheet } from "./client";

/** A cell to be written; `typed` is what Excel is given, as a person would type it. */
export interface PlannedCell {
  readonly sheet: ListedSheet;
  readonly address: string;
  readonly typed: string | number | null;
}

/** The edits, checked and sorted. */
export interface WritePlan {
  readonly clearMarks: boolean;
  /** By sheet id: address → level. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<string, MarkLevel>>;
  readonly cells: readonly PlannedCell[];
  readonly sheets: readonly AuthoredSheet[];
}

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;
/** Excel's limits for a cell's text and a formula, in UTF-16 units. */
const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

/**
 * Checks every edit before Excel is asked to do anything.
 * @throws HostError sheet-gone, bad-address, bad-value
 */
export function planWrite(edits: readonly Edit[], sheets: readonly ListedSheet[]): WritePlan {
  const byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const sheetNamed = (name: string): ListedSheet => byName.get(name.toLowerCase()) ?? hostRefuses({ code: "sheet-gone", sheet: name });
  const cells = new Map<string, PlannedCell>();
  const marks = new Map<string, Map<string, MarkLevel>>();
  const authored: AuthoredSheet[] = [];
  let clearMarks = false;
  for (const edit of edits) {
    switch (edit.type) {
      case "clear-marks":
        clearMarks = true;
        marks.clear();
        break;
      case "mark": {
        const sheet = sheetNamed(edit.sheet);
        const area = parseArea(edit.address);
        if (!area || area.bottom > LAST_ROW || area.right > LAST_COLUMN) return hostRefuses({ code: "bad-address", sheet: sheet.name, address: edit.address });
        const onSheet = marks.get(sheet.id) ?? new Map<string, MarkLevel>();
        marks.set(sheet.id, onSheet);
        const before = onSheet.get(areaA1(area));
        if (before === undefined || MARK_LEVELS.indexOf(edit.level) < MARK_LEVELS.indexOf(before)) onSheet.set(areaA1(area), edit.level);
        break;
      }
      case "set-value":
      case "set-formula": {
        const sheet = sheetNamed(edit.sheet);
        const place = parseA1(edit.address);
        if (!place || place.row > LAST_ROW || place.column > LAST_COLUMN) hostRefuses({ code: "bad-address", sheet: sheet.name, address: edit.address });
        const typed = edit.type === "set-formula" ? `=${edit.formula.replace(/^=/, "")}` : asTyped(edit.value);
        const tooLong = typeof typed === "string" && typed.length > (edit.type === "set-formula" ? MAX_FORMULA : MAX_TEXT);
        if (tooLong || (typeof typed === "number" && !Number.isFinite(typed))) hostRefuses({ code: "bad-value", sheet: sheet.name, address: edit.address });
        const address = edit.address.toUpperCase().replace(/\$/g, "");
        cells.set(`${sheet.id} ${address}`, { sheet, address, typed });
        break;
      }
      case "add-sheet":
        authored.push(edit.sheet);
        break;
    }
  }
  return { clearMarks, marks, cells: [...cells.values()], sheets: authored };
}

/** Words that Excel cannot take for a number, a date, a formula or a truth value. */
const PLAIN_WORDS = /^(?!true$|false$)[\p{L}（【《“·][^\d]*$/iu;

/** A value as it has to be typed so that Excel keeps it as it is: an apostrophe before a text that could be read as something else. */
export function asTyped(value: string | number | null): string | number | null {
  if (typeof value !== "string" || value === "") return value === "" ? null : value;
  return PLAIN_WORDS.test(value) ? value : `'${value}`;
}
