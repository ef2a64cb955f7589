/**
 * What a clause leaves out because the one before it has said it: "以下按比例", "高于的不得分", "不足部分每家扣0.2分",
 * "超过15分按15分计".
 */

import type { Production } from "../../language";
import type { Clause, Condition, Expression, Limit, Outcome, Quantity, StepClause } from "../tree";
import { arm, step } from "./arms";
import { any, as, entryOf, optional, rule, symbol, token } from "./build";
import { COMMA } from "./clauses";
import { N } from "./measured";
import type { Name } from "./names";
import { clause, direction, quantity, textOf, WHAT } from "./steps";
import { target } from "./targets";

const SHORT = any(
  token("way", (v) => v.way === "short"),
  token("comparator", (v) => v.side === "high" && v.inclusive !== true),
);
const REST = optional(
  any(
    token("partly"),
    token("scope", (_v, t) => t.word === "部分"),
  ),
);
/** What is left of the marks on the other side. */
const GIVEN = symbol("outcomes");
/** The words that stand for the condition. */
const before = (words: string): string =>
  /^.*?(?:不足|低于|少于|小于|达不到|不到|以下|高于|大于|高出|多于)/u.exec(words)?.[0] ?? words;
const COUNTED = any(token("quantity"), symbol("step-size"));

