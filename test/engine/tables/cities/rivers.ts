import type { Value } from "../sheets";
import { budget, items, printed } from "./budget-figures";
import type { Budget } from "./budget-figures";
import type { City } from "./city";

const water = budget(items(["2130301", 80020, 15010, 0], ["2130305", 0, 0, 120000], ["2130314", 0, 0, 8000], ["2080505", 9000, 0, 0], ["2080506", 4500, 0, 0], ["2101101", 4200, 0, 0], ["2210201", 8600, 0, 0], ["2210203", 2300, 0, 0], ["2120803", 0, 0, 40000, "government-fund"], ["2130314", 0, 0, 700, "own"]), { 30102: 20000, 30107: 11000, 30108: 9000, 30109: 4500, 30110: 4200, 30113: 8600, 30201: 5000, 30215: 120, 30216: 230, 30217: 90, 30231: 540, 30302: 1020 });
const n = printed();
const z = printed(0);
const b = "某市水务局";
const [w, g, f] = [water.total, water.of("general-public"), water.of("government-fund")];
const fiscal = water.of("general-public", "government-fund");
const unitLine = (columns: number): Value[][] => [[`部门：${b}`, ...Array<null>(columns - 2).fill(null), "单位：万元"]];
const byFunction = (from: Budget): Value[][] => [["合计", null, n(from.total.total), n(from.total.basic), n(from.total.personnel), n(from.total.publicUse), n(from.total.project)], ...from.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, n(row.total), n(row.basic), n(row.personnel), n(row.publicUse), n(row.project)])];
const functionHead: Value[][] = [["科目编码", "科目名称", "合计", "基本支出", null, null, "项目支出"], [null, null, null, "小计", "人员经费", "公用经费", null]];
const functionMerges = ["A4:A5", "B4:B5", "C4:C5", "D4:F4", "G4:G5"];
const byEconomic = (columns: number): Value[][] => [["合计", null, n(g.total.basic), n(g.total.personnel), n(g.total.publicUse)].slice(0, columns), ...water.economicRows().map((row): Value[] => [row.code, row.name, n(row.total), n(row.personnel), n(row.publicUse)].slice(0, columns))];

