/** Steps between an actual and the mark that they are counted from: a threshold of the text, or the target. */

import { unitOf } from "../../language";
import { Exact } from "../exact";
import { bandsOf } from "../rule/rule";
import type { StepRule } from "../rule/rule";
import type { Measure, Quantity } from "../tree";
import { TIMES } from "./amounts";
import { exactly, no, ownSize } from "./count";
import type { Count } from "./count";
import type { Interval } from "./intervals";
import { countsWhatLacks } from "./lack-counted";
import { actualNumber, free, isFigure, measure, targetNumber, threshold } from "./measure";
import type { MeasuredValue, NumberFigure } from "./measure";
import { figureText, targetText } from "./met";
import type { Answer, Run } from "./run";
import { ask, figure, missing, use } from "./run";
import { askTimes } from "./times";

/** From where it is counted, and what was measured. */
interface Distance {
  readonly step: StepRule;
  /** The threshold from which it is counted; null where that is the target. */
  readonly mark: Quantity | null;
  /** The threshold, or the target, in the base of what was measured. */
  readonly from: Exact;
  readonly measured: MeasuredValue;
  readonly actual: NumberFigure;
}

const inRates = (step: StepRule): boolean => unitOf(step.step.unit).dimension === "rate";

/** The steps short of, over or away from the mark; `anchor` is the band that earns the base marks. */
export function countDistance(run: Run, step: StepRule, anchor: Interval | null): Count {
  if (anchor?.measure === "saving" && step.direction === "over") return overspent(run, step, anchor);
  const actual = actualNumber(run);
  if (!isFigure(actual)) return no(actual);
  return isOfPeriods(run, step, actual)
    ? periodsShort(run, step, shortOf(run, actual))
    : countFromMark(run, step, anchor, actual);
}

function countFromMark(run: Run, step: StepRule, anchor: Interval | null, actual: NumberFigure): Count {
  const mark = markOf(step, anchor);
  const subject = mark !== null && anchor !== null ? anchor.measure : "value";
  const untold = mark === null ? noAmount(run) : null;
  if (untold !== null) return no(untold);
  if (step.direction !== "away" && subject === "rank") return countBehind(run, step, anchor);
  const measured = measuredBeside(run, step, mark, subject);
  if (measured.kind === "no") return no(measured.answer);
  const from = mark === null ? fromTarget(run, step, measured) : threshold(run, mark, measured.dimension);
  if (!(from instanceof Exact)) return no(from);
  return outside(run, step, anchor, measured) ?? onOneSide(run, { step, mark, from, measured, actual });
}

/**
 * What was saved is no mark from which an overspend is counted: that is the target. Where the indicator is the saving
 * itself, what is overspent is what was saved, below nothing.
 */
function overspent(run: Run, step: StepRule, anchor: Interval): Count {
  return isSavingItself(run)
    ? countDistance(run, { ...step, direction: "short" }, anchor)
    : countDistance(run, step, null);
}

/** Whether target and actual are rates of saving, not what was spent. */
const isSavingItself = ({ name, figures: { target, actual } }: Run): boolean =>
  /节[约省支].{0,3}[率例度]/u.test(name) &&
  target.kind === "number" &&
  actual.kind === "number" &&
  (target.dimension === "rate" || target.value.isZero()) &&
  actual.dimension === "rate";

/** The threshold that the step names, or the end of the band at the step's side; null where the target is meant. */
function markOf({ direction, from }: StepRule, anchor: Interval | null): Quantity | null {
  if (from === "target") return null;
  if (from !== null) return from;
  const side = direction === "short" ? anchor?.low : direction === "over" ? anchor?.high : null;
  return side ?? anchor?.low ?? anchor?.high ?? null;
}

/** Why nothing can be counted from the target; null where it is an amount. */
function noAmount(run: Run): Answer | null {
  const { target } = run.figures;
  if (target.kind === "number" || target.kind === "range") return null;
  return target.kind === "missing"
    ? missing({ code: "missing-target" })
    : missing({ code: "target-not-number", text: targetText(run) });
}

/** On a rate the step is percentage points; on another quantity one percent of the target, or of the mark. */
function measuredBeside(run: Run, step: StepRule, mark: Quantity | null, subject: Measure): ReturnType<typeof measure> {
  if (mark === null) return measure(run, "ratio", step.step.unit);
  return measure(run, subject, mark.unit === "" && inRates(step) ? "%" : mark.unit);
}

/** The target as the mark: all of it where a share of it was measured. */
function fromTarget(run: Run, step: StepRule, measured: MeasuredValue): Exact | Answer {
  const goal = targetNumber(run);
  if (!isFigure(goal)) return goal;
  return inRates(step) && goal.dimension !== "rate" && measured.dimension === "rate" ? new Exact(1) : goal.value;
}

/** The steps away from a band that has two ends; null for every other distance. */
function outside(run: Run, step: StepRule, anchor: Interval | null, measured: MeasuredValue): Count | null {
  const [low, high] = [anchor?.low ?? null, anchor?.high ?? null];
  if (step.direction !== "away" || low === null || high === null) return null;
  const away = Exact.max(
    0,
    threshold(run, low, measured.dimension).minus(measured.value),
    measured.value.minus(threshold(run, high, measured.dimension)),
  );
  return {
    kind: "count",
    steps: away.div(threshold(run, step.step, measured.dimension)),
    by: figure(away, measured.dimension),
  };
}

