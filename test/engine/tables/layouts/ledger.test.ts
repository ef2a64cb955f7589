/** Ledgers as offices print them: what is a part of what, and which column says what. */
import { recogniseTables } from "../../../../src/engine/tables";
import type { Table } from "../../../../src/engine/tables";
import { officialTemplates } from "../../../seeds/open-seed";
import { typedWorkbook } from "../sheets";

type Row = readonly (string | number | null)[];
const read = (rows: readonly Row[]): Table =>
  recogniseTables(typedWorkbook({ name: "表", rows }), officialTemplates()).tables[0]!;

it("takes funds below 年初结转和结余 for its parts, though neither number nor blanks say so", () => {
  const { sections } = read([
    ["财政拨款收入支出决算总表"],
    ["部门：某市水利局", null, null, null, null, "单位：万元"],
    ["收入", null, "支出", null, null, null],
    ["项目", "金额", "项目", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款"],
    ["一、一般公共预算财政拨款", 90, "一、农林水支出", 70, 70, null],
    ["二、政府性基金预算财政拨款", null, "二、住房保障支出", 30, 30, null],
    ["本年收入合计", 90, "本年支出合计", 100, 100, null],
    ["年初财政拨款结转和结余", 40, "年末财政拨款结转和结余", 30, 30, null],
    ["一般公共预算财政拨款", 40, null, null, null, null],
    ["政府性基金预算财政拨款", null, null, null, null, null],
    ["总计", 130, "总计", 130, 130, null],
  ]);
  const { lines } = sections[0]!;
  const whole = lines.findIndex(({ label }) => label.startsWith("年初"));
  expect(lines.filter(({ parent }) => parent === whole).map(({ label }) => label)).toEqual([
    "一般公共预算财政拨款",
    "政府性基金预算财政拨款",
  ]);
});

it("reads 年初预算数 and 全年预算数 beside 决算数 as sections of their own", () => {
  const table = read([
    ["2023年度收入支出决算总表"],
    ["部门：某市水利局", null, null, null, null, null, null, "单位：万元"],
    ["收入", null, null, null, "支出", null, null, null],
    ["项目", "年初预算数", "全年预算数", "决算数", "项目（按功能分类）", "年初预算数", "全年预算数", "决算数"],
    ["一、一般公共预算财政拨款收入", 80, 90, 95, "一、农林水支出", 60, 70, 70],
    ["八、其他收入", 20, 10, 5, "二、住房保障支出", 40, 30, 30],
    ["本年收入合计", 100, 100, 100, "本年支出合计", 100, 100, 100],
    ["总计", 100, 100, 100, "总计", 100, 100, 100],
  ]);
  expect(table.sections.map(({ name, pages }) => [name, pages[0]!.positions])).toEqual([
    ["income", [3]],
    ["expenditure", [7]],
    ["income-apart-1", [1]],
    ["income-apart-2", [2]],
    ["expenditure-apart-1", [5]],
    ["expenditure-apart-2", [6]],
  ]);
  expect(table.headerColumns!.every(({ isRead }) => isRead)).toBe(true);
});
