import type { Outcome } from "../../reconcile";
import { Exact, type CellId, type ExactDecimal, powerOfTen } from "../../workbook";
import type { Cause } from "../cause";
import { declarationOf, type Description } from "../describe";
import type { Group } from "../group";

/**
 * Numbers of checks outside the equations that do not pass and make use of a cell; how a figure is written says nothing
 * of its amount.
 */
function usesOutsideEquations(groups: readonly Group[]): ReadonlyMap<CellId, number> {
  const uses = new Map<CellId, number>();
  for (const { equation, outcome, severity, operands } of groups.flatMap(({ members }) => members)) {
    if (equation !== null || outcome === "pass" || severity === "hint") continue;
    for (const cell of new Set(operands.map((operand) => operand.cell))) uses.set(cell, (uses.get(cell) ?? 0) + 1);
  }
  return uses;
}

/** Where a single sum leaves several cells equally suspected, one that other checks stumble over too comes first. */
export function rankByOtherChecks(groups: readonly Group[]): Group[] {
  const uses = usesOutsideEquations(groups);
  return groups.map((group) =>
    group.members.length > 1 || group.causes.length < 2
      ? group
      : { ...group, causes: [...group.causes].sort((a, b) => (uses.get(b.cell) ?? 0) - (uses.get(a.cell) ?? 0)) },
  );
}

/**
 * A check outside the equations that stumbles over a suspected cell is a witness of that cause: a text that differs by
 * the very amount by which the cell seems to be off, a bound that would hold, a rate that is made from the cell, a
 * fault of that very cell. Where several cells were equally suspected, a text tells which one it is. What nobody can
 * tell because a total is off by a rounding difference (a rate, an amount that is found nowhere) goes with that.
 */
export function joinToSuspects(groups: readonly Group[], context: Description): Group[] {
  const suspected = new Map<CellId, Group[]>();
  for (const group of groups) {
    const causes = group.members.length > 1 ? group.causes.slice(0, 1) : group.causes;
    for (const { cell } of causes) suspected.set(cell, [...(suspected.get(cell) ?? []), group]);
  }
  const rounded = new Map<CellId, Group>();
  for (const group of groups) {
    const [only, ...others] = group.members;
    if (only?.outcome === "rounding" && only.equation !== null && others.length === 0)
      for (const { cell, role } of only.operands) if (role === "reported") rounded.set(cell, group);
  }
  const joined = new Map<Group, { readonly members: readonly Outcome[]; readonly cause: Cause | null }[]>();
  const kept = groups.filter((group) => {
    const [outcome] = group.members;
    if (!outcome || outcome.equation !== null || outcome.outcome === "pass" || group.obstacle !== null) return true;
    for (const { cell, role } of outcome.operands) {
      for (const other of suspected.get(cell) ?? []) {
        const cause = other.causes.find((one) => one.cell === cell);
        if (!cause || !isWitness(outcome, role === "reported", cause, other, context)) continue;
        joined.set(other, [...(joined.get(other) ?? []), { members: group.members, cause }]);
        return false;
      }
    }
    const used = outcome.operands.find(
      ({ cell, role }) =>
        rounded.has(cell) && (role === "reported" ? isOnlyAbout(outcome, cell) : isDerived(outcome, context)),
    );
    const roundedGroup = used && rounded.get(used.cell);
    if (!roundedGroup || outcome.outcome !== "cannot-tell") return true;
    joined.set(roundedGroup, [...(joined.get(roundedGroup) ?? []), { members: group.members, cause: null }]);
    return false;
  });
  return kept.map((group) => {
    const more = joined.get(group);
    if (!more) return group;
    const members = [...group.members, ...more.flatMap((one) => one.members)];
    const first = more.find(({ cause }) => cause !== null)?.cause;
    if (!first) return { ...group, members };
    const others = new Set(group.causes.filter((cause) => cause !== first).map(({ cell }) => cell));
    const confirmed = more.some((one) =>
      one.members.some(({ operands }) => !operands.some(({ cell }) => others.has(cell))),
    );
    return { ...group, members, causes: [first, ...group.causes.filter((cause) => cause !== first)], confirmed };
  });
}

function isWitness(outcome: Outcome, reports: boolean, cause: Cause, { causes }: Group, context: Description): boolean {
  const change = cause.changes.get(cause.cell);
  if (!change) return false;
  const foremost = cause === causes[0];
  if (foremost && (reports ? isOnlyAbout(outcome, cause.cell) : isDerived(outcome, context))) return true;
  return sameUpToUnit(change, outcome.difference) || boundWouldHold(outcome, cause.cell, change, context);
}

/** A fault of one cell, and no comparison: a 分值 of 0, an amount that is found nowhere else. */
function isOnlyAbout({ operands, difference, severity }: Outcome, cell: CellId): boolean {
  const reported = operands.filter(({ role }) => role === "reported");
  return severity === "error" && difference === null && reported.length === 1 && reported[0]!.cell === cell;
}

/**
 * Whether a check compares what is reported with what is calculated from its other figures: one wrong figure makes it
 * wrong.
 */
function isDerived(outcome: Outcome, context: Description): boolean {
  return declarationOf(outcome, context).relation === "derived";
}

/**
 * Whether a text that states a bound on a figure ("at least", "at most") would be right if the figure were repaired.
 */
function boundWouldHold(outcome: Outcome, cell: CellId, change: ExactDecimal, context: Description): boolean {
  const { reported, computed, operands } = outcome;
  if (declarationOf(outcome, context).relation !== "bound" || reported === null || computed === null) return false;
  const value = context.amounts.value(cell);
  if (value === null || value.isZero() || operands.filter(({ role }) => role !== "reported").length > 1) return false;
  const inItsUnit = new Exact(computed).dividedBy(value);
  const before = new Exact(reported).minus(computed);
  const after = new Exact(reported).minus(value.plus(change).times(inItsUnit));
  return after.isZero() || after.isNegative() !== before.isNegative();
}

const UNIT_STEPS = [0, 3, 4, 8, -3, -4, -8];

/** Whether two differences are one amount in different units, as far as the coarser of them is known. */
function sameUpToUnit(a: ExactDecimal, difference: string | null): boolean {
  if (difference === null) return false;
  return UNIT_STEPS.some((power) => {
    const [one, other] = [a.abs().times(powerOfTen(power)), new Exact(difference).abs()];
    return !other.isZero() && one.toDecimalPlaces(other.decimalPlaces()).eq(other);
  });
}
