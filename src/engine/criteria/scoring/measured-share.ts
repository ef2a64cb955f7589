/** An actual as a share of its target: how much of it was completed, and how far off it is. */

import { comparable, unitOf } from "../../language";
import { Exact } from "../exact";
import { bandsOf, isAward } from "../rule/rule";
import type { Test } from "../rule/rule";
import type { Measure } from "../tree";
import { free, isFigure, no, targetNumber, value, written } from "./amounts";
import type { Measured, NumberFigure } from "./amounts";
import type { Run } from "./run";
import { ask, figure, use } from "./run";

/** Completion: actual / target, at most 1. For a ≤ target it has two readings; which one is a convention. */
export function completion(run: Run, actual: NumberFigure): Measured {
  const beside = completionBesideTarget(run, actual);
  if (beside !== null) return beside;
  const goal = targetNumber(run);
  if (!isFigure(goal)) return no(goal);
  if (statesCompletion(run, actual, goal)) return value("completion", actual.value, "rate", actual.open);
  const held = run.better === "less" ? completionOfAtMost(run, actual, goal) : null;
  if (held !== null) return held;
  const whole = ratio(run, actual, "completion");
  if (whole.kind === "no") return whole;
  use(run, "completion");
  // A band that reaches beyond 100% is about the share as it is.
  const beyond = run.rates.some((rate) => rate.gt(1)) || bandsOf(run.rule).some(({ when }) => reachesBeyond(when));
  return whole.value.gt(1) && !beyond ? { ...whole, value: new Exact(1) } : whole;
}

/** An actual given as the rate of completion itself, or beside a range; null where it is a share of one number. */
function completionBesideTarget(run: Run, actual: NumberFigure): Measured | null {
  const { target } = run.figures;
  if (target.kind === "range") {
    if (actual.value.gte(target.low) && actual.value.lte(target.high)) return value("completion", new Exact(1), "rate");
    return actual.value.gt(target.high) ? no(ask({ code: "ask-range-target" }, free(run))) : null;
  }
  return actual.dimension === "rate" && (target.kind !== "number" || target.dimension !== "rate")
    ? value("completion", actual.value, "rate", actual.open)
    : null;
}

/**
 * Whether the rate is the completion, and not a share of another rate. "完成率达到80%" where the target is 80%: the mark is
 * the target, so the indicator is meant, not a share of it.
 */
function statesCompletion(run: Run, actual: NumberFigure, goal: NumberFigure): boolean {
  if (actual.dimension !== "rate" || goal.dimension !== "rate" || goal.value.equals(1)) return false;
  if (bandsOf(run.rule).some(({ when }) => isPartOfTarget(when))) return false;
  if (run.rates.some((rate) => rate.equals(goal.value))) return true;
  if (speaksOfShares(run)) return false;
  return goal.value.gte("0.6") && use(run, "completion-of-rate") === "value";
}

/** "在目标值的90%至100%之间": up to all of the target can only be a share of it. */
const isPartOfTarget = (test: Test): boolean =>
  test.kind === "interval" &&
  test.measure === "completion" &&
  test.name === "目标值" &&
  test.low !== null &&
  test.high?.number === "100" &&
  test.high.unit === "%";

/**
 * "目标完成得5分，完成90%以上得4分" of 60%: less than all of it, and yet more than the target, can only be a share of it.
 */
export function speaksOfShares({ rule, rates, figures: { target } }: Run): boolean {
  if (target.kind !== "number" || target.dimension !== "rate" || rates.length === 0) return false;
  const whole = bandsOf(rule).some(({ when, then }) => when.kind === "target" && when.side === "met" && isAward(then));
  return whole && rates.every((rate) => rate.gt(target.value));
}

/** The completion of what should be at most the target; null where it is the share that was used. */
function completionOfAtMost(run: Run, actual: NumberFigure, goal: NumberFigure): Measured | null {
  if (use(run, "completion-of-at-most") === "met")
    return actual.value.lte(goal.value)
      ? value("completion", new Exact(1), "rate")
      : no(ask({ code: "ask-above-at-most" }, free(run)));
  return goal.value.isZero() && actual.value.isZero() ? value("completion", new Exact(1), "rate") : null;
}

/** "大于100%": a band that begins behind the whole. */
function reachesBeyond(test: Test): boolean {
  return (
    test.kind === "interval" &&
    test.low !== null &&
    !test.low.inclusive &&
    new Exact(test.low.number).times(unitOf(test.low.unit).factor).equals(1)
  );
}

