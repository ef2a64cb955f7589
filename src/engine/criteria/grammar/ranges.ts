/** Numbers with their sides: "90%以上", "80%（含）-90%", "≥95%", "80%≤满意度<90%", "[80%,90%)", "目标值的80%". */

import type { Production } from "../../language";
import type { Bound, Quantity } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { unitOf } from "../../language";
import type { Name } from "./names";

/** A range without its subject; `comparator` is the word before its number, `tailed` whether one stood behind it. */
export interface Range {
  readonly low: Bound | null;
  readonly high: Bound | null;
  readonly bare: Quantity | null;
  readonly explicit: boolean;
  readonly comparator: string;
  readonly tailed: boolean;
  /** The name inside a chained comparison. */
  readonly name: Name | null;
  /** Whether its numbers are shares of the target. */
  readonly ofTarget: boolean;
  readonly around: boolean;
}

type Side = { readonly side: "low" | "high" | "at"; readonly inclusive: boolean };

const sideOf = (leaf: unknown): Side => ({
  side: entryOf(leaf, "side") as Side["side"],
  inclusive: entryOf(leaf, "inclusive") === true,
});

export function range(given: Partial<Range>): Range {
  return {
    low: null,
    high: null,
    bare: null,
    explicit: false,
    comparator: "",
    tailed: false,
    name: null,
    ofTarget: false,
    around: false,
    ...given,
  };
}

/** 含 or 不含 as written, null where neither is. */
type Said = boolean | null;

function bound(at: Quantity, inclusive: boolean, said: Said, soft = false): Bound {
  return { at, inclusive: said ?? inclusive, explicit: said !== null, soft: soft && said === null };
}

function oneSided(
  side: "low" | "high",
  end: Bound,
  comparator: string,
  tailed: boolean,
  more: Partial<Range> = {},
): Range {
  return range({
    low: side === "low" ? end : null,
    high: side === "high" ? end : null,
    comparator,
    tailed,
    explicit: end.explicit,
    ...more,
  });
}

/** A number without a unit takes the one of the other end. */
function withUnit(one: Quantity, other: Quantity): Quantity {
  return one.unit === "" ? { ...one, unit: other.unit } : one;
}

/** 100%—90% runs downwards: the ends change places. */
function between(first: Bound, second: Bound): Range | null {
  const [a, b] = [
    { ...first, at: withUnit(first.at, second.at) },
    { ...second, at: withUnit(second.at, first.at) },
  ];
  const falling = a.at.unit === b.at.unit && Number(a.at.number) > Number(b.at.number);
  return range({ low: falling ? b : a, high: falling ? a : b, tailed: true, explicit: a.explicit || b.explicit });
}

const SAID = optional(symbol("inclusion"));
const AROUND = optional(token("plus-minus"));

/** Two one-sided ranges that close each other; null where they do not, or where nothing lies between them. */
function twoSided(one: Range, two: Range, name: Name | null): Range | null {
  const low = one.low ?? two.low;
  const high = one.high ?? two.high;
  const opposite = (one.low === null) !== (two.low === null) && (one.high === null) !== (two.high === null);
  if (!opposite || low === null || high === null) return null;
  if (!mayMeet(low, high)) return null;
  const excess = one.comparator !== "" && one.tailed && /^(?:超|高于|大于)/u.test(one.comparator);
  return excess ? null : range({ low, high, tailed: true, explicit: low.explicit || high.explicit, name });
}

/** Whether two ends are of one kind of unit and, where of the same unit, leave something between them. */
function mayMeet(low: Bound, high: Bound): boolean {
  const [a, b] = [low.at.unit, high.at.unit];
  if (a !== b) return a === "" || b === "" || unitOf(a).dimension === unitOf(b).dimension;
  const [from, to] = [Number(low.at.number), Number(high.at.number)];
  return !(from > to || (from === to && !(low.inclusive && high.inclusive)));
}

