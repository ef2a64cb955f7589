/** Points over the actual value, for a plot. */

import { compileCriterion } from "./compile";
import type { Conventions } from "./conventions";
import { DEFAULT_CONVENTIONS } from "./conventions";
import { axisFor } from "./curve-axis";
import type { CurveAxis } from "./curve-axis";
import { marksOf } from "./score";
import type { ScoreCase } from "./score-case";

/** One place on the curve; `score` is null where a person decides. */
export interface CurvePoint {
  readonly actual: number;
  readonly score: number | null;
}

/**
 * What a criterion gives over a stretch of actual values. Numbers are in the unit of the target, dates count days,
 * ranks are places.
 */
export interface ScoreCurve {
  /** From left to right; where the score leaps there are two, close together. */
  readonly points: readonly CurvePoint[];
  /** Only these values occur (counts, days, ranks): nothing lies between. */
  readonly discrete: boolean;
  readonly target: number;
  /** Where the actual value stands, be it outside; null where it is no value of this kind. */
  readonly actual: number | null;
  /** A value as people write it: "36家", "2025年6月30日", "第3名". */
  readonly write: (value: number) => string;
}

/**
 * The curve of a case around its target, and as far as its actual value where that is not far off. Null where target
 * and criterion give nothing to draw: a target in words, or everywhere a person's judgement.
 */
export function scoreCurve(given: ScoreCase, conventions: Conventions = DEFAULT_CONVENTIONS): ScoreCurve | null {
  const compiled = compileCriterion(typeof given.criterion === "string" ? given.criterion : "");
  const scoreAt = (axis: CurveAxis, value: number): number | null =>
    marksOf(compiled, { ...given, actual: axis.write(value) }, conventions);
  const axis = axisFor(given, (one, value) => scoreAt(one, value));
  if (axis === null) return null;
  const places = axis.values.map((actual): CurvePoint => ({ actual, score: scoreAt(axis, actual) }));
  const points = axis.discrete
    ? places
    : places.flatMap((place, at) =>
        at === 0 ? [place] : [...leapBetween(places[at - 1]!, place, (value) => scoreAt(axis, value)), place],
      );
  if (points.every(({ score }) => score === null)) return null;
  return { points, discrete: axis.discrete, target: axis.target, actual: axis.actual, write: axis.write };
}

/** So many halvings bring a leap to within a pixel. */
const HALVINGS = 6;

/** Both sides of a leap between two places; none where the score climbs evenly. */
function leapBetween(left: CurvePoint, right: CurvePoint, scoreAt: (value: number) => number | null): CurvePoint[] {
  if (left.score === right.score) return [];
  let [below, above] = [left, right];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const actual = rounded((below.actual + above.actual) / 2);
    const middle = { actual, score: scoreAt(actual) };
    if (middle.score === below.score) below = middle;
    else if (middle.score === above.score) above = middle;
    else return [];
  }
  return [below, above];
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
