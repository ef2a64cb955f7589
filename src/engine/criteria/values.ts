/**
 * What a cell says: "116家", "3.6%", "全年", "两家", "2024年4月28日", "下降4.14万元", "大于100人", "≥40家". Reading only: what a
 * bare number means beside its target is `resolveFigures`' business.
 */

import { Exact } from "./exact";
import { readNumberAt, CHINESE_NUMERAL, chineseNumeral, normaliseText, tokenise, withoutEnding } from "../language";

const withoutStops = withoutEnding("。", ";", ",");

export { Exact };

export type Sign = "≥" | "≤" | ">" | "<" | "=";

export type Reading =
  | { readonly kind: "missing" }
  /**
   * A number as written, in its own unit; `sign` where a comparison stands before it; `loose` where other words
   * surround it.
   */
  | {
      readonly kind: "number";
      readonly value: Exact;
      readonly unit: string;
      readonly sign: Sign | null;
      readonly loose: boolean;
      /** "约88%": near it, and no figure that marks could hang on. */
      readonly about?: true;
    }
  | { readonly kind: "range"; readonly low: Exact; readonly high: Exact; readonly unit: string }
  | {
      readonly kind: "change";
      readonly way: "up" | "down";
      readonly value: Exact | null;
      readonly unit: string;
      readonly text: string;
    }
  | {
      readonly kind: "date";
      readonly year: number | null;
      readonly month: number;
      readonly day: number | null;
      readonly by: boolean;
      /** A whole quarter or year, by its end. */ readonly span?: true;
    }
  | { readonly kind: "rank"; readonly place: Exact; readonly within: boolean }
  | { readonly kind: "whole-year" }
  | { readonly kind: "text"; readonly text: string };

const BLANK = /^(?:[-/\\、.]*|待定|未填|空)$/u;
const SIGNS: readonly (readonly [Sign, RegExp])[] = [
  ["≥", /^(?:≥|大于等于|大于或等于|不低于|不少于|不小于|至少|达到)/u],
  ["≤", /^(?:≤|小于等于|小于或等于|不超过|不高于|不大于|不多于|控制在|至多)/u],
  [">", /^(?:>|大于|超过|多于|高于|逾|超)/u],
  ["<", /^(?:<|小于|低于|少于|不足|不到|将近|接近|近(?!几))/u],
  ["=", /^(?:=|等于|为|约)/u],
];
const AFTER: readonly (readonly [Sign, RegExp])[] = [
  ["≥", /^(?:及|或|\(含\))?以上|^起$/u],
  ["≤", /^(?:及|或|\(含\))?以下|^(?:以|之)?内/u],
  [">", /^(?:余|多)/u],
];
const DATE = new RegExp(
  [
    "^(?:(\\d{4})(?:年|-|\\/|\\.))?(1[0-2]|0?[1-9])(?:月(?:份)?|-|\\/|\\.)(?:(3[01]|[12]\\d|0?[1-9])(?:日|号)?)?",
    "(底|末|初|中旬|上旬|下旬)?(?:T[\\d:.Z+]*)?((?:及)?(?:以|之)?前|内)?$",
  ].join(""),
  "u",
);

/**
 * Reads one cell. Numbers stay in the unit that is written with them; nothing is assumed about a unit that is not
 * there. Numbers are finite or missing. Dates lose their time of day.
 */
export function readValue(raw: unknown): Reading {
  if (raw === null || raw === undefined) return { kind: "missing" };
  if (typeof raw === "number")
    return Number.isFinite(raw)
      ? { kind: "number", value: new Exact(shortest(raw)), unit: "", sign: null, loose: false }
      : { kind: "missing" };
  if (typeof raw === "boolean") return { kind: "text", text: raw ? "是" : "否" };
  if (typeof raw !== "string") return { kind: "missing" };
  const text = withoutStops(normaliseText(raw).text)
    .replace(/^[¥$](?=[\d.,]+$)(.*)$/u, "$1元")
    .replace(/^[¥$]/u, "");
  if (BLANK.test(text)) return { kind: "missing" };
  if (/^(?:全年|整年|一整年|全年度)(?:\(.*\))?$/u.test(text)) return { kind: "whole-year" };
  const read = readWords(text);
  return read.kind === "number" && ABOUT.test(text) ? { ...read, about: true } : read;
}

const ABOUT = /^(?:大?约为?|大概|接近于?)|(?:左右|上下)$/u;

function readWords(text: string): Reading {
  return (
    readDate(text) ??
    readRank(text) ??
    readChange(text) ??
    readNumber(text) ??
    readLooseNumber(text) ?? { kind: "text", text }
  );
}

/** A double as Excel shows it: at most 15 significant digits. */
function shortest(value: number): string {
  return new Exact(value.toPrecision(15)).toString();
}

