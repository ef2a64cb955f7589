import type { Area } from "../../engine/workbook";
import { shownText } from "../../hosts/simulated";
import { shiftFormula } from "../../hosts/file";
import type { SimulatedSheet } from "../../hosts/simulated";
import type { TypedCell } from "./edit-history";
import { areaAround } from "./merges";

/** What a block of cells holds, exactly: beside the text that shows, for pasting within the page. */
export const CELLS_TYPE = "application/x-hedui-cells";

interface CopiedCells {
  readonly top: number;
  readonly left: number;
  /** As typed; null where nothing stands. */
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** A block as other programs take it: rows by lines, cells by tabs, as Excel puts it on the clipboard. */
export function copiedText(sheet: SimulatedSheet, { top, left, bottom, right }: Area): string {
  const lines: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const cells: string[] = [];
    for (let column = left; column <= right; column++) cells.push(quoted(shownText(sheet, row, column)));
    lines.push(cells.join("\t"));
  }
  // A single cell is a word, several are lines: the last one has its end as well.
  return top === bottom && left === right ? lines.join("") : lines.map((line) => `${line}\n`).join("");
}

/** A block with its formulas and exact figures. */
export function copiedCells(sheet: SimulatedSheet, { top, left, bottom, right }: Area): string {
  const rows = Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (_unused, across) => {
      const { formula, value, error } = sheet.cell(top + down, left + across);
      if (formula !== undefined) return `=${formula}`;
      return error ?? (typeof value === "string" ? `'${value}` : value);
    }),
  );
  return JSON.stringify({ top, left, rows } satisfies CopiedCells);
}

/**
 * What pasting writes from a cell on: the page's own cells with their formulas moved along, else the text of another
 * program. A single value fills a selected area. Cells that a merged one covers are left alone.
 */
export function pastedCells(sheet: SimulatedSheet, target: Area, own: string, text: string): TypedCell[] {
  const copied = own === "" ? null : (JSON.parse(own) as CopiedCells);
  return piecesOf(copied?.rows ?? textRows(text), target)
    .filter(({ row, column }) => {
      const merged = areaAround(sheet, row, column);
      return merged.top === row && merged.left === column;
    })
    .map(({ row, column, down, right, contents }) => {
      const isFormula = copied !== null && typeof contents === "string" && contents.startsWith("=");
      if (!isFormula) return { row, column, typed: contents };
      const moved = shiftFormula(contents, row - copied.top - down, column - copied.left - right);
      return { row, column, typed: moved };
    });
}

/** A value of a block, where it goes, and where in the block it stands. */
interface Piece {
  readonly row: number;
  readonly column: number;
  readonly down: number;
  readonly right: number;
  readonly contents: string | number | boolean;
}

function piecesOf(rows: CopiedCells["rows"], { top, left, bottom, right: end }: Area): Piece[] {
  const single = rows.length === 1 && rows[0]!.length === 1;
  if (!single)
    return rows.flatMap((cells, down) =>
      cells.map((contents, right) => ({
        row: top + down,
        column: left + right,
        down,
        right,
        contents: contents ?? "",
      })),
    );
  const contents = rows[0]![0] ?? "";
  const pieces: Piece[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= end; column++) pieces.push({ row, column, down: 0, right: 0, contents });
  return pieces;
}

function quoted(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Rows of cells out of tabbed text; a cell in quotation marks may hold tabs and line ends. */
function textRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const { 0: whole, 1: raw = "", 2: end } of text.matchAll(/("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/g)) {
    // Behind the last line end there is no further cell.
    if (whole === "" && rows.at(-1)!.length === 0 && rows.length > 1) break;
    rows.at(-1)!.push(/^"(?:[^"]|"")*"$/.test(raw) ? raw.slice(1, -1).replace(/""/g, '"') : raw);
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  return rows.at(-1)!.length === 0 ? rows.slice(0, -1) : rows;
}
