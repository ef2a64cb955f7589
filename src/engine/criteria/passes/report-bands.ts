/** Do the bands meet: no gap between them, none claimed twice, marks in the order of the bands? */

import { bandsOf } from "../rule/rule";
import type { End, PlacedBand } from "../rule/rule";
import { Exact } from "../exact";
import { intervalOf } from "../scoring/intervals";
import type { Interval } from "../scoring/intervals";
import { unitOf } from "../../language";
import { shareOf } from "../scoring/marks";
import type { Outcome } from "../tree";
import type { Diagnostic } from "./diagnostic";
import { finding } from "./pass";
import type { Pass } from "./pass";

interface Band {
  readonly arm: PlacedBand;
  readonly interval: Interval;
  readonly worth: Exact | null;
}

export const reportBands: Pass = (compiled) => {
  // What was not read may be the very band that seems to be missing: nothing is concluded past it.
  if (compiled.rule.statements.some(({ kind }) => kind === "residue")) return [];
  const arms = bandsOf(compiled.rule).filter((b) => b.role !== "extra");
  const bands = arms.flatMap((arm): Band[] => {
    const interval = intervalOf(arm.when, compiled.better);
    return interval === null ? [] : [{ arm, interval, worth: worth(arm.then) }];
  });
  if (bands.length < 2 || new Set(bands.map((b) => `${b.interval.measure}${b.interval.unit}`)).size > 1) return [];
  const open = compiled.rule.statements.some(
    (s) => s.kind === "step" || (s.kind === "band" && ["otherwise", "all", "target", "any"].includes(s.when.kind)),
  );
  const bounds = [
    ...new Set(bands.flatMap((b) => [b.interval.low, b.interval.high].flatMap((e) => (e === null ? [] : [e.number])))),
  ].sort((a, b) => new Exact(a).comparedTo(b));
  const found: Diagnostic[] = [];
  for (let i = 0; i + 1 < bounds.length; i += 1) {
    const middle = new Exact(bounds[i]!).plus(bounds[i + 1]!).div(2);
    const inside = bands.filter((b) => holds(b.interval, middle));
    const where = {
      from: `${bounds[i]!}${bands[0]!.interval.unit}`,
      to: `${bounds[i + 1]!}${bands[0]!.interval.unit}`,
    };
    if (inside.length === 0 && !open && !(next(bounds[i]!, bounds[i + 1]!) && countsWhole(bands[0]!.interval))) {
      found.push(
        finding(
          compiled,
          next(bounds[i]!, bounds[i + 1]!) ? "hint" : "error",
          { code: "criterion-gap", ...where },
          edge(bands, bounds[i]!),
        ),
      );
    }
    for (const [a, b] of crossing(inside)) {
      found.push(
        finding(
          compiled,
          "error",
          {
            code: "criterion-overlap",
            first: compiled.source.text.slice(a.arm.span.start, a.arm.span.end),
            second: compiled.source.text.slice(b.arm.span.start, b.arm.span.end),
          },
          b.arm.span,
        ),
      );
    }
  }
  for (const bound of bounds) {
    const claimed = bands.filter((b) => holds(b.interval, new Exact(bound)) && ends(b.interval, bound).length > 0);
    const said = claimed.some((b) => ends(b.interval, bound).some((e) => e.explicit));
    const apart = claimed.filter((b) => !bands.some((other) => other !== b && within(other.interval, b.interval)));
    if (apart.length > 1 && !said)
      found.push(
        finding(
          compiled,
          "hint",
          { code: "criterion-shared-bound", at: `${bound}${bands[0]!.interval.unit}` },
          apart[1]!.arm.span,
        ),
      );
    if (bands.every((b) => !holds(b.interval, new Exact(bound))) && !open)
      found.push(
        finding(
          compiled,
          bands[0]!.interval.measure === "change" ? "hint" : "error",
          {
            code: "criterion-gap",
            from: `${bound}${bands[0]!.interval.unit}`,
            to: `${bound}${bands[0]!.interval.unit}`,
          },
          edge(bands, bound),
        ),
      );
  }
  return found;
};

/** Whether the two are whole numbers that follow one another. */
function next(low: string, high: string): boolean {
  return new Exact(low).isInteger() && new Exact(high).minus(low).equals(1);
}

/** Things that are counted and places in a ranking have no fractions: between 1 and 2 there is nothing. */
function countsWhole(interval: Interval): boolean {
  return interval.measure === "rank" || unitOf(interval.unit).dimension === "count";
}

function worth(outcome: Outcome): Exact | null {
  switch (outcome.kind) {
    case "full":
      return new Exact(1e9);
    case "points":
      return new Exact(outcome.points);
    case "share":
      return shareOf(outcome.share);
    case "nothing":
      return new Exact(0);
    default:
      return null;
  }
}

function holds(interval: Interval, value: Exact): boolean {
  const low =
    interval.low === null ||
    value.gt(interval.low.number) ||
    (interval.low.inclusive && value.equals(interval.low.number));
  const high =
    interval.high === null ||
    value.lt(interval.high.number) ||
    (interval.high.inclusive && value.equals(interval.high.number));
  return low && high;
}

function ends(interval: Interval, bound: string): readonly End[] {
  return [interval.low, interval.high].filter((e): e is End => e !== null && e.number === bound);
}

function within(inner: Interval, outer: Interval): boolean {
  const low =
    outer.low === null ? inner.low !== null : inner.low !== null && new Exact(inner.low.number).gte(outer.low.number);
  const high = outer.high === null ? true : inner.high !== null && new Exact(inner.high.number).lte(outer.high.number);
  const lowOk = outer.low === null || low;
  const smaller =
    (outer.low === null && inner.low !== null) ||
    (outer.high === null && inner.high !== null) ||
    inner.low?.number !== outer.low?.number ||
    inner.high?.number !== outer.high?.number;
  return lowOk && high && smaller;
}

/** Pairs that cross without one lying within the other. */
function crossing(bands: readonly Band[]): readonly (readonly [Band, Band])[] {
  const pairs: (readonly [Band, Band])[] = [];
  bands.forEach((a, i) =>
    bands.slice(i + 1).forEach((b) => {
      const same = a.worth !== null && b.worth !== null && a.worth.equals(b.worth);
      if (!within(a.interval, b.interval) && !within(b.interval, a.interval) && !same) pairs.push([a, b]);
    }),
  );
  return pairs;
}

function edge(bands: readonly Band[], bound: string): { start: number; end: number } | undefined {
  return bands.find((b) => ends(b.interval, bound).length > 0)?.arm.span;
}
