/** Rows that were inserted into a sheet above a row, or, where `count` is negative, taken out from there. */
export interface RowShift {
  /** The sheet that was changed, and the one in which the formula stands. */
  readonly shifted: string;
  readonly own: string;
  readonly at: number;
  readonly count: number;
}

/** A quoted text; a reference, perhaps with a sheet; or a word that is none. The first that fits, from the left. */
const PIECES = new RegExp(
  [
    /("(?:[^"]|"")*")|/u,
    /(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?/u,
    /(\$?[A-Z]{1,3}\$?)(\d{1,7})(?::(\$?[A-Z]{1,3}\$?)(\d{1,7}))?(?![\p{L}\p{N}_.(!])/u,
    /|[\p{L}_\\][\p{L}\p{N}_.\\]*/u,
  ]
    .map(({ source }) => source)
    .join(""),
  "giu",
);

/**
 * A formula after rows have been inserted or taken out, as Excel rewrites it: what lies below moves along, a range
 * grows or shrinks with what it holds, what is gone is #REF!. References to whole rows stay as they are.
 */
export function movedReferences(formula: string, { shifted, own, at, count }: RowShift): string {
  return formula.replace(PIECES, (whole: string, text?: string, sheet?: string, ...parts: (string | undefined)[]) => {
    const [column, row, lastColumn, lastRow] = parts;
    if (text !== undefined || column === undefined) return whole;
    const named = sheet === undefined ? own : sheet.replace(/^'|'$/g, "").replace(/''/g, "'");
    if (named.toLowerCase() !== shifted.toLowerCase()) return whole;
    const prefix = sheet === undefined ? "" : `${sheet}!`;
    const first = Number(row) - 1;
    const last = lastRow === undefined ? first : Number(lastRow) - 1;
    const top = movedTop(first, at, count);
    const bottom = movedBottom(last, at, count);
    if (bottom < top) return `${prefix}#REF!`;
    return `${prefix}${column}${top + 1}${lastColumn === undefined ? "" : `:${lastColumn}${bottom + 1}`}`;
  });
}

/** Where the first of some rows comes to stand; the first one behind those that are gone. */
function movedTop(row: number, at: number, count: number): number {
  return row < at ? row : Math.max(at, row + count);
}

/** Where the last of some rows comes to stand; the last one in front of those that are gone. */
function movedBottom(row: number, at: number, count: number): number {
  if (row < at) return row;
  return row < at - count ? at - 1 : row + count;
}
