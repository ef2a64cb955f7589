import type { EquationStore } from "../reconcile/equations";
import type { Outcome } from "../reconcile/outcome";
import type { Table } from "../tables/table";
import { addressOf, Exact, type Amounts, type CellId, type Workbook } from "../workbook";
import type { Cause } from "./cause";
import { describe, type Description } from "./describe";
import { explain } from "./explain";
import { FigureFinder } from "./figures";
import { bySeriousness, worstOutcome, worstSeverity, type Finding, type Suspect } from "./finding";
import { findingKey } from "./finding-key";
import { systemOf } from "./store-system";
import { suspectOf } from "./suspects";
import { groupObstacles, type Obstacle } from "./unreadable";
import { reasonOfUnreadable } from "./wording/zh";
import { Workings } from "./workings";
import { powerOfTen } from "./power-of-ten";

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
  readonly suspects: readonly Suspect[];
  /** The likeliest cell and by how much it is off, to recognise other checks that stumble over it. */
  readonly lead: Cause | null;
}

/**
 * Turns outcomes into findings: one cause is one finding, every outcome is in exactly one of them, and suspects are
 * ranked. Findings come most serious first, then in the order of the sheets.
 */
export function diagnose(input: DiagnosisInput): Finding[] {
  const { workbook, tables, store, amounts, outcomes } = input;
  const context: Description = { workbook, store, amounts, figures: new FigureFinder(workbook, tables) };
  const groups = joinStated(groupByCause(outcomes, context), context);
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
    suspects: suspects.map((cause) => suspectOf(cause, context)),
    lead: suspects[0] ?? null,
  }));
  const rest = notPassing.filter((outcome) => !linear.has(outcome));
  for (const obstacle of groupObstacles(rest.filter(({ outcome }) => outcome === "cannot-tell"), store, amounts)) {
    groups.push({ members: obstacle.outcomes, suspects: suspectsOf(obstacle, context), lead: null });
  }
  const alone = [...rest.filter(({ outcome }) => outcome !== "cannot-tell"), ...outcomes.filter(({ outcome }) => outcome === "pass")];
  return [...groups, ...alone.map((outcome): Group => ({ members: [outcome], suspects: [], lead: null }))];
}

/**
 * Checks outside the equations (a text against a figure) that stumble over a cell already found, by the same difference up to
 * a power of ten between units, are witnesses of that cause.
 */
function joinStated(groups: readonly Group[], { amounts }: Description): Group[] {
  const leads = new Map<CellId, Group>();
  for (const group of groups) if (group.lead?.kind === "cell" && group.members.length > 1) leads.set(group.lead.cell, group);
  const joined = new Map<Group, Outcome[]>();
  const kept = groups.filter((group) => {
    const [outcome, ...others] = group.members;
    if (!outcome || others.length > 0 || outcome.difference === null || outcome.equation !== null) return true;
    for (const { cell } of outcome.operands) {
      const cause = leads.get(cell);
      const change = cause?.lead?.changes.get(cell);
      if (!cause || !change || amounts.value(cell) === null || !sameUpToUnit(outcome.difference, change.toString())) continue;
      joined.set(cause, [...(joined.get(cause) ?? []), outcome]);
      return false;
    }
    return true;
  });
  return kept.map((group) => ({ ...group, members: [...group.members, ...(joined.get(group) ?? [])] }));
}

function sameUpToUnit(a: string, b: string): boolean {
  const [one, other] = [new Exact(a).abs(), new Exact(b).abs()];
  return !one.isZero() && [0, 3, 4, 8, -3, -4, -8].some((power) => one.times(powerOfTen(power)).eq(other));
}

function suspectsOf(obstacle: Obstacle, context: Description): Suspect[] {
  const { cell, proposed, outcomes } = obstacle;
  if (cell === null) return [];
  const value = proposed?.toString() ?? null;
  const reason = reasonOfUnreadable(context.amounts.content(cell), value, outcomes.length);
  return [{ cell, ...addressOf(context.workbook, cell), kind: outcomes.length > 1 ? "common-cell" : "value-missing", reason, proposed: value }];
}

/** The finding of a group: the most serious check speaks for it, before others the one that reports the suspected cell, within one sheet. */
function findingOf(group: Group, context: Description): Finding {
  const lead = group.suspects[0]?.cell;
  const reports = (outcome: Outcome): number => Number(outcome.operands.some(({ cell, role }) => cell === lead && role === "reported"));
  const sheets = (outcome: Outcome): number => new Set(outcome.operands.map(({ cell }) => addressOf(context.workbook, cell).sheet)).size;
  const [spokesman, ...others] = [...group.members].sort((a, b) => bySeriousness(a, b) || sheets(a) - sheets(b) || reports(b) - reports(a));
  const check = describe(spokesman!, context);
  return {
    ...check,
    outcome: worstOutcome(group.members),
    severity: worstSeverity(group.members),
    message: check.lines.join("；"),
    suspects: group.suspects,
    witnesses: others.map((outcome) => describe(outcome, context)),
    accepted: null,
    key: findingKey(spokesman!, context.figures),
  };
}