export const ELLIPSIS_PRODUCTIONS: readonly Production[] = [
  rule(
    "clause",
    "补助人数不足按比例计分",
    [N, token("comparator", (_v, t) => /^(?:不足|低于|少于|小于|达不到|不到)$/u.test(t.word)), REST, COMMA, GIVEN],
    ([, , , , o], words) => arm(target("missed", false, before(words)), as<Outcome>(o), words),
    3,
  ),
  rule(
    "clause",
    "以下按比例计分",
    [token("suffix", (_v, t) => /^(?:以下|及以下|以下部分)$/u.test(t.word)), COMMA, GIVEN],
    ([, , o], words) => arm(target("missed", false, before(words)), as<Outcome>(o), words),
    4,
  ),
  rule(
    "clause",
    "高于的不得分",
    [token("comparator", (_v, t) => /^(?:高于|大于|高出|多于)$/u.test(t.word)), REST, token("nothing")],
    (_v, words) => arm(target("above", true, before(words)), { kind: "nothing" }, words),
    3,
  ),
  // Steps from what the clause before has named.
  rule(
    "step",
    "不足部分每1家",
    [
      any(
        SHORT,
        token("noun", (_v, t) => /^(?:差额|缺口|差距|短缺|差数)(?:部分)?$/u.test(t.word)),
      ),
      REST,
      token("per"),
      COUNTED,
      WHAT,
    ],
    ([, , , q, what]) => clause("short", quantity(q), null, textOf(what), true),
    1,
  ),
  rule(
    "step",
    "每较目标少1个",
    [
      token("per"),
      any(token("versus"), token("change")),
      token("target"),
      any(
        token("way", (v) => v.way === "short" || v.way === "over"),
        token("grow", (v) => v.way === "up" || v.way === "down"),
      ),
      COUNTED,
      WHAT,
    ],
    ([, , , w, q, what]) => {
      const grown = entryOf(w, "way");
      const way = grown === "up" ? "over" : grown === "down" ? "short" : direction(w);
      return clause(way, quantity(q), "target", textOf(what), true);
    },
  ),
  rule(
    "step",
    "每占目标值1%",
    [token("per"), token("via-ratio"), token("target"), token("quantity", (v) => v.unit === "%")],
    ([, , , q]) => clause("done", quantity(q), null, "", true),
  ),
  rule(
    "clause",
    "按照每低1个百分点扣1分计算",
    [
      token("by"),
      symbol("step"),
      symbol("outcomes"),
      any(
        token("reckon"),
        token("target", (_v, t) => /标准$/u.test(t.word)),
        token("scope", (_v, t) => t.word === "标准"),
      ),
      optional(token("reckon")),
    ],
    ([, s, o]): Clause | null => step(null, as<StepClause>(s), as<Outcome>(o), null),
    1,
  ),
  rule(
    "clause",
    "低于目标值的按照每低1个百分点扣1分",
    [symbol("condition"), token("by"), symbol("step"), symbol("outcomes"), optional(token("reckon"))],
    ([c, , s, o]): Clause | null => {
      const when = as<Condition>(c);
      return when.kind === "target" ? step(when, as<StepClause>(s), as<Outcome>(o), null) : null;
    },
    1,
  ),
  // What more than so many comes to.
  rule(
    "limit",
    "超过15分按15分计",
    [
      any(
        token("comparator", (v) => v.side === "low" && v.inclusive !== true),
        token("way", (v) => v.way === "over"),
      ),
      any(symbol("points"), token("full"), token("whole")),
      token("by"),
      any(symbol("points"), token("full"), token("whole")),
      token("reckon"),
    ],
    ([, over, , most]): Limit | null => {
      const [one, other] = [pointsOf(over), pointsOf(most)];
      if (one !== other) return null;
      return one === null ? { kind: "full" } : { kind: "highest", points: one };
    },
  ),
  // Marks by a formula that only names its figures.
  rule(
    "outcome",
    "按实际合格率/90%×5分计算",
    [
      token("by"),
      any(token("actual"), symbol("name")),
      any(
        token("sign", (v) => v.sign === "/"),
        token("join", (_v, t) => /^[与和比/]$/u.test(t.word)),
      ),
      symbol("number"),
      optional(
        any(
          token("proportion"),
          token("via-ratio"),
          token("noun", (_v, t) => t.word === "比"),
        ),
      ),
      token("sign", (v) => v.sign === "×"),
      any(token("whole"), token("full"), token("marks")),
      optional(token("reckon")),
    ],
    ([, , , q, , , marks]): Outcome => ({
      kind: "formula",
      expression: {
        kind: "binary",
        sign: "×",
        left: {
          kind: "binary",
          sign: "/",
          left: { kind: "variable", variable: "actual" },
          right: { kind: "number", ...as<Quantity>(q) },
        },
        right: marksOf(marks),
      },
    }),
    1,
  ),
  rule(
    "outcome",
    "按已完成次数占比得分",
    [
      token("by"),
      any(token("actual"), symbol("name")),
      any(
        token("proportion"),
        token("measure", (_v, t) => /^(?:占比|比重|百分比)$/u.test(t.word)),
      ),
      optional(token("reckon")),
    ],
    (_v, words): Outcome | null =>
      /完成|实际|已/u.test(words) ? { kind: "proportion", of: "completion", factor: null } : null,
  ),
  rule(
    "outcome",
    "按照实际完成情况按比例得分",
    [token("by"), any(token("actual"), symbol("name")), token("by"), token("proportion"), optional(token("reckon"))],
    ([, n]): Outcome | null =>
      (as<Partial<Name>>(n).judging ?? false) ? null : { kind: "proportion", of: "completion", factor: null },
  ),
  rule(
    "outcome",
    "按实际满意度折算（实际值/88%×10）",
    [token("by"), symbol("name"), token("reckon"), token("open"), symbol("formula"), token("close")],
    ([, , , , e]): Outcome => ({ kind: "formula", expression: as<Expression>(e) }),
  ),
  rule(
    "outcome",
    "得分0",
    [any(token("give"), token("reckon")), token("quantity", (v) => v.number === "0" && v.unit === "")],
    (): Outcome => ({ kind: "nothing" }),
    1,
  ),
];

function pointsOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function marksOf(leaf: unknown): Expression {
  const number = entryOf(leaf, "number");
  return number === null
    ? { kind: "variable", variable: "points" }
    : { kind: "number", number: String(number), unit: "" };
}
