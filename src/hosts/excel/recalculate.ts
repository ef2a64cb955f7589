import type { ExcelClient } from "./client";
import { listSheets, runBatch } from "./client";

/**
 * Has Excel work out every formula of this workbook anew: it does not know by itself that a custom function would
 * answer otherwise now. Sheet by sheet, for Application.calculate concerns every workbook that is open. Two round
 * trips.
 * @throws HostError
 */
export function recalculateWorkbook(client: ExcelClient = { run: (batch) => Excel.run(batch) }): Promise<void> {
  return runBatch(client, async (context) => {
    for (const { id } of await listSheets(context)) context.workbook.worksheets.getItem(id).calculate(true);
    await context.sync();
  });
}
