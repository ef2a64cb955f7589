/** Steps that name what they are counted from beside them: "每低1个百分点（以45%为基准）", "与100%相比，每低2个百分点". */

import type { Production } from "../../language";
import type { Condition, Limit, Outcome, Quantity, StepClause } from "../tree";
import { step } from "./arms";
import { any, as, optional, rule, symbol, token } from "./build";
import { COMMA } from "./clauses";
import { PER, QUANTITY, clause, direction, quantity, textOf } from "./steps";
import type { From } from "./steps";

const LIMIT = optional(symbol("after-limit"));

export const BASED_STEP_PRODUCTIONS: readonly Production[] = [
  rule(
    "clause",
    "少一个-1分",
    [symbol("single-step"), token("sign", (v) => v.sign === "-"), symbol("points")],
    ([s, , p]) => step(null, as<StepClause>(s), { kind: "minus", points: as<string>(p) }, null),
  ),
  rule(
    "clause",
    "每低1个百分点（以45%为基准）扣0.6分",
    [symbol("step"), token("open"), symbol("step-base"), token("close"), COMMA, symbol("step-outcome"), LIMIT],
    ([s, , base, , , o, l]) =>
      step(null, { ...as<StepClause>(s), from: as<From>(base).from }, as<Outcome>(o), as<Limit | null>(l)),
  ),
  rule(
    "clause",
    "60%以上的，每低1个百分点（以90%为基准）扣0.6分",
    [
      symbol("conditions"),
      COMMA,
      symbol("step"),
      token("open"),
      symbol("step-base"),
      token("close"),
      COMMA,
      symbol("step-outcome"),
      LIMIT,
    ],
    ([c, , s, , base, , , o, l]) =>
      step(as<Condition>(c), { ...as<StepClause>(s), from: as<From>(base).from }, as<Outcome>(o), as<Limit | null>(l)),
    1,
  ),
  rule(
    "step",
    "与100%相比，每低2个百分点",
    [
      optional(symbol("name")),
      any(token("join"), token("versus"), token("via-ratio")),
      symbol("number"),
      token("scope", (_v, t) => /^(?:相比|比较|对比)$/u.test(t.word)),
      optional(token("comma")),
      symbol("step"),
    ],
    ([, , q, , , s]) => {
      const inner = as<StepClause>(s);
      const counted = ["short", "over", "away"].includes(inner.direction) && inner.from === null;
      return counted ? { ...inner, from: as<Quantity>(q) } : null;
    },
    1,
  ),
  rule(
    "step",
    "偏高每1万元",
    [token("noun", (_v, t) => t.word === "偏"), token("way", (_v, t) => /^[高低多少]$/u.test(t.word)), PER, QUANTITY],
    ([, w, , q]) => clause(direction(w), quantity(q), "target", "", true),
  ),
  rule(
    "single-step",
    "少办1场",
    [
      token("way", (_v, t) => /^[少缺差]$/u.test(t.word)),
      token("noun", (_v, t) => t.word.length <= 4),
      token("quantity", (v) => v.number === "1"),
      optional(symbol("what")),
    ],
    ([w, , q, what]) => clause(direction(w), quantity(q), null, textOf(what), false),
  ),
  rule(
    "step",
    "每少完成计划里程的5%",
    [
      PER,
      token("way", (_v, t) => /^(?:少|少完成|超|超过|超出|低|低于)$/u.test(t.word)),
      optional(token("done")),
      token("target"),
      token("quantity", (v) => v.unit === "%"),
    ],
    ([, w, , , q]) => clause(direction(w), quantity(q), "target", "", true),
    1,
  ),
];
