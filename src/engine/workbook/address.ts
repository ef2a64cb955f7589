import type { Area, CellId, Sheet, Workbook } from "./sheet";
import { coordinates, locate } from "./sheet";

/** Letters of a zero-based column: 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** "B12" from zero-based row and column. */
export function a1(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** "A1:C9", or "A1" for a single cell. */
export function areaA1(area: Area): string {
  const first = a1(area.top, area.left);
  const last = a1(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

/** Zero-based row and column of "B12" or "$B$12"; null where the text is no address. */
export function parseA1(address: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d*)$/i.exec(address.trim());
  if (!match) return null;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** Area of "A1:C9" or "B2"; null where the text is none. */
export function parseArea(text: string): Area | null {
  const [from, to = from] = text.split(":");
  const first = parseA1(from ?? "");
  const last = parseA1(to ?? "");
  if (!first || !last) return null;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}

/** A cell by the name of its sheet and its A1 address. */
export interface CellPlace {
  readonly sheet: string;
  readonly address: string;
}

/** The A1 address, without the sheet, of a cell number. */
export function addressOf(workbook: Workbook, cell: CellId): CellPlace {
  const { sheet, index } = locate(workbook, cell);
  return { sheet: sheet.name, address: addressIn(sheet, index) };
}

/** The A1 address of a grid index. */
export function addressIn(sheet: Sheet, index: number): string {
  const { row, column } = coordinates(sheet, index);
  return a1(row, column);
}
