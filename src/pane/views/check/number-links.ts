import type { FindingCell } from "../../../engine/diagnostics";
import { Exact, officeNumber } from "../../../engine/workbook";

/** A stretch of a line; `cell` is where its number stands. */
export interface LinePiece {
  readonly text: string;
  readonly cell: FindingCell | null;
}

const number = /[−-]?\d[\d,]*(?:\.\d+)?/g;

/**
 * The lines of a finding with their numbers tied to the cells they stand in: "合计 1,234.56" to the total's cell. The
 * same figure in several cells is tied to them one after the other; a sum that stands nowhere is tied to nothing.
 */
export function linkNumbers(lines: readonly string[], cells: readonly FindingCell[]): LinePiece[][] {
  const open = new Map<string, FindingCell[]>();
  for (const cell of cells) {
    const text = written(cell.value);
    if (text === null) continue;
    const alike = open.get(text);
    if (alike) alike.push(cell);
    else open.set(text, [cell]);
  }
  return lines.map((line) => piecesOf(line, open));
}

function piecesOf(line: string, open: ReadonlyMap<string, FindingCell[]>): LinePiece[] {
  const pieces: LinePiece[] = [];
  let end = 0;
  for (const { 0: text, index } of line.matchAll(number)) {
    const found = open.get(trimmed(text)) ?? [];
    const cell = found.length > 1 ? found.shift() : found[0];
    if (!cell) continue;
    if (index > end) pieces.push({ text: line.slice(end, index), cell: null });
    pieces.push({ text, cell });
    end = index + text.length;
  }
  if (end < line.length) pieces.push({ text: line.slice(end), cell: null });
  return pieces;
}

/**
 * A cell's number as the office writes it, without a sign: signs belong to the equation. Null for anything but a
 * number.
 */
function written(value: FindingCell["value"]): string | null {
  if (typeof value === "number") return trimmed(officeNumber(new Exact(value).abs().toFixed(), 0));
  return value !== null && /^\d[\d,]*(\.\d+)?$/.test(value.trim()) ? trimmed(value.trim()) : null;
}

/** Without sign and without zeros at the end: "1,235.50" and "1,235.5" are the same figure. */
function trimmed(text: string): string {
  const bare = text.replace(/^[−-]/, "").replace(/,/g, "");
  return bare.includes(".") ? bare.replace(/\.?0+$/, "") : bare;
}
