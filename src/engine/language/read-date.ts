/** The calendar words: dates, months, quarters, years, and places in an order. */

import { chineseNumeral } from "./numerals";

export interface ReadDate {
  readonly kind: "date";
  /** Null where no year is written. */
  readonly year: number | null;
  readonly month: number;
  /** Null for a whole month, by its end. */
  readonly day: number | null;
  readonly end: number;
}

const DATE = new RegExp(
  [
    "^(?:(\\d{4}|[当本今次])年(?:度)?)?",
    "第?(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?",
    "(?:(3[01]|[12]\\d|0?[1-9])(?:日|号)|(底|末|初|上旬|中旬|下旬))?",
  ].join(""),
  "u",
);
const NUMERIC = /^(\d{4})([-/.])(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])(?![\d%])/u;
const YEAR_END = /^(?:(\d{4})年(?:度)?|[当本今]?年(?:度)?)(?:底|末)/u;
const QUARTER = /^(?:(\d{4})年(?:度)?)?第?([一二三四1-4])季度(?:末|底)/u;
/** A place, unless it numbers something else ("第3季度", "前3个", "前10%"). */
const PLACE = new RegExp(
  [
    "^(第|前)(\\d+|[一二三四五六七八九十]{1,3})(名|位|强)?",
    "(?![\\d.]|[季年月日天次批档方产届期阶等类级部章条轮]|个|项|-?\\d*%|-?\\d+[次个家])",
  ].join(""),
  "u",
);
/** After a word of delay "1月" is how long, not when. */
const DELAY = /(?:迟|延|滞后|推后|逾期|超期|延期|超时|晚|每)[^,;。]{0,4}$/u;

/** Where within a month its parts end; the end of the month for all others. */
const PARTS_OF_MONTH: ReadonlyMap<string, number> = new Map([
  ["初", 1],
  ["上旬", 10],
  ["中旬", 20],
]);

/** The date that begins at a place; null where none does. */
export function readDateAt(text: string, at: number): ReadDate | null {
  const rest = text.slice(at, at + 24);
  return numericDate(rest, at) ?? yearEnd(rest, at) ?? quarterEnd(rest, at) ?? writtenDate(text, rest, at);
}

/** A year that may not be written, or not in digits ("当年"). */
const yearOf = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));

/** "2025-03-31", "2025.3.31". */
function numericDate(rest: string, at: number): ReadDate | null {
  const found = NUMERIC.exec(rest);
  if (found === null) return null;
  const [whole, year, month, day] = found;
  return { kind: "date", year: Number(year), month: Number(month), day: Number(day), end: at + whole.length };
}

/** "2025年底", "年末". */
function yearEnd(rest: string, at: number): ReadDate | null {
  const found = YEAR_END.exec(rest);
  return found === null
    ? null
    : { kind: "date", year: yearOf(found[1]), month: 12, day: 31, end: at + found[0].length };
}

/** "第三季度末". */
function quarterEnd(rest: string, at: number): ReadDate | null {
  const found = QUARTER.exec(rest);
  if (found === null) return null;
  const number = "一二三四".indexOf(found[2]!) + 1 || Number(found[2]);
  return { kind: "date", year: yearOf(found[1]), month: 3 * number, day: null, end: at + found[0].length };
}

/** "2025年12月底", "六月中旬", "3月15日". */
function writtenDate(text: string, rest: string, at: number): ReadDate | null {
  const found = DATE.exec(rest);
  const before = text.slice(Math.max(0, at - 4), at);
  if (found === null || (/[\d.]$/u.test(before) && !/(?:^|[,;。:(])\d{1,2}\.$/u.test(before))) return null;
  const [whole, year, month, day, part] = found;
  const monthAlone = year === undefined && day === undefined && part === undefined;
  if (monthAlone && isStretch(text, at, at + whole.length)) return null;
  const number = /^\d/u.test(month!) ? Number(month) : Number(chineseNumeral(month!));
  const said = day !== undefined ? Number(day) : (PARTS_OF_MONTH.get(part ?? "") ?? null);
  return {
    kind: "date",
    year: year !== undefined && /^\d/u.test(year) ? Number(year) : null,
    month: number,
    day: said,
    end: at + whole.length,
  };
}

/** Whether a month that stands alone is how long, not when: behind a word of delay, before 度. */
function isStretch(text: string, at: number, end: number): boolean {
  return DELAY.test(text.slice(0, at)) || /^[^]?度/u.test(text.slice(end, end + 1));
}

/** "2025年", "2025年度" that no month follows. */
export function readYearAt(text: string, at: number): { readonly year: number; readonly end: number } | null {
  const found = /^(20\d{2})年(?:度)?/u.exec(text.slice(at, at + 8));
  return found === null ? null : { year: Number(found[1]), end: at + found[0].length };
}

/** "第3名", "前五", "前10%" is none: a place in an order, or the first so many. */
export function readPlaceAt(
  text: string,
  at: number,
): { readonly kind: "ordinal" | "top"; readonly place: string; readonly end: number } | null {
  const found = PLACE.exec(text.slice(at, at + 12));
  if (found === null || (found[1] === "前" && /[\d月日底末年天时]$/u.test(text.slice(Math.max(0, at - 1), at))))
    return null;
  // "前三分之一" is a share of the places, "前80%" too; "前3户" are the first of what is counted.
  if (
    /^(?:分之|%|成|[户人次项场台套件篇所处起例天日月年])/u.test(
      text.slice(at + found[0].length, at + found[0].length + 2),
    )
  )
    return null;
  const place = /^\d/u.test(found[2]!) ? found[2]! : chineseNumeral(found[2]!);
  return place === null ? null : { kind: found[1] === "第" ? "ordinal" : "top", place, end: at + found[0].length };
}
