import type { CellPlace, WorkbookChange } from "../host";
import type { ExcelClient, ListedSheet } from "./client";
import { runBatch } from "./client";

/** Who is told of what. */
export interface WorkbookListeners {
  readonly changed: (change: WorkbookChange) => void;
  /** Told of the first cell of whatever is selected on a sheet that is known. */
  readonly selected?: ((place: CellPlace) => void) | undefined;
}

/**
 * Listens to changes of cells and sheets, and to what is selected. Our own writes are silent: events are off while we
 * write. Nothing is asked of Excel when something is heard.
 * @param sheets the sheets as last listed, for their names
 * @returns stops listening
 * @throws HostError
 */
export async function watchWorkbook(
  client: ExcelClient,
  sheets: () => readonly ListedSheet[],
  { changed: listener, selected }: WorkbookListeners,
): Promise<() => Promise<void>> {
  const nameOf = ({ worksheetId }: { readonly worksheetId: string }): string | undefined =>
    sheets().find(({ id }) => id === worksheetId)?.name;
  const changed = async (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    const sheet = nameOf(event);
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
  const chosen = async (event: Excel.WorksheetSelectionChangedEventArgs): Promise<void> => {
    const [sheet, [address = ""]] = [nameOf(event), event.address.split(/[:,]/)];
    if (sheet !== undefined && address !== "") selected?.({ sheet, address });
  };
  const registrations = await runBatch(client, async (context) => {
    const { worksheets } = context.workbook;
    // A page that was closed in the middle of a write may have left it off.
    context.runtime.enableEvents = true;
    const registered = [
      worksheets.onChanged.add(changed),
      worksheets.onAdded.add(came),
      worksheets.onDeleted.add(came),
      ...(selected ? [worksheets.onSelectionChanged.add(chosen)] : []),
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
