/** Any figure but the one that is named: "不为0", "非0", "≠100%", "不等于100%". */

import type { Production } from "../../language";
import type { Condition, Quantity } from "../tree";
import { any, as, rule, symbol, token } from "./build";
import { N, ranged } from "./measured";
import type { Name } from "./names";
import { range } from "./ranges";

const ZERO: Quantity = { number: "0", unit: "" };

const DENIED = token("negation", (_v, t) => /^(?:不|非|未|没有)$/u.test(t.word));

const NOT = token("negation", (_v, t) => t.word === "非");

const IS = token("comparator", (v) => v.side === "at");

/** Any number but that one; of a count that is not none, there is some. */
function otherThan(name: Name | null, at: Quantity): Condition | null {
  const end = { at, inclusive: false, explicit: false, soft: false };
  const above = ranged(name, range({ low: end }));
  if (at.number === "0" && at.unit !== "%") return above;
  const below = ranged(name, range({ high: end }));
  return above === null || below === null ? null : { kind: "any", of: [below, above] };
}

export const DENIED_FIGURE_PRODUCTIONS: readonly Production[] = [
  rule("zero", "零", [token("negation", (_v, t) => t.word === "零")], () => ZERO),
  rule("denied-figure", "不等于100%", [DENIED, IS, any(symbol("number"), symbol("zero"))], ([, , at]) => at),
  rule("denied-figure", "非0", [NOT, any(symbol("number"), symbol("zero"))], ([, at]) =>
    as<Quantity>(at).number === "0" ? at : null,
  ),
  rule("condition", "事故数不为0", [N, symbol("denied-figure")], ([name, at]) =>
    otherThan(as<Name | null>(name), as<Quantity>(at)),
  ),
];
