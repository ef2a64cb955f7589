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
}

const money: Readonly<Record<string, number>> = { 亿元: 8, 百万元: 6, 万元: 4, 千元: 3, 百元: 2, 元: 0, 万: 4, 亿: 8 };
const number = "-?(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?";
const unit =
  "亿元|百万元|万元|千元|百元|元|[万亿](?=[,。;:、)(]|$)|个?百分点|%|辆(?:\\(台\\))?|台(?:\\(套\\)|套)?|套|人次|人|名|批次|批|次|场|期|个|家|项|平方米";
/** With the sign in front of it, if any: Safari of before 16.4 knows no lookbehind. */
const pattern = new RegExp(`(^|[^\\d.第])(${number})(${unit})`, "gu");
/** "单位价值50万元以上的设备": the amount describes the thing, it is no figure. */
const threshold = /^(?:\(?含?\)?|及)(?:以上|以下|以内)/;

const followsCount = /^(?:$|[)(,;。:、]|其中|[比较与同等])/;

/** All quantities of a stretch of text, in order. */
export function readQuantities(text: string, from: number, to: number): Quantity[] {
  const found: Quantity[] = [];
  pattern.lastIndex = Math.max(0, from - 1);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index + match[1]!.length;
    if (start >= to) break;
    const written = match[2]!;
    const word = match[3]!;
    const end = match.index + match[0].length;
    // The last sign of this unit may be the one in front of the next number.
    pattern.lastIndex = end - 1;
    if (threshold.test(text.slice(end, end + 5))) continue;
    const exponent = money[word];
    // "3家行政事业单位的…": a number inside a name.
    if (exponent === undefined && !isPercent(word) && !followsCount.test(text.slice(end, end + 3))) continue;
    // "2025-100" is a range or a document number, not a negative figure.
    const negative = written.startsWith("-") && !/[\d)\]〕]/.test(text[start - 1] ?? "");
    const digits = written.replace(/[-,]/g, "");
    found.push({
      start,
      end,
      value: new Exact(digits).times(negative ? -1 : 1),
      decimals: decimalsOf(digits),
      known: decimalsOf(digits),
      dimension: dimensionOf(word),
      unit: word === "万" || word === "亿" ? `${word}元` : word,
      exponent: exponent ?? 0,
      about: isAbout(text, start, end),
    });
  }
  return found;
}

function decimalsOf(digits: string): number {
  return digits.split(".")[1]?.length ?? 0;
}

function isPercent(word: string): boolean {
  return /%|百分点/.test(word);
}

/** Money, percent, or the thing that is counted: "台" for "台(套)" and "套". */
function dimensionOf(word: string): Dimension {
  if (money[word] !== undefined) return "money";
  if (isPercent(word)) return "percent";
  return word.replace(/\(.*|台套|^套$/, (rest) => (rest.startsWith("(") ? "" : "台"));
}

/** "约", "近" in front of the number, or "左右" beside it. */
function isAbout(text: string, start: number, end: number): boolean {
  return /[约近]$|左右$/.test(text.slice(Math.max(0, start - 2), start)) || text.startsWith("左右", end);
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
  const shown = new Map<string, number[]>();
  for (const { unit, about, value, decimals } of quantities)
    if (!about && !value.isZero()) shown.set(unit, [...(shown.get(unit) ?? []), decimals]);
  return new Map(
    [...shown].map(([unit, list]) => {
      const whole = list.filter((decimals) => decimals === 0).length;
      return [unit, whole * 2 > list.length ? 0 : Math.max(...list)];
    }),
  );
}
