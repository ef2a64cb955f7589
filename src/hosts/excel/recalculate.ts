import type { ExcelClient } from "./client";
import { runBatch } from "./client";

/**
 * Has Excel work out every formula anew, as Ctrl+Alt+F9 does: it does not know by itself that a custom function would
 * answer otherwise now. One round trip.
 * @throws HostError
 */
export function recalculateWorkbook(client: ExcelClient = { run: (batch) => Excel.run(batch) }): Promise<void> {
  return runBatch(client, async (context) => {
    context.workbook.application.calculate("Full");
    await context.sync();
  });
}
