/** docs/own-rules.md: 政府采购预算表 as cities print it, described in a page of JSON. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue, extendCatalogue } from "../../src/catalogue";
import { exampleWorkbook } from "../../src/catalogue/example";
import { allChecks } from "../../src/engine/all-checks";
import { checkWorkbook } from "../../src/engine/check-workbook";

type Rows = (string | number | null)[][];

const folder = join(__dirname, "../../docs/examples/catalogue");
const files = readdirSync(folder).map((name) => ({
  name,
  content: JSON.parse(readFileSync(join(folder, name), "utf8")) as unknown,
}));
const extended = extendCatalogue(catalogue, files);

/** Rows of projects, a column for each kind. */
const byKind: Rows = [
  ["2025年政府采购预算表"],
  ["单位名称：甲市某局", null, null, null, "单位：万元"],
  ["项目名称", "合计", "货物", "工程", "服务"],
  ["合计", 160, 70, 40, 50],
  ["办公楼维修", 60, null, 40, 20],
  ["设备更新", 100, 70, null, 30],
];

/** Kinds down the side, a column for each source. */
const kindsDown: Rows = [
  ["附件表九"],
  ["2025年政府采购预算明细表"],
  ["单位：万元"],
  ["项目编号", "项目", "总计", "上年结转", "一般公共预算拨款收入", "政府性基金预算拨款收入", "事业收入预算"],
  [null, "合计", 365.4, 12.4, 253, 100, null],
  ["A", "货物", 86.4, 12.4, 74, null, null],
  ["B", "工程", 100, null, null, 100, null],
  ["C", "服务", 179, null, 179, null, null],
];

/** Kinds with their projects below them, sources under one heading. */
const kindsOverProjects: Rows = [
  ["公开13表"],
  ["政府采购支出表"],
  ["部门：乙市某局", null, null, null, null, "单位：万元"],
  ["采购品目大类", "专项名称", "采购物品名称", "资金来源", null, null],
  [null, null, null, "总计", "一般公共预算资金", "单位资金"],
  ["合计", null, null, 98.6, 78.6, 20],
  ["货物", null, null, 38.6, 38.6, null],
  ["　乙市某局（本级）", "办公设备更新", "台式计算机", 21.6, 21.6, null],
  ["　乙市某局（本级）", "办公设备更新", "多功能一体机", 17, 17, null],
  ["服务", null, null, 60, 40, 20],
  ["　乙市某站", "统防统治", "防治服务", 60, 40, 20],
];

/** What is bought, counted and in which unit; the office's own name over its purchases, the total below. */
const countedBelowOffice: Rows = [
  ["部门政府采购预算表"],
  ["单位名称：丙县某局", null, null, null, null, null, null, "单位：元"],
  ["预算项目", "采购项目", "计量单位", "数量", "面向中小企业预留资金", "合计", "一般公共预算", "单位资金"],
  ["丙县某局", null, null, null, 293254.5, 347789.63, 286742.9, 61046.73],
  ["一般公用经费", "复印纸", "批", 1, 33208.16, 33208.16, 33208.16, null],
  ["一般公用经费", "台式计算机", "台", 12, 61046.73, 61046.73, null, 61046.73],
  ["校舍维修改造经费", "屋面防水", "项", 1, 198999.61, 253534.74, 253534.74, null],
  ["合  计", null, null, null, 293254.5, 347789.63, 286742.9, 61046.73],
];

/** 小计 over the purchases of each kind; a purchase that is of no project is called by its office. */
const subtotalsOfKinds: Rows = [
  ["2024年度政府采购支出表"],
  ["部门：丁市某局", null, null, null, null, null, "单位：万元"],
  ["单位名称", "采购品目大类", "专项名称", "采购物品名称", "资金来源", null, "总计"],
  [null, null, null, null, "一般公共预算资金", "政府性基金", null],
  ["合计", null, null, null, 124.72, 420, 544.72],
  ["货物类小计", null, null, null, 26.22, null, 26.22],
  ["丁市某局机关", "货物", null, "复印纸", 1.86, null, 1.86],
  ["丁市某大队", "货物", "执法装备", "执法记录仪", 24.36, null, 24.36],
  ["工程类小计", null, null, null, 98.5, 420, 518.5],
  ["丁市某局机关", "工程", "中转站改造", "土建工程", null, 420, 420],
  ["丁市某局机关", "工程", "环境整治", "设施维修", 98.5, null, 98.5],
];

const cities: [string, Rows, [row: number, column: number, value: number]][] = [
  ["a column for each kind", byKind, [4, 1, 66]],
  ["kinds down the side, a column for each source", kindsDown, [7, 4, 197]],
  ["kinds over their projects, sources under one heading", kindsOverProjects, [7, 3, 26.1]],
  ["what is counted below the office's name", countedBelowOffice, [5, 7, 61406.73]],
  ["subtotals over the purchases of each kind", subtotalsOfKinds, [7, 4, 23.46]],
];

const check = (rows: Rows) =>
  checkWorkbook("采购", exampleWorkbook([{ name: "采购", rows }]), extended.catalogue, allChecks);

it("uses every file of the example", () => expect(extended.problems).toEqual([]));

describe.each(cities)("政府采购预算表 with %s", (_, rows, [row, column, value]) => {
  it("is recognised by its own template, all columns read, and nothing is wrong with it", () => {
    const { tables, findings } = check(rows);
    expect(tables.map(({ template }) => template.kind)).toEqual(["procurement-budget"]);
    expect(tables[0]!.headerColumns!.filter(({ isRead }) => !isRead).map(({ header }) => header)).toEqual([]);
    expect(findings).toEqual([]);
  });

  it("has to be corrected where one figure is changed", () => {
    const changed = rows.map((cells, at) => cells.map((cell, slot) => (at === row && slot === column ? value : cell)));
    const { findings } = check(changed);
    expect(findings.map(({ severity, outcome }) => [severity, outcome])).toEqual([["error", "fail"]]);
  });
});
