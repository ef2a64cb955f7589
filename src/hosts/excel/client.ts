import { asHostError } from "./problems";

/** What the adapter needs of Office: `Excel` itself, or Office's client over a simulated Excel. */
export interface ExcelClient {
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
}

/**
 * Runs a batch and turns what goes wrong into a `HostError`.
 * @throws HostError
 */
export async function runBatch<T>(
  client: ExcelClient,
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  try {
    return await client.run(batch);
  } catch (error) {
    throw asHostError(error);
  }
}

/** A sheet as Excel lists it. Ids outlive renaming. */
export interface ListedSheet {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
}

/** The sheets of the workbook in order: one round trip, or none of its own where `alsoLoad` fills it. */
export async function listSheets(
  context: Excel.RequestContext,
  alsoLoad: () => void = () => undefined,
): Promise<ListedSheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name,items/visibility");
  alsoLoad();
  await context.sync();
  return worksheets.items.map(({ id, name, visibility }) => ({ id, name, hidden: visibility !== "Visible" }));
}
