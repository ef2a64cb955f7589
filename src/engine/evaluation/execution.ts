import { Exact } from "../workbook";
import type { ExactDecimal } from "../workbook";

/** How 执行率 is scored: in proportion (the default), or by steps. */
export const executionRules = ["proportion", "steps"] as const;
export type ExecutionRule = (typeof executionRules)[number];

/**
 * Points of 执行率 (`rate` as a share, 0.965), not rounded; null above 100%, where a person must judge. By steps: from
 * 100% all points, from 80% 7 of 10, from 60% 5 of 10, below nothing (that a project finished within budget earns all
 * at any rate is for a person to say).
 */
export function scoreExecution(rate: ExactDecimal, points: ExactDecimal, rule: ExecutionRule): ExactDecimal | null {
  if (rate.greaterThan(1)) return null;
  if (rule === "proportion") return rate.isNegative() ? new Exact(0) : rate.times(points);
  const share = rate.equals(1)
    ? "1"
    : rate.greaterThanOrEqualTo("0.8")
      ? "0.7"
      : rate.greaterThanOrEqualTo("0.6")
        ? "0.5"
        : "0";
  return points.times(share);
}
