/** Shares of the target: "目标值的80%", "达到目标值的80%以上". */

import type { Production } from "../../language";
import type { Bound, Quantity } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import type { Name } from "./names";
import { range } from "./ranges";
import type { Range } from "./ranges";
import { percentOf, whole } from "./measured";

export const TARGET_SHARE_PRODUCTIONS: readonly Production[] = [
  rule("share-range", "达到目标值的80%", [symbol("share-one")], ([one]) => one),
  rule(
    "target-share",
    "目标值的80%",
    [token("target"), optional(token("sign", (v) => v.sign === "×")), symbol("number")],
    ([, , q]) => percentOf(q),
  ),
  rule(
    "target-share",
    "80%目标值",
    [symbol("number"), optional(token("sign", (v) => v.sign === "×")), token("target")],
    ([q]) => percentOf(q),
  ),
  rule(
    "share-one",
    "不低于目标值的80%",
    [token("comparator", (v) => v.side !== "at"), symbol("target-share"), optional(symbol("inclusion"))],
    ([c, q, said]) => {
      const share = as<Quantity>(q);
      // "低于目标值10%" is a distance from the target, not a share of it.
      if (!/^(?:达到?|已达到?|至少达到|均达到)$/u.test(wordOf(c)) && share.unit === "%" && Number(share.number) < 50)
        return null;
      const end: Bound = {
        at: share,
        inclusive: (said === null ? null : as<{ yes: boolean }>(said).yes) ?? entryOf(c, "inclusive") === true,
        explicit: said !== null,
        soft: false,
      };
      return range({
        low: entryOf(c, "side") === "low" ? end : null,
        high: entryOf(c, "side") === "high" ? end : null,
        ofTarget: true,
        comparator: wordOf(c),
      });
    },
  ),
  rule(
    "share-one",
    "达到目标值的80%以上",
    [optional(any(token("comparator"), token("done"), token("met"))), symbol("target-share"), symbol("tail")],
    ([c, q, t]) => {
      const end = as<{ side: string; inclusive: boolean; soft: boolean; said: boolean | null }>(t);
      const own = c === null ? null : entryOf(c, "side");
      if (own !== null && own !== "at" && own !== end.side) return null;
      // "超出批复10%以上" is a distance from the target, not a share of it.
      const beyond = own !== null && entryOf(c, "inclusive") !== true;
      if (beyond && as<Quantity>(q).unit === "%" && Number(as<Quantity>(q).number) < 50) return null;
      const made: Bound = {
        at: as<Quantity>(q),
        inclusive: end.said ?? end.inclusive,
        explicit: end.said !== null,
        soft: end.soft && end.said === null,
      };
      return range({
        low: end.side === "low" ? made : null,
        high: end.side === "high" ? made : null,
        ofTarget: true,
        tailed: true,
      });
    },
  ),
  rule(
    "share-one",
    "完成目标值的85%-95%",
    [
      optional(
        any(
          token("comparator", (v) => v.side !== "high"),
          token("done"),
          token("met"),
          token("by"),
        ),
      ),
      token("target"),
      symbol("number"),
      optional(symbol("inclusion")),
      token("dash"),
      symbol("number"),
      optional(symbol("inclusion")),
      optional(any(token("between"), token("suffix"))),
    ],
    ([, , a, aSaid, , b, bSaid]) => {
      const [one, two] = [percentOf(a) ?? { number: as<Quantity>(a).number, unit: "%" }, percentOf(b)];
      if (two === null) return null;
      const end = (at: Quantity, said: unknown): Bound => ({
        at,
        inclusive: said === null ? true : as<{ yes: boolean }>(said).yes,
        explicit: said !== null,
        soft: false,
      });
      const falling = Number(one.number) > Number(two.number);
      return range({
        low: falling ? end(two, bSaid) : end(one, aSaid),
        high: falling ? end(one, aSaid) : end(two, bSaid),
        ofTarget: true,
        tailed: true,
      });
    },
  ),
  rule(
    "share-one",
    "80%目标值≤完成值<目标值",
    [
      symbol("target-share"),
      token("comparator"),
      symbol("name"),
      token("comparator"),
      any(symbol("target-share"), token("target")),
    ],
    ([a, c1, name, c2, b]) => {
      if (entryOf(c1, "side") !== "high" || entryOf(c2, "side") !== "high") return null;
      const top = as<{ number?: string }>(b).number === undefined ? whole : as<Quantity>(b);
      return range({
        low: { at: as<Quantity>(a), inclusive: entryOf(c1, "inclusive") === true, explicit: false, soft: false },
        high: { at: top, inclusive: entryOf(c2, "inclusive") === true, explicit: false, soft: false },
        ofTarget: true,
        name: { ...as<Name>(name), measure: "completion" },
      });
    },
  ),
  rule(
    "share-range",
    "少于年度目标但不低于目标值的80%",
    [
      token("comparator", (v) => v.side === "high" && v.inclusive !== true),
      token("target"),
      optional(token("comma")),
      optional(any(token("but"), token("and"))),
      symbol("share-one"),
    ],
    ([, , , , other]) => {
      const low = as<Range>(other).low;
      return low === null
        ? null
        : range({ low, high: { at: whole, inclusive: false, explicit: false, soft: false }, ofTarget: true });
    },
  ),
  rule(
    "share-one",
    "低于目标值的80%",
    [token("measure", (v) => v.kind === "shortfall"), symbol("number"), optional(symbol("tail"))],
    ([, q, t]) => {
      const share = percentOf(q);
      const end = t === null ? null : as<{ side: string }>(t).side;
      return share === null || (share.unit === "%" && Number(share.number) < 50) || end === "low"
        ? null
        : range({ high: { at: share, inclusive: false, explicit: false, soft: false }, ofTarget: true });
    },
  ),
  rule(
    "share-range",
    "低于目标值但不低于目标值的80%",
    [
      token("measure", (v) => v.kind === "shortfall"),
      optional(token("comma")),
      optional(any(token("but"), token("and"))),
      symbol("share-one"),
    ],
    ([, , , other]) => {
      const low = as<Range>(other).low;
      return low === null || as<Range>(other).high !== null
        ? null
        : range({ low, high: { at: whole, inclusive: false, explicit: false, soft: false }, ofTarget: true });
    },
  ),
  rule(
    "share-range",
    "低于目标值但高于目标值80%",
    [
      token("measure", (v) => v.kind === "shortfall"),
      optional(token("comma")),
      any(token("but"), token("and")),
      token("measure", (v) => v.kind === "overrun"),
      symbol("number"),
      optional(symbol("inclusion")),
      optional(token("suffix", (v) => v.side === "low")),
    ],
    ([, , , , q, said]) => {
      const share = percentOf(q);
      const yes = said === null ? false : as<{ yes: boolean }>(said).yes;
      return share === null
        ? null
        : range({
            low: { at: share, inclusive: yes, explicit: said !== null, soft: false },
            high: { at: whole, inclusive: false, explicit: false, soft: false },
            ofTarget: true,
          });
    },
  ),
  rule(
    "share-range",
    "高于目标值的80%且低于目标值的100%",
    [
      token("measure", (v) => v.kind === "overrun"),
      symbol("number"),
      optional(symbol("inclusion")),
      optional(token("comma")),
      any(token("but"), token("and")),
      symbol("share-one"),
    ],
    ([, q, said, , , other]) => {
      const [share, end] = [percentOf(q), as<Range>(other)];
      const yes = said === null ? false : as<{ yes: boolean }>(said).yes;
      return share === null || end.high === null || end.low !== null
        ? null
        : range({
            low: { at: share, inclusive: yes, explicit: said !== null, soft: false },
            high: end.high,
            ofTarget: true,
          });
    },
  ),
  rule(
    "share-range",
    "达到目标值的80%以上且低于目标值的100%",
    [symbol("share-one"), optional(token("comma")), optional(any(token("but"), token("and"))), symbol("share-one")],
    ([a, , , b]) => {
      const [one, two] = [as<Range>(a), as<Range>(b)];
      const [low, high] = [one.low ?? two.low, one.high ?? two.high];
      const opposite = (one.low === null) !== (two.low === null) && (one.high === null) !== (two.high === null);
      return opposite && low !== null && high !== null && Number(low.at.number) < Number(high.at.number)
        ? range({ low, high, ofTarget: true })
        : null;
    },
  ),
  rule(
    "share-one",
    "完成目标任务的90%",
    [
      any(
        token("done"),
        token("comparator", (v) => v.side !== "high"),
        token("met"),
      ),
      symbol("target-share"),
    ],
    ([, q]) => ({ ...range({}), bare: as<Quantity>(q), ofTarget: true }),
    1,
  ),
];
