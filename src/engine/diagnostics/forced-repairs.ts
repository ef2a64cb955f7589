import type { Outcome } from "../reconcile";
import type { Steps } from "../steps";
import type { CellId, ExactDecimal } from "../workbook";
import type { Cause } from "./cause";
import type { Description } from "./describe";
import type { Group } from "./group";
import { isExact } from "./identity";
import type { Workings } from "./workings";

/** So many figures must agree with a repair before it is proposed: one equation could be wrong in any of its cells. */
const LEAST_WITNESSES = 2;

/**
 * Puts in front of each group the cause that settles every failing check of it, and says whether the figures force its
 * repair. A repair is forced where
 * - a single cell changes, every failing check of the group holds then, and no check that holds fails;
 * - two figures or more ask for the very same value (several identities, or one and a text), or the cell is a blank
 *   total, which is wrong for certain, and beside it the same sum holds;
 * - no other cell would do as well.
 * `workings` are those of the workbook as it stands, with every failing identity open: what a person accepts is one
 * repair, not those before it. Source: what a finding may claim, in XBRL's terms: a proposal is evidence from facts
 * that are independent of the equation that failed. A step for every group.
 */
export function* withForcedRepairs(
  groups: readonly Group[],
  workings: Workings,
  context: Pick<Description, "store" | "figures">,
): Steps<Group[]> {
  const settled: Group[] = [];
  for (const group of groups) {
    settled.push(
      group.causes.length === 0 || group.crowd === true ? group : withForcedRepair(group, workings, context),
    );
    yield settled.length / groups.length;
  }
  return settled;
}

function withForcedRepair(group: Group, workings: Workings, context: Pick<Description, "store" | "figures">): Group {
  const failing = group.members.flatMap(({ equation, outcome }) =>
    equation !== null && outcome !== "rounding" && workings.open.has(equation) ? [equation] : [],
  );
  const causes = bySettled(group.causes, failing, workings);
  const [first] = causes;
  return { ...group, causes, forced: isForced(first!, group, failing, workings, context) ? first! : null };
}

/** Those that settle most of the failing identities first; otherwise as they were ranked. */
function bySettled(causes: readonly Cause[], failing: readonly number[], workings: Workings): Cause[] {
  const settled = new Map(causes.map((cause) => [cause, settledBy(cause, failing, workings)]));
  return [...causes].sort((a, b) => settled.get(b)! - settled.get(a)!);
}

/** How many of the identities would hold; what changes no single figure (a missing row) settles what it explains. */
function settledBy(cause: Cause, failing: readonly number[], workings: Workings): number {
  const explained = new Set(cause.changes.size === 0 ? cause.explains : workings.effectOf(cause.changes).explains);
  return failing.filter((id) => explained.has(id)).length;
}

function isForced(
  cause: Cause,
  group: Group,
  failing: readonly number[],
  workings: Workings,
  context: Pick<Description, "store" | "figures">,
): boolean {
  const change = cause.changes.get(cause.cell);
  const isOneCell = (cause.kind === "cell" || cause.kind === "carried") && cause.changes.size === 1;
  if (!isOneCell || cause.proposed === null || change === undefined || failing.length === 0) return false;
  const { explains, breaks } = workings.effectOf(cause.changes);
  if (breaks > 0 || !failing.every((id) => explains.includes(id))) return false;
  const asking = explains.filter((id) => workings.isBroken(id) && workings.identity(id)!.relation === "equal");
  if (!askForTheSame(asking, cause, workings)) return false;
  if (
    group.confirmed === true ||
    group.members.some((member) => fillsBlankTotal(member, cause.cell, workings, context))
  )
    return true;
  return asking.length >= LEAST_WITNESSES && rivalsOf(cause, asking, failing, workings).length === 0;
}

/** Identities in the cell's own unit must hold to the last digit, and there must be one: else the value is a guess. */
function askForTheSame(asking: readonly number[], { cell, changes }: Cause, workings: Workings): boolean {
  const inItsUnit = asking.filter((id) => workings.coefficient(id, cell).abs().eq(1));
  return (
    inItsUnit.length > 0 &&
    inItsUnit.every((id) => {
      const identity = workings.identity(id)!;
      return isExact(identity, workings.residual(id).plus(workings.shiftOf(id, changes)));
    })
  );
}

/**
 * A total that was left blank in a line whose other totals are made in the same way and hold: the table is read
 * rightly, and the blank is known, where figures add up exactly.
 */
function fillsBlankTotal(
  { outcome, equation }: Outcome,
  cell: CellId,
  workings: Workings,
  { store, figures }: Pick<Description, "store" | "figures">,
): boolean {
  if (outcome !== "fail" || equation === null || totalOf(equation, workings) !== cell) return false;
  if (workings.amount(cell).value !== null) return false;
  // Figures of 决算 are rounded from 元: what they add up to is the total only to the last decimal or so.
  if (figures.tableOf(cell)?.template.stage === "final") return false;
  const rule = store.ruleOf(equation);
  const beside = figures
    .besideOnLine(cell)
    .flatMap((other) =>
      workings.identitiesOf(other).filter((id) => store.ruleOf(id) === rule && totalOf(id, workings) === other),
    );
  return beside.length > 0 && beside.every((id) => !workings.open.has(id));
}

function totalOf(id: number, workings: Workings): CellId | undefined {
  return workings.identity(id)?.terms[0]?.cell;
}

/** Other single cells with which every failing identity of the group would hold, and nothing would cease to. */
function rivalsOf(cause: Cause, asking: readonly number[], failing: readonly number[], workings: Workings): CellId[] {
  const [first] = asking;
  const shared = workings
    .identity(first!)!
    .terms.map(({ cell }) => cell)
    .filter((cell) => cell !== cause.cell && failing.every((id) => !workings.coefficient(id, cell).isZero()));
  return shared.filter((cell) => {
    const change = workings.residual(first!).negated().dividedBy(workings.coefficient(first!, cell));
    return settlesAll(new Map([[cell, change]]), failing, workings);
  });
}

function settlesAll(
  changes: ReadonlyMap<CellId, ExactDecimal>,
  failing: readonly number[],
  workings: Workings,
): boolean {
  const { explains, breaks } = workings.effectOf(changes);
  return breaks === 0 && failing.every((id) => explains.includes(id));
}
