/** Clauses of steps: what each one takes or gives, under which condition, and how a part of one counts. */

import type { Production } from "../../language";
import type { Condition, Limit, Outcome, StepClause } from "../tree";
import { any, as, entryOf, optional, rule, symbol, token, wordOf } from "./build";
import { unitOf } from "../../language";
import type { Phrase } from "./phrases";
import { arm, step } from "./arms";
import { COMMA } from "./clauses";
import { happening } from "./event-steps";
import { quantity } from "./steps";

const EACH_TIME = token("each-time", (_v, t) => t.word.startsWith("每"));

/** One of something that is counted. */
const ONE_TIME = token("quantity", (v) => v.number === "1" && unitOf(String(v.unit)).dimension === "count");

const LIMIT = optional(symbol("after-limit"));

/** Whether the one range lies below the end of the other: 90%-100% below 100%. */
const isPartOf = (inner: Condition, outer: Condition): boolean =>
  inner.kind === "range" &&
  outer.kind === "range" &&
  outer.low === null &&
  inner.high?.at.unit === outer.high?.at.unit &&
  Number(inner.high?.at.number) <= Number(outer.high?.at.number);

export const STEP_CLAUSE_PRODUCTIONS: readonly Production[] = [
  rule(
    "clause",
    "每次扣0.5分",
    [EACH_TIME, symbol("step-outcome"), LIMIT],
    ([each, o, l]) =>
      step(
        null,
        { direction: "event", step: { number: "1", unit: wordOf(each).slice(1) }, from: null, what: "", each: true },
        as<Outcome>(o),
        as<Limit | null>(l),
      ),
    4,
  ),
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
    "不足90%按每低2个百分点扣1分",
    [
      symbol("conditions"),
      COMMA,
      token("by"),
      symbol("step"),
      COMMA,
      symbol("step-outcome"),
      optional(
        any(
          token("target", (_v, t) => t.word === "标准"),
          token("noun", (_v, t) => /^(?:标准|原则|办法)$/u.test(t.word)),
        ),
      ),
      optional(any(token("reckon"), token("take"))),
      LIMIT,
    ],
    ([c, , , s, , o, , , l]) => step(as<Condition>(c), as<StepClause>(s), as<Outcome>(o), as<Limit | null>(l)),
  ),
  rule(
    "clause",
    "20家以下按每家0.3分计",
    [
      symbol("conditions"),
      token("by"),
      token("per"),
      token("quantity", (v) => v.each === true),
      symbol("points"),
      token("reckon"),
    ],
    ([c, , , q, p]) => {
      const one = { number: "1", unit: String(entryOf(q, "unit")) };
      const count = { direction: "done", step: one, from: null, what: "", each: true } as const;
      return step(as<Condition>(c), count, { kind: "points", points: as<string>(p) }, null);
    },
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
    "发现问题且已整改的，每项扣1分",
    [
      symbol("phrase"),
      any(token("and"), token("but")),
      symbol("phrase"),
      COMMA,
      EACH_TIME,
      symbol("step-outcome"),
      LIMIT,
    ],
    ([p, , q, , each, o, l]) =>
      happening(p)
        ? step(
            null,
            {
              direction: "event",
              step: { number: "1", unit: wordOf(each).slice(1) },
              from: null,
              what: `${as<Phrase>(p).text}${as<Phrase>(q).text}`,
              each: true,
            },
            as<Outcome>(o),
            as<Limit | null>(l),
          )
        : null,
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
    [
      token("by"),
      symbol("step"),
      symbol("step-outcome"),
      optional(
        any(
          token("via", (_v, t) => t.word === "原则"),
          token("noun", (_v, t) => /^(?:原则|方式|办法|规则|标准)$/u.test(t.word)),
        ),
      ),
      token("reckon"),
      LIMIT,
    ],
    ([, s, o, , , l]) => step(null, as<StepClause>(s), as<Outcome>(o), as<Limit | null>(l)),
  ),
  rule("step-outcome", "扣1分", [symbol("outcomes")], ([o]) => o),
];
