import { readDateAt, readNumberAt, readYearAt, unitOf } from "../language";
import { Exact, powerOfTen, type ExactDecimal } from "../workbook";

/** What a quantity counts: "money", a share or rate in "percent", or things by their unit (公务用车 in 辆, people in 人…). */
export type Dimension = string;

/** A number with its unit, as it stands in running text. `start` and `end` are positions in the passage. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** As written, in the unit written: 1234.56 of "1,234.56万元". */
  readonly value: ExactDecimal;
  /** Decimals written. */
  readonly decimals: number;
  /** Decimals to which it is known in a calculation of the text itself. */
  readonly known: number;
  readonly dimension: Dimension;
  /** The unit as written: "万元", "%", "辆". */
  readonly unit: string;
  /** Power of ten of a unit of money in 元; 0 for everything else. */
  readonly exponent: number;
  /** "约", "近", "左右": meant as rounded. */
  readonly about: boolean;
  /** What it describes, where it is no figure of its own: a limit ("50万元以上的设备"), or part of a name ("3家单位"). */
  readonly describes: "limit" | "name" | null;
}

const written = /-?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y;
const digit = /[\d一两二三四五六七八九十]/g;
/** Behind the number of a thing that is counted; else the number is a part of a name ("3家行政事业单位的…"). */
const followsCount = /^(?:$|[)(,;。:、]|其中|[比较与同等])/;
const threshold = /^(?:\(?含?\)?|及|\(含\))(?:以上|以下|以内)/;
/** Numbers in words are read only where they count: "一般", "三公", "十分" count nothing. */
const countedInWords = /^[个家辆台次名人项户处座所]/;
const notCounted = /[第统唯同万单专每之任某进]$/;
const exponents: ReadonlyMap<string, number> = new Map([
  ["亿元", 8],
  ["百万元", 6],
  ["万元", 4],
  ["千元", 3],
  ["百元", 2],
  ["元", 0],
]);

/** All quantities of a stretch of text, in order: no dates, codes, list marks or numbers of documents. */
export function readQuantities(text: string, from: number, to: number): Quantity[] {
  const found: Quantity[] = [];
  digit.lastIndex = from;
  for (let match = digit.exec(text); match !== null && match.index < to; match = digit.exec(text)) {
    const at = match.index;
    const inWords = !/\d/.test(match[0]);
    const past = inWords ? null : otherNumber(text, at);
    if (past !== null) {
      digit.lastIndex = past;
      continue;
    }
    const quantity = inWords ? countInWords(text, at) : quantityAt(text, at);
    if (quantity === null) continue;
    found.push(quantity);
    digit.lastIndex = quantity.end;
  }
  return found;
}

/** Where a date, code, list mark or number of a document that begins here ends; null where none does. */
function otherNumber(text: string, at: number): number | null {
  const before = text.slice(Math.max(0, at - 8), at);
  const rest = text.slice(at, at + 28);
  const date = readYearAt(text, at) ?? readDateAt(text, at);
  if (date !== null) return date.end;
  const other = writtenName(before, rest) ?? markOrCode(before, rest);
  return other === null ? null : at + other[0].length;
}

/** Digits of a name, a year, a document or a telephone. */
function writtenName(before: string, rest: string): RegExpExecArray | null {
  return (
    // "W060701", "GB/T 2023": letters with their digits are a name; so are digits with letters.
    (/[A-Za-z][/-]*$/.test(before) ? /^[\dA-Za-z-]+(?:\.\d+)*/.exec(rest) : null) ??
    /^(?:19|20)\d{2}(?:[-~]+(?=(?:19|20)\d{2}年)|年)/.exec(rest) ??
    // "〔2016〕143号", "168号文", "0731-88665533", "36小时" is none of these.
    (/[〔\[【(](?:沪|府|财|预|发)?$/.test(before) ? /^(?:19|20)\d{2}(?=[〕\]】)])/.exec(rest) : null) ??
    /^\d+(?:-\d+)?号/.exec(rest) ??
    /^0\d{2,3}-\d{7,8}|^\d{11}(?!\d)|^\d{7,8}(?=[^\d.,万亿元%]|$)/.exec(rest)
  );
}

/** Marks of a list, codes of the classification, ordinals. */
function markOrCode(before: string, rest: string): RegExpExecArray | null {
  return (
    // "1.", "2、", "(3)" at the beginning of a clause.
    (/^$|[,;。:、()】]$|[一-鿿]$/.test(before) ? /^\d{1,2}[.、](?=\D|(?:19|20)\d{2}年)/.exec(rest) : null) ??
    (/\($/.test(before) ? /^\d{1,2}(?=\))/.exec(rest) : null) ??
    // "行政运行(2140101)", "工资福利支出(301)".
    (/[一-鿿]\($/.test(before) ? /^(?:\d{3}|\d{5}|\d{7})(?=\))/.exec(rest) : null) ??
    // "208类", "2080505机关…": codes of the classification.
    /^\d{2,7}\)?(?=[类款项])/.exec(rest) ??
    /^(?:[1-5]\d{2}(?:\d{2}){0,2})(?=[一-鿿](?:[^\d,。;]{1,24})(?:支出|费|经费|\())/.exec(codeBefore(rest)) ??
    /^第?\d+(?=[条章款节期届季号](?!间))/.exec(/第$/.test(before) ? rest : "")
  );
}

/** A number of three, five or seven digits without a unit behind it, which may be a code; else nothing. */
function codeBefore(rest: string): string {
  const digits = /^\d+/.exec(rest)![0];
  const behind = rest.slice(digits.length, digits.length + 2);
  return [3, 5, 7].includes(digits.length) && !/^[.,万亿千百元%个家辆台次人名项户米平亩公吨]/.test(behind)
    ? rest
    : digits;
}

