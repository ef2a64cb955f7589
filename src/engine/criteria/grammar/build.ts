/** How a production of the criteria grammar is written down. */

import type { Leaf, Part, Production } from "../../language";

import { any, optional, token } from "../../language";

export { any, many, optional, symbol, token } from "../../language";

/** What still belongs to a target that a longer word ("超出预算") has begun: 金额, 数. */
export const TARGET_TAIL = optional(
  any(
    token("target"),
    token("noun", (_v, t) => /^(?:金额|数|额|资金|总额|数量|值|量|成本|规模|限额|总价|投资)$/u.test(t.word)),
  ),
);

/** A production: the symbol it belongs to, an example that a test parses, its parts, and what they mean together. */
export function rule(
  name: string,
  example: string,
  parts: readonly Part[],
  make: (values: readonly unknown[], words: string) => unknown,
  rank = 0,
): Production {
  return { symbol: name, example, parts, make, rank };
}

/** The words of a token; the empty text where an optional one is not there. */
export function wordOf(value: unknown): string {
  return value === null || value === undefined ? "" : (value as Leaf).token.word;
}

/** One entry of a token's value. */
export function entryOf(value: unknown, key: string): string | number | boolean | null {
  return value === null || value === undefined ? null : ((value as Leaf).value[key] ?? null);
}

/** What a symbol meant, as the type that its productions give. */
export function as<T>(value: unknown): T {
  return value as T;
}

/** 80 (percent) as the share 0.8, by moving the point. */
export function percentShare(number: string): string {
  const [whole = "0", fraction = ""] = number.split(".");
  const padded = whole.padStart(3, "0");
  const joined = `${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`
    .replace(/^0+(?=\d)/u, "")
    .replace(/\.?0+$/u, "");
  return joined === "" ? "0" : joined;
}
