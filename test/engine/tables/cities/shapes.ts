import type { Value } from "../sheets";
import { budget, items, printed } from "./budget-figures";
import type { City } from "./city";

const n = printed();
const z = printed(0);
const office = budget(items(["2010301", 60_000, 9_500, 0], ["2010302", 0, 0, 22_000], ["2080501", 1_500, 0, 0], ["2080505", 6_400, 0, 0], ["2101101", 3_100, 0, 0], ["2210201", 7_200, 0, 0], ["2120803", 0, 0, 9_000, "government-fund"], ["2010302", 0, 0, 1_000, "own"]), { 30102: 18_000, 30108: 6_400, 30110: 3_100, 30113: 7_200, 30302: 1_500, 30217: 100, 30231: 800, 30239: 2_000 });
const [o, og, of] = [office.total, office.of("general-public"), office.of("government-fund")];
const carried = 2_500;

/**
 * The middle: sources across the spending side of 收支总表, 基本支出 by 工资福利, 对个人和家庭, 商品和服务, economic 类 and 款 of two
 * classifications.
 */
export const plain: City = {
  name: "收支总表支出分资金、基本支出分经济",
  sheets: [
    { name: "1", rows: [["预算01表"], ["2026年部门收支总体情况表"], ["部门名称：某市信访局", ...Array<null>(7).fill(null), "单位：万元"], ["收入", null, "支出"], ["项目", "金额", "项目", "合计", "一般公共预算", null, "政府性基金", "国有资本经营预算收入", "其他各项收入"], [null, null, null, null, "小计", "其中：财政拨款"], ["一、一般公共预算", n(og.total.total - carried), "一、基本支出", n(o.basic), n(o.basic), n(o.basic)], ["  其中：财政拨款", n(og.total.total - carried), "1、工资福利支出", n(o.personnel - 1_500), n(o.personnel - 1_500), n(o.personnel - 1_500)], ["二、政府性基金", n(of.total.total), "2、商品和服务支出", n(o.publicUse), n(o.publicUse), n(o.publicUse)], ["三、国有资本经营预算收入", null, "3、对个人和家庭的补助", n(1_500), n(1_500), n(1_500)], ["四、其他各项收入", n(1_000), "二、项目支出", n(o.project), n(22_000), n(22_000), n(9_000), null, n(1_000)], [null, null, "1、一般性项目", n(23_000), n(22_000), n(22_000), null, null, n(1_000)], [null, null, "2、专项资金", n(9_000), null, null, n(9_000)], ["本年收入合计", n(o.total - carried), "本年支出合计", n(o.total), n(og.total.total), n(og.total.total), n(of.total.total), null, n(1_000)], ["加：部门财政性资金结转", n(carried)], ["收入合计", n(o.total), "支出合计", n(o.total), n(og.total.total), n(og.total.total), n(of.total.total), null, n(1_000)]], merges: ["A4:B4", "C4:I4", "A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:F5", "G5:G6", "H5:H6", "I5:I6"] },
    { name: "3", rows: [["预算03表"], ["2026年部门支出总体情况表"], ["部门名称：某市信访局", ...Array<null>(11).fill(null), "单位：万元"], ["科目编码", null, null, "单位代码", "单位（科目名称）", "总计", "基本支出", null, null, null, "项目支出"], ["类", "款", "项", null, null, null, "小计", "工资福利支出", "对个人和家庭的补助支出", "商品和服务支出", "小计", "一般性项目", "专项资金"], ["**", "**", "**", "**", "**", "1", "2", "3", "4", "5", "6", "7", "8"], [null, null, null, null, "合计", n(o.total), n(o.basic), n(o.personnel - 1_500), n(1_500), n(o.publicUse), n(o.project), n(23_000), n(9_000)], [null, null, null, "029", "某市信访局", n(o.total), n(o.basic), n(o.personnel - 1_500), n(1_500), n(o.publicUse), n(o.project), n(23_000), n(9_000)], ...office.rows(7).map((row): Value[] => { const home = row.code === "2080501" ? 1_500 : 0; const fund = row.code.startsWith("212") ? row.project : 0; return [row.code.slice(0, 3), row.code.slice(3, 5), row.code.slice(5), "029", `  ${row.name}`, n(row.total), n(row.basic), n(row.personnel - home), n(home), n(row.publicUse), n(row.project), n(row.project - fund), n(fund)]; })], merges: ["A4:C4", "D4:D5", "E4:E5", "F4:F5", "G4:J4", "K4:M4"] },
    { name: "4", rows: [["预算04表"], ["2026年财政拨款收支总体情况表"], ["部门名称：某市信访局", ...Array<null>(6).fill(null), "单位：万元"], ["收入", null, "支出"], ["项目", "金额", "项目", "合计", "一般公共预算", null, "政府性基金", "国有资本经营预算收入"], [null, null, null, null, "小计", "其中：财政拨款"], ["一般公共预算", n(og.total.total - carried), "一、本年支出", n(o.total - 1_000), n(og.total.total), n(og.total.total), n(of.total.total)], ["  其中：财政拨款", n(og.total.total - carried), "（一）一般公共服务支出", n(og.at("201")), n(og.at("201")), n(og.at("201"))], ["政府性基金", n(of.total.total), "（二）社会保障和就业支出", n(og.at("208")), n(og.at("208")), n(og.at("208"))], ["国有资本经营预算收入", null, "（三）卫生健康支出", n(og.at("210")), n(og.at("210")), n(og.at("210"))], [null, null, "（四）城乡社区支出", n(of.at("212")), null, null, n(of.at("212"))], [null, null, "（五）住房保障支出", n(og.at("221")), n(og.at("221")), n(og.at("221"))], ["上年结转", n(carried), "二、结转下年"], ["收入合计", n(o.total - 1_000), "支出合计", n(o.total - 1_000), n(og.total.total), n(og.total.total), n(of.total.total)]], merges: ["A4:B4", "C4:H4", "A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:F5", "G5:G6", "H5:H6"] },
    { name: "5", rows: [["预算05表"], ["2026年一般公共预算支出情况表"], ["部门名称：某市信访局", ...Array<null>(10).fill(null), "单位：万元"], ["科目编码", null, null, "科目名称", "总计", "基本支出", null, null, null, "项目支出"], ["类", "款", "项", null, null, "小计", "工资福利支出", "对个人和家庭的补助支出", "商品和服务支出", "小计", "一般性项目", "专项资金"], ["**", "**", "**", "**", "1", "2", "3", "4", "5", "6", "7", "8"], [null, null, null, "合计", n(og.total.total), n(o.basic), n(o.personnel - 1_500), n(1_500), n(o.publicUse), n(22_000), n(22_000)], ...og.rows(7).map((row): Value[] => { const home = row.code === "2080501" ? 1_500 : 0; return [row.code.slice(0, 3), row.code.slice(3, 5), row.code.slice(5), row.name, n(row.total), n(row.basic), n(row.personnel - home), n(home), n(row.publicUse), n(row.project), n(row.project)]; })], merges: ["A4:C4", "D4:D5", "E4:E5", "F4:I4", "J4:L4"] },
    { name: "6", rows: [["预算06表"], ["2026年一般公共预算基本支出情况表"], ["部门名称：某市信访局", ...Array<null>(7).fill(null), "单位：万元"], ["部门预算经济分类", null, null, "政府预算经济分类", null, null, "一般公共预算基本支出"], ["类", "款", "科目名称", "类", "款", "科目名称", "合计", "人员经费", "公用经费"], ["**", "**", "**", "**", "**", "**", "1", "2", "3"], [null, null, "合计", null, null, null, n(o.basic), n(o.personnel), n(o.publicUse)], ...office.economicRows().filter((row) => row.code.length === 5).map((row): Value[] => [row.code.slice(0, 3), row.code.slice(3), row.name, "501", "01", "工资奖金津补贴", n(row.total), n(row.personnel), n(row.publicUse)])], merges: ["A4:C4", "D4:F4", "G4:I4"] },
    { name: "7", rows: [["预算07表"], ["2026年“三公”经费预算表"], ["部门名称：某市信访局", "单位：万元"], ["项       目", "2026年“三公”经费预算数"], ["合   计", z(900)], ["1、因公出国（境）费用", z(0)], ["2、公务接待费", z(100)], ["3、公务用车费", z(800)], ["其中：（1）公务用车运行维护费", z(800)], ["      （2）公务用车购置", z(0)], ["注：按照党中央、国务院有关文件及部门预算管理有关规定，“三公”经费包括因公出国（境）费、公务用车购置及运行费和公务接待费。"]] },
  ],
  tables: ["1 | budget-summary", "3 | expenditure-summary", "4 | fiscal-appropriation-summary", "5 | general-public-expenditure", "6 | basic-expenditure", "7 | three-public"].map((start) => `${start} | 2026 | 万元 | 某市信访局`),
  faults: [
    { slip: "商品和服务支出写错", sheet: "3", cells: { J9: 59 }, suspects: ["J9"] },
    { slip: "支出分资金小计写错", sheet: "1", cells: { E9: 59 }, suspects: ["E9"] },
    { slip: "接待费写错", sheet: "7", cells: { B7: 10 }, suspects: ["B7"] },
    { slip: "款级明细漏一行", sheet: "6", withoutRow: 9, suspects: ["G7"] },
  ],
};

