/** "85分以上满分，75-85得4分": a range without a unit is in the one that the other ranges have. */

import type { Bound, Condition, PlacedClause } from "../tree";

type Range = Extract<Condition, { kind: "range" }>;

/** The clauses with every range in a unit, where all others have the same one. */
export function withSharedUnits(clauses: readonly PlacedClause[]): readonly PlacedClause[] {
  const ranges = clauses.flatMap((c) => (c.kind === "arm" && c.when?.kind === "range" ? [c.when] : []));
  const units = new Set(ranges.flatMap(endsOf).flatMap(({ at }) => (at.unit === "" ? [] : [at.unit])));
  const [unit, other] = units;
  if (unit === undefined || other !== undefined) return clauses;
  return clauses.map((c) =>
    c.kind === "arm" && c.when?.kind === "range" && c.when.behind === undefined && isSpanWithoutUnit(c.when)
      ? { ...c, when: { ...c.when, low: withUnit(c.when.low, unit), high: withUnit(c.when.high, unit) } }
      : c,
  );
}

const endsOf = ({ low, high }: Range): readonly Bound[] => [low, high].filter((end) => end !== null);

/** "75-85": a span of its own; what stands behind the numbers may be their unit. */
const isSpanWithoutUnit = (range: Range): boolean =>
  range.behind === undefined && endsOf(range).length === 2 && endsOf(range).every(({ at }) => at.unit === "");

const withUnit = (end: Bound | null, unit: string): Bound | null =>
  end === null ? null : { ...end, at: { ...end.at, unit } };
