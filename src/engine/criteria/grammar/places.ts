/** Places in a ranking: "全省排名前五", "第4-7名". */

import type { Production } from "../../language";
import type { Bound, Condition, Quantity } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import type { Name } from "./names";
import { N } from "./measured";

const place = (number: string, inclusive = true): Bound => ({
  at: { number, unit: "名" },
  inclusive,
  explicit: false,
  soft: false,
});

const TOP = token("noun", (_v, t) => t.word === "前");
const SHARE = token("quantity", (v) => v.unit === "%");
const percent = (leaf: unknown): Quantity => ({ number: String(entryOf(leaf, "number")), unit: "%" });

export const called = (name: unknown): string => (name === null ? "" : as<Name>(name).text);

/** What a place is taken in: the word of places says it as well. */
const IN_WHAT = /(?:考核|考评|评比|评价|测评|评估)$/u;

export const RANK_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "全省排名前五",
    [
      N,
      optional(token("rank")),
      optional(token("rank")),
      optional(token("noun")),
      token("top"),
      optional(any(token("level"), token("noun"))),
    ],
    ([name, , , , top]): Condition => ({
      kind: "range",
      measure: "rank",
      name: called(name),
      low: null,
      high: place(String(entryOf(top, "place"))),
    }),
  ),
  rule(
    "condition",
    "达到省级考核前3名",
    [
      any(
        token("comparator", (v) => v.side === "low" && v.inclusive === true),
        token("event"),
      ),
      symbol("name"),
      optional(token("rank")),
      token("top"),
    ],
    ([, name, , top]): Condition => ({
      kind: "range",
      measure: "rank",
      name: called(name).replace(IN_WHAT, ""),
      low: null,
      high: place(String(entryOf(top, "place"))),
    }),
    1,
  ),
  rule(
    "condition",
    "未进入前6名",
    [N, token("negation"), optional(token("rank")), token("top")],
    ([name, , , top]): Condition => ({
      kind: "range",
      measure: "rank",
      name: called(name),
      low: place(String(entryOf(top, "place")), false),
      high: null,
    }),
  ),
  rule("condition", "排名第3", [N, optional(token("rank")), token("ordinal")], ([name, , n]): Condition => ({
    kind: "range",
    measure: "rank",
    name: called(name),
    low: place(String(entryOf(n, "place"))),
    high: place(String(entryOf(n, "place"))),
  })),
  rule(
    "condition",
    "居全市第一位",
    [N, token("rank"), token("noun", (_v, t) => /^全[省市县区国州]$|级$/u.test(t.word)), token("ordinal")],
    ([name, , among, n]): Condition => ({
      kind: "range",
      measure: "rank",
      name: `${called(name)}${wordOf(among)}`,
      low: place(String(entryOf(n, "place"))),
      high: place(String(entryOf(n, "place"))),
    }),
  ),
  rule(
    "condition",
    "第4-7名",
    [N, optional(token("rank")), token("ordinal"), token("dash"), any(symbol("number"), token("ordinal"))],
    ([name, , n, , b]): Condition => ({
      kind: "range",
      measure: "rank",
      name: called(name),
      low: place(String(entryOf(n, "place"))),
      high: place(as<{ number?: string }>(b).number ?? String(entryOf(b, "place"))),
    }),
  ),
  rule(
    "condition",
    "得分在全省同级医院排名前10%（含）",
    [
      optional(any(symbol("name"), symbol("subject"))),
      optional(token("rank")),
      TOP,
      SHARE,
      optional(symbol("inclusion")),
    ],
    ([, , , q, said]): Condition => ({
      kind: "range",
      measure: "value",
      name: "前",
      low: null,
      high: {
        at: percent(q),
        inclusive: said === null || as<{ yes: boolean }>(said).yes,
        explicit: said !== null,
        soft: false,
      },
    }),
    1,
  ),
  rule("condition", "60%以后", [SHARE, token("after", (_v, t) => /后$/u.test(t.word))], ([q]): Condition => ({
    kind: "range",
    measure: "value",
    name: "前",
    low: { at: percent(q), inclusive: false, explicit: false, soft: false },
    high: null,
  })),
  rule(
    "condition",
    "6-10名",
    [
      N,
      optional(token("rank")),
      symbol("number"),
      token("dash"),
      token("quantity", (v) => v.unit === "名" || v.unit === "位"),
    ],
    ([name, , a, , b]): Condition => ({
      kind: "range",
      measure: "rank",
      name: called(name),
      low: place(as<Quantity>(a).number),
      high: place(String(entryOf(b, "number"))),
    }),
  ),
  rule(
    "condition",
    "第8名及以后",
    [
      N,
      optional(token("rank")),
      token("ordinal"),
      any(
        token("after"),
        token("suffix", (v) => v.side === "high"),
      ),
    ],
    ([name, , n, after]): Condition => ({
      kind: "range",
      measure: "rank",
      name: called(name),
      low: place(String(entryOf(n, "place")), /及|或/u.test(wordOf(after))),
      high: null,
    }),
  ),
  rule(
    "condition",
    "10名以后",
    [
      N,
      optional(token("rank")),
      token("quantity", (v) => v.unit === "名" || v.unit === "位"),
      any(
        token("after"),
        token("suffix", (v) => v.side === "high"),
      ),
    ],
    ([name, , n, after]): Condition => ({
      kind: "range",
      measure: "rank",
      name: called(name),
      low: place(String(entryOf(n, "number")), /及|或/u.test(wordOf(after))),
      high: null,
    }),
  ),
];
