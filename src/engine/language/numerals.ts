/**
 * Numbers as people write them in Chinese text: 两, 十五, 三百六十, 二〇二五, 1,200, 3万. All results are decimal strings, exact.
 */

const DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    〇: 0,
    零: 0,
    一: 1,
    壹: 1,
    二: 2,
    两: 2,
    贰: 2,
    三: 3,
    叁: 3,
    四: 4,
    肆: 4,
    五: 5,
    伍: 5,
    六: 6,
    陆: 6,
    七: 7,
    柒: 7,
    八: 8,
    捌: 8,
    九: 9,
    玖: 9,
  }),
);
const PLACES: ReadonlyMap<string, number> = new Map(
  Object.entries({ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }),
);
const MYRIADS: ReadonlyMap<string, number> = new Map(Object.entries({ 万: 1e4, 亿: 1e8 }));

/** The characters a Chinese numeral is made of. */
export const CHINESE_NUMERAL = "[〇零一二两三四五六七八九十百千万亿]{1,12}(?:点[〇零一二三四五六七八九]+)?";

/**
 * The value of a Chinese numeral as a decimal string, or null where the characters form none ("十十" is read leniently).
 * Digits in a row are read place by place: 二〇二五 is 2025.
 */
export function chineseNumeral(text: string): string | null {
  const [whole = "", fraction] = text.split("点");
  const integer = wholeNumeral(whole);
  if (integer === null) return null;
  if (fraction === undefined) return String(integer);
  const digits = [...fraction].map((c) => DIGITS.get(c));
  return digits.some((d) => d === undefined) || digits.length === 0 ? null : `${integer}.${digits.join("")}`;
}

function wholeNumeral(text: string): number | null {
  if (text === "") return null;
  const chars = [...text];
  if (chars.length > 1 && chars.every((c) => DIGITS.get(c) !== undefined))
    return Number(chars.map((c) => DIGITS.get(c)).join(""));
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const c of chars) {
    const [value, place, myriad] = [DIGITS.get(c), PLACES.get(c), MYRIADS.get(c)];
    if (value !== undefined) digit = value;
    else if (place !== undefined) {
      section += (digit ?? (section === 0 ? 1 : 0)) * place;
      digit = null;
    } else if (myriad !== undefined) {
      const part = section + (digit ?? 0);
      if (part === 0) return null;
      total = (total + part) * myriad;
      section = 0;
      digit = null;
    } else return null;
  }
  return total + section + (digit ?? 0);
}

/** Arabic digits with thousands separators and decimals, as a plain decimal string ("1,200.50" → "1200.5"). */
export function plainDigits(text: string): string {
  const bare = text.replace(/,/gu, "");
  const [whole = "0", fraction = ""] = bare.split(".");
  const trimmed = fraction.replace(/0+$/u, "");
  const head = whole.replace(/^0+(?=\d)/u, "");
  return trimmed === "" ? head : `${head}.${trimmed}`;
}

/** The form of a number in digits; thousands separators only in threes. */
export const DIGIT_NUMERAL = "(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?";
