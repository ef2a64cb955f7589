/** The quantity a condition speaks of, worked out from target and actual. */

import { comparable, unitOf } from "../../language";
import { bandsOf } from "../rule/rule";
import { Exact } from "../exact";
import type { ScoreRule } from "../rule/rule";
import type { Measure } from "../tree";
import { actualNumber, free, isFigure, no, targetNumber, TIMES, value } from "./amounts";
import type { Measured, NumberFigure } from "./amounts";
import { completion, deviation, ratio } from "./measured-share";
import { earliness, lateness } from "./measured-time";
import { isOtherSort } from "./other-things";
import type { Run } from "./run";
import { ask, figure, use } from "./run";
import { amountsOfFall, changesIn } from "./thresholds";

export { actualNumber, free, isFigure, targetNumber, threshold } from "./amounts";
export type { Measured, MeasuredValue, NumberFigure } from "./amounts";

/** Works out `subject`, to be compared with a threshold in `unit`. */
export function measure(run: Run, subject: Measure, unit: string): Measured {
  if (subject === "late" || isDelay(run, subject, unit)) return lateness(run, unit);
  if (subject === "early") return earliness(run, unit);
  const gap = ofGap(run, subject, unit);
  if (gap !== null) return gap;
  const actual = actualNumber(run);
  return isFigure(actual) ? OF_NUMBER[subject](run, actual, unit) : no(actual);
}

/** "缺2项": what the cell itself says is lacking or over, beside a threshold in such a unit. */
function ofGap({ figures: { actual } }: Run, subject: Measure, unit: string): Measured | null {
  if (actual.kind !== "text" || actual.gap === undefined) return null;
  const { way, number, unit: own } = actual.gap;
  const { dimension, factor } = unitOf(own);
  const asked = subject === "shortfall" ? "short" : subject === "overrun" ? "over" : null;
  return asked === way && comparable(dimension, unitOf(unit).dimension)
    ? value(subject, new Exact(number).times(factor), dimension)
    : null;
}

/** Days beside a date are a delay. */
function isDelay(run: Run, subject: Measure, unit: string): boolean {
  const { target, actual } = run.figures;
  const timed = target.kind === "date" || (actual.kind === "text" && actual.time !== undefined);
  return timed && TIMES.includes(unitOf(unit).dimension) && (subject === "value" || subject === "overrun");
}

type OfNumber = (run: Run, actual: NumberFigure, unit: string) => Measured;

const isRate = (unit: string): boolean => unitOf(unit).dimension === "rate";

/** What is made of an actual that is a number. */
const OF_NUMBER: { readonly [M in Exclude<Measure, "late" | "early">]: OfNumber } = {
  value: measureValue,
  rate: (run, actual, unit) =>
    actual.dimension === "rate" || actual.dimension === "plain" || !isRate(unit)
      ? measureValue(run, actual, unit)
      : no(ask({ code: "ask-unit", written: actual.text, expected: unit }, free(run))),
  completion: (run, actual, unit) => (isRate(unit) ? completion(run, actual) : measureValue(run, actual, unit)),
  ratio: (run, actual, unit) => {
    if (isOwnRatio(run, actual)) return value("ratio", actual.value, "rate", actual.open);
    if (comparesWithTarget(run)) return ratio(run, actual, "ratio");
    return actual.dimension === "rate" || !isRate(unit) ? measureValue(run, actual, unit) : ratio(run, actual, "ratio");
  },
  deviation: (run, actual, unit) => deviation(run, actual, unit, "both"),
  overrun: (run, actual, unit) => deviation(run, actual, unit, "over"),
  shortfall: (run, actual, unit) => deviation(run, actual, unit, "short"),
  change: changed,
  prior: (run, actual) =>
    actual.dimension === "rate" && isChange(run, actual)
      ? value("prior", actual.value, "rate", actual.open)
      : no(ask({ code: "ask-prior" }, free(run))),
  fall: fallen,
  saving: saved,
  rank: (_run, actual) => value("rank", actual.value, "count", actual.open),
};

/** "节能率实际值与目标值之比≥1": how much of the target it is, be it a rate itself. */
const comparesWithTarget = ({ rule }: Run): boolean =>
  bandsOf(rule).some(({ when }) => when.kind === "interval" && OF_TARGET.test(when.name));

const OF_TARGET = /实际[^与和]{0,6}[与和](?:年度)?(?:目标|计划|指标)[^之]{0,4}(?:之比|的?比值|的?比率)$/u;

/** "比值≤1.5" where the target is 1.5: the indicator is the ratio itself. */
const isOwnRatio = ({ rates, figures: { target } }: Run, { dimension }: NumberFigure): boolean =>
  dimension === "plain" &&
  target.kind === "number" &&
  target.dimension === "plain" &&
  rates.some((rate) => rate.equals(target.value));

/** By how much it changed, upwards: a number without a way is the change where the indicator states one. */
function changed(run: Run, actual: NumberFigure): Measured {
  const { target } = run.figures;
  if (actual.way !== undefined && actual.dimension === "rate")
    return value(
      "change",
      actual.way === "down" ? actual.value.abs().negated() : actual.value.abs(),
      "rate",
      actual.open,
    );
  if (target.kind === "number" && /下降|减少|降低/u.test(target.text))
    return no(ask({ code: "ask-fraction", actual: actual.text }, free(run)));
  return (actual.dimension === "rate" || actual.dimension === "plain") && isChange(run, actual)
    ? value("change", actual.value, "rate", actual.open)
    : no(ask({ code: "ask-prior" }, free(run)));
}

