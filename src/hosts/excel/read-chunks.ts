import type { Area } from "../../engine/workbook";
import type { ListedSheet } from "./client";
import { HostError } from "../host-problem";
import type { Operation } from "./operations";
import { perform } from "./operations";
import { isTooMuch } from "./problems";
import type { Extent } from "./sheet-details";
import { askHidden, askMergesInBands } from "./sheet-details";
import type { CellBlock, DescribedSheet } from "./source-sheet";

/** Rows of one sheet that are asked for together. */
interface Slice extends Extent {
  readonly sheet: number;
}

/**
 * Reads in as many round trips as the payload limit makes necessary: several small sheets in one, a large one in
 * several. Where Excel still finds a chunk too large it is halved, down to single rows.
 * @param extents how far each sheet reaches
 * @param cells how many cells to ask for at once
 * @throws HostError too-large where a single row is too much; whatever the client throws
 */
export async function readInChunks(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  extents: readonly Extent[],
  cells: number,
): Promise<DescribedSheet[]> {
  const blocks = sheets.map((): CellBlock[] => []);
  const pending = chunksOf(extents, cells);
  for (let chunk = pending.shift(); chunk; chunk = pending.shift()) {
    const read = await readChunk(context, sheets, chunk);
    if (read) chunk.forEach(({ sheet }, position) => blocks[sheet]!.push(read[position]!));
    else pending.unshift(...halved(chunk, sheets));
  }
  const details = await askDetails(context, sheets, extents);
  return sheets.map(({ name, hidden }, position) => ({
    name,
    hidden,
    blocks: blocks[position]!,
    ...details[position]!,
  }));
}

/** Slices of at most that many cells, put together to chunks of at most that many cells. */
function chunksOf(extents: readonly Extent[], cells: number): Slice[][] {
  const chunks: Slice[][] = [];
  let room = 0;
  extents.forEach((extent, sheet) => {
    for (let row = 0; row < extent.rows;) {
      if (room < extent.columns) {
        chunks.push([]);
        room = Math.max(cells, extent.columns);
      }
      const rows = Math.min(extent.rows - row, Math.max(1, Math.floor(room / extent.columns)));
      chunks.at(-1)!.push({ sheet, top: extent.top + row, left: extent.left, rows, columns: extent.columns });
      room -= rows * extent.columns;
      row += rows;
    }
  });
  return chunks;
}

function halved(chunk: readonly Slice[], sheets: readonly ListedSheet[]): Slice[][] {
  if (chunk.length > 1) return [chunk.slice(0, chunk.length >> 1), chunk.slice(chunk.length >> 1)];
  const slice = chunk[0]!;
  if (slice.rows === 1) throw new HostError({ code: "too-large", sheet: sheets[slice.sheet]!.name });
  const first = slice.rows >> 1;
  return [[{ ...slice, rows: first }], [{ ...slice, top: slice.top + first, rows: slice.rows - first }]];
}

/** The blocks of a chunk; null where Excel finds it too large. */
async function readChunk(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  chunk: readonly Slice[],
): Promise<CellBlock[] | null> {
  const asked = chunk.map(({ sheet, top, left, rows, columns }) => {
    const range = context.workbook.worksheets.getItem(sheets[sheet]!.id).getRangeByIndexes(top, left, rows, columns);
    range.load("values,formulas,numberFormat");
    range.untrack();
    return range;
  });
  try {
    await context.sync();
  } catch (error) {
    if (isTooMuch(error)) return null;
    throw error;
  }
  return asked.map(({ values, formulas, numberFormat }, position) => ({
    top: chunk[position]!.top,
    left: chunk[position]!.left,
    values,
    formulas,
    formats: numberFormat,
  }));
}

/** Rows that are asked at once whether they are hidden: about 20 bytes each. */
const ROWS_A_SLICE = 50_000;

interface Details {
  readonly merges: Area[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: number[];
}

async function askDetails(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  extents: readonly Extent[],
): Promise<Details[]> {
  const answers: (() => Details)[] = [];
  const questions = sheets.flatMap(({ id }, position): Operation[] => {
    const extent = extents[position]!;
    const parts: (() => Partial<Details>)[] = [];
    answers[position] = () => joined(parts.map((part) => part()));
    return [
      (context) => {
        const merges = askMergesInBands(context.workbook.worksheets.getItem(id), extent);
        parts[0] = () => ({ merges: merges() });
      },
      ...slicesOf(extent).map((slice, at): Operation => (context) => {
        const { top, left, rows, columns } = slice;
        const range = context.workbook.worksheets.getItem(id).getRangeByIndexes(top, left, rows, columns);
        const hidden = askHidden(range);
        range.untrack();
        parts[at + 1] = () => hidden(top, left);
      }),
    ];
  });
  await perform(context, questions, { begun: false });
  return answers.map((answer) => answer());
}

function slicesOf(extent: Extent): Extent[] {
  const slices: Extent[] = [];
  for (let row = 0; row < extent.rows; row += ROWS_A_SLICE)
    slices.push({ ...extent, top: extent.top + row, rows: Math.min(ROWS_A_SLICE, extent.rows - row) });
  return slices;
}

function joined(parts: readonly Partial<Details>[]): Details {
  return {
    merges: parts.flatMap(({ merges }) => merges ?? []),
    hiddenRows: parts.flatMap(({ hiddenRows }) => hiddenRows ?? []),
    hiddenColumns: [...new Set(parts.flatMap(({ hiddenColumns }) => hiddenColumns ?? []))],
  };
}
