import { CellKind, Exact, exactOf, isPercentFormat, locate } from "../workbook";
import type { Field } from "../tables";
import type { CellId, ExactDecimal, Workbook } from "../workbook";

/** What stands in a 分值 or 得分 cell. */
export type Mark =
  | { readonly kind: "blank" }
  | { readonly kind: "mark"; readonly value: ExactDecimal }
  /** "100%", also where it is stored as 1: nobody can tell points from it. */
  | { readonly kind: "percent"; readonly text: string }
  | { readonly kind: "unreadable"; readonly text: string };

const blank = /^(?:[/／\\—–\-一_]+|无)?$/;

/** Reads a 分值 or 得分: 20, "20分", "共20分". Exact: points know no rounding. */
export function readMark(workbook: Workbook, cell: CellId | undefined | null): Mark {
  if (cell === undefined || cell === null || cell < 0) return { kind: "blank" };
  const { sheet, index } = locate(workbook, cell);
  switch (sheet.kinds[index]) {
    case CellKind.Blank:
      return { kind: "blank" };
    case CellKind.Number: {
      const value = exactOf(sheet.numbers[index]!);
      return isPercentFormat(workbook.numberFormats[sheet.formats[index]!] ?? "General")
        ? { kind: "percent", text: `${value.times(100).toString()}%` }
        : { kind: "mark", value };
    }
    case CellKind.Text:
      return readMarkText(sheet.texts[index]!);
    case CellKind.Uncalculated:
      return { kind: "unreadable", text: `=${sheet.formulas.get(index) ?? ""}` };
    default:
      return { kind: "unreadable", text: sheet.texts[index] ?? "" };
  }
}

/** As `readMark`, of a named place; points printed inside its label ("得分（20分×执行率）") are read too. */
export function readMarkOf(workbook: Workbook, field: Field | null): Mark {
  if (field === null) return { kind: "blank" };
  const mark = readMark(workbook, field.cell);
  return mark.kind === "unreadable" ? readMarkText(field.text) : mark;
}

/** Reads points out of a text. */
export function readMarkText(text: string): Mark {
  const plain = text.normalize("NFKC").replace(/[\s\u200b\ufeff']+/g, "");
  if (blank.test(plain)) return { kind: "blank" };
  const found = /^(?:共|计|满分|分值)?[:：]?(-?\d+(?:\.\d+)?)(?:分)?$/.exec(plain);
  if (found) return { kind: "mark", value: new Exact(found[1]!) };
  return /^\d+(?:\.\d+)?%$/.test(plain) ? { kind: "percent", text: plain } : { kind: "unreadable", text };
}

/** Sum of marks; null where one of them cannot be read. Blanks count nothing. */
export function sumOfMarks(marks: readonly Mark[]): ExactDecimal | null {
  let sum = new Exact(0);
  for (const mark of marks) {
    if (mark.kind === "mark") sum = sum.plus(mark.value);
    else if (mark.kind !== "blank") return null;
  }
  return sum;
}
