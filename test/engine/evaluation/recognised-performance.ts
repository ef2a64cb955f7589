import { catalogue } from "../../../src/catalogue";
import { exampleNamed, exampleWorkbook } from "../../../src/catalogue/example";
import type { Recognised } from "../../../src/engine/evaluation/self-evaluation";
import { recogniseTables } from "../../../src/engine/tables";

/** A cell of the example that is to be different: sheet, address, what stands there instead; null for nothing. */
export type Change = readonly [sheet: string, address: string, value: string | number | null];

const TARGETS = "绩效目标表";

/** Targets of two projects with criteria, their self-evaluations and that of the whole, and what is recognised. */
export function recognisedPerformance(...changes: readonly Change[]): Recognised {
  return recognised(() => true, changes);
}

/** Only the targets: nobody has evaluated anything yet. */
export function recognisedTargets(...changes: readonly Change[]): Recognised {
  return recognised((name) => name === TARGETS, changes);
}

function recognised(wanted: (sheet: string) => boolean, changes: readonly Change[]): Recognised {
  const sheets = exampleNamed({ of: "performance", changes: [] }).filter(({ name }) => wanted(name));
  const workbook = exampleWorkbook(
    sheets,
    changes.map(([sheet, address, value]) => ({ sheet, address, value })),
  );
  return { workbook, tables: recogniseTables(workbook, catalogue.templates).tables };
}
