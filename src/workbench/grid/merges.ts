import type { Area } from "../../engine/workbook";
import type { SimulatedSheet } from "../../hosts/simulated";
import { overlap } from "../../hosts/simulated";

/** The merged area that a cell belongs to, or the cell alone. */
export function areaAround(sheet: SimulatedSheet, row: number, column: number): Area {
  const cell: Area = { top: row, left: column, bottom: row, right: column };
  return sheet.merges.find((area) => overlap(area, cell)) ?? cell;
}

/** An area widened to every merged area that it touches. */
export function withMerges(sheet: SimulatedSheet, area: Area): Area {
  let wide = area;
  for (let grown = true; grown;) {
    grown = false;
    for (const { top, left, bottom, right } of sheet.merges) {
      if (!overlap(wide, { top, left, bottom, right })) continue;
      const next = {
        top: Math.min(wide.top, top),
        left: Math.min(wide.left, left),
        bottom: Math.max(wide.bottom, bottom),
        right: Math.max(wide.right, right),
      };
      if (next.top === wide.top && next.left === wide.left && next.bottom === wide.bottom && next.right === wide.right)
        continue;
      wide = next;
      grown = true;
    }
  }
  return wide;
}

/** A cell to draw: a merged area is drawn once, from its first cell. */
export interface DrawnCell {
  readonly row: number;
  readonly column: number;
  readonly area: Area;
}

/**
 * The cells of a part of a sheet by row; merged areas that begin before it are drawn from where they begin.
 * @param frozen rows and columns that are drawn by themselves: what begins in them is not drawn a second time
 */
export function drawnCells(
  sheet: SimulatedSheet,
  part: Area,
  frozen: { readonly rows: number; readonly columns: number },
): ReadonlyMap<number, DrawnCell[]> {
  const merges = sheet.merges.filter((area) => overlap(area, part));
  const rows = new Map<number, DrawnCell[]>();
  const add = (row: number, column: number, area: Area): void => {
    const cells = rows.get(row);
    if (cells) cells.push({ row, column, area });
    else rows.set(row, [{ row, column, area }]);
  };
  for (const area of merges)
    if (isOf(part.top, area.top, frozen.rows) && isOf(part.left, area.left, frozen.columns))
      add(area.top, area.left, area);
  for (let row = part.top; row <= part.bottom; row++) {
    if (sheet.hiddenRows.has(row)) continue;
    for (let column = part.left; column <= part.right; column++) {
      if (sheet.hiddenColumns.has(column)) continue;
      const cell: Area = { top: row, left: column, bottom: row, right: column };
      if (!merges.some((area) => overlap(area, cell))) add(row, column, cell);
    }
  }
  for (const cells of rows.values()) cells.sort((a, b) => a.column - b.column);
  return new Map([...rows].sort(([a], [b]) => a - b));
}

/** Whether something that begins at a row or column belongs to the part that begins there: both frozen, or neither. */
function isOf(partStart: number, start: number, frozen: number): boolean {
  return partStart < frozen === start < frozen;
}
