import type { AuthoredSheet } from "../../engine/workbook";
import { uniqueSheetName } from "../sheet-names";
import type { Applied } from "../host";
import { hostRefuses } from "../host-problem";
import { authorOperations } from "./author";
import type { ListedSheet } from "./client";
import type { EventSwitch } from "./event-switch";
import type { ExpectedContents } from "./expected";
import type { JournalCell, WriteJournal } from "./journal";
import type { FoundMark } from "./marks";
import { addMarks, removeMarks, searchMarks } from "./marks";
import type { Delivery, Operation } from "./operations";
import { perform } from "./operations";
import { WriteOutcome } from "./outcome";
import type { PlannedCell, WritePlan } from "./plan";
import { layOutPages } from "./page-layout";
import { concernsRemoval, isNameTaken, wasRefusedWhole } from "./problems";
import { survey } from "./survey";
import type { Survey } from "./survey";
import { takeBack } from "./take-back";

/** What of a host's memory a write uses and changes. */
export interface WriteMemory {
  readonly expected: ExpectedContents;
  readonly journal: WriteJournal;
  readonly events: EventSwitch;
  /** Names of sheets that turned out to be taken although no sheet of that name is listed. */
  readonly takenNames: Set<string>;
}

/**
 * Does what is planned: one round trip to look, one to write (more only above the payload limit). Marks are heard by
 * nobody; where cells or sheets are written events are off, and the caller turns them on again, whatever comes of
 * this. The marks that are
 * there go last, when everything else has been done: so a write that Excel refuses in the middle can be taken back
 * whole, marks and all, and one whose marks will not go is brought to its end.
 * @throws HostError; the client's ItemNotFound where a sheet has gone meanwhile
 */
export async function write(
  context: Excel.RequestContext,
  plan: WritePlan,
  known: readonly ListedSheet[],
  memory: WriteMemory,
): Promise<Applied> {
  const found = await survey(context, plan, known);
  const moved = memory.expected.moved(plan.cells, found.contents);
  if (moved.length > 0) hostRefuses({ code: "changed-meanwhile", cells: moved });
  const names = namesFor(plan.sheets, [...found.sheets.map(({ name }) => name), ...memory.takenNames]);
  const removable = plan.clearMarks ? found.marks.filter(({ sheetId }) => !found.unmarkable.has(sheetId)) : [];
  const drawable = [...plan.marks].filter(
    ([sheetId]) => !found.unmarkable.has(sheetId) && !found.unreadable.has(sheetId),
  );
  const finalNames = new Map(plan.sheets.map((sheet, position) => [sheet.name, names[position]!]));
  const finalName = (sheet: string): string =>
    found.sheets.some(({ name }) => name === sheet) ? sheet : (finalNames.get(sheet) ?? sheet);
  const outcome = new WriteOutcome(plan.cells, names);
  const delivery: Delivery = { begun: false };
  try {
    await perform(
      context,
      [
        ...(plan.cells.length + plan.sheets.length > 0
          ? [(context: Excel.RequestContext) => memory.events.turnOff(context)]
          : []),
        ...plan.cells.map(
          (cell): Operation =>
            (context) =>
              writeCell(context, cell),
        ),
        ...plan.sheets.flatMap((sheet, position) => authorOperations(sheet, names[position]!, finalName)),
        ...outcome.questions(),
        ...drawable.map(
          ([sheetId, marks]): Operation =>
            (context) =>
              addMarks(context, sheetId, marks),
        ),
        ...removable.map(
          (mark): Operation =>
            (context) =>
              removeMarks(context, [mark]),
        ),
      ],
      delivery,
    );
  } catch (error) {
    if (isNameTaken(error)) names.forEach((name) => memory.takenNames.add(name));
    if (!delivery.begun && wasRefusedWhole(error)) throw error;
    if (!concernsRemoval(error)) {
      await takeBack(context, plan, found, names, error);
      throw error;
    }
    await finishRemoval(context, plan, removable, outcome, error);
  }
  await layOutPages(context, plan.sheets, names);
  remember(memory, plan, found, outcome);
  const marked = new Set([...plan.marks.keys(), ...(plan.clearMarks ? found.marks.map(({ sheetId }) => sheetId) : [])]);
  const namesOf = (ids: (id: string) => boolean): string[] =>
    found.sheets.filter(({ id }) => ids(id)).map(({ name }) => name);
  return {
    unmarkedSheets: namesOf((id) => marked.has(id) && found.unmarkable.has(id)),
    unreadableSheets: namesOf((id) => found.unreadable.has(id) && !found.unmarkable.has(id)),
    addedSheets: names,
  };
}

/**
 * Everything has been written; only the marks of before would not go, or one had gone by itself: those that are still
 * there are asked for again and taken away.
 * @throws HostError half-done where they will not go
 */
async function finishRemoval(
  context: Excel.RequestContext,
  plan: WritePlan,
  removable: readonly FoundMark[],
  outcome: WriteOutcome,
  cause: unknown,
): Promise<void> {
  try {
    const ids = new Set(removable.map(({ formatId }) => formatId));
    const left = await searchMarks(context, [...new Set(removable.map(({ sheetId }) => sheetId))]);
    await perform(
      context,
      [
        (context) =>
          removeMarks(
            context,
            left.marks.filter(({ formatId }) => ids.has(formatId)),
          ),
        ...outcome.questions(),
      ],
      { begun: true },
    );
  } catch {
    const cells = plan.cells.map(({ sheet, address }) => ({ sheet: sheet.name, address }));
    hostRefuses({ code: "half-done", cells, sheets: outcome.names }, cause);
  }
}

function writeCell(context: Excel.RequestContext, { sheet, address, typed }: PlannedCell): void {
  const range = context.workbook.worksheets.getItem(sheet.id).getRange(address);
  // Excel takes null for "leave alone".
  range.formulas = [[typed ?? ""]];
  range.untrack();
}

function namesFor(sheets: readonly AuthoredSheet[], existing: readonly string[]): string[] {
  const taken = [...existing];
  return sheets.map(({ name }) => {
    const final = uniqueSheetName(name, taken);
    taken.push(final);
    return final;
  });
}

function remember(memory: WriteMemory, plan: WritePlan, found: Survey, outcome: WriteOutcome): void {
  const cells = plan.cells.map((cell, position): JournalCell => {
    const after = outcome.contents(cell);
    memory.expected.setCell(cell.sheet.id, cell.address, after);
    return { sheet: cell.sheet, address: cell.address, before: found.contents[position]!, after };
  });
  memory.journal.add({ cells, sheets: outcome.addedSheets() });
}
