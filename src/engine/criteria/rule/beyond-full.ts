/**
 * "≤100%得2分，每超5%扣0.5分，超20%以上不计分": what would take marks from what has just earned all of them is not the figure itself
 * but how far it lies beyond the target.
 */

import { unitOf } from "../../language";
import { isAward } from "./rule";
import type { Band, End, RuleStatement, Test } from "./rule";

type Interval = Extract<Test, { kind: "interval" }>;

const isRate = ({ unit }: { readonly unit: string }): boolean => unitOf(unit).dimension === "rate";

const below = (end: End, bound: End): boolean => end.unit === bound.unit && Number(end.number) < Number(bound.number);

/** The statements with such bands on what is over. */
export function beyondFull(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const counted = statements.some(
    (s) => s.kind === "step" && s.direction === "over" && isRate(s.step) && !isAward(s.then),
  );
  const full = counted ? upToBound(statements) : null;
  if (full === null) return statements;
  return statements.map((s) =>
    s.kind === "band" && s.when.kind === "interval" && isWithin(s, s.when, full)
      ? { ...s, when: { ...s.when, measure: "overrun", name: "超出目标值" } }
      : s,
  );
}

/** What earns marks up to a bound, and nothing but that bound. */
function upToBound(statements: readonly RuleStatement[]): { readonly own: Interval; readonly high: End } | null {
  for (const s of statements)
    if (s.kind === "band" && s.when.kind === "interval" && isAward(s.then) && s.when.low === null)
      if (s.when.high !== null && isRate(s.when.high)) return { own: s.when, high: s.when.high };
  return null;
}

/** Whether a band without a name of its own takes marks for what lies within that bound. */
function isWithin({ then }: Band, when: Interval, { own, high }: NonNullable<ReturnType<typeof upToBound>>): boolean {
  if (isAward(then) || when === own || when.name !== "" || when.measure !== own.measure || when.low === null)
    return false;
  return below(when.low, high) && Number(when.low.number) > 0 && (when.high === null || below(when.high, high));
}
