import { catalogue } from "../../../src/catalogue";
import { ledgerOf, narrativeChecks, type LedgerEntry } from "../../../src/engine/narrative";
import { reconcile, type Outcome } from "../../../src/engine/reconcile";
import { recogniseTables } from "../../../src/engine/tables";
import type { Table } from "../../../src/engine/tables";
import { buildWorkbook, type Sheet, type SourceSheet } from "../../../src/engine/workbook";
import { bureauTables, textSheet } from "./budget-of-a-bureau";

const rules = catalogue.rules.filter((rule) => Object.hasOwn(narrativeChecks, rule.check));
const head = "江城市水务局2024年部门预算公开说明";

const bureau = recognise(bureauTables());

/** Tables that are recognised once; a text behind them does not move their cells. */
function recognise(sources: readonly SourceSheet[]): { sheets: readonly Sheet[]; tables: readonly Table[] } {
  const { sheets, numberFormats } = buildWorkbook(sources);
  return { sheets, tables: recogniseTables({ sheets, numberFormats }, catalogue.templates).tables };
}

/**
 * What the checks of running text say of a 说明 beside the tables of the bureau: what does not pass, and how many checks
 * do.
 */
export function checkText(
  paragraphs: readonly string[],
  others?: readonly SourceSheet[],
  title = head,
): { outcomes: readonly Outcome[]; passed: number; numbers: readonly LedgerEntry[] } {
  const { sheets, tables } = others === undefined ? bureau : recognise(others);
  const workbook = buildWorkbook([
    ...(others ?? bureauTables()),
    textSheet(title, ...paragraphs, "注：以上各项数字均以万元为单位，本说明由财务科编写。"),
  ]);
  const text = workbook.sheets[sheets.length]!;
  const recognised = [...tables, ...recogniseTables({ ...workbook, sheets: [text] }, catalogue.templates).tables];
  const reconciliation = reconcile(workbook, recognised, rules, narrativeChecks);
  const { outcomes, counts } = reconciliation;
  return { outcomes, passed: counts.pass, numbers: ledgerOf(workbook, recognised, reconciliation) };
}

/** Every number of the text with its verdict, in order: "5320.40万元 agreed". */
export function verdictsIn(paragraphs: readonly string[]): string[] {
  return checkText(paragraphs).numbers.map(({ words, verdict }) => `${words} ${verdict}`);
}

/** The outcomes as "rule: outcome stated/expected", for reading. */
export function findingsIn(paragraphs: readonly string[], tables?: readonly SourceSheet[]): string[] {
  return checkText(paragraphs, tables).outcomes.map(
    (outcome) =>
      `${outcome.rule}: ` +
      `${outcome.outcome}${outcome.reported === null ? "" : ` ${outcome.reported}/${outcome.computed}`}`,
  );
}
