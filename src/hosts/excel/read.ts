import type { SourceCell, SourceSheet, Workbook } from "../../engine/workbook";
import { buildWorkbookInSteps } from "../../engine/workbook";
import type { ReadPause } from "../host";
import type { ExcelClient, ListedSheet } from "./client";
import { listSheets } from "./client";
import { askExtents } from "./extents";
import { asHostError, clientError, isTooMuch } from "./problems";
import { readInChunks } from "./read-chunks";
import type { Extent } from "./sheet-details";
import { MOST_MERGES, askHidden, askMerges, askMergesInBands } from "./sheet-details";
import { takeCells } from "./source-sheet";

/** What one reading found: the workbook, and the sheets' ids, by which they are known from then on. */
export interface Reading {
  readonly workbook: Workbook;
  readonly sheets: readonly ListedSheet[];
}

/** How a workbook is read. */
export interface Reader {
  /** How many cells are asked for at once. */
  readonly cellsAtOnce: number;
  /** Time for the page to draw; without it the reading is not left off. */
  readonly pause?: ReadPause | undefined;
}

/**
 * How many cells are asked for at once: Excel on the web has a payload limit (5 MB), and a cell is about 60 bytes; and
 * what Excel answers has to be taken apart, with the page standing still meanwhile.
 */
export const CELLS_AT_ONCE = 60_000;

/** The share of the work that is done when every cell has been asked for. */
const ASKED = 0.8;

/**
 * The whole workbook in three round trips: the sheets' names, how far each reaches, everything in them. Only where that
 * is more than is asked for at once, or above the payload limit, there are more. Null where it was left off.
 * @throws HostError too-large with the sheet that has more cells than Excel gives
 */
export async function readWholeWorkbook(
  client: ExcelClient,
  { cellsAtOnce, pause = () => Promise.resolve(true) }: Reader,
): Promise<Reading | null> {
  const readBy = (describe: Describe): Promise<Reading | null> =>
    client.run(async (context) => {
      const sheets = await listSheets(context);
      const extents = await askExtents(context, sheets);
      const described = await describe(context, sheets, extents);
      const workbook = described && (await built(described, (share) => pause(ASKED + (1 - ASKED) * share)));
      return workbook && { workbook, sheets };
    });
  const inChunks: Describe = (context, sheets, extents) =>
    readInChunks(context, sheets, extents, { cellsAtOnce, pause: (share) => pause(ASKED * share) });
  try {
    return await readBy((context, sheets, extents) => {
      const cells = extents.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
      return (cells > cellsAtOnce ? inChunks : describeAtOnce)(context, sheets, extents);
    });
  } catch (error) {
    if (!isTooMuch(error) && !concernsMerges(error)) throw asHostError(error);
  }
  try {
    return await readBy(inChunks);
  } catch (error) {
    throw asHostError(error);
  }
}

/** Everything that stands in the sheets; null where that was left off. */
type Describe = (
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  extents: readonly Extent[],
) => Promise<SourceSheet[] | null>;

async function built(sheets: readonly SourceSheet[], pause: ReadPause): Promise<Workbook | null> {
  const steps = buildWorkbookInSteps(sheets);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (!(await pause(value))) return null;
  }
}

async function describeAtOnce(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  extents: readonly Extent[],
): Promise<SourceSheet[]> {
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
  return asked.map(({ range, hidden, merges }, position): SourceSheet => {
    const { name, hidden: isHidden } = sheets[position]!;
    const { top, left } = extents[position]!;
    const cells: SourceCell[] = [];
    takeCells(cells, { top, left, values: range.values, formulas: range.formulas, formats: range.numberFormat });
    return { name, hidden: isHidden, cells, merges: merges(), ...hidden(top, left) };
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
