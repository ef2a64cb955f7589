/** Do the bands meet: no gap between them, none claimed twice, marks in the order of the bands? */

import { bandsOf } from "../rule/rule";
import type { End, PlacedBand, ScoreRule } from "../rule/rule";
import type { CompiledCriterion } from "../compile";
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

/** The bands of one quantity, and whether something else may speak where none of them does. */
interface Ladder {
  readonly compiled: CompiledCriterion;
  readonly bands: readonly Band[];
  readonly first: Band;
  readonly open: boolean;
}

export const reportBands: Pass = (compiled) => {
  // What was not read may be the very band that seems to be missing: nothing is concluded past it.
  if (compiled.rule.statements.some(({ kind }) => kind === "residue")) return [];
  const bands = bandsOf(compiled.rule)
    .filter((b) => b.role !== "extra")
    .flatMap((arm): Band[] => {
      const interval = intervalOf(arm.when, compiled.better);
      return interval === null ? [] : [{ arm, interval, worth: worth(arm.then) }];
    });
  const [first] = bands;
  if (first === undefined || bands.length < 2 || new Set(bands.map(scaleOf)).size > 1) return [];
  const bounds = [
    ...new Set(bands.flatMap((b) => [b.interval.low, b.interval.high].flatMap((e) => (e === null ? [] : [e.number])))),
  ].sort((a, b) => new Exact(a).comparedTo(b));
  const ladder: Ladder = { compiled, bands, first, open: isOpen(compiled.rule) };
  return [
    ...bounds.slice(1).flatMap((high, i) => betweenBounds(ladder, bounds[i]!, high)),
    ...bounds.flatMap((bound) => atBound(ladder, bound)),
  ];
};

const scaleOf = ({ interval }: Band): string => `${interval.measure}${interval.unit}`;

/** Whether something else may speak where no band does. */
function isOpen(rule: ScoreRule): boolean {
  return rule.statements.some(
    (s) => s.kind === "step" || (s.kind === "band" && ["otherwise", "all", "target", "any"].includes(s.when.kind)),
  );
}

/** A gap between two bounds that follow one another, or bands that both claim what lies there. */
function betweenBounds({ compiled, bands, first, open }: Ladder, low: string, high: string): readonly Diagnostic[] {
  const middle = new Exact(low).plus(high).div(2);
  const inside = bands.filter((b) => holds(b.interval, middle));
  const found: Diagnostic[] = [];
  if (inside.length === 0 && !open && !(next(low, high) && countsWhole(first.interval))) {
    const { unit } = first.interval;
    found.push(
      finding(
        compiled,
        next(low, high) ? "hint" : "error",
        { code: "criterion-gap", from: `${low}${unit}`, to: `${high}${unit}` },
        edge(bands, low),
      ),
    );
  }
  const words = ({ span }: PlacedBand): string => compiled.source.text.slice(span.start, span.end);
  for (const [a, b] of crossing(inside))
    found.push(
      finding(compiled, "error", { code: "criterion-overlap", first: words(a.arm), second: words(b.arm) }, b.arm.span),
    );
  return found;
}

/** A bound that two bands claim, or none. */
function atBound({ compiled, bands, first, open }: Ladder, bound: string): readonly Diagnostic[] {
  const at = `${bound}${first.interval.unit}`;
  const claimed = bands.filter((b) => holds(b.interval, new Exact(bound)) && ends(b.interval, bound).length > 0);
  const said = claimed.some((b) => ends(b.interval, bound).some((e) => e.explicit));
  const apart = claimed.filter((b) => !bands.some((other) => other !== b && within(other.interval, b.interval)));
  const found: Diagnostic[] = [];
  if (apart.length > 1 && !said)
    found.push(finding(compiled, "hint", { code: "criterion-shared-bound", at }, apart[1]!.arm.span));
  if (bands.every((b) => !holds(b.interval, new Exact(bound))) && !open)
    found.push(
      finding(
        compiled,
        first.interval.measure === "change" ? "hint" : "error",
        { code: "criterion-gap", from: at, to: at },
        edge(bands, bound),
      ),
    );
  return found;
}

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

/** Whether one interval lies within another and is not the same. */
function within(inner: Interval, outer: Interval): boolean {
  const low = outer.low === null || (inner.low !== null && new Exact(inner.low.number).gte(outer.low.number));
  const high = outer.high === null || (inner.high !== null && new Exact(inner.high.number).lte(outer.high.number));
  return low && high && !sameEnds(inner, outer);
}

function sameEnds(a: Interval, b: Interval): boolean {
  return a.low?.number === b.low?.number && a.high?.number === b.high?.number;
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
