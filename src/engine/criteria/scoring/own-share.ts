/**
 * A rate that target and actual make between them, named after what they count: "购置率" of 环卫车辆购置数, "参训率" of 参训人数. Beside
 * numbers of things it is how many of those that were to be there are.
 */

import type { ScoreRule, Test } from "../rule/rule";
import type { Figures } from "./figures";

/** The rule with such rates as what was completed of the target. */
export function withOwnShares(rule: ScoreRule, { target, actual }: Figures, indicator: string): ScoreRule {
  const counted =
    target.kind === "number" &&
    actual.kind === "number" &&
    target.dimension === actual.dimension &&
    target.dimension !== "rate" &&
    !target.value.isZero();
  if (!counted) return rule;
  return {
    statements: rule.statements.map((s) =>
      s.kind === "band" && isOwnShare(s.when, indicator) ? { ...s, when: { ...s.when, measure: "completion" } } : s,
    ),
  };
}

/** "超标准10%以内": a share that is named after what was exceeded is by how much. */
const EXCEEDED = /^超(?:出|过)?(?:标准|预算|概算|限额|定额)$/u;

/** The rule with bands on what is beyond the standard as an overrun, and those behind that go on without a name. */
export function withOverruns(rule: ScoreRule): ScoreRule {
  const named = rule.statements.some((s) => s.kind === "band" && isShare(s.when) && EXCEEDED.test(s.when.name));
  if (!named) return rule;
  return {
    statements: rule.statements.map((s) =>
      s.kind === "band" && isShare(s.when) && (s.when.name === "" || EXCEEDED.test(s.when.name))
        ? { ...s, when: { ...s.when, measure: "overrun" } }
        : s,
    ),
  };
}

const isShare = (test: Test): test is Extract<Test, { kind: "interval" }> =>
  test.kind === "interval" && test.measure === "value" && (test.low ?? test.high)?.unit === "%";

type OnInterval = Extract<Test, { kind: "interval" | "reached" }>;

function isOwnShare(test: Test, indicator: string): test is OnInterval {
  if (test.kind !== "interval" && test.kind !== "reached") return false;
  const unit = test.kind === "reached" ? test.at.unit : (test.low ?? test.high)?.unit;
  const stem = test.name.replace(/率$/u, "");
  return (
    (test.measure === "rate" || test.measure === "value") &&
    unit === "%" &&
    stem.length >= 2 &&
    stem !== test.name &&
    new RegExp(`${stem}(?:人数|人次|数量?|个数|户数|次数|场次|面积|里程|金额)$`, "u").test(indicator)
  );
}
