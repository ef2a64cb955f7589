import type { ScoreResult } from "../criteria";
import { Exact } from "../workbook";
import type { ExactDecimal } from "../workbook";

/**
 * A 得分 that a person has written against what its criterion gives: "pass" where it is that, at the decimals that it
 * has, or one of the choices that a person has; "cannot-tell" where only another admissible convention gives it, or it
 * lies outside the choices. Null where the criterion says nothing that could be compared: no rule, or a value is
 * missing.
 */
export function verdictOf(given: ExactDecimal, result: ScoreResult): "pass" | "fail" | "cannot-tell" | null {
  const atItsDecimals = (value: number): ExactDecimal =>
    new Exact(value).toDecimalPlaces(Math.min(2, given.decimalPlaces()), Exact.ROUND_HALF_UP);
  if (result.status === "scored") {
    if (given.equals(result.score!) || given.equals(atItsDecimals(result.score!))) return "pass";
    return result.alternatives.some((other) => given.equals(other.score) || given.equals(atItsDecimals(other.score)))
      ? "cannot-tell"
      : "fail";
  }
  if (result.status !== "needs-judgement" || result.choices.length === 0) return null;
  return result.choices.some(({ min, max }) => given.greaterThanOrEqualTo(min) && given.lessThanOrEqualTo(max))
    ? "pass"
    : "cannot-tell";
}