/** By how much it fell: a number without a way is the fall that the indicator states. */
function fallen(run: Run, actual: NumberFigure, unit: string): Measured {
  if (unit !== "" && !isRate(unit)) return fallenBy(run, actual, unit);
  if (actual.way !== undefined && actual.dimension === "rate")
    return value(
      "fall",
      actual.way === "down" ? actual.value.abs() : actual.value.abs().negated(),
      "rate",
      actual.open,
    );
  if (actual.way !== undefined) return no(ask({ code: "ask-fraction", actual: actual.text }, free(run)));
  return (actual.dimension === "rate" || actual.dimension === "plain") && isChange(run, actual)
    ? value("fall", actual.value, "rate", actual.open)
    : no(ask({ code: "ask-prior" }, free(run)));
}

/** By how much it fell as an amount: told by the cell, or by an indicator whose target is such an amount. */
function fallenBy(run: Run, actual: NumberFigure, unit: string): Measured {
  const { target } = run.figures;
  const told = actual.way !== undefined || (target.kind === "number" && target.way === "down") || isFallItself(run);
  if (!told) return no(ask({ code: "ask-prior" }, free(run)));
  const measured = measureValue(run, { ...actual, value: actual.value.abs() }, unit);
  return measured.kind === "value" && actual.way === "up" ? { ...measured, value: measured.value.negated() } : measured;
}

/** "超支2%" where a rate of saving is asked for: less than nothing was saved. */
export const savedRate = ({ text, value: rate }: NumberFigure): Exact =>
  OVERSPENT.test(text) && !rate.isNegative() ? rate.negated() : rate;

const OVERSPENT = /超(?:支|出|预算|概算)|透支/u;

/** "缩短10至20分钟" of 缩短通行时间, whose target is one of the ends: the figure is by how much it fell. */
const isFallItself = ({ name, rule, figures: { target } }: Run): boolean =>
  /缩短|缩减|减少|压减|下降|降低/u.test(name) &&
  target.kind === "number" &&
  amountsOfFall(rule).some((amount) => amount.equals(target.value));

/** What was saved of the target. An indicator in percent that is itself a rate of saving states it. */
function saved(run: Run, actual: NumberFigure, unit: string): Measured {
  const { target } = run.figures;
  if (actual.dimension === "rate") return value("saving", savedRate(actual), "rate", actual.open);
  const goal = targetNumber(run);
  if (!isFigure(goal)) return no(goal);
  // "节约电费5万元得满分" where the target is 5万元: the mark is the target, so what was saved is the indicator itself.
  if (run.savings.some((saving) => saving.equals(goal.value)))
    return value("saving", actual.value, actual.dimension, actual.open);
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

/** An indicator that is a share, a degree or a level itself. */
const LEVELS = /(?:[率度]|占比|比例|比重|水平|指数|系数)$/u;

/** A share, degree or level that is to rise or fall. */
const RISING_LEVEL =
  /(?:[率度]|占比|比例|比重|水平|指数)的?(?:有所|稳步|持续|逐步)?(?:提升|提高|增长|增加|上升|下降|降低)(?:情况)?$/u;

/**
 * Whether a bare rate is a change against last year and no level of its own: a satisfaction of 82% has not risen by
 * 82%. It is where it is below nothing, where indicator or target speak of a change, or where the target is a bound
 * that the text sets to the change.
 */
function isChange({ indicator, name, rule, figures: { target } }: Run, actual: NumberFigure): boolean {
  if (actual.value.isNegative() || isInPoints(actual, target)) return true;
  // "毛入园率提升": the rate itself, or by how much it rose?
  if (RISING_LEVEL.test(indicator)) return false;
  // Without a name, the indicator is what the text speaks of, which may be a level as well as its change.
  if (CHANGES.test(name !== "" || speaksOfLevel(rule) ? name : indicator)) return true;
  // "较上年提高" of a rate: the rate itself, or by how much it rose?
  const far = target.kind === "number" && actual.value.gt(target.value.abs().times(10));
  const level = LEVELS.test(indicator) && (target.kind === "text" || far) && !actual.text.includes("百分点");
  if (target.kind !== "missing" && CHANGES.test(target.text)) return !level;
  const asked = changesIn(rule);
  return target.kind === "number" && (asked.some((rate) => rate.equals(target.value)) || target.value.isZero());
}

/** "5.5个百分点" beside "≥5个百分点": points are what a rate rose by, never the rate itself. */
const isInPoints = ({ text, dimension }: NumberFigure, target: Run["figures"]["target"]): boolean =>
  dimension === "rate" && text.includes("百分点") && target.kind === "number" && target.text.includes("百分点");

/** Whether a rule compares the figure itself with a number, beside what it says of a change. */
const speaksOfLevel = (rule: ScoreRule): boolean =>
  bandsOf(rule).some(
    ({ when }) =>
      (when.kind === "interval" || when.kind === "reached") &&
      ["value", "rate", "ratio", "completion"].includes(when.measure),
  );

/** "较上年增长12%" beside so many people that were to come: how many of them there were is not said. */
const isOnlyChange = ({ figures: { target } }: Run, { way, dimension }: NumberFigure): boolean =>
  way !== undefined && dimension === "rate" && target.kind === "number" && target.dimension !== "rate";

function measureValue(run: Run, actual: NumberFigure, unit: string): Measured {
  const expected = unitOf(unit).dimension;
  const rate = expected === "rate";
  if (isOnlyChange(run, actual)) return no(ask({ code: "ask-prior" }, free(run)));
  if (isOtherSort(unit, run.figures.unit))
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
