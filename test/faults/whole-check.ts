import { readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../../src/catalogue";
import { allChecks } from "../../src/engine/all-checks";
import { checkWorkbook, type CheckedWorkbook } from "../../src/engine/check-workbook";
import type { Outcome } from "../../src/engine/reconcile";
import { missing } from "../../src/engine/reconcile/equation-sayings";
import type { Workbook } from "../../src/engine/workbook";
import { openPackage, readWorkbook } from "../../src/hosts/file";

/** A seed workbook as it is read from its file. */
export function readSeed(name: string): Workbook {
  return readWorkbook(openPackage(new Uint8Array(readFileSync(join(__dirname, "../../seeds", name)))));
}

/**
 * Checks that read the sentences of criteria, never an amount: the same thousand sentences need not be read for each
 * fault.
 */
const READ_CRITERIA: readonly string[] = ["criterion-in-order", "score-by-criterion"];
const ofFigures = { ...catalogue, rules: catalogue.rules.filter(({ check }) => !READ_CRITERIA.includes(check)) };

/** Recognises, reconciles and diagnoses a workbook, from the cells up, with every rule that looks at figures. */
export function checkWhole(workbook: Workbook): CheckedWorkbook {
  return checkWorkbook("workbook.xlsx", workbook, ofFigures, allChecks);
}

/** What an outcome says, without where it stands: rows may have moved. */
export function saying({ rule, outcome, reported, computed, detail }: Outcome): string {
  const missed = detail.code === missing.code ? JSON.stringify(detail.parameters) : "";
  return [rule, outcome, reported, computed, missed].join("|");
}
