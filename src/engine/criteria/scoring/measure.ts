/** The quantity a condition speaks of, worked out from target and actual. */

import type { Measure, Quantity } from "../tree";
import { bandsOf } from "../rule/rule";
import type { Test } from "../rule/rule";
import { Exact } from "../exact";
import { comparable, unitBeside, unitOf } from "../../language";
import type { Dimension } from "../../language";
import type { Answer, Run } from "./run";
import { ask, choice, figure, missing, use } from "./run";
import { daysLate, monthsLate } from "./dates";
import { timeIn } from "./said-time";
import type { SaidTime } from "./said-time";
import type { Figure } from "./figures";

/** The measured value with its dimension, or why there is none. */
export type Measured =
  | {
      readonly kind: "value";
      readonly value: Exact;
      readonly dimension: Dimension;
      readonly open: "above" | "below" | null;
      readonly of: Measure;
    }
  | { readonly kind: "no"; readonly answer: Answer };

type NumberFigure = Extract<Figure, { kind: "number" }>;

const no = (answer: Answer): Measured => ({ kind: "no", answer });
const value = (of: Measure, v: Exact, dimension: Dimension, open: "above" | "below" | null = null): Measured => ({
  kind: "value",
  value: v,
  dimension,
  open,
  of,
});

/** The actual as a number, or what is wrong with it. */
export function actualNumber(run: Run): NumberFigure | Answer {
  const { actual } = run.figures;
  switch (actual.kind) {
    case "number":
      return actual;
    case "missing":
      return missing({ code: "missing-actual" });
    case "echo":
      return missing({ code: "actual-echoes-target", text: actual.text });
    case "ambiguous":
      return ask({ code: "ask-fraction", actual: actual.text }, free(run));
    case "growth":
      return actual.rate === null
        ? missing({ code: "actual-not-number", text: actual.text })
        : { kind: "number", value: actual.rate, dimension: "rate", open: null, text: actual.text };
    case "rank":
      return { kind: "number", value: actual.place, dimension: "count", open: null, text: actual.text };
    default:
      return missing({ code: "actual-not-number", text: actual.text });
  }
}

/** The target as a number; a range answers by the convention where only one end can be meant. */
export function targetNumber(run: Run): NumberFigure | Answer {
  const { target } = run.figures;
  switch (target.kind) {
    case "number":
      return target;
    case "missing":
      return missing({ code: "missing-target" });
    case "range":
      return {
        kind: "number",
        value: use(run, "range-target") === "low-end" ? target.low : target.high,
        dimension: target.dimension,
        open: null,
        text: target.text,
      };
    case "rank":
      return { kind: "number", value: target.place, dimension: "count", open: null, text: target.text };
    default:
      return missing({
        code: "target-not-number",
        text: target.kind === "growth" || target.kind === "date" ? target.text : target.text,
      });
  }
}

export function isFigure(x: NumberFigure | Answer): x is NumberFigure {
  return x.kind === "number";
}

/** Any number of marks up to all of them: what a person chooses from when nothing narrows it. */
export function free(run: Run): readonly ReturnType<typeof choice>[] {
  return run.points === null ? [] : [choice({ code: "choice-free" }, 0, run.points)];
}

/** Works out `subject`, to be compared with a threshold in `unit`. */
export function measure(run: Run, subject: Measure, unit: string): Measured {
  const { target: goal, actual: given } = run.figures;
  const timed = goal.kind === "date" || (given.kind === "text" && given.time !== undefined);
  const inTime = ["days", "months", "hours"].includes(unitOf(unit).dimension);
  if (subject === "late" || (timed && inTime && (subject === "value" || subject === "overrun")))
    return lateness(run, unit);
  if (subject === "early") return earliness(run, unit);
  const actual = actualNumber(run);
  if (!isFigure(actual)) return no(actual);
  const rate = unitOf(unit).dimension === "rate";
  switch (subject) {
    case "value":
      return measureValue(run, actual, unit, rate);
    case "rate":
      return actual.dimension === "rate" || actual.dimension === "plain" || !rate
        ? measureValue(run, actual, unit, rate)
        : no(ask({ code: "ask-unit", written: actual.text, expected: unit }, free(run)));
    case "completion":
      return rate ? completion(run, actual) : measureValue(run, actual, unit, rate);
    case "ratio":
      return actual.dimension === "rate" || !rate ? measureValue(run, actual, unit, rate) : ratio(run, actual, "ratio");
    case "deviation":
      return deviation(run, actual, unit, "both");
    case "overrun":
      return deviation(run, actual, unit, "over");
    case "shortfall":
      return deviation(run, actual, unit, "short");
    case "change":
      if (actual.way !== undefined && actual.dimension === "rate")
        return value(
          "change",
          actual.way === "down" ? actual.value.abs().negated() : actual.value.abs(),
          "rate",
          actual.open,
        );
      if (run.figures.target.kind === "number" && /下降|减少|降低/u.test(run.figures.target.text))
        return no(ask({ code: "ask-fraction", actual: actual.text }, free(run)));
      return (actual.dimension === "rate" || actual.dimension === "plain") && isChange(run, actual.value)
        ? value("change", actual.value, "rate", actual.open)
        : no(ask({ code: "ask-prior" }, free(run)));
    case "prior":
      return actual.dimension === "rate" && isChange(run, actual.value)
        ? value("prior", actual.value, "rate", actual.open)
        : no(ask({ code: "ask-prior" }, free(run)));
    case "fall":
      return fallen(run, actual);
    case "saving":
      return saved(run, actual, unit);
    case "rank":
      return value("rank", actual.value, "count", actual.open);
  }
}

