import type { MovedCell } from "../host-problem";
import { HostError, hostRefuses } from "../host-problem";
import { isSame } from "./expected";
import type { EventSwitch } from "./event-switch";
import type { JournalEntry } from "./journal";
import { isGone, wasRefusedWhole } from "./problems";
import { contentsOf } from "./survey";
import { putContents } from "./take-back";

/**
 * Takes a write back: one round trip to look whether everything is still as we left it, one to put the old contents
 * back.
 * @param events is turned off; the caller turns it on again, whatever comes of this
 * @throws HostError changed-meanwhile, sheet-protected, workbook-protected, sheet-gone, half-done
 */
export async function takeBackWrite(
  context: Excel.RequestContext,
  entry: JournalEntry,
  events: EventSwitch,
): Promise<void> {
  const { worksheets, protection } = context.workbook;
  protection.load("protected");
  const cells = entry.cells.map(({ sheet, address }) => {
    const range = worksheets.getItem(sheet.id).getRange(address);
    range.load("formulas,values,format/protection/locked");
    range.untrack();
    return range;
  });
  worksheets.load("items/id,items/name,items/protection/protected");
  const sheets = entry.sheets.map(({ name }) => {
    const used = worksheets.getItem(name).getUsedRange(true);
    used.load("formulas,address");
    used.untrack();
    return used;
  });
  try {
    await context.sync();
  } catch (error) {
    if (isGone(error))
      hostRefuses({ code: "sheet-gone", sheet: (entry.cells[0]?.sheet ?? entry.sheets[0])!.name }, error);
    throw error;
  }
  if (entry.sheets.length > 0 && protection.protected) hostRefuses({ code: "workbook-protected" });
  const protectedIds = new Set(worksheets.items.filter(({ protection }) => protection.protected).map(({ id }) => id));
  const locked = entry.cells.filter(
    ({ sheet }, position) => protectedIds.has(sheet.id) && cells[position]!.format.protection.locked !== false,
  );
  if (locked.length > 0)
    hostRefuses({ code: "sheet-protected", sheets: [...new Set(locked.map(({ sheet }) => sheet.name))] });
  const moved = entry.cells.flatMap(({ sheet, address, after }, position): MovedCell[] => {
    const now = contentsOf(cells[position]!);
    return isSame(after, now) ? [] : [{ sheet: sheet.name, address, was: after, now }];
  });
  const worked = entry.sheets.flatMap(({ name, formulas }, position): MovedCell[] => {
    const { formulas: now, address } = sheets[position]!;
    return JSON.stringify(now) === formulas
      ? []
      : [
          {
            sheet: name,
            address: address.slice(address.lastIndexOf("!") + 1),
            was: "生成时的内容",
            now: "改动后的内容",
          },
        ];
  });
  if (moved.length + worked.length > 0) hostRefuses({ code: "changed-meanwhile", cells: [...moved, ...worked] });
  try {
    events.turnOff(context);
    for (const { sheet, address, before } of entry.cells) putContents(context, sheet.id, address, before);
    for (const { name } of entry.sheets) worksheets.getItem(name).delete();
    await context.sync();
  } catch (error) {
    if (wasRefusedWhole(error)) throw error;
    const places = entry.cells.map(({ sheet, address }) => ({ sheet: sheet.name, address }));
    throw new HostError(
      { code: "half-done", cells: places, sheets: entry.sheets.map(({ name }) => name) },
      { cause: error },
    );
  }
}
