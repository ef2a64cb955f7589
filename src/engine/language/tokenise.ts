/** Text → tokens: numbers, dates, the longest words of the lexicon, and nouns for what it does not know. */

import { FUSING, LIKE_FILLER, longestWord, RATE_ENDINGS } from "./lexicon";
import { readDateAt, readPlaceAt, readYearAt } from "./read-date";
import { compoundUnitAt, readNumberAt, unitAt } from "./read-number";
import type { Token, TokenClass, TokenValue } from "./token";

interface Found {
  readonly end: number;
  readonly classes: Map<TokenClass, TokenValue>;
}

/** The mark of a list at the beginning of a clause. */
const LIST_MARK = new RegExp(
  `^(?:${[
    "\\d{1,2}[.、](?!\\d)",
    "\\([1-9]\\d?\\)",
    "[一二三四五六七八九十]{1,2}[、.]",
    "\\([一二三四五六七八九十]{1,2}\\)",
    "第[一二三四五六七八九]?[,、:]",
    "[A-Ga-g][.、。)](?=\\p{Script=Han}|[≤≥<>]|\\d+(?:\\p{Script=Han}|%|≤|<))",
    "\\([A-Ga-g]\\)",
  ].join("|")})`,
  "u",
);
/** Fillers of one character that are also part of names: inside a name they belong to it. */
const INNER = /^[应将也仍还该本此其者可之来于时后再另等在能则即就便]$/u;
/** Classes whose word, with an ending like 率 behind it, is a name and no longer a judgement. */
const JUDGING: ReadonlySet<TokenClass> = new Set<TokenClass>([
  "done",
  "quality",
  "event",
  "grade",
  "met",
  "late",
  "on-time",
  "grow",
  "saved",
  "early",
  "over-target",
  "way",
  "partly",
  "wholly",
  "change",
  "add",
  "take",
]);

/**
 * The tokens of a normalised text, without its fillers. Every character belongs to one token or to a filler. Never
 * fails.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let [noun, listed] = [-1, 0];
  const closeNoun = (end: number): void => {
    if (noun >= 0) tokens.push(make(text, noun, end, unknown(text.slice(noun, end))));
    noun = -1;
  };
  for (let at = 0; at < text.length;) {
    // "2.80%≤…" behind "1.": the mark goes on, the number is 80%.
    const mark = listMark(text, at, listed);
    if (mark !== null) {
      closeNoun(at);
      listed += 1;
      tokens.push(make(text, at, mark, new Map<TokenClass, TokenValue>([["list-mark", {}]])));
      at = mark;
      continue;
    }
    const previous = noun < 0 ? tokens.at(-1) : undefined;
    const found = each(text, at, previous) ?? beforeDay(text, at, previous) ?? readAt(text, at);
    if (found === null || (isFiller(found.classes) && isInName(text, at, found.end, noun >= 0))) {
      if (noun < 0) noun = at;
      at += text.codePointAt(at)! > 0xffff ? 2 : 1;
      continue;
    }
    closeNoun(at);
    if (!isFiller(found.classes)) tokens.push(make(text, at, found.end, found.classes));
    at = found.end;
  }
  closeNoun(text.length);
  return tokens;
}

/** Whether what looks like a filler is part of a name: inside one that has begun, or at the head of one like 就业率. */
function isInName(text: string, at: number, end: number, begun: boolean): boolean {
  if (begun && INNER.test(text.slice(at, end))) return true;
  return [4, 3, 2].some((length) => length > end - at && LIKE_FILLER.has(text.slice(at, at + length)));
}

/** The mark of a list that begins at a place: where it ends; null where none stands. */
function listMark(text: string, at: number, before: number): number | null {
  const left = text.slice(Math.max(0, at - 1), at);
  const rest = text.slice(at, at + 6);
  if (!/^$|[,;。:(]/u.test(left)) return before > 0 ? nextMark(text, at, before) : null;
  const found = LIST_MARK.exec(rest) ?? (left === "," ? null : /^[1-9]\d?\)/u.exec(rest));
  if (found !== null) return at + found[0].length;
  // "一是…，二是…".
  const numeral = NUMERALS[before];
  if (numeral !== undefined && rest.startsWith(`${numeral}是`) && (before > 0 || /[,;。]二是/u.test(text)))
    return at + 2;
  const next = /^(\d{1,2})[.、](?=\d)/u.exec(rest);
  const follows =
    next !== null &&
    Number(next[1]) === before + 1 &&
    (before > 0 || new RegExp(`(?:[;。]|[\\d满得零全]分)${before + 2}[.、]`, "u").test(text));
  return follows ? at + next[0].length : null;
}