/** Thirteen tables of a province that prints 财政拨款 once more by function and by economy, and 会议费, 培训费 beside 三公. */
export const rivers: City = {
  name: "十三张表、三公两费",
  sheets: [
    { name: "公开01", rows: [["公开01表"], ["收支总表"], ...unitLine(4), ["收入", null, "支出"], ["项目", "预算数", "项目", "预算数"], ["一、一般公共预算拨款收入", n(g.total.total), "一、社会保障和就业支出", n(water.at("208"))], ["二、政府性基金预算拨款收入", n(f.total.total), "二、卫生健康支出", n(water.at("210"))], ["三、国有资本经营预算拨款收入", null, "三、城乡社区支出", n(water.at("212"))], ["四、财政专户管理资金收入", null, "四、农林水支出", n(water.at("213"))], ["五、事业收入", null, "五、住房保障支出", n(water.at("221"))], ["六、事业单位经营收入"], ["七、上级补助收入"], ["八、附属单位上缴收入"], ["九、其他收入", 7], ["本年收入合计", n(w.total), "本年支出合计", n(w.total)], ["上年结转结余", null, "年终结转结余"], ["收入总计", n(w.total), "支出总计", n(w.total)]] },
    { name: "公开02", rows: [["公开02表"], ["收入总表"], ...unitLine(19), ["部门（单位）代码", "部门（单位）名称", "合计", "本年收入", ...Array<null>(9).fill(null), "上年结转结余", ...Array<null>(5).fill(null)], [null, null, null, "小计", "一般公共预算", "政府性基金预算", "国有资本经营预算", "财政专户管理资金", "事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入", "小计", "一般公共预算", "政府性基金预算", "国有资本经营预算", "财政专户管理资金", "单位资金"], ["合计", null, n(w.total), n(w.total), n(g.total.total), n(f.total.total), null, null, null, null, null, null, 7], ["046", b, n(w.total), n(w.total), n(g.total.total), n(f.total.total), null, null, null, null, null, null, 7], ["046001", `${b}机关`, n(w.total), n(w.total), n(g.total.total), n(f.total.total), null, null, null, null, null, null, 7]], merges: ["A4:A5", "B4:B5", "C4:C5", "D4:M4", "N4:S4"] },
    { name: "公开03", rows: [["公开03表"], ["支出总表"], ...unitLine(8), ["科目编码", "科目名称", "合计", "基本支出", "项目支出", "事业单位经营支出", "上缴上级支出", "对附属单位补助支出"], ["合计", null, n(w.total), n(w.basic), n(w.project)], ...water.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, n(row.total), n(row.basic), n(row.project)])] },
    { name: "公开04", rows: [["公开04表"], ["财政拨款收支总表"], ...unitLine(4), ["收入", null, "支出"], ["项目", "预算数", "项目（按功能分类）", "预算数"], ["一、本年收入", n(fiscal.total.total), "一、本年支出", n(fiscal.total.total)], ["（一）一般公共预算拨款", n(g.total.total), "（一）社会保障和就业支出", n(fiscal.at("208"))], ["（二）政府性基金预算拨款", n(f.total.total), "（二）卫生健康支出", n(fiscal.at("210"))], ["（三）国有资本经营预算拨款", null, "（三）城乡社区支出", n(fiscal.at("212"))], ["二、上年结转", null, "（四）农林水支出", n(fiscal.at("213"))], ["（一）一般公共预算拨款", null, "（五）住房保障支出", n(fiscal.at("221"))], ["（二）政府性基金预算拨款", null, "二、年终结转结余"], ["（三）国有资本经营预算拨款"], ["收入总计", n(fiscal.total.total), "支出总计", n(fiscal.total.total)]] },
    { name: "公开05", rows: [["公开05表"], ["财政拨款支出表（功能科目）"], ...unitLine(7), ...functionHead, ...byFunction(fiscal)], merges: functionMerges },
    { name: "公开06", rows: [["公开06表"], ["财政拨款基本支出表（经济科目）"], ...unitLine(5), ["部门预算支出经济分类科目", null, "本年财政拨款基本支出"], ["科目编码", "科目名称", "合计", "人员经费", "公用经费"], ...byEconomic(5)], merges: ["A4:B4", "C4:E4"] },
    { name: "公开07", rows: [["公开07表"], ["一般公共预算支出表（功能科目）"], ...unitLine(7), ...functionHead, ...byFunction(g)], merges: functionMerges },
    { name: "公开08", rows: [["公开08表"], ["一般公共预算基本支出表（经济科目）"], ...unitLine(5), ["部门预算支出经济分类科目", null, "本年一般公共预算基本支出"], ["科目编码", "科目名称", "合计", "人员经费", "公用经费"], ...byEconomic(5)], merges: ["A4:B4", "C4:E4"] },
    { name: "公开09", rows: [["公开09表"], ["一般公共预算“三公”经费、会议费、培训费支出预算表"], ...unitLine(8), ["“三公”经费合计", "因公出国（境）费", "公务用车购置及运行费", null, null, "公务接待费", "会议费", "培训费"], [null, null, "小计", "公务用车购置费", "公务用车运行费"], [z(1200), z(0), z(900), z(0), z(900), z(300), z(310), z(450)]], merges: ["A4:A5", "B4:B5", "C4:E4", "F4:F5", "G4:G5", "H4:H5"] },
    { name: "公开10", rows: [["公开10表"], ["政府性基金预算支出表"], ...unitLine(5), ["科目编码", "科目名称", "本年政府性基金预算支出"], [null, null, "合计", "基本支出", "项目支出"], ["合计", null, n(f.total.total), null, n(f.total.project)], ...f.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, n(row.total), null, n(row.project)])], merges: ["A4:A5", "B4:B5", "C4:E4"] },
    { name: "公开11", rows: [["公开11表"], ["国有资本经营预算支出预算表"], ...unitLine(5), ["项目", null, "合计", "基本支出", "项目支出"], ["科目编码", "科目名称"], ["合计", null, null, null, null], ["说明：本部门无国有资本经营预算支出预算，故本表无数据。"]] },
    { name: "公开12", rows: [["公开12表"], ["一般公共预算机关运行经费支出预算表"], ...unitLine(3), ["科目编码", "科目名称", "机关运行经费支出"], ["合计", null, 150.1], ["302", "商品和服务支出", 150.1], ["30201", "办公费", 150.1]] },
    { name: "公开13", rows: [["公开13表"], ["政府采购支出预算表"], ["采购品目大类", "专项名称", "经济科目", "采购物品名称", "采购组织形式", "总计"], ["合计", null, null, null, null, 30], ["货物", "办公", "办公设备购置", "台式机", "集中采购", 30]] },
  ],
  tables: [
    `公开01 | budget-summary | — | 万元 | ${b}`, `公开02 | income-summary | — | 万元 | ${b}`, `公开03 | expenditure-summary | — | 万元 | ${b}`, `公开04 | fiscal-appropriation-summary | — | 万元 | ${b}`, `公开06 | basic-expenditure | — | 万元 | ${b}`,
    `公开07 | general-public-expenditure | — | 万元 | ${b}`, `公开08 | basic-expenditure | — | 万元 | ${b}`, `公开09 | three-public | — | 万元 | ${b}`, `公开10 | government-fund-expenditure | — | 万元 | ${b}`, `公开11 | state-capital-expenditure | — | 万元 | ${b}`,
  ],
  others: ["公开05", "公开12", "公开13"],
  faults: [
    { slip: "三公合计写错", sheet: "公开09", cells: { A6: 21 }, suspects: ["A6"] },
    { slip: "结转写进本年", sheet: "公开04", cells: { B7: 2500 }, suspects: ["B7"] },
  ],
};

