import { CellKind, type Sheet } from "../workbook";
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
