/** Layouts with figures that are no amounts or no parts: consistent tables have no errors, wrong ones have. */
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { toJson } from "../../../src/engine/diagnostics";
import type { Typed, Value } from "../tables/sheets";
import { typedWorkbook } from "../tables/sheets";

function found(...sheets: readonly Typed[]): string[] {
  return toJson(checkWorkbook("书.xlsx", typedWorkbook(...sheets), catalogue, allChecks))
    .findings.filter(({ severity }) => severity !== "hint")
    .map(({ code, suspects, cells }) => `${code} ${(suspects[0] ?? cells[0])?.address ?? ""}`);
}

function changed(sheet: Typed, changes: Readonly<Record<string, Value>>): Typed {
  const rows = sheet.rows.map((row) => [...row]);
  for (const [address, value] of Object.entries(changes))
    rows[Number(address.slice(1)) - 1]![address.charCodeAt(0) - 65] = value;
  return { ...sheet, rows };
}

describe("the year and the number of the form above the header", () => {
  const table: Typed = {
    name: "公开07表",
    rows: [
      ["一般公共预算财政拨款支出决算表"],
      ["部门名称：某市气象局", null, null, null, "金额单位：万元"],
      ["2025年度", null, null, null, "公开07表"],
      ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
      [null, "合计", 30, 20, 10],
      ["220", "自然资源海洋气象等支出", 30, 20, 10],
      ["22005", "气象事务", 30, 20, 10],
      ["2200504", "气象事业机构", 20, 20],
      ["2200509", "气象服务", 10, null, 10],
    ],
  };
  test("head no columns", () => {
    expect(found(table)).toEqual([]);
  });
  test("and the last column is read", () => {
    expect(found(changed(table, { E9: 12 })).length).toBeGreaterThan(0);
  });
});

describe("counts below the amounts of a table", () => {
  const table: Typed = {
    name: "三公",
    rows: [
      ["财政拨款“三公”经费、会议费支出决算表"],
      ["部门名称：某市气象局", null, null, null, null, null, null, "金额单位：万元"],
      ["项目", "“三公”经费", null, null, null, null, null, "会议费"],
      [null, "合计", "因公出国（境）费", "公务用车购置及运行维护费", null, null, "公务接待费"],
      [null, null, null, "小计", "公务用车购置费", "公务用车运行维护费"],
      ["预算数", 20, 6, 11, 0, 11, 3, 2],
      ["决算数", 17, 5, 10, 0, 10, 2, 1],
      ["相关统计数"],
      ["因公出国（境）人次数", 2, "人次"],
      ["公务用车保有量", 4, "辆"],
      ["国内公务接待批次", 31, "批次"],
      ["国内公务接待人次", 240, "人次"],
    ],
    merges: ["A3:A5", "B3:G3", "H3:H5", "B4:B5", "C4:C5", "D4:F4", "G4:G5"],
  };
  test("are no amounts, and their units make no column of text", () => {
    expect(found(table)).toEqual([]);
    expect(found(changed(table, { C7: 8 })).length).toBeGreaterThan(0);
  });
});

describe("a list that 其中 begins", () => {
  const table: Typed = {
    name: "收入",
    rows: [
      ["2026年部门收入总表"],
      ["部门：某市气象局", null, null, null, null, null, null, "单位：万元"],
      ["单位代码", "单位名称", "合计", "本年收入", null, null, null, null],
      [null, null, null, "小计", "一般公共预算", "单位资金", "其中：事业收入", "其他收入"],
      [null, "合计", 100, 100, 70, 30, 18, 12],
      ["401001", "某市气象局本级", 62, 62, 50, 12, 0, 12],
      ["401002", "某市气象台", 38, 38, 20, 18, 18, 0],
    ],
    merges: ["A3:A4", "B3:B4", "C3:C4", "D3:H3"],
  };
  test("goes on in the columns behind it where the total adds up without them", () => {
    expect(found(table)).toEqual([]);
  });
  test("and what the total lacks is told", () => {
    expect(found(changed(table, { F6: 14 })).length).toBeGreaterThan(0);
  });
});

