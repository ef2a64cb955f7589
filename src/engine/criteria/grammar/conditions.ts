/** Conditions with numbers: a name and its range, shares of the target, changes against last year, places, dates. */

import type { Production } from "../../language";
import type { Bound, Condition, Quantity } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { unitOf } from "../../language";
import type { Name } from "./names";
import { range } from "./ranges";
import type { Range } from "./ranges";
import { BEHIND, N, NONE, mayFollow, ranged, unitOfRange } from "./measured";

export const CONDITION_PRODUCTIONS: readonly Production[] = [
  rule(
    "condition",
    "60%以上部分",
    [
      N,
      symbol("range"),
      any(
        token("scope", (_v, t) => t.word === "部分"),
        token("partly", (_v, t) => t.word === "部分"),
      ),
    ],
    ([name, part]) => ranged(as<Name | null>(name), as<Range>(part)),
    3,
  ),
  rule(
    "condition",
    "满意度90%以上",
    [N, symbol("range"), BEHIND],
    ([name, part, what]) => {
      if (what !== null && !mayFollow(what, as<Range>(part))) return null;
      const condition = ranged(as<Name | null>(name), as<Range>(part));
      const behind = as<Partial<Name> | null>(what)?.text ?? "";
      // "一级期刊发表论文数": a level in front of what it is of is no number.
      if (condition?.kind === "bare" && condition.at.unit === "级" && behind !== "") return null;
      // "为65岁以上老人提供服务": of whom it is, and no figure.
      if (behind !== "" && /岁$/u.test(endOf(condition)?.unit ?? "")) return null;
      return condition === null || behind === "" ? condition : { ...condition, behind };
    },
    2,
  ),
  rule(
    "condition",
    "90%以上满意",
    [N, symbol("range"), token("quality", (_v, t) => t.word === "满意")],
    ([, part]) =>
      unitOfRange(as<Range>(part)) === "rate"
        ? ranged({ ...NONE, text: "满意度", measure: "rate" }, as<Range>(part))
        : null,
    3,
  ),
  rule("condition", "80%-90%间", [N, symbol("range"), token("noun", (_v, t) => t.word === "间")], ([name, part]) => {
    const { low, high } = as<Range>(part);
    return low === null || high === null ? null : ranged(as<Name | null>(name), as<Range>(part));
  }),
  rule(
    "condition",
    "仅开展1次",
    [token("via", (_v, t) => /^(?:仅|只|仅仅|仅能)$/u.test(t.word)), symbol("condition")],
    ([, c], words) => {
      const inner = as<Condition>(c);
      if (inner.kind === "fact") return { ...inner, text: words, core: words, denied: false };
      return inner.kind === "bare" || inner.kind === "grade" ? inner : null;
    },
  ),
  rule(
    "condition",
    "未缩减至90%以内",
    [N, token("negation"), optional(any(symbol("name"), token("grow"))), optional(token("scope")), symbol("range")],
    ([name, , verb, , part]) => {
      const one = as<Range>(part);
      // "不符合户数超过10户": the name is denied, not the comparison.
      if (as<Partial<Name> | null>(verb)?.verb === false) return null;
      if (one.bare?.number === "1") return null;
      if (one.name !== null || (one.bare !== null && one.comparator !== "")) return null;
      const turned =
        one.bare !== null
          ? range({ high: { at: one.bare, inclusive: false, explicit: false, soft: false } })
          : range({
              low: one.high === null ? null : { ...one.high, inclusive: !one.high.inclusive, soft: false },
              high: one.low === null ? null : { ...one.low, inclusive: !one.low.inclusive, soft: false },
            });
      if (one.low !== null && one.high !== null) return null;
      return ranged(as<Name | null>(name) ?? null, turned);
    },
    3,
  ),
  rule(
    "condition",
    "未完成100%",
    [N, token("way", (_v, t) => /^(?:未(?:能)?完成|没完成|未实现|未达成)$/u.test(t.word)), symbol("number"), BEHIND],
    ([name, , q, behind]) => {
      const at = as<Quantity>(q);
      const part = range({ high: { at, inclusive: false, explicit: false, soft: false }, comparator: "未达到" });
      // "未完成0分": what it earns.
      return at.number === "1" || at.unit === "分" || (behind !== null && !mayFollow(behind, part))
        ? null
        : ranged(as<Name | null>(name), part);
    },
    3,
  ),
  rule("condition", "完成值≥目标值的80%", [N, symbol("share-range")], ([name, part]) =>
    ranged({ ...(as<Name | null>(name) ?? NONE), measure: "completion" }, as<Range>(part)),
  ),
  rule(
    "condition",
    "完成数量占计划数量的100%",
    [any(token("actual"), symbol("name")), token("via-ratio"), token("target"), symbol("range")],
    ([, , , part], words) =>
      /^(?:实际|完成|已)|[数量]占/u.test(words)
        ? ranged({ ...NONE, text: "完成率", measure: "completion" }, as<Range>(part))
        : null,
  ),
  rule(
    "condition",
    "三年内无事故",
    [
      token("quantity", (v) => /^(?:年|个月|月|天|日|小时)$/u.test(String(v.unit))),
      any(
        token("suffix", (v) => v.side === "high"),
        token("before"),
      ),
      symbol("condition"),
    ],
    ([, , c], words) => {
      const inner = as<Condition>(c);
      return inner.kind === "fact" || inner.kind === "target" ? { ...inner, text: words } : null;
    },
    3,
  ),
  rule(
    "condition",
    "实际值/目标值≥1",
    [symbol("name"), token("sign", (v) => v.sign === "/"), token("target"), symbol("range")],
    ([name, , t, part]) => ratioRange(as<Range>(part), `${as<Name>(name).text}/${wordOf(t)}`),
  ),
  rule(
    "condition",
    "0.8≤实际值/目标值＜1",
    [
      symbol("number"),
      token("comparator"),
      symbol("name"),
      token("sign", (v) => v.sign === "/"),
      token("target"),
      token("comparator"),
      symbol("number"),
    ],
    ([a, c1, name, , t, c2, b]) => {
      if (entryOf(c1, "side") !== "high" || entryOf(c2, "side") !== "high") return null;
      const end = (q: unknown, c: unknown): Bound => ({
        at: as<Quantity>(q),
        inclusive: entryOf(c, "inclusive") === true,
        explicit: false,
        soft: false,
      });
      const called = `${as<Name>(name).text}/${wordOf(t)}`;
      return ratioRange(range({ low: end(a, c1), high: end(b, c2) }), called);
    },
  ),
  rule(
    "condition",
    "出勤率，95%以上",
    [symbol("name"), token("comma"), symbol("range")],
    ([name, , part]) =>
      as<Name>(name).measure === null || as<Range>(part).name !== null ? null : ranged(as<Name>(name), as<Range>(part)),
    3,
  ),
  rule(
    "condition",
    "采用信息20条为达标",
    [
      N,
      symbol("number"),
      any(
        token("comparator", (v) => v.side === "at"),
        token("noun", (_v, t) => t.word === "为"),
        token("rated"),
      ),
      token("met", (_v, t) => t.word === "达标"),
    ],
    ([name, q]) => ({
      kind: "bare",
      measure: as<Name | null>(name)?.measure ?? (name === null ? null : "value"),
      name: as<Name | null>(name)?.text ?? "",
      at: as<Quantity>(q),
      explicit: false,
    }),
  ),
  // From so much down to so much: what it came to is measured.
  rule(
    "condition",
    "由20个工作日压缩至10个工作日以内",
    [
      N,
      optional(any(token("scope"), token("by"))),
      optional(symbol("number")),
      any(
        token("grow"),
        token("done", (_v, t) => /^压缩$/u.test(t.word)),
      ),
      token("scope", (_v, t) => t.word === "至"),
      symbol("range"),
    ],
    ([name, , , , , part]) => ranged(as<Name | null>(name), as<Range>(part)),
    1,
  ),
  rule(
    "condition",
    "提升0.1个等级以上",
    [N, token("done", (_v, t) => /^(?:提升|新增)$/u.test(t.word)), symbol("range")],
    ([name, , part]) => ranged(as<Name | null>(name), as<Range>(part)),
    1,
  ),
  rule(
    "condition",
    "收到资金后30日内拨付",
    [symbol("phrase"), optional(token("after", (_v, t) => t.word === "起")), symbol("range"), BEHIND],
    ([p, , part]) => {
      const [lead, r] = [as<{ text: string }>(p), as<Range>(part)];
      const high = r.low === null ? r.high : null;
      return high !== null &&
        /(?:后|之日)$/u.test(lead.text) &&
        ["days", "hours", "months"].includes(unitOf(high.at.unit).dimension)
        ? ranged({ ...NONE, text: lead.text, measure: "value" }, r)
        : null;
    },
    4,
  ),
  // So many of what happened, or was lacking: "发生2起及以上", "缺失4项及以上".
  rule(
    "condition",
    "发生2起及以上",
    [
      N,
      any(
        token("event"),
        token("way", (_v, t) => /^(?:缺失|漏报)$/u.test(t.word)),
      ),
      symbol("range"),
    ],
    ([, , part]) => {
      const told = as<Range>(part);
      return told.tailed && told.low !== null && unitOfRange(told) === "count" ? ranged(null, told) : null;
    },
    3,
  ),
  // Time behind or before.
  rule(
    "condition",
    "比计划时间推迟1个月以内",
    [N, symbol("against"), symbol("condition")],
    ([, , c], words) => {
      const inner = as<Condition>(c);
      if (inner.kind !== "range" && inner.kind !== "bare") return null;
      if (DISTANCES.has(inner.measure ?? "")) return inner;
      // "较目标减少3%以上": against the target it is no change of a year, but what is short of it.
      const at = inner.kind === "bare" ? inner.at : (inner.low ?? inner.high)?.at;
      if (inner.name !== "" || at === undefined || Number(at.number) === 0) return null;
      return inner.measure === "fall"
        ? { ...inner, measure: "shortfall" }
        : inner.measure === "change" && !words.includes("降")
          ? { ...inner, measure: "overrun" }
          : null;
    },
    1,
  ),
  rule(
    "condition",
    "延迟1个月内完成",
    [
      N,
      any(
        token("late"),
        token("way", (v) => v.way === "late"),
      ),
      optional(any(token("done"), token("noun"))),
      symbol("range"),
      optional(
        any(
          token("done"),
          token("before", (_v, t) => !/内$/u.test(t.word)),
          symbol("name"),
        ),
      ),
    ],
    ([, , , part, behind], words) => {
      if (/^\d/u.test(as<Partial<Name> | null>(behind)?.text ?? "")) return null;
      const unit = (as<Range>(part).low ?? as<Range>(part).high)?.at.unit ?? as<Range>(part).bare?.unit ?? "";
      return /[%]/u.test(unit) && /滞后|落后/u.test(words)
        ? ranged({ ...NONE, measure: "shortfall" }, as<Range>(part))
        : ranged({ ...NONE, measure: "late" }, { ...as<Range>(part), comparator: "" });
    },
  ),
  rule(
    "condition",
    "提前完成",
    [
      N,
      optional(token("versus")),
      optional(token("target")),
      token("early"),
      optional(
        any(
          token("done"),
          token("noun", (_v, t) => /^(?:竣工|交工|报送|提交)$/u.test(t.word)),
        ),
      ),
    ],
    (_v, words): Condition | null =>
      /完成|完工|竣工|交付|建成|提前$|提早$|报送|提交|上线/u.test(words)
        ? {
            kind: "range",
            measure: "early",
            name: "",
            low: { at: { number: "0", unit: "天" }, inclusive: false, explicit: false, soft: false },
            high: null,
          }
        : null,
  ),
  rule(
    "condition",
    "提前5天以上完成",
    [N, token("early"), symbol("range"), optional(any(token("done"), symbol("name")))],
    ([, , part]) => ranged({ ...NONE, measure: "early" }, as<Range>(part)),
  ),
];

