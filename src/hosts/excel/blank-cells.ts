import type { ExcelClient } from "./client";
import { runBatch } from "./client";
import { askInHalves } from "./halving";
import { HostError } from "../host-problem";

/** How often, and how long between, an Excel that is busy with the person is asked again. */
const ATTEMPTS = 5;
const PAUSE = 300;

/**
 * Whether cells are blank, by addresses as Excel gives them to custom functions ("表1!C2"). One round trip for all of
 * them; more where one cannot be read.
 * @returns null for what cannot be read, and for an area that is blank in part
 */
export async function readBlankCells(
  addresses: readonly string[],
  client: ExcelClient = { run: (batch) => Excel.run(batch) },
): Promise<(boolean | null)[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runBatch(client, (context) =>
        askInHalves(context, addresses, (address) => askBlank(context, address)),
      );
    } catch (error) {
      if (!(error instanceof HostError) || attempt === ATTEMPTS) return addresses.map(() => null);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

function askBlank(context: Excel.RequestContext, address: string): () => boolean | null {
  const [, quoted, plain, cells] = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address) ?? [];
  const range = context.workbook.worksheets.getItem(quoted?.replace(/''/g, "'") ?? plain ?? "").getRange(cells);
  range.load("valueTypes");
  range.untrack();
  return () => {
    const kinds = new Set(range.valueTypes.flat().map((kind) => kind === "Empty"));
    return kinds.size === 1 ? kinds.has(true) : null;
  };
}
