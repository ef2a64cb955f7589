import { z } from "zod/mini";
import { gridIndex, type CellId } from "../../workbook";
import type { Section, Table } from "../../tables";
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

export const headerYearDiffers = declare("header-year", {
  parameters: z.strictObject({ table: z.string(), year: z.int(), usual: z.int() }),
  title: ({ table, year, usual }) => `${table}的栏目写的是 ${year} 年预算，其他都是 ${usual} 年`,
  lines: ({ usual }) => [`请确认栏目名称，或确认这一栏的数是不是 ${usual} 年的。`],
  pass: ({ table }) => `${table}栏目中的年度与其他表一致`,
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

/**
 * Forms come one a project, each with its own year in its title: where all others of a kind name one year, the one that
 * names another was copied from it.
 */
export const formYearAgrees = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [titleYearDiffers],
  run({ table, tables, rule }): Outcome[] {
    const own = table.year;
    const others = tables.flatMap((other) =>
      other !== table && other.template.kind === table.template.kind && other.document === table.document
        ? [other.year]
        : [],
    );
    const [usual] = others;
    if (own === null || others.length < fewestForms || usual === null || usual === undefined) return [];
    if (others.some((year) => year !== usual)) return [];
    const cell = titleCell(table);
    return [
      {
        rule: rule.id,
        outcome: own === usual ? "pass" : "fail",
        severity: rule.severity,
        operands: cell === null ? [] : [{ cell, role: "reported" }],
        reported: null,
        computed: null,
        difference: null,
        detail: titleYearDiffers.with({ table: table.template.short, year: own, usual, title: table.title ?? "" }),
        equation: null,
      },
    ];
  },
});

/** Fewer other forms do not tell which year is meant. */
const fewestForms = 2;

/** "2024年预算数" over the amounts of one table or side, "2025年预算数" over those of all others. */
export const headerYearAgrees = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [headerYearDiffers],
  run({ table, group, rule }): Outcome[] {
    const years = group.tables.flatMap((other) => [other.year ?? [], ...other.sections.map(headerYear)].flat());
    // Of two that stand against each other the later is the budget's.
    const usual = [...new Set(years)].sort((a, b) => count(years, b) - count(years, a) || b - a)[0];
    if (usual === undefined || years.length < 2) return [];
    return table.sections.flatMap((section): Outcome[] => {
      const [year] = headerYear(section);
      if (year === undefined) return [];
      const cell = headerCell(section, year);
      return [
        {
          rule: rule.id,
          outcome: year === usual ? "pass" : "fail",
          severity: rule.severity,
          operands: cell === null ? [] : [{ cell, role: "reported" }],
          reported: null,
          computed: null,
          difference: null,
          detail: headerYearDiffers.with({ table: table.template.short, year, usual }),
          equation: null,
        },
      ];
    });
  },
});

/** The one year of the budget that the columns of a section name; none where they name several, or none. */
export function headerYear({ columns }: Section): number[] {
  const named = columns.flatMap(({ path }) => [...path.join("").matchAll(/(20\d{2})年(?:度)?(?:年初)?预算/g)]);
  const years = [...new Set(named.map((match) => Number(match[1])))];
  return years.length === 1 ? years : [];
}

function headerCell({ pages: [page], lines: [line] }: Section, year: number): CellId | null {
  if (!page || !line) return null;
  const { sheet, positions } = page;
  const width = sheet.columns.length;
  for (let row = line.position - 1; row >= 0; row--)
    for (const column of positions)
      if (column >= 0 && sheet.texts[row * width + column]?.includes(String(year)))
        return sheet.base + row * width + column;
  return null;
}

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