export function ratio(run: Run, actual: NumberFigure, of: Measure): Measured {
  const goal = targetNumber(run);
  if (!isFigure(goal)) return no(goal);
  if (!comparable(goal.dimension, actual.dimension))
    return no(ask({ code: "ask-unit", written: actual.text, expected: goal.text }, free(run)));
  if (goal.value.isZero()) return no(ask({ code: "ask-zero-target" }, free(run)));
  const result = Exact.div(actual.value, goal.value);
  run.steps.push({
    code: "step-measure",
    subject: of,
    figures: `${written(run, actual)} ÷ ${written(run, goal)}`,
    value: figure(result, "rate"),
  });
  return value(of, result, "rate", actual.open);
}

/** Off on which side: short of the target, over it, or either. */
type Side = "both" | "over" | "short";

const SUBJECTS = { both: "deviation", over: "overrun", short: "shortfall" } as const;

/** How far the actual is off its target: as a share of it where `unit` is percent, otherwise in its own unit. */
export function deviation(run: Run, actual: NumberFigure, unit: string, side: Side): Measured {
  const rate = unitOf(unit).dimension === "rate";
  const beside = besideRange(run, actual, rate);
  if (beside !== null) return beside;
  const goal = targetNumber(run);
  if (!isFigure(goal)) return no(goal);
  if (!comparable(goal.dimension, actual.dimension))
    return no(ask({ code: "ask-unit", written: actual.text, expected: goal.text }, free(run)));
  const bothRates = goal.dimension === "rate" && actual.dimension === "rate";
  const stated = rate && bothRates ? statedDeviation(run, actual, goal, side) : null;
  if (stated !== null) return stated;
  const away = distance(run, side, actual.value.minus(goal.value));
  // Percentage points between two rates are their difference.
  if (!rate || (/点$/u.test(unit) && bothRates)) return value("deviation", away, actual.dimension, actual.open);
  return shareOff(run, actual, goal, side, away);
}

/**
 * How far off a range: nothing inside it; "±5%" is of an indicator that is a deviation itself. Null for other targets.
 */
function besideRange({ figures: { target } }: Run, actual: NumberFigure, rate: boolean): Measured | null {
  if (target.kind !== "range") return null;
  if (actual.value.gte(target.low) && actual.value.lte(target.high))
    return value("deviation", new Exact(0), rate ? "rate" : actual.dimension);
  return rate && actual.dimension === "rate" && target.low.negated().equals(target.high)
    ? value("deviation", actual.value.abs(), "rate", actual.open)
    : null;
}

/** The deviation of an indicator that is one itself; null where it is a rate of something else. */
function statedDeviation(run: Run, actual: NumberFigure, goal: NumberFigure, side: Side): Measured | null {
  // Its target is none, or the bound that the text names.
  if (side === "both" && goal.value.isZero() && partsAtNothing(run))
    return value("deviation", actual.value, "rate", actual.open);
  if (side === "both" && (goal.value.isZero() || run.deviations.some((d) => d.equals(goal.value))))
    return value("deviation", actual.value.abs(), "rate", actual.open);
  // An overrun states itself as well: "成本超支率" of at most nothing.
  if (side === "over" && goal.value.isZero()) return value("deviation", actual.value, "rate", actual.open);
  return null;
}

/** "偏差率≤0得5分，0＜偏差率≤5%得4分": what parts at nothing has a sign. */
const partsAtNothing = ({ rule }: Run): boolean =>
  bandsOf(rule).some(
    ({ when, then }) =>
      when.kind === "interval" &&
      when.measure === "deviation" &&
      when.low === null &&
      when.high?.number === "0" &&
      isAward(then),
  );

/** What counts of a difference: what lies on the side that is meant. */
function distance(run: Run, side: Side, difference: Exact): Exact {
  if (side === "short") return Exact.max(0, difference.negated());
  if (side === "over") return Exact.max(0, difference);
  if (partsAtNothing(run)) return difference;
  const how = use(run, "deviation");
  return run.better === "less" && how === "over-only" ? Exact.max(0, difference) : difference.abs();
}

/** A distance as a share of the target. */
function shareOff(run: Run, actual: NumberFigure, goal: NumberFigure, side: Side, away: Exact): Measured {
  if (goal.value.isZero())
    return away.isZero() ? value("deviation", new Exact(0), "rate") : no(ask({ code: "ask-zero-target" }, free(run)));
  const result = away.div(goal.value.abs());
  run.steps.push({
    code: "step-measure",
    subject: SUBJECTS[side],
    figures: `${figure(away, actual.dimension)} ÷ ${written(run, goal)}`,
    value: figure(result, "rate"),
  });
  return value("deviation", result, "rate", actual.open);
}
