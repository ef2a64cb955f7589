import type { Value } from "../sheets";
import { budget, items, printed } from "./budget-figures";
import type { Budget } from "./budget-figures";
import type { City } from "./city";
import { plainSet, plainTables } from "./plain-set";
import type { PlainForms } from "./plain-set";

const n = printed();
const home = budget(items(["2010301", 40_000, 7_000, 0], ["2010302", 0, 0, 12_000], ["2080505", 4_200, 0, 0], ["2101101", 2_000, 0, 0], ["2210201", 4_800, 0, 0], ["2120803", 0, 0, 6_000, "government-fund"]), { 30102: 11_000, 30108: 4_200, 30110: 2_000, 30113: 4_800, 30217: 100, 30231: 500 });
const centre = budget(items(["2010350", 18_000, 2_500, 3_000], ["2080505", 1_900, 0, 0], ["2101102", 900, 0, 0], ["2210201", 2_100, 0, 0], ["2010350", 0, 0, 700, "own"], ["2120804", 0, 0, 1_500, "government-fund"]), { 30107: 6_000, 30108: 1_900, 30110: 900, 30113: 2_100, 30217: 30 });
const summed = budget([...home.items, ...centre.items], Object.fromEntries([...home.economic, ...centre.economic].filter(({ code }) => code !== "30101" && code !== "30201").map(({ code }) => [code, [...home.economic, ...centre.economic].filter((one) => one.code === code).reduce((sum, one) => sum + one.amount, 0)])));

const forms = (body: string, sheets: string, threePublic: PlainForms["threePublic"]): PlainForms => ({ body, prefix: "2026年", unit: "万元", show: n, sheets, threePublic });
const ofAll = forms("某市文化局（汇总）", "汇总", [0, 0, 600, 150]);
const ofHome = forms("某市文化局（本级）", "本级", [0, 0, 600, 120]);
const ofCentre = forms("某市文化馆", "馆", [0, 0, 0, 30]);

/** The department's sum, the bureau itself and its unit, a full set each, in one workbook. */
export const departmentAndUnits: City = {
  name: "汇总、本级、下属在一本",
  sheets: [...plainSet(summed, ofAll), ...plainSet(home, ofHome), ...plainSet(centre, ofCentre)],
  tables: [...plainTables(ofAll), ...plainTables(ofHome), ...plainTables(ofCentre)],
  faults: [
    { slip: "本级合计写错", sheet: "本级支出总表", cells: { C4: 1 }, suspects: ["C4"] },
    { slip: "下属三公写错", sheet: "馆三公", cells: { F5: 3 }, suspects: ["F5", "A5"] },
  ],
};

const b = "某区卫生健康局";
const [t, g] = [summed.total, summed.of("general-public")];
const byUnit = (of: (one: Budget) => Value[], levels: readonly number[]): Value[][] => [[home, `${b}本级`], [centre, "某区疾控中心"]].flatMap(([one, name]): Value[][] => [[name as string, ...of(one as Budget)], ...(one as Budget).of("general-public", "own", "government-fund").rows(...levels).map((row): Value[] => [`${"    ".repeat((row.code.length - 1) / 2)}${row.code} ${row.name}`, n(row.total), n(row.basic), n(row.project)])]);

/**
 * No code columns at all: units, and below them "2010301 行政运行" with blanks in front; three years' columns in each
 * table; a 小计 row for each unit.
 */
