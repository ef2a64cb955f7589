/** Steps that count what happened, beside a figure that is a number of happenings. */

import { comparable, unitOf } from "../../language";
import { Exact } from "../exact";
import { isAward, stepsOf } from "../rule/rule";
import type { PlacedBand, PlacedStep } from "../rule/rule";
import { timesBeside } from "./beside";
import { measuredFor, numeric } from "./choose-band";
import type { Truths } from "./choose-band";
import { countsHappenings } from "./count-events";
import { give } from "./give";
import { exempts } from "./implied-facts";
import { contains, intervalOf } from "./intervals";
import type { Interval } from "./intervals";
import { marksOf } from "./marks";
import { free } from "./measure";
import { ask, missing, score } from "./run";
import type { Answer, Run } from "./run";
import { eventsSaid, timesTold } from "./said-events";
import { applyStep, baseOf } from "./steps";

/** The band that gives most, the anchor of steps and proportions. */
export function bestBand(run: Run, bands: readonly PlacedBand[]): PlacedBand | null {
  const awards = bands.filter((b) => isAward(b.then) && b.then.kind !== "proportion" && b.when.kind !== "otherwise");
  const rank = (b: PlacedBand): Exact =>
    marksOf(run, b.then) ?? (b.then.kind === "full" ? new Exact(Infinity) : new Exact(0));
  return awards.reduce<PlacedBand | null>((best, b) => (best === null || rank(b).gt(rank(best)) ? b : best), null);
}

/** "2次" given for a rate, or a count of what went wrong: the occurrences themselves, where the steps count them. */
export function occurrences(run: Run, bands: readonly PlacedBand[], truths: Truths): Answer | null {
  const steps = stepsOf(run.rule);
  const counted = steps.every((s) => s.direction === "event" || (s.direction === "late" && eventsSaid(run) !== null));
  if (steps.length === 0 || !counted) return null;
  const best = bestBand(
    run,
    bands.filter(({ when }) => when.kind !== "fact" || !exempts(run, when)),
  );
  const anchor = best === null ? null : intervalOf(best.when, run.better);
  const exempted = bands.find((b) => b !== best && inWords(b) && truths.get(b)?.kind === "yes");
  if (exempted !== undefined) return give(run, exempted, baseOf(run, best), null);
  if (countsHappenings(run, steps) && bands.every((b) => b.role !== "extra" && isAward(b.then)))
    return runSteps(run, steps, baseOf(run, best), anchor);
  if (best === null || !numeric(best.when)) return null;
  const ofRate = countForRate(run);
  if (!ofRate && !countOfMishaps(run, anchor)) return null;
  const band = leastOf(
    run,
    bands.filter((b) => b !== best && countsTo(run, b)),
  );
  return band === undefined
    ? runSteps(run, steps, baseOf(run, best), ofRate ? anchor : null)
    : give(run, band, baseOf(run, best), null);
}

/** "出现2次的扣4分，3次以上的不得分" beside three: of bands that hold, the one that leaves the least. */
const leastOf = (run: Run, bands: readonly PlacedBand[]): PlacedBand | undefined =>
  [...bands].sort((a, b) => (marksOf(run, a.then) ?? new Exact(0)).comparedTo(marksOf(run, b.then) ?? 0))[0];

/** "主动整改的不扣分": what earns marks by words, whatever was counted. */
export const inWords = ({ when, then }: PlacedBand): boolean =>
  isAward(then) && (when.kind === "fact" || (when.kind === "all" && when.of.every(({ kind }) => kind === "fact")));

/** "出现3起以上不得分" beside "3起" where the target is a rate: the band speaks of what was counted. */
function countsTo(run: Run, { when }: PlacedBand): boolean {
  const interval = intervalOf(when, run.better);
  if (interval === null || unitOf(interval.unit).dimension !== "count") return false;
  const measured = measuredFor(run, { ...interval, measure: "value" });
  return measured !== null && contains(run, interval, measured) === true;
}

/** "2次" where the target is a rate. */
function countForRate(run: Run): boolean {
  const { actual, target } = run.figures;
  return (
    actual.kind === "number" && target.kind === "number" && actual.dimension === "count" && target.dimension === "rate"
  );
}

/** A count of what should not happen at all, beside bands that measure something else. */
function countOfMishaps(run: Run, anchor: Interval | null): boolean {
  const { actual, target } = run.figures;
  return (
    actual.kind === "number" &&
    target.kind === "number" &&
    target.value.isZero() &&
    target.dimension !== "rate" &&
    actual.dimension !== "rate" &&
    anchor !== null &&
    !comparable(unitOf(anchor.unit).dimension, actual.dimension)
  );
}

/** "迟报一次扣0.5分" counts what happened, as "漏报一次扣1分" does. */
const countsTimes = ({ direction, step }: PlacedStep): boolean =>
  direction === "event" || (direction === "late" && unitOf(step.unit).dimension === "count");

export function runSteps(run: Run, steps: readonly PlacedStep[], base: Exact | null, anchor: Interval | null): Answer {
  if (base === null) return missing({ code: "missing-points" });
  const { actual, target } = run.figures;
  // What leaves nothing was: how often anything else was need not be known.
  const grave = steps.find((s) => s.then.kind === "nothing" && timesTold(run, s)?.gt(0) === true);
  if (grave !== undefined) return applyStep(run, grave, base, anchor);
  const kinds = new Set(steps.filter(countsTimes).map((s) => (s.direction === "late" ? "延迟" : s.what)));
  // One number cannot tell how many of each kind there were.
  if (
    kinds.size > 1 &&
    eventsSaid(run) === null &&
    !steps.every((s) => !countsTimes(s) || timesBeside(run, s) !== null) &&
    actual.kind === "number" &&
    !actual.value.isZero() &&
    target.kind === "number" &&
    target.value.isZero()
  )
    return ask({ code: "ask-occurrences", event: [...kinds].join("、") }, free(run));
  let marks = base;
  for (const step of steps) {
    const answer = applyStep(run, step, marks, anchor);
    if (answer.kind !== "score") return answer;
    marks = answer.value;
  }
  return score(marks);
}
