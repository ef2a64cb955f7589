import { columnLetters } from "../../../engine/workbook";
import { cellColumn } from "./cell-reference";

/**
 * Pieces of a formula in which nothing may be shifted (texts, quoted sheet names, external books), or one reference:
 * a cell, or the ends of A:C and 3:5. A name followed by "(" or "!" or part of a longer word is none.
 */
const VERBATIM = `("(?:[^"]|"")*"|'(?:[^']|'')*'!?|\\[[^\\]]*\\])`;
const REFERENCES = [
  "(\\$?)([A-Z]{1,3})(\\$?)(\\d{1,7})",
  "(\\$?)([A-Z]{1,3}):(\\$?)([A-Z]{1,3})",
  "(\\$?)(\\d{1,7}):(\\$?)(\\d{1,7})",
].map((reference) => `(?<![\\w.\\\\$\\u0080-\\uffff])${reference}(?![\\w.(!\\u0080-\\uffff])`);
const PIECES = new RegExp([VERBATIM, ...REFERENCES].join("|"), "gi");

/**
 * A formula as it reads `rows` further down and `columns` further right: relative references move, absolute ones stay.
 * References pushed off the sheet become #REF!.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const column = (fixed: string, letters: string): string => (fixed ? `$${letters}` : shiftColumn(letters, columns));
  const row = (fixed: string, digits: string): string => (fixed ? `$${digits}` : shiftRow(digits, rows));
  return formula.replace(PIECES, (whole: string, verbatim: string | undefined, ...parts: string[]) => {
    if (verbatim !== undefined) return whole;
    const [c, letters, r, digits, c1, first, c2, last, r1, top, r2, bottom] = parts as (string | undefined)[];
    let shifted: string;
    if (letters !== undefined) shifted = column(c!, letters) + row(r!, digits!);
    else if (first !== undefined) shifted = `${column(c1!, first)}:${column(c2!, last!)}`;
    else shifted = `${row(r1!, top!)}:${row(r2!, bottom!)}`;
    return shifted.includes("#REF!") ? "#REF!" : shifted;
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
