/** Bands as intervals: which of them a value falls into, and which one wins where several claim it. */

import type { Arm, Condition, CriterionTree, Subject } from "../tree";
import { unitOf } from "../units";
import { Exact } from "../values";
import type { Measured } from "./measure";
import { measure, threshold } from "./measure";
import type { Run } from "./run";
import { use } from "./run";
import { isAward } from "./direction";
import type { Better } from "./direction";

export interface Interval {
  readonly subject: Subject;
  readonly unit: string;
  readonly low: End | null;
  readonly high: End | null;
}

export interface End {
  readonly number: string;
  readonly unit: string;
  readonly inclusive: boolean;
  readonly explicit: boolean;
  readonly soft: boolean;
}

/** The range of a condition, with bare numbers settled by what they earn; null for conditions that are no ranges. */
export function intervalOf(
  condition: Condition,
  arm: Pick<Arm, "then">,
  better: Better,
  reaching = false,
): Interval | null {
  if (condition.kind === "range") {
    const end = (b: typeof condition.low): End | null =>
      b === null
        ? null
        : { number: b.at.number, unit: b.at.unit, inclusive: b.inclusive, explicit: b.explicit, soft: b.soft };
    return {
      subject: condition.subject,
      unit: (condition.low ?? condition.high)?.at.unit ?? "",
      low: end(condition.low),
      high: end(condition.high),
    };
  }
  if (condition.kind !== "bare") return null;
  const end: End = {
    number: condition.at.number,
    unit: condition.at.unit,
    inclusive: true,
    explicit: condition.explicit,
    soft: false,
  };
  const fewerIsGood =
    ["deviation", "overrun", "shortfall", "late", "rank"].includes(condition.subject) || better === "less";
  const upwards = isAward(arm.then) !== fewerIsGood || (reaching && !["value", "rate"].includes(condition.subject));
  return { subject: condition.subject, unit: condition.at.unit, low: upwards ? end : null, high: upwards ? null : end };
}

/** The range among the conditions of an arm. */
export function armInterval(arm: Arm, better: Better, reaching = false): Interval | null {
  const parts = arm.when.kind === "all" ? arm.when.of : [arm.when];
  for (const part of parts) {
    const interval = intervalOf(part, arm, better, reaching && isAward(arm.then));
    if (interval !== null) return interval;
  }
  return null;
}

type Value = Extract<Measured, { kind: "value" }>;

/** Whether the value lies inside; null where only a bound of the value is known and that does not settle it. */
export function contains(run: Run, interval: Interval, measured: Value): boolean | null {
  const low =
    interval.low === null
      ? null
      : threshold(run, { number: interval.low.number, unit: interval.low.unit }, measured.dimension);
  const high =
    interval.high === null
      ? null
      : threshold(run, { number: interval.high.number, unit: interval.high.unit }, measured.dimension);
  const v = measured.value;
  if (measured.open === "above") {
    if (high !== null && (v.gt(high) || (v.equals(high) && !interval.high!.inclusive))) return false;
    return high === null && (low === null || v.gte(low)) ? true : null;
  }
  if (measured.open === "below") {
    if (low !== null && (v.lt(low) || (v.equals(low) && !interval.low!.inclusive))) return false;
    return low === null && (high === null || v.lte(high)) ? true : null;
  }
  const inLow = low === null || v.gt(low) || (v.equals(low) && includes(run, interval.low!));
  const inHigh = high === null || v.lt(high) || (v.equals(high) && includes(run, interval.high!));
  return inLow && inHigh;
}

/** Whether the actual lies on the good side of the whole interval. */
export function clears(run: Run, interval: Interval, less: boolean): boolean {
  const measured = measure(run, interval.subject, interval.unit);
  const end = less ? interval.low : interval.high;
  if (measured.kind === "no" || measured.open !== null || end === null) return false;
  const bound = threshold(run, { number: end.number, unit: end.unit }, measured.dimension);
  return less ? measured.value.lte(bound) : measured.value.gte(bound);
}

function includes(run: Run, end: End): boolean {
  return end.soft ? use(run, "bound-words") === "inclusive" : end.inclusive;
}

