import { z } from "zod/mini";
import { defineCheck, type CheckContext } from "../check";
import { Relation } from "../equations";
import type { SectionFigures } from "../figures";
import { hasAny, sectionsInOrder } from "../select";

const parameters = z.strictObject({
  /** Only these sections. */
  sections: z.optional(z.array(z.string())),
  /** Only totals with one of these roles. */
  totals: z.optional(z.array(z.string())),
  /** No totals with one of these roles: another rule has them. */
  exceptTotals: z.optional(z.array(z.string())),
  /** Columns that cannot be added: rates, points. */
  exceptColumns: z.optional(z.array(z.string())),
});
type AddUp = z.infer<typeof parameters>;

/** Each line that others add up to is their sum, in every column. Which lines add up is the recogniser's finding. */
export const linesAddUp = defineCheck({
  scope: "table",
  parameters,
  run(context) {
    for (const figures of sectionsInOrder(context.figures, context.table, context.parameters.sections)) {
      const columns = usableColumns(figures, context.parameters);
      figures.lineParts.sum.forEach((parts, total) => {
        if (parts.length === 0 || !isWanted(figures.section.lines[total]!.roles, context.parameters)) return;
        for (const column of columns) addSum(context, figures.cell(total, column), parts, (part) => figures.cell(part, column));
      });
    }
  },
});

/** In each line, each column that others add up to is their sum. An 其中 column is never added. */
export const columnsAddUp = defineCheck({
  scope: "table",
  parameters,
  run(context) {
    for (const figures of sectionsInOrder(context.figures, context.table, context.parameters.sections)) {
      figures.columnParts.sum.forEach((parts, total) => {
        if (parts.length === 0 || !isWanted(figures.section.columns[total]!.roles, context.parameters)) return;
        figures.section.lines.forEach((line, index) => {
          if (line.repeats === null) addSum(context, figures.cell(index, total), parts, (part) => figures.cell(index, part));
        });
      });
    }
  },
});

function addSum(context: CheckContext<AddUp>, total: number, parts: readonly number[], cellOf: (part: number) => number): void {
  if (total < 0) return;
  const { store } = context;
  store.open(context.rule.id, Relation.Equal, context.options);
  store.left(total);
  for (const part of parts) store.right(cellOf(part));
  store.close();
}

function isWanted(roles: readonly string[], wanted: AddUp): boolean {
  return (wanted.totals === undefined || hasAny(roles, wanted.totals)) && !hasAny(roles, wanted.exceptTotals ?? []);
}

function usableColumns(figures: SectionFigures, wanted: AddUp): number[] {
  return figures.section.columns.flatMap((column, index) => (hasAny(column.roles, wanted.exceptColumns ?? []) ? [] : [index]));
}