export const RANGE_PRODUCTIONS: readonly Production[] = [
  // "二级" is a grade, of which either end may be the better; "2级" is a number.
  rule("number", "95%", [token("quantity", (v, t) => v.each !== true && !t.classes.has("grade"))], ([q]) => ({
    number: entryOf(q, "number"),
    unit: entryOf(q, "unit"),
  })),
  rule("number", "0.1个等级", [token("quantity", (v) => v.unit === "个"), token("level")], ([q, l]) => ({
    number: entryOf(q, "number"),
    unit: `个${wordOf(l)}`,
  })),
  rule("number", "90分", [token("marks")], ([q]) => ({ number: entryOf(q, "number"), unit: "分" })),
  rule(
    "inclusion",
    "（含）",
    [token("open"), token("includes"), optional(any(symbol("number"), token("noun"))), token("close")],
    ([, said, of]) => ({ yes: entryOf(said, "yes"), of: as<Partial<Quantity> | null>(of)?.number ?? null }),
  ),
  rule("inclusion", "含", [token("includes")], ([said]) => ({ yes: entryOf(said, "yes") }), 1),
  rule("tail", "以上（含）", [token("suffix"), SAID], ([end, said]) => ({
    ...sideOf(end),
    soft: entryOf(end, "soft"),
    said: saidOf(said),
  })),
  rule("tail", "（含）以上", [symbol("inclusion"), token("suffix"), SAID], ([said, end]) => ({
    ...sideOf(end),
    soft: entryOf(end, "soft"),
    said: saidOf(said),
  })),
  rule(
    "one-side",
    "不低于95%",
    [
      token("comparator", (v) => v.side !== "at"),
      any(
        AROUND,
        token("wholly", (_v, t) => t.word === "全部"),
      ),
      symbol("number"),
      SAID,
    ],
    ([c, whole, q, said]) => {
      const around = whole !== null && wordOf(whole) !== "全部" ? whole : null;
      const { side, inclusive } = sideOf(c);
      return oneSided(side as "low" | "high", bound(as<Quantity>(q), inclusive, saidOf(said)), wordOf(c), false, {
        around: around !== null,
      });
    },
  ),
  rule(
    "one-side",
    "大于（含）95%",
    [token("comparator", (v) => v.side !== "at"), symbol("inclusion"), symbol("number")],
    ([c, said, q]) =>
      oneSided(
        sideOf(c).side as "low" | "high",
        bound(as<Quantity>(q), sideOf(c).inclusive, saidOf(said)),
        wordOf(c),
        false,
      ),
  ),
  rule(
    "one-side",
    "达到≥5个",
    [
      token("comparator", (v) => v.side === "low" && v.inclusive === true),
      token("comparator", (_v, t) => /^[≥≤<>]$/u.test(t.word)),
      symbol("number"),
    ],
    ([, c, q]) =>
      oneSided(sideOf(c).side as "low" | "high", bound(as<Quantity>(q), sideOf(c).inclusive, null), "", false),
  ),
  rule("one-side", "±10%之间", [token("plus-minus"), symbol("number"), SAID, token("between")], ([, q, said]) =>
    oneSided("high", bound(as<Quantity>(q), true, saidOf(said)), "", true, { around: true }),
  ),
  rule("one-side", "95%以上", [AROUND, symbol("number"), symbol("tail")], ([around, q, t]) => {
    const end = as<Side & { soft: boolean; said: Said }>(t);
    return oneSided(end.side as "low" | "high", bound(as<Quantity>(q), end.inclusive, end.said, end.soft), "", true, {
      around: around !== null,
    });
  }),
  rule(
    "one-side",
    "降至90%以下",
    [token("down-to", (_v, t) => /^降[至到]$/u.test(t.word)), symbol("number"), symbol("tail")],
    ([, q, t]) => {
      const end = as<Side & { soft: boolean; said: Said }>(t);
      return end.side === "low"
        ? null
        : oneSided("high", bound(as<Quantity>(q), end.inclusive, end.said, end.soft), "", true);
    },
  ),
  rule(
    "one-side",
    "达到95%以上",
    [token("comparator"), AROUND, symbol("number"), symbol("tail")],
    ([c, around, q, t]) => {
      const end = as<Side & { soft: boolean; said: Said }>(t);
      const own = sideOf(c);
      const agree = own.side === end.side || own.side === "at";
      const inclusive = agree && own.side !== "at" ? own.inclusive : end.inclusive;
      return oneSided(
        end.side as "low" | "high",
        bound(as<Quantity>(q), inclusive, end.said, own.side === "at" && end.soft),
        own.side === "at" ? "" : wordOf(c),
        true,
        { around: around !== null },
      );
    },
  ),
  rule("range", "95%以上", [symbol("one-side")], ([one]) => one),
  rule(
    "range",
    "须达100%",
    [token("via", (_v, t) => /^(?:须|需|必须)$/u.test(t.word)), symbol("one-side")],
    ([, one]) => one,
    1,
  ),
  rule(
    "range",
    "小于90%且大于等于80%",
    [
      symbol("one-side"),
      optional(any(token("comma"), token("and"), token("but"), token("join"))),
      optional(any(token("and"), token("but"))),
      optional(symbol("name")),
      symbol("one-side"),
    ],
    ([a, , , name, b]) => twoSided(as<Range>(a), as<Range>(b), name === null ? null : as<Name>(name)),
  ),
  rule(
    "range",
    "80%（含）—90%之间",
    [
      optional(
        any(
          token("between"),
          token("comparator", (v) => v.side === "at" || v.inclusive === true),
        ),
      ),
      AROUND,
      symbol("number"),
      SAID,
      any(
        token("dash"),
        token("join", (_v, t) => t.word !== "、" && t.word !== "/"),
      ),
      AROUND,
      symbol("number"),
      SAID,
      optional(any(token("between"), token("suffix"), token("before"))),
    ],
    ([lead, , a, aSaid, joint, , b, bSaid, tail]) => {
      if (wordOf(joint) !== "" && /[和与及同]/u.test(wordOf(joint)) && tail === null && lead === null) return null;
      // "80%-90%（含80%）": which of the two ends is in.
      const ofLow = isSaidOf(bSaid, as<Quantity>(a)) && !isSaidOf(bSaid, as<Quantity>(b));
      const [one, two] = [saidOf(ofLow ? bSaid : aSaid), ofLow ? null : saidOf(bSaid)];
      return between(bound(as<Quantity>(a), true, one), bound(as<Quantity>(b), true, two));
    },
  ),
  rule(
    "range",
    "小于60%-90%",
    [
      token("comparator", (v) => v.side !== "at"),
      AROUND,
      symbol("number"),
      SAID,
      token("dash"),
      AROUND,
      symbol("number"),
      SAID,
      optional(any(token("between"), token("suffix"))),
    ],
    ([c, , a, aSaid, , , b, said, tail]) => {
      const found = between(bound(as<Quantity>(a), true, saidOf(aSaid)), bound(as<Quantity>(b), true, saidOf(said)));
      return found === null ? null : { ...found, comparator: wordOf(c), tailed: tail !== null };
    },
    1,
  ),
  rule(
    "range",
    "20元以上至22元（含）",
    [
      symbol("number"),
      token("suffix", (v) => v.side === "low"),
      SAID,
      token("dash"),
      symbol("number"),
      SAID,
      optional(token("suffix", (v) => v.side === "high")),
      SAID,
    ],
    ([a, above, aSaid, , b, said, , tailSaid]) => {
      const [one, two] = [as<Quantity>(a), as<Quantity>(b)];
      const low = bound(withUnit(one, two), sideOf(above).inclusive, saidOf(aSaid), entryOf(above, "soft") === true);
      const high = bound(two, true, saidOf(said) ?? saidOf(tailSaid));
      return mayMeet(low, high) ? range({ low, high, tailed: true, explicit: low.explicit || high.explicit }) : null;
    },
  ),
  rule(
    "range",
    "95%-小于100%",
    [
      symbol("number"),
      SAID,
      token("dash"),
      token("comparator", (v) => v.side === "high" && v.inclusive !== true),
      symbol("number"),
    ],
    ([a, said, , , b]) => between(bound(as<Quantity>(a), true, saidOf(said)), bound(as<Quantity>(b), false, null)),
  ),
  rule(
    "range",
    "80%≤满意度<90%",
    [
      AROUND,
      symbol("number"),
      token("comparator"),
      symbol("name"),
      token("comparator"),
      AROUND,
      symbol("number"),
      optional(token("suffix")),
    ],
    ([around, a, c1, name, c2, , b]) => {
      const [one, two] = [sideOf(c1), sideOf(c2)];
      if (one.side === "at" || one.side !== two.side) return null;
      const [first, second] = [as<Quantity>(a), as<Quantity>(b)];
      const up = one.side === "high";
      const low = up
        ? bound(withUnit(first, second), one.inclusive, null)
        : bound(withUnit(second, first), two.inclusive, null);
      const high = up
        ? bound(withUnit(second, first), two.inclusive, null)
        : bound(withUnit(first, second), one.inclusive, null);
      return range({ low, high, tailed: true, name: as<Name>(name), around: around !== null });
    },
  ),
  rule(
    "range",
    "95%≤满意度",
    [symbol("number"), token("comparator", (v) => v.side !== "at"), symbol("name")],
    ([q, c, name]) => {
      const { side, inclusive } = sideOf(c);
      if (/[\u4e00-\u9fff]/u.test(wordOf(c))) return null;
      return oneSided(side === "high" ? "low" : "high", bound(as<Quantity>(q), inclusive, null), "", false, {
        name: as<Name>(name),
      });
    },
  ),
  rule(
    "range",
    "[80%,90%)",
    [
      token("open"),
      symbol("number"),
      any(token("comma"), token("join"), token("dash")),
      symbol("number"),
      token("close"),
      optional(
        any(
          token("suffix", (_v, t) => /^(?:区间|范围)内?$/u.test(t.word)),
          token("between"),
        ),
      ),
    ],
    ([open, a, joint, b, close]) => {
      const [low, high] = [as<Quantity>(a), as<Quantity>(b)];
      const [closedLow, closedHigh] = [entryOf(open, "square") === true, entryOf(close, "square") === true];
      if (!closedLow && !closedHigh && wordOf(joint) !== ",") return null;
      return range({
        low: bound(withUnit(low, high), closedLow, closedLow),
        high: bound(high, closedHigh, closedHigh),
        tailed: true,
      });
    },
    1,
  ),
  rule(
    "range",
    "10次",
    [AROUND, symbol("number"), SAID],
    ([around, q, said]) =>
      as<Quantity>(q).unit === "分"
        ? null
        : range({ bare: as<Quantity>(q), explicit: saidOf(said) === true, around: around !== null }),
    1,
  ),
  rule(
    "range",
    "为零",
    [token("comparator", (v) => v.side === "at"), token("negation", (_v, t) => t.word === "零")],
    ([c]) => range({ bare: { number: "0", unit: "" }, comparator: wordOf(c) }),
  ),
  rule(
    "range",
    "为负",
    [token("comparator", (v) => v.side === "at"), token("noun", (_v, t) => /^[负正](?:数|值)?$/u.test(t.word))],
    ([, n]) =>
      oneSided(wordOf(n).startsWith("负") ? "high" : "low", bound({ number: "0", unit: "" }, false, null), "", false),
  ),
  rule(
    "range",
    "为100%",
    [token("comparator", (v) => v.side === "at"), AROUND, symbol("number"), SAID],
    ([c, around, q, said]) =>
      range({ bare: as<Quantity>(q), explicit: saidOf(said) === true, comparator: wordOf(c), around: around !== null }),
  ),
];

/** Whether what is said to be in, or not, names that end. */
const isSaidOf = (value: unknown, { number }: Quantity): boolean =>
  as<{ of?: string | null } | null>(value)?.of === number;

function saidOf(value: unknown): Said {
  return value === null || value === undefined ? null : as<{ yes: boolean }>(value).yes;
}
