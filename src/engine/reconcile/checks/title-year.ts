import { z } from "zod/mini";
import type { CellId } from "../../workbook";
import { purposeOf } from "../../tables";
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
    return [
      {
        rule: rule.id,
        outcome: table.year === usual ? "pass" : "fail",
        severity: rule.severity,
        operands: operandsOf(table.yearCell),
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
 * Forms come one a project and one for the whole, each with its own year in its title: where all others for the same
 * purpose name one year, the one that names another was copied from it.
 */
export const formYearAgrees = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [titleYearDiffers],
  run({ table, tables, rule }): Outcome[] {
    const own = table.year;
    const others = tables.flatMap((other) =>
      other !== table && purposeOf(other) === purposeOf(table) && other.document === table.document ? [other.year] : [],
    );
    const [usual] = others;
    if (own === null || others.length < fewestForms || usual === null || usual === undefined) return [];
    if (others.some((year) => year !== usual)) return [];
    return [
      {
        rule: rule.id,
        outcome: own === usual ? "pass" : "fail",
        severity: rule.severity,
        operands: operandsOf(table.yearCell),
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
    const years = group.tables.flatMap((other) =>
      [other.year ?? [], ...other.sections.map(({ budgetYear }) => budgetYear?.year ?? [])].flat(),
    );
    // Of two that stand against each other the later is the budget's.
    const usual = [...new Set(years)].sort((a, b) => count(years, b) - count(years, a) || b - a)[0];
    if (usual === undefined || years.length < 2) return [];
    return table.sections.flatMap(({ budgetYear }): Outcome[] => {
      if (budgetYear === undefined) return [];
      const { year, cell } = budgetYear;
      return [
        {
          rule: rule.id,
          outcome: year === usual ? "pass" : "fail",
          severity: rule.severity,
          operands: operandsOf(cell),
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

function count(years: readonly number[], year: number): number {
  return years.filter((other) => other === year).length;
}

/** The cell that says the year, where one is found. */
function operandsOf(cell: CellId | null | undefined): Outcome["operands"] {
  return cell === null || cell === undefined ? [] : [{ cell, role: "reported" }];
}
