/** How many steps an actual is away from where the steps are counted. */

import { comparable, normaliseText, tokenise, unitOf } from "../../language";
import { Exact } from "../exact";
import { bandsOf, stepsOf } from "../rule/rule";
import type { StepRule } from "../rule/rule";
import { daysLate, monthsLate } from "./dates";
import { quotedBand } from "./exact-band";
import type { Interval } from "./intervals";
import { actualNumber, free, isFigure, measure, targetNumber, threshold } from "./measure";
import { figureText, targetMet, targetText } from "./met";
import type { Answer, Run } from "./run";
import { ask, figure, missing, use } from "./run";
import { askTimes } from "./times";

/** How many steps, before whole ones are counted; `by` for the eye. */
export type Count =
  | { readonly kind: "count"; readonly steps: Exact; readonly by: string }
  | { readonly kind: "no"; readonly answer: Answer };

const no = (answer: Answer): Count => ({ kind: "no", answer });

/** The number of steps, from `anchor` (the band that earns the base marks) or the target. */
export function countSteps(run: Run, step: StepRule, anchor: Interval | null): Count {
  // "每超1天" beside a date is a delay.
  const { target, actual } = run.figures;
  if (
    step.direction === "over" &&
    (target.kind === "date" || (actual.kind === "text" && actual.time !== undefined)) &&
    ["days", "months", "hours"].includes(unitOf(step.step.unit).dimension)
  )
    return countLate(run, step);
  if (actual.kind === "text" && actual.gap !== undefined && comparableUnits(actual.gap.unit, step.step.unit)) {
    if (actual.gap.way !== step.direction) return { kind: "count", steps: new Exact(0), by: "0" };
    const size = new Exact(step.step.number).times(unitOf(step.step.unit).factor);
    return {
      kind: "count",
      steps: new Exact(actual.gap.number).times(unitOf(actual.gap.unit).factor).div(size),
      by: figureText(run),
    };
  }
  switch (step.direction) {
    case "short":
    case "over":
    case "away":
      return countDistance(run, step, anchor);
    case "late":
      return countLate(run, step);
    case "early": {
      const early = measure(run, "early", step.step.unit);
      return early.kind === "no" ? no(early.answer) : counted(run, step, early);
    }
    case "behind":
      return countBehind(run, step, anchor);
    case "event":
      return countEvents(run, step);
    case "done":
      return countDone(run, step);
  }
}

const comparableUnits = (a: string, b: string): boolean => comparable(unitOf(a).dimension, unitOf(b).dimension);

function countDistance(run: Run, step: StepRule, anchor: Interval | null): Count {
  // What was saved is no mark from which an overspend is counted: that is the target.
  if (anchor?.measure === "saving" && step.direction === "over") return countDistance(run, step, null);
  const { direction } = step;
  const actual = actualNumber(run);
  const target = run.figures.target;
  if (!isFigure(actual)) return no(actual);
  const rateStep = unitOf(step.step.unit).dimension === "rate";
  const side = direction === "short" ? anchor?.low : direction === "over" ? anchor?.high : null;
  const mark =
    step.from !== null && step.from !== "target"
      ? { ...step.from }
      : step.from === "target"
        ? null
        : (side ?? anchor?.low ?? anchor?.high ?? null);
  const subject = mark !== null && anchor !== null && mark !== step.from ? anchor.measure : "value";
  if (mark === null && target.kind !== "number" && target.kind !== "range") {
    return no(
      target.kind === "missing"
        ? missing({ code: "missing-target" })
        : missing({ code: "target-not-number", text: targetText(run) }),
    );
  }
  if (direction !== "away" && subject === "rank") return countBehind(run, step, anchor);
  // On a rate the step is percentage points; on another quantity one percent of the target, or of the mark.
  const unit = mark?.unit ?? "";
  const measured =
    mark === null ? measure(run, "ratio", step.step.unit) : measure(run, subject, unit === "" && rateStep ? "%" : unit);
  if (measured.kind === "no") return no(measured.answer);
  let from: Exact;
  if (mark !== null) from = threshold(run, mark, measured.dimension);
  else {
    const goal = targetNumber(run);
    if (!isFigure(goal)) return no(goal);
    from = rateStep && goal.dimension !== "rate" && measured.dimension === "rate" ? new Exact(1) : goal.value;
  }
  const [low, high] = [anchor?.low ?? null, anchor?.high ?? null];
  if (direction === "away" && low !== null && high !== null) {
    const outside = Exact.max(
      0,
      threshold(run, low, measured.dimension).minus(measured.value),
      measured.value.minus(threshold(run, high, measured.dimension)),
    );
    return {
      kind: "count",
      steps: outside.div(threshold(run, step.step, measured.dimension)),
      by: figure(outside, measured.dimension),
    };
  }
  // Short of nothing at all: the figure counts what was left undone, or the target is no target.
  if (direction === "short" && mark === null && from.isZero() && measured.value.gt(0)) return no(askTimes(run, step));
  let away =
    direction === "short"
      ? from.minus(measured.value)
      : direction === "over"
        ? measured.value.minus(from)
        : measured.value.minus(from).abs();
  if (measured.open !== null && away.gt(0)) return no(missing({ code: "actual-not-number", text: figureText(run) }));
  away = Exact.max(0, away);
  let size = threshold(run, step.step, measured.dimension);
  let dimension: string = measured.dimension;
  if (rateStep && measured.dimension !== "rate") {
    if (from.isZero())
      return away.isZero() ? { kind: "count", steps: away, by: "0" } : no(ask({ code: "ask-zero-target" }, free(run)));
    away = away.div(from.abs());
    size = new Exact(step.step.number).times(unitOf(step.step.unit).factor);
    dimension = "rate";
  } else if (
    rateStep &&
    measured.dimension === "rate" &&
    step.step.unit === "%" &&
    use(run, "percent-step") === "of-target" &&
    !from.isZero()
  )
    away = away.div(from.abs());
  else if (!rateStep && step.step.unit !== "" && measured.dimension === "rate") {
    const whole =
      mark !== null &&
      from.equals(1) &&
      target.kind === "number" &&
      actual.dimension === target.dimension &&
      unitOf(step.step.unit).dimension === target.dimension;
    // "开工率100%，每少1个扣…": all of the target, counted in its own unit.
    return whole ? countDistance(run, { ...step, from: "target" }, null) : eventsFromShortfall(run, step, away);
  }
  if (size.isZero()) return no(ask({ code: "ask-condition", text: step.step.number }, free(run)));
  return { kind: "count", steps: away.div(size), by: figure(away, dimension) };
}

