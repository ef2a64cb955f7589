import { Exact, type ExactDecimal } from "./exact";

/** What is unusual about the way an amount is written; worded in `diagnostics/wording`. */
export type NotationCode =
  | "number-as-text"
  | "thousands-separators"
  | "full-width"
  | "blanks-inside"
  | "placeholder"
  | "parentheses-negative"
  | "currency-sign"
  | "unit-inside"
  | "percent-text";

/**
 * What a text means as an amount. `value` is null for a placeholder such as "—"; `decimals` are the decimals written.
 */
export type AmountReading =
  | {
      readonly state: "amount";
      readonly value: ExactDecimal;
      readonly decimals: number;
      readonly notation: readonly NotationCode[];
    }
  | { readonly state: "blank"; readonly notation: readonly NotationCode[] }
  | { readonly state: "unreadable" };

const placeholders = /^(?:[-–—―─−_/\\]+|无|空|空表|nil|n\/a)$/i;
const plainNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const groupedNumber = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+)(?:\.\d*)?$/;

/**
 * Reads an amount kept as text for what it means: "1,234.56", "１２３．４", "(12.00)", "￥5", "12万元" where the table's
 * unit is 万元, "3.5%" (0.035). A text in another unit, or with other words, is unreadable: never a guess.
 */
export function readAmountText(text: string, unit: string | null = null): AmountReading {
  const written = withoutMark(
    text
      .normalize("NFKC")
      .replace(/[\u200b\ufeff]/g, "")
      .trim(),
  );
  if (written === "") return { state: "blank", notation: text === "" ? [] : ["placeholder"] };
  if (placeholders.test(written.replace(/\s/g, ""))) return { state: "blank", notation: ["placeholder"] };
  const notation: NotationCode[] = hasFullWidth(text) ? ["number-as-text", "full-width"] : ["number-as-text"];
  let digits = written;
  for (const { code, take } of dressings) {
    const taken = take(digits, unit);
    if (taken !== digits && code !== null) notation.push(code);
    digits = taken;
  }
  return readDigits(digits, notation);
}

function readDigits(digits: string, notation: readonly NotationCode[]): AmountReading {
  const negative = notation.includes("parentheses-negative");
  if (!plainNumber.test(digits) || (negative && /^[+-]/.test(digits))) return { state: "unreadable" };
  const percent = notation.includes("percent-text");
  const plain = negative ? new Exact(digits).negated() : new Exact(digits);
  const decimals = (digits.split(".")[1]?.length ?? 0) + (percent ? 2 : 0);
  return { state: "amount", value: percent ? plain.times("0.01") : plain, decimals, notation };
}

/** The mark with which a spreadsheet keeps a number as text. */
function withoutMark(text: string): string {
  return text.startsWith("'") ? text.slice(1).trim() : text;
}

/** What can stand around the digits of an amount, in the order in which it is taken off. */
const dressings: readonly {
  readonly code: NotationCode | null;
  readonly take: (text: string, unit: string | null) => string;
}[] = [
  { code: "blanks-inside", take: (text) => text.replace(/\s/g, "") },
  { code: null, take: (text) => text.replace(/[−–—]/g, "-") },
  { code: "unit-inside", take: withoutUnit },
  { code: "parentheses-negative", take: (text) => /^\((.+)\)$/.exec(text)?.[1] ?? text },
  { code: "currency-sign", take: (text) => (/^[+-]?[¥$]/.test(text) ? text.replace(/[¥$]/, "") : text) },
  { code: "percent-text", take: (text) => (text.endsWith("%") ? text.slice(0, -1) : text) },
  { code: "thousands-separators", take: (text) => (groupedNumber.test(text) ? text.replace(/,/g, "") : text) },
];

/** "12万元" under 万元; not "3百万元", which is another unit. */
function withoutUnit(text: string, unit: string | null): string {
  if (unit === null || !text.endsWith(unit)) return text;
  const rest = text.slice(0, -unit.length);
  return /[亿万千百]$/.test(rest) ? text : rest;
}

function hasFullWidth(text: string): boolean {
  return /[\uff01-\uff5e]/.test(text.replace(/￥/g, ""));
}
