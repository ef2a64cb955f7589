import { gridIndex, type CellId } from "../workbook";
import type { Column, NamedYear, Section, Table } from "./table";

/** The years that header words name, in their order; digits of a longer number are none. */
export function yearsIn(words: string): number[] {
  return [...words.matchAll(/(?:^|\D)(20\d{2})(?!\d)/g)].map((match) => Number(match[1]));
}

/** The latest year that the words over a column name; null where they name none. */
export function latestYear(path: readonly string[]): number | null {
  const years = path.flatMap(yearsIn);
  return years.length === 0 ? null : Math.max(...years);
}

/** Last year's figure, or the change against it; money carried over from last year is this year's. */
const besideBudget = /上年(?!度?(?:结转|结余))|去年|增减|比上年/;

/** The first year that the words over a column name: in "2025年预算数比2024年增减" the one that it is about. */
export function yearOf(path: readonly string[]): Column["year"] {
  const [named] = path.flatMap(yearsIn);
  if (named !== undefined) return named;
  return path.some((word) => besideBudget.test(word)) ? "other" : undefined;
}

/** "2024年预算数" is the budget of a year, "2024年执行数" is not. */
const budgetOfYear = /(20\d{2})年(?:度)?(?:年初)?预算/g;

/** The one year whose budget the columns name, and the cell nearest to the figures that says it. */
export function budgetYearOf({ columns, pages: [page], lines: [line] }: Section): NamedYear | null {
  const named = columns.flatMap(({ path }) => [...path.join("").matchAll(budgetOfYear)]);
  const [year, ...others] = new Set(named.map((match) => Number(match[1])));
  if (year === undefined || others.length > 0) return null;
  const cell = page === undefined || line === undefined ? null : cellAbove(page, line.position, year);
  return { year, cell };
}

function cellAbove({ sheet, positions }: Section["pages"][number], first: number, year: number): CellId | null {
  const width = sheet.columns.length;
  for (let row = first - 1; row >= 0; row--)
    for (const column of positions)
      if (column >= 0 && sheet.texts[row * width + column]?.includes(String(year)))
        return sheet.base + row * width + column;
  return null;
}

/** Rows below the top of a table in which its year is looked for. */
const headRows = 6;

/** The first cell at the top of a table that holds its year; null where it stands elsewhere, or in Chinese numerals. */
export function yearCellOf({ sheet, area, year }: Pick<Table, "sheet" | "area" | "year">): CellId | null {
  if (year === null) return null;
  for (let row = area.top; row <= Math.min(area.top + headRows, area.bottom); row++)
    for (let column = area.left; column <= area.right; column++) {
      const index = gridIndex(sheet, row, column);
      if (index >= 0 && sheet.texts[index]?.includes(String(year))) return sheet.base + index;
    }
  return null;
}
