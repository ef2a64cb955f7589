/** What a clause gives or takes: marks, shares of them, all, none, in proportion, as a person sees fit. */

import type { Production } from "../../language";
import type { Outcome, Quantity } from "../tree";
import { any, as, entryOf, optional, percentShare, rule, symbol, token, wordOf } from "./build";

/** A share of the marks: 0.8 for 80%, "1/3" exactly. */
export function shareOfNumber(q: Quantity): string | null {
  if (q.unit === "%") return percentShare(q.number);
  if (q.unit.startsWith("/")) return `${q.number}${q.unit}`;
  if (q.unit === "倍") return q.number;
  return null;
}

const shared = (value: unknown): string | null => shareOfNumber(as<Quantity>(value));

const GIVE = optional(any(token("give"), token("colon")));

const WHOLE = optional(token("whole"));

/** Behind an amount, the word that it is counted. */
const RECKON = optional(token("reckon"));

const between = (a: string, b: string): readonly [string, string] => (Number(a) <= Number(b) ? [a, b] : [b, a]);

/** "再扣": besides what the other clauses take. */
const besides = (take: unknown): { readonly more?: true } =>
  /^(?:再|另|还|加扣|额外)/u.test(wordOf(take)) ? { more: true } : {};

const INCLUDED = optional(symbol("inclusion"));

