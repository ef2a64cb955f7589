import { CellKind, type Sheet, type SourceSheet } from "../workbook";
import type { Paragraph } from "./passage";

/** The text cells of a sheet in reading order; figures, dates and blanks are passed over. */
export function paragraphsOf(sheet: Sheet): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let index = 0; index < sheet.kinds.length; index++) {
    if (sheet.kinds[index] !== CellKind.Text) continue;
    const text = sheet.texts[index]!;
    if (text.trim() !== "") paragraphs.push({ cell: sheet.base + index, text });
  }
  return paragraphs;
}

/** A text file as a sheet: one paragraph a row in column A, blank ones left out, so that it goes the way of every other sheet. */
export function narrativeSheet(name: string, paragraphs: readonly string[]): SourceSheet {
  return { name, cells: paragraphs.filter((text) => text.trim() !== "").map((value, row) => ({ row, column: 0, value })) };
}

const sentenceEnd = /[。；：！？;:]/;
const shortestSentence = 25;
const shortestText = 40;

/**
 * Is this sheet running text rather than a table? Long sentences in few columns, that make up most of what is written; a table's
 * notes or a criterion in its cells do not make it one.
 */
export function isNarrative(sheet: Sheet): boolean {
  let letters = 0;
  let inSentences = 0;
  let sentences = 0;
  let figures = 0;
  const widths = new Set<number>();
  for (let index = 0; index < sheet.kinds.length; index++) {
    const kind = sheet.kinds[index];
    if (kind === CellKind.Number) figures++;
    if (kind !== CellKind.Text) continue;
    const text = sheet.texts[index]!;
    letters += text.length;
    if (text.length < shortestSentence || !sentenceEnd.test(text)) continue;
    sentences++;
    inSentences += text.length;
    widths.add(index % sheet.columns.length);
  }
  if (sentences === 0 || inSentences < shortestText) return false;
  return inSentences >= letters * 0.5 && figures <= sentences && widths.size <= 2;
}
