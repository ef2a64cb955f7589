import { catalogue } from "../../../src/catalogue";
import { exampleNamed, exampleWorkbook } from "../../../src/catalogue/example";
import { allChecks } from "../../../src/engine/all-checks";
import type { Outcome } from "../../../src/engine/reconcile";
import { reconcile } from "../../../src/engine/reconcile";
import { recogniseTables } from "../../../src/engine/tables";
import { addressOf } from "../../../src/engine/workbook";
import type { Workbook } from "../../../src/engine/workbook";

/** A change of one cell of the example: sheet, address, new value. */
export type Change = readonly [sheet: string, address: string, value: string | number | null];

/** Targets, base data, the whole and two projects that agree, with some cells changed. */
export function performanceWorkbook(...changes: readonly Change[]): Workbook {
  return exampleWorkbook(
    exampleNamed({ of: "performance", changes: [] }),
    changes.map(([sheet, address, value]) => ({ sheet, address, value })),
  );
}

/** What the rules say of a workbook, but for what passed. */
export function outcomesOf(workbook: Workbook): readonly Outcome[] {
  const { tables } = recogniseTables(workbook, catalogue.templates);
  return reconcile(workbook, tables, catalogue.rules, allChecks).outcomes;
}

/** "rule outcome/severity sheet!address" of each outcome, of one rule or of all. */
export function findingsOf(workbook: Workbook, rule?: string): string[] {
  return outcomesOf(workbook)
    .filter((outcome) => rule === undefined || outcome.rule === rule)
    .map((outcome) => {
      const first = outcome.operands[0];
      const place = first ? addressOf(workbook, first.cell) : null;
      return (
        `${rule === undefined ? `${outcome.rule} ` : ""}${outcome.outcome}/${outcome.severity} ` +
        `${place ? `${place.sheet}!${place.address}` : "-"}`
      );
    });
}
