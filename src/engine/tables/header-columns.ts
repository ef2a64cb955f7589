import { latestYear } from "./column-years";
import { readsWithoutRole } from "./columns";
import type { Grid } from "./grid";
import type { HeaderColumn } from "./table";

/** Header words of a grid column from the top down, "" where a row has none; rows and columns are grid positions. */
export interface HeadedColumns {
  readonly grid: Grid;
  /** The header's rows, both ends included. */
  readonly rows: readonly [number, number];
  /** Grid column of the first path. */
  readonly left: number;
  readonly paths: readonly (readonly string[])[];
}

/**
 * The columns under a header, each with its lowest header cell and whether it is read: by a role (`hasRole`, of a
 * path's
 * index), or by its own words (编码, 名称, 备注, 上年数). A label that runs down beside the rows heads no column.
 */
export function headerColumnsOf(header: HeadedColumns, hasRole: (slot: number) => boolean): HeaderColumn[] {
  const seen = new Set<number>();
  return header.paths.flatMap((path, slot): HeaderColumn[] => {
    const word = path.at(-1);
    const index = lowestCell(header, slot + header.left);
    if (word === undefined || index === null || seen.has(index) || runsDown(header, index)) return [];
    seen.add(index);
    const cell = header.grid.sheet.base + index;
    return [{ cell, header: path.join("/"), year: latestYear(path), isRead: hasRole(slot) || readsWithoutRole(path) }];
  });
}

/** Grid index of the lowest header cell over a column that holds something; null where none does. */
function lowestCell({ grid, rows: [top, bottom] }: HeadedColumns, column: number): number | null {
  for (let row = bottom; row >= top; row--) {
    const index = row * grid.width + column;
    const anchor = grid.anchors.get(index) ?? index;
    if (grid.sheet.kinds[anchor] !== 0) return anchor;
  }
  return null;
}

function runsDown({ grid, rows: [, bottom] }: HeadedColumns, index: number): boolean {
  const below = (bottom + 1) * grid.width + (index % grid.width);
  return grid.anchors.get(below) === index;
}
