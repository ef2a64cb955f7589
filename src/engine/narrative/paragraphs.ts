import { CellKind, type Sheet } from "../workbook";
import type { Paragraph } from "./passage";

/**
 * The text of a sheet in reading order, a line break in a cell being the end of a paragraph; figures, dates and blanks
 * are passed over. Pages that were pasted twice are read once.
 */
export function paragraphsOf(sheet: Sheet): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let index = 0; index < sheet.kinds.length; index++) {
    if (sheet.kinds[index] !== CellKind.Text) continue;
    const cell = sheet.base + index;
    let at = 0;
    for (const text of sheet.texts[index]!.split(/\n/)) {
      if (text.trim() !== "") paragraphs.push({ cell, text, at });
      at += text.length + 1;
    }
  }
  return withoutCopies(paragraphs);
}

/** So many letters in a row that stand there twice are a page that was pasted twice. */
const leastCopied = 120;

/** Without runs of paragraphs that repeat an earlier run word for word. */
function withoutCopies(paragraphs: readonly Paragraph[]): Paragraph[] {
  const first = new Map<string, number>();
  const kept: Paragraph[] = [];
  const texts = paragraphs.map(({ text }) => text.trim());
  for (let index = 0; index < paragraphs.length; index++) {
    const before = first.get(texts[index]!);
    const length = before === undefined ? 0 : copiedFrom(texts, before, index);
    if (length > 0) {
      index += length - 1;
      continue;
    }
    if (before === undefined) first.set(texts[index]!, index);
    kept.push(paragraphs[index]!);
  }
  return kept;
}

/** How many paragraphs from `index` on repeat those from `before` on; none where that is too little for a page. */
function copiedFrom(texts: readonly string[], before: number, index: number): number {
  let length = 0;
  let letters = 0;
  while (before + length < index && texts[before + length] === texts[index + length]) {
    letters += texts[index + length]!.length;
    length++;
  }
  return length >= 2 && letters >= leastCopied ? length : 0;
}
