import type { CellContents } from "../host";
import { hostRefuses } from "../host-problem";
import type { ListedSheet } from "./client";
import type { FoundMark } from "./marks";
import { askMarks, searchMarks } from "./marks";
import type { Operation } from "./operations";
import { perform } from "./operations";
import { cannotBeRead } from "./problems";
import type { WritePlan } from "./plan";

/** What stands in the workbook at the moment of writing. */
export interface Survey {
  readonly sheets: readonly ListedSheet[];
  /** What stands in the planned cells, in their order. */
  readonly contents: readonly CellContents[];
  /** Marks of ours that are there and can be taken away. */
  readonly marks: readonly FoundMark[];
  /** Sheets that are protected in a way that forbids marks. */
  readonly unmarkable: ReadonlySet<string>;
  /** Sheets on which it cannot be known which marks are ours. */
  readonly unreadable: ReadonlySet<string>;
}

/**
 * Looks at everything that a write depends on, in one round trip (a second one where sheets have come since `known`,
 * more above the payload limit, and where a conditional format cannot be read).
 * @throws HostError sheet-protected, workbook-protected; ItemNotFound of the client where a sheet has gone
 */
export async function survey(
  context: Excel.RequestContext,
  plan: WritePlan,
  known: readonly ListedSheet[],
): Promise<Survey> {
  const touchesMarks = plan.clearMarks || plan.marks.size > 0;
  const { worksheets, protection } = context.workbook;
  const knownIds = known.map(({ id }) => id);
  const cells: Excel.Range[] = [];
  let marks: (() => FoundMark[])[] = [];
  const questions: Operation[] = [
    () =>
      void worksheets.load("items/id,items/name,items/visibility,items/protection/protected,items/protection/options"),
    () => void (plan.sheets.length > 0 && protection.load("protected")),
    ...plan.cells.map(({ sheet, address }, position): Operation => (context) => {
      const range = context.workbook.worksheets.getItem(sheet.id).getRange(address);
      range.load("formulas,values,format/protection/locked");
      range.untrack();
      cells[position] = range;
    }),
  ];
  const found: FoundMark[] = [];
  let unreadable: ReadonlySet<string> = new Set();
  try {
    const asks = touchesMarks
      ? [(context: Excel.RequestContext) => void (marks = knownIds.map((id) => askMarks(context, id)))]
      : [];
    await perform(context, [...questions, ...asks], { begun: false });
    found.push(...marks.flatMap((onSheet) => onSheet()));
  } catch (error) {
    if (!touchesMarks || !cannotBeRead(error)) throw error;
    await perform(context, questions, { begun: false });
    const there = new Set(worksheets.items.map(({ id }) => id));
    // It was a sheet that has gone, and no conditional format.
    if (knownIds.some((id) => !there.has(id))) throw error;
    const searched = await searchMarks(context, knownIds);
    found.push(...searched.marks);
    unreadable = searched.unreadable;
  }
  const sheets = worksheets.items;
  const come = touchesMarks ? sheets.filter(({ id }) => !knownIds.includes(id)).map(({ id }) => id) : [];
  if (come.length > 0) {
    // A marked sheet that somebody has copied takes its marks along.
    const others = await searchMarks(context, come);
    found.push(...others.marks);
    unreadable = new Set([...unreadable, ...others.unreadable]);
  }
  if (plan.sheets.length > 0 && protection.protected) hostRefuses({ code: "workbook-protected" });
  const protectedIds = new Set(sheets.filter((sheet) => sheet.protection.protected).map(({ id }) => id));
  const locked = plan.cells.filter(
    ({ sheet }, position) => protectedIds.has(sheet.id) && cells[position]!.format.protection.locked !== false,
  );
  if (locked.length > 0)
    hostRefuses({ code: "sheet-protected", sheets: [...new Set(locked.map(({ sheet }) => sheet.name))] });
  const unmarkable = new Set(
    sheets
      .filter((sheet) => sheet.protection.protected && !sheet.protection.options.allowFormatCells)
      .map(({ id }) => id),
  );
  return {
    sheets: sheets.map(({ id, name, visibility }) => ({ id, name, hidden: visibility !== "Visible" })),
    contents: cells.map(contentsOf),
    marks: found,
    unmarkable,
    unreadable,
  };
}

/**
 * Contents of a range of one cell. Excel gives a blank one as "", and a text that begins with "=" without its
 * apostrophe; such a text is its own value, which no formula is.
 */
export function contentsOf({ formulas, values }: Pick<Excel.Range, "formulas" | "values">): CellContents {
  const contents = formulas[0]?.[0] as CellContents | undefined;
  if (contents === "" || contents === undefined) return null;
  return typeof contents === "string" && contents.startsWith("=") && values[0]?.[0] === contents
    ? `'${contents}`
    : contents;
}
