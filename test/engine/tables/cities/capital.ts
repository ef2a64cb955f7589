import type { Value } from "../sheets";
import { budget, items, printed } from "./budget-figures";
import type { City } from "./city";

const all = items(
  ["2010601", 182050, 31000, 0], ["2010602", 0, 0, 96080], ["2010650", 40025, 8000, 0], ["2080505", 21010, 0, 0], ["2080506", 10505, 0, 0], ["2101101", 9800, 0, 0], ["2210201", 18000, 0, 0],
  ["2120803", 0, 0, 50000, "government-fund"], ["2230105", 0, 0, 3000, "state-capital"], ["2010602", 0, 0, 12000, "own"],
);
const whole = budget(all, { 30102: 60000, 30108: 21010, 30109: 10505, 30110: 9800, 30113: 18000, 30302: 2500, 30211: 4000, 30217: 200, 30231: 1500, 30215: 300 });
const [general, fund, state] = [whole.of("general-public"), whole.of("government-fund"), whole.of("state-capital")];
const fiscal = whole.of("general-public", "government-fund", "state-capital");
const n = printed();
const z = printed(0);
const body = "某市财政局";
/** 1 200 of the general public money was carried over, and all of the own money's 2 000. */
const [carriedGeneral, carriedOwn] = [1200, 2000];
const own = whole.of("own").total.total;
const classLines = (from: typeof whole): [string, Value][] => ["201", "208", "210", "212", "221", "223"].map((code) => [from.rows(3).find((row) => row.code === code)!.name, n(from.at(code))]);
const ordinals = "一二三四五六七八九十";
const incomeLines: [string, Value][] = [["一般公共预算拨款收入", n(general.total.total - carriedGeneral)], ["政府性基金预算拨款收入", n(fund.total.total)], ["国有资本经营预算拨款收入", n(state.total.total)], ["财政专户管理资金收入", null], ["事业收入", n(7000)], ["上级补助收入", null], ["附属单位上缴收入", null], ["事业单位经营收入", n(1000)], ["其他收入", n(own - carriedOwn - 8000)]];
const yearIncome = whole.total.total - carriedGeneral - carriedOwn;

const summary = (): Value[][] => {
  const spending = classLines(whole);
  return incomeLines.map(([name, amount], index) => [`${ordinals[index]}、${name}`, amount, spending[index] ? `${ordinals[index]}、${spending[index]![0]}` : null, spending[index]?.[1] ?? null]);
};

