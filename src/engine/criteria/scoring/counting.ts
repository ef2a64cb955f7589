/** How many steps an actual is away from where the steps are counted. */

import { unitOf } from "../../language";
import { Exact } from "../exact";
import { countsCheckpoints } from "../rule/checkpoints";
import { stepsOf } from "../rule/rule";
import type { StepRule } from "../rule/rule";
import { TIMES } from "./amounts";
import { checkpointsListed, checkpointsMet } from "./checkpoints";
import { comparableUnits, exactly, no, ownSize, times } from "./count";
import type { Count } from "./count";
import { countBehind, countDistance } from "./count-distance";
import { countEvents } from "./count-events";
import { daysLate, monthsLate } from "./dates";
import { daysBehind } from "./measured-time";
import type { Interval } from "./intervals";
import { actualNumber, free, isFigure, measure, threshold } from "./measure";
import { figureText } from "./met";
import type { Run } from "./run";
import { ask, missing } from "./run";
import { eventsSaid } from "./said-events";
import { askTimes } from "./times";

/** The number of steps in their stretch, from `anchor` (the band that earns the base marks) or the target. */
export function countSteps(run: Run, step: StepRule, anchor: Interval | null): Count {
  const all = countAll(run, step, anchor);
  if (all.kind === "no" || step.stretch === undefined) return all;
  const { after, upTo, spared } = step.stretch;
  const size = new Exact(step.step.number);
  const most = upTo === null ? all.steps : Exact.min(all.steps, new Exact(upTo).div(size));
  const by = spared === true ? `${all.by}（前 ${after} ${step.step.unit}不扣）` : all.by;
  return { ...all, steps: Exact.max(0, most.minus(new Exact(after).div(size))), by };
}

function countAll(run: Run, step: StepRule, anchor: Interval | null): Count {
  if (isDelay(run, step)) return countLate(run, step, allowed(run, step, anchor));
  const points = countsCheckpoints(step) ? countPoints(run, step) : null;
  if (points !== null) return points;
  const gap = countGap(run, step);
  if (gap !== null) return gap;
  switch (step.direction) {
    case "away":
      return countDaysApart(run, step) ?? countDistance(run, step, anchor);
    case "short":
    case "over":
      return countDistance(run, step, anchor);
    case "late":
      return countLate(run, step);
    case "early":
      return countTime(run, step, "early");
    case "behind":
      return countBehind(run, step, anchor);
    case "event":
      return countEvents(run, step);
    case "done":
      return countDone(run, step);
  }
}

/** "交货期后10日内不扣分；超过10日的，每超1日": how much of a delay costs nothing, in the base of its dimension. */
function allowed(run: Run, step: StepRule, anchor: Interval | null): Exact {
  const free = anchor?.high ?? null;
  const { dimension } = unitOf(step.step.unit);
  const same = free !== null && step.region?.kind === "interval" && step.region.low?.number === free.number;
  return same && unitOf(free.unit).dimension === dimension ? threshold(run, free, dimension) : new Exact(0);
}

/** The points that were met, or were not; null where the text lists none, or the cell tells of none. */
function countPoints(run: Run, step: StepRule): Count | null {
  const [met, listed] = [checkpointsMet(run), checkpointsListed(run)];
  if (met !== null) return times(step, step.direction === "done" ? met : listed.minus(met));
  const { actual } = run.figures;
  const beyond = !listed.isZero() && actual.kind === "number" && actual.value.gt(listed);
  return beyond ? no(ask({ code: "ask-condition", text: actual.text }, free(run))) : null;
}

/** "每超1天", "每差1天" beside a date is a delay. */
function isDelay(run: Run, step: StepRule): boolean {
  const { target, actual } = run.figures;
  return (
    (step.direction === "over" || (step.direction === "short" && target.kind === "date")) &&
    (target.kind === "date" || (actual.kind === "text" && actual.time !== undefined)) &&
    TIMES.includes(unitOf(step.step.unit).dimension)
  );
}