export const OUTCOME_PRODUCTIONS: readonly Production[] = [
  rule("points", "10分", [token("marks")], ([m]) => entryOf(m, "number")),
  rule("share", "80%", [symbol("number")], ([q]) => shared(q)),
  rule("share", "50个百分点", [token("quantity", (v) => v.unit === "个百分点" || v.unit === "百分点")], ([q]) =>
    percentShare(String(entryOf(q, "number"))),
  ),
  rule("share", "8倍", [token("quantity", (v) => v.unit === "倍")], ([q]) => entryOf(q, "number")),
  // All of them.
  rule(
    "outcome",
    "得满分10分",
    [
      GIVE,
      token("full"),
      optional(any(token("colon"), token("give"), token("open"))),
      symbol("points"),
      optional(token("close")),
    ],
    ([, , , points]): Outcome => ({ kind: "full", named: as<string>(points) }),
  ),
  rule("outcome", "得满分", [GIVE, token("full"), optional(token("reckon"))], ([, full]): Outcome => ({
    kind: "full",
    named: null,
    ...(wordOf(full).startsWith("不") ? { spared: true } : {}),
  })),
  rule(
    "outcome",
    "得基本分3分",
    [GIVE, token("whole", (_v, t) => /^(?:基[础本]分值?|底分|保底分)$/u.test(t.word)), symbol("points")],
    ([, , points]): Outcome => ({ kind: "points", points: as<string>(points) }),
  ),
  rule(
    "outcome",
    "得10分（满分）",
    [GIVE, symbol("points"), optional(token("open")), token("full"), optional(token("close"))],
    ([, points]): Outcome => ({ kind: "full", named: as<string>(points) }),
  ),
  rule(
    "outcome",
    "得基本分6分",
    [token("give"), token("whole", (_v, t) => /^基[本础]分$/u.test(t.word)), symbol("points")],
    ([, , points]): Outcome => ({ kind: "points", points: as<string>(points) }),
  ),
  rule(
    "outcome",
    "得该项分值",
    [token("give"), token("whole", (_v, t) => !/^基[本础]分$/u.test(t.word))],
    (): Outcome => ({ kind: "full", named: null }),
  ),
  rule("outcome", "得分", [token("earn")], (): Outcome => ({ kind: "full", named: null })),
  rule("outcome", "得全部指标分值", [token("give"), token("wholly"), token("whole")], (): Outcome => ({
    kind: "full",
    named: null,
  })),
  rule("outcome", "得基本分6分", [token("give"), token("whole"), symbol("points")], ([, , points]): Outcome => ({
    kind: "points",
    points: as<string>(points),
  })),
  rule(
    "outcome",
    "扣完全部指标分值",
    [
      any(
        token("exhaust"),
        token("nothing"),
        token("noun", (_v, t) => t.word === "扣完"),
      ),
      token("wholly"),
      token("whole"),
    ],
    (): Outcome => ({ kind: "nothing" }),
  ),
  // None.
  rule("outcome", "不得分", [GIVE, token("nothing")], (): Outcome => ({ kind: "nothing" })),
  rule(
    "outcome",
    "扣除该项分值",
    [token("take"), optional(token("wholly")), any(token("whole"), token("full"))],
    (): Outcome => ({ kind: "nothing" }),
  ),
  rule(
    "outcome",
    "扣减全部指标分值",
    [token("reckon", (_v, t) => /^扣/u.test(t.word)), token("wholly"), token("whole")],
    (): Outcome => ({ kind: "nothing" }),
  ),
  // So many.
  rule(
    "outcome",
    "得10分",
    [GIVE, optional(any(token("full"), token("exhaust"))), symbol("points"), RECKON],
    ([, full, points]): Outcome =>
      as<string>(points) === "0"
        ? { kind: "nothing" }
        : full !== null
          ? { kind: "full", named: as<string>(points) }
          : { kind: "points", points: as<string>(points) },
  ),
  rule("outcome", "（10分）", [token("open"), GIVE, symbol("points"), token("close")], ([, , points]): Outcome =>
    as<string>(points) === "0" ? { kind: "nothing" } : { kind: "points", points: as<string>(points) },
  ),
  rule(
    "outcome",
    "得8-10分",
    [
      GIVE,
      any(symbol("points"), symbol("number")),
      INCLUDED,
      token("dash"),
      symbol("points"),
      INCLUDED,
      optional(token("between")),
    ],
    ([, a, , , b]) => {
      const first = typeof a === "string" ? a : as<Quantity>(a).unit === "" ? as<Quantity>(a).number : null;
      if (first === null) return null;
      const [low, high] = between(first, as<string>(b));
      return { kind: "points-between", low, high } satisfies Outcome;
    },
  ),
  rule(
    "outcome",
    "得100分×权重",
    [GIVE, symbol("points"), token("sign", (v) => v.sign === "×"), token("whole")],
    ([, points]) =>
      as<string>(points) === "100"
        ? ({ kind: "full", named: null } satisfies Outcome)
        : Number(points) < 100
          ? ofShare(percentShare(as<string>(points)))
          : null,
  ),
  // A share.
  rule(
    "outcome",
    "得80%的分值",
    [
      any(token("give"), token("colon")),
      WHOLE,
      symbol("share"),
      optional(
        any(
          token("whole"),
          token("noun", (_v, t) => t.word === "分"),
          token("full"),
          token("reckon"),
        ),
      ),
    ],
    ([, , s]) => ofShare(as<string>(s)),
  ),
  rule("outcome", "得满分的80%", [token("give"), token("full"), symbol("share")], ([, , s]) => ofShare(as<string>(s))),
  rule("outcome", "满分的80%", [token("full"), symbol("share")], ([, s]) => ofShare(as<string>(s))),
  rule("outcome", "分值的80%", [token("whole"), symbol("share")], ([, s]) => ofShare(as<string>(s))),
  rule(
    "outcome",
    "80%的分值",
    [
      symbol("share"),
      any(
        token("whole"),
        token("full"),
        token("noun", (_v, t) => t.word === "分"),
      ),
    ],
    ([s]) => ofShare(as<string>(s)),
  ),
  rule("outcome", "按80%计分", [token("by"), WHOLE, symbol("share"), WHOLE, token("reckon")], ([, , s]) =>
    ofShare(as<string>(s)),
  ),
  rule(
    "outcome",
    "计分80%",
    [token("reckon", (_v, t) => /^(?:得分|计分|赋分)$/u.test(t.word)), symbol("share")],
    ([, s]) => ofShare(as<string>(s)),
  ),
  rule("outcome", "减半计分", [token("half-marks"), RECKON], ([half]): Outcome =>
    wordOf(half).startsWith("扣")
      ? { kind: "minus-share", share: "0.5" }
      : { kind: "share", share: "0.5", ...(wordOf(half).includes("减半") ? { left: true } : {}) },
  ),
  rule(
    "outcome",
    "得60%-90%的分值",
    [
      token("give"),
      WHOLE,
      any(symbol("share"), symbol("number")),
      INCLUDED,
      token("dash"),
      symbol("share"),
      INCLUDED,
      optional(
        any(
          token("whole"),
          token("noun", (_v, t) => t.word === "分"),
        ),
      ),
    ],
    ([, , a, , , b]) => {
      const first =
        typeof a === "string" ? a : as<Quantity>(a).unit === "" ? percentShare(as<Quantity>(a).number) : null;
      if (first === null) return null;
      const [low, high] = between(first, as<string>(b));
      return { kind: "share-between", low, high } satisfies Outcome;
    },
  ),
  rule(
    "outcome",
    "得50%以下的分",
    [
      token("give", (_v, t) => !t.word.endsWith("为")),
      WHOLE,
      symbol("share"),
      INCLUDED,
      token("suffix", (v) => v.side === "high"),
      optional(
        any(
          token("whole"),
          token("noun", (_v, t) => t.word === "分"),
        ),
      ),
    ],
    ([, , s]): Outcome => ({ kind: "share-between", low: "0", high: as<string>(s) }),
  ),
  // Less, more.
  rule(
    "outcome",
    "扣2分",
    [optional(token("each-time", (_v, t) => t.word === "各")), token("take"), WHOLE, symbol("points")],
    ([, take, , points]): Outcome => ({ kind: "minus", points: as<string>(points), ...besides(take) }),
  ),
  rule(
    "outcome",
    "扣0.5",
    [token("take"), token("quantity", (v) => v.unit === "" && Number(v.number) > 0)],
    ([, q]): Outcome => ({ kind: "minus", points: String(entryOf(q, "number")) }),
    1,
  ),
  rule("outcome", "视为满分", [token("via", (_v, t) => /^视/u.test(t.word)), token("full")], (): Outcome => ({
    kind: "full",
    named: null,
  })),
  rule("outcome", "按满分计算", [token("by"), token("full"), token("reckon")], (): Outcome => ({
    kind: "full",
    named: null,
  })),
  rule(
    "outcome",
    "得5",
    [token("give", (_v, t) => t.word === "得"), token("quantity", (v) => v.unit === "")],
    ([, q]): Outcome =>
      Number(entryOf(q, "number")) === 0
        ? { kind: "nothing" }
        : { kind: "points", points: String(entryOf(q, "number")) },
    1,
  ),
  rule(
    "outcome",
    "扣分值的10%",
    [
      token("take"),
      optional(token("scope", (_v, t) => /^(?:相应|对应)$/u.test(t.word))),
      optional(any(token("whole"), token("full"))),
      symbol("share"),
      optional(
        any(
          token("whole"),
          token("noun", (_v, t) => t.word === "分"),
          token("full"),
        ),
      ),
    ],
    ([take, , , s]): Outcome =>
      as<string>(s) === "1" ? { kind: "nothing" } : { kind: "minus-share", share: as<string>(s), ...besides(take) },
  ),
  rule(
    "outcome",
    "扣减分值的5%",
    [
      token("reckon", (_v, t) => /^(?:扣减|扣除|核减|扣|扣减权重分|扣减分值|扣除分值)$/u.test(t.word)),
      optional(token("whole")),
      symbol("share"),
      WHOLE,
    ],
    ([, , s]): Outcome => ({ kind: "minus-share", share: as<string>(s) }),
  ),
  rule(
    "outcome",
    "扣减分值5分",
    [token("reckon", (_v, t) => /^(?:扣减|扣除|核减|扣|扣减分值)$/u.test(t.word)), symbol("points")],
    ([, p]): Outcome => ({ kind: "minus", points: as<string>(p) }),
  ),
  rule("outcome", "加1分", [token("add"), symbol("points")], ([, points]): Outcome => ({
    kind: "plus",
    points: as<string>(points),
  })),
];

/** No condition earns more than all the marks. */
/** A share of the marks: all of them, none, or so much; null above all of them. */
export function ofShare(share: string): Outcome | null {
  if (Number(share) > 1) return null;
  if (Number(share) === 0) return { kind: "nothing" };
  return share === "1" ? { kind: "full", named: null } : { kind: "share", share };
}
