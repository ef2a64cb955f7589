import type { PlacedName } from "./hand-out";
import type { Quantity } from "./quantity";

/** "收入预算由上年的", "从2023年": what went, and from which year's figure. */
const stage = "(?:年初)?(?:预算|决算|执行)?(?:安排)?[数额]?的?";
const from = new RegExp(
  String.raw`(?:^|[,;:。()])([^,;:。()]{0,60}?)([由从]((?:上年|去年|上一年|20\d\d年)度?)?(?:同期)?的?${stage})$`,
);
const to = new RegExp(
  "^,?(?:增加|增长|减少|下降|提高|上升|降低|压减|缩减|下调|上调|调增|调减|[增升降])(?:到|至|为)" +
    String.raw`(?:(?:本年|今年|20\d\d年)度?)?${stage}$`,
);
const year = /20\d\d年度?/;

/**
 * "收入预算由上年的1000万元增加到1200万元": the names of the two figures, last year's and this year's; null for other words.
 * `following` are the figures from the first on; the words in front of it begin at `at`.
 */
export function namesFromTo(text: string, at: number, following: readonly Quantity[]): PlacedName[] | null {
  const [first, second] = following;
  if (first?.dimension !== "money" || second?.dimension !== "money") return null;
  if (!to.test(text.slice(first.end, second.start))) return null;
  const found = from.exec(text.slice(Math.max(at, first.start - 100), first.start));
  if (found === null) return null;
  const [, name, words, then] = found;
  const before = `${then ?? "上年"}${name!.replace(year, "")}`;
  return [
    { text: before, start: first.start - words!.length },
    { text: name!, start: second.start },
  ];
}
