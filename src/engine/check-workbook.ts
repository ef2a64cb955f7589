import { diagnose, type CheckResult } from "./diagnostics";
import type { ComparedWorkbook } from "./documents";
import { recogniseDocuments } from "./documents";
import type { CheckRegistry, Reconciliation, Rule } from "./reconcile";
import { reconcile } from "./reconcile";
import type { Choices, Table, TableTemplate } from "./tables";
import type { Workbook } from "./workbook";

export type { ComparedWorkbook } from "./documents";

/** Official knowledge that is handed to the engine. */
export interface Catalogue {
  readonly templates: readonly TableTemplate[];
  readonly rules: readonly Rule[];
}

export interface CheckOptions {
  /** What a person decided about sheets of the workbook. */
  readonly choices?: Choices;
  readonly compared?: readonly ComparedWorkbook[];
  /** Include findings for what passed. */
  readonly all?: boolean;
}

/** Everything a check found, with what it was found from. */
export interface CheckedWorkbook extends CheckResult {
  /** The workbook, with the sheets of compared ones behind its own. */
  readonly joined: Workbook;
  /** Tables of all documents; `tables` has those of the workbook itself. */
  readonly allTables: readonly Table[];
  readonly reconciliation: Reconciliation;
}

/** The stages of a check, in order, as a person sees them pass by. */
export const checkStages = ["recognise", "reconcile", "diagnose"] as const;
export type CheckStage = (typeof checkStages)[number];

/**
 * Check a workbook: recognise its tables, run the rules, explain what does not agree. The workbook is never changed.
 * `name` is how the person calls it. `onStage` is told before each stage begins.
 */
export function checkWorkbook(name: string, workbook: Workbook, catalogue: Catalogue, checks: CheckRegistry, options: CheckOptions = {}, onStage: (stage: CheckStage) => void = () => {}): CheckedWorkbook {
  onStage("recognise");
  const { joined, own, tables: allTables } = recogniseDocuments(workbook, catalogue.templates, options.compared, options.choices);
  onStage("reconcile");
  const reconciliation = reconcile(joined, allTables, catalogue.rules, checks);
  onStage("diagnose");
  const { store, amounts, outcomes, counts } = reconciliation;
  const findings = diagnose({ workbook: joined, tables: allTables, store, amounts, outcomes: options.all ? [...outcomes, ...reconciliation.passOutcomes()] : outcomes });
  return { workbook: name, tables: own.tables, unrecognised: own.unrecognised, findings, summary: counts, joined, allTables, reconciliation };
}
