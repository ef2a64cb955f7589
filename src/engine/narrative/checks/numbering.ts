import { chineseNumeral } from "../../language";
import type { Passage } from "../passage";

/** Numbering at the beginning of a paragraph, by depth: 一、, （一）, 1., （1）. */
const styles: readonly RegExp[] = [
  /^([一二三四五六七八九十]{1,3})[、.]/,
  /^\(([一二三四五六七八九十]{1,3})\)/,
  /^(\d{1,2})[.、](?!\d)/,
  /^\((\d{1,2})\)/,
];
/** So many numbers in a row make a numbering; and a gap of more is another numbering. */
const fewestInRow = 2;
const widestGap = 2;

/** A paragraph whose number does not follow that of the one before it on its level. */
export interface SkippedNumber {
  readonly passage: Passage;
  /** Where its number ends. */
  readonly end: number;
  readonly before: number;
  readonly found: number;
}

/** Where the numbering of a text leaves a number out: "（7）… （9）…". */
export function* skippedNumbers(passages: readonly Passage[]): Iterable<SkippedNumber> {
  const open: { last: number; run: number }[] = [];
  for (const passage of passages) {
    const depth = styles.findIndex((style) => style.test(passage.text));
    if (depth < 0) continue;
    const match = styles[depth]!.exec(passage.text)!;
    const found = Number(/^\d/.test(match[1]!) ? match[1] : chineseNumeral(match[1]!));
    const before = open[depth];
    open.length = depth;
    const follows = before !== undefined && found === before.last + 1;
    open[depth] = { last: found, run: follows ? before.run + 1 : 1 };
    const gap = before === undefined ? 0 : found - before.last - 1;
    if (before !== undefined && before.run >= fewestInRow && gap > 0 && gap <= widestGap)
      yield { passage, end: match[0].length, before: before.last, found };
  }
}
