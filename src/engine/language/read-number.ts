/**
 * The number reader: "95%", "5次", "两家", "百分之九十", "千分之二", "九成", "八成五", "10万元", "三分之二", "1/3", "一半", "半年",
 * "10分". Exact decimal strings; a unit is what the unit table knows.
 */

import { CHINESE_NUMERAL, chineseNumeral, DIGIT_NUMERAL, plainDigits } from "./numerals";
import { UNIT_NAMES, unitOf } from "./units";
import type { Dimension } from "./units";

/** A number with its unit ("" where none stands) as it begins at a place. */
export interface ReadNumber {
  readonly kind: "quantity" | "marks";
  readonly number: string;
  readonly unit: string;
  readonly end: number;
}

const DIGITS = new RegExp(DIGIT_NUMERAL, "uy");
const NUMERAL = new RegExp(CHINESE_NUMERAL, "uy");
/** A sign belongs to the number unless something to subtract from, or the start of a range, stands before it. */
const SUBTRACTS = /[\d%‰)\]率度值数分额]$|[\d一二两三四五六七八九十][\p{Script=Han}/]{1,8}$/u;
const UNITS_BY_HEAD = new Map<string, string[]>();
for (const name of UNIT_NAMES)
  if (name !== "分") UNITS_BY_HEAD.set(name[0]!, [...(UNITS_BY_HEAD.get(name[0]!) ?? []), name]);
const COUNTED = [
  "人|户|家|亩|件|个|次|项|处|天|日|月|年|吨|公里|平方米|立方米|米|台|套|辆|份",
  "m2|km2|km|学期|课时|生|株|只|头|床|升|毫升|平方公里|公顷|标准立方米",
].join("|");
const EACH = new RegExp(`^(?:/|每)(?:${COUNTED}){1,6}(?:[/·](?:天|日|次|月|年|期))?`, "u");
/** "/场", "/百小时", "/百万元": of what there is one, or so many, wherever a rate is told so. */
const EACH_OF =
  /^\/(?:[百千万亿]+(?:小时|公里|人|户|元|次|件|车公里)|场次?|班次?|课时|小时|[百千万]字|[节集部单例秒册页幅条本张间棵座栋村支盏批篇块片位])/u;
/** What is measured, be it in letters, of which so much is told for each. */
const MEASURED = /元$|克$|吨$|[米升时度]$|^(?:kg|mg|g|t)$/iu;
/** Letters right behind a number are its unit, known or not: "40DDDs", "35μg/m3". */
const LETTERS = /^(?:[A-Za-zμ]{2,6}(?:\/[A-Za-z]{1,3}\d?)?|[gL]\/[A-Za-z]{1,3}\d?)(?![A-Za-z\d])/u;
/** How many places a numeral sign moves the point. */
const MYRIAD_PLACES: ReadonlyMap<string, number> = new Map([
  ["千", 3],
  ["万", 4],
  ["亿", 8],
]);
/** What makes a part of a word of a numeral and a unit. */
const NO_UNIT_AFTER = /^(?:性(?!的)|致|般|定(?!额)|向|直(?!接)|方面|体)/u;

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** The number that begins at a place; null where none does. */
export function readNumberAt(text: string, at: number): ReadNumber | null {
  const sign = signAt(text, at);
  const start = at + sign.length;
  const minus = sign === "-" || sign === "负" ? "-" : "";
  if (/^[百千]分之/u.test(text.slice(start, start + 3))) return percentWords(text, start, minus);
  if (sign === "" && BEHIND_PERCENT.test(text.slice(Math.max(0, at - 16), at))) return secondPercent(text, at);
  if (isZero(text, at)) return withUnit(text, at + 1, "0", true);
  if (sign === "" && /^一?半/u.test(text.slice(at, at + 2))) return half(text, at);
  const digits = match(DIGITS, text, start);
  const written = digits === null ? numeralAt(text, start) : ungrouped(digits, text, start);
  if (written === null) return null;
  const value = digits === null ? chineseNumeral(written) : plainDigits(written);
  if (value === null) return null;
  const end = start + written.length;
  return (
    fraction(text, end, value) ?? tenths(text, end, value) ?? withUnit(text, end, `${minus}${value}`, digits !== null)
  );
}

/** "百分之八十至九十": the second end is in percent as well. */
const BEHIND_PERCENT = /百分之[一二三四五六七八九十百零点]{1,8}(?:\(含\))?[至到\-~]$/u;

function secondPercent(text: string, at: number): ReadNumber | null {
  const written = match(NUMERAL, text, at);
  const value = written === null ? null : chineseNumeral(written);
  return value === null ? null : { kind: "quantity", number: value, unit: "%", end: at + written!.length };
}

