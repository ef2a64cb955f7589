import type { Steps } from "../steps";
import { finish, within } from "../steps";
import type { Table } from "../tables";
import { Amounts, type Workbook } from "../workbook";
import type { CheckDefinition, CheckRegistry } from "./check";
import { linearChecks } from "./checks";
import { EquationStore } from "./equations";
import { FigureIndex, type SectionFigures } from "./figures";
import { groupTables, type TableGroup } from "./groups";
import { judgeInSteps, outcomeOfVerdict, Verdict } from "./judge";
import { severityOf, type Outcome, type Severity } from "./outcome";
import { outcomeOfEquation } from "./outcome-of-equation";
import type { Rule } from "./rule";
import { carryOut, type Run, type SharedContext } from "./run";
import { hasAny } from "./select";
import { setAsideUnread } from "./unread-columns";

/** How many checks there were, by outcome: checks = pass + rounding + fail + cannotTell. */
export interface CheckCounts {
  checks: number;
  pass: number;
  rounding: number;
  fail: number;
  cannotTell: number;
  notApplicable: number;
}

/** Everything that a reconciliation found out. */
export interface Reconciliation {
  readonly amounts: Amounts;
  readonly figures: FigureIndex;
  readonly groups: readonly TableGroup[];
  readonly store: EquationStore;
  /** Verdict of each equation of the store. */
  readonly verdicts: Uint8Array;
  /** What did not pass. */
  readonly outcomes: readonly Outcome[];
  readonly counts: CheckCounts;
  /** What passed of the checks that are no equations. */
  readonly passing: readonly Outcome[];
  /** What passed, built on demand. */
  passOutcomes(): Outcome[];
}

/**
 * Runs every rule on the tables it speaks of. Amounts are read once, linear checks become equations that are judged
 * together; a check that throws gives 未能核对. Neither the workbook nor the tables are changed.
 */
export function reconcile(
  workbook: Workbook,
  tables: readonly Table[],
  rules: readonly Rule[],
  checks: CheckRegistry = linearChecks,
): Reconciliation {
  return finish(reconcileInSteps(workbook, tables, rules, checks));
}

/** As `reconcile`, a step for every table that is read and every run of a rule. */
export function* reconcileInSteps(
  workbook: Workbook,
  tables: readonly Table[],
  rules: readonly Rule[],
  checks: CheckRegistry = linearChecks,
): Steps<Reconciliation> {
  const figures = new FigureIndex(workbook);
  for (const table of tables) {
    figures.add(table);
    yield 0;
  }
  const amounts = new Amounts(workbook);
  for (const table of tables) {
    readAmounts(amounts, table, figures);
    yield 0;
  }
  const groups = groupTables(tables.filter(isOwn));
  const store = new EquationStore(figures.size);
  const outcomes: Outcome[] = [];
  const counts: CheckCounts = { checks: 0, pass: 0, rounding: 0, fail: 0, cannotTell: 0, notApplicable: 0 };
  const severities = new Map<string, Severity>(rules.map((rule) => [rule.id, rule.severity]));
  const passOver = (times = 1): void => {
    counts.notApplicable += times;
  };
  const present = new Set(groups.flatMap((group) => [...group.byKind.keys()]));
  const runs = rules.flatMap((rule) => runsOf(rule, checks[rule.check], groups, present, passOver));

  let done = 0;
  const carryOutThose = function* (wanted: (check: CheckDefinition) => boolean, verdicts: Uint8Array): Steps<void> {
    const shared: SharedContext = { workbook, tables, figures, amounts, store, verdicts };
    for (const run of runs) {
      if (!wanted(run.check)) continue;
      yield done++ / runs.length;
      for (const outcome of carryOut(run, shared, passOver)) outcomes.push(weighed(outcome));
    }
  };
  const none = new Uint8Array(0);
  yield* carryOutThose((check) => check.first === true, none);
  yield* carryOutThose((check) => !check.first && !check.last, none);
  const verdicts = yield* within(done / runs.length, done / runs.length, judgeInSteps(store, amounts));
  outcomes.push(...setAsideUnread(store, verdicts, amounts, figures, tables.filter(isOwn)));
  yield* carryOutThose((check) => check.last === true, verdicts);

  const passing = outcomes.filter(({ outcome }) => outcome === "pass");
  for (const outcome of outcomes) count(counts, outcome.outcome);
  const severityOf = (equation: number) => severities.get(store.ruleOf(equation)) ?? "error";
  const failing: Outcome[] = [];
  const outcomeOf = (equation: number): Outcome =>
    outcomeOfEquation(store, equation, verdicts[equation] as Verdict, amounts, figures, severityOf(equation))!;
  tally(verdicts, counts, (equation) => failing.push(outcomeOf(equation)));
  return {
    amounts,
    figures,
    groups,
    store,
    verdicts,
    counts,
    passing,
    outcomes: [...outcomes.filter((outcome) => outcome.outcome !== "pass"), ...failing],
    passOutcomes: () => [
      ...passing,
      ...[...verdicts.keys()].filter((equation) => verdicts[equation] === Verdict.Pass).map(outcomeOf),
    ],
  };
}

function weighed(outcome: Outcome): Outcome {
  const severity = severityOf(outcome.outcome, outcome.severity);
  return severity === outcome.severity ? outcome : { ...outcome, severity };
}

/**
 * Tables of documents that the workbook is compared with are looked at by checks across documents, not checked
 * themselves.
 */
function isOwn({ document }: Table): boolean {
  return document === undefined || document === "main" || document === "text";
}

/** Columns that are no amounts of the table's unit: their decimals say nothing about amounts. */
const otherMeasures: readonly string[] = ["points", "score", "rate", "control-rate"];

