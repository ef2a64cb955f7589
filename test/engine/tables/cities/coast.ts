import type { Value } from "../sheets";
import { budget, items, printed } from "./budget-figures";
import type { Row } from "./budget-figures";
import type { City } from "./city";

const police = budget(items(["2040201", 5_213_400, 812_300, 0], ["2040219", 0, 0, 430_000], ["2040220", 0, 0, 1_250_500], ["2080505", 640_000, 0, 0], ["2101101", 310_000, 0, 0], ["2210201", 520_000, 0, 0], ["2210203", 88_000, 0, 0]), { 30102: 2_000_000, 30108: 640_000, 30110: 310_000, 30113: 520_000, 30231: 90_000, 30217: 4_000, 30302: 50_000, 31002: 70_000 });
const yuan = printed(null, 1);
const stepwise = (row: Row): Value[] => [row.code.slice(0, 3), row.code.slice(3, 5), row.code.slice(5, 7)];
const p = police.total;

/** 元 in most tables and 万元 in 三公; 类, 款, 项 in three columns, whole code so far in none; totals called 收入总计 only. */
export const harbour: City = {
  name: "功能分类三栏、元",
  sheets: [
    { name: "目录", rows: [["预算公开表目录"], ["1", "部门财务收支预算总表"], ["2", "部门收入预算总表"], ["3", "部门支出预算总表"]] },
    { name: "1", rows: [["2026年部门财务收支预算总表"], ["编制部门：某区公安分局", null, null, "单位：元"], ["本年收入", null, "本年支出"], ["项目", "预算数", "项目", "预算数"], ["一、财政拨款收入", yuan(p.total - 8_000), "一、公共安全支出", yuan(police.at("204"))], ["    1、一般公共预算资金", yuan(p.total - 8_000), "二、社会保障和就业支出", yuan(police.at("208"))], ["    2、政府性基金", 0, "三、卫生健康支出", yuan(police.at("210"))], ["    3、国有资本经营预算", 0, "四、住房保障支出", yuan(police.at("221"))], ["二、事业收入", 0], ["三、事业单位经营收入", 0], ["四、其他收入", 8_000], ["收入总计", yuan(p.total), "支出总计", yuan(p.total)]], merges: ["A3:B3", "C3:D3"] },
    { name: "2", rows: [["2026年部门收入预算总表"], ["编制部门：某区公安分局", ...Array<null>(7).fill(null), "单位：元"], ["项目", null, null, null, "收入预算"], ["功能分类科目编码", null, null, "功能分类科目名称", "合计", "财政拨款收入", "事业收入", "事业单位经营收入", "其他收入"], ["类", "款", "项"], ...police.rows(3, 5, 7).map((row): Value[] => [...stepwise(row), row.name, yuan(row.total), yuan(row.total - (["204", "20402", "2040201"].includes(row.code) ? 8_000 : 0)), 0, 0, ["204", "20402", "2040201"].includes(row.code) ? 8_000 : 0]), ["合计", null, null, null, yuan(p.total), yuan(p.total - 8_000), 0, 0, 8_000]], merges: ["A3:D3", "E3:I3", "A4:C4", "D4:D5", "E4:E5", "F4:F5", "G4:G5", "H4:H5", "I4:I5"] },
    { name: "3", rows: [["2026年部门支出预算总表"], ["编制部门：某区公安分局", null, null, null, null, null, "单位：元"], ["项目", null, null, null, "支出预算"], ["功能分类科目编码", null, null, "功能分类科目名称", "合计", "基本支出", "项目支出"], ["类", "款", "项"], ...police.rows(3, 5, 7).map((row): Value[] => [...stepwise(row), row.name, yuan(row.total), yuan(row.basic), yuan(row.project)]), ["合计", null, null, null, yuan(p.total), yuan(p.basic), yuan(p.project)]], merges: ["A3:D3", "E3:G3", "A4:C4", "D4:D5", "E4:E5", "F4:F5", "G4:G5"] },
    { name: "4", rows: [["2026年部门财政拨款收支预算总表"], ["编制部门：某区公安分局", null, null, null, null, "单位：元"], ["财政拨款收入", null, "财政拨款支出"], ["项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"], ["一、一般公共预算资金", yuan(p.total - 8_000), "一、公共安全支出", yuan(police.at("204") - 8_000), yuan(police.at("204") - 8_000), 0, 0], ["二、政府性基金", 0, "二、社会保障和就业支出", yuan(police.at("208")), yuan(police.at("208"))], ["三、国有资本经营预算", 0, "三、卫生健康支出", yuan(police.at("210")), yuan(police.at("210"))], [null, null, "四、住房保障支出", yuan(police.at("221")), yuan(police.at("221"))], ["收入总计", yuan(p.total - 8_000), "支出总计", yuan(p.total - 8_000), yuan(p.total - 8_000), 0, 0]], merges: ["A3:B3", "C3:G3"] },
    { name: "5", rows: [["2026年部门一般公共预算支出功能分类预算表"], ["编制部门：某区公安分局", null, null, null, null, null, "单位：元"], ["项目", null, null, null, "一般公共预算支出"], ["功能分类科目编码", null, null, "功能分类科目名称", "合计", "基本支出", "项目支出"], ["类", "款", "项"], ...police.rows(3, 5, 7).map((row): Value[] => { const less = ["204", "20402", "2040201"].includes(row.code) ? 8_000 : 0; return [...stepwise(row), row.name, yuan(row.total - less), yuan(row.basic - less), yuan(row.project)]; }), ["合计", null, null, null, yuan(p.total - 8_000), yuan(p.basic - 8_000), yuan(p.project)]], merges: ["A3:D3", "E3:G3", "A4:C4", "D4:D5", "E4:E5", "F4:F5", "G4:G5"] },
    { name: "6", rows: [["2026年部门政府性基金预算支出功能分类预算表"], ["编制部门：某区公安分局", null, null, null, null, null, "单位：元"], ["项目", null, null, null, "政府性基金预算支出"], ["功能分类科目编码", null, null, "功能分类科目名称", "合计", "基本支出", "项目支出"], ["类", "款", "项"], ["合计"], ["注：本部门2026年无政府性基金预算财政拨款支出，故本表无数据。"]] },
    { name: "7", rows: [["2026年部门国有资本经营预算支出功能分类预算表"], ["编制部门：某区公安分局", null, null, null, null, null, "单位：元"], ["项目", null, null, null, "国有资本经营预算支出"], ["功能分类科目编码", null, null, "功能分类科目名称", "合计", "基本支出", "项目支出"], ["类", "款", "项"], ["合计"]] },
    { name: "8", rows: [["2026年部门一般公共预算基本支出部门预算经济分类预算表"], ["编制部门：某区公安分局", null, null, null, null, "单位：元"], ["项目", null, null, "一般公共预算基本支出"], ["经济分类科目编码", null, "经济分类科目名称", "合计", "人员经费", "公用经费"], ["类", "款"], ...police.economicRows().map((row): Value[] => { const less = ["302", "30201"].includes(row.code) ? 8_000 : 0; return [row.code.slice(0, 3), row.code.slice(3), row.name, yuan(row.total - less), yuan(row.personnel), yuan(row.publicUse - less)]; }), ["合计", null, null, yuan(p.basic - 8_000), yuan(p.personnel), yuan(p.publicUse - 8_000)]] },
    { name: "9", rows: [["2026年部门“三公”经费和机关运行经费预算表"], ["编制部门：某区公安分局", null, null, null, null, null, "单位：万元"], ["2026年“三公”经费预算数", null, null, null, null, null, "2026年机关运行经费预算数"], ["合计", "因公出国(境)费", "公务接待费", "公务用车购置及运行费"], [null, null, null, "小计", "购置费", "运行费"], [24.5, 0, 0.5, 24, 15, 9, 80.43]], merges: ["A3:F3", "G3:G5", "A4:A5", "B4:B5", "C4:C5", "D4:F4"] },
  ],
  tables: [
    "1 | budget-summary | 2026 | 元 | 某区公安分局", "2 | income-summary | 2026 | 元 | 某区公安分局", "3 | expenditure-summary | 2026 | 元 | 某区公安分局", "4 | fiscal-appropriation-summary | 2026 | 元 | 某区公安分局", "5 | general-public-expenditure | 2026 | 元 | 某区公安分局",
    "6 | government-fund-expenditure | 2026 | 元 | 某区公安分局", "7 | state-capital-expenditure | 2026 | 元 | 某区公安分局", "8 | basic-expenditure | 2026 | 元 | 某区公安分局", "9 | three-public | 2026 | 万元 | 某区公安分局",
  ],
  others: ["目录"],
  faults: [
    { slip: "公用经费数字对调", sheet: "8", cells: { F19: 1 }, suspects: ["F19"] },
    { slip: "三公表按元填写", sheet: "9", cells: { F6: 90000 }, suspects: ["F6"] },
    { slip: "项级行漏掉", sheet: "5", withoutRow: 9, suspects: ["E7"] },
    { slip: "无基金却在收入里填了数", sheet: "4", cells: { B6: 5000 }, suspects: ["B6"] },
  ],
};

