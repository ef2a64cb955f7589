/** Clauses: a condition and what it gives, what is asked for, what limits the marks. */

import type { Production } from "../../language";
import type { Bound, Clause, Condition, Limit, Outcome, PartsCount, Quantity } from "../tree";
import { Exact } from "../exact";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { ranged, unitOfRange } from "./measured";
import type { Phrase } from "./phrases";
import type { Range } from "./ranges";
import { isAward } from "../rule/rule";
import { arm, requires } from "./arms";
import { USING } from "./using";

export const COMMA = optional(token("comma"));

/** What is amiss where there is some of it: "1-2处差错得3分". */
const AMISS = /^(?:一般|轻微)?(?:差错|错误|失误|问题|事故|投诉|违规|违纪|缺陷|隐患|遗漏|漏项|偏差|瑕疵|差异|纠纷)/u;

/** A range of which it is said behind it whether an end belongs to it; null where it has no such end. */
function saidOf(condition: Condition, { number, unit }: Quantity, inclusive: boolean): Condition | null {
  if (condition.kind !== "range") return null;
  const isMeant = (end: Bound | null): boolean => end?.at.number === number && end.at.unit === unit;
  if (!isMeant(condition.low) && !isMeant(condition.high)) return null;
  const made = (end: Bound | null): Bound | null =>
    isMeant(end) ? { ...end!, inclusive, explicit: true, soft: false } : end;
  return { ...condition, low: made(condition.low), high: made(condition.high) };
}

