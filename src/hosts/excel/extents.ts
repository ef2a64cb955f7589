import { hostRefuses } from "../host-problem";
import type { ListedSheet } from "./client";
import type { Extent } from "./sheet-details";

/** Most cells of one range whose values Excel gives; of more it gives null, or an error, or it hangs. */
const MOST_CELLS = 5_000_000;

/**
 * How far each sheet reaches, before anything is asked of what stands in it. One round trip.
 * @throws HostError too-large where a sheet has more cells than Excel gives
 */
export async function askExtents(context: Excel.RequestContext, sheets: readonly ListedSheet[]): Promise<Extent[]> {
  const asked = sheets.map(({ id }) => {
    // Of a blank sheet this is A1 and no null object, so that more can be asked of it.
    const used = context.workbook.worksheets.getItem(id).getUsedRange(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    used.untrack();
    return used;
  });
  await context.sync();
  return asked.map(({ rowIndex, columnIndex, rowCount, columnCount }, position) => {
    if (rowCount * columnCount > MOST_CELLS)
      hostRefuses({
        code: "too-large",
        sheet: sheets[position]!.name,
        rows: rowIndex + rowCount,
        columns: columnIndex + columnCount,
      });
    return { top: rowIndex, left: columnIndex, rows: rowCount, columns: columnCount };
  });
}
