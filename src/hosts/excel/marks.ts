import type { MarkLevel } from "../../engine/workbook";
import type { MarkLook } from "../looks";
import { MARK_LEVELS, MARK_LOOKS, isMarkFormula, markFormula } from "../looks";

/** A mark of ours as Excel holds it: a conditional format of a sheet, both by id. */
export interface FoundMark {
  readonly sheetId: string;
  readonly formatId: string;
}

/**
 * Asks for the marks of ours on these sheets. Kept references are not to be trusted (office-js #6396): ask before every
 * use.
 */
export function askMarks(context: Excel.RequestContext, sheetIds: readonly string[]): () => FoundMark[] {
  const asked = sheetIds.map((sheetId) => {
    const formats = formatsOf(context, sheetId);
    formats.load("items/id,items/type,items/customOrNullObject/rule/formula");
    return { sheetId, formats };
  });
  return () =>
    asked.flatMap(({ sheetId, formats }) =>
      formats.items
        .filter(({ type, customOrNullObject }) => type === "Custom" && isOurs(customOrNullObject.rule.formula))
        .map(({ id }) => ({ sheetId, formatId: id })),
    );
}

/** A mark, or one that Excel had begun when it stopped: only a program makes a custom format without a formula. */
function isOurs(formula: string): boolean {
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
