import type { AuthoredSheet } from "../../engine/workbook";
import { uniqueSheetName } from "../file/write/sheet-names";
import type { Applied } from "../host";
import { hostRefuses } from "../host-problem";
import { authorOperations } from "./author";
import type { ListedSheet } from "./client";
import type { ExpectedContents } from "./expected";
import type { JournalCell, JournalSheet, WriteJournal } from "./journal";
import { addMarks, removeMarks } from "./marks";
import type { Delivery, Operation } from "./operations";
import { perform } from "./operations";
import type { PlannedCell, WritePlan } from "./plan";
import { wasRefusedWhole } from "./problems";
import { contentsOf, survey } from "./survey";
import type { Survey } from "./survey";
import { takeBack } from "./take-back";

/** What of a host's memory a write uses and changes. */
export interface WriteMemory {
  readonly expected: ExpectedContents;
  readonly journal: WriteJournal;
}

/**
 * Does what is planned: one round trip to look, one to write (more only above the payload limit). Should Excel refuse
 * in the middle, what has been done is taken back.
 * @throws HostError; the client's ItemNotFound where a sheet has gone meanwhile
 */
export async function write(context: Excel.RequestContext, plan: WritePlan, known: readonly ListedSheet[], memory: WriteMemory): Promise<Applied> {
  const found = await survey(context, plan, known);
  const moved = memory.expected.moved(plan.cells, found.contents);
  if (moved.length > 0) hostRefuses({ code: "changed-meanwhile", cells: moved });
  const names = namesFor(plan.sheets, found.sheets);
  const removable = plan.clearMarks ? found.marks.filter(({ sheetId }) => !found.unmarkable.has(sheetId)) : [];
  const drawable = [...plan.marks].filter(([sheetId]) => !found.unmarkable.has(sheetId));
  const finalNames = new Map(plan.sheets.map((sheet, position) => [sheet.name, names[position]!]));
  const finalName = (sheet: string): string => (found.sheets.some(({ name }) => name === sheet) ? sheet : (finalNames.get(sheet) ?? sheet));
  const after = new Map<PlannedCell, Excel.Range>();
  const fingerprints = new Map<string, Excel.Range>();
  const operations: Operation[] = [
    (context) => (context.runtime.enableEvents = false),
    (context) => removeMarks(context, removable),
    ...plan.cells.map((cell): Operation => (context) => void after.set(cell, writeCell(context, cell))),
    ...plan.sheets.flatMap((sheet, position) => authorOperations(sheet, names[position]!, finalName)),
    ...names.map((name): Operation => (context) => void fingerprints.set(name, fingerprint(context, name))),
    ...drawable.map(([sheetId, marks]): Operation => (context) => addMarks(context, sheetId, marks)),
    (context) => (context.runtime.enableEvents = true),
  ];
  const delivery: Delivery = { begun: false };
  try {
    await perform(context, operations, delivery);
  } catch (error) {
    if (delivery.begun || !wasRefusedWhole(error)) await takeBack(context, plan, found, names, error);
    throw error;
  }
  remember(memory, plan, found, after, names.map((name) => ({ name, formulas: JSON.stringify(fingerprints.get(name)!.formulas) })));
  const marked = new Set([...plan.marks.keys(), ...(plan.clearMarks ? found.marks.map(({ sheetId }) => sheetId) : [])]);
  return { unmarkedSheets: found.sheets.filter(({ id }) => marked.has(id) && found.unmarkable.has(id)).map(({ name }) => name), addedSheets: names };
}

function writeCell(context: Excel.RequestContext, { sheet, address, typed }: PlannedCell): Excel.Range {
  const range = context.workbook.worksheets.getItem(sheet.id).getRange(address);
  // Excel takes null for "leave alone".
  range.formulas = [[typed ?? ""]];
  range.load("formulas,values");
  range.untrack();
  return range;
}

function fingerprint(context: Excel.RequestContext, name: string): Excel.Range {
  const used = context.workbook.worksheets.getItem(name).getUsedRange(true);
  used.load("formulas");
  used.untrack();
  return used;
}

function namesFor(sheets: readonly AuthoredSheet[], existing: readonly ListedSheet[]): string[] {
  const taken = existing.map(({ name }) => name);
  return sheets.map(({ name }) => {
    const final = uniqueSheetName(name, taken);
    taken.push(final);
    return final;
  });
}

function remember(memory: WriteMemory, plan: WritePlan, found: Survey, after: ReadonlyMap<PlannedCell, Excel.Range>, sheets: readonly JournalSheet[]): void {
  const cells = plan.cells.map((cell, position): JournalCell => {
    const contents = contentsOf(after.get(cell)!);
    memory.expected.setCell(cell.sheet.id, cell.address, contents);
    return { sheet: cell.sheet, address: cell.address, before: found.contents[position]!, after: contents };
  });
  memory.journal.add({ cells, sheets });
}