/** "及时率100%…每少一次扣…": the rate tells that something is short, not how often. */
function eventsFromShortfall(run: Run, step: StepRule, away: Exact): Count {
  if (away.isZero()) return { kind: "count", steps: new Exact(0), by: "0" };
  if (step.then.kind === "nothing") return { kind: "count", steps: new Exact(1), by: "1" };
  return no(askTimes(run, step));
}

function countLate(run: Run, step: StepRule): Count {
  const { target, actual } = run.figures;
  if (actual.kind === "missing") return no(missing({ code: "missing-actual" }));
  if (actual.kind === "text" && actual.time !== undefined) {
    const late = measure(run, "late", step.step.unit);
    return late.kind === "no" ? no(late.answer) : counted(run, step, late);
  }
  if (target.kind === "date" && actual.kind === "date") {
    const days = daysLate(target, actual);
    if (days === null) return no(missing({ code: "actual-not-number", text: actual.text }));
    const unit = unitOf(step.step.unit);
    const months = unit.dimension === "months" ? monthsLate(target, actual) : null;
    if (months !== null)
      return {
        kind: "count",
        steps: months.div(new Exact(step.step.number).times(unit.factor)),
        by: `${Math.max(0, days)}天`,
      };
    return {
      kind: "count",
      steps: new Exact(Math.max(0, days)).div(
        new Exact(step.step.number).times(unit.dimension === "days" ? unit.factor : 1),
      ),
      by: `${Math.max(0, days)}天`,
    };
  }
  if (target.kind === "number" && actual.kind === "number" && ["days", "months", "hours"].includes(target.dimension))
    return countDistance(run, { ...step, direction: "over" }, null);
  return countEvents(run, step);
}

/** Whole and part steps of a time that was measured. */
function counted(run: Run, step: StepRule, time: Extract<ReturnType<typeof measure>, { kind: "value" }>): Count {
  return {
    kind: "count",
    steps: time.value.div(threshold(run, step.step, time.dimension)),
    by: time.value.isZero() ? "0" : figureText(run),
  };
}

function countBehind(run: Run, step: StepRule, anchor: Interval | null): Count {
  const place =
    run.figures.actual.kind === "rank"
      ? run.figures.actual.place
      : run.figures.actual.kind === "number"
        ? run.figures.actual.value
        : null;
  if (run.figures.actual.kind === "missing") return no(missing({ code: "missing-actual" }));
  if (place === null) return no(missing({ code: "actual-not-number", text: figureText(run) }));
  const from =
    anchor?.high?.number ??
    (run.figures.target.kind === "rank"
      ? run.figures.target.place.toString()
      : run.figures.target.kind === "number"
        ? run.figures.target.value.toString()
        : null);
  if (from === null) return no(missing({ code: "target-not-number", text: targetText(run) }));
  const behind = Exact.max(0, place.minus(from));
  return { kind: "count", steps: behind.div(step.step.number), by: `${behind.toString()}名` };
}

/**
 * Occurrences are counted by the indicator itself where it counts them, and are none where a whole (100%) was reached.
 */