/** How much less or more than was to be, where the cell says so in words; null where it does not. */
function countGap(run: Run, step: StepRule): Count | null {
  const { actual } = run.figures;
  if (actual.kind !== "text" || actual.gap === undefined) return null;
  const { number, unit, way } = actual.gap;
  if (!comparableUnits(unit, step.step.unit)) return null;
  if (step.direction === "event" || step.direction === "late") {
    // "资料缺失一项扣1分" beside "缺2项"; of anything else that happens, what is short says nothing.
    // Where another step counts all that is missing, this one counts some of it.
    const apart = stepsOf(run.rule).some((other) => other !== step && other.direction === "short");
    if (way !== "short" || !/缺|少|漏|未/u.test(step.what) || apart) return null;
  } else if (way !== step.direction) return exactly(0);
  const steps = new Exact(number).times(unitOf(unit).factor).div(ownSize(step));
  return { kind: "count", steps, by: `${number}${unit}` };
}

function countLate(run: Run, step: StepRule, costless = new Exact(0)): Count {
  const { actual } = run.figures;
  if (actual.kind === "missing") return no(missing({ code: "missing-actual" }));
  if (comparableUnits(step.step.unit, "次") && eventsSaid(run) !== null) return countEvents(run, step);
  if (actual.kind === "text" && actual.time !== undefined) return countTime(run, step, "late", costless);
  return countDaysLate(run, step, costless) ?? countTimeOver(run, step) ?? countEvents(run, step);
}

/** The steps between two dates; null for other figures. */
function countDaysLate(run: Run, step: StepRule, costless: Exact): Count | null {
  const { target, actual } = run.figures;
  if (target.kind !== "date" || actual.kind !== "date") return null;
  const days = daysBehind(run, target, actual, step.step.unit);
  if (days === null) return no(missing({ code: "actual-not-number", text: actual.text }));
  const { dimension, factor } = unitOf(step.step.unit);
  const late = Exact.max(0, new Exact(days).minus(dimension === "days" ? costless : 0));
  const by = `${late.toString()}天`;
  const months = dimension === "months" ? monthsLate(target, actual) : null;
  if (months !== null) return { kind: "count", steps: months.div(ownSize(step)), by };
  const size = new Exact(step.step.number).times(dimension === "days" ? factor : 1);
  return { kind: "count", steps: late.div(size), by };
}

/** The days between two dates, whichever is the later; null for other figures and other steps. */
function countDaysApart(run: Run, step: StepRule): Count | null {
  const { target, actual } = run.figures;
  if (target.kind !== "date" || actual.kind !== "date" || unitOf(step.step.unit).dimension !== "days") return null;
  const days = daysLate(target, actual);
  if (days === null) return no(missing({ code: "actual-not-number", text: actual.text }));
  const apart = new Exact(days).abs();
  return { kind: "count", steps: apart.div(ownSize(step)), by: `${apart.toString()}天` };
}

/** The steps between two stretches of time; null for other figures. */
function countTimeOver(run: Run, step: StepRule): Count | null {
  const { target, actual } = run.figures;
  if (target.kind !== "number" || actual.kind !== "number" || !TIMES.includes(target.dimension)) return null;
  // "11个月" of twelve, where more of them is better: that one was late, or was left out, is not told.
  if (run.better === "more" && actual.value.lt(target.value)) return no(askTimes(run, step));
  return countDistance(run, { ...step, direction: "over" }, null);
}

/** Whole and part steps of a time that was measured. */
function countTime(run: Run, step: StepRule, of: "early" | "late", costless = new Exact(0)): Count {
  const time = measure(run, of, step.step.unit);
  if (time.kind === "no") return no(time.answer);
  return {
    kind: "count",
    steps: Exact.max(0, time.value.minus(costless)).div(threshold(run, step.step, time.dimension)),
    by: time.value.isZero() ? "0" : (writtenTime(run) ?? figureText(run)),
  };
}

/** How long the words of the cell say that it was. */
function writtenTime({ figures: { actual } }: Run): string | null {
  return actual.kind === "text" ? (actual.time?.amount?.written ?? null) : null;
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
