import { z } from "zod/mini";
import { gridIndex, type CellId } from "../../workbook";
import type { Table } from "../../tables/table";
import { defineCheck } from "../check";
import { declare } from "../declaration";
import type { Outcome } from "../outcome";

export const titleYearDiffers = declare("title-year", {
  parameters: z.strictObject({ table: z.string(), year: z.int(), usual: z.int(), title: z.string() }),
  title: ({ table, year, usual }) => `${table}的表名写的是 ${year} 年，其他表都是 ${usual} 年`,
  lines: ({ title, usual }) => [
    `表名：${title}`,
    `已按 ${usual} 年的表核对；请确认表名，或确认这张表的数是不是 ${usual} 年的。`,
  ],
  pass: ({ table }) => `${table}表名中的年度与其他表一致`,
});

/** The year in a table's title is the year of the set it stands in. */
export const titleYearAgrees = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [titleYearDiffers],
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
        detail: titleYearDiffers.with({
          table: table.template.short,
          year: table.year,
          usual,
          title: table.title ?? "",
        }),
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
