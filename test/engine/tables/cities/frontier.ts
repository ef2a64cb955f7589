import type { Value } from "../sheets";
import { budget, items, names, printed } from "./budget-figures";
import type { Row } from "./budget-figures";
import type { City } from "./city";

const z = printed(0);
const justice = budget(items(["2040201", 22_000, 3_100, 0], ["2040219", 0, 0, 2_450], ["2040220", 0, 0, 1_800], ["2080505", 2_400, 0, 0], ["2101101", 1_500, 0, 0], ["2210201", 1_900, 0, 0], ["2040220", 0, 0, 350, "own"]), { 30102: 7_000, 30108: 2_400, 30110: 1_500, 30113: 1_900, 30211: 150, 30217: 40, 30231: 360 });
const [j, jg] = [justice.total, justice.of("general-public")];
const classes = ["201", "202", "203", "204", "205", "206", "207", "208", "210", "211", "212", "213", "214", "221", "224", "229"];
const official: Readonly<Record<string, string>> = { ...names, 202: "外交支出", 203: "国防支出", 207: "文化旅游体育与传媒支出", 211: "节能环保支出", 214: "交通运输支出", 224: "灾害防治及应急管理支出", 229: "其他支出" };
const head = (number: string, title: string, width: number): Value[][] => [[number], [title], ["编制部门：某县公安局", ...Array<null>(width - 2).fill(null), "单位：万元"]];
const steps = (row: Row): Value[] => [row.code.slice(0, 3), row.code.slice(3, 5) || null, row.code.slice(5) || null, row.name];
const beside = (left: readonly Value[][], right: readonly Value[][]): Value[][] => right.map((row, index) => [...(left[index] ?? [null, null]), ...row]);

/**
 * All classes are printed with zeros and with their code, the year's total is called 小计; projects by economic items in
 * a table of their own.
 */
export const frontier: City = {
  name: "全部科目印出、本年合计叫小计",
  sheets: [
    { name: "1", rows: [...head("表一：", "部门收支总体情况表", 4), ["收入", null, "支出"], ["项目", "预算数", "功能分类", "预算数"], ...beside([["财政拨款（补助）", z(jg.total.total)], ["  一般公共预算", z(jg.total.total)], ["  政府性基金预算", 0], ["教育收费（财政专户）", 0], ["事业收入", 0], ["事业单位经营收入", 0], ["其他收入", 3.5], ["用事业基金弥补收支差额", 0]], classes.map((code) => [`${code} ${official[code]}`, z(justice.at(code))])), ["小计", z(j.total), "小计", z(j.total)], ["单位上年结余（不包括国库集中支付额度结余）", 0, "结转下年支出", 0], ["收入总计", z(j.total), "支出总计", z(j.total)]] },
    { name: "2", rows: [...head("表二：", "部门收入总体情况表", 11), ["功能分类科目编码", null, null, "功能分类科目名称", "总计", "财政拨款（补助）", null, null, "教育收费（财政专户）", "事业收入", "其他收入"], ["类", "款", "项", null, null, "小计", "一般公共预算", "政府性基金预算"], ...justice.rows(3, 5, 7).map((row): Value[] => [...steps(row), z(row.total), z(jg.at(row.code)), z(jg.at(row.code)), 0, 0, 0, z(row.total - jg.at(row.code))]), [null, null, null, "合计", z(j.total), z(jg.total.total), z(jg.total.total), 0, 0, 0, 3.5]], merges: ["A4:C4", "D4:D5", "E4:E5", "F4:H4"] },
    { name: "3", rows: [...head("表三：", "部门支出总体情况表", 7), ["项目", null, null, null, "支出预算"], ["功能分类科目编码", null, null, "功能分类科目名称", "合计", "基本支出", "项目支出"], ["类", "款", "项"], ...justice.rows(3, 5, 7).map((row): Value[] => [...steps(row), z(row.total), z(row.basic), z(row.project)]), [null, null, null, "合计", z(j.total), z(j.basic), z(j.project)]], merges: ["A4:D4", "E4:G4", "A5:C5"] },
    { name: "4", rows: [...head("表四：", "财政拨款收支预算总体情况表", 7), ["财政拨款收入", null, "财政拨款支出"], ["项目", "合计", "功能分类", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"], ...beside([["财政拨款（补助）", z(jg.total.total)], ["  一般公共预算", z(jg.total.total)], ["  政府性基金预算", 0]], classes.map((code) => [`${code} ${official[code]}`, z(jg.at(code)), z(jg.at(code)), 0, 0])), ["小计", z(jg.total.total), "小计", z(jg.total.total), z(jg.total.total), 0, 0], ["单位上年结余", 0, "结转下年", 0, 0, 0, 0], ["收入总计", z(jg.total.total), "支出总计", z(jg.total.total), z(jg.total.total), 0, 0]] },
    { name: "6", rows: [...head("表六：", "一般公共预算基本支出情况表", 6), ["项目", null, null, "一般公共预算基本支出"], ["经济分类科目编码", null, "经济分类科目名称", "小计", "人员经费", "公用经费"], ["类", "款"], ...justice.economicRows().map((row): Value[] => [row.code.slice(0, 3), row.code.slice(3) || null, row.name, z(row.total), z(row.personnel), z(row.publicUse)]), [null, null, "合计", z(jg.total.basic), z(jg.total.personnel), z(jg.total.publicUse)]] },
    { name: "7", rows: [...head("表七：", "项目支出情况表", 8), ["科目编码", null, null, "科目名称", "项目名称", "项目支出合计", "商品和服务支出", "对个人和家庭的补助"], ["类", "款", "项"], ["204", "02", "20", "执法办案", "办案业务费", 18, 8, 10], [null, null, null, null, "合计", 46, 36, 10]] },
    { name: "8", rows: [...head("表八：", "财政拨款（含一般公共预算和政府性基金预算）“三公”经费支出情况表", 6), ["合计", "因公出国（境）费用", "公务用车购置及运行费", null, null, "公务接待费"], [null, null, "小计", "公务用车购置费", "公务用车运行费"], [4, 0, 3.6, 0, 3.6, 0.4]] },
  ],
  tables: ["1 | budget-summary", "2 | income-summary", "3 | expenditure-summary", "4 | fiscal-appropriation-summary", "6 | basic-expenditure", "8 | three-public"].map((start) => `${start} | — | 万元 | 某县公安局`),
  others: ["7"],
  faults: [
    { slip: "没有支出的科目误填", sheet: "1", cells: { D7: 19 }, suspects: ["D7"] },
    { slip: "款级拨款少一位", sheet: "2", cells: { F7: 29.35 }, suspects: ["F7"] },
    { slip: "用车小计对调", sheet: "8", cells: { C6: 6.3 }, suspects: ["C6"] },
    { slip: "本年支出小计写错", sheet: "4", cells: { D22: 315.1 }, suspects: ["D22"] },
  ],
};
