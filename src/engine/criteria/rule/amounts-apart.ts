/** Amounts that stand for themselves: "少100元扣1分，少200元扣3分" is a ladder, and no two steps that add up. */

import { printOutcome } from "../print";
import type { PlacedClause } from "../tree";

type Step = Extract<PlacedClause, { kind: "step" }>;

const isSingle = (clause: PlacedClause): clause is Step =>
  clause.kind === "step" &&
  !clause.count.each &&
  clause.count.direction === "short" &&
  clause.count.step.number !== "1";

/** The clauses with one such amount as a step of that size; of several, which bounds they are is not told. */
export function amountsApart(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const singles = clauses.filter(isSingle);
  if (singles.length === 0 || (singles.length === 1 && !clauses.some(tellsDistance))) return clauses;
  return clauses.map((c): PlacedClause => {
    if (!isSingle(c)) return c;
    const { number, unit } = c.count.step;
    return { kind: "residue", text: `少${number}${unit}${printOutcome(c.then)}`, span: c.span };
  });
}

/** "少10亩以内扣1分" beside it: a ladder of distances. */
const tellsDistance = (clause: PlacedClause): boolean =>
  clause.kind === "arm" && clause.when?.kind === "range" && clause.when.measure === "shortfall";
