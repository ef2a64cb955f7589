import type { Area } from "../../engine/workbook";
import { shownText } from "../../hosts/simulated";
import { shiftFormula } from "../../hosts/file/read/shared-formula";
import type { SimulatedSheet } from "../../hosts/simulated/model/sheet";
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
  const rows = copied?.rows ?? textRows(text);
  const single = rows.length === 1 && rows[0]!.length === 1;
  const height = single ? target.bottom - target.top + 1 : rows.length;
  const cells: TypedCell[] = [];
  for (let down = 0; down < height; down++) {
    const width = single ? target.right - target.left + 1 : rows[down]!.length;
    for (let right = 0; right < width; right++) {
      const [row, column] = [target.top + down, target.left + right];
      const contents = (single ? rows[0]![0] : rows[down]![right]) ?? "";
      const merged = areaAround(sheet, row, column);
      if (merged.top !== row || merged.left !== column) continue;
      const isFormula = copied !== null && typeof contents === "string" && contents.startsWith("=");
      const source = {
        row: (copied?.top ?? 0) + (single ? 0 : down),
        column: (copied?.left ?? 0) + (single ? 0 : right),
      };
      cells.push({
        row,
        column,
        typed: isFormula ? shiftFormula(contents, row - source.row, column - source.column) : contents,
      });
    }
  }
  return cells;
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