/** The number that a condition names first. */
const endOf = (condition: Condition | null): Quantity | null =>
  condition?.kind === "bare"
    ? condition.at
    : condition?.kind === "range"
      ? ((condition.low ?? condition.high)?.at ?? null)
      : null;

/** Distances from the target, or from a date. */
const DISTANCES: ReadonlySet<string> = new Set(["late", "early", "overrun", "shortfall", "deviation"]);

function ratioRange(part: Range, text: string): Condition | null {
  const name: Name = { ...NONE, text, measure: "ratio" };
  const percent = (b: Bound | null): Bound | null =>
    b === null || b.at.unit !== "" ? b : { ...b, at: { number: scaled(b.at.number), unit: "%" } };
  if (part.bare !== null)
    return ranged(
      name,
      range({ bare: part.bare.unit === "" ? { number: scaled(part.bare.number), unit: "%" } : part.bare }),
    );
  return ranged(name, { ...part, low: percent(part.low), high: percent(part.high) });
}

/** 0.8 as 80, by moving the point. */
function scaled(number: string): string {
  const [w = "0", f = ""] = number.split(".");
  const p = f.padEnd(2, "0");
  return `${w}${p.slice(0, 2)}.${p.slice(2)}`
    .replace(/\.$/u, "")
    .replace(/^0+(?=\d)/u, "")
    .replace(/(\.\d*?)0+$/u, "$1")
    .replace(/\.$/u, "");
}
