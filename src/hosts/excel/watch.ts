import type { WorkbookChange } from "../host";
import type { ExcelClient, ListedSheet } from "./client";
import { runBatch } from "./client";

/**
 * Listens to changes of cells and sheets. Our own writes are silent: events are off while we write.
 * @param sheets the sheets as last listed, for their names
 * @returns stops listening
 * @throws HostError
 */
export async function watchChanges(
  client: ExcelClient,
  sheets: () => readonly ListedSheet[],
  listener: (change: WorkbookChange) => void,
): Promise<() => Promise<void>> {
  const changed = async (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    const sheet = sheets().find(({ id }) => id === event.worksheetId)?.name;
    const cells =
      event.changeType === "RangeEdited" || event.changeType === "CellInserted" || event.changeType === "CellDeleted";
    const kind = event.changeType === "RangeEdited" ? "cells" : "structure";
    listener({
      kind,
      remote: event.source === "Remote",
      ...(sheet === undefined ? {} : { sheet }),
      ...(cells ? { address: event.address } : {}),
    });
  };
  const came = async (event: { source: Excel.EventSource | "Local" | "Remote" }): Promise<void> => {
    listener({ kind: "structure", remote: event.source === "Remote" });
  };
  const registrations = await runBatch(client, async (context) => {
    const { worksheets } = context.workbook;
    // A page that was closed in the middle of a write may have left it off.
    context.runtime.enableEvents = true;
    const registered = [
      worksheets.onChanged.add(changed),
      worksheets.onAdded.add(came),
      worksheets.onDeleted.add(came),
    ];
    await context.sync();
    return registered;
  });
  let stopped = false;
  return async () => {
    if (stopped) return;
    stopped = true;
    const [first] = registrations;
    // A registration can only be taken back in the context that made it.
    const context = first!.context as Excel.RequestContext;
    for (const registration of registrations) registration.remove();
    await context.sync();
  };
}
