import type { AuthoredSheet, Edit, MarkLevel } from "../../engine/workbook";
import { a1 } from "../../engine/workbook";
import { hostRefuses } from "../host-problem";
import type { CellEdit } from "../sorted-edits";
import { sortEdits } from "../sorted-edits";
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

/**
 * Checks every edit before Excel is asked to do anything.
 * @throws HostError sheet-gone, bad-address, bad-value
 */
export function planWrite(edits: readonly Edit[], sheets: readonly ListedSheet[]): WritePlan {
  const byName = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const {
    clearMarks,
    marks,
    cells,
    sheets: authored,
  } = sortEdits<ListedSheet>(edits, {
    sheetNamed: (name) => byName.get(name.toLowerCase()) ?? hostRefuses({ code: "sheet-gone", sheet: name }),
    nameOf: ({ name }) => name,
    refuseAddress: (sheet, address) => hostRefuses({ code: "bad-address", sheet, address }),
    refuseValue: (sheet, address) => hostRefuses({ code: "bad-value", sheet, address }),
  });
  return {
    clearMarks,
    marks: new Map([...marks].map(([{ id }, onSheet]) => [id, onSheet])),
    cells: cells.map(({ sheet, row, column, edit }) => ({ sheet, address: a1(row, column), typed: typedOf(edit) })),
    sheets: authored,
  };
}

function typedOf(edit: CellEdit<ListedSheet>["edit"]): string | number | null {
  return edit.type === "set-formula" ? `=${edit.formula.replace(/^=/, "")}` : asTyped(edit.value);
}

/** Words that Excel cannot take for a number, a date, a formula or a truth value. */
const PLAIN_WORDS = /^(?!true$|false$)[\p{L}（【《“·][^\d]*$/iu;

/**
 * A value as it has to be typed so that Excel keeps it as it is: an apostrophe before a text that could be read as
 * something else.
 */
export function asTyped(value: string | number | null): string | number | null {
  if (typeof value !== "string" || value === "") return value === "" ? null : value;
  return PLAIN_WORDS.test(value) ? value : `'${value}`;
}
