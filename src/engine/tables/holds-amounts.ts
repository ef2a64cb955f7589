import type { Sheet, Workbook } from "../workbook";
import { CellKind, isDateFormat } from "../workbook";
import type { Unrecognised } from "./table";

/** Numbers of pages and of lines stay below. */
const mostPages = 1_000;

const amountText = /^-?\d[\d,]*(?:\.\d+)?%?$/;

/**
 * Whether a sheet holds numbers that could be amounts, typed or as text: a cover has none but its date, a list of
 * contents has columns of whole numbers that only grow (numbers of lines, of pages).
 */
export function holdsAmounts({ numberFormats }: Workbook, { kinds, numbers, texts, formats, columns }: Sheet): boolean {
  const width = columns.length;
  const last = new Map<number, number>();
  const isPage = (index: number, number: number): boolean => {
    const before = last.get(index % width) ?? 0;
    last.set(index % width, number);
    return Number.isInteger(number) && number >= before && number <= mostPages;
  };
  for (let index = 0; index < kinds.length; index++) {
    const kind = kinds[index];
    if (kind === CellKind.Uncalculated) return true;
    if (kind === CellKind.Number && isDateFormat(numberFormats[formats[index]!] ?? "General")) continue;
    const text = kind === CellKind.Text ? texts[index]!.trim() : "";
    if (kind !== CellKind.Number && !amountText.test(text)) continue;
    if (!isPage(index, kind === CellKind.Number ? numbers[index]! : Number(text.replace(/[,%]/g, "")))) return true;
  }
  return false;
}

/** What was read through and is no table we know. */
const readThrough: ReadonlySet<Unrecognised["reason"]> = new Set(["no-title", "no-header", "no-template"]);

/** Whether a sheet that is no table could not be one: a cover, a list of contents, a sheet without a cell. */
export function hasNothingToCheck(workbook: Workbook, { sheet, reason }: Unrecognised): boolean {
  return reason === "empty" || (readThrough.has(reason) && !holdsAmounts(workbook, sheet));
}
