/** Below and above nothing in words ("为负值或零"), and how far from the target ("在目标值±5%以内"). */

import type { Production } from "../../language";
import type { Condition, Quantity } from "../tree";
import { unitOf } from "../../language";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { N, NONE, distance, ranged } from "./measured";
import type { Name } from "./names";
import { range } from "./ranges";
import type { Range } from "./ranges";

const SIGNED = /^(?:负[值数]|正[值数])$/u;

export const DISTANCE_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "缺少超过10个点位",
    [token("way", (_v, t) => /^(?:缺少|缺|少|差)$/u.test(t.word)), symbol("range")],
    ([, part]) => {
      const r = as<Range>(part);
      return /^(?:超过|超出|大于|多于|不超过|达到)$/u.test(r.comparator)
        ? ranged({ ...NONE, measure: "shortfall" }, r)
        : null;
    },
  ),
  // Below, at and above nothing, in words.
  rule(
    "condition",
    "变动率为负值或零",
    [
      symbol("name"),
      any(
        token("comparator", (v) => v.side === "at"),
        token("noun", (_v, t) => t.word === "为"),
        token("rated"),
      ),
      token("noun", (_v, t) => SIGNED.test(t.word)),
      optional(token("or")),
      optional(
        any(
          token("negation", (_v, t) => t.word === "零"),
          token("quantity", (v) => v.number === "0"),
        ),
      ),
    ],
    ([name, , sign, or, none]) => {
      if ((or === null) !== (none === null)) return null;
      const end = { at: { number: "0", unit: "%" }, inclusive: none !== null, explicit: false, soft: false };
      const below = wordOf(sign).startsWith("负");
      return ranged(as<Name>(name), range(below ? { high: end } : { low: end }));
    },
  ),
  // Distances from the target.
  rule(
    "condition",
    "完成率在100%±10%（含）以内",
    [
      N,
      token("quantity", (v) => v.number === "100" && v.unit === "%"),
      token("plus-minus"),
      symbol("number"),
      optional(symbol("inclusion")),
      optional(symbol("tail")),
    ],
    ([name, , , q]) =>
      as<Name | null>(name)?.measure === "completion" || as<Name | null>(name)?.measure === "ratio"
        ? ({
            kind: "range",
            measure: "deviation",
            name: "",
            low: null,
            high: { at: as<Quantity>(q), inclusive: true, explicit: false, soft: true },
          } satisfies Condition)
        : null,
  ),
  rule(
    "condition",
    "实际值在目标值±5%以内",
    [N, token("target"), token("plus-minus"), symbol("number"), optional(symbol("tail")), optional(token("between"))],
    ([, , , q]) =>
      ({
        kind: "range",
        measure: "deviation",
        name: "",
        low: null,
        high: { at: as<Quantity>(q), inclusive: true, explicit: false, soft: true },
      }) satisfies Condition,
  ),
  rule(
    "condition",
    "高于年度目标值10个百分点以上",
    [
      N,
      any(
        token("comparator", (v) => v.inclusive !== true),
        token("way"),
      ),
      token("target"),
      symbol("number"),
      optional(symbol("tail")),
    ],
    ([, c, , q, t]) => {
      const over = entryOf(c, "side") === "low" || entryOf(c, "way") === "over";
      const short = entryOf(c, "side") === "high" || entryOf(c, "way") === "short";
      const at = as<Quantity>(q);
      if (over === short || (short && at.unit === "%" && Number(at.number) >= 50)) return null;
      return distance(over ? "overrun" : "shortfall", at, t);
    },
  ),
  rule(
    "condition",
    "差5个百分点以上",
    [N, token("way", (v, t) => v.way === "short" && /^[差少缺低]$/u.test(t.word)), symbol("number"), symbol("tail")],
    ([, , q, t]) => distance("shortfall", as<Quantity>(q), t),
    3,
  ),
  rule(
    "condition",
    "少10-30亩",
    [N, token("way", (v, t) => v.way === "short" && /^(?:[差少缺低]|减少|低于|少于)$/u.test(t.word)), symbol("range")],
    ([, , part]) => {
      const { low, high } = as<Range>(part);
      const far =
        low !== null && high !== null && unitOf(low.at.unit).dimension !== "rate" && Number(low.at.number) > 0;
      return far ? ranged({ ...NONE, measure: "shortfall" }, as<Range>(part)) : null;
    },
    3,
  ),
  rule(
    "condition",
    "超出预算10%以内",
    [N, token("over-target"), symbol("number"), optional(symbol("inclusion")), optional(symbol("tail"))],
    ([, , q, , t]) => distance("overrun", as<Quantity>(q), t),
    3,
  ),
  rule(
    "condition",
    "超支10%（含）以上",
    [N, token("over-target"), symbol("range")],
    ([, , part]) => ranged({ ...NONE, measure: "overrun" }, as<Range>(part)),
    3,
  ),
  rule(
    "condition",
    "目标值偏离5%以内",
    [optional(token("target")), token("way", (v) => v.way === "away"), symbol("range")],
    ([, , part]) => ranged({ ...NONE, measure: "deviation" }, as<Range>(part)),
    3,
  ),
];
