import type { AuthoredCell, AuthoredSheet } from "../../../engine/workbook";

const LINE_HEIGHT = 15;
const DEFAULT_WIDTH = 8.43;
/** Styles that do not wrap: their text runs on or is a number. */
const SINGLE_LINE = new Set<AuthoredCell["style"]>(["plain", "amount", "figure", "points", "percent", undefined]);

/**
 * Height in points of every row whose texts need more than one line. Excel fits rows by itself when it opens a file,
 * but not those with merged cells, and other programs none; so it is estimated here: a Chinese character is two wide.
 */
export function estimatedHeights(sheet: AuthoredSheet): Map<number, number> {
  const lines = new Map<number, number>();
  for (const cell of sheet.cells) {
    if (typeof cell.value !== "string" || (SINGLE_LINE.has(cell.style) && !cell.link)) continue;
    const merge = sheet.merges?.find(({ top, left }) => top === cell.row && left === cell.column);
    const last = merge?.right ?? cell.column;
    let width = 0;
    for (let column = cell.column; column <= last; column++) width += sheet.widths?.[column] ?? DEFAULT_WIDTH;
    const rows = merge ? merge.bottom - merge.top + 1 : 1;
    const needed = cell.value
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - 1))), 0);
    const each = Math.ceil(needed / rows);
    for (let row = cell.row; row < cell.row + rows; row++) lines.set(row, Math.max(lines.get(row) ?? 1, each));
  }
  return new Map(
    [...lines].filter(([, count]) => count > 1).map(([row, count]) => [row, Math.min(409, count * LINE_HEIGHT + 3)]),
  );
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0x2e7f ? 2.1 : 1.1;
  return width;
}
