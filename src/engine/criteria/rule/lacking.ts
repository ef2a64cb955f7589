/** "缺1项扣1分，缺2项扣3分，缺3项及以上不得分": what each number that is lacking costs, and no step of one. */

import type { Condition, PlacedClause } from "../tree";

/** The step of one as the first of the ladder that the others make with it. */
export function withLackingLadder(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const units = clauses.flatMap((c) =>
    c.kind === "arm" && c.then.kind === "minus" && c.when?.kind === "bare" && c.when.measure === "shortfall"
      ? [c.when.at.unit]
      : [],
  );
  if (units.length === 0) return clauses;
  return clauses.map((c) => {
    if (c.kind !== "step" || c.when !== null || c.then.kind !== "minus" || c.limit !== null) return c;
    const { direction, step, each, what, from } = c.count;
    const first = direction === "short" && !each && what === "" && from === null && units.includes(step.unit);
    const when: Condition = { kind: "bare", measure: "shortfall", name: "缺", at: step, explicit: false };
    return first ? { kind: "arm", when, then: c.then, limit: null, span: c.span } : c;
  });
}