export const CLAUSE_PRODUCTIONS: readonly Production[] = [
  rule(
    "after-limit",
    "，扣完为止",
    [COMMA, optional(token("open")), symbol("limit"), optional(token("close"))],
    ([, , limit]) => limit,
  ),
  // Conditions with what they give.
  rule(
    "clause",
    "满意度90%以上得10分",
    [symbol("conditions"), optional(any(token("comma"), token("colon"))), symbol("outcomes")],
    ([c, , o], words) => arm(as<Condition>(c), as<Outcome>(o), words),
  ),
  rule(
    "clause",
    "发生1起得5分",
    [
      optional(symbol("name")),
      token("event"),
      symbol("range"),
      optional(any(symbol("name"), symbol("phrase"))),
      COMMA,
      symbol("outcomes"),
    ],
    ([, , part, , , o]) => {
      const when = ranged(null, as<Range>(part));
      return when === null ? null : arm(when, as<Outcome>(o), "");
    },
    1,
  ),
  rule(
    "clause",
    "3项及以上不符合要求不得分",
    [optional(token("event")), symbol("range"), symbol("phrase"), COMMA, symbol("outcomes")],
    ([, part, p, , o]) => {
      const [range, { denials, text, classes }] = [as<Range>(part), as<Phrase>(p)];
      const when = ranged(null, range);
      const amiss = denials > 0 || classes.includes("late") || AMISS.test(text);
      const counts = when !== null && unitOfRange(range) === "count" && amiss;
      const single = range.bare?.number === "1" && !isAward(as<Outcome>(o));
      if (!counts || single || (when.kind !== "range" && when.kind !== "bare")) return null;
      return arm({ ...when, behind: text }, as<Outcome>(o), "");
    },
    2,
  ),
  rule(
    "clause",
    "优秀（90-100分）10分",
    [
      symbol("condition"),
      token("open"),
      symbol("condition"),
      token("close"),
      optional(any(token("comma"), token("colon"))),
      symbol("outcomes"),
    ],
    ([grade, , inner, , , o]) => {
      const [one, two] = [as<Condition>(grade), as<Condition>(inner)];
      const so = (one.kind === "fact" && !one.denied) || (one.kind === "target" && one.side === "met");
      const whole = so && two.kind === "bare" && two.at.number === "100";
      return (one.kind === "grade" && (two.kind === "range" || two.kind === "bare")) || (whole && two.at.unit === "%")
        ? arm(two, as<Outcome>(o), "")
        : null;
    },
  ),
  rule(
    "clause",
    "完成率小于60%为不及格，不得分",
    [
      symbol("condition"),
      any(
        token("comparator", (v) => v.side === "at"),
        token("scope"),
        token("give"),
        token("rated"),
      ),
      token("grade"),
      optional(token("level")),
      COMMA,
      symbol("outcomes"),
    ],
    ([c, , , , , o]) =>
      ["range", "bare"].includes(as<Condition>(c).kind) ? arm(as<Condition>(c), as<Outcome>(o), "") : null,
  ),
  rule(
    "clause",
    "90%以上优秀，得10分",
    [symbol("condition"), token("grade"), optional(token("level")), COMMA, symbol("outcomes")],
    ([c, grade, , comma, o]) => {
      const when = as<Condition>(c);
      if (when.kind !== "range") return null;
      // "20%以上不合格": a share of what is bad is no band with its grade.
      const isOfShare = when.high === null && /^不|差/u.test(wordOf(grade));
      return comma === null && isOfShare ? null : arm(when, as<Outcome>(o), "");
    },
  ),
  rule(
    "clause",
    "得5分的条件：完成率100%",
    [
      symbol("outcomes"),
      optional(token("join")),
      token("noun", (_v, t) => /^(?:条件|标准|情形)为?$/u.test(t.word)),
      optional(
        any(
          token("colon"),
          token("comparator", (v) => v.side === "at"),
        ),
      ),
      symbol("conditions"),
    ],
    ([o, , , , c], words) => (/[为:]/u.test(words) ? arm(as<Condition>(c), as<Outcome>(o), words) : null),
  ),
  rule(
    "clause",
    "80%以上视为完成，得满分",
    [symbol("condition"), token("via", (_v, t) => /^视/u.test(t.word)), symbol("condition"), COMMA, symbol("outcomes")],
    ([c, , second, , o]) => {
      const two = as<Condition>(second);
      return two.kind === "target" && two.side === "met" ? arm(as<Condition>(c), as<Outcome>(o), "") : null;
    },
  ),
  rule("clause", "酌情扣分", [symbol("outcomes")], ([o]) => arm(null, as<Outcome>(o), ""), 1),
  rule(
    "clause",
    "中间部分按插值法计分",
    [
      optional(token("noun", (_v, t) => /^(?:两者|二者|其|介于)$/u.test(t.word))),
      any(
        token("between"),
        token("otherwise"),
        token("noun", (_v, t) =>
          /^(?:中间|其间|间|期间|中间值|中间部分|中间数值|两者之间|区间内|介于两者之间)$/u.test(t.word),
        ),
      ),
      optional(
        any(
          token("between"),
          token("suffix"),
          token("reckon", (_v, t) => t.word === "得分"),
          token("noun", (_v, t) => /^(?:部分|数值|值|分数|得分)$/u.test(t.word)),
        ),
      ),
      COMMA,
      optional(any(token("by"), USING)),
      token("interpolate"),
      optional(token("reckon")),
      optional(token("reckon")),
    ],
    (): Clause => ({ kind: "arm", when: { kind: "otherwise" }, then: { kind: "interpolation" }, limit: null }),
  ),
  rule(
    "clause",
    "两者之间按比例计分",
    [
      optional(token("noun", (_v, t) => /^(?:两者|二者|其|介于|中)$/u.test(t.word))),
      token("between"),
      optional(token("partly", (_v, t) => t.word === "部分")),
      COMMA,
      token("by"),
      token("proportion", (_v, t) => /^(?:比例|同比例|等比例)$/u.test(t.word)),
      any(token("take"), token("reckon")),
    ],
    (): Clause => ({ kind: "arm", when: { kind: "otherwise" }, then: { kind: "interpolation" }, limit: null }),
  ),
  rule(
    "clause",
    "8-9个80%",
    [symbol("range"), COMMA, token("quantity", (v) => v.unit === "%")],
    ([part, , share]) => {
      const when = ranged(null, as<Range>(part));
      const counted = when?.kind === "range" && unitOfRange(as<Range>(part)) !== "rate";
      const of = new Exact(String(entryOf(share, "number"))).div(100);
      return counted && of.gt(0) && of.lte(1) ? arm(when, { kind: "share", share: of.toString() }, "") : null;
    },
    4,
  ),
  rule(
    "clause",
    "低于30%得满分（不含30%）",
    [
      symbol("condition"),
      COMMA,
      symbol("outcomes"),
      token("open"),
      token("includes"),
      symbol("number"),
      token("close"),
    ],
    ([c, , o, , said, q]) => {
      const when = saidOf(as<Condition>(c), as<Quantity>(q), entryOf(said, "yes") === true);
      return when === null ? null : arm(when, as<Outcome>(o), "");
    },
  ),
  rule(
    "clause",
    "95%-100%之间（含95%）得3分",
    [
      symbol("conditions"),
      token("open"),
      token("includes"),
      symbol("number"),
      token("close"),
      optional(token("comma")),
      symbol("outcomes"),
    ],
    ([c, , said, q, , , o]) => {
      const when = saidOf(as<Condition>(c), as<Quantity>(q), entryOf(said, "yes") === true);
      return when === null ? null : arm(when, as<Outcome>(o), "");
    },
  ),
  // A limit on the marks of a formula stands behind it.
  rule("clause", "（完成率低于60%不得分）", [token("open"), symbol("clause"), token("close")], ([, c]) => c),
  rule("clause", "扣完为止", [symbol("limit")], ([l]): Clause => ({ kind: "limit", limit: as<Limit>(l) })),
  rule("clause", "不足1个按1个计", [symbol("step-part")], ([p]): Clause => ({
    kind: "part-steps",
    ...as<{ count: PartsCount; step: Quantity }>(p),
  })),
  rule(
    "clause",
    "会议次数不少于10次",
    [symbol("conditions")],
    ([c], words) => {
      const when = as<Condition>(c);
      // "是否按时拨付" asks for nothing: what follows answers it.
      return requires(when) && !words.includes("是否") ? ({ kind: "requirement", when } satisfies Clause) : null;
    },
    2,
  ),
];
