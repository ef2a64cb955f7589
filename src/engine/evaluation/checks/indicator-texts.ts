import { z } from "zod/mini";
import { defineCheck } from "../../reconcile";
import type { Outcome } from "../../reconcile";
import { normalise } from "../../tables";
import type { Indicator } from "../../tables";
import type { CellId } from "../../workbook";
import { staleYears } from "../stale-years";
import { outcomeOf } from "../statement";
import { cellOfIndicator, nameOfBlock, nameOfIndicator, realIndicators } from "../subject";
import { indicatorTwice, staleYearWritten } from "./indicator-texts-sayings";
import { doubledIn } from "./points";

/**
 * No indicator stands twice in one block: same name, same kind, same target. One statement a block, which may itself
 * stand there twice.
 */
export const noDuplicateIndicators = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [indicatorTwice],
  run(context) {
    const outcomes: Outcome[] = [];
    for (const block of context.table.blocks) {
      const byName = new Map<string, Indicator[]>();
      for (const indicator of realIndicators(block)) {
        const key = [indicator.level1, indicator.level2, indicator.level3, indicator.texts["target"] ?? ""]
          .map(normalise)
          .join("|");
        byName.set(key, [...(byName.get(key) ?? []), indicator]);
      }
      if (byName.size === 0) continue;
      const name = nameOfBlock(context.table, block);
      const doubled = [...byName.values()].filter((members) => members.length > 1 && members[0]!.level3 !== "");
      const members = doubled.flat();
      outcomes.push(
        outcomeOf(context, {
          outcome: doubled.length === 0 ? "pass" : "fail",
          says: indicatorTwice.with({ name, indicators: doubled.map(([first]) => nameOfIndicator(first!)) }),
          cells: members.map((indicator) => indicator.cells["level3"]!),
          others: members.flatMap((indicator) => [indicator.cells["points"] ?? -1, indicator.cells["score"] ?? -1]),
          cause: doubled.length === 0 ? undefined : doubledIn(block),
        }),
      );
    }
    return outcomes;
  },
});

/** Roles of an indicator whose text speaks of what this year is to bring. */
const planned = ["level3", "target", "content", "criterion"];

/**
 * No goal, target or criterion speaks of another year as the year in which something is to be done. Comparisons and
 * documents may.
 */
export const noStaleYear = defineCheck({
  scope: "table",
  parameters: z.strictObject({ laterToo: z.optional(z.boolean()) }),
  says: [staleYearWritten],
  run(context) {
    const { year } = context.table;
    if (year === null) return;
    const outcomes: Outcome[] = [];
    for (const block of context.table.blocks) {
      const name = nameOfBlock(context.table, block);
      const faults: { cell: CellId; found: number; text: string; cause: string }[] = [];
      const read = (cell: CellId, text: string, about: CellId): void => {
        for (const found of staleYears(text, year, context.parameters.laterToo ?? false))
          faults.push({
            cell,
            found: found.year,
            text: found.words,
            cause: `stale-year ${found.year} ${about}`,
          });
      };
      for (const field of block.fields) if (field.role === "goal") read(field.cell, field.text, field.cell);
      for (const indicator of realIndicators(block))
        for (const role of planned)
          if (indicator.cells[role] !== undefined)
            read(indicator.cells[role], indicator.texts[role] ?? "", cellOfIndicator(indicator));
      for (const { cell, found, text, cause } of faults)
        outcomes.push(
          outcomeOf(context, {
            outcome: "fail",
            says: staleYearWritten.with({ name, found, text, year }),
            cells: [cell],
            cause,
          }),
        );
      if (faults.length === 0)
        outcomes.push(
          outcomeOf(context, {
            outcome: "pass",
            says: staleYearWritten.with({ name, found: null, text: "", year }),
            cells: [],
          }),
        );
    }
    return outcomes;
  },
});
