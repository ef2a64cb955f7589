import type { EquationStore } from "../reconcile/equations";
import type { Outcome } from "../reconcile/outcome";
import type { Table } from "../tables/table";
import { addressOf, Exact, type Amounts, type CellId, type ExactDecimal, type Workbook } from "../workbook";
import type { Cause } from "./cause";
import { describe, type Description } from "./describe";
import { explain } from "./explain";
import { FigureFinder } from "./figures";
import { bySeriousness, worstOutcome, worstSeverity, type Finding, type Suspect } from "./finding";
import { findingKey } from "./finding-key";
import { powerOfTen } from "./power-of-ten";
import { systemOf } from "./store-system";
import { suspectOf, textWith } from "./suspects";
import { groupObstacles, type Obstacle } from "./unreadable";
import { boundWordings, derivedWordings } from "./wording/stated-zh";
import { reasonOfUnreadable } from "./wording/zh";
import { Workings } from "./workings";

/** What a diagnosis needs: the tables, their equations and amounts, and what the checks said. */
export interface DiagnosisInput {
  readonly workbook: Workbook;
  readonly tables: readonly Table[];
  readonly store: EquationStore;
  readonly amounts: Amounts;
  /** Outcomes that do not pass; passing ones may be among them and become findings of their own (`--all`). */
  readonly outcomes: readonly Outcome[];
}

/** Outcomes with one cause, and where that cause may be. */
interface Group {
  readonly members: readonly Outcome[];
  /** Ranked, the likeliest first; none where the check is no equation. */
  readonly causes: readonly Cause[];
  /** Set where a cell cannot be read. */
  readonly obstacle: Obstacle | null;
}

/**
 * Turns outcomes into findings: one cause is one finding, every outcome is in exactly one of them, and suspects are
 * ranked. Findings come most serious first, then in the order of the sheets.
 */
export function diagnose(input: DiagnosisInput): Finding[] {
  const { workbook, tables, store, amounts, outcomes } = input;
  const context: Description = { workbook, store, amounts, figures: new FigureFinder(workbook, tables) };
  const groups = joinStated(rankByOtherChecks(groupByCause(outcomes, context), outcomes), context);
  const findings = groups.map((group) => findingOf(group, context));
  return findings.sort((a, b) => bySeriousness(a, b) || (a.cells[0]?.cell ?? 0) - (b.cells[0]?.cell ?? 0));
}

function groupByCause(outcomes: readonly Outcome[], context: Description): Group[] {
  const { store, amounts } = context;
  const notPassing = outcomes.filter(({ outcome }) => outcome !== "pass");
  const byEquation = new Map<number, Outcome>();
  for (const outcome of notPassing) if (outcome.equation !== null && !byEquation.has(outcome.equation)) byEquation.set(outcome.equation, outcome);
  const workings = new Workings(systemOf(store, amounts), byEquation.keys());
  const linear = new Set([...workings.open].map((id) => byEquation.get(id)!));
  const groups: Group[] = explain(workings, context.figures).map(({ ids, suspects }) => ({
    members: ids.map((id) => byEquation.get(id)!),
    causes: suspects,
    obstacle: null,
  }));
  const rest = notPassing.filter((outcome) => !linear.has(outcome));
  const stated = rest.filter((outcome) => statedCause(outcome) !== null);
  const obstructed = rest.filter((outcome) => outcome.outcome === "cannot-tell" && statedCause(outcome) === null);
  for (const obstacle of groupObstacles(obstructed, store, amounts)) groups.push({ members: obstacle.outcomes, causes: [], obstacle });
  const single = outcomes.filter((outcome) => outcome.outcome === "pass" || (!linear.has(outcome) && statedCause(outcome) === null && outcome.outcome !== "cannot-tell"));
  return [...groups, ...[...byStatedCause(stated), ...single.map((outcome) => [outcome])].map((members): Group => ({ members, causes: [], obstacle: null }))];
}

/** What a check outside the equations names as its cause (`values.cause`: the sentence, the column at fault); null where it names none. */
function statedCause({ detail }: Outcome): string | null {
  return detail.code === "stated" ? (detail.values.cause ?? null) : null;
}

/** Checks that name the same cause go together. */
function byStatedCause(outcomes: readonly Outcome[]): Outcome[][] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const cause = statedCause(outcome) ?? "";
    const group = groups.get(cause);
    if (group) group.push(outcome);
    else groups.set(cause, [outcome]);
  }
  return [...groups.values()];
}

/** Numbers of checks outside the equations that do not pass and make use of a cell. */
function usesOutsideEquations(outcomes: readonly Outcome[]): ReadonlyMap<CellId, number> {
  const uses = new Map<CellId, number>();
  for (const { equation, outcome, operands } of outcomes) {
    if (equation !== null || outcome === "pass") continue;
    for (const cell of new Set(operands.map((operand) => operand.cell))) uses.set(cell, (uses.get(cell) ?? 0) + 1);
  }
  return uses;
}

