import { a1 } from "../../engine/workbook";

/** Width of the row numbers and height of the column letters, in pixels. */
export const HEADER_WIDTH = 46;
export const HEADER_HEIGHT = 24;

/** Id of a cell in the page. */
export function cellId(row: number, column: number): string {
  return `cell-${a1(row, column)}`;
}