const [units, agency] = [["501", "某市交通运输局"], ["501001", "某市交通运输局本级"]] as const;
const road = budget(items(["2010301", 30000, 6000, 0], ["2010302", 0, 0, 18000], ["2080505", 3200, 0, 0], ["2101101", 1500, 0, 0], ["2210201", 3600, 0, 0]), { 30102: 9000, 30108: 3200, 30110: 1500, 30113: 3600, 30217: 100, 30231: 300 });
const centre = budget(items(["2010650", 12000, 2000, 0], ["2010602", 0, 0, 5000], ["2080505", 1300, 0, 0], ["2101102", 700, 0, 0], ["2210201", 1500, 0, 0]), { 30107: 3000, 30108: 1300, 30110: 700, 30113: 1500, 30231: 200 });
const both = budget([...road.items, ...centre.items], {});
const t = both.total;
const carried = 3000;
const blockRows = (figures: (one: Budget) => (row: { total: number; basic: number; project: number; code: string; name: string }) => Value[], levels: readonly number[]): Value[][] => [road, centre].flatMap((one, at) => [[null, null, null, at === 0 ? agency[0] : "501002", at === 0 ? agency[1] : "某市公路养护中心", ...figures(one)({ ...one.total }).slice(0)], ...one.rows(...levels).map((row): Value[] => [row.code.slice(0, 3), row.code.slice(3, 5) || null, row.code.slice(5, 7) || null, at === 0 ? agency[0] : "501002", `${"  ".repeat(row.code.length === 7 ? 2 : 1)}${row.name}`, ...figures(one)(row)])]);

/**
 * Tables numbered 1, 1-1, 1-2; 类款项 beside unit code, each unit's functions below its row; 上年结转 as a first column of
 * 收入总表; a second 三公 table for the fund.
 */
