import type { Workbook } from "../../engine/workbook";
import { buildWorkbook } from "../../engine/workbook";
import type { ExcelClient, ListedSheet } from "./client";
import { listSheets } from "./client";
import { askExtents } from "./extents";
import { asHostError, clientError, isTooMuch } from "./problems";
import { readInChunks } from "./read-chunks";
import type { Extent } from "./sheet-details";
import { MOST_MERGES, askHidden, askMerges, askMergesInBands } from "./sheet-details";
import type { DescribedSheet } from "./source-sheet";
import { sourceSheet } from "./source-sheet";

/** What one reading found: the workbook, and the sheets' ids, by which they are known from then on. */
export interface Reading {
  readonly workbook: Workbook;
  readonly sheets: readonly ListedSheet[];
}

/** How many cells are asked for at once where Excel has a payload limit (5 MB on the web); about 60 bytes a cell. */
const CELLS_A_CHUNK = 60_000;

/**
 * The whole workbook in three round trips: the sheets' names, how far each reaches, everything in them. Only above the
 * payload limit there are more.
 * @throws HostError too-large with the sheet that has more cells than Excel gives
 */
export async function readWholeWorkbook(client: ExcelClient): Promise<Reading> {
  const readBy = (describe: typeof describeAtOnce): Promise<Reading> =>
    client.run(async (context) => {
      const sheets = await listSheets(context);
      const extents = await askExtents(context, sheets);
      return { workbook: buildWorkbook((await describe(context, sheets, extents)).map(sourceSheet)), sheets };
    });
  try {
    return await readBy(describeAtOnce);
  } catch (error) {
    if (!isTooMuch(error) && !concernsMerges(error)) throw asHostError(error);
  }
  try {
    return await readBy((context, sheets, extents) => readInChunks(context, sheets, extents, CELLS_A_CHUNK));
  } catch (error) {
    throw asHostError(error);
  }
}

async function describeAtOnce(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  extents: readonly Extent[],
): Promise<DescribedSheet[]> {
  const asked = sheets.map(({ id }, position) => {
    const sheet = context.workbook.worksheets.getItem(id);
    const extent = extents[position]!;
    const range = sheet.getRangeByIndexes(extent.top, extent.left, extent.rows, extent.columns);
    range.load("values,formulas,numberFormat");
    const hidden = askHidden(range);
    const merges = couldHaveTooManyMerges(extent) ? askMergesInBands(sheet, extent) : askMerges(range);
    range.untrack();
    return { range, hidden, merges };
  });
  await context.sync();
  return asked.map(({ range, hidden, merges }, position): DescribedSheet => {
    const { name, hidden: isHidden } = sheets[position]!;
    const { top, left } = extents[position]!;
    return {
      name,
      hidden: isHidden,
      blocks: [{ top, left, values: range.values, formulas: range.formulas, formats: range.numberFormat }],
      merges: merges(),
      ...hidden(top, left),
    };
  });
}

/**
 * Excel gives no merged areas where there are more than 512 in a range, and its documentation does not say whether by
 * an error or by silence: a sheet that could have as many is asked band by band.
 */
function couldHaveTooManyMerges({ rows, columns }: Extent): boolean {
  return rows * columns > 2 * MOST_MERGES;
}

function concernsMerges(error: unknown): boolean {
  return /mergedareas/i.test(clientError(error)?.location ?? "");
}
