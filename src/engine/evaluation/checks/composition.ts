import { z } from "zod/mini";
import { defineCheck, Relation } from "../../reconcile";
import { Exact } from "../../workbook";
import type { CellId, ExactDecimal } from "../../workbook";
import { fundsTotal, natureCells, nearestTo } from "../composition";

/**
 * 年度资金总额 = 基本支出 + 项目支出, in the column of the funds that the amounts by nature were filled in by: 全年预算数, or 全年执行数 where
 * that is nearer. The forms do not say which; places differ.
 */
export const natureEqualsFunds = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  run(context) {
    const parts = natureCells(context, context.table);
    const sum = parts.reduce((total, cell) => total.plus(context.amounts.value(cell) ?? 0), new Exact(0));
    const totals = (["annual-budget", "executed"] as const).flatMap(
      (basis): { cell: CellId; value: ExactDecimal }[] => {
        const cell = fundsTotal(context, context.table, basis);
        const value = cell === undefined ? null : context.amounts.value(cell);
        return cell === undefined || value === null ? [] : [{ cell, value }];
      },
    );
    const total = sum.isZero() ? null : nearestTo(sum, totals, ({ value }) => value);
    if (total === null) return;
    context.store.open(context.rule.id, Relation.Equal, context.options);
    context.store.left(total.cell);
    for (const cell of parts) context.store.right(cell);
    context.store.close();
  },
});
