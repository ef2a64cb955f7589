import type { Value } from "../sheets";
import { budget, items, printed } from "./budget-figures";
import type { Row } from "./budget-figures";
import type { City } from "./city";

const n = printed();
const full = (row: Row): Value[] => [row.code, row.name, n(row.total), n(row.basic), n(row.project)];

const institute = budget(items(["2060404", 11_000, 1_500, 26_000], ["2080505", 1_100, 0, 0], ["2101102", 500, 0, 0], ["2210201", 900, 0, 0], ["2060404", 800, 200, 1_200, "own"]), { 30107: 5_000, 30108: 1_100, 30110: 500, 30113: 900, 30228: 200 });
const [i, ig] = [institute.total, institute.of("general-public")];

/**
 * Nothing above the header but the unit: which table it is, only the sheet's tab says; each sheet begins like the one
 * before it goes on.
 */
export const tabsOnly: City = {
  name: "只有工作表名",
  sheets: [
    { name: "1.部门收支总表", rows: [["单位：万元"], ["收入", null, "支出"], ["项目", "预算数", "项目", "预算数"], ["一般公共预算拨款收入", n(ig.total.total), "科学技术支出", n(institute.at("206"))], ["财政专户管理资金收入", 12, "社会保障和就业支出", n(institute.at("208"))], ["事业收入", 10, "卫生健康支出", n(institute.at("210"))], ["其他收入", null, "住房保障支出", n(institute.at("221"))], ["本年收入合计", n(i.total), "本年支出合计", n(i.total)], ["上年结转结余", null, "年终结转结余"], ["收入总计", n(i.total), "支出总计", n(i.total)]] },
    { name: "2.部门收入总表", rows: [["单位：万元"], ["单位编码", "单位名称", "合计", "一般公共预算", "政府性基金预算", "财政专户管理资金", "事业收入", "上年结转结余"], ["合计", null, n(i.total), n(ig.total.total), null, 12, 10], ["233001", "某市科技信息研究所", n(i.total), n(ig.total.total), null, 12, 10]] },
    { name: "3.部门支出总表", rows: [["单位：万元"], ["科目编码", "科目名称", "合计", "基本支出", "项目支出"], ["合计", null, n(i.total), n(i.basic), n(i.project)], ...institute.rows(3, 5, 7).map(full)] },
    { name: "4.财政拨款收支总表", rows: [["单位：万元"], ["收入", null, "支出"], ["项目", "预算数", "项目", "预算数"], ["一、本年收入", n(ig.total.total), "一、本年支出", n(ig.total.total)], ["（一）一般公共预算拨款", n(ig.total.total), "（一）科学技术支出", n(ig.at("206"))], ["（二）政府性基金预算拨款", null, "（二）社会保障和就业支出", n(ig.at("208"))], ["二、上年结转", null, "（三）卫生健康支出", n(ig.at("210"))], [null, null, "（四）住房保障支出", n(ig.at("221"))], [null, null, "二、年终结转结余"], ["收入总计", n(ig.total.total), "支出总计", n(ig.total.total)]] },
    { name: "5.一般公共预算支出表", rows: [["单位：万元"], ["科目编码", "科目名称", "合计", "基本支出", null, null, "项目支出"], [null, null, null, "小计", "人员经费", "公用经费"], ["合计", null, n(ig.total.total), n(ig.total.basic), n(ig.total.personnel), n(ig.total.publicUse), n(ig.total.project)], ...ig.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, n(row.total), n(row.basic), n(row.personnel), n(row.publicUse), n(row.project)])] },
    { name: "6.一般公共预算基本支出表", rows: [["单位：万元"], ["科目编码", "科目名称", "合计", "人员经费", "公用经费"], ["合计", null, n(ig.total.basic), n(ig.total.personnel), n(ig.total.publicUse)], ...institute.economicRows().map((row): Value[] => [row.code, row.name, n(row.total), n(row.personnel), n(row.publicUse)])] },
    { name: "7.三公经费支出表", rows: [["单位：万元"], ["“三公”经费合计", "因公出国（境）费", "公务用车购置及运行费", null, null, "公务接待费"], [null, null, "小计", "公务用车购置费", "公务用车运行费"], [2.1, null, 2, null, 2, 0.1]] },
  ],
  tables: ["1.部门收支总表 | budget-summary", "2.部门收入总表 | income-summary", "3.部门支出总表 | expenditure-summary", "4.财政拨款收支总表 | fiscal-appropriation-summary", "5.一般公共预算支出表 | general-public-expenditure", "6.一般公共预算基本支出表 | basic-expenditure", "7.三公经费支出表 | three-public"].map((start) => `${start} | — | 万元 | —`),
  faults: [
    { slip: "专户资金数字对调", sheet: "2.部门收入总表", cells: { F4: 21 }, suspects: ["F4"] },
    { slip: "基本支出少一位", sheet: "6.一般公共预算基本支出表", cells: { D6: 3.5 }, suspects: ["D6"] },
    { slip: "支出总计写错", sheet: "1.部门收支总表", cells: { D10: 442 }, suspects: ["D10"] },
  ],
};

