/** Points over the actual value, for a plot. */

import type { Conventions } from "./conventions";
import { DEFAULT_CONVENTIONS } from "./conventions";
import { score } from "./score";
import type { ScoreCase } from "./score";
import { Exact, readValue } from "./values";

/** One point of the plot; `score` is null where a person decides. */
export interface Sample {
  readonly actual: number;
  readonly score: number | null;
}

/**
 * Samples a criterion between half and one and a half times its target (0 to 5 for a target of 0; a rate not above 100%
 * unless its target is). `count` points, evenly spaced, with the target itself among them. Empty where the target is no number.
 */
export function sampleScores(given: ScoreCase, conventions: Conventions = DEFAULT_CONVENTIONS, count = 41): readonly Sample[] {
  const target = readValue(given.target);
  if (target.kind !== "number" && target.kind !== "range") return [];
  const middle = target.kind === "number" ? target.value : target.high;
  const unit = target.unit === "" ? String(given.unit ?? "") : target.unit;
  const low = middle.isZero() ? new Exact(0) : middle.times("0.5");
  const wide = middle.isZero() ? new Exact(5) : middle.times("1.5");
  const high = unit === "%" && middle.lte(100) && middle.gt(0) ? Exact.max(middle, Exact.min(wide, 100)) : wide;
  const step = high.minus(low).div(Math.max(1, count - 1));
  const places = [...Array(count).keys()].map((i) => low.plus(step.times(i)));
  const values = places.some((v) => v.equals(middle)) ? places : [...places, middle].sort((a, b) => a.comparedTo(b));
  return values.map((value) => {
    const written = value.toDecimalPlaces(6);
    const result = score({ ...given, actual: `${written.toString()}${unit}` }, conventions);
    return { actual: written.toNumber(), score: result.score };
  });
}
