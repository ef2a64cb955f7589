import type { ColumnUse } from "../columns";
import { codeDigits, isDigits } from "../codes";
import type { Grid, Region } from "../grid";
import { filled, looksNumeric, rawText } from "../grid";
import type { Header } from "../header";

/** 类, 款, 项. */
const steps = ["class", "section", "item"] as const;
/** Digits of a 类; of a 款 or 项 at most, a number having lost its zero; of a whole 款 code at least. */
const classDigits = 3;
const mostStepDigits = 2;
const fewestWholeDigits = 5;

/**
 * "科目编码" over three columns that hold 208 | 05 | 02, merged over them, said over each or over the first only: 类, 款 and
 * 项 in columns of their own, whatever the word over them. So where one word ("科目") stands over codes and names. The
 * cells of `rows` tell.
 */
export function withCodeSteps(
  grid: Grid,
  region: Region,
  header: Header,
  uses: readonly ColumnUse[],
  rows: readonly [number, number],
): readonly ColumnUse[] {
  const first = uses.findIndex((use) => use.use !== "amount" && use.use !== "text" && use.of === "subject");
  const columnOf = (slot: number): number => region.left + slot;
  if (first < 0 || isStep(uses[first]!) || !holds(grid, columnOf(first), rows, isClass)) return uses;
  const word = header.paths[first]!.join("/");
  const isNext = (slot: number): boolean => {
    const path = header.paths[slot];
    return (
      path !== undefined &&
      (path.length === 0 || path.join("/") === word) &&
      holds(grid, columnOf(slot), rows, isStepOrWhole)
    );
  };
  let last = first;
  while (last - first < steps.length - 1 && isNext(last + 1)) last += 1;
  if (last === first) return uses;
  return uses.map((use, slot): ColumnUse => {
    const level = slot < first || slot > last ? undefined : steps[slot - first];
    return level === undefined ? use : { use: "code", of: "subject", level };
  });
}

function isStep(use: ColumnUse): boolean {
  return use.use === "code" && use.level !== "full";
}

const isClass = (digits: string): boolean => digits.length === classDigits;
const isStepOrWhole = (digits: string): boolean =>
  digits.length <= mostStepDigits || digits.length >= fewestWholeDigits;

/** Some cells of a column hold such codes, hardly any hold words, and none another number. */
function holds(
  grid: Grid,
  column: number,
  [from, to]: readonly [number, number],
  isSuch: (digits: string) => boolean,
): boolean {
  let such = 0;
  let words = 0;
  for (let row = from; row <= to; row++) {
    if (!filled(grid, row, column)) continue;
    const digits = codeDigits(grid, row, column);
    if (digits !== "" && isDigits(rawText(grid, row, column).trim())) {
      if (isSuch(digits)) such += 1;
      else if (isSuch !== isClass) return false;
    } else if (looksNumeric(grid, row, column)) return false;
    else words += 1;
  }
  return such > words;
}