function readAmounts(amounts: Amounts, table: Table, figures: FigureIndex): void {
  const sections = figures.sectionsOf(table);
  const others = sections.flatMap((section) => cellsOfOtherMeasures(section));
  if (others.length > 0) amounts.readGroup(Int32Array.from(others), null, table.embedded);
  for (const comparison of figures.comparisonsOf(table)) readComparison(amounts, comparison, table);
  if (sections.length > 0)
    amounts.readGroup(
      sections.length === 1 ? sections[0]!.cells : joined(sections.map((section) => section.cells)),
      table.unit ?? table.template.usualUnit ?? null,
      table.embedded,
    );
}

/**
 * Last year's figures are in the table's unit; a rate is not. This year's belong to a section, and are read with it.
 */
function readComparison(amounts: Amounts, comparison: SectionFigures, table: Table): void {
  const cellsOf = (roles: readonly string[]): Int32Array =>
    Int32Array.from(
      comparison.section.columns.flatMap((column, at) =>
        hasAny(column.roles, roles) ? comparison.section.lines.map((_, line) => comparison.cell(line, at)) : [],
      ),
    );
  amounts.readGroup(cellsOf(["rate", "completion", "share"]), null, table.embedded);
  amounts.readGroup(
    cellsOf(["prior", "prior-part", "change"]),
    table.unit ?? table.template.usualUnit ?? null,
    table.embedded,
  );
}

function cellsOfOtherMeasures({ section, width, cells }: SectionFigures): number[] {
  return section.columns.flatMap((column, at) =>
    hasAny(column.roles, otherMeasures) ? section.lines.map((_, line) => cells[line * width + at]!) : [],
  );
}

function joined(lists: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

function count(counts: CheckCounts, kind: Outcome["outcome"]): void {
  counts.checks++;
  counts[kind === "cannot-tell" ? "cannotTell" : kind]++;
}

/** Counts the verdicts of equations and names those that are neither passed nor without object. */
function tally(verdicts: Uint8Array, counts: CheckCounts, each: (equation: number) => void): void {
  const { Pass, NotApplicable } = Verdict;
  for (let equation = 0; equation < verdicts.length; equation++) {
    const verdict = verdicts[equation]!;
    if (verdict === NotApplicable) counts.notApplicable++;
    else if (verdict === Pass) {
      counts.checks++;
      counts.pass++;
    } else {
      count(counts, outcomeOfVerdict[verdict as Verdict]!);
      each(equation);
    }
  }
}

/** At most this many ways to choose among several tables of one kind. */
const mostChoices = 16;

/**
 * The runs of a rule; `passOver` is told how many groups it does not apply to. `present` has the kinds of tables that
 * some group has.
 */
function runsOf(
  rule: Rule,
  check: CheckDefinition | undefined,
  all: readonly TableGroup[],
  present: ReadonlySet<string>,
  passOver: (times?: number) => void,
): Run[] {
  if (!check) throw new Error(`rule ${rule.id} names the unknown check ${rule.check}`);
  const groups = rule.stage === undefined ? all : all.filter(({ stage }) => stage === rule.stage);
  if (check.scope === "table") {
    const kinds = [...new Set(rule.tables)].filter((kind) => present.has(kind));
    const runs =
      kinds.length === 0
        ? []
        : groups.flatMap((group) =>
            kinds.flatMap((kind) =>
              (group.byKind.get(kind) ?? []).map((table): Run => ({
                rule,
                check,
                group,
                table,
                chosen: new Map([[kind, table]]),
              })),
            ),
          );
    if (runs.length === 0) passOver();
    return runs;
  }
  if (check.scope === "workbook") {
    const group = groups.find((candidate) =>
      candidate.tables.some((table) => rule.tables.includes(table.template.kind)),
    );
    const table = group?.tables.find((candidate) => rule.tables.includes(candidate.template.kind));
    if (group && table) return [{ rule, check, group, table, chosen: new Map([[table.template.kind, table]]) }];
    passOver();
    return [];
  }
  // Most rules speak of tables that a workbook does not have: nothing is to be looked for in its groups.
  if (!rule.tables.every((kind) => present.has(kind))) {
    passOver(groups.length);
    return [];
  }
  const together = rule.together ?? [];
  const strays = together.length === 0 ? [] : groups.filter((group) => isStray(group, rule));
  return groups.flatMap((group) => {
    const choices = strays.some((stray) => stray !== group) ? [] : choicesOf(group, rule.tables, together);
    if (choices.length === 0) passOver();
    return choices.map((chosen): Run => ({ rule, check, group, table: chosen.get(rule.tables[0]!)!, chosen }));
  });
}

/** A body that has tables which the rule takes together, but none of its others. */
function isStray(group: TableGroup, rule: Rule): boolean {
  const has = (kind: string) => group.byKind.has(kind);
  const together = rule.together ?? [];
  return together.some(has) && !rule.tables.some((kind) => !together.includes(kind) && has(kind));
}

/** Every way to take one table of each kind (the first of kinds taken together); none where the group lacks a kind. */
function choicesOf(group: TableGroup, kinds: readonly string[], together: readonly string[]): Map<string, Table>[] {
  const distinct = [...new Set(kinds)];
  if (!distinct.every((kind) => group.byKind.has(kind))) return [];
  let choices = [new Map<string, Table>()];
  for (const kind of distinct) {
    const candidates = group.byKind.get(kind)!.slice(0, together.includes(kind) ? 1 : mostChoices);
    choices = choices
      .flatMap((chosen) => candidates.map((table) => new Map([...chosen, [kind, table]])))
      .slice(0, mostChoices);
  }
  return choices;
}
