import { z } from "zod/mini";
import { defineCheck } from "../../reconcile";
import type { CheckContext, Outcome } from "../../reconcile";
import type { IndicatorBlock } from "../../tables";
import type { CellId } from "../../workbook";
import { fundsTotal } from "../composition";
import { judgeRate } from "../rates";
import { printedRateDiffers, printedRateUnreadable } from "./execution-sayings";
import { fieldOf, nameOfBlock } from "../subject";

/** 执行率 of a 监控表 = the period's 执行数 / 全年预算数, or / 年初预算数: forms take either. */
export const monitoringRate = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [printedRateDiffers, printedRateUnreadable],
  run(context) {
    const [block] = context.table.blocks;
    const field = block ? fieldOf(block, "rate") : null;
    const executed = fundsTotal(context, context.table, "executed");
    if (!block || !field || executed === undefined) return;
    const budgets = (["annual-budget", "initial-budget"] as const).flatMap(
      (basis) => fundsTotal(context, context.table, basis) ?? [],
    );
    const outcome = judgeRate(context, {
      name: nameOfBlock(context.table, block),
      cell: field.cell,
      text: field.text,
      executed,
      budgets,
    });
    return outcome === null ? [] : [outcome];
  },
});

/** 执行率 of each row of a 自评汇总表 = 执行数 / 全年预算数; / 年初预算数 only where that alone is printed. */
export const summaryRates = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [printedRateDiffers, printedRateUnreadable],
  run(context) {
    return context.table.blocks.flatMap((block): Outcome[] => {
      const field = fieldOf(block, "rate");
      const [executed = -1] = amountCells(context, block, "executed");
      const [budget = -1] = [
        ...amountCells(context, block, "annual-budget"),
        ...amountCells(context, block, "initial-budget"),
      ];
      if (!field || executed < 0) return [];
      const outcome = judgeRate(context, {
        name: nameOfBlock(context.table, block),
        cell: field.cell,
        text: field.text,
        executed,
        budgets: [budget],
      });
      return outcome === null ? [] : [outcome];
    });
  },
});

/** The cell of a row's amount; none where the table has no such column. */
export function amountCells(context: CheckContext<unknown>, block: IndicatorBlock, role: string): CellId[] {
  if (block.line === null) return [];
  return context.figures.sectionsOf(context.table).flatMap((figures) => {
    const column = figures.section.columns.findIndex((candidate) => candidate.roles.includes(role));
    return column < 0 ? [] : [figures.cell(block.line!, column)];
  });
}
