import { z } from "zod/mini";
import { defineCheck } from "../check";
import { BlankPolicy, Relation } from "../equations";
import { selectorSchema } from "../rule";
import { isEmptyTable, selectCells } from "../select";

/** A table that is empty says that there is no such money: the other tables have nothing but zero for it. */
export const emptyEverywhere = defineCheck({
  scope: "group",
  parameters: z.strictObject({
    /** Kind of the table that may be empty. */
    table: z.string(),
    /** Where the other tables speak of the same money. */
    elsewhere: z.array(selectorSchema).check(z.minLength(1)),
  }),
  run(context) {
    const empty = context.tableOf(context.parameters.table);
    if (empty === null || !isEmptyTable(context.figures, context.amounts, empty)) return;
    for (const selector of context.parameters.elsewhere) {
      const table = context.tableOf(selector.table);
      if (table === null || table === empty) continue;
      const cells = selectCells(context.figures, table, selector);
      context.store.open(context.rule.id, Relation.Equal, { blanks: BlankPolicy.Zero });
      for (const cell of cells) context.store.left(cell);
      context.store.close();
    }
  },
});