/** What was done on a day: "11月25日开工", "6月20日全部发放到位". */
const DONE_ON = new RegExp(
  "(?:已|正式|全部|全面|顺利){0,2}(?:完成|完工|开工|竣工|举办|召开|印发|发布|投入使用|投用|启用|上线|验收|通车|建成|交付|发放|拨付|" +
    "支付|下达|公开|报送|提交|签订|结项|办结|安装|启动|结束).{0,6}$",
  "u",
);

function readDate(text: string): Reading | null {
  const bare = text.replace(/^(?:项目|工程)?已?(?:经|在|于|截至|≤|=|不晚于)?/u, "").replace(DONE_ON, "");
  return readYearEnd(bare) ?? readQuarter(bare) ?? readWholeYear(bare) ?? readDay(bare);
}

/** "2024年底", "2024年前". */
function readYearEnd(bare: string): Reading | null {
  const year = /^(\d{4})年(?:度)?(底|末)?((?:以|之)?[前内])?$/u.exec(bare);
  return year !== null && (year[2] !== undefined || year[3] !== undefined)
    ? { kind: "date", year: Number(year[1]), month: 12, day: 31, by: year[3] !== undefined }
    : null;
}

/** "2024年第三季度", "四季度末". */
function readQuarter(bare: string): Reading | null {
  const quarter = /^(?:(\d{4})年(?:度)?)?第?([一二三四1-4])季度(?:末|底)?((?:以|之)?[前内])?$/u.exec(bare);
  if (quarter === null) return null;
  return {
    kind: "date",
    year: quarter[1] === undefined ? null : Number(quarter[1]),
    month: 3 * ("一二三四".indexOf(quarter[2]!) + 1 || Number(quarter[2])),
    day: null,
    by: quarter[3] !== undefined,
    span: true,
  };
}

/** "2024年度". */
function readWholeYear(bare: string): Reading | null {
  const year = /^(20\d{2})年度?$/u.exec(bare);
  return year === null ? null : { kind: "date", year: Number(year[1]), month: 12, day: 31, by: false, span: true };
}

/** The day that a part of a month stands for; none where it is the end of it. */
const DAY_OF_PART = new Map([
  ["初", 1],
  ["上旬", 10],
  ["中旬", 20],
]);

/** "2024年4月28日", "4月底前"; null for "3.5" and "3/4", which are numbers. */
function readDay(bare: string): Reading | null {
  const found = DATE.exec(bare);
  if (found === null) return null;
  const [, y, month, day, part, by] = found;
  if ((/^[\d.]+$/u.test(bare) && y === undefined) || /^\d+[-/]\d+$/u.test(bare)) return null;
  if ([y, day, part, by].every((one) => one === undefined)) return null;
  const d = day !== undefined ? Number(day) : (DAY_OF_PART.get(part ?? "") ?? null);
  return { kind: "date", year: y === undefined ? null : Number(y), month: Number(month), day: d, by: by !== undefined };
}

/**
 * The number that begins at a place, by the one number reader; marks ("90分") are a number with a unit of their own
 * kind.
 */
function quantityAt(
  text: string,
  at: number,
): { readonly value: { readonly number: string; readonly unit: string }; readonly end: number } | null {
  const found = readNumberAt(text, at);
  if (found === null || found.kind === "marks")
    return found === null ? null : { value: { number: found.number, unit: "" }, end: found.end - 1 };
  return { value: { number: found.number, unit: found.unit }, end: found.end };
}

function readRank(text: string): Reading | null {
  const found =
    new RegExp(
      `(?:排名|位居|位列|列|排|名列|居|全[省市国县区]|^)[^\\d第前]{0,6}?(第|前)(\\d+|${CHINESE_NUMERAL})(?:名|位)?$`,
      "u",
    ).exec(text) ?? new RegExp(`^()(\\d+|${CHINESE_NUMERAL})(?:名次|位次)$`, "u").exec(text);
  if (found === null) return null;
  const place = /^\d/u.test(found[2]!) ? found[2]! : chineseNumeral(found[2]!);
  return place === null ? null : { kind: "rank", place: new Exact(place), within: found[1] === "前" };
}

const CHANGE =
  /^(.{0,20}?)(下降|减少|降低|缩减|缩短|压减|负增长|增长|增加|提高|提升|上升)(?:了|率|幅度)?(?:约|达|达到|为)?(?=[\d一二三四五六七八九十百两]|$)/u;

function readChange(text: string): Reading | null {
  const found = CHANGE.exec(text);
  if (found === null) return null;
  const match = quantityAt(text, found[0].length);
  if (match === null || text.slice(match.end).length > 6) return null;
  return {
    kind: "change",
    way: /增|提|上/u.test(found[2]!) ? "up" : "down",
    value: new Exact(match.value.number),
    unit: match.value.unit,
    text,
  };
}