/** By how much it fell: a number without a way is the fall that the indicator states. */
function fallen(run: Run, actual: NumberFigure): Measured {
  if (actual.way !== undefined && actual.dimension === "rate")
    return value(
      "fall",
      actual.way === "down" ? actual.value.abs() : actual.value.abs().negated(),
      "rate",
      actual.open,
    );
  if (actual.way !== undefined) return no(ask({ code: "ask-fraction", actual: actual.text }, free(run)));
  return (actual.dimension === "rate" || actual.dimension === "plain") && isChange(run, actual.value)
    ? value("fall", actual.value, "rate", actual.open)
    : no(ask({ code: "ask-prior" }, free(run)));
}

/** What was saved of the target. An indicator in percent that is itself a rate of saving states it. */
function saved(run: Run, actual: NumberFigure, unit: string): Measured {
  const { target } = run.figures;
  if (actual.dimension === "rate") return value("saving", actual.value, "rate", actual.open);
  const goal = targetNumber(run);
  if (!isFigure(goal)) return no(goal);
  if (!comparable(goal.dimension, actual.dimension) || target.kind !== "number")
    return no(ask({ code: "ask-unit", written: actual.text, expected: goal.text }, free(run)));
  const kept = goal.value.minus(actual.value);
  if (unit !== "" && unitOf(unit).dimension !== "rate") return value("saving", kept, actual.dimension, actual.open);
  if (goal.value.isZero()) return no(ask({ code: "ask-zero-target" }, free(run)));
  const result = kept.div(goal.value);
  run.steps.push({
    code: "step-measure",
    subject: "saving",
    figures: `(${goal.text} − ${actual.text}) ÷ ${goal.text}`,
    value: figure(result, "rate"),
  });
  return value("saving", result, "rate", actual.open);
}

const CHANGES = /增长|增速|增幅|增减|降幅|涨幅|提升|提高|上升|下降|降低|减少|压减|变动|变化|同比|[较比](?:上年|去年)/u;

/**
 * Whether a bare rate is a change against last year and no level of its own: a satisfaction of 82% has not risen by
 * 82%. It is where it is below nothing, where indicator or target speak of a change, or where the target is a bound
 * that the text sets to the change.
 */
function isChange({ indicator, rates, figures: { target } }: Run, actual: Exact): boolean {
  if (actual.isNegative() || CHANGES.test(indicator) || (target.kind !== "missing" && CHANGES.test(target.text)))
    return true;
  return target.kind === "number" && (rates.some((rate) => rate.equals(target.value)) || target.value.isZero());
}

/** Time before the target's date, in days: what the cell says, or what two dates make; none where it was late. */
function earliness(run: Run, unit: string): Measured {
  const { target, actual } = run.figures;
  if (actual.kind === "missing") return no(missing({ code: "missing-actual" }));
  if (actual.kind === "text" && actual.time !== undefined) return saidAmount(run, actual.time, "early", unit);
  const known = target.kind === "date" && actual.kind === "date" && target.day !== null && actual.day !== null;
  const days = known && unitOf(unit).dimension === "days" ? daysLate(target, actual) : null;
  return days === null
    ? no(ask({ code: "ask-late" }, free(run)))
    : value("early", new Exact(Math.max(0, -days)), "days");
}

