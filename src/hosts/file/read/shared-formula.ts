import { columnLetters } from "../../../engine/workbook";
import { cellColumn } from "./cell-reference";

/**
 * Pieces of a formula in which nothing may be shifted (texts, quoted sheet names, external books), or a word or two
 * with a colon between that may be a reference: one followed by "(" or "!" is none. Without lookbehind, which Safari of
 * before 16.4 does not know.
 */
const PIECES = new RegExp(
  [
    /("(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[[^\]]*\])/,
    /([\w.\\$\u0080-\uffff]+)(?::([\w.\\$\u0080-\uffff]+))?(?![\w.\\$(!\u0080-\uffff])/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

const CELL = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/i;
const COLUMN = /^(\$?)([A-Z]{1,3})$/i;
const ROW = /^(\$?)(\d{1,7})$/;

/**
 * A formula as it reads `rows` further down and `columns` further right: relative references move, absolute ones stay.
 * References pushed off the sheet become #REF!.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const column = (fixed: string, letters: string): string => (fixed ? `$${letters}` : shiftColumn(letters, columns));
  const row = (fixed: string, digits: string): string => (fixed ? `$${digits}` : shiftRow(digits, rows));
  const shifted = (word: string, form: RegExp, shift: (parts: readonly string[]) => string): string | null => {
    const [, ...parts] = form.exec(word) ?? [];
    if (parts.length === 0) return null;
    const moved = shift(parts);
    return moved.includes("#REF!") ? "#REF!" : moved;
  };
  const cell = (word: string): string =>
    shifted(word, CELL, ([c, letters, r, digits]) => column(c!, letters!) + row(r!, digits!)) ?? word;
  const ends = (first: string, last: string): string | null => {
    for (const [form, shift] of [[COLUMN, column] as const, [ROW, row] as const]) {
      const moved = [first, last].map((word) => shifted(word, form, ([fixed, name]) => shift(fixed!, name!)));
      if (moved.every((word) => word !== null)) return moved.includes("#REF!") ? "#REF!" : moved.join(":");
    }
    return null;
  };
  return formula.replace(PIECES, (whole: string, verbatim?: string, first?: string, last?: string) => {
    if (verbatim !== undefined || first === undefined) return whole;
    if (last === undefined) return cell(first);
    return ends(first, last) ?? `${cell(first)}:${cell(last)}`;
  });
}

function shiftColumn(letters: string, by: number): string {
  const column = cellColumn(letters);
  if (column < 0) return letters;
  const shifted = column + by;
  return shifted < 0 || shifted > 16_383 ? "#REF!" : columnLetters(shifted);
}

function shiftRow(digits: string, by: number): string {
  const shifted = Number(digits) + by;
  return shifted < 1 || shifted > 1_048_576 ? "#REF!" : String(shifted);
}