function quantityAt(text: string, at: number): Quantity | null {
  const signed = text[at - 1] === "-" && !/[\d)\]〕年]/.test(text[at - 2] ?? "");
  const start = signed ? at - 1 : at;
  if (text[start - 1] === "第") return null;
  written.lastIndex = at;
  const number = written.exec(text)![0];
  const digits = number.replace(/,/g, "");
  const plain = at + number.length;
  const end = Math.max(readNumberAt(text, at)?.end ?? plain, plain);
  const unit = settled(text.slice(plain, end), text, end);
  const exponent = exponents.get(unit);
  const dimension = exponent === undefined ? dimensionOf(unit) : "money";
  return {
    start,
    end,
    value: new Exact(digits).times(signed ? -1 : 1),
    decimals: decimalsOf(digits),
    known: decimalsOf(digits),
    dimension,
    unit,
    exponent: exponent ?? 0,
    about: isAbout(text, start, end),
    describes: describes(text, end, dimension),
  };
}

/** "1000万" of money alone is 万元; "台(套)" is 台. */
function settled(word: string, text: string, end: number): string {
  if ((word === "万" || word === "亿") && /^(?:[,。;:、)(]|$)/.test(text.slice(end, end + 1))) return `${word}元`;
  return word;
}

function countInWords(text: string, at: number): Quantity | null {
  if (notCounted.test(text.slice(Math.max(0, at - 1), at))) return null;
  const read = readNumberAt(text, at);
  if (read === null || read.unit === "" || unitOf(read.unit).dimension !== "count") return null;
  if (!countedInWords.test(text.slice(read.end - read.unit.length))) return null;
  const rest = text.slice(read.end, read.end + 2);
  // "一次性", "一级", "两个维护": sayings, not counts.
  if (/^(?:性|般|定|规定|维护|确立|确保|责|方面|合计|共计|总计)/.test(rest) || text.slice(at, at + 2) === "一个")
    return null;
  return {
    start: at,
    end: read.end,
    value: new Exact(read.number),
    decimals: 0,
    known: 0,
    dimension: dimensionOf(read.unit),
    unit: read.unit,
    exponent: 0,
    about: isAbout(text, at, read.end),
    describes: describes(text, read.end, "count"),
  };
}

function describes(text: string, end: number, dimension: Dimension): Quantity["describes"] {
  const behind = text.slice(end, end + 5);
  if (threshold.test(behind)) return "limit";
  if (dimension === "money" || dimension === "percent") return null;
  return followsCount.test(behind.replace(/^\((?:套|台|含)\)/, "")) ? null : "name";
}

function decimalsOf(digits: string): number {
  return digits.split(".")[1]?.length ?? 0;
}

/** Money, percent, or the thing that is counted: "台" for "台(套)" and "套". */
function dimensionOf(word: string): Dimension {
  if (/^(?:%|个?百分点)$/.test(word)) return "percent";
  if (word.includes("元")) return "price";
  return word.replace(/\/.*$/, "").replace(/^(?:套|台\(?套\)?)$/, "台");
}

/** "约", "近" in front of the number, or "左右" beside it. */
function isAbout(text: string, start: number, end: number): boolean {
  return /[约近](?:为|是)?$|左右$/.test(text.slice(Math.max(0, start - 3), start)) || text.startsWith("左右", end);
}

/** The value in 元 for money, as it stands for everything else. */
export function absolute(quantity: Quantity): ExactDecimal {
  return quantity.exponent === 0 ? quantity.value : quantity.value.times(powerOfTen(quantity.exponent));
}

/** Half of the last place written, or of `decimals` places, in 元 for money: how far the true value may be away. */
export function halfPlace(quantity: Quantity, decimals: number = quantity.decimals): ExactDecimal {
  return new Exact("0.5").times(powerOfTen(quantity.exponent - decimals));
}

/**
 * The quantities of all passages of a text, with the decimals to which its amounts are known: 90万元 in a text that
 * prints hundredths is 90.00万元; in a text of whole 万元 it is rounded, and so it is behind "约".
 */
export function readAllQuantities(passages: readonly { readonly text: string }[]): Quantity[][] {
  const all = passages.map(({ text }) => readQuantities(text, 0, text.length));
  const decimals = usualDecimals(all.flat());
  return all.map((quantities) =>
    quantities.map((quantity) =>
      quantity.about || quantity.decimals > 0 || quantity.dimension !== "money"
        ? quantity
        : { ...quantity, known: decimals.get(quantity.unit) ?? 0 },
    ),
  );
}

/** By unit, the most decimals shown; none where most amounts are whole numbers. Zeros and "约" show nothing. */
function usualDecimals(quantities: readonly Quantity[]): ReadonlyMap<string, number> {
  const shown = new Map<string, { whole: number; all: number; most: number }>();
  for (const { unit, about, value, decimals } of quantities) {
    if (about || value.isZero()) continue;
    const one = shown.get(unit) ?? { whole: 0, all: 0, most: 0 };
    shown.set(unit, {
      whole: one.whole + (decimals === 0 ? 1 : 0),
      all: one.all + 1,
      most: Math.max(one.most, decimals),
    });
  }
  return new Map([...shown].map(([unit, { whole, all, most }]) => [unit, whole * 2 > all ? 0 : most]));
}

/** Where in quantities, in the order of the text, the first stands that begins at a place or behind it. */
export function firstFrom(quantities: readonly Quantity[], place: number): number {
  let [low, high] = [0, quantities.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quantities[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
