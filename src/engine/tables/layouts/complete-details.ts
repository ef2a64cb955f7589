import type { Line, Section } from "../table";
import { valueAt } from "./of-which-lists";

/** Amounts are shown to the fen or to a hundredth of 万元 at most. */
const nothing = 0.005;
const fewestAlike = 2;

/**
 * What stands under 其中 of an amount may be some of it, or all: all of it where it makes the amount in most columns, or
 * in one where 其他 closes the list.
 */
export function withCompleteDetails(section: Section): Section {
  const { lines } = section;
  const complete = new Set<number>();
  for (const [whole] of lines.entries()) {
    const parts = lines.filter(({ parent, part }) => parent === whole && part === "of-which");
    if (parts.length > 1 && makeAll(section, lines[whole]!, parts)) complete.add(whole);
  }
  const isPart = ({ parent, part }: Line): boolean => part === "of-which" && parent !== null && complete.has(parent);
  return complete.size === 0
    ? section
    : { ...section, lines: lines.map((line) => (isPart(line) ? { ...line, part: "sum" } : line)) };
}

function makeAll(section: Section, whole: Line, parts: readonly Line[]): boolean {
  const told = section.columns.flatMap((_, column) => {
    const stated = valueAt(section, whole, column);
    const sum = parts.reduce((all, part) => all + valueAt(section, part, column), 0);
    return stated > nothing && sum > nothing ? [Math.abs(stated - sum) < nothing] : [];
  });
  const same = told.filter(Boolean).length;
  return /^其[他它]/.test(parts.at(-1)!.label) ? same > 0 : same >= fewestAlike && same * 2 > told.length;
}
