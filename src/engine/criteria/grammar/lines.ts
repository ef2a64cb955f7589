/** Marks on a line whose ends the text names: "在8-10分之间按插值法计分", "从4分起线性递增至10分". */

import type { Production } from "../../language";
import type { Outcome, Quantity } from "../tree";
import { any, as, optional, rule, symbol, token } from "./build";
import { USING } from "./using";

const BY = optional(any(token("by"), USING));

const RECKON = optional(any(token("reckon"), token("earn"), token("give")));

const IN = optional(
  any(
    token("scope", (_v, t) => t.word === "在"),
    token("between"),
  ),
);

const WITHIN = optional(
  any(
    token("between"),
    token("noun", (_v, t) => /^(?:间|之间|区间|范围内?)$/u.test(t.word)),
    token("suffix", (_v, t) => /内$/u.test(t.word)),
  ),
);

/** "从…": where the line begins. */
const FROM = optional(
  any(
    token("noun", (_v, t) => t.word === "从"),
    token("by", (_v, t) => t.word === "由"),
  ),
);

const UP_TO = any(
  token("down-to"),
  token("scope", (_v, t) => t.word === "至"),
  token("dash"),
);

const OF_IT = optional(
  any(
    token("noun", (_v, t) => /^(?:对应|时|起)$/u.test(t.word)),
    token("suffix"),
  ),
);

/** A line between two numbers of marks; null where they are one. */
function line(one: unknown, other: unknown): Outcome | null {
  const [a, b] = [marksOf(one), marksOf(other)];
  if (a === null || b === null || Number(a) === Number(b)) return null;
  return Number(a) < Number(b)
    ? { kind: "interpolation", marks: { low: a, high: b } }
    : { kind: "interpolation", marks: { low: b, high: a } };
}

function marksOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  const { number, unit } = as<Quantity>(value);
  return unit === "" ? number : null;
}

export const LINE_PRODUCTIONS: readonly Production[] = [
  rule("marks-span", "8-10分", [any(symbol("points"), symbol("number")), token("dash"), symbol("points")], ([a, , b]) =>
    line(a, b),
  ),
  rule(
    "outcome",
    "在8-10分之间按线性插值法计算",
    [RECKON, IN, symbol("marks-span"), WITHIN, optional(token("comma")), BY, token("interpolate"), RECKON, RECKON],
    ([, , span]) => span,
  ),
  rule(
    "outcome",
    "按线性插值在3-5分间计分",
    [BY, token("interpolate"), RECKON, IN, symbol("marks-span"), WITHIN, RECKON],
    ([, , , , span]) => span,
  ),
  rule(
    "outcome",
    "得8-10分（按插值法计分）",
    [RECKON, symbol("marks-span"), token("open"), BY, token("interpolate"), RECKON, token("close")],
    ([, span]) => span,
  ),
  rule(
    "outcome",
    "得分从3亿元对应的4分起线性递增至6亿元对应的10分",
    [
      RECKON,
      FROM,
      optional(symbol("number")),
      OF_IT,
      symbol("points"),
      OF_IT,
      token("interpolate"),
      UP_TO,
      optional(symbol("number")),
      OF_IT,
      symbol("points"),
    ],
    ([, , from, , a, , , , to, , b], words) => {
      if ((from === null) !== (to === null)) return null;
      const made = line(a, b) as Extract<Outcome, { kind: "interpolation" }> | null;
      if (made === null || /递减/u.test(words) !== Number(as<string>(a)) > Number(as<string>(b))) return null;
      return from === null ? made : { ...made, ends: [as<Quantity>(from), as<Quantity>(to)] };
    },
  ),
];
