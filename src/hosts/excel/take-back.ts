import type { CellContents } from "../host";
import { HostError } from "../host-problem";
import { isSame } from "./expected";
import { removeMarks, searchMarks } from "./marks";
import { asTyped } from "./plan";
import type { WritePlan } from "./plan";
import { ERROR_VALUE } from "./source-sheet";
import type { Survey } from "./survey";
import { contentsOf } from "./survey";

/**
 * Puts back what stood there before a write that failed in the middle: looks what is different now and changes only
 * that. The marks that were there before are still there, for they go last of all (see write.ts); those that were drawn
 * go again.
 * @param names final names of the sheets that were to be added
 * @throws HostError half-done where something is different and cannot be put back
 */
export async function takeBack(
  context: Excel.RequestContext,
  plan: WritePlan,
  before: Survey,
  names: readonly string[],
  cause: unknown,
): Promise<void> {
  const { worksheets } = context.workbook;
  try {
    // A sheet that has gone meanwhile, and what was written on it, needs no putting back.
    worksheets.load("items/id,items/name");
    await context.sync();
    const there = new Set(worksheets.items.map(({ id }) => id));
    const half = worksheets.items.filter(
      ({ id, name }) => names.includes(name) && !before.sheets.some((sheet) => sheet.id === id),
    );
    const planned = plan.cells
      .map((cell, position) => ({ ...cell, contents: before.contents[position]! }))
      .filter(({ sheet }) => there.has(sheet.id));
    const cells = planned.map(({ sheet, address }) => {
      const range = worksheets.getItem(sheet.id).getRange(address);
      range.load("formulas,values");
      range.untrack();
      return range;
    });
    await context.sync();
    const drawn = [...plan.marks.keys()].filter((id) => there.has(id) && !before.unreadable.has(id));
    const { marks } = await searchMarks(context, drawn);
    const known = new Set(before.marks.map(({ formatId }) => formatId));
    for (const sheet of half) worksheets.getItem(sheet.id).delete();
    removeMarks(
      context,
      marks.filter(({ formatId }) => !known.has(formatId)),
    );
    planned.forEach(({ sheet, address, contents }, position) => {
      if (!isSame(contents, contentsOf(cells[position]!))) putContents(context, sheet.id, address, contents);
    });
    await context.sync();
  } catch {
    throw new HostError(
      {
        code: "half-done",
        cells: plan.cells.map(({ sheet, address }) => ({ sheet: sheet.name, address })),
        sheets: names,
      },
      { cause },
    );
  }
}

/** Writes contents back as they were read from Range.formulas. */
export function putContents(
  context: Excel.RequestContext,
  sheetId: string,
  address: string,
  contents: CellContents,
): void {
  const range = context.workbook.worksheets.getItem(sheetId).getRange(address);
  range.formulas = [[asReadBefore(contents)]];
  range.untrack();
}

/** A formula and an error value as they stand, a text as it has to be typed; see `contentsOf`. */
function asReadBefore(contents: CellContents): string | number | boolean {
  if (typeof contents === "boolean") return contents;
  if (
    typeof contents !== "string" ||
    contents.startsWith("=") ||
    contents.startsWith("'=") ||
    ERROR_VALUE.test(contents)
  )
    return contents ?? "";
  return asTyped(contents) ?? "";
}
