import type { Area } from "../../engine/workbook";
import type { SimulatedSheet } from "../../hosts/simulated/model/sheet";
import { overlap } from "../../hosts/simulated/model/sheet";

/** The merged area that a cell belongs to, or the cell alone. */
export function areaAround(sheet: SimulatedSheet, row: number, column: number): Area {
  const cell: Area = { top: row, left: column, bottom: row, right: column };
  return sheet.merges.find((area) => overlap(area, cell)) ?? cell;
}

/** A cell to draw: a merged area is drawn once, from its first cell. */
export interface DrawnCell {
  readonly row: number;
  readonly column: number;
  readonly area: Area;
}

/** The cells of a part of a sheet by row; merged areas that begin outside are drawn from where they begin. */
export function drawnCells(sheet: SimulatedSheet, part: Area): ReadonlyMap<number, DrawnCell[]> {
  const merges = sheet.merges.filter((area) => overlap(area, part));
  const rows = new Map<number, DrawnCell[]>();
  const add = (row: number, column: number, area: Area): void => {
    const cells = rows.get(row);
    if (cells) cells.push({ row, column, area });
    else rows.set(row, [{ row, column, area }]);
  };
  for (const area of merges) add(area.top, area.left, area);
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
