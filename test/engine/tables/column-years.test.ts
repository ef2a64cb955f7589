/** Which year's figures stand in a column, as its header says. */
import { recogniseTables } from "../../../src/engine/tables";
import type { Column, Table } from "../../../src/engine/tables";
import { yearsIn } from "../../../src/engine/tables/column-years";
import { a1, coordinates } from "../../../src/engine/workbook";
import { officialTemplates } from "../../seeds/open-seed";
import { typedWorkbook } from "./sheets";

const templates = officialTemplates();

const spending = (title: string, ...headers: readonly string[]): Table => {
  const figures = headers.map(() => 60);
  const rows = [
    [title],
    ["部门：某市水利局", null, null, "单位：万元"],
    ["科目编码", "科目名称", ...headers],
    [null, "合计", ...figures],
    ["205", "教育支出", ...figures],
    ["20502", "普通教育", ...figures],
  ];
  return recogniseTables(typedWorkbook({ name: "表", rows }), templates).tables[0]!;
};

const years = ({ sections, comparisons = [] }: Table): [string, Column["year"]][] =>
  [...sections, ...comparisons].flatMap(({ columns }) =>
    columns.map(({ path, year }): [string, Column["year"]] => [path.join("/"), year]),
  );

it("says the year that a header names, also of the columns that stand there for comparison", () => {
  const title = "2025年一般公共预算支出表";
  const table = spending(title, "2024年执行数", "2025年预算数", "2025年预算数比2024年执行数增减");
  expect(new Map(years(table))).toEqual(
    new Map([
      ["2025年预算数", 2025],
      ["2024年执行数", 2024],
      ["2025年预算数比2024年执行数增减", 2025],
    ]),
  );
  const { headerColumns } = spending(title, "2024年执行数", "2025年预算数", "基本支出", "项目支出");
  expect(headerColumns!.map(({ year }) => year)).toEqual([null, null, 2024, 2025, null, null]);
});

it("tells last year's figure without a year from this year's; money carried over is this year's", () => {
  const table = spending("2025年一般公共预算支出表", "上年执行数", "本年预算数", "上年度结转");
  expect(years(table)).toContainEqual(["上年执行数", "other"]);
  expect(years(table)).toContainEqual(["本年预算数", undefined]);
  expect(years(table)).toContainEqual(["上年度结转", undefined]);
});

it("says whose year's budget a table is by its columns, and in which cell", () => {
  const at = ({ sheet, sections }: Table): unknown => {
    const named = sections[0]!.budgetYear;
    if (named === undefined || named.cell === null) return named;
    const { row, column } = coordinates(sheet, named.cell - sheet.base);
    return [named.year, a1(row, column)];
  };
  expect(at(spending("一般公共预算支出表", "2024年执行数", "2025年预算数"))).toEqual([2025, "D3"]);
  expect(at(spending("一般公共预算支出表", "本年预算数"))).toBeUndefined();
});

it("takes digits of a longer number for no year", () => {
  expect(yearsIn("2080501项2024-2025年12025")).toEqual([2024, 2025]);
});

it("says in which cell the year of the table stands", () => {
  const { sheet, yearCell } = spending("2025年一般公共预算支出表", "本年预算数");
  expect(yearCell).toBe(sheet.base);
  expect(spending("一般公共预算支出表", "本年预算数").yearCell).toBeUndefined();
});
