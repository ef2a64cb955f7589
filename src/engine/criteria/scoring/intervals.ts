/** Bands as intervals: whether a value falls into one, and which one wins where several claim it. */

import type { Measure } from "../tree";
import { unitOf } from "../../language";
import { Exact } from "../exact";
import type { End, Test } from "../rule/rule";
import type { MeasuredValue } from "./measure";
import { threshold } from "./measure";
import type { Run } from "./run";
import { use } from "./run";

export interface Interval {
  readonly measure: Measure;
  readonly unit: string;
  readonly low: End | null;
  readonly high: End | null;
}

/** Measures of which less is better, whatever the indicator. */
const DISTANCES: readonly Measure[] = ["deviation", "overrun", "shortfall", "late", "rank"];

/** The interval of a test; a number alone is settled by what it earns and which way is better. Null for other tests. */
export function intervalOf(test: Test, better: "more" | "less" | null, reaching = false): Interval | null {
  if (test.kind === "interval")
    return { measure: test.measure, unit: (test.low ?? test.high)?.unit ?? "", low: test.low, high: test.high };
  if (test.kind === "all" || test.kind === "any") {
    for (const part of test.of) {
      const found = intervalOf(part, better, reaching);
      if (found !== null) return found;
    }
    return null;
  }
  return test.kind === "reached" ? reachedInterval(test, better, reaching) : null;
}

/** A number alone: from it upwards or downwards, by what it earns and which way is better. */
function reachedInterval(
  test: Extract<Test, { kind: "reached" }>,
  better: "more" | "less" | null,
  reaching: boolean,
): Interval {
  const distance = DISTANCES.includes(test.measure);
  const fewerIsGood = distance || better === "less";
  const upwards =
    test.good !== fewerIsGood ||
    (reaching && test.good && distance && test.measure !== "late" && test.measure !== "rank");
  return {
    measure: test.measure,
    unit: test.at.unit,
    low: upwards ? test.at : null,
    high: upwards ? null : test.at,
  };
}

const bound = (run: Run, end: End, measured: MeasuredValue): Exact =>
  threshold(run, { number: end.number, unit: end.unit }, measured.dimension);

/** An end of an interval and on which side of it the value lies: below 0 under it, 0 on it, above 0 over it. */
interface Against {
  readonly end: End;
  readonly order: number;
}

function against(run: Run, end: End | null, measured: MeasuredValue): Against | null {
  return end === null ? null : { end, order: measured.value.comparedTo(bound(run, end, measured)) };
}

/** Whether the value lies inside; null where only a bound of the value is known and that does not settle it. */
export function contains(run: Run, interval: Interval, measured: MeasuredValue): boolean | null {
  const low = against(run, interval.low, measured);
  const high = against(run, interval.high, measured);
  if (measured.open === "above") return containsMore(low, high);
  if (measured.open === "below") return containsLess(low, high);
  const inLow = low === null || low.order > 0 || (low.order === 0 && includes(run, low.end));
  const inHigh = high === null || high.order < 0 || (high.order === 0 && includes(run, high.end));
  return inLow && inHigh;
}

/** Of a value that is at least the one given. */
function containsMore(low: Against | null, high: Against | null): boolean | null {
  if (high !== null) return high.order > 0 || (high.order === 0 && !high.end.inclusive) ? false : null;
  return low === null || low.order >= 0 ? true : null;
}

/** Of a value that is at most the one given. */
function containsLess(low: Against | null, high: Against | null): boolean | null {
  if (low !== null) return low.order < 0 || (low.order === 0 && !low.end.inclusive) ? false : null;
  return high === null || high.order <= 0 ? true : null;
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
export function winner(run: Run, claims: readonly Claim[], measured: MeasuredValue): Claim | null {
  const narrow = claims.filter((c) => !claims.some((other) => other !== c && nested(other.interval, c.interval)));
  if (narrow.length <= 1) return narrow[0] ?? null;
  const atBound = narrow.filter((c) => boundAt(run, c.interval, measured) !== null);
  if (atBound.length === 0) return agree(narrow) ? narrow[0]! : null;
  const inside = narrow.filter((c) => boundAt(run, c.interval, measured) === null);
  if (inside.length > 0) {
    const settled =
      inside.length === 1 &&
      atBound.every((c) => c.marks !== null && inside[0]!.marks !== null && c.marks.equals(inside[0]!.marks));
    return settled ? inside[0]! : agree(narrow) ? narrow[0]! : null;
  }
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

function boundAt(run: Run, interval: Interval, measured: MeasuredValue): End | null {
  for (const end of [interval.low, interval.high])
    if (end !== null && bound(run, end, measured).equals(measured.value)) return end;
  return null;
}

/** Whether the first interval lies strictly within the second (90%以上 within 80%以上). */
export function nested(inner: Interval, outer: Interval): boolean {
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
  const order = inBase(a).comparedTo(inBase(b));
  if (order !== 0 || a.soft || b.soft || a.inclusive === b.inclusive) return order;
  // "大于0" lies within "0以上": an end that does not belong to it stands further in.
  return a.inclusive ? missing : -missing;
}

/** 1万人次 and 8000人次 compare as what they are. */
export function inBase(end: End): Exact {
  return new Exact(end.number).times(unitOf(end.unit).factor);
}

/** Whether the value lies at the good side of the whole interval. */
export function clears(run: Run, interval: Interval, measured: MeasuredValue, less: boolean): boolean {
  const end = less ? interval.low : interval.high;
  if (measured.open !== null || end === null) return false;
  return less ? measured.value.lte(bound(run, end, measured)) : measured.value.gte(bound(run, end, measured));
}