/** One band that claims the value, with its marks. */
export interface Claim {
  readonly index: number;
  readonly interval: Interval;
  readonly marks: Exact | null;
}

/** The winner among bands that claim the value; null where two overlap and nothing tells them apart. */
export function winner(run: Run, claims: readonly Claim[], measured: Value): Claim | null {
  const narrow = claims.filter((c) => !claims.some((other) => other !== c && nested(other.interval, c.interval)));
  if (narrow.length <= 1) return narrow[0] ?? null;
  const atBound = narrow.filter((c) => boundAt(run, c.interval, measured) !== null);
  if (atBound.length === 0) return agree(narrow) ? narrow[0]! : null;
  const inside = narrow.filter((c) => boundAt(run, c.interval, measured) === null);
  if (inside.length > 0)
    return inside.length === 1 &&
      atBound.every((c) => c.marks !== null && inside[0]!.marks !== null && c.marks.equals(inside[0]!.marks!))
      ? inside[0]!
      : agree(narrow)
        ? narrow[0]!
        : null;
  const said = atBound.filter((c) => boundAt(run, c.interval, measured)!.explicit);
  if (said.length === 1) return said[0]!;
  const ranked = [...(said.length > 0 ? said : atBound)].sort((a, b) =>
    (b.marks ?? new Exact(0)).comparedTo(a.marks ?? new Exact(0)),
  );
  return use(run, "shared-bound") === "higher" ? ranked[0]! : ranked.at(-1)!;
}

function agree(claims: readonly Claim[]): boolean {
  const [first] = claims;
  return (
    first !== undefined && first.marks !== null && claims.every((c) => c.marks !== null && c.marks.equals(first.marks!))
  );
}

function boundAt(run: Run, interval: Interval, measured: Value): End | null {
  for (const end of [interval.low, interval.high]) {
    if (
      end !== null &&
      threshold(run, { number: end.number, unit: end.unit }, measured.dimension).equals(measured.value)
    )
      return end;
  }
  return null;
}

/** Whether the first interval lies strictly within the second (90%以上 within 80%以上). */
function nested(inner: Interval, outer: Interval): boolean {
  const low = compareEnds(inner.low, outer.low, -1);
  const high = compareEnds(inner.high, outer.high, 1);
  return (
    low >= 0 &&
    high <= 0 &&
    (low > 0 || high < 0) &&
    !(inner.low === null && outer.low !== null) &&
    !(inner.high === null && outer.high !== null)
  );
}

function compareEnds(a: End | null, b: End | null, missing: -1 | 1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? missing : -missing;
  return inBase(a).comparedTo(inBase(b));
}

/** 1万人次 and 8000人次 compare as what they are. */
function inBase(end: End): Exact {
  return new Exact(end.number).times(unitOf(end.unit).factor);
}

/** The deviations a criterion names in percent, as fractions: a target that is one of them is itself a deviation. */
export function deviationsIn(tree: CriterionTree): readonly Exact[] {
  return tree.statements
    .flatMap((s) =>
      s.kind === "arm" && s.when.kind === "range" && s.when.subject === "deviation" ? [s.when.low, s.when.high] : [],
    )
    .flatMap((end) => (end?.at.unit === "%" ? [new Exact(end.at.number).times("0.01")] : []));
}

/** All thresholds in percent that a criterion compares with, as fractions. */
export function ratesIn(tree: CriterionTree): readonly Exact[] {
  const rates: Exact[] = [];
  const visit = (condition: Condition): void => {
    if (condition.kind === "all") condition.of.forEach(visit);
    else if (condition.kind === "bare" && condition.at.unit === "%" && condition.subject !== "deviation")
      rates.push(new Exact(condition.at.number).times("0.01"));
    else if (
      condition.kind === "range" &&
      !["deviation", "overrun", "shortfall", "change"].includes(condition.subject)
    ) {
      for (const end of [condition.low, condition.high])
        if (end?.at.unit === "%") rates.push(new Exact(end.at.number).times("0.01"));
    }
  };
  for (const statement of tree.statements) {
    if (statement.kind === "arm") visit(statement.when);
    if (statement.kind === "step" && statement.when !== null) visit(statement.when);
  }
  return rates;
}
