/**
 * Steps that cost differently in different stretches: "少5篇以内的每少1篇扣0.4分，少5篇以上的部分每少1篇扣1分". Whether each
 * stretch counts for itself or the last one for the whole the texts seldom say: both are worked out, and where they
 * differ a person says which.
 */

import { unitOf } from "../../language";
import { Exact } from "../exact";
import type { PlacedStep } from "../rule/rule";
import type { Measure } from "../tree";
import { intervalOf } from "./intervals";
import type { Interval } from "./intervals";
import { free, threshold } from "./measure";
import type { MeasuredValue } from "./measure";
import type { Answer, Run } from "./run";
import { ask, choice, missing, score } from "./run";
import { bounded, cost } from "./times";

/** Measures that say by how much the target was missed: they are counted from nothing. */
const DISTANCES: readonly Measure[] = ["shortfall", "overrun", "deviation", "late"];

export const isDistance = (measure: Measure): boolean => DISTANCES.includes(measure);

interface Tier {
  readonly step: PlacedStep;
  readonly interval: Interval;
}

/** The stretches, where a rule has several of one measure, counted the same way; null where it has not. */
export function tiersOf(run: Run, steps: readonly PlacedStep[]): readonly Tier[] | null {
  const told = steps.flatMap((step): readonly Tier[] => {
    const interval = step.region === null ? null : intervalOf(step.region, run.better);
    return interval === null || !takes(step) ? [] : [{ step, interval }];
  });
  const tiers = [...before(told, steps), ...told];
  const [first] = tiers;
  const alike = tiers.every(
    ({ step, interval }) =>
      step.direction === first!.step.direction &&
      interval.measure === first!.interval.measure &&
      ["short", "over", "away", "late"].includes(step.direction),
  );
  return tiers.length > 1 && alike ? tiers : null;
}

const takes = ({ then }: PlacedStep): boolean => then.kind === "minus" || then.kind === "minus-share";

/** "每低1个百分点扣0.5分，低于93%的每低1个百分点扣1分": the step of no stretch is that of all that lies before the only one. */
function before(told: readonly Tier[], steps: readonly PlacedStep[]): readonly Tier[] {
  const [only, other] = told;
  if (only === undefined || other !== undefined) return [];
  const { low, high } = only.interval;
  const general = steps.find((s) => s.region === null && s.direction === only.step.direction && takes(s));
  if (general === undefined || (low === null) === (high === null)) return [];
  return [{ step: general, interval: { ...only.interval, low: high, high: low } }];
}

/**
 * The marks from `base` by the stretches up to the measured value. `from` is the end of the band that earns the base,
 * where what is measured is no distance from the target already.
 */
export function tiered(
  run: Run,
  tiers: readonly Tier[],
  active: PlacedStep,
  measured: MeasuredValue,
  base: Exact | null,
  from: Interval["low"],
): Answer {
  if (base === null) return missing({ code: "missing-points" });
  const unknown = ask({ code: "ask-tiers" }, free(run));
  const falling = active.direction === "short" && !isDistance(measured.of);
  const start = startOf(run, measured, from);
  const each = cost(run, active.then);
  if (start === null || each === null || measured.open !== null) return unknown;
  // "其中高出3个百分点以上的部分": what ends before the steps begin speaks of something else than the figure.
  const ends = tiers.flatMap(({ interval: { low, high } }) => [low, high]).filter((end) => end !== null);
  const isBeyond = (end: NonNullable<Interval["low"]>): boolean =>
    falling ? threshold(run, end, measured.dimension).gt(start) : threshold(run, end, measured.dimension).lt(start);
  if (ends.some(isBeyond)) return unknown;
  const size = (step: PlacedStep): Exact | null =>
    unitOf(step.step.unit).dimension === measured.dimension || step.step.unit === ""
      ? threshold(run, step.step, measured.dimension)
      : null;
  const counted = (step: PlacedStep, length: Exact): Exact => {
    const steps = length.div(size(step)!);
    return cost(run, step.then)!.times(
      step.parts === "up" ? steps.ceil() : step.parts === "exact" ? steps : steps.floor(),
    );
  };
  if (tiers.some(({ step }) => size(step)?.gt(0) !== true || cost(run, step.then) === null)) return unknown;
  const away = falling ? start.minus(measured.value) : measured.value.minus(start);
  const whole = bounded(run, active.bounds, base, counted(active, Exact.max(0, away)));
  const parts = tiers.reduce(
    (sum, { step, interval }) => sum.plus(counted(step, within(run, interval, measured, start, falling))),
    new Exact(0),
  );
  const apart = bounded(run, active.bounds, base, parts);
  if (apart.equals(whole)) {
    run.applied.push(active);
    run.steps.push({ code: "step-tiers", marks: whole.toDecimalPlaces(2).toString() });
    return score(whole);
  }
  return ask({ code: "ask-tiers" }, [
    choice({ code: "choice-tiers-apart" }, apart),
    choice({ code: "choice-tiers-whole" }, whole),
  ]);
}

/** From where the stretches run: nothing for a distance, else the end of the band that earns the base. */
function startOf(run: Run, measured: MeasuredValue, from: Interval["low"]): Exact | null {
  if (isDistance(measured.of)) return new Exact(0);
  return from === null ? null : threshold(run, from, measured.dimension);
}

/** How much of the way from the start to the measured value lies in a stretch. */
function within(run: Run, interval: Interval, measured: MeasuredValue, start: Exact, falling: boolean): Exact {
  const end = (one: Interval["low"]): Exact | null => (one === null ? null : threshold(run, one, measured.dimension));
  const [low, high] = [end(interval.low), end(interval.high)];
  const [bottom, top] = falling ? [measured.value, start] : [start, measured.value];
  const lower = low === null ? bottom : Exact.max(low, bottom);
  const upper = high === null ? top : Exact.min(high, top);
  return Exact.max(0, upper.minus(lower));
}