/** The Chinese numeral that stands at a place, as far as it is a number and no unit; null where none does. */
function numeralAt(text: string, at: number): string | null {
  const chinese = match(NUMERAL, text, at);
  if (chinese === null || /^[百千万亿]/u.test(chinese) || /^[零〇](?!点)/u.test(chinese)) return null;
  return trimmed(chinese, text, at);
}

/** "[90,100]" holds two numbers, no thousands. */
function ungrouped(digits: string, text: string, at: number): string {
  const bracketed =
    /[[(]$/u.test(text.slice(0, at)) && /^[\])]/u.test(text.slice(at + digits.length, at + digits.length + 1));
  return bracketed && digits.split(",").length === 2 ? digits.split(",")[0]! : digits;
}

function signAt(text: string, at: number): string {
  const char = text[at] ?? "";
  if (char === "负" && /^负[\d一二三四五六七八九十]/u.test(text.slice(at, at + 2))) return char;
  if (char !== "-" && char !== "+") return "";
  return SUBTRACTS.test(text.slice(Math.max(0, at - 10), at)) ? "" : char;
}

/** "十万" before 元 keeps its ten thousand for the unit, "九成" its tenth for the reader of tenths. */
function trimmed(chinese: string, text: string, at: number): string {
  const unit = /[万亿]$/u.exec(chinese);
  return unit !== null && chinese.length > 1 && text[at + chinese.length] === "元" ? chinese.slice(0, -1) : chinese;
}

function percentWords(text: string, at: number, minus: string): ReadNumber | null {
  const start = at + 3;
  const digits = match(DIGITS, text, start);
  const written = digits ?? match(NUMERAL, text, start);
  const value = written === null ? null : digits === null ? chineseNumeral(written) : plainDigits(written);
  return value === null
    ? null
    : {
        kind: "quantity",
        number: `${minus}${value}`,
        unit: text[at] === "千" ? "‰" : "%",
        end: start + written!.length,
      };
}

/** "大于零的", "零至8%", "按零计": none of something ("零投诉") is no number. */
function isZero(text: string, at: number): boolean {
  if (text[at] !== "零") return false;
  return (
    (/(?:[大小等高低]于|不足|超过|[≥≤<>=])$/u.test(text.slice(Math.max(0, at - 2), at)) &&
      /^(?:$|[,;。)的时%分且但者个得扣计记不])/u.test(text.slice(at + 1))) ||
    (/介于$/u.test(text.slice(Math.max(0, at - 2), at)) && /^[至到\-~]/u.test(text.slice(at + 1)))
  );
}

function half(text: string, at: number): ReadNumber | null {
  const rest = text.slice(at);
  if (/^(?:一半|半数)/u.test(rest)) return { kind: "quantity", number: "50", unit: "%", end: at + 2 };
  const found = /^半个?(分(?![钟贝之])|天|年|月|小时|百分点|工作日|次)/u.exec(rest);
  if (found === null) return null;
  const [whole, name] = [found[0], found[1]!];
  return name === "分"
    ? { kind: "marks", number: "0.5", unit: "分", end: at + whole.length }
    : { kind: "quantity", number: "0.5", unit: name === "月" ? "个月" : name, end: at + whole.length };
}

