import { diagnose, type CheckResult } from "./diagnostics";
import type { CheckRegistry, Reconciliation, Rule } from "./reconcile";
import { reconcile } from "./reconcile";
import type { Choices, Table, TableTemplate, Unrecognised } from "./tables";
import { recogniseTables } from "./tables";
import type { Workbook } from "./workbook";
import { joinWorkbooks } from "./workbook";

/** Official knowledge that is handed to the engine. */
export interface Catalogue {
  readonly templates: readonly TableTemplate[];
  readonly rules: readonly Rule[];
}

/** A workbook that the one in question is compared with, and what it is to it. */
export interface ComparedWorkbook {
  readonly document: Exclude<NonNullable<Table["document"]>, "main">;
  readonly name: string;
  readonly workbook: Workbook;
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
  const compared = options.compared ?? [];
  const { workbook: joined, documentOf } = joinWorkbooks(workbook, compared);
  const own = recogniseTables(onlySheets(joined, (sheet) => !documentOf.has(sheet)), catalogue.templates, options.choices);
  const others = compared.flatMap(({ document }, index): Table[] =>
    recogniseTables(onlySheets(joined, (sheet) => documentOf.get(sheet) === index), catalogue.templates).tables.map((table) => ({ ...table, document })),
  );
  const unrecognised: readonly Unrecognised[] = own.unrecognised;
  const allTables = [...own.tables, ...others];
  onStage("reconcile");
  const reconciliation = reconcile(joined, allTables, catalogue.rules, checks);
  onStage("diagnose");
  const { store, amounts, outcomes, counts } = reconciliation;
  const findings = diagnose({ workbook: joined, tables: allTables, store, amounts, outcomes: options.all ? [...outcomes, ...reconciliation.passOutcomes()] : outcomes });
  return { workbook: name, tables: own.tables, unrecognised, findings, summary: counts, joined, allTables, reconciliation };
}

function onlySheets(workbook: Workbook, keep: (sheet: Workbook["sheets"][number]) => boolean): Workbook {
  return { ...workbook, sheets: workbook.sheets.filter(keep) };
}