/** How late or early the words of the cell say it was; neither where they say the other. */
function saidAmount(run: Run, time: SaidTime, of: "late" | "early", unit: string): Measured {
  const { dimension } = unitOf(unit);
  if (time.way !== of) return value(of, new Exact(0), dimension);
  const amount = time.amount === null ? null : timeIn(time.amount, dimension);
  return amount === null ? no(ask({ code: "ask-late" }, free(run))) : value(of, amount.value, amount.dimension);
}

/** Time behind the target's date, in days, or in calendar months where the text counts months. */
function lateness(run: Run, unit: string): Measured {
  const { target, actual } = run.figures;
  if (actual.kind === "missing") return no(missing({ code: "missing-actual" }));
  if (actual.kind === "text" && actual.time !== undefined) return saidAmount(run, actual.time, "late", unit);
  if (
    target.kind === "number" &&
    actual.kind === "number" &&
    actual.open === null &&
    target.dimension === actual.dimension &&
    unitOf(unit).dimension === target.dimension &&
    ["days", "months", "hours"].includes(target.dimension)
  ) {
    return value("late", Exact.max(0, actual.value.minus(target.value)), target.dimension);
  }
  // "超期10%以内": a share of the time that was planned.
  if (
    unitOf(unit).dimension === "rate" &&
    target.kind === "number" &&
    actual.kind === "number" &&
    actual.open === null &&
    target.dimension === actual.dimension &&
    ["days", "months", "hours"].includes(target.dimension) &&
    target.value.gt(0)
  ) {
    return value("late", Exact.max(0, actual.value.minus(target.value)).div(target.value), "rate");
  }
  const days = target.kind === "date" && actual.kind === "date" ? daysLate(target, actual) : null;
  if (days === null) return no(ask({ code: "ask-late" }, free(run)));
  const months =
    unitOf(unit).dimension === "months" && target.kind === "date" && actual.kind === "date"
      ? monthsLate(target, actual)
      : null;
  return months === null ? value("late", new Exact(Math.max(0, days)), "days") : value("late", months, "months");
}

function measureValue(run: Run, actual: NumberFigure, unit: string, rate: boolean): Measured {
  const expected = unitOf(unit).dimension;
  if (otherThings(unit, run.figures.unit))
    return no(ask({ code: "ask-unit", written: run.figures.unit, expected: unit }, free(run)));
  if (unit === "" || expected === "marks" || comparable(expected, actual.dimension)) {
    if (rate && actual.dimension === "plain") {
      use(run, "unit-left-out");
      return value("value", actual.value.abs().lte(1) ? actual.value : actual.value.times("0.01"), "rate", actual.open);
    }
    if (unit === "" && actual.dimension !== "plain") return value("value", actual.value, actual.dimension, actual.open);
    return value("value", actual.value, actual.dimension === "plain" ? expected : actual.dimension, actual.open);
  }
  if (rate) return completion(run, actual);
  return no(ask({ code: "ask-unit", written: actual.text, expected: unit }, free(run)));
}

const PEOPLE = /^万?(?:人|人次|名|位|户|户次)$/u;
const HAPPENINGS = /^万?(?:次|场|场次|期|起|例|轮|批次)$/u;

/** 家 may stand for 个, but people are never compared with meetings. */
function otherThings(unit: string, column: string): boolean {
  return (PEOPLE.test(unit) && HAPPENINGS.test(column)) || (HAPPENINGS.test(unit) && PEOPLE.test(column));
}