const herd = budget(items(["2130301", 18_000, 2_100, 0], ["2130305", 0, 0, 7_700], ["2130305", 0, 0, 310, "own"], ["2080505", 1_900, 0, 0], ["2101101", 800, 0, 0], ["2210201", 1_500, 0, 0]));
const [h, hg] = [herd.total, herd.of("general-public")];
const body = (width: number): Value[] => ["某县水利站（机关）", ...Array<null>(width - 2).fill(null), "单位：万元"];

/**
 * Numbers of forms and no titles; whose tables they are stands beside the unit without a label; a fund table with what
 * came in and went out.
 */
export const numbersOnly: City = {
  name: "只有表号、单位不带标签",
  sheets: [
    { name: "Sheet1", rows: [["公开01表"], body(4), ["收入", null, "支出"], ["项目", "预算数", "项目", "预算数"], ["一、一般公共预算拨款收入", n(hg.total.total), "一、社会保障和就业支出", n(herd.at("208"))], ["二、政府性基金预算拨款收入", null, "二、卫生健康支出", n(herd.at("210"))], ["三、事业收入", null, "三、农林水支出", n(herd.at("213"))], ["四、其他收入", 3.1, "四、住房保障支出", n(herd.at("221"))], ["本年收入合计", n(h.total), "本年支出合计", n(h.total)], ["上年结转结余", null, "年终结转结余"], ["收入总计", n(h.total), "支出总计", n(h.total)]] },
    { name: "Sheet2", rows: [["公开02表"], body(9), ["科目编码", "科目名称", "合计", "一般公共预算拨款收入", "政府性基金预算拨款收入", "国有资本经营预算拨款收入", "事业收入", "其他收入", "上年结转结余"], [null, "合计", n(h.total), n(hg.total.total), null, null, null, 3.1], ...herd.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, n(row.total), n(hg.at(row.code)), null, null, null, n(row.total - hg.at(row.code))])] },
    { name: "Sheet3", rows: [["公开03表"], body(8), ["科目编码", "科目名称", "合计", "基本支出", "项目支出", "事业单位经营支出", "上缴上级支出", "对附属单位补助支出"], [null, "合计", n(h.total), n(h.basic), n(h.project)], ...herd.rows(3, 5, 7).map(full)] },
    { name: "Sheet5", rows: [["公开05表 一般公共预算支出表"], body(5), ["科目编码", "科目名称", "预算金额", "其中：基本支出", "项目支出"], [null, "合计", n(hg.total.total), n(hg.total.basic), n(hg.total.project)], ...hg.rows(3, 5, 7).map(full)] },
    { name: "Sheet6", rows: [["公开08表 政府性基金预算收支表"], body(8), ["科目编码", "科目名称", "上年结转", "本年收入", "本年支出", null, null, "年末结转"], [null, null, null, null, "小计", "基本支出", "项目支出"], ["合计"], ["注：本单位无政府性基金。"]], merges: ["E3:G3"] },
  ],
  tables: ["Sheet1 | budget-summary", "Sheet2 | income-summary", "Sheet3 | expenditure-summary", "Sheet5 | general-public-expenditure", "Sheet6 | government-fund-expenditure"].map((start) => `${start} | — | 万元 | 某县水利站(机关)`),
  faults: [
    { slip: "其他收入抄错", sheet: "Sheet2", cells: { H12: 3.01 }, suspects: ["H12"] },
    { slip: "项目支出写错", sheet: "Sheet3", cells: { E13: 81 }, suspects: ["E13"] },
    { slip: "其中的基本支出对调", sheet: "Sheet5", cells: { D13: 210 }, suspects: ["D13"] },
  ],
};