const lake = budget(items(["2130301", 41_000, 6_000, 0], ["2130305", 0, 0, 30_000], ["2080505", 4_000, 0, 0], ["2101101", 2_000, 0, 0], ["2210201", 4_500, 0, 0], ["2130314", 7_000, 1_000, 5_000, "own"]), { 30102: 11_000, 30108: 4_000, 30110: 2_000, 30113: 4_500, 30217: 60, 30231: 350 });
const [l, lg] = [lake.total, lake.of("general-public")];

/**
 * The lower river: 人员支出, 日常公用支出, 项目支出 without any 基本支出; 其中 lists on the income side; 专户资金 beside 事业收入（不含专户资金）; a share
 * column.
 */
export const estuary: City = {
  name: "人员、公用、项目并列、占比栏",
  sheets: [
    { name: "附表1", rows: [["附表1"], ["2026年收支预算总表"], ["单位：某县水利局", null, null, null, null, "单位：万元"], ["收          入", null, null, "支          出"], ["项目", "2026年预算", "占比%", "项目", "2026年预算", "占比%"], ["一、财政拨款收入", n(lg.total.total), 87.13, "一、人员支出", n(l.personnel), 57.85], ["    其中：一般公共预算", n(lg.total.total), null, "二、日常公用支出", n(l.publicUse), 6.92], ["          政府性基金预算", null, null, "三、项目支出", n(l.project), 34.6], ["二、专户资金", n(3_000)], ["三、事业收入（不含专户资金）", n(8_000)], ["四、事业单位经营收入"], ["五、其他收入", n(2_000)], ["本年收入合计", n(l.total), 100, "本年支出合计", n(l.total), 100], ["用事业基金弥补收支差额", null, null, "结转下年"], ["上年结转"], ["收  入  总  计", n(l.total), null, "支  出  总  计", n(l.total)]], merges: ["A4:C4", "D4:F4"] },
    { name: "附表2", rows: [["附表2"], ["2026年部门收入预算总表"], ["单位：某县水利局", ...Array<null>(6).fill(null), "单位：万元"], ["科目编码", "科目名称", "总计", "一般公共预算", "政府性基金预算", "专户资金", "事业收入（不含专户资金）", "其他收入"], [null, "合计", n(l.total), n(lg.total.total), null, n(3_000), n(8_000), n(2_000)], ...lake.rows(3, 5, 7).map((row): Value[] => { const own = lake.of("own").at(row.code) > 0; return [row.code, row.name, n(row.total), n(lg.at(row.code)), null, own ? n(3_000) : null, own ? n(8_000) : null, own ? n(2_000) : null]; })] },
    { name: "附表3", rows: [["附表3"], ["2026年部门支出预算总表"], ["单位：某县水利局", ...Array<null>(6).fill(null), "单位：万元"], ["科目编码", "科目名称", "总计", "人员支出", "日常公用支出", "项目支出", "事业单位经营支出", "上缴上级支出"], [null, "合计", n(l.total), n(l.personnel), n(l.publicUse), n(l.project)], ...lake.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, n(row.total), n(row.personnel), n(row.publicUse), n(row.project)])] },
    { name: "附表4", rows: [["附表4"], ["2026年财政拨款收支预算总表"], ["单位：某县水利局", null, null, null, null, "单位：万元"], ["收入", null, "支出"], ["项目", "2026年预算", "项目", "2026年预算"], ["一、一般公共预算", n(lg.total.total), "一、社会保障和就业支出", n(lg.at("208"))], ["二、政府性基金预算", null, "二、卫生健康支出", n(lg.at("210"))], [null, null, "三、农林水支出", n(lg.at("213"))], [null, null, "四、住房保障支出", n(lg.at("221"))], ["本年收入合计", n(lg.total.total), "本年支出合计", n(lg.total.total)], ["上年结转", null, "结转下年"], ["收入总计", n(lg.total.total), "支出总计", n(lg.total.total)]] },
    { name: "附表5", rows: [["附表5"], ["2026年一般公共预算支出表"], ["单位：某县水利局", ...Array<null>(5).fill(null), "单位：万元"], ["科目编码", "科目名称", "合计", "基本支出", null, null, "项目支出"], [null, null, null, "小计", "人员支出", "日常公用支出"], [null, "合计", n(lg.total.total), n(lg.total.basic), n(lg.total.personnel), n(lg.total.publicUse), n(lg.total.project)], ...lg.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, n(row.total), n(row.basic), n(row.personnel), n(row.publicUse), n(row.project)])], merges: ["A4:A5", "B4:B5", "C4:C5", "D4:F4", "G4:G5"] },
    { name: "附表6", rows: [["附表6"], ["2026年一般公共预算基本支出表"], ["单位：某县水利局", null, null, null, "单位：万元"], ["经济分类科目", null, "合计", "人员支出", "日常公用支出"], ["科目编码", "科目名称"], [null, "合计", n(lg.total.basic), n(lg.total.personnel), n(lg.total.publicUse)], ...lake.economicRows().map((row): Value[] => [row.code, row.name, n(row.total), n(row.personnel), n(row.publicUse)])], merges: ["A4:B4"] },
    { name: "附表8", rows: [["附表8"], ["2026年一般公共预算“三公”经费表"], ["单位：某县水利局", null, null, null, null, null, "单位：万元"], ["单位名称", "“三公”经费", null, null, null, null, null], [null, "合计", "因公出国（境）费用", "公务接待费", "公务用车购置及运行维护费"], [null, null, null, null, "小计", "公务用车购置费", "公务用车运行维护费"], ["某县水利局", z(500), z(0), z(100), z(400), z(0), z(400)]], merges: ["A4:A6", "B4:G4", "B5:B6", "C5:C6", "D5:D6", "E5:G5"] },
  ],
  tables: ["附表1 | budget-summary", "附表2 | income-summary", "附表3 | expenditure-summary", "附表4 | fiscal-appropriation-summary", "附表5 | general-public-expenditure", "附表6 | basic-expenditure", "附表8 | three-public"].map((start) => `${start} | 2026 | 万元 | 某县水利局`),
  faults: [
    { slip: "人员支出数字对调", sheet: "附表3", cells: { D5: 85.5 }, suspects: ["D5"] },
    { slip: "专户资金写错", sheet: "附表1", cells: { B9: 33 }, suspects: ["B9"] },
  ],
};

