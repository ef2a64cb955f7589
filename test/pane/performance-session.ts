import { exampleNamed } from "../../src/catalogue/example";
import { a1 } from "../../src/engine/workbook";
import type { MadeCell, MadeSheet } from "../hosts/simulated/simulated-workbook";
import type { ClerkSession } from "./clerk-session";
import { openSession } from "./clerk-session";

/** A cell of the example that is to be different: sheet, address, what stands there instead; null for nothing. */
export type Change = readonly [sheet: string, address: string, value: string | number | null];

/** Targets of two projects with criteria, their self-evaluations and that of the whole, as sheets of a workbook. */
export function performanceSheets(...changes: readonly Change[]): MadeSheet[] {
  return exampleNamed({ of: "performance", changes: [] }).map(({ name, rows }) => {
    const cells: Record<string, MadeCell> = {};
    rows.forEach((row, at) => row.forEach((value, column) => value !== null && (cells[a1(at, column)] = value)));
    for (const [sheet, address, value] of changes) {
      if (sheet !== name) continue;
      if (value === null) delete cells[address];
      else cells[address] = value;
    }
    return { name, cells };
  });
}

/** Only the targets: nobody has evaluated anything yet. */
export function targetSheets(...changes: readonly Change[]): MadeSheet[] {
  return performanceSheets(...changes).filter(({ name }) => name === "绩效目标表");
}

/** A session over such sheets, connected. */
export async function openPerformance(sheets: readonly MadeSheet[]): Promise<ClerkSession> {
  const clerk = openSession(sheets);
  await clerk.session.start();
  return clerk;
}
