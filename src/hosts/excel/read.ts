import type { Workbook } from "../../engine/workbook";
import { buildWorkbook } from "../../engine/workbook";
import type { ExcelClient, ListedSheet } from "./client";
import { listSheets } from "./client";
import { asHostError, clientError, isTooMuch } from "./problems";
import { readInChunks } from "./read-chunks";
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
 * The whole workbook: one round trip for the sheets' names, one for everything in them; a third where a large sheet
 * seems to have no merged cells at all (see `mergesToVerify`). Only above the payload limit there are more.
 * @throws HostError
 */
export async function readWholeWorkbook(client: ExcelClient): Promise<Reading> {
  try {
    return await client.run(async (context) => {
      const sheets = await listSheets(context);
      return { workbook: buildWorkbook((await describeAtOnce(context, sheets)).map(sourceSheet)), sheets };
    });
  } catch (error) {
    if (!isTooMuch(error) && !concernsMerges(error)) throw asHostError(error);
  }
  try {
    return await client.run(async (context) => {
      const sheets = await listSheets(context);
      return { workbook: buildWorkbook((await readInChunks(context, sheets, CELLS_A_CHUNK)).map(sourceSheet)), sheets };
    });
  } catch (error) {
    throw asHostError(error);
  }
}

async function describeAtOnce(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
): Promise<DescribedSheet[]> {
  const asked = sheets.map(({ id }) => {
    // Of a blank sheet this is A1 and no null object, so that more can be asked of it in the same round trip.
    const used = context.workbook.worksheets.getItem(id).getUsedRange(true);
    used.load("values,formulas,numberFormat,rowIndex,columnIndex");
    const hidden = askHidden(used);
    const merges = askMerges(used);
    used.untrack();
    return { used, hidden, merges };
  });
  await context.sync();
  const described = asked.map(({ used, hidden, merges }, position): DescribedSheet => {
    const { name, hidden: isHidden } = sheets[position]!;
    return {
      name,
      hidden: isHidden,
      blocks: [
        {
          top: used.rowIndex,
          left: used.columnIndex,
          values: used.values,
          formulas: used.formulas,
          formats: used.numberFormat,
        },
      ],
      merges: merges(),
      ...hidden(used.rowIndex, used.columnIndex),
    };
  });
  return verifyMerges(context, sheets, described);
}

/**
 * Excel gives no merged areas where there are more than 512 in a range, and its documentation does not say whether by
 * an error or by silence. A sheet that could have as many and seems to have none is asked again, band by band.
 */
async function verifyMerges(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  described: readonly DescribedSheet[],
): Promise<DescribedSheet[]> {
  const asked = described.map((sheet, position) => {
    const [block] = sheet.blocks;
    const rows = block?.values.length ?? 0;
    const columns = block?.values[0]?.length ?? 0;
    if (!block || sheet.merges.length > 0 || rows * columns <= 2 * MOST_MERGES) return null;
    return askMergesInBands(context.workbook.worksheets.getItem(sheets[position]!.id), {
      top: block.top,
      left: block.left,
      rows,
      columns,
    });
  });
  if (asked.every((merges) => merges === null)) return [...described];
  await context.sync();
  return described.map((sheet, position) => ({ ...sheet, merges: asked[position]?.() ?? sheet.merges }));
}

function concernsMerges(error: unknown): boolean {
  return /mergedareas/i.test(clientError(error)?.location ?? "");
}
