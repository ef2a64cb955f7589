/** Tables as offices lay them out elsewhere: what agrees is left in peace, what does not is found at its cell. */
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { toJson } from "../../../src/engine/diagnostics";
import type { Typed, Value } from "../tables/sheets";
import { typedWorkbook } from "../tables/sheets";

/** "code address" of each finding that is no hint: of its first suspect, else of its first cell. */
function found(...sheets: readonly Typed[]): string[] {
  return toJson(checkWorkbook("书.xlsx", typedWorkbook(...sheets), catalogue, allChecks))
    .findings.filter(({ severity }) => severity !== "hint")
    .map(({ code, suspects, cells }) => `${code} ${(suspects[0] ?? cells[0])?.address ?? ""}`);
}

/** A sheet with some cells changed. */
function changed(sheet: Typed, changes: Readonly<Record<string, Value>>): Typed {
  const rows = sheet.rows.map((row) => [...row]);
  for (const [address, value] of Object.entries(changes))
    rows[Number(address.slice(1)) - 1]![address.charCodeAt(0) - 65] = value;
  return { ...sheet, rows };
}

const threePublic: Typed = {
  name: "三公",
  rows: [
    ["2024年度“三公”经费及机关运行经费决算表"],
    ["编制单位：某县民政局", null, null, "单位：万元"],
    ["项目", "预算数", "决算数", "完成预算"],
    ["一、“三公”经费支出", 19, 11.61, "61.11%"],
    ["（一）因公出国（境）费"],
    ["（二）公务用车购置及运行维护费", 14.8, 9.31, "62.91%"],
    ["　1.公务用车购置费"],
    ["　2.公务用车运行维护费", 14.8, 9.31, "62.91%"],
    ["（三）公务接待费", 4.2, 2.3, "54.76%"],
    ["二、机关运行经费", null, 73.44],
    ["三、相关统计数"],
    ["（一）公务用车保有量（辆）", null, 6],
    ["　1.机要通信用车（辆）", null, 1],
    ["　2.其他用车（辆）", null, 5],
    ["（二）国内公务接待批次（个）", null, 38],
    ["（三）国内公务接待人次（人）", null, 412],
  ],
};

const budget: Typed = {
  name: "三公",
  rows: [
    ["“三公”经费及会议费、培训费预算表"],
    ["某区文化局", "单位：万元"],
    ["项目", "2025年预算"],
    ["“三公”经费合计", 11.25],
    ["一、因公出国（境）费", 4],
    ["二、公务用车购置及运行费", 5.01],
    ["　（一）公务用车购置费", 0],
    ["　（二）公务用车运行费", 5.01],
    ["三、公务接待费", 2.24],
    ["会议费", 1.54],
    ["培训费", 3.01],
  ],
};

describe("an upright table that has more than 三公", () => {
  test("of 决算, with 完成预算 and what is counted", () => {
    expect(found(threePublic)).toEqual([]);
    expect(found(changed(threePublic, { C14: 7 })).length).toBe(1);
    expect(found(changed(threePublic, { C9: 5.6 })).length).toBeGreaterThan(0);
  });
  test("with 会议费 and 培训费 below it", () => {
    expect(found(budget)).toEqual([]);
    expect(found(changed(budget, { B9: 2.42 })).length).toBe(1);
  });
});

const ledger: Typed = {
  name: "收支总表",
  rows: [
    ["部门收支总体情况表"],
    ["填报单位：某市交通运输局", null, null, "单位：万元"],
    ["收入", null, "支出"],
    ["项目", "2024年预算", "项目", "2024年预算"],
    ["一、财政拨款收入", 90, "一、基本支出", 40],
    ["二、事业收入", null, "　　工资福利支出", 35],
    ["三、其他收入", 4, "　　商品和服务支出", 5],
    [null, null, "二、项目支出", 56],
    [null, null, "　　其中：当年安排", 54],
    [null, null, "　　　　　上年结转", 2],
    ["本年收入合计", 94, "本年支出合计", 96],
    ["上年结转", 2, "结转下年"],
    ["收入总计", 96, "支出总计", 96],
  ],
};

test("上年结转 in the list that 其中 began under 项目支出 is no line of the total", () => {
  expect(found(ledger)).toEqual([]);
  expect(found(changed(ledger, { D8: 65 })).length).toBeGreaterThan(0);
});

const debts: Typed = {
  name: "债务",
  rows: [
    ["政府债务余额情况表"],
    ["编报部门：某州自然资源局", null, null, null, null, "单位：万元"],
    ["债券名称", "债券类型", "期限（年）", "年初余额", "本年新增", "本年还本"],
    ["2018年避险搬迁债券", "一般债券", 7, 3039, 552, 570],
    ["2022年国土调查债券", "一般债券", 5, 1695, 831, 522],
    ["一般债券小计", null, null, 4734, 1383, 1092],
    ["2019年生态修复债券", "专项债券", 10, 1538, 779, 396],
    ["2021年矿山治理债券", "专项债券", 15, 2992, 678, 110],
    ["专项债券小计", null, null, 4530, 1457, 506],
    ["合计", null, null, 9264, 2840, 1598],
  ],
};

const shares: Typed = {
  name: "转移支付",
  rows: [
    ["2025年州对县专项转移支付分配表"],
    ["编报部门：某州自然资源局", null, null, "单位：万元"],
    ["县（市）", "合计", "其中：", null],
    [null, null, "耕地保护", "地灾防治"],
    ["全州合计", 300, 160, 140],
    ["东片区小计", 180, 100, 80],
    ["　云门市", 80, 50, 30],
    ["　石埂县", 100, 50, 50],
    ["西片区小计", 120, 60, 60],
    ["　双河县", 70, 40, 30],
    ["　铁岭县", 50, 20, 30],
  ],
};

describe("subtotals of a table that nobody described", () => {
  test("below their rows, beside a column that is not added up", () => {
    expect(found(debts)).toEqual([]);
    expect(found(changed(debts, { F4: 520 }))).toEqual(["unknown-sums-lines F4"]);
  });
  test("over their rows, with all columns under 其中", () => {
    expect(found(shares)).toEqual([]);
    expect(found(changed(shares, { C7: 90 }))).toEqual(["unknown-sums-columns C7"]);
  });
});
