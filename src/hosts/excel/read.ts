import type { Area, Workbook } from "../../engine/workbook";
import { buildWorkbook } from "../../engine/workbook";
import type { ExcelClient, ListedSheet } from "./client";
import { listSheets } from "./client";
import { asHostError, clientError, isTooMuch } from "./problems";
import { readInChunks } from "./read-chunks";
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

async function describeAtOnce(context: Excel.RequestContext, sheets: readonly ListedSheet[]): Promise<DescribedSheet[]> {
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
      blocks: [{ top: used.rowIndex, left: used.columnIndex, values: used.values, formulas: used.formulas, formats: used.numberFormat }],
      merges: merges(),
      ...hidden(used.rowIndex, used.columnIndex),
    };
  });
  return verifyMerges(context, sheets, described);
}

/**
 * Excel gives no merged areas where there are more than 512 in a range, and its documentation does not say whether by an
 * error or by silence. A sheet that could have as many and seems to have none is asked again, band by band.
 */
async function verifyMerges(context: Excel.RequestContext, sheets: readonly ListedSheet[], described: readonly DescribedSheet[]): Promise<DescribedSheet[]> {
  const asked = described.map((sheet, position) => {
    const [block] = sheet.blocks;
    const rows = block?.values.length ?? 0;
    const columns = block?.values[0]?.length ?? 0;
    if (!block || sheet.merges.length > 0 || rows * columns <= 2 * MOST_MERGES) return null;
    return askMergesInBands(context.workbook.worksheets.getItem(sheets[position]!.id), { top: block.top, left: block.left, rows, columns });
  });
  if (asked.every((merges) => merges === null)) return [...described];
  await context.sync();
  return described.map((sheet, position) => ({ ...sheet, merges: asked[position]?.() ?? sheet.merges }));
}

/** Merged areas that Excel gives for one range (Range.getMergedAreasOrNullObject). */
const MOST_MERGES = 512;

/** A block of rows × columns cells. */
export interface Extent {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** Asks for the merged areas in bands so narrow that none can hold more than Excel gives. */
export function askMergesInBands(sheet: Excel.Worksheet, { top, left, rows, columns }: Extent): () => Area[] {
  // Two cells make the smallest merged area.
  const height = Math.max(1, Math.floor((2 * MOST_MERGES) / columns));
  const bands: (() => Area[])[] = [];
  for (let row = 0; row < rows; row += height) {
    const band = sheet.getRangeByIndexes(top + row, left, Math.min(height, rows - row), columns);
    bands.push(askMerges(band));
    band.untrack();
  }
  return () => bands.flatMap((merges) => merges());
}

/** Asks for the merged areas that begin in a range; their addresses alone would name just the first cells (office-js #1590). */
function askMerges(range: Excel.Range): () => Area[] {
  const merged = range.getMergedAreasOrNullObject();
  merged.load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount");
  merged.untrack();
  return () => {
    if (merged.isNullObject) return [];
    return merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({ top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 }));
  };
}

/** Asks which rows and columns of a range are hidden. */
export function askHidden(range: Excel.Range): (top: number, left: number) => { hiddenRows: number[]; hiddenColumns: number[] } {
  const rows = range.getRowProperties({ rowHidden: true });
  const columns = range.getColumnProperties({ columnHidden: true });
  return (top, left) => ({
    hiddenRows: rows.value.flatMap(({ rowHidden }, offset) => (rowHidden ? [top + offset] : [])),
    hiddenColumns: columns.value.flatMap(({ columnHidden }, offset) => (columnHidden ? [left + offset] : [])),
  });
}

function concernsMerges(error: unknown): boolean {
  return /mergedareas/i.test(clientError(error)?.location ?? "");
}
