import { z } from "zod/mini";
import { gridIndex, type CellId } from "../../workbook";
import type { Table } from "../../tables/table";
import { defineCheck } from "../check";
import type { Outcome } from "../outcome";

/** The year in a table's title is the year of the set it stands in. */
export const titleYearAgrees = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  run({ table, group, rule }): Outcome[] {
    const years = group.tables.flatMap(({ year }) => (year === null ? [] : [year]));
    const usual = [...new Set(years)].sort((a, b) => count(years, b) - count(years, a))[0];
    if (table.year === null || usual === undefined) return [];
    const cell = titleCell(table);
    return [
      {
        rule: rule.id,
        outcome: table.year === usual ? "pass" : "fail",
        severity: rule.severity,
        operands: cell === null ? [] : [{ cell, role: "reported" }],
        reported: null,
        computed: null,
        difference: null,
        detail: {
          code: "stated",
          wording: "title-year",
          values: {
            table: table.template.short,
            year: String(table.year),
            usual: String(usual),
            title: table.title ?? "",
          },
        },
        equation: null,
      },
    ];
  },
});

function count(years: readonly number[], year: number): number {
  return years.filter((other) => other === year).length;
}

/** First filled cell of the table's first rows that holds its year. */
function titleCell({ sheet, area, year }: Table): CellId | null {
  for (let row = area.top; row <= Math.min(area.top + 6, area.bottom); row++)
    for (let column = area.left; column <= area.right; column++) {
      const index = gridIndex(sheet, row, column);
      if (index >= 0 && sheet.texts[index]?.includes(String(year))) return sheet.base + index;
    }
  return null;
}