const NUMERALS = "一二三四五六七八九";

/** What gives or takes marks, at the end of a clause. */
const AWARDED = /(?:[\d.]分|[满得零全权扣]分|分值|分数|为止|%)\)?$/u;

/** "得3分2.落实责任人": behind marks, the number that follows the mark before is one too, and no figure. */
function nextMark(text: string, at: number, before: number): number | null {
  if (!AWARDED.test(text.slice(Math.max(0, at - 6), at))) return null;
  const [count, letter, numeral] = [before + 1, "abcdefg"[before], NUMERALS[before]];
  const found = new RegExp(
    `^(?:${count}[.、)]|\\(${count}\\)|${numeral}[、.]|\\(${numeral}\\)|[${letter}${letter?.toUpperCase()}][.。、)])`,
    "u",
  ).exec(text.slice(at, at + 6));
  return found === null ? null : at + found[0].length;
}

/** "6月30日前提交": behind a day it is 前, whatever word the next character makes of it. */
function beforeDay(text: string, at: number, previous: Token | undefined): Found | null {
  const behind = previous?.classes.has("date") === true && previous.span.end === at && text[at] === "前";
  return behind ? readAt(text.slice(0, at + 1), at) : null;
}

/** "每起扣2分": one of a unit that no number counts. A stretch of time is one only where marks follow at once. */
function each(text: string, at: number, previous: Token | undefined): Found | null {
  if (previous?.classes.has("per") !== true || previous.span.end !== at) return null;
  const unit = unitAt(text, at);
  // "每升高1次": there 升 is part of a longer word.
  if (unit !== null && (longestWord(text, at)?.word.length ?? 0) > unit.length) return null;
  if (unit === null || /^(?:分|万|亿|元|[千百]?[万亿]元?)$/u.test(unit)) return null;
  const rest = text.slice(at + unit.length);
  if (
    /^(?:年|月|季度|周|日|天|小时|人|个|户|家|村|社区|名|人次|度|级|科|门|组|班|部|所|对|口|年度)$/u.test(unit) &&
    !/^(?:(?:各|再|则|均)?[扣减加得计]|[\d.]+分)/u.test(rest)
  )
    return null;
  return {
    end: at + unit.length,
    classes: new Map<TokenClass, TokenValue>([["quantity", { number: "1", unit, each: true }]]),
  };
}

function isFiller(classes: ReadonlyMap<TokenClass, TokenValue>): boolean {
  return (
    classes.has("filler") && [...classes.keys()].every((cls) => cls === "filler" || cls === "scope" || cls === "noun")
  );
}

function make(text: string, start: number, end: number, classes: ReadonlyMap<TokenClass, TokenValue>): Token {
  return { word: text.slice(start, end), classes, span: { start, end } };
}

/** Ends like a measure and is none. */
const NO_MEASURE = /(?:[年月季长宽高厚深温湿密速]度|制度|角度|调度|力度|态度)$/u;

/** What an unknown name is: a measure where its ending says so. */
function unknown(word: string): Map<TokenClass, TokenValue> {
  // A name that holds a word of giving or taking is no name; in "人员得到救助" nothing is given.
  if (/[扣得]/u.test(word.replace(/得到$/u, ""))) return new Map<TokenClass, TokenValue>([["odd", {}]]);
  return RATE_ENDINGS.test(word) && word.length > 1 && !NO_MEASURE.test(word)
    ? new Map<TokenClass, TokenValue>([
        ["measure", { kind: /^按?计划(?:完成|达成|实现)(?:率|比例)$/u.test(word) ? "completion" : "rate" }],
        ["noun", {}],
      ])
    : new Map<TokenClass, TokenValue>([["noun", {}]]);
}

