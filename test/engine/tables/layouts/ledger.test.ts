/** Ledgers as offices print them: what is a part of what, and which column says what. */
import { recogniseTables } from "../../../../src/engine/tables";
import type { Table } from "../../../../src/engine/tables";
import { officialTemplates } from "../../../seeds/open-seed";
import { typedWorkbook } from "../sheets";

type Row = readonly (string | number | null)[];
const read = (rows: readonly Row[], merges: readonly string[] = []): Table =>
  recogniseTables(typedWorkbook({ name: "表", rows, merges }), officialTemplates()).tables[0]!;

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

it("takes a total that is merged over two sides for the total of both, and 经济分类支出合计 for a division of its own", () => {
  const { sections } = read(
    [
      ["收入支出决算表"],
      ["部门：某县林业局", null, null, "2023年度", null, "单位：元"],
      ["收入", null, "支出", null, null, null],
      ["项目", "决算数", "项目（按功能分类）", "决算数", "项目（按支出性质和经济分类）", "决算数"],
      ["一、一般公共预算财政拨款收入", 90, "一、农林水支出", 70, "一、基本支出", 60],
      ["二、其他收入", 10, "二、住房保障支出", 30, "二、项目支出", 40],
      [null, null, null, null, "经济分类支出合计", 100],
      [null, null, null, null, "工资福利支出", 55],
      [null, null, null, null, "商品和服务支出", 45],
      ["本年收入合计", 100, "本年支出合计", null, null, 100],
      ["年初结转和结余", 5, "年末结转和结余", null, null, 5],
      ["总计", 105, "总计", null, null, 105],
    ],
    ["A3:B3", "C3:F3", "C10:E10", "C11:E11", "C12:E12"],
  );
  for (const name of ["expenditure", "expenditure-economic"]) {
    const section = sections.find((one) => one.name === name)!;
    const year = section.lines.findIndex(({ roles }) => roles.includes("year-total"));
    const { page, position } = section.lines[year]!;
    expect([section.pages[page]!.positions[0], position]).toEqual([5, 9]);
    expect(section.lines.filter(({ parent }) => parent === year)).toHaveLength(2);
  }
  const economic = sections.find(({ name }) => name === "expenditure-economic")!.lines;
  const division = economic.findIndex(({ label }) => label === "经济分类支出合计");
  expect(economic[division]!.parent).toBeNull();
  expect(economic.filter(({ parent }) => parent === division)).toHaveLength(2);
});

it("takes classes that are numbered from 一 below 一、本年支出 for its parts, and 二、结转下年 for none", () => {
  const { sections } = read([
    ["2025年财政拨款收支总表"],
    ["部门名称：某县水务局", null, null, null, null, null, "单位：元"],
    ["收入", null, "支出", null, null, null, null],
    ["项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"],
    ["一、本年收入", 90, "一、本年支出", 100, 80, 20, null],
    ["（一）一般公共预算拨款", 70, "一、一般公共服务支出", null, null, null, null],
    ["（二）政府性基金预算拨款", 20, "二、卫生健康支出", 30, 30, null, null],
    ["二、上年结转", 10, "三、城乡社区支出", 20, null, 20, null],
    ["（一）一般公共预算拨款", 10, "四、农林水支出", 50, 50, null, null],
    [null, null, "二、结转下年", null, null, null, null],
    ["收入总计", 100, "支出总计", 100, 80, 20, null],
  ]);
  const { lines } = sections[1]!;
  const labels = (parent: number): string[] => lines.filter((line) => line.parent === parent).map(({ label }) => label);
  expect(labels(0)).toEqual(["一、一般公共服务支出", "二、卫生健康支出", "三、城乡社区支出", "四、农林水支出"]);
  expect(labels(lines.length - 1)).toEqual(["一、本年支出", "二、结转下年"]);
});
