/** 上年结转 counted in by one table and not by the other: an explained difference, and only that. */
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { toJson } from "../../../src/engine/diagnostics";
import { typedWorkbook, type Typed } from "../tables/sheets";

/** Education and housing; `carried` of each is spent out of last year's money. */
function summary(carried: readonly [number, number], printed = carried[0] + carried[1], typed = 0): Typed {
  const [education, housing] = [80 + carried[0] + typed, 20 + carried[1]];
  const total = education + housing;
  return {
    name: "财政拨款收支总表",
    rows: [
      ["2025年财政拨款收支总表"],
      ["某区教育局", null, null, "单位：万元"],
      ["收入", null, "支出"],
      ["项目", "金额", "项目", "金额"],
      ["一、本年收入", 100, "一、本年支出", total],
      ["　一般公共预算", 100, "　教育支出", education],
      ["　政府性基金预算", null, "　住房保障支出", housing],
      ["二、上年结转", printed, "二、结转下年", null],
      ["收入总计", 100 + printed, "支出总计", total],
    ],
  };
}

const expenditure: Typed = {
  name: "一般公共预算支出表",
  rows: [
    ["2025年一般公共预算支出表"],
    ["某区教育局", null, null, null, "单位：元"],
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    ["205", "教育支出", 800_000, 500_000, 300_000],
    ["20502", "普通教育", 800_000, 500_000, 300_000],
    ["2050202", "小学教育", 800_000, 500_000, 300_000],
    ["221", "住房保障支出", 200_000, 200_000, null],
    ["22102", "住房改革支出", 200_000, 200_000, null],
    ["2210201", "住房公积金", 200_000, 200_000, null],
    [null, "合计", 1_000_000, 700_000, 300_000],
  ],
};

const funds: Typed = {
  name: "政府性基金",
  rows: [
    ["2025年政府性基金预算支出表"],
    ["某区教育局", null, null, null, "单位：万元"],
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    [null, "合计", null, null, null],
  ],
};

function found(...sheets: readonly Typed[]): string[] {
  return toJson(checkWorkbook("书.xlsx", typedWorkbook(...sheets), catalogue, allChecks))
    .findings.filter(({ severity }) => severity !== "hint")
    .map(({ code }) => code);
}

describe("本年支出 that differs from 一般公共预算支出表", () => {
  test("by the 上年结转 that the table prints, all of it under one class, is explained", () => {
    expect(found(summary([7.5, 0]), expenditure, funds)).toEqual([]);
  });

  test("by the 上年结转, divided among classes, is explained", () => {
    expect(found(summary([5, 2.5]), expenditure, funds)).toEqual([]);
  });

  test("by more than that is wrong", () => {
    expect(found(summary([7.5, 0], 7.5, 1), expenditure, funds)).not.toEqual([]);
  });

  test("by an amount that nothing prints is wrong", () => {
    const without = summary([7.5, 0], 0);
    expect(found(without, expenditure, funds)).not.toEqual([]);
  });
});
