import type { Typed, Value } from "../sheets";
import { budget, items, printed } from "./budget-figures";
import type { City } from "./city";
import { plainSet, plainTables } from "./plain-set";
import type { PlainForms } from "./plain-set";

const bureau = budget(items(["2010301", 50_010, 9_000, 0], ["2010302", 0, 0, 15_000], ["2080505", 5_500, 0, 0], ["2101101", 2_600, 0, 0], ["2210201", 6_000, 0, 0], ["2120803", 0, 0, 8_000, "government-fund"], ["2010302", 0, 0, 500, "own"]), { 30102: 14_000, 30108: 5_500, 30110: 2_600, 30113: 6_000, 30217: 150, 30231: 700 });
const school = budget(items(["2050202", 120_040, 11_000, 0], ["2050203", 33_000, 4_000, 6_200], ["2080505", 14_000, 0, 0], ["2101102", 7_100, 0, 0], ["2210201", 15_000, 0, 0], ["2050202", 0, 0, 2_000, "own"], ["2120804", 0, 0, 1_000, "government-fund"]), { 30107: 30_000, 30108: 14_000, 30110: 7_100, 30113: 15_000, 30217: 20 });
const show = printed(0);

const older: PlainForms = { body: "某市档案局", prefix: "2025年", unit: "万元", show, sheets: "2025", threePublic: [0, 0, 800, 200] };
const newer: PlainForms = { ...older, prefix: "2026年", sheets: "2026", threePublic: [0, 0, 700, 150] };
const lastYear = budget(bureau.items.map((item) => ({ ...item, project: item.project === 0 ? 0 : item.project + 333 })), { 30102: 13_000, 30108: 5_500, 30217: 160, 30231: 720 });

/** Last year's whole set before this year's in one workbook. */
export const twoYears: City = {
  name: "两年在一本",
  sheets: [...plainSet(lastYear, older), ...plainSet(bureau, newer)],
  tables: [...plainTables(older), ...plainTables(newer)],
  faults: [
    { slip: "今年抄了去年的合计", sheet: "2026支出总表", cells: { C4: 964.43 + 9.99 }, suspects: ["C4"] },
    { slip: "去年项级行漏掉", sheet: "2025一般公共", withoutRow: 8, suspects: ["C6"] },
  ],
};

const first: PlainForms = { body: "某县教育局", prefix: "2026年", unit: "元", show: printed(0, 1), sheets: "局", threePublic: [0, 0, 700, 150] };
const second: PlainForms = { body: "某县第一小学", prefix: "2026年", unit: "万元", show, sheets: "校", threePublic: [0, 0, 0, 20] };

/** Two bodies with full sets and different units of money in one workbook. */
export const twoBodies: City = {
  name: "两家单位在一本",
  sheets: [...plainSet(bureau, first), ...plainSet(school, second)],
  tables: [...plainTables(first), ...plainTables(second)],
  faults: [
    { slip: "学校类级写错", sheet: "校支出总表", cells: { C5: 1 }, suspects: ["C5"] },
    { slip: "局其他收入写错", sheet: "局收支总表", cells: { B7: 5_000 }, suspects: ["B7"] },
  ],
};

const numbered: PlainForms = { body: "某区统计局", prefix: "某区统计局2026年", unit: "千元", show: printed("", 10), sheets: "", threePublic: [0, 100, 750, 150] };
const formNumbers = ["附件1-1", "附件1-2", "附件1-3", "附件1-4", "附件1-5", "附件1-6", "附件1-7", "附件1-8"];
const stacked = (sheets: readonly Typed[], gap: number): (readonly Value[])[] => sheets.flatMap(({ rows }, index): (readonly Value[])[] => [[formNumbers[index]!], ...rows, ...Array.from({ length: gap }, () => [])]);

/** All eight tables one below the other in a single sheet, each with its number, in 千元. */
export const oneSheet: City = {
  name: "八张表在一张工作表、千元",
  sheets: [{ name: "部门预算公开", rows: stacked(plainSet(bureau, numbered), 1) }, { name: "Sheet2", rows: [] }],
  tables: plainTables({ ...numbered, prefix: "2026年" }).map((line) => `部门预算公开${line.slice(line.indexOf(" |"))}`),
  others: ["Sheet2"],
  faults: [{ slip: "支出合计写错", sheet: "部门预算公开", cells: { D11: 1 }, suspects: ["D11"] }],
};

const noted: PlainForms = { body: "某市气象局", prefix: "2026年度", unit: "亿元", show: printed(null, 1_000_000), threePublic: [0, 0, 700, 150] };

/**
 * Amounts in 亿元 with many decimals, notes below each table, hidden rows of earlier drafts absent, a chart sheet and a
 * blank one.
 */
export const hundredMillion: City = {
  name: "亿元、表下附注",
  sheets: [{ name: "图表", rows: [["收入构成图"], [null, null, 0.3]] }, ...plainSet(bureau, noted).map((sheet) => ({ ...sheet, format: "0.000000", rows: [...sheet.rows, ["注：1.本表反映部门本年度预算情况；2.数据保留六位小数。"], ["单位负责人：", null, "制表人："]] })), { name: "空白", rows: [] }],
  tables: plainTables(noted),
  others: ["图表", "空白"],
  faults: [{ slip: "数字对调", sheet: "一般公共", cells: { C4: 0.008_181 }, suspects: ["C4"] }],
};
