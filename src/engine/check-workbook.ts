import { ledgerOf } from "./narrative";
import { diagnoseInSteps, type CheckResult } from "./diagnostics";
import type { ComparedWorkbook } from "./documents";
import { recogniseDocumentsInSteps } from "./documents";
import type { CheckRegistry, Reconciliation, Rule } from "./reconcile";
import { declarationsOf, reconcileInSteps } from "./reconcile";
import type { Steps } from "./steps";
import { finish } from "./steps";
import type { CheckSettings } from "./settings";
import { DEFAULT_SETTINGS, settledCheck } from "./settings";
import type { Table, TableTemplate } from "./tables";
import type { Workbook } from "./workbook";

export { documentRoles, identityOf, roleOf } from "./documents";
export type { ComparedWorkbook, DocumentRole } from "./documents";

/** Official knowledge that is handed to the engine. */
export interface Catalogue {
  readonly templates: readonly TableTemplate[];
  readonly rules: readonly Rule[];
}

export interface CheckOptions {
  /** What people decided about the workbook; nothing where not given. */
  readonly settings?: CheckSettings;
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

/** How far a check has come: its stage, and the share of that which is done (0 to 1). */
export interface CheckProgress {
  readonly stage: CheckStage;
  readonly share: number;
}

/**
 * Check a workbook: recognise its tables, run the rules, explain what does not agree. The workbook is never changed.
 * `name` is how the person calls it.
 */
export function checkWorkbook(
  name: string,
  workbook: Workbook,
  catalogue: Catalogue,
  checks: CheckRegistry,
  options: CheckOptions = {},
): CheckedWorkbook {
  return finish(checkInSteps(name, workbook, catalogue, checks, options));
}

/** As `checkWorkbook`, in steps that say how far it has come, so that a page can draw or stop in between. */
export function* checkInSteps(
  name: string,
  workbook: Workbook,
  catalogue: Catalogue,
  checks: CheckRegistry,
  options: CheckOptions = {},
): Generator<CheckProgress, CheckedWorkbook, void> {
  const settled = settledCheck(workbook, catalogue.rules, options.settings ?? DEFAULT_SETTINGS);
  const {
    joined,
    own,
    tables: allTables,
  } = yield* staged(
    "recognise",
    recogniseDocumentsInSteps(workbook, catalogue.templates, options.compared, settled.choices),
  );
  const reconciliation = yield* staged("reconcile", reconcileInSteps(joined, allTables, settled.rules, checks));
  const { store, amounts, outcomes, counts } = reconciliation;
  const findings = yield* staged(
    "diagnose",
    diagnoseInSteps({
      workbook: joined,
      tables: allTables,
      store,
      amounts,
      passing: reconciliation.passing,
      declarations: declarationsOf(checks),
      outcomes: options.all ? [...outcomes, ...reconciliation.passOutcomes()] : outcomes,
    }),
  );
  return {
    workbook: name,
    tables: own.tables,
    unrecognised: own.unrecognised,
    findings: settled.accept(findings),
    summary: counts,
    text: ledgerOf(joined, allTables, reconciliation),
    joined,
    allTables,
    reconciliation,
  };
}

function* staged<Result>(stage: CheckStage, steps: Steps<Result>): Generator<CheckProgress, Result, void> {
  yield { stage, share: 0 };
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield { stage, share: value };
  }
}