describe("a heading without an amount over all lines of a side", () => {
  const table: Typed = {
    name: "收支",
    rows: [
      ["2026年收支总表"],
      ["部门：某市气象局", null, null, "单位：万元"],
      ["收入", null, "支出", null],
      ["项目", "预算数", "项目", "预算数"],
      ["一、一般公共预算拨款收入", 80, "一、部门支出"],
      ["二、事业收入", 20, "　1、人员经费和公用经费支出", 60],
      ["三、其他收入", null, "　2、专项业务经费支出", 40],
      ["本年收入合计", 100, "本年支出合计", 100],
      ["收入总计", 100, "支出总计", 100],
    ],
    merges: ["A3:B3", "C3:D3"],
  };
  test("lacks none", () => {
    expect(found(table)).toEqual([]);
  });
  test("and the lines are added up", () => {
    expect(found(changed(table, { D7: 45 })).length).toBeGreaterThan(0);
  });
});

describe("a “三公” subtotal within the total of a table", () => {
  const table: Typed = {
    name: "三公",
    rows: [
      ["2026年“三公”经费及会议费、培训费支出预算表"],
      ["部门：某市气象局", null, "单位：万元"],
      ["项目", "2025年", "2026年"],
      ["合计", 27, 31],
      ["财政拨款安排的“三公”经费预算小计", 16, 19],
      ["其中：因公出国（境）费用"],
      ["　公务接待费", 4, 3],
      ["　公务用车购置及运行维护费小计", 12, 16],
      ["　　公务用车购置费"],
      ["　　公务用车运行维护费", 12, 16],
      ["会议费", 5, 7],
      ["培训费", 6, 5],
    ],
  };
  test("is the sum of the three, and not the total is", () => {
    expect(found(table)).toEqual([]);
    expect(found(changed(table, { C7: 6 })).join()).toContain("three-public-row-total");
  });
});

describe("a rate below the amounts that it is made of", () => {
  const table: Typed = {
    name: "基础数据",
    rows: [
      ["部门整体支出绩效评价基础数据表"],
      ["填报单位：某市气象局", null, null, "金额单位：万元"],
      ["财政供养人员情况", "编制数", "2025年实际在职人数", "控制率"],
      ["（人）", 50, 48, 0.96],
      ["经费控制情况", "2024年决算数", "2025年预算数", "2025年决算数"],
      ["三公经费", 12, 14, 13],
      ["  1、公务用车购置和维护经费", 9, 11, 10],
      ["    其中：公务用车购置"],
      ["    公务用车运行维护", 9, 11, 10],
      ["  2、出国经费"],
      ["  3、公务接待", 3, 3, 3],
      ["公用经费", 40, 45, 44],
      ["  其中：办公经费", 25, 30, 28],
      ["  水费、电费", 15, 15, 16],
      ["“三公”经费控制率", null, null, 0.9286],
    ],
  };
  test("is no part of them", () => {
    expect(found(table)).toEqual([]);
    expect(found(changed(table, { D14: 19 })).length).toBeGreaterThan(0);
  });
});

describe("the funds of a form of targets beside an empty 政府性基金支出表", () => {
  const form: Typed = {
    name: "表六",
    rows: [
      ["2025年部门整体支出绩效目标表"],
      ["部门名称", null, "某县应急管理局", null, null, null, "资金总额", 170],
      ["按资金来源分", null, "财政拨款", 170, "其他资金", 0],
      ["当年整体绩效目标", null, "健全安全生产责任体系。"],
      ["绩效指标", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "计量单位", "权重"],
      [null, "产出指标", "数量指标", "检查家次", "≥", 600, "家次", 60],
      [null, "满意度指标", "满意度指标", "群众满意度", "≥", 90, "%", 30],
    ],
  };
  const empty: Typed = {
    name: "表五",
    rows: [
      ["2025年政府性基金预算支出表"],
      ["部门：某县应急管理局", null, null, null, "单位：万元"],
      ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
      [null, "合计"],
    ],
  };
  const spending: Typed = {
    name: "表三",
    rows: [
      ["2025年部门支出总表"],
      ["部门：某县应急管理局", null, null, null, "单位：万元"],
      ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
      [null, "合计", 170, 120, 50],
      ["224", "灾害防治及应急管理支出", 170, 120, 50],
    ],
  };
  test("are neither 政府性基金 nor 基本支出 where the form does not print them", () => {
    expect(found(empty, form, spending)).toEqual([]);
  });
});
