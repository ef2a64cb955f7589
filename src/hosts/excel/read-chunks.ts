import type { Area, SourceCell, SourceSheet } from "../../engine/workbook";
import type { ReadPause } from "../host";
import { HostError } from "../host-problem";
import type { ListedSheet } from "./client";
import { isTooMuch } from "./problems";
import type { Extent } from "./sheet-details";
import { askHidden, askMergesInBands } from "./sheet-details";
import type { CellBlock } from "./source-sheet";
import { takeCells } from "./source-sheet";

/** Rows of one sheet that are asked for together. */
interface Slice extends Extent {
  readonly sheet: number;
}

/** What a slice holds. */
interface ReadSlice {
  readonly block: CellBlock;
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** A sheet as far as it has been read. */
interface Gathered {
  readonly cells: SourceCell[];
  readonly merges: Area[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: Set<number>;
}

/**
 * Reads in as many round trips as the number of cells and the payload limit make necessary: several small sheets in
 * one, a large one in several. Where Excel still finds a chunk too large it is halved, down to single rows.
 * @param extents how far each sheet reaches
 * @returns null where it was left off
 * @throws HostError too-large where a single row is too much; whatever the client throws
 */
export async function readInChunks(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  extents: readonly Extent[],
  { cellsAtOnce, pause }: { readonly cellsAtOnce: number; readonly pause: ReadPause },
): Promise<SourceSheet[] | null> {
  const gathered = sheets.map((): Gathered => ({ cells: [], merges: [], hiddenRows: [], hiddenColumns: new Set() }));
  const pending = chunksOf(extents, cellsAtOnce);
  const all = rowsOf(extents);
  let done = 0;
  for (let chunk = pending.shift(); chunk; chunk = pending.shift()) {
    const read = await readChunk(context, sheets, chunk);
    if (read) chunk.forEach(({ sheet }, position) => gather(gathered[sheet]!, read[position]!));
    else pending.unshift(...halved(chunk, sheets));
    done += read ? rowsOf(chunk) : 0;
    if (!(await pause(done / all))) return null;
  }
  return sheets.map(({ name, hidden }, position) => ({ name, hidden, ...gathered[position]! }));
}

function rowsOf(extents: readonly Extent[]): number {
  return extents.reduce((sum, { rows }) => sum + rows, 0);
}

function gather(sheet: Gathered, { block, merges, hiddenRows, hiddenColumns }: ReadSlice): void {
  takeCells(sheet.cells, block);
  sheet.merges.push(...merges);
  sheet.hiddenRows.push(...hiddenRows);
  hiddenColumns.forEach((column) => sheet.hiddenColumns.add(column));
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

/** What the slices of a chunk hold; null where Excel finds it too large. */
async function readChunk(
  context: Excel.RequestContext,
  sheets: readonly ListedSheet[],
  chunk: readonly Slice[],
): Promise<ReadSlice[] | null> {
  const asked = chunk.map((slice) => {
    const { sheet, top, left, rows, columns } = slice;
    const worksheet = context.workbook.worksheets.getItem(sheets[sheet]!.id);
    const range = worksheet.getRangeByIndexes(top, left, rows, columns);
    range.load("values,formulas,numberFormat");
    const hidden = askHidden(range);
    const merges = askMergesInBands(worksheet, slice);
    range.untrack();
    return { range, hidden, merges };
  });
  try {
    await context.sync();
  } catch (error) {
    if (isTooMuch(error)) return null;
    throw error;
  }
  return asked.map(({ range: { values, formulas, numberFormat }, hidden, merges }, position) => {
    const { top, left } = chunk[position]!;
    return { block: { top, left, values, formulas, formats: numberFormat }, merges: merges(), ...hidden(top, left) };
  });
}
