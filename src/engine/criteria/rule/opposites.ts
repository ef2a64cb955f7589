/**
 * What is asked for, and right behind it what happens where it is not so: "控制在200元以内，超过的不得分", "不低于90%，达不到的扣2分". The two
 * are opposites, never conditions of one outcome.
 */

import type { Bound, Condition, PlacedClause } from "../tree";

/** A bound of which one side is asked for. */
type OneSided = Extract<Condition, { kind: "range" }>;

/** Every demand by itself, before the clause that tells of its opposite. */
export function oppositesApart(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  return clauses.flatMap((clause): readonly PlacedClause[] => {
    if (clause.kind !== "arm" || clause.when?.kind !== "all" || !clause.when.loose) return [clause];
    const [asked, other, ...more] = clause.when.of;
    if (asked?.kind !== "range" || other === undefined || more.length > 0 || !isOpposite(asked, other)) return [clause];
    return [
      { kind: "requirement", when: asked, span: clause.span },
      { ...clause, when: otherSideOf(asked) },
    ];
  });
}

/** "超过" behind what is at most so much, "不足" behind what is at least so much, "达不到" behind either. */
function isOpposite({ low, high }: OneSided, other: Condition): boolean {
  if (other.kind !== "target" || (low === null) === (high === null)) return false;
  return other.side === "missed" || other.side === "off" || other.side === (high === null ? "below" : "above");
}

function otherSideOf({ low, high, ...same }: OneSided): Condition {
  const flipped = (bound: Bound): Bound => ({ ...bound, inclusive: !bound.inclusive });
  return high === null ? { ...same, low: null, high: flipped(low!) } : { ...same, low: flipped(high), high: null };
}