/** Where a single sum leaves several cells equally suspected, one that other checks stumble over too comes first. */
function rankByOtherChecks(groups: readonly Group[], outcomes: readonly Outcome[]): Group[] {
  const uses = usesOutsideEquations(outcomes);
  return groups.map((group) => (group.members.length > 1 || group.causes.length < 2 ? group : { ...group, causes: [...group.causes].sort((a, b) => (uses.get(b.cell) ?? 0) - (uses.get(a.cell) ?? 0)) }));
}

/**
 * A check outside the equations that stumbles over a suspected cell is a witness of that cause: a text that differs by the very
 * amount by which the cell seems to be off, a bound that would hold, a rate that is made from the cell. Where several
 * cells were equally suspected, a text tells which one it is.
 */
function joinStated(groups: readonly Group[], { amounts }: Description): Group[] {
  const suspected = new Map<CellId, Group[]>();
  for (const group of groups) {
    const causes = group.members.length > 1 ? group.causes.slice(0, 1) : group.causes;
    for (const { cell } of causes) suspected.set(cell, [...(suspected.get(cell) ?? []), group]);
  }
  const joined = new Map<Group, { readonly outcome: Outcome; readonly cause: Cause }[]>();
  const kept = groups.filter((group) => {
    const [outcome, ...others] = group.members;
    if (!outcome || others.length > 0 || outcome.equation !== null || outcome.outcome === "pass") return true;
    for (const { cell, role } of outcome.operands) {
      for (const other of suspected.get(cell) ?? []) {
        const cause = other.causes.find((one) => one.cell === cell);
        const change = cause?.changes.get(cell);
        if (!cause || !change) continue;
        const follows = role !== "reported" && cause === other.causes[0] && isDerived(outcome);
        if (!follows && !sameUpToUnit(change, outcome.difference) && !boundWouldHold(outcome, cell, change, amounts)) continue;
        joined.set(other, [...(joined.get(other) ?? []), { outcome, cause }]);
        return false;
      }
    }
    return true;
  });
  return kept.map((group) => {
    const more = joined.get(group);
    if (!more) return group;
    const first = more[0]!.cause;
    return { ...group, members: [...group.members, ...more.map(({ outcome }) => outcome)], causes: [first, ...group.causes.filter((cause) => cause !== first)] };
  });
}

/** Whether a check compares what is reported with what is calculated from its other figures: one wrong figure makes it wrong. */
function isDerived({ detail }: Outcome): boolean {
  return detail.code === "stated" && derivedWordings.has(detail.wording);
}

/** Whether a text that states a bound on a figure ("at least", "at most") would be right if the figure were repaired. */
function boundWouldHold({ detail, reported, computed, operands }: Outcome, cell: CellId, change: ExactDecimal, amounts: Amounts): boolean {
  if (detail.code !== "stated" || !boundWordings.has(detail.wording) || reported === null || computed === null) return false;
  const value = amounts.value(cell);
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

function suspectsOf({ causes, obstacle }: Group, context: Description): Suspect[] {
  if (obstacle === null) return causes.map((cause) => suspectOf(cause, context));
  const { cell, proposed, outcomes } = obstacle;
  if (cell === null) return [];
  const value = proposed?.toString() ?? null;
  const reason = reasonOfUnreadable(context.amounts.content(cell), value, outcomes.length);
  return [{ cell, ...addressOf(context.workbook, cell), kind: outcomes.length > 1 ? "common-cell" : "value-missing", reason, proposed: value, text: textWith(cell, value, context) }];
}

/** The finding of a group: the most serious check speaks for it, before others the one that reports the suspected cell, within one sheet. */
function findingOf(group: Group, context: Description): Finding {
  const suspects = suspectsOf(group, context);
  const lead = suspects[0]?.cell;
  const reports = (outcome: Outcome): number => Number(outcome.operands.some(({ cell, role }) => cell === lead && role === "reported"));
  const sheets = (outcome: Outcome): number => new Set(outcome.operands.map(({ cell }) => addressOf(context.workbook, cell).sheet)).size;
  const [spokesman, ...others] = [...group.members].sort((a, b) => bySeriousness(a, b) || sheets(a) - sheets(b) || reports(b) - reports(a));
  const check = describe(spokesman!, context);
  return {
    ...check,
    outcome: worstOutcome(group.members),
    severity: worstSeverity(group.members),
    message: check.lines.join("；"),
    suspects,
    witnesses: others.map((outcome) => describe(outcome, context)),
    accepted: null,
    key: findingKey(spokesman!, context.figures),
  };
}