/** Completion: actual / target, at most 1. For a ≤ target it has two readings; which one is a convention. */
function completion(run: Run, actual: NumberFigure): Measured {
  const target = run.figures.target;
  // The actual may be given as the rate of completion itself.
  if (
    actual.dimension === "rate" &&
    (target.kind !== "number" || target.dimension !== "rate") &&
    target.kind !== "range"
  )
    return value("completion", actual.value, "rate", actual.open);
  if (target.kind === "range") {
    if (actual.value.gte(target.low) && actual.value.lte(target.high)) return value("completion", new Exact(1), "rate");
    if (actual.value.gt(target.high)) return no(ask({ code: "ask-range-target" }, free(run)));
  }
  const goal = targetNumber(run);
  if (!isFigure(goal)) return no(goal);
  // "完成率达到80%" where the target is 80%: the mark is the target, so the indicator is meant, not a share of it.
  if (
    actual.dimension === "rate" &&
    goal.dimension === "rate" &&
    !goal.value.equals(1) &&
    run.rates.some((rate) => rate.equals(goal.value))
  )
    return value("completion", actual.value, "rate", actual.open);
  if (
    actual.dimension === "rate" &&
    goal.dimension === "rate" &&
    goal.value.gte("0.6") &&
    !goal.value.equals(1) &&
    use(run, "completion-of-rate") === "value"
  )
    return value("completion", actual.value, "rate", actual.open);
  if (run.better === "less") {
    const how = use(run, "completion-of-at-most");
    if (how === "met") {
      if (actual.value.lte(goal.value)) return value("completion", new Exact(1), "rate");
      return no(ask({ code: "ask-above-at-most" }, free(run)));
    }
    if (goal.value.isZero() && actual.value.isZero()) return value("completion", new Exact(1), "rate");
  }
  const whole = ratio(run, actual, "completion");
  if (whole.kind === "no") return whole;
  use(run, "completion");
  // A band that reaches beyond 100% is about the share as it is.
  const beyond = run.rates.some((rate) => rate.gt(1)) || bandsOf(run.rule).some(({ when }) => reachesBeyond(when));
  return whole.value.gt(1) && !beyond ? { ...whole, value: new Exact(1) } : whole;
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

function ratio(run: Run, actual: NumberFigure, of: Measure): Measured {
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

function deviation(run: Run, actual: NumberFigure, unit: string, side: "both" | "over" | "short"): Measured {
  const { target } = run.figures;
  const rate = unitOf(unit).dimension === "rate";
  if (target.kind === "range" && actual.value.gte(target.low) && actual.value.lte(target.high))
    return value("deviation", new Exact(0), rate ? "rate" : actual.dimension);
  const goal = targetNumber(run);
  if (!isFigure(goal)) return no(goal);
  if (!comparable(goal.dimension, actual.dimension))
    return no(ask({ code: "ask-unit", written: actual.text, expected: goal.text }, free(run)));
  // The indicator may itself be a deviation: its target is none, or the bound that the text names.
  if (
    side === "both" &&
    rate &&
    goal.dimension === "rate" &&
    actual.dimension === "rate" &&
    (goal.value.isZero() || run.deviations.some((d) => d.equals(goal.value)))
  )
    return value("deviation", actual.value.abs(), "rate", actual.open);
  // So may an overrun: "成本超支率" of at most nothing.
  if (side === "over" && rate && goal.dimension === "rate" && actual.dimension === "rate" && goal.value.isZero())
    return value("deviation", actual.value, "rate", actual.open);
  const difference = actual.value.minus(goal.value);
  const oneSided =
    side === "over" || (side === "both" && run.better === "less" && use(run, "deviation") === "over-only");
  if (side === "both" && run.better !== "less") use(run, "deviation");
  const away =
    side === "short" ? Exact.max(0, difference.negated()) : oneSided ? Exact.max(0, difference) : difference.abs();
  // Percentage points between two rates are their difference.
  if (!rate || (/点$/u.test(unit) && goal.dimension === "rate" && actual.dimension === "rate"))
    return value("deviation", away, actual.dimension, actual.open);
  if (goal.value.isZero())
    return away.isZero() ? value("deviation", new Exact(0), "rate") : no(ask({ code: "ask-zero-target" }, free(run)));
  const result = away.div(goal.value.abs());
  run.steps.push({
    code: "step-measure",
    subject: side === "both" ? "deviation" : side === "over" ? "overrun" : "shortfall",
    figures: `${figure(away, actual.dimension)} ÷ ${written(run, goal)}`,
    value: figure(result, "rate"),
  });
  return value("deviation", result, "rate", actual.open);
}

/** A figure as its cell has it, with the unit of the column where the cell leaves it out. */
export function written(
  run: Run,
  one: { readonly text: string; readonly value: Exact; readonly dimension: string },
): string {
  return /^[\d.,]+$/u.test(one.text) && run.figures.unit !== ""
    ? `${one.text}${run.figures.unit}`
    : /^[\d.,]+\P{Script=Han}{0,3}\p{Script=Han}{0,4}$/u.test(one.text)
      ? one.text
      : figure(one.value, one.dimension);
}

/** A threshold in the base of its dimension; one without a unit takes the indicator's. */
export function threshold(run: Run, at: Quantity, dimension: Dimension): Exact {
  const own = at.unit === "" || at.unit === "分" ? null : unitBeside(at.unit, run.figures.unit);
  if (own !== null) return new Exact(at.number).times(own.factor);
  return dimension === "plain" || dimension === "count"
    ? new Exact(at.number)
    : new Exact(at.number).times(
        unitOf(run.figures.unit).dimension === dimension
          ? unitOf(run.figures.unit).factor
          : dimension === "rate"
            ? "0.01"
            : "1",
      );
}