function readNumber(text: string): Reading | null {
  const sign = SIGNS.find(([, shape]) => shape.test(text));
  const start = sign === undefined ? 0 : sign[1].exec(text)![0].length;
  if (text.startsWith("±")) return around(text);
  const first = quantityAt(text, start) ?? plainChinese(text, start);
  if (first === null || isWithinWord(text.slice(start), first.end - start)) return null;
  const joint = /^(?:-|~|至|到)/u.exec(text.slice(first.end));
  const second = joint === null ? null : quantityAt(text, first.end + joint[0].length);
  return second === null ? readOne(text, first, sign?.[0] ?? null) : readTwo(text, first, second);
}

/** "一次通过" holds no number: it is one word. */
function isWithinWord(text: string, end: number): boolean {
  const [word] = tokenise(text);
  return word !== undefined && word.word.length > end && word.classes.has("quality") && !/\d/u.test(word.word);
}

type QuantityAt = NonNullable<ReturnType<typeof quantityAt>>;

/** What stands behind a number, without what is added in brackets: "(含)", "(预计)". */
function restBehind(text: string, end: number): string {
  return text.slice(end).replace(/^\((?:含|预计|约)?[^)]{0,4}\)/u, "");
}

/** "3至5个". */
function readTwo(text: string, first: QuantityAt, second: QuantityAt): Reading | null {
  if (restBehind(text, second.end) !== "") return null;
  const unit = second.value.unit || first.value.unit;
  const [a, b] = [new Exact(first.value.number), new Exact(second.value.number)];
  return { kind: "range", low: Exact.min(a, b), high: Exact.max(a, b), unit };
}

/** One number with what stands behind it: "40家以上", "90分", "3万余". */
function readOne(text: string, first: QuantityAt, sign: Sign | null): Reading | null {
  // "90分": marks are a unit here; "100万": how many of what, the column says.
  const behind = /^(?:分(?![之钟贝])|[万亿](?=$|以|及|余|多))/u.exec(text.slice(first.end))?.[0] ?? "";
  const rest = restBehind(text, first.end + behind.length);
  const after = AFTER.find(([, shape]) => shape.test(rest));
  const tail = after === undefined ? rest : rest.replace(after[1], "");
  if (tail.length > 3 || /\d/u.test(tail.replace(/m[23]$/u, ""))) return null;
  const own = after === undefined || after[0] === ">" ? tail : "";
  return {
    kind: "number",
    value: new Exact(first.value.number),
    unit: first.value.unit || behind || own,
    sign: sign ?? after?.[0] ?? null,
    loose: false,
  };
}

/** "±5%" is from 5% below to 5% above. */
function around(text: string): Reading | null {
  const half = quantityAt(text, 1);
  if (half === null || half.end !== text.length) return null;
  return {
    kind: "range",
    low: new Exact(half.value.number).negated(),
    high: new Exact(half.value.number),
    unit: half.value.unit,
  };
}

function plainChinese(text: string, at: number): { value: { number: string; unit: string }; end: number } | null {
  const found = new RegExp(`^(${CHINESE_NUMERAL})$`, "u").exec(text.slice(at));
  const number = found === null ? null : chineseNumeral(found[1]!);
  return number === null ? null : { value: { number, unit: "" }, end: text.length };
}

/** "实际产生费用4.8万元": one number with a unit among words; two numbers, or a date, are left as text. */
function readLooseNumber(text: string): Reading | null {
  // "每月1次" is a number for a month, not for the whole.
  if (/\d{4}年|\d月\d|每(?!年)/u.test(text) || text.length > 30) return null;
  let found: { number: string; unit: string } | null = null;
  let end = 0;
  for (let i = 0; i < text.length;) {
    const match = /[\d一二三四五六七八九十两百]/u.test(text[i]!) ? quantityAt(text, i) : null;
    if (match === null) {
      i += 1;
      continue;
    }
    if (found !== null) return null;
    found = match.value;
    end = i = match.end;
  }
  if (found === null || found.unit === "") return null;
  // "一次验收合格" holds no number: it is one word.
  if (!tokenise(text).some(({ classes }) => classes.has("quantity") || classes.has("marks"))) return null;
  const before = text.slice(0, text.search(/[\d一二三四五六七八九十两百]/u));
  const sign = SIGNS.find(
    ([s, shape]) => s !== "=" && new RegExp(`${shape.source.replace(/^\^/u, "")}$`, "u").test(before),
  );
  const after = AFTER.find(([s, shape]) => s !== ">" && shape.test(text.slice(end)));
  return {
    kind: "number",
    value: new Exact(found.number),
    unit: found.unit,
    sign: sign?.[0] ?? after?.[0] ?? null,
    loose: true,
  };
}