function fraction(text: string, end: number, value: string): ReadNumber | null {
  const parts = /^分之(\d+|[一二三四五六七八九十])/u.exec(text.slice(end));
  if (parts !== null) {
    const above = /^\d/u.test(parts[1]!) ? parts[1]! : chineseNumeral(parts[1]!);
    return above === null ? null : { kind: "quantity", number: above, unit: `/${value}`, end: end + parts[0].length };
  }
  const slash = /^\/([2-9]|1[0-9]|2[04]|30|50|52|60|100|365)(?![\d./%×(])/u.exec(text.slice(end));
  return slash !== null && /^\d{1,2}$/u.test(value) && Number(value) < Number(slash[1])
    ? { kind: "quantity", number: value, unit: `/${slash[1]!}`, end: end + slash[0].length }
    : null;
}

/** "九成", "八成五": tenths and hundredths. */
function tenths(text: string, end: number, value: string): ReadNumber | null {
  const found = /^成(?![立效果本功绩员熟就])([一二三四五六七八九](?![个次家项天]))?/u.exec(text.slice(end));
  if (found === null || !/^(?:10|[1-9](?:\.\d)?)$/u.test(value)) return null;
  const second = found[1] === undefined ? "0" : (chineseNumeral(found[1]) ?? "0");
  const number = String((Number(value) * 10 + Number(second)).toFixed(2));
  return { kind: "quantity", number: plainDigits(number), unit: "%", end: end + found[0].length };
}

function withUnit(text: string, end: number, value: string, inDigits: boolean): ReadNumber | null {
  const whole = inDigits ? minutesAndSeconds(text, end, value) : null;
  return whole ?? marksOrUnit(text, end, value, inDigits) ?? unitless(text, end, value, inDigits);
}

/** Marks, or a number with a unit of the table; null where neither stands. */
function marksOrUnit(text: string, end: number, value: string, inDigits: boolean): ReadNumber | null {
  if (text[end] === "分" && !/^分(?:[钟贝类]|之(?!间)|公司|局|项|别)/u.test(text.slice(end, end + 3)))
    return { kind: "marks", number: value, unit: "分", end: end + 1 };
  const unit = unitAt(text, end);
  const many = inDigits && (unit === "万" || unit === "亿") ? myriads(text, end, value) : null;
  if (many !== null) return many;
  if (unit === null || (!inDigits && NO_UNIT_AFTER.test(text.slice(end + unit.length)))) return null;
  const name = `${unit}${eachAfter(text.slice(end + unit.length), unit)}`;
  return { kind: "quantity", number: value, unit: name, end: end + name.length };
}

/** A number with letters for a unit, or none. */
function unitless(text: string, end: number, value: string, inDigits: boolean): ReadNumber | null {
  if (!inDigits && unitAt(text, end) !== null) return null;
  const counted = inDigits ? myriads(text, end, value) : null;
  if (counted !== null) return counted;
  const letters = inDigits ? LETTERS.exec(text.slice(end, end + 10))?.[0] : undefined;
  if (letters !== undefined) return { kind: "quantity", number: value, unit: letters, end: end + letters.length };
  // "一至三个月": the unit stands behind the second.
  const spanning = /^[至到~-][\d一二两三四五六七八九十]/u.test(text.slice(end, end + 2));
  return inDigits || spanning ? { kind: "quantity", number: value, unit: "", end } : null;
}

/** "3分30秒", "3分钟30秒": one stretch of time. */
function minutesAndSeconds(text: string, end: number, minutes: string): ReadNumber | null {
  const found = /^分钟?(\d{1,2})秒钟?/u.exec(text.slice(end, end + 7));
  return found === null || !/^\d{1,3}$/u.test(minutes)
    ? null
    : {
        kind: "quantity",
        number: String(Number(minutes) * 60 + Number(found[1])),
        unit: "秒",
        end: end + found[0].length,
      };
}

/** "/人", "/户·月" behind a unit of money or weight, "/年" behind any; "" where none stands. */
function eachAfter(rest: string, unit: string): string {
  const each = EACH.exec(rest);
  if (each !== null && (MEASURED.test(unit) || /^\/年/u.test(each[0]))) return each[0];
  const of = EACH_OF.exec(rest)?.[0] ?? "";
  return /^\/[百千万亿]/u.test(of) || MEASURED.test(unit) ? of : "";
}

const MYRIADS_OF: readonly Dimension[] = ["count", "hours", "days", "area", "length", "weight"];

/** "3万人": thousands and more of what is counted. */
function myriads(text: string, end: number, value: string): ReadNumber | null {
  const myriad = /^[千万亿](?=\p{Script=Han})/u.exec(text.slice(end))?.[0];
  if (myriad === undefined) return null;
  const counted = unitAt(text, end + 1);
  if (counted === null || !MYRIADS_OF.includes(unitOf(counted).dimension)) return null;
  const number = shifted(value, MYRIAD_PLACES.get(myriad) ?? 0);
  return { kind: "quantity", number, unit: counted, end: end + 1 + counted.length };
}

function shifted(number: string, places: number): string {
  const [whole = "0", part = ""] = number.split(".");
  const padded = part.padEnd(places, "0");
  return plainDigits(`${whole}${padded.slice(0, places)}.${padded.slice(places)}`);
}

/** A unit of so much for each ("微克/立方米") that stands at a place; null where none does. */
export function compoundUnitAt(text: string, at: number): string | null {
  const unit = unitAt(text, at);
  const each = unit === null ? "" : eachAfter(text.slice(at + unit.length), unit);
  return each.startsWith("/") ? `${unit}${each}` : null;
}

/** The longest unit that stands at a place. */
export function unitAt(text: string, at: number): string | null {
  return UNITS_BY_HEAD.get(text[at] ?? "")?.find((name) => text.startsWith(name, at)) ?? null;
}
