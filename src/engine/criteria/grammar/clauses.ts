/** Clauses: a condition and what it gives, a step and what it takes, headings, totals, definitions, lists. */

import type { Production } from "../../language";
import type { Bound, Clause, Condition, Limit, Outcome, PartsCount, Quantity, StepClause } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { ranged, unitOfRange } from "./measured";
import { unitOf } from "../../language";
import type { Phrase } from "./names";
import type { Range } from "./ranges";
import { isAward } from "../rule/rule";
import { arm, requires, step } from "./arms";
import { USING } from "./using";
import { happening } from "./event-steps";
import { quantity } from "./steps";

export const COMMA = optional(token("comma"));

const EACH_TIME = token("each-time", (_v, t) => t.word.startsWith("每"));

/** One of something that is counted. */
const ONE_TIME = token("quantity", (v) => v.number === "1" && unitOf(String(v.unit)).dimension === "count");

const LIMIT = optional(symbol("after-limit"));

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

/** Whether the one range lies below the end of the other: 90%-100% below 100%. */
const isPartOf = (inner: Condition, outer: Condition): boolean =>
  inner.kind === "range" &&
  outer.kind === "range" &&
  outer.low === null &&
  inner.high?.at.unit === outer.high?.at.unit &&
  Number(inner.high?.at.number) <= Number(outer.high?.at.number);

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
    [symbol("condition"), token("grade"), optional(token("level")), token("comma"), symbol("outcomes")],
    ([c, , , , o]) => {
      const when = as<Condition>(c);
      return when.kind === "range" ? arm(when, as<Outcome>(o), "") : null;
    },
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
  // Steps.
  rule(
    "clause",
    "每少1次-0.5分",
    [symbol("step"), token("sign", (v) => v.sign === "-"), symbol("points")],
    ([s, , p]) => step(null, as<StepClause>(s), { kind: "minus", points: as<string>(p) }, null),
  ),
  rule("clause", "每少1次扣1分，扣完为止", [symbol("step"), COMMA, symbol("step-outcome"), LIMIT], ([s, , o, l]) =>
    step(null, as<StepClause>(s), as<Outcome>(o), as<Limit | null>(l)),
  ),
  rule(
    "clause",
    "每下降10%（不足10%按10%计），扣2分",
    [symbol("step"), token("open"), symbol("step-part"), token("close"), COMMA, symbol("step-outcome"), LIMIT],
    ([s, , parts, , , o, l]) => {
      const made = step(null, as<StepClause>(s), as<Outcome>(o), as<Limit | null>(l));
      return made?.kind === "step" ? { ...made, parts: as<NonNullable<typeof made.parts>>(parts) } : null;
    },
  ),
  rule(
    "clause",
    "每降低1个百分点（含不足1个百分点）扣0.5分",
    [symbol("step"), token("open"), symbol("part-too"), token("close"), COMMA, symbol("step-outcome"), LIMIT],
    ([s, , , , , o, l]) => {
      const count = as<StepClause>(s);
      const made = step(null, count, as<Outcome>(o), as<Limit | null>(l));
      return made?.kind === "step" ? { ...made, parts: { count: "up", step: count.step } } : null;
    },
  ),
  rule(
    "part-too",
    "含不足1个百分点",
    [
      optional(token("includes", (v) => v.yes === true)),
      token("comparator", (_v, t) => /^(?:不足|不到|不满)$/u.test(t.word)),
      any(symbol("number"), symbol("points")),
    ],
    () => true,
  ),
  rule(
    "clause",
    "未完成的，每少1次扣1分",
    [symbol("conditions"), COMMA, symbol("step"), COMMA, symbol("step-outcome"), LIMIT],
    ([c, , s, , o, l]) => step(as<Condition>(c), as<StepClause>(s), as<Outcome>(o), as<Limit | null>(l)),
    1,
  ),
  rule(
    "clause",
    "除不可抗力导致的延期外，每延期1日扣0.1分",
    [
      token("via", (_v, t) => t.word === "除"),
      symbol("phrase"),
      token("comma"),
      symbol("step"),
      COMMA,
      symbol("step-outcome"),
      LIMIT,
    ],
    ([, p, , s, , o, l]) => {
      const { text } = as<Phrase>(p);
      if (!/以?外$/u.test(text)) return null;
      const spared: Condition = {
        kind: "fact",
        text: `除${text}`,
        core: `除${text}`,
        denied: false,
        sort: "other",
        grave: false,
        partly: false,
      };
      return step(spared, as<StepClause>(s), as<Outcome>(o), as<Limit | null>(l));
    },
  ),
  rule(
    "clause",
    "未达到100%的，在90%-100%范围内每降1个百分点扣1分",
    [
      symbol("condition"),
      token("comma"),
      optional(token("scope", (_v, t) => t.word === "在")),
      symbol("condition"),
      COMMA,
      symbol("step"),
      COMMA,
      symbol("step-outcome"),
      LIMIT,
    ],
    ([c, , , region, , s, , o, l]) => {
      const [outer, inner] = [as<Condition>(c), as<Condition>(region)];
      if (!isPartOf(inner, outer)) return null;
      return step(
        { kind: "all", loose: true, of: [outer, inner] },
        as<StepClause>(s),
        as<Outcome>(o),
        as<Limit | null>(l),
      );
    },
  ),
  rule(
    "clause",
    "少1次扣1分",
    [symbol("single-step"), COMMA, symbol("step-outcome"), LIMIT],
    ([s, , o, l]) => step(null, as<StepClause>(s), as<Outcome>(o), as<Limit | null>(l)),
    0,
  ),
  rule(
    "clause",
    "未完成的，少1次扣1分",
    [symbol("conditions"), token("comma"), symbol("single-step"), COMMA, symbol("step-outcome"), LIMIT],
    ([c, , s, , o, l]) => step(as<Condition>(c), as<StepClause>(s), as<Outcome>(o), as<Limit | null>(l)),
  ),
  rule(
    "clause",
    "出现差错每次扣0.5分",
    [optional(token("if")), symbol("phrase"), COMMA, EACH_TIME, symbol("step-outcome"), LIMIT],
    ([, p, , each, o, l]) => {
      const unit = wordOf(each).slice(1);
      return step(
        null,
        { direction: "event", step: { number: "1", unit }, from: null, what: as<Phrase>(p).text, each: true },
        as<Outcome>(o),
        as<Limit | null>(l),
      );
    },
  ),
  rule(
    "clause",
    "发生投诉事件的，一次扣1分",
    [optional(token("if")), symbol("phrase"), token("comma"), ONE_TIME, symbol("step-outcome"), LIMIT],
    ([, p, , one, o, l]) =>
      happening(p)
        ? step(
            null,
            { direction: "event", step: quantity(one), from: null, what: as<Phrase>(p).text, each: true },
            as<Outcome>(o),
            as<Limit | null>(l),
          )
        : null,
  ),
  rule(
    "clause",
    "缺2项扣3分",
    [
      token("way", (_v, t) => /^(?:缺|少|缺少|缺失|漏)$/u.test(t.word)),
      token("quantity", (v) => Number(v.number) > 1 && unitOf(String(v.unit)).dimension === "count"),
      COMMA,
      symbol("outcomes"),
    ],
    ([, q, , o]) =>
      as<Outcome>(o).kind === "minus"
        ? arm({ kind: "bare", measure: "shortfall", name: "缺", at: quantity(q), explicit: false }, as<Outcome>(o), "")
        : null,
  ),
  rule("clause", "资料不全一处扣1分", [symbol("single-step"), symbol("step-outcome")], ([s, o]) =>
    step(null, as<StepClause>(s), as<Outcome>(o), null),
  ),
  rule(
    "clause",
    "按照每完成1个项目得2分计算",
    [token("by"), symbol("step"), symbol("step-outcome"), token("reckon"), LIMIT],
    ([, s, o, , l]) => step(null, as<StepClause>(s), as<Outcome>(o), as<Limit | null>(l)),
  ),
  rule("step-outcome", "扣1分", [symbol("outcomes")], ([o]) => o),
];
