import { catalogue } from "../../../src/catalogue";
import { exampleWorkbook } from "../../../src/catalogue/example";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { toJson } from "../../../src/engine/diagnostics";

type Row = readonly (string | number | null)[];

const yearsOf = (sheets: Readonly<Record<string, readonly Row[]>>): (number | null)[] =>
  toJson(
    checkWorkbook(
      "表.xlsx",
      exampleWorkbook(Object.entries(sheets).map(([name, rows]) => ({ name, rows }))),
      catalogue,
      allChecks,
    ),
  ).tables.map(({ year }) => year);

const final: readonly Row[] = [
  ["支出决算表"],
  ["部门：某市林业局", null, null, null, "单位：万元"],
  ["科目代码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
  ["213", "农林水支出", 30, 20, 10],
  ["合计", null, 30, 20, 10],
];
const budget = (amount: string): readonly Row[] => [
  ["部门收支总表"],
  ["部门：某市林业局", null, null, "单位：万元"],
  ["收入", null, "支出", null],
  ["项目", amount, "项目", amount],
  ["一、一般公共预算拨款收入", 30, "一、农林水支出", 30],
  ["收入总计", 30, "支出总计", 30],
];

test("a table that does not say its year is of the year on the cover", () => {
  expect(yearsOf({ 封面: [["2024年度某市林业局部门决算"]], 公开03: final })).toEqual([2024]);
  expect(yearsOf({ 封面: [["某市林业局"], ["2024年8月"]], 公开03: final })).toEqual([null]);
});

test("its columns say it first, and no year of the budget is that of the 决算", () => {
  expect(yearsOf({ 收支: budget("2025年预算数"), 公开03: final })).toEqual([2025, null]);
  expect(yearsOf({ 封面: [["2024年度某市林业局部门预算"]], 收支: budget("2025年预算数") })).toEqual([2025]);
});