const culture = budget(items(["2010301", 60010, 12045, 0], ["2060404", 0, 0, 33020], ["2080501", 900, 300, 0], ["2080505", 8800, 0, 0], ["2101101", 4100, 0, 0], ["2210201", 7700, 0, 0], ["2010302", 0, 0, 21000, "own"], ["2120804", 0, 0, 5500, "government-fund"]), { 30102: 20000, 30108: 8800, 30110: 4100, 30113: 7700, 30302: 900, 30217: 120, 30231: 600, 30239: 2000 });
const n = printed(0);
const [c, cg, cf] = [culture.total, culture.of("general-public"), culture.of("government-fund")];

/**
 * Southern forms: 一般公共预算拨款 without any 财政拨款 line, 行政经费 above 三公, basic expenditure in one column, functions as
 * "[2010301]行政运行".
 */
export const delta: City = {
  name: "行政经费与三公、科目带方括号",
  sheets: [
    { name: "表1", rows: [["表1"], ["收支总体情况表"], ["单位名称：某区科技和文化局", null, null, "单位：万元"], ["收        入", null, "支        出"], ["项        目", "2026年预算", "项目(按功能分类)", "2026年预算"], ["一、一般公共预算拨款", n(cg.total.total), "一、一般公共服务支出", n(culture.at("201"))], ["二、政府性基金预算拨款", n(cf.total.total), "二、科学技术支出", n(culture.at("206"))], ["三、国有资本经营预算拨款", 0, "三、社会保障和就业支出", n(culture.at("208"))], ["四、财政专户拨款", 0, "四、卫生健康支出", n(culture.at("210"))], ["五、事业收入", 150, "五、城乡社区支出", n(culture.at("212"))], ["六、事业单位经营收入", 0, "六、住房保障支出", n(culture.at("221"))], ["七、其他收入", 60], ["本年收入合计", n(c.total), "本年支出合计", n(c.total)], ["八、上级补助收入", 0, "七、对附属单位补助支出", 0], ["九、附属单位上缴收入", 0, "八、上缴上级支出", 0], ["十、用事业基金弥补收支差额", 0, "九、结转下年", 0], ["十一、上年结转", 0], ["收入总计", n(c.total), "支出总计", n(c.total)]] },
    { name: "表2", rows: [["表2"], ["收入总体情况表"], ["单位名称：某区科技和文化局", null, "单位：万元"], ["项目", "2026年预算"], ["一、预算拨款", n(c.total - 21000)], ["    一般公共预算拨款", n(cg.total.total)], ["    政府性基金预算拨款", n(cf.total.total)], ["    国有资本经营预算拨款", 0], ["二、财政专户拨款", 0], ["    教育收费收入", 0], ["    其他财政专户收入", 0], ["三、其他资金", n(21000)], ["    事业收入", 150], ["    事业单位经营收入", 0], ["    其他收入", 60], ["本年收入合计", n(c.total)], ["四、上级补助收入", 0], ["五、上年结转", 0], ["收入总计", n(c.total)]] },
    { name: "表3", rows: [["表3"], ["支出总体情况表"], ["单位名称：某区科技和文化局", null, "单位：万元"], ["项目", "2026年预算"], ["一、基本支出", n(c.basic)], ["    工资福利支出", n(c.personnel - 900)], ["    商品和服务支出", n(c.publicUse)], ["    对个人和家庭的补助", n(900)], ["二、项目支出", n(c.project)], ["    专项类项目", n(c.project)], ["三、事业单位经营支出", 0], ["本年支出合计", n(c.total)], ["四、对附属单位补助支出", 0], ["五、上缴上级支出", 0], ["六、结转下年", 0], ["支出总计", n(c.total)]] },
    { name: "表4", rows: [["表4"], ["财政拨款收支总体情况表"], ["单位名称：某区科技和文化局", null, null, "单位：万元"], ["收入", null, "支出"], ["项目", "2026年预算", "项目", "2026年预算"], ["一、一般公共预算", n(cg.total.total), "一、一般公共服务支出", n(cg.at("201"))], ["二、政府性基金预算", n(cf.total.total), "二、科学技术支出", n(cg.at("206"))], ["三、国有资本经营预算", 0, "三、社会保障和就业支出", n(cg.at("208"))], [null, null, "四、卫生健康支出", n(cg.at("210"))], [null, null, "五、城乡社区支出", n(cf.at("212"))], [null, null, "六、住房保障支出", n(cg.at("221"))], ["本年收入合计", n(c.total - 21000), "本年支出合计", n(c.total - 21000)], ["四、上年结转", 0, "结转下年", 0], ["收入总计", n(c.total - 21000), "支出总计", n(c.total - 21000)]] },
    { name: "表5", rows: [["表5"], ["一般公共预算支出情况表（按功能分类科目）"], ["单位名称：某区科技和文化局", null, null, "单位：万元"], ["功能科目名称", "小计", "其中："], [null, null, "基本支出", "项目支出"], ["合计", n(cg.total.total), n(cg.total.basic), n(cg.total.project)], ...cg.rows(3, 5, 7).map((row): Value[] => [`${"  ".repeat((row.code.length - 3) / 2)}[${row.code}]${row.name}`, n(row.total), n(row.basic), n(row.project)])], merges: ["A4:A5", "B4:B5", "C4:D4"] },
    { name: "表6", rows: [["表6"], ["一般公共预算基本支出情况表（按支出经济分类科目）"], ["单位名称：某区科技和文化局", "单位：万元"], ["支出经济分类科目", "2026年预算"], ["合计", n(cg.total.basic)], ...culture.economicRows().map((row): Value[] => [`[${row.code}]${row.name}`, n(row.total)])] },
    { name: "表7", rows: [["表7"], ["一般公共预算项目支出情况表（按支出经济分类科目）"], ["单位：万元"], ["支出经济分类科目", "2026年预算"], ["合计", n(cg.total.project)], ["[302]商品和服务支出", n(cg.total.project)]] },
    { name: "表8", rows: [["表8"], ["一般公共预算安排的行政经费及“三公”经费预算表"], ["单位名称：某区科技和文化局", "单位：万元"], ["项目", "2026年预算"], ["行政经费", 245.6], ["“三公”经费", 9.2], ["  其中：（一）因公出国（境）支出", 0], ["        （二）公务用车购置及运行维护支出", 7], ["             1．公务用车购置", 0], ["             2．公务用车运行维护费", 7], ["        （三）公务接待费支出", 2.2]] },
    { name: "表9", rows: [["表9"], ["政府性基金预算支出情况表"], ["单位名称：某区科技和文化局", null, null, "单位：万元"], ["功能科目名称", "小计", "其中："], [null, null, "基本支出", "项目支出"], ["合计", n(cf.total.total), 0, n(cf.total.project)], ...cf.rows(3, 5, 7).map((row): Value[] => [`[${row.code}]${row.name}`, n(row.total), 0, n(row.project)])] },
    { name: "表10", rows: [["表10"], ["国有资本经营预算支出情况表"], ["单位名称：某区科技和文化局", null, null, "单位：万元"], ["功能科目名称", "小计", "其中："], [null, null, "基本支出", "项目支出"], ["合计", 0, 0, 0], ["注：本年度无国有资本经营预算安排的支出。"]] },
  ],
  tables: [
    "表1 | budget-summary | — | 万元 | 某区科技和文化局", "表2 | income-summary | — | 万元 | 某区科技和文化局", "表3 | expenditure-summary | — | 万元 | 某区科技和文化局", "表4 | fiscal-appropriation-summary | — | 万元 | 某区科技和文化局", "表5 | general-public-expenditure | — | 万元 | 某区科技和文化局",
    "表6 | basic-expenditure | — | 万元 | 某区科技和文化局", "表8 | three-public | — | 万元 | 某区科技和文化局", "表9 | government-fund-expenditure | — | 万元 | 某区科技和文化局", "表10 | state-capital-expenditure | — | 万元 | 某区科技和文化局",
  ],
  others: ["表7"],
  faults: [
    { slip: "三公分项写错", sheet: "表8", cells: { B8: 17 }, suspects: ["B8"] },
    { slip: "收入表一项写错", sheet: "表2", cells: { B6: 1.2 }, suspects: ["B6"] },
    { slip: "支出表项目支出写错", sheet: "表3", cells: { B9: 999 }, suspects: ["B9"] },
    { slip: "类级行写错", sheet: "表5", cells: { B7: 1 }, suspects: ["B7"] },
  ],
};