export const basin: City = {
  name: "单位与科目同表、编号1-1",
  sheets: [
    { name: "1", rows: [["表1"], ["部门收支总表"], ["部门：某市交通运输局", null, null, "金额单位：万元"], ["收          入", null, "支             出"], ["项              目", "2026年预算数", "项             目", "2026年预算数"], ["一、一般公共预算拨款收入", n(t.total - carried), "一、一般公共服务支出", n(both.at("201"))], ["二、政府性基金预算拨款收入", null, "二、外交支出"], ["三、国有资本经营预算拨款收入", null, "三、社会保障和就业支出", n(both.at("208"))], ["四、事业收入", null, "四、卫生健康支出", n(both.at("210"))], ["五、事业单位经营收入", null, "五、住房保障支出", n(both.at("221"))], ["六、其他收入"], ["本 年 收 入 合 计", n(t.total - carried), "本 年 支 出 合 计", n(t.total)], ["七、用事业基金弥补收支差额", null, "三十、事业单位结余分配"], ["八、上年结转", n(carried), "  其中：转入事业基金"], [null, null, "三十一、结转下年"], ["收  入  总  计", n(t.total), "支  出  总  计", n(t.total)]] },
    { name: "1-1", rows: [["表1-1"], ["部门收入总表"], ["部门：某市交通运输局", ...Array<null>(10).fill(null), "金额单位：万元"], ["项      目", null, "合计", "上年结转", "一般公共预算拨款收入", "政府性基金预算拨款收入", "国有资本经营预算拨款收入", "事业收入", "事业单位经营收入", "其他收入", "上级补助收入", "附属单位上缴收入", "用事业基金弥补收支差额"], ["单位代码", "单位名称（科目）"], [null, "合    计", n(t.total), n(carried), n(t.total - carried)], [units[0], units[1], n(t.total), n(carried), n(t.total - carried)], [agency[0], agency[1], n(road.total.total), n(carried), n(road.total.total - carried)], ["501002", "某市公路养护中心", n(centre.total.total), null, n(centre.total.total)]], merges: ["A4:B4"] },
    { name: "1-2", rows: [["表1-2"], ["部门支出总表"], ["部门：某市交通运输局", ...Array<null>(8).fill(null), "金额单位：万元"], ["项    目", null, null, null, null, "合计", "基本支出", "项目支出", "上缴上级支出", "对附属单位补助支出"], ["科目编码", null, null, "单位代码", "单位名称（科目）"], ["类", "款", "项"], [null, null, null, null, "合    计", n(t.total), n(t.basic), n(t.project)], ...blockRows(() => (row) => [n(row.total), n(row.basic), n(row.project)], [7])], merges: ["A4:E4", "A5:C5", "D5:D6", "E5:E6", "F4:F6", "G4:G6", "H4:H6", "I4:I6", "J4:J6"] },
    { name: "2", rows: [["表2"], ["财政拨款收支预算总表"], ["部门：某市交通运输局", null, null, null, null, null, "金额单位：万元"], ["收          入", null, "支             出"], ["项              目", "预算数", "项             目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"], ["一、本年收入", n(t.total - carried), "一、本年支出", n(t.total), n(t.total)], ["一般公共预算拨款收入", n(t.total - carried), "  一般公共服务支出", n(both.at("201")), n(both.at("201"))], ["政府性基金预算拨款收入", null, "  外交支出"], ["国有资本经营预算拨款收入", null, "  社会保障和就业支出", n(both.at("208")), n(both.at("208"))], ["二、上年结转", n(carried), "  卫生健康支出", n(both.at("210")), n(both.at("210"))], ["一般公共预算拨款收入", n(carried), "  住房保障支出", n(both.at("221")), n(both.at("221"))], ["政府性基金预算拨款收入", null, null], ["国有资本经营预算拨款收入", null, "二、结转下年"], ["收   入   总   计", n(t.total), "支   出   总   计", n(t.total), n(t.total)]] },
    { name: "3", rows: [["表3"], ["一般公共预算支出预算表"], ["部门：某市交通运输局", ...Array<null>(6).fill(null), "金额单位：万元"], ["项    目", null, null, null, null, "合计", "基本支出", "项目支出"], ["科目编码", null, null, "单位代码", "单位名称（科目）"], ["类", "款", "项"], [null, null, null, null, "合    计", n(t.total), n(t.basic), n(t.project)], ...blockRows(() => (row) => [n(row.total), n(row.basic), n(row.project)], [3, 5, 7])], merges: ["A4:E4", "A5:C5", "D5:D6", "E5:E6", "F4:F6", "G4:G6", "H4:H6"] },
    { name: "3-1", rows: [["表3-1"], ["一般公共预算基本支出预算表"], ["部门：某市交通运输局", ...Array<null>(5).fill(null), "金额单位：万元"], ["项    目", null, null, null, "基本支出"], ["科目编码", null, "单位代码", "单位名称（科目）", "合计", "人员经费", "公用经费"], ["类", "款"], [null, null, null, "合    计", n(t.basic), n(t.personnel), n(t.publicUse)], ...[road, centre].flatMap((one, at): Value[][] => [[null, null, at === 0 ? agency[0] : "501002", at === 0 ? agency[1] : "某市公路养护中心", n(one.total.basic), n(one.total.personnel), n(one.total.publicUse)], ...one.economicRows().map((row): Value[] => [row.code.slice(0, 3), row.code.slice(3) || null, at === 0 ? agency[0] : "501002", `  ${row.name}`, n(row.total), n(row.personnel), n(row.publicUse)])])], merges: ["A4:D4", "E4:G4", "A5:B5", "C5:C6", "D5:D6", "E5:E6", "F5:F6", "G5:G6"] },
    { name: "3-2", rows: [["表3-2"], ["一般公共预算项目支出预算表"], ["科目编码", null, null, "单位代码", "单位名称（科目）", "金额"], ["类", "款", "项"], [null, null, null, null, "合计", n(t.project)], ["201", "03", "02", agency[0], "  路网监测", n(18000)], ["201", "06", "02", "501002", "  养护设备", n(5000)]] },
    { name: "3-3", rows: [["表3-3"], ["一般公共预算“三公”经费支出预算表"], ["部门：某市交通运输局", ...Array<null>(6).fill(null), "金额单位：万元"], ["单位编码", "单位名称（科目）", "当年财政拨款预算安排"], [null, null, "合计", "因公出国（境）费用", "公务用车购置及运行费", null, null, "公务接待费"], [null, null, null, null, "小计", "公务用车购置费", "公务用车运行费"], [null, "合    计", n(900), null, n(700), null, n(700), n(200)], ["501001", agency[1], n(600), null, n(400), null, n(400), n(200)], ["501002", "某市公路养护中心", n(300), null, n(300), null, n(300)]], merges: ["A4:A6", "B4:B6", "C4:H4", "C5:C6", "D5:D6", "E5:G5", "H5:H6"] },
    { name: "4", rows: [["表4"], ["政府性基金支出预算表"], ["部门：某市交通运输局", ...Array<null>(6).fill(null), "金额单位：万元"], ["项    目", null, null, null, null, "本年政府性基金预算支出"], ["科目编码", null, null, "单位代码", "单位名称（科目）", "合计", "基本支出", "项目支出"], ["类", "款", "项"], [null, null, null, null, "合    计"], ["说明：本部门无政府性基金预算，此表为空表。"]] },
    { name: "4-1", rows: [["表4-1"], ["政府性基金预算“三公”经费支出预算表"], ["部门：某市交通运输局", ...Array<null>(6).fill(null), "金额单位：万元"], ["单位编码", "单位名称（科目）", "当年财政拨款预算安排"], [null, null, "合计", "因公出国（境）费用", "公务用车购置及运行费", null, null, "公务接待费"], [null, null, null, null, "小计", "公务用车购置费", "公务用车运行费"], [null, "合    计"], ["说明：此表为空表。"]], merges: ["C4:H4", "E5:G5"] },
    { name: "5", rows: [["表5"], ["国有资本经营预算支出预算表"], ["部门：某市交通运输局", ...Array<null>(6).fill(null), "金额单位：万元"], ["项    目", null, null, null, null, "本年国有资本经营预算支出"], ["科目编码", null, null, "单位代码", "单位名称（科目）", "合计", "基本支出", "项目支出"], ["类", "款", "项"], [null, null, null, null, "合    计"]] },
  ],
  tables: ["1 | budget-summary", "1-1 | income-summary", "1-2 | expenditure-summary", "2 | fiscal-appropriation-summary", "3 | general-public-expenditure", "3-1 | basic-expenditure", "3-3 | three-public", "4 | government-fund-expenditure", "5 | state-capital-expenditure"].map((start) => `${start} | — | 万元 | 某市交通运输局`),
  others: ["3-2", "4-1"],
  faults: [
    { slip: "下属单位三公运行费写错", sheet: "3-3", cells: { G9: 7 }, suspects: ["G9"] },
    { slip: "单位合计行写错", sheet: "3", cells: { F8: 1 }, suspects: ["F8"] },
    { slip: "单位行整行漏掉", sheet: "1-1", withoutRow: 9, suspects: ["C7"] },
    { slip: "本级结转写错", sheet: "1-1", cells: { D8: 35 }, suspects: ["D8"] },
  ],
};
