import type { Area } from "../../engine/workbook";

/** Merged areas that Excel gives for one range (Range.getMergedAreasOrNullObject). */
export const MOST_MERGES = 512;

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

/**
 * Asks for the merged areas that begin in a range; their addresses alone would name just the first cells (office-js
 * #1590).
 */
export function askMerges(range: Excel.Range): () => Area[] {
  const merged = range.getMergedAreasOrNullObject();
  merged.load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount");
  merged.untrack();
  return () => {
    if (merged.isNullObject) return [];
    return merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
      top: rowIndex,
      left: columnIndex,
      bottom: rowIndex + rowCount - 1,
      right: columnIndex + columnCount - 1,
    }));
  };
}

/** Asks which rows and columns of a range are hidden. */
export function askHidden(
  range: Excel.Range,
): (top: number, left: number) => { hiddenRows: number[]; hiddenColumns: number[] } {
  const rows = range.getRowProperties({ rowHidden: true });
  const columns = range.getColumnProperties({ columnHidden: true });
  return (top, left) => ({
    hiddenRows: rows.value.flatMap(({ rowHidden }, offset) => (rowHidden ? [top + offset] : [])),
    hiddenColumns: columns.value.flatMap(({ columnHidden }, offset) => (columnHidden ? [left + offset] : [])),
  });
}