function onOneSide(run: Run, distance: Distance): Count {
  const { step, from, measured } = distance;
  if (isShortOfNothing(distance))
    return countsWhatLacks(run.name) ? inSize(run, distance, measured.value) : no(askTimes(run, step));
  const signed = signedDistance(distance);
  if (measured.open !== null && signed.gt(0)) return no(missing({ code: "actual-not-number", text: figureText(run) }));
  const away = Exact.max(0, signed);
  if (measured.dimension !== "rate")
    return inRates(step) ? percentOfMark(run, distance, away) : inSize(run, distance, away);
  if (!inRates(step) && step.step.unit !== "") return piecesOfRate(run, distance, away);
  const ofTarget =
    inRates(step) && step.step.unit === "%" && use(run, "percent-step") === "of-target" && !from.isZero();
  return inSize(run, distance, ofTarget ? away.div(from.abs()) : away);
}

/** Short of nothing at all: the figure counts what was left undone, or the target is no target. */
const isShortOfNothing = ({ step, mark, from, measured }: Distance): boolean =>
  step.direction === "short" && mark === null && from.isZero() && measured.value.gt(0);

/** How far it is into the step's direction; below nothing on the good side. */
function signedDistance({ step: { direction }, from, measured }: Distance): Exact {
  if (direction === "short") return from.minus(measured.value);
  const over = measured.value.minus(from);
  return direction === "over" ? over : over.abs();
}

/** "每低5%" of an amount: percent of what it is counted from. */
function percentOfMark(run: Run, { step, from }: Distance, away: Exact): Count {
  if (!from.isZero()) return divided(run, step, away.div(from.abs()), ownSize(step), "rate");
  return away.isZero() ? exactly(0) : no(ask({ code: "ask-zero-target" }, free(run)));
}

function inSize(run: Run, { step, measured }: Distance, away: Exact): Count {
  const { unit } = step.step;
  if (unit !== "" && measured.dimension === "count" && TIMES.includes(unitOf(unit).dimension))
    return periodsShort(run, step, away);
  return divided(run, step, away, threshold(run, step.step, measured.dimension), measured.dimension);
}

/** How many of a stretch a year has. */
const A_YEAR: ReadonlyMap<string, number> = new Map([
  ["季", 4],
  ["季度", 4],
  ["月", 12],
  ["个月", 12],
]);

/** Whether quarters or months are counted beside a target of one thing in each: "每季度开展1次，少1个季度扣2.5分". */
const isOfPeriods = ({ rule, figures: { target } }: Run, step: StepRule, actual: NumberFigure): boolean =>
  step.direction === "short" &&
  unitOf(step.step.unit).dimension === "months" &&
  target.kind === "number" &&
  target.dimension === "count" &&
  actual.dimension === "count" &&
  bandsOf(rule).some(({ when }) => when.kind === "each");

const shortOf = ({ figures: { target } }: Run, { value }: NumberFigure): Exact =>
  target.kind === "number" ? Exact.max(0, target.value.minus(value)) : new Exact(0);

/** "每缺1个季度" beside "4次": one for each stretch of the year, where the target is as many; else it is asked. */
function periodsShort(run: Run, step: StepRule, away: Exact): Count {
  const { target } = run.figures;
  const periods = A_YEAR.get(step.step.unit.replace(/^个/u, "")) ?? A_YEAR.get(step.step.unit);
  if (target.kind !== "number" || periods === undefined || !target.value.equals(periods))
    return no(askTimes(run, step));
  return divided(run, step, away, new Exact(step.step.number), "count");
}

function divided(run: Run, step: StepRule, away: Exact, size: Exact, dimension: string): Count {
  if (size.isZero()) return no(ask({ code: "ask-condition", text: step.step.number }, free(run)));
  return { kind: "count", steps: away.div(size), by: figure(away, dimension) };
}

/** Pieces counted beside a rate. "开工率100%，每少1个扣…": all of the target, counted in its own unit. */
function piecesOfRate(run: Run, { step, mark, from, actual }: Distance, away: Exact): Count {
  const { target } = run.figures;
  const whole =
    mark !== null &&
    from.equals(1) &&
    target.kind === "number" &&
    actual.dimension === target.dimension &&
    unitOf(step.step.unit).dimension === target.dimension;
  return whole ? countDistance(run, { ...step, from: "target" }, null) : eventsFromShortfall(run, step, away);
}

/** "及时率100%…每少一次扣…": the rate tells that something is short, not how often. */
function eventsFromShortfall(run: Run, step: StepRule, away: Exact): Count {
  if (away.isZero()) return exactly(0);
  if (step.then.kind === "nothing") return exactly(1);
  return no(askTimes(run, step));
}

/** The places behind the last one that earns the base marks, or behind the target's. */
export function countBehind(run: Run, step: StepRule, anchor: Interval | null): Count {
  const { actual, target } = run.figures;
  if (actual.kind === "missing") return no(missing({ code: "missing-actual" }));
  const place = placeOf(actual);
  if (place === null) return no(missing({ code: "actual-not-number", text: figureText(run) }));
  const from = anchor?.high?.number ?? placeOf(target)?.toString() ?? null;
  if (from === null) return no(missing({ code: "target-not-number", text: targetText(run) }));
  const behind = Exact.max(0, place.minus(from));
  return { kind: "count", steps: behind.div(step.step.number), by: `${behind.toString()}名` };
}

function placeOf(one: Run["figures"]["actual"]): Exact | null {
  if (one.kind === "rank") return one.place;
  return one.kind === "number" ? one.value : null;
}