function readAt(text: string, at: number): Found | null {
  const titled = text[at] === "《" ? text.indexOf("》", at) : -1;
  if (titled > at && titled - at < 60)
    return {
      end: titled + 1,
      classes: new Map<TokenClass, TokenValue>([
        ["source", {}],
        ["noun", {}],
      ]),
    };
  // "35-40(含)微克/立方米": the unit stands behind what is said of the end.
  const unit = /\d\(不?含\)$/u.test(text.slice(Math.max(0, at - 5), at)) ? compoundUnitAt(text, at) : null;
  if (unit !== null) return { end: at + unit.length, classes: new Map([["noun", {}]]) };
  const numbered = numberedName(text, at);
  if (numbered !== null) return { end: at + numbered.length, classes: new Map([["noun", {}]]) };
  const read = readFigure(text, at);
  const word = longestWord(text, at);
  const length = word?.word.length ?? 0;
  if (read !== null && read.end - at > length) return read;
  if (word === null) return read;
  const classes = new Map(word.entries.map(({ cls, value }) => [cls, value]));
  // A word that is also a number ("四档") is both.
  if (read !== null && read.end - at === length) for (const [cls, value] of read.classes) classes.set(cls, value);
  return fused(text, at, word.word, classes);
}

/** A name that numbers are part of: PM2.5, 5G, "一岗双责"; null where none stands at a place. */
function numberedName(text: string, at: number): string | null {
  const rest = text.slice(at, at + 12);
  const lettered =
    /^(?:[A-Za-z]{1,6}\d+(?:\.\d+)?|\d[GD](?![\d.A-Za-z]))/u.exec(rest) ?? CALLED.exec(rest) ?? AT_WHICH_GO.exec(rest);
  if (lettered !== null && !/[\d.]/u.test(text.slice(Math.max(0, at - 1), at))) return lettered[0];
  return SLOGAN.exec(rest)?.[0] ?? null;
}

/** "一次验收通过", "二次性通过": at which go it passed, and no number of times. */
const AT_WHICH_GO = /^[一二三]次性?(?=(?:验收|评审|审[核查]|检[测验]|抽检)|通过)/u;

/** Numbers that people call: 12345热线, 120急救. */
const CALLED = /^1\d{2}(?:\d{2})?(?=热线|平台|接[待听诉]|急救|指挥|报警|服务|举报|电话|救援|投诉|系统|工单)/u;

/** "合格" before "率" is the name of a rate; "未" before such a name is part of it. */
function fused(text: string, at: number, word: string, classes: Map<TokenClass, TokenValue>): Found {
  const end = at + word.length;
  if (
    [...classes.keys()].some((cls) => JUDGING.has(cls)) &&
    !classes.has("measure") &&
    !classes.has("target") &&
    !classes.has("actual")
  ) {
    const ending = FUSING.exec(text.slice(end, end + 4))?.[0];
    if (ending !== undefined) {
      const name = text.slice(at, end + ending.length);
      return { end: end + ending.length, classes: unknown(name) };
    }
  }
  return { end, classes };
}

/** "一项一策", "一岗双责": numerals that count nothing. */
const SLOGAN = new RegExp(
  [
    "^(?:一\\p{Script=Han}一[策议案码册卡品图评网]",
    "一岗双责",
    "[一二三四五六]、[一二三四五六][类级](?=\\p{Script=Han})",
    "三重一大|四议两公开|五位一体)",
  ].join("|"),
  "u",
);

function readFigure(text: string, at: number): Found | null {
  if (!/[\d零一二两三四五六七八九十百千半第前负+\-本当今年]/u.test(text[at]!)) return null;
  const of = (cls: TokenClass, value: TokenValue, end: number): Found => ({ end, classes: new Map([[cls, value]]) });
  const date = readDateAt(text, at);
  if (date !== null) return of("date", { year: date.year, month: date.month, day: date.day }, date.end);
  const year = readYearAt(text, at);
  if (year !== null) return of("year", { year: year.year }, year.end);
  const place = readPlaceAt(text, at);
  if (place !== null) return of(place.kind, { place: place.place }, place.end);
  const number = readNumberAt(text, at);
  return number === null ? null : of(number.kind, { number: number.number, unit: number.unit }, number.end);
}
