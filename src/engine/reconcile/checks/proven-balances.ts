import { z } from "zod/mini";
import type { CellId } from "../../workbook";
import { defineCheck, type CheckContext } from "../check";
import { Relation } from "../equations";
import { exactly } from "./add-up";

/**
 * What the figures of a table that nobody described prove of its columns holds in each line: 年初结转 + 本年下达 − 本年支出 = 年末结转.
 * Lines with fewer than two of the figures say nothing.
 */
export const balancesHold = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  run(context) {
    const { store, rule, options } = context;
    for (const figures of context.figures.comparisonsOf(context.table))
      for (const relation of figures.section.relations ?? []) {
        if (relation.kind !== "balance") continue;
        const { result, plus, minus } = relation;
        figures.section.lines.forEach(({ repeats }, line) => {
          const cellAt = (column: number): CellId => figures.cell(line, column);
          const filled = [result, ...plus, ...minus].filter((column) => isFilled(context, cellAt(column)));
          if (repeats !== null || filled.length < 2) return;
          store.open(rule.id, Relation.Equal, exactly(options, figures.section.columns[result]!.roles));
          store.left(cellAt(result));
          for (const column of plus) store.right(cellAt(column));
          for (const column of minus) store.right(cellAt(column), 0, -1);
          store.close();
        });
      }
  },
});

function isFilled(context: CheckContext<unknown>, cell: CellId): boolean {
  const value = cell < 0 ? null : context.amounts.value(cell);
  return value !== null && !value.isZero();
}
