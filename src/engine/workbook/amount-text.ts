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
  const notation: NotationCode[] = [];
  const compatible = text.normalize("NFKC");
  let rest = compatible.replace(/[\u200b\ufeff]/g, "").trim();
  if (rest.startsWith("'")) rest = rest.slice(1).trim();
  if (rest === "") return { state: "blank", notation: text === "" ? [] : ["placeholder"] };
  if (placeholders.test(rest.replace(/\s/g, ""))) return { state: "blank", notation: ["placeholder"] };
  notation.push("number-as-text");
  if (hasFullWidth(text)) notation.push("full-width");
  if (/\s/.test(rest)) {
    rest = rest.replace(/\s/g, "");
    notation.push("blanks-inside");
  }
  rest = rest.replace(/[−–—]/g, "-");
  const inUnit = unit !== null && rest.endsWith(unit) && !/[亿万千百]$/.test(rest.slice(0, -unit.length));
  if (inUnit) {
    rest = rest.slice(0, -unit.length);
    notation.push("unit-inside");
  }
  const parentheses = /^\((.+)\)$/.exec(rest);
  if (parentheses) {
    rest = parentheses[1]!;
    notation.push("parentheses-negative");
  }
  if (/^[+-]?[¥$]/.test(rest)) {
    rest = rest.replace(/[¥$]/, "");
    notation.push("currency-sign");
  }
  const percent = rest.endsWith("%");
  if (percent) {
    rest = rest.slice(0, -1);
    notation.push("percent-text");
  }
  if (groupedNumber.test(rest)) {
    rest = rest.replace(/,/g, "");
    notation.push("thousands-separators");
  }
  if (!plainNumber.test(rest)) return { state: "unreadable" };
  let value = new Exact(rest);
  if (parentheses) {
    if (/^[+-]/.test(rest)) return { state: "unreadable" };
    value = value.negated();
  }
  if (percent) value = value.times("0.01");
  const written = rest.split(".")[1]?.length ?? 0;
  return { state: "amount", value, decimals: written + (percent ? 2 : 0), notation };
}

function hasFullWidth(text: string): boolean {
  return /[\uff01-\uff5e]/.test(text.replace(/￥/g, ""));
}
