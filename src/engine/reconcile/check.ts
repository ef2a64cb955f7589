import type { z } from "zod/mini";
import type { Table } from "../tables";
import type { Amounts, CellId, Workbook } from "../workbook";
import type { EquationOptions, EquationStore } from "./equations";
import type { FigureIndex } from "./figures";
import type { TableGroup } from "./groups";
import type { Declaration } from "./declaration";
import type { Outcome, Severity } from "./outcome";
import type { Rule } from "./rule";

/** What a check is run on: each table of the rule's kinds, each body and year, or the workbook as a whole. */
export type CheckScope = "table" | "group" | "workbook";

/** What a check sees. */
export interface CheckContext<Parameters = unknown> {
  readonly workbook: Workbook;
  readonly rule: Rule;
  /** The rule's parameters, validated. */
  readonly parameters: Parameters;
  /** Every recognised table of the workbook. */
  readonly tables: readonly Table[];
  /** The body and year in question; the first group for scope "workbook". */
  readonly group: TableGroup;
  /** For scope "table": the table. For scope "group": the first of the rule's kinds. */
  readonly table: Table;
  /** The table of a kind that this run is about; null where the group has none. */
  tableOf(kind: string): Table | null;
  /** The same, but all of the group's tables for a kind that the rule takes together. */
  tablesOf(kind: string): readonly Table[];
  readonly figures: FigureIndex;
  readonly amounts: Amounts;
  readonly store: EquationStore;
  /** Verdict of each equation; empty before the last checks. */
  readonly verdicts: Uint8Array;
  /** Blank policy and exactness of the rule, for `store.open`. */
  readonly options: EquationOptions;
  /** Says that something the check needs is not there; as grave as the rule, unless it is said how grave. */
  reportMissing(what: string, where: string, cells?: readonly CellId[], severity?: Severity): void;
  /** Says that the check did not apply to something. */
  countNotApplicable(): void;
}

/**
 * A check: a small function under an id. It adds equations to the store, or returns outcomes (those that pass, too), or
 * both; adding and returning nothing means that it did not apply. What it throws becomes 未能核对, never a pass.
 */
export interface CheckDefinition {
  readonly scope: CheckScope;
  /** Runs before all others: it may mark figures as disputed. */
  readonly first?: boolean;
  /** Runs after all others, when every equation is judged. */
  readonly last?: boolean;
  /** Schema of the rule's parameters. */
  readonly parameters: z.ZodMiniType;
  /** What its own outcomes may say; nothing where it only adds equations, which speak for themselves. */
  readonly says?: readonly Declaration[];
  run(context: CheckContext<never>): readonly Outcome[] | void;
}

/** Checks by id. */
export type CheckRegistry = Readonly<Record<string, CheckDefinition>>;

/** A definition whose `run` knows the type of its parameters. */
export function defineCheck<Schema extends z.ZodMiniType>(definition: {
  readonly scope: CheckScope;
  readonly first?: boolean;
  /** Runs after all others, when every equation is judged. */
  readonly last?: boolean;
  readonly parameters: Schema;
  readonly says?: readonly Declaration[];
  run(context: CheckContext<z.infer<Schema>>): readonly Outcome[] | void;
}): CheckDefinition {
  return definition;
}
