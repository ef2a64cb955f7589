import { mishapOf } from "../mishap";
import type { Table } from "../tables";
import type { Amounts, CellId, Workbook } from "../workbook";
import type { CheckContext, CheckDefinition } from "./check";
import { conditionsHold } from "./conditions";
import { crashed, equationSayings, missing } from "./equation-sayings";
import { BlankPolicy, type EquationOptions, type EquationStore } from "./equations";
import type { FigureIndex } from "./figures";
import type { TableGroup } from "./groups";
import type { Outcome } from "./outcome";
import type { Rule } from "./rule";

/** One run of one rule: on a table, on a choice of a group's tables, or on the workbook. */
export interface Run {
  readonly rule: Rule;
  readonly check: CheckDefinition;
  readonly group: TableGroup;
  readonly chosen: ReadonlyMap<string, Table>;
  readonly table: Table;
}

/** What all runs of one reconciliation have in common. */
export type SharedContext = Pick<CheckContext, "workbook" | "tables" | "figures" | "amounts" | "store" | "verdicts">;

/**
 * Carries out one run. Gives what the check states and what it misses; what it throws becomes 未能核对. `passOver` is
 * called once for each thing that the rule did not apply to.
 */
export function carryOut(run: Run, shared: SharedContext, passOver: () => void): readonly Outcome[] {
  const { rule, check } = run;
  const context = new RunContext(run, shared, passOver);
  const before = shared.store.size;
  try {
    if (!context.isDue()) {
      passOver();
      return [];
    }
    const stated = check.run(context) ?? [];
    for (const { detail } of stated)
      if (!mayBeSaid(check, detail.code)) throw new Error(`${detail.code}: not declared`);
    if (stated.length === 0 && context.missing.length === 0 && shared.store.size === before && !context.passedOver)
      passOver();
    return context.missing.length === 0 ? stated : [...context.missing, ...stated];
  } catch (error) {
    return [
      ...context.missing,
      {
        ...plainOutcome(rule),
        outcome: "cannot-tell",
        operands: [],
        detail: crashed.with({ reason: mishapOf(error) }),
      },
    ];
  }
}

/**
 * A class, because it is made once for every rule and table: object literals with methods of their own are slow to
 * make.
 */
class RunContext implements CheckContext<never> {
  readonly missing: Outcome[] = [];
  passedOver = false;
  readonly workbook: Workbook;
  readonly tables: readonly Table[];
  readonly figures: FigureIndex;
  readonly amounts: Amounts;
  readonly store: EquationStore;
  readonly verdicts: Uint8Array;
  readonly rule: Rule;
  /** As its check's schema says: rules were read by it. */
  readonly parameters: never;
  readonly group: TableGroup;
  readonly table: Table;
  readonly options: EquationOptions;

  constructor(
    private readonly run: Run,
    shared: SharedContext,
    private readonly passOver: () => void,
  ) {
    const { rule, group, table } = run;
    this.workbook = shared.workbook;
    this.tables = shared.tables;
    this.figures = shared.figures;
    this.amounts = shared.amounts;
    this.store = shared.store;
    this.verdicts = shared.verdicts;
    this.rule = rule;
    this.parameters = (rule.parameters ?? {}) as never;
    this.group = group;
    this.table = table;
    this.options = {
      blanks: rule.blanks === "zero" ? BlankPolicy.Zero : BlankPolicy.Standard,
      exact: rule.exact ?? false,
    };
  }

  /** Whether the rule's preconditions hold for these tables. */
  isDue(): boolean {
    const { when, unless } = this.rule;
    const hold = (conditions: NonNullable<Rule["when"]>) =>
      conditionsHold(conditions, (kind) => this.tableOf(kind), this.figures, this.amounts);
    return (when === undefined || hold(when)) && (unless === undefined || !hold(unless));
  }

  tableOf(kind: string): Table | null {
    return this.run.chosen.get(kind) ?? this.group.byKind.get(kind)?.[0] ?? null;
  }

  tablesOf(kind: string): readonly Table[] {
    if (this.rule.together?.includes(kind)) return this.group.byKind.get(kind) ?? [];
    const one = this.tableOf(kind);
    return one === null ? [] : [one];
  }

  reportMissing(what: string, where: string, cells: readonly CellId[] = [], severity = this.rule.severity): void {
    this.missing.push({
      ...plainOutcome(this.rule),
      severity,
      outcome: "cannot-tell",
      operands: cells.map((cell) => ({ cell, role: "other" })),
      detail: missing.with({ what, where }),
    });
  }

  countNotApplicable(): void {
    this.passedOver = true;
    this.passOver();
  }
}

const known = new WeakMap<CheckDefinition, ReadonlySet<string>>();
const always = new Set(equationSayings.map(({ code }) => code));

/** Whether a check declares to say this: what nobody declares, nobody could put into words. */
function mayBeSaid(check: CheckDefinition, code: string): boolean {
  let declared = known.get(check);
  if (!declared) known.set(check, (declared = new Set((check.says ?? []).map((one) => one.code))));
  return declared.has(code) || always.has(code);
}

function plainOutcome(rule: Rule) {
  return {
    rule: rule.id,
    severity: rule.severity,
    reported: null,
    computed: null,
    difference: null,
    equation: null,
  } as const;
}
