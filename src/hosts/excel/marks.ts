import type { MarkLevel } from "../../engine/workbook";
import type { MarkLook } from "../looks";
import { askInHalves } from "./halving";
import { MARK_LEVELS, MARK_LOOKS, isMarkFormula, markFormula } from "../looks";

/** A mark of ours as Excel holds it: a conditional format of a sheet, both by id. */
export interface FoundMark {
  readonly sheetId: string;
  readonly formatId: string;
}

/** The marks of ours on some sheets. */
export interface FoundMarks {
  readonly marks: readonly FoundMark[];
  /** Sheets with a conditional format that cannot be read, and which may be a mark of ours. */
  readonly unreadable: ReadonlySet<string>;
}

/**
 * Asks for the marks of ours on a sheet. Kept references are not to be trusted (office-js #6396): ask before every use.
 */
export function askMarks(context: Excel.RequestContext, sheetId: string): () => FoundMark[] {
  const formats = formatsOf(context, sheetId);
  formats.load("items/id,items/type,items/customOrNullObject/rule/formula");
  return () => formats.items.filter(isOurs).map(({ id }) => ({ sheetId, formatId: id }));
}

/**
 * Asks for them where Excel does not answer for all sheets at once, because one conditional format cannot be read: in
 * halves of the sheets, and, on those that cannot be asked as a whole, in halves of their formats.
 */
export async function searchMarks(context: Excel.RequestContext, sheetIds: readonly string[]): Promise<FoundMarks> {
  const found = await askInHalves(context, sheetIds, (sheetId) => askMarks(context, sheetId));
  const marks = found.flatMap((onSheet) => onSheet ?? []);
  const unreadable = new Set<string>();
  for (const sheetId of sheetIds.filter((_, position) => found[position] === null)) {
    const [count] = await askInHalves(context, [sheetId], () => askCount(context, sheetId));
    const each = await askInHalves(
      context,
      Array.from({ length: count ?? 0 }, (_, index) => index),
      (index) => askFormatAt(context, sheetId, index),
    );
    marks.push(...each.flatMap((format) => format ?? []));
    if (count === null || each.includes(null)) unreadable.add(sheetId);
  }
  return { marks, unreadable };
}

function askCount(context: Excel.RequestContext, sheetId: string): () => number {
  const count = formatsOf(context, sheetId).getCount();
  return () => count.value;
}

function askFormatAt(context: Excel.RequestContext, sheetId: string, index: number): () => FoundMark[] {
  const format = formatsOf(context, sheetId).getItemAt(index);
  format.load("id,type,customOrNullObject/rule/formula");
  return () => [format].filter(isOurs).map(({ id }) => ({ sheetId, formatId: id }));
}

/** A mark, or one that Excel had begun when it stopped: only a program makes a custom format without a formula. */
function isOurs({ type, customOrNullObject }: Excel.ConditionalFormat): boolean {
  if (type !== "Custom") return false;
  const { formula } = customOrNullObject.rule;
  return isMarkFormula(formula) || /^=?$/.test(formula);
}

/** Takes marks away. */
export function removeMarks(context: Excel.RequestContext, marks: readonly FoundMark[]): void {
  for (const { sheetId, formatId } of marks) formatsOf(context, sheetId).getItem(formatId).delete();
}

/**
 * Addresses in one conditional format: Worksheet.getRanges refuses long lists without a documented limit (office-js
 * #5198).
 */
const ADDRESSES_A_FORMAT = 100;

/** Draws the marks of one sheet: as few conditional formats as possible, one for each level. */
export function addMarks(context: Excel.RequestContext, sheetId: string, marks: ReadonlyMap<string, MarkLevel>): void {
  // Excel puts a new format before the older ones: the strongest comes last.
  for (const level of [...MARK_LEVELS].reverse()) {
    const addresses = [...marks].filter(([, of]) => of === level).map(([address]) => address);
    for (let at = 0; at < addresses.length; at += ADDRESSES_A_FORMAT) {
      const areas = context.workbook.worksheets
        .getItem(sheetId)
        .getRanges(addresses.slice(at, at + ADDRESSES_A_FORMAT).join(","));
      const { custom } = areas.conditionalFormats.add("Custom");
      custom.rule.formula = `=${markFormula(level)}`;
      paint(custom.format, MARK_LOOKS[level]);
      areas.untrack();
    }
  }
}

function paint(format: Excel.ConditionalRangeFormat, look: MarkLook): void {
  format.fill.color = look.fill;
  format.font.color = look.colour;
  if (look.bold) format.font.bold = true;
  if (look.italic) format.font.italic = true;
  for (const side of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const) {
    const border = format.borders.getItem(side);
    border.style = look.border.style;
    border.color = look.border.colour;
  }
}

function formatsOf(context: Excel.RequestContext, sheetId: string): Excel.ConditionalFormatCollection {
  const whole = context.workbook.worksheets.getItem(sheetId).getRange();
  const { conditionalFormats } = whole;
  whole.untrack();
  return conditionalFormats;
}
