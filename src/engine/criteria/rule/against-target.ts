/** What is told of the target, or of a base that the text has named, in clauses that only go on with it. */

import type { Condition, PlacedClause } from "../tree";

/**
 * "较目标值减少5%以内扣1分；减少5%以上扣2分": the second is less of the target as well, and not of last year's figure. "以预算批复为
 * 基数……低于基数": the base is the target; a base that nothing names is not known.
 */
export function againstTarget(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const based = clauses.some((c) => c.kind === "heading" && BASE_TOLD.test(c.text));
  const way = clauses.map(wayTold).find((one) => one !== null) ?? null;
  return clauses.map((c) => ofBase(wayGoesOn(c, way), based));
}

const BASE_TOLD = /^以[^,]+为(?:基[准数])$/u;

/** Whether a clause tells of more or less than the target: what then is less, is short of it. */
function wayTold(clause: PlacedClause): "shortfall" | "overrun" | null {
  if (clause.kind !== "arm" || clause.when?.kind !== "range") return null;
  const { measure } = clause.when;
  return measure === "shortfall" || measure === "overrun" ? measure : null;
}

function wayGoesOn(clause: PlacedClause, way: "shortfall" | "overrun" | null): PlacedClause {
  if (clause.kind !== "arm" || way === null || clause.when === null) return clause;
  const { when } = clause;
  if (when.kind !== "range" || when.name !== "") return clause;
  const goesOn = way === "shortfall" ? when.measure === "fall" : when.measure === "change" && isMoreThanNothing(when);
  return goesOn ? { ...clause, when: { ...when, measure: way } } : clause;
}

const isMoreThanNothing = ({ low }: Extract<Condition, { kind: "range" }>): boolean =>
  low !== null && !low.at.number.startsWith("-");

/** A comparison with a base that the text does not name is not read. */
function ofBase(clause: PlacedClause, based: boolean): PlacedClause {
  if (clause.kind !== "arm" || based || clause.when?.kind !== "target" || !BASE.test(clause.when.text)) return clause;
  return { kind: "residue", text: clause.when.text, span: clause.span };
}

const BASE = /(?:基数|基准|基准值)$/u;
