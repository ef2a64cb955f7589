import type { Declarations, EquationStore, Outcome } from "../reconcile";
import type { Steps } from "../steps";
import { finish, within } from "../steps";
import type { Table } from "../tables";
import type { Amounts, CellId, Workbook } from "../workbook";
import { affirmationsOf, type Affirmations } from "./affirmations";
import type { Cause } from "./cause";
import { declarationOf, isOfAmounts, type Description } from "./describe";
import { crowdCause } from "./crowd-causes";
import { withoutCrowds } from "./crowds";
import { explain } from "./explain";
import { FigureFinder } from "./figures";
import type { Finding } from "./finding";
import { withForcedRepairs } from "./forced-repairs";
import { findingsOf } from "./finding-of-group";
import { groupOf, type Group } from "./group";
import type { IdentitySystem } from "./identity";
import { joinAlike } from "./joins/alike";
import { joinObstructed } from "./joins/obstacles";
import { joinBlocked } from "./joins/blocked";
import { joinWanted } from "./joins/wanted";
import { groupByStatedCause } from "./joins/stated-causes";
import { joinToSuspects, rankByOtherChecks } from "./joins/suspected-cells";
import { joinTableScales } from "./joins/table-scales";
import { rowCause } from "./row-causes";
import { systemOf } from "./store-system";
import { groupObstacles } from "./unreadable";
import { Workings } from "./workings";

/** What a diagnosis needs: the tables, their equations and amounts, and what the checks said. */
export interface DiagnosisInput {
  readonly workbook: Workbook;
  readonly tables: readonly Table[];
  readonly store: EquationStore;
  readonly amounts: Amounts;
  /** What the checks may say. */
  readonly declarations: Declarations;
  /** Outcomes that do not pass; passing ones may be among them and become findings of their own (`--all`). */
  readonly outcomes: readonly Outcome[];
  /** What passes outside the equations: it speaks for the cells that it agrees with. */
  readonly passing?: readonly Outcome[];
}

/** Ways in which groups are found to have one cause, in the order in which they are tried. Each keeps every member. */
const joins: readonly ((groups: readonly Group[], context: Description) => Group[])[] = [
  joinTableScales,
  rankByOtherChecks,
  joinBlocked,
  joinToSuspects,
  joinWanted,
  joinObstructed,
  joinAlike,
];

/** Shares of the work that are done when every equation is explained, and when every repair is looked at. */
const EXPLAINED = 0.7;
const REPAIRED = 0.85;

/**
 * Turns outcomes into findings: one cause is one finding, every outcome is in exactly one of them, and suspects are
 * ranked. Findings come most serious first, then in the order of the sheets.
 */
export function diagnose(input: DiagnosisInput): Finding[] {
  return finish(diagnoseInSteps(input));
}

/** As `diagnose`, a step for every explanation and every finding. */
export function* diagnoseInSteps(input: DiagnosisInput): Steps<Finding[]> {
  const { workbook, tables, store, amounts, declarations, outcomes } = input;
  const affirmed = affirmationsOf(input.passing ?? []);
  const figures = new FigureFinder(workbook, tables);
  const context: Description = { workbook, store, amounts, declarations, figures };
  yield 0;
  const system = systemOf(store, amounts);
  let groups: readonly Group[] = yield* within(0, EXPLAINED, groupByCause(outcomes, context, system, affirmed));
  for (const join of joins) {
    groups = join(groups, context);
    yield EXPLAINED;
  }
  const workings = workingsOf(outcomes, system, affirmed);
  groups = yield* within(EXPLAINED, REPAIRED, withForcedRepairs(groups, workings, context));
  return yield* within(REPAIRED, 1, findingsOf(groups, context));
}

/**
 * Equations by the figure that explains them, what cannot be told by what stands in its way, the rest by the cause that
 * it states.
 */
function* groupByCause(
  all: readonly Outcome[],
  context: Description,
  system: IdentitySystem,
  affirmed: Affirmations,
): Steps<Group[]> {
  const { sought: outcomes, crowds } = withoutCrowds(all, context.figures);
  yield 0;
  const notPassing = outcomes.filter(({ outcome }) => outcome !== "pass");
  const byEquation = new Map<number, Outcome>();
  for (const outcome of notPassing)
    if (outcome.equation !== null && !byEquation.has(outcome.equation)) byEquation.set(outcome.equation, outcome);
  const workings = new Workings(system, byEquation.keys(), affirmed);
  yield 0;
  const linear = new Set([...workings.open].map((id) => byEquation.get(id)!));
  const explanations = yield* explain(workings, context.figures, doubtedIn(notPassing));
  const explained = explanations.map(({ ids, suspects }): Group => ({
    members: ids.map((id) => byEquation.get(id)!),
    causes: suspects,
    obstacle: null,
  }));
  const rest = notPassing.filter((outcome) => !linear.has(outcome));
  const isStated = (outcome: Outcome): boolean => outcome.equation === null && !isOfAmounts(outcome, context);
  const stated = rest.filter(isStated);
  const others = rest.filter((outcome) => !isStated(outcome));
  const obstructed = groupObstacles(
    others.filter(({ outcome }) => outcome === "cannot-tell"),
    context,
  ).map((obstacle): Group => ({ members: obstacle.outcomes, causes: [], obstacle }));
  const single = [
    ...others.filter(({ outcome }) => outcome !== "cannot-tell"),
    ...outcomes.filter(({ outcome }) => outcome === "pass"),
  ];
  return [
    ...explained,
    ...crowds.map((members): Group => ({ ...crowdOf(members, context), crowd: true })),
    ...obstructed,
    ...groupByStatedCause(stated).map((members) => ({ ...groupOf(members), causes: rowsLacking(members, context) })),
    ...single.map((outcome) => groupOf([outcome])),
  ];
}

/** Where a check says that a row is missing. */
function rowsLacking([outcome, ...others]: readonly Outcome[], context: Description): Cause[] {
  const first = others.length === 0 && outcome?.outcome === "fail" ? outcome.operands[0] : undefined;
  return first && declarationOf(outcome!, context).lacksRow === true ? [rowCause("row-omitted", first.cell)] : [];
}

/** The identities as they stand, everything that does not hold open. */
function workingsOf(outcomes: readonly Outcome[], system: IdentitySystem, affirmed: Affirmations): Workings {
  const failing = outcomes.flatMap(({ equation, outcome }) =>
    equation === null || outcome === "pass" ? [] : [equation],
  );
  return new Workings(system, failing, affirmed);
}

function crowdOf(members: readonly Outcome[], { figures, store, amounts }: Description): Group {
  const cause = crowdCause(members, figures, store, amounts);
  return { ...groupOf(members), causes: cause === null ? [] : [cause] };
}

/** Cells that failing checks outside the equations report. */
function doubtedIn(outcomes: readonly Outcome[]): ReadonlySet<CellId> {
  const cells = new Set<CellId>();
  for (const { equation, outcome, severity, operands } of outcomes) {
    if (equation === null && outcome === "fail" && severity === "error")
      for (const { cell, role } of operands) if (role === "reported") cells.add(cell);
  }
  return cells;
}
