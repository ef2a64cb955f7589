import type { CellContents } from "../host";
import { HostError } from "../host-problem";
import { isSame } from "./expected";
import { askMarks, removeMarks } from "./marks";
import { asTyped } from "./plan";
import type { WritePlan } from "./plan";
import { ERROR_VALUE } from "./source-sheet";
import type { Survey } from "./survey";
import { contentsOf } from "./survey";

/**
 * Puts back what stood there before a write that failed in the middle: looks what is different now and changes only
 * that. Where the marks are different, those of ours are taken away altogether: they can be drawn again.
 * @param names final names of the sheets that were to be added
 * @throws HostError half-done where something is different and cannot be put back
 */
export async function takeBack(context: Excel.RequestContext, plan: WritePlan, before: Survey, names: readonly string[], cause: unknown): Promise<void> {
  const { worksheets } = context.workbook;
  try {
    const added = names.map((name) => worksheets.getItemOrNullObject(name));
    added.forEach((sheet) => sheet.load("id"));
    const cells = plan.cells.map(({ sheet, address }) => {
      const range = worksheets.getItem(sheet.id).getRange(address);
      range.load("formulas,values");
      range.untrack();
      return range;
    });
    const touchesMarks = plan.marks.size > 0 || plan.clearMarks;
    const marks = touchesMarks ? askMarks(context, before.sheets.map(({ id }) => id)) : () => [];
    await context.sync();
    const idsOf = (found: Survey["marks"]): string => found.map(({ formatId }) => formatId).sort().join();
    const half = added.filter(({ isNullObject }) => !isNullObject);
    const written = plan.cells.map((cell, position) => ({ ...cell, contents: before.contents[position]! })).filter(({ contents }, position) => !isSame(contents, contentsOf(cells[position]!)));
    const strayMarks = touchesMarks && idsOf(marks()) !== idsOf(before.marks) ? marks().filter(({ sheetId }) => !before.unmarkable.has(sheetId)) : [];
    for (const sheet of half) sheet.delete();
    removeMarks(context, strayMarks);
    for (const { sheet, address, contents } of written) putContents(context, sheet.id, address, contents);
    context.runtime.enableEvents = true;
    await context.sync();
  } catch {
    throw new HostError({ code: "half-done", cells: plan.cells.map(({ sheet, address }) => ({ sheet: sheet.name, address })), sheets: names }, { cause });
  }
}

/** Writes contents back as they were read from Range.formulas. */
export function putContents(context: Excel.RequestContext, sheetId: string, address: string, contents: CellContents): void {
  const range = context.workbook.worksheets.getItem(sheetId).getRange(address);
  range.formulas = [[asReadBefore(contents)]];
  range.untrack();
}

/** A formula and an error value as they stand, a text as it has to be typed; see `contentsOf`. */
function asReadBefore(contents: CellContents): string | number | boolean {
  if (typeof contents === "boolean") return contents;
  if (typeof contents !== "string" || contents.startsWith("=") || contents.startsWith("'=") || ERROR_VALUE.test(contents)) return contents ?? "";
  return asTyped(contents) ?? "";
}
