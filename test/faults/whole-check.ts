import { readFileSync } from "node:fs";
import { join } from "node:path";
import { files as ruleFiles } from "../../src/catalogue/rules";
import { files as templateFiles } from "../../src/catalogue/templates";
import { diagnose, type Finding } from "../../src/engine/diagnostics";
import { narrativeChecks } from "../../src/engine/narrative";
import { linearChecks, parseRules, reconcile, type Outcome, type Reconciliation } from "../../src/engine/reconcile";
import { recogniseTables, type Table, type TableTemplate } from "../../src/engine/tables";
import type { Workbook } from "../../src/engine/workbook";
import { openPackage, readWorkbook } from "../../src/hosts/file";

const checks = { ...linearChecks, ...narrativeChecks };
const known = ruleFiles.filter(({ content }) => (content as { check: string }).check in checks);
const { rules } = parseRules(known, checks);
const templates = templateFiles.map(({ content }) => content as TableTemplate);

/** What one whole check says: recognition, every rule, findings. */
export interface WholeCheck {
  readonly workbook: Workbook;
  readonly tables: readonly Table[];
  readonly reconciliation: Reconciliation;
  readonly findings: readonly Finding[];
}

/** A seed workbook as it is read from its file. */
export function readSeed(name: string): Workbook {
  return readWorkbook(openPackage(new Uint8Array(readFileSync(join(__dirname, "../../seeds", name)))));
}

/** Recognises, reconciles and diagnoses a workbook, from the cells up. */
export function checkWhole(workbook: Workbook): WholeCheck {
  const { tables } = recogniseTables(workbook, templates);
  const reconciliation = reconcile(workbook, tables, rules, checks);
  return { workbook, tables, reconciliation, findings: diagnose({ workbook, tables, ...reconciliation }) };
}

/** What an outcome says, without where it stands: rows may have moved. */
export function saying({ rule, outcome, reported, computed, detail }: Outcome): string {
  return [rule, outcome, reported, computed, detail.code === "missing" ? `${detail.where} ${detail.what}` : ""].join("|");
}