export const indented: City = {
  name: "单位与科目缩进一栏、上年对比",
  sheets: [
    { name: "收支", rows: [["2026年部门收支预算总表"], [`编制单位：${b}`, null, null, null, null, "金额单位：万元"], ["收入", null, null, "支出"], ["项目", "2025年预算", "2026年预算", "项目", "2025年预算", "2026年预算"], ["一、一般公共预算拨款收入", 900, n(g.total.total), "一、一般公共服务支出", 800, n(summed.at("201"))], ["二、政府性基金预算拨款收入", 70, n(summed.of("government-fund").total.total), "二、社会保障和就业支出", 60, n(summed.at("208"))], ["三、事业收入", 6, 7, "三、卫生健康支出", 28, n(summed.at("210"))], [null, null, null, "四、城乡社区支出", 70, n(summed.at("212"))], [null, null, null, "五、住房保障支出", 18, n(summed.at("221"))], ["本年收入合计", 976, n(t.total), "本年支出合计", 976, n(t.total)], ["上年结转", 0, 0, "结转下年", 0, 0], ["收入总计", 976, n(t.total), "支出总计", 976, n(t.total)]] },
    { name: "支出", rows: [["2026年部门支出预算总表"], [`编制单位：${b}`, null, null, "金额单位：万元"], ["单位名称（科目）", "合计", "基本支出", "项目支出"], ["合计", n(t.total), n(t.basic), n(t.project)], ...byUnit((one) => [n(one.total.total), n(one.total.basic), n(one.total.project)], [3, 5, 7])] },
    { name: "财政拨款", rows: [["2026年财政拨款收支预算总表"], [`编制单位：${b}`, null, null, null, null, null, "金额单位：万元"], ["收入", null, null, "支出"], ["项目", "2025年预算", "2026年预算", "项目", "2025年预算", "2026年预算", "增减额"], ["一、一般公共预算拨款", 900, n(g.total.total), "一、一般公共服务支出", 794, n(g.at("201")), null], ["二、政府性基金预算拨款", 70, n(summed.of("government-fund").total.total), "二、社会保障和就业支出", 60, n(g.at("208"))], [null, null, null, "三、卫生健康支出", 28, n(g.at("210"))], [null, null, null, "四、城乡社区支出", 70, n(summed.at("212"))], [null, null, null, "五、住房保障支出", 18, n(g.at("221"))], ["收入合计", 970, n(t.total - 700), "支出合计", 970, n(t.total - 700)]] },
    { name: "一般", rows: [["2026年一般公共预算支出预算表"], [`编制单位：${b}`, null, null, null, null, null, "金额单位：万元"], ["功能分类科目", "2025年预算数", "2026年预算数", null, null, "2026年比2025年增减", null], [null, null, "合计", "基本支出", "项目支出", "金额", "比例"], ["合计", 900, n(g.total.total), n(g.total.basic), n(g.total.project), n(g.total.total - 90_000), "12%"], ...g.rows(3, 5, 7).map((row): Value[] => [`${row.code}-${row.name}`, null, n(row.total), n(row.basic), n(row.project)])], merges: ["A3:A4", "B3:B4", "C3:E3", "F3:G3"] },
    { name: "三公", rows: [["2026年一般公共预算“三公”经费支出预算表"], [`编制单位：${b}`, null, null, null, null, null, "金额单位：万元"], ["年度", "“三公”经费预算总额", "因公出国（境）费", "公务接待费", "公务用车购置及运行费"], [null, null, null, null, "小计", "公务用车购置费", "公务用车运行费"], ["2025年", 9, 0, 2, 7, 0, 7], ["2026年", 7.5, 0, 1.5, 6, 0, 6]], merges: ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:G3"] },
    { name: "基本", rows: [["2026年一般公共预算基本支出预算表"], [`编制单位：${b}`, null, null, "金额单位：万元"], ["经济分类科目", "合计", "人员经费", "公用经费"], ["合计", n(g.total.basic), n(g.total.personnel), n(g.total.publicUse)], ...summed.economicRows().map((row): Value[] => [`${row.code.length === 3 ? "" : "  "}${row.name}`, n(row.total), n(row.personnel), n(row.publicUse)])] },
  ],
  tables: ["收支 | budget-summary", "支出 | expenditure-summary", "财政拨款 | fiscal-appropriation-summary", "一般 | general-public-expenditure", "三公 | three-public", "基本 | basic-expenditure"].map((start) => `${start} | 2026 | 万元 | ${b}`),
  faults: [
    { slip: "今年三公总额写错", sheet: "三公", cells: { B6: 5.7 }, suspects: ["B6"] },
    { slip: "单位行写错", sheet: "支出", cells: { B5: 1 }, suspects: ["B5"] },
    { slip: "今年基金写错", sheet: "收支", cells: { C6: 57 }, suspects: ["C6"] },
    { slip: "缩进的款行漏掉", sheet: "基本", withoutRow: 7, suspects: ["B5"] },
  ],
};

const carried = { "201": 5_000, "20103": 5_000, "2010302": 3_000, "2010301": 2_000 } as Readonly<Record<string, number>>;
const held = (code: string): number => carried[code] ?? 0;
const [hg, hf] = [home.of("general-public"), home.of("government-fund")];

/**
 * Money of the year beside money carried over, in income and in spending; 类款项 in merged cells over their rows; 收入 by
 * source with carried-over fiscal money.
 */
export const carriedOver: City = {
  name: "本年与结转分栏、类款合并",
  sheets: [
    { name: "01", rows: [["单位收支总表"], ["预算单位：某县档案馆", null, null, "单位：万元"], ["收入", null, "支出"], ["项目", "预算数", "项目", "预算数"], ["一、财政拨款收入", n(home.total.total - 5_000), "一、基本支出", n(home.total.basic)], ["（一）一般公共预算财政拨款收入", n(hg.total.total - 5_000), "    人员经费", n(home.total.personnel)], ["（二）政府性基金预算财政拨款收入", n(hf.total.total), "    公用经费", n(home.total.publicUse)], ["二、单位资金收入", null, "二、项目支出", n(home.total.project)], ["本年收入合计", n(home.total.total - 5_000), "本年支出合计", n(home.total.total)], ["财政拨款结转", n(5_000), "结转下年支出"], ["其他资金结转结余"], ["收入总计", n(home.total.total), "支出总计", n(home.total.total)]] },
    { name: "02", rows: [["单位收入总表"], ["预算单位：某县档案馆", ...Array<null>(8).fill(null), "单位：万元"], ["科目编码", "科目名称", "合计", "财政拨款结转", "本年财政拨款收入", null, null, "事业收入", "其他收入", "其他资金结转结余"], [null, null, null, null, "小计", "一般公共预算", "政府性基金预算"], ["合计", null, n(home.total.total), n(5_000), n(home.total.total - 5_000), n(hg.total.total - 5_000), n(hf.total.total)], ...home.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, n(row.total), n(held(row.code)), n(row.total - held(row.code)), n(hg.at(row.code) - held(row.code)), n(hf.at(row.code))])], merges: ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:G3", "H3:H4", "I3:I4", "J3:J4"] },
    { name: "05", rows: [["单位一般公共预算支出表"], ["预算单位：某县档案馆", ...Array<null>(9).fill(null), "单位：万元"], ["科目编码", null, null, "科目名称", "合计", "本年预算", null, null, "财政拨款结转", null, null], ["类", "款", "项", null, null, "小计", "基本支出", "项目支出", "小计", "基本支出", "项目支出"], [null, null, null, "合计", n(hg.total.total), n(hg.total.total - 5_000), n(hg.total.basic - 2_000), n(hg.total.project - 3_000), n(5_000), n(2_000), n(3_000)], ...hg.rows(3, 5, 7).map((row): Value[] => { const isProject = row.code === "2010302"; const project = isProject || row.code === "201" || row.code === "20103" ? 3_000 : 0; const basic = held(row.code) - project; return [row.code.length === 3 ? row.code : null, row.code.length === 5 ? row.code.slice(3) : null, row.code.slice(5) || null, row.name, n(row.total), n(row.total - held(row.code)), n(row.basic - basic), n(row.project - project), n(held(row.code)), n(basic), n(project)]; })], merges: ["A3:C3", "D3:D4", "E3:E4", "F3:H3", "I3:K3"] },
    { name: "08", rows: [["单位政府性基金预算支出表"], ["预算单位：某县档案馆", ...Array<null>(4).fill(null), "单位：万元"], ["科目编码", null, null, "科目名称", "本年政府性基金预算支出"], ["类", "款", "项", null, "合计", "基本支出", "项目支出"], [null, null, null, "合计", n(hf.total.total), null, n(hf.total.project)], ["212", "08", "03", "城市建设支出", n(hf.total.total), null, n(hf.total.project)]], merges: ["A3:C3", "D3:D4", "E3:G3"] },
  ],
  tables: ["01 | budget-summary", "02 | income-summary", "05 | general-public-expenditure", "08 | government-fund-expenditure"].map((start) => `${start} | — | 万元 | 某县档案馆`),
  faults: [
    { slip: "结转的项目支出写错", sheet: "05", cells: { K5: 3 }, suspects: ["K5"] },
    { slip: "本年收入小计写错", sheet: "02", cells: { E5: 1 }, suspects: ["E5"] },
    { slip: "财政拨款结转漏填", sheet: "01", cells: { B10: null }, suspects: ["B10"] },
  ],
};