/** The capital's forms: form numbers above titles, three header rows in 收入总表, economic rows with two code columns. */
export const capital: City = {
  name: "直辖市样式",
  sheets: [
    { name: "封面", rows: [["2026年部门预算公开表"], [body]] },
    { name: "预算01表 收支总表", rows: [["预算01表"], ["收支总表"], [`部门名称：${body}`, null, null, "单位：万元"], ["收    入", null, "支    出", null], ["项    目", "预算数", "项    目", "预算数"], ...summary(), ["本年收入合计", n(yearIncome), "本年支出合计", n(whole.total.total)], ["上年结转结余", n(carriedGeneral + carriedOwn), "年终结转结余", null], ["收入总计", n(whole.total.total), "支出总计", n(whole.total.total)]], merges: ["A2:D2", "A4:B4", "C4:D4"] },
    {
      name: "预算02表 收入总表",
      rows: [["预算02表"], ["收入总表"], [`部门名称：${body}`, ...Array<null>(15).fill(null), "单位：万元"], ["部门（单位）代码", "部门（单位）名称", "合计", "本年收入", ...Array<null>(9).fill(null), "上年结转结余", null, null, null], [null, null, null, "小计", "一般公共预算", "政府性基金预算", "国有资本经营预算", "财政专户管理资金", "单位资金", null, null, null, null, "小计", "一般公共预算", "政府性基金预算", "单位资金"], [null, null, null, null, null, null, null, null, "小计", "事业收入", "事业单位经营收入", "上级补助收入", "其他收入"],
        ["合计", null, n(whole.total.total), n(yearIncome), n(general.total.total - carriedGeneral), n(fund.total.total), n(state.total.total), null, n(own - carriedOwn), n(7000), n(1000), null, n(own - carriedOwn - 8000), n(carriedGeneral + carriedOwn), n(carriedGeneral), null, n(carriedOwn)],
        ["019", body, n(whole.total.total), n(yearIncome), n(general.total.total - carriedGeneral), n(fund.total.total), n(state.total.total), null, n(own - carriedOwn), n(7000), n(1000), null, n(own - carriedOwn - 8000), n(carriedGeneral + carriedOwn), n(carriedGeneral), null, n(carriedOwn)],
        ["019001", `${body}本级`, n(whole.total.total - 60000), n(yearIncome - 60000), n(general.total.total - carriedGeneral - 60000), n(fund.total.total), n(state.total.total), null, n(own - carriedOwn), n(7000), n(1000), null, n(own - carriedOwn - 8000), n(carriedGeneral + carriedOwn), n(carriedGeneral), null, n(carriedOwn)],
        ["019002", "某市财政票据中心", n(60000), n(60000), n(60000)]],
      merges: ["A4:A6", "B4:B6", "C4:C6", "D4:M4", "N4:Q4", "D5:D6", "E5:E6", "F5:F6", "G5:G6", "H5:H6", "I5:M5", "N5:N6", "O5:O6", "P5:P6", "Q5:Q6"],
    },
    { name: "预算03表 支出总表", rows: [["预算03表"], ["支出总表"], [`部门名称：${body}`, null, null, null, null, null, null, "单位：万元"], ["科目编码", "科目名称", "合计", "基本支出", "项目支出", "事业单位经营支出", "上缴上级支出", "对附属单位补助支出"], ["合计", null, n(whole.total.total), n(whole.total.basic), n(whole.total.project)], ...whole.rows(3, 5, 7).map((row) => [row.code, row.name, n(row.total), n(row.basic), n(row.project)])] },
    { name: "预算04表 项目支出表", rows: [["预算04表"], ["项目支出表"], ["单位：万元"], ["类型", "项目名称", "项目单位", "合计", "财政拨款"], ["特定目标类", "财政信息化运维", body, 960.8, 960.8]] },
    { name: "预算05表 财政拨款收支总表", rows: [["预算05表"], ["财政拨款收支总表"], [`部门名称：${body}`, null, null, null, null, null, "单位：万元"], ["收入", null, "支出"], ["项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"],
      ["一、本年收入", n(fiscal.total.total - carriedGeneral), "一、本年支出", n(fiscal.total.total), n(general.total.total), n(fund.total.total), n(state.total.total)],
      ["（一）一般公共预算资金", n(general.total.total - carriedGeneral), "（一）一般公共服务支出", n(fiscal.at("201")), n(general.at("201"))], ["（二）政府性基金预算资金", n(fund.total.total), "（二）社会保障和就业支出", n(fiscal.at("208")), n(general.at("208"))], ["（三）国有资本经营预算资金", n(state.total.total), "（三）卫生健康支出", n(fiscal.at("210")), n(general.at("210"))], ["二、上年结转", n(carriedGeneral), "（四）城乡社区支出", n(fiscal.at("212")), null, n(fund.at("212"))], ["（一）一般公共预算资金", n(carriedGeneral), "（五）住房保障支出", n(fiscal.at("221")), n(general.at("221"))], ["（二）政府性基金预算资金", null, "（六）国有资本经营预算支出", n(fiscal.at("223")), null, null, n(state.at("223"))], ["（三）国有资本经营预算资金", null, "二、年终结转结余"], ["收入总计", n(fiscal.total.total), "支出总计", n(fiscal.total.total), n(general.total.total), n(fund.total.total), n(state.total.total)]], merges: ["A4:B4", "C4:G4"] },
    { name: "预算06表 一般公共预算财政拨款支出表", rows: [["预算06表"], ["一般公共预算财政拨款支出表"], [`部门名称：${body}`, null, null, null, null, "单位：万元"], ["功能分类科目", null, "合计", "基本支出", null, null, "项目支出"], ["科目编码", "科目名称", null, "小计", "人员经费", "公用经费"], ["合计", null, n(general.total.total), n(general.total.basic), n(general.total.personnel), n(general.total.publicUse), n(general.total.project)], ...general.rows(3, 5, 7).map((row) => [row.code, row.name, n(row.total), n(row.basic), n(row.personnel), n(row.publicUse), n(row.project)])], merges: ["A4:B4", "C4:C5", "D4:F4", "G4:G5"] },
    { name: "预算07表 基本支出", rows: [["预算07表"], ["一般公共预算财政拨款基本支出表"], [`部门名称：${body}`, null, null, null, "单位：万元"], ["部门预算支出经济分类科目", null, "本年一般公共预算基本支出"], ["科目编码", "科目名称", "合计", "人员经费", "公用经费"], ["合计", null, n(general.total.basic), n(general.total.personnel), n(general.total.publicUse)], ...whole.economicRows().map((row) => [row.code, row.name, n(row.total), n(row.personnel), n(row.publicUse)])], merges: ["A4:B4", "C4:E4"] },
    { name: "预算08表 政府性基金", rows: [["预算08表"], ["政府性基金预算财政拨款支出表"], [`部门名称：${body}`, null, null, null, "单位：万元"], ["科目编码", "科目名称", "本年政府性基金预算财政拨款支出"], [null, null, "合计", "基本支出", "项目支出"], ["合计", null, n(fund.total.total), null, n(fund.total.project)], ...fund.rows(3, 5, 7).map((row) => [row.code, row.name, n(row.total), null, n(row.project)])], merges: ["A4:A5", "B4:B5", "C4:E4"] },
    { name: "预算09表 国资", rows: [["预算09表"], ["国有资本经营预算财政拨款支出表"], [`部门名称：${body}`, null, null, null, "单位：万元"], ["科目编码", "科目名称", "本年国有资本经营预算财政拨款支出"], [null, null, "合计", "基本支出", "项目支出"], ["合计", null, n(state.total.total), null, n(state.total.project)], ...state.rows(3, 5, 7).map((row) => [row.code, row.name, n(row.total), null, n(row.project)])], merges: ["A4:A5", "B4:B5", "C4:E4"] },
    { name: "预算10表 三公", rows: [["预算10表"], ["财政拨款“三公”经费支出表"], [`部门名称：${body}`, null, null, null, null, null, "单位：万元"], ["年度", "“三公”经费财政拨款预算总额", "因公出国（境）费用", "公务接待费", "公务用车购置和运行维护费", null, null], [null, null, null, null, "小计", "公务用车购置费", "公务用车运行维护费"], ["2025年", 27, 5, 4, 18, null, 18], ["2026年", z(2500), z(0), z(300), z(2200), z(0), z(2200)]], merges: ["A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:G4"] },
  ],
  tables: [
    "预算01表 收支总表 | budget-summary | — | 万元 | 某市财政局",
    "预算02表 收入总表 | income-summary | — | 万元 | 某市财政局",
    "预算03表 支出总表 | expenditure-summary | — | 万元 | 某市财政局",
    "预算05表 财政拨款收支总表 | fiscal-appropriation-summary | — | 万元 | 某市财政局",
    "预算06表 一般公共预算财政拨款支出表 | general-public-expenditure | — | 万元 | 某市财政局",
    "预算07表 基本支出 | basic-expenditure | — | 万元 | 某市财政局",
    "预算08表 政府性基金 | government-fund-expenditure | — | 万元 | 某市财政局",
    "预算09表 国资 | state-capital-expenditure | — | 万元 | 某市财政局",
    "预算10表 三公 | three-public | — | 万元 | 某市财政局",
  ],
  others: ["封面", "预算04表 项目支出表"],
  faults: [
    { slip: "支出总计数字对调", sheet: "预算01表 收支总表", cells: { D17: 0 }, suspects: ["D17"] },
    { slip: "明细行漏掉", sheet: "预算03表 支出总表", withoutRow: 9, suspects: ["C7"] },
    { slip: "单位资金小计写错", sheet: "预算02表 收入总表", cells: { I8: 99 }, suspects: ["I8"] },
    { slip: "三公小计写错", sheet: "预算10表 三公", cells: { E7: 23 }, suspects: ["E7"] },
  ],
};