/** The west: every summary upright with one column of amounts, 收支总表 as one list from income down to spending. */
export const corridor: City = {
  name: "竖排收入表、单列收支总表",
  sheets: [
    { name: "表一", rows: [["表一"], ["2026年部门收支总表"], ["单位：某县司法局", null, "单位：万元"], ["项目", "预算数"], ["一、收入"], ["  （一）一般公共预算拨款收入", n(lg.total.total)], ["  （二）政府性基金预算拨款收入"], ["  （三）事业收入", n(11_000)], ["  （四）其他收入", n(2_000)], ["本年收入合计", n(l.total)], ["上年结转"], ["收入总计", n(l.total)], ["二、支出"], ["  （一）社会保障和就业支出", n(lake.at("208"))], ["  （二）卫生健康支出", n(lake.at("210"))], ["  （三）农林水支出", n(lake.at("213"))], ["  （四）住房保障支出", n(lake.at("221"))], ["本年支出合计", n(l.total)], ["结转下年"], ["支出总计", n(l.total)]] },
    { name: "表二", rows: [["表二"], ["2026年部门收入总体情况表"], ["单位：某县司法局", "单位：万元"], ["项目", "预算数"], ["一、本年收入", n(l.total)], ["（一）一般公共预算财政拨款", n(lg.total.total)], ["（二）政府性基金预算财政拨款"], ["（三）国有资本经营预算财政拨款"], ["（四）财政专户管理资金"], ["（五）单位资金", n(13_000)], ["1.事业收入", n(11_000)], ["2.其他收入", n(2_000)], ["二、上年结转"], ["（一）一般公共预算财政拨款"], ["（二）政府性基金预算财政拨款"], ["收入总计", n(l.total)]] },
    { name: "表三", rows: [["表三"], ["2026年部门支出总体情况表"], ["单位：某县司法局", null, null, null, "单位：万元"], ["功能分类科目名称", "合计", "基本支出", "项目支出", "事业单位经营支出"], ["合计", n(l.total), n(l.basic), n(l.project)], ...lake.rows(3, 5, 7).map((row): Value[] => [`${"　".repeat((row.code.length - 3) / 2)}${row.name}`, n(row.total), n(row.basic), n(row.project)])] },
    { name: "表五", rows: [["表五"], ["2026年一般公共预算支出情况表"], ["单位：某县司法局", null, null, null, "单位：万元"], ["功能分类科目", null, "2026年预算数"], ["科目编码", "科目名称", "合计", "基本支出", "项目支出"], ["合计", null, n(lg.total.total), n(lg.total.basic), n(lg.total.project)], ...lg.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, n(row.total), n(row.basic), n(row.project)])] },
    { name: "表七", rows: [["表七"], ["2026年“三公”经费、会议费、培训费支出情况表"], ["单位：某县司法局", null, "单位：万元"], ["项目", "2025年预算数", "2026年预算数"], ["合计", 12.5, 12], ["一、“三公”经费小计", 7, 6.5], ["（一）因公出国（境）费", 0, 0], ["（二）公务接待费", 2, 1.5], ["（三）公务用车费", 5, 5], ["其中：公务用车运行维护费", 5, 5], ["公务用车购置费", 0, 0], ["二、会议费", 2.5, 2.5], ["三、培训费", 3, 3]] },
  ],
  tables: ["表一 | budget-summary", "表二 | income-summary", "表三 | expenditure-summary", "表五 | general-public-expenditure", "表七 | three-public"].map((start) => `${start} | 2026 | 万元 | 某县司法局`),
  faults: [
    { slip: "上半截的拨款收入写错", sheet: "表一", cells: { B6: 857 }, suspects: ["B6"] },
    { slip: "单位资金写错", sheet: "表二", cells: { B10: 31 }, suspects: ["B10"] },
    { slip: "三公小计写错", sheet: "表七", cells: { C6: 5.6 }, suspects: ["C6"] },
    { slip: "缩进的款写错", sheet: "表三", cells: { B7: 400 }, suspects: ["B7"] },
  ],
};
