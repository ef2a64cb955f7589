/**
 * Letters that the text itself gives to the target and to what was reached: "A为目标值，B为实际值", "目标值（A）". Written out,
 * "B≤A得满分" is the sentence that an office without letters writes.
 */

import type { SourceText } from "../language";

const TARGET = "(?:年初|年度|全年|本年|当年)?(?:设定)?的?(?:绩效)?(?:目标|指标|计划|预期)(?:完成)?(?:数量|值|数)?";
const ACTUAL = "(?:全年|年度|本年|当年)?(?:实际|完成)(?:完成)?(?:数量|情况|值|数)";
const NAME = `(?:本?指标的?)?(?:(?<target>${TARGET})|(?<actual>${ACTUAL}))`;
const OPENS = "(?<open>^|[,;。:(])(?:其中[:,]?|式中[:,]?|[设令记])?";
const CLOSES = "(?=$|[,;。)])";

/** What gives a letter its meaning: a clause of its own, or brackets behind the name. */
const CLAUSES: readonly RegExp[] = [
  new RegExp(`${OPENS}(?<letter>[A-Z])(?:为|是|指|表示|代表|=|:)${NAME}${CLOSES}`, "gu"),
  new RegExp(`${OPENS}${NAME}(?:为|是|记为|设为|=|:)(?<letter>[A-Z])${CLOSES}`, "gu"),
];
const IN_BRACKETS = new RegExp(`${NAME}(?<bracket>\\((?<letter>[A-Z])\\))`, "gu");

interface Meanings {
  readonly names: ReadonlyMap<string, string>;
  /** Places in the text that only give the meanings: they need not be said again. */
  readonly told: ReadonlySet<number>;
}

function meaningsIn(text: string): Meanings {
  const names = new Map<string, string>();
  const told = new Set<number>();
  const note = ({ groups, index, 0: whole }: RegExpMatchArray): void => {
    const { letter = "", target, open = "", bracket } = groups ?? {};
    names.set(letter, target === undefined ? "实际完成值" : "目标值");
    const end = (index ?? 0) + whole.length;
    const start = bracket === undefined ? (index ?? 0) + open.length : end - bracket.length;
    for (let at = start; at < end; at += 1) told.add(at);
  };
  for (const pattern of [...CLAUSES, IN_BRACKETS]) for (const match of text.matchAll(pattern)) note(match);
  return { names, told };
}

/** The text with such letters written out; every character still knows where it came from. */
export function withoutLetters(source: SourceText): SourceText {
  const { names, told } = meaningsIn(source.text);
  if (names.size === 0) return source;
  const pieces: { readonly char: string; readonly at: number }[] = [];
  const isLetter = (at: number): boolean => /[A-Za-z]/u.test(source.text[at] ?? "");
  for (let at = 0; at < source.text.length; at += 1) {
    if (told.has(at)) continue;
    const char = source.text[at]!;
    const name = isLetter(at - 1) || isLetter(at + 1) ? undefined : names.get(char);
    if (name === undefined && isIdle(char, pieces.at(-1)?.char)) {
      if (char === ")") pieces.pop();
      continue;
    }
    for (const one of name ?? char) pieces.push({ char: one, at: source.origin[at]! });
  }
  return withScore(source.original, pieces);
}

/** A mark that stands alone where a meaning was told: a bracket without anything in it, a second comma. */
function isIdle(char: string, before: string | undefined): boolean {
  if (char === ")") return before === "(";
  return /[,;。]/u.test(char) && (before === undefined || /[,;(:。]/u.test(before));
}

/** "S=B/A×分值": what the marks are made of is the score, whatever letter it has. */
function withScore(original: string, pieces: readonly { readonly char: string; readonly at: number }[]): SourceText {
  const text = pieces.map(({ char }) => char).join("");
  const scored = /^[A-Z]=(?=.*(?:分值|权重))/u.test(text);
  const origin = [...pieces.map(({ at }) => at), original.length];
  return scored
    ? { original, text: `得分${text.slice(1)}`, origin: [origin[0]!, ...origin] }
    : { original, text, origin };
}