/** How often the words of the cell say that what the step counts has happened: "漏补3人", "发生2起投诉". */
export function saidTimes(run: Run, step: StepRule): Exact | null {
  const { actual } = run.figures;
  if (step.what === "" || (actual.kind !== "text" && actual.kind !== "number")) return null;
  const tokens = tokenise(normaliseText(actual.text).text);
  const counted = tokens.map((token) => token.classes.get("quantity")).filter((q) => q !== undefined);
  const [only] = counted;
  const words = (text: string): string =>
    tokenise(text)
      .filter((token) => !token.classes.has("event") && !token.classes.has("quantity"))
      .map((token) => token.word)
      .join("");
  const same = words(normaliseText(actual.text).text) === words(step.what);
  if (only === undefined || counted.length > 1 || !same || !comparableUnits(String(only.unit), step.step.unit))
    return null;
  return new Exact(String(only.number));
}

function countEvents(run: Run, step: StepRule): Count {
  const { target, actual } = run.figures;
  const said = saidTimes(run, step);
  if (said !== null) return { kind: "count", steps: said.div(step.step.number), by: said.toString() };
  if (actual.kind === "missing") return no(missing({ code: "missing-actual" }));
  if (actual.kind === "echo") return no(missing({ code: "actual-echoes-target", text: actual.text }));
  if (actual.kind === "text") {
    const all = quotedBand(run, bandsOf(run.rule));
    if (/^(?:无|没有|否|未发生|未出现|零).{0,12}$/u.test(actual.text) || all?.then.kind === "full")
      return { kind: "count", steps: new Exact(0), by: "0" };
    return no(askTimes(run, step));
  }
  if (actual.kind === "number" && actual.open === null) {
    // Where other steps count what the rate is short of, these count something else.
    const apart = stepsOf(run.rule).some(
      (other) => other.direction === "short" && unitOf(other.step.unit).dimension === "rate",
    );
    const wholeReached =
      !apart &&
      unitOf(step.step.unit).dimension !== "rate" &&
      run.better !== "less" &&
      target.kind === "number" &&
      target.dimension === "rate" &&
      target.value.equals(1) &&
      actual.dimension === "rate" &&
      actual.value.gte(1);
    if (wholeReached) return { kind: "count", steps: new Exact(0), by: "0" };
    const countsThem =
      target.kind === "number" &&
      target.value.isZero() &&
      (run.better === "less" || run.sign === "=" || run.sign === "≤");
    const isCount = actual.dimension === "count" || actual.dimension === "plain";
    if (countsThem && (isCount || actual.value.isZero())) {
      if (!actual.value.isZero() && use(run, "occurrences") === "ask") return no(askTimes(run, step));
      return { kind: "count", steps: actual.value.div(step.step.number), by: actual.value.toString() };
    }
    if (
      target.kind === "number" &&
      target.dimension === "rate" &&
      actual.dimension === "count" &&
      actual.text.length <= 6
    ) {
      if (use(run, "occurrences") === "ask") return no(askTimes(run, step));
      return { kind: "count", steps: actual.value.div(step.step.number), by: actual.value.toString() };
    }
  }
  // All of what was to be done is done: nothing of it is left out.
  const leftOut =
    /未|缺|漏|少/u.test(step.what) &&
    target.kind === "number" &&
    target.value.gt(0) &&
    !["rate", "money"].includes(target.dimension) &&
    run.better !== "less";
  if (
    leftOut &&
    actual.kind === "number" &&
    actual.open === null &&
    actual.dimension === target.dimension &&
    actual.value.gte(target.value)
  )
    return { kind: "count", steps: new Exact(0), by: "0" };
  if (
    step.then.kind === "nothing" &&
    target.kind === "number" &&
    (target.dimension === "rate" || target.value.isZero())
  ) {
    const met = targetMet(run);
    if (met === "yes" || met === "no")
      return { kind: "count", steps: new Exact(met === "yes" ? 0 : 1), by: met === "yes" ? "0" : "1" };
  }
  return no(askTimes(run, step));
}

function countDone(run: Run, step: StepRule): Count {
  const actual = actualNumber(run);
  if (!isFigure(actual)) return no(actual);
  const unit = unitOf(step.step.unit);
  const { target } = run.figures;
  // "每完成10%得1分": of the target.
  if (
    unit.dimension === "rate" &&
    target.kind === "number" &&
    target.dimension === actual.dimension &&
    !target.value.isZero()
  )
    return {
      kind: "count",
      steps: actual.value.div(actual.dimension === "rate" ? 1 : target.value).div(threshold(run, step.step, "rate")),
      by: actual.text,
    };
  if (unit.dimension === "rate" && actual.dimension !== "rate")
    return no(ask({ code: "ask-unit", written: actual.text, expected: step.step.unit }, free(run)));
  return { kind: "count", steps: actual.value.div(threshold(run, step.step, actual.dimension)), by: actual.text };
}
