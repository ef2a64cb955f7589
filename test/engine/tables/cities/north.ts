import type { Value } from "../sheets";
import { budget, items, printed } from "./budget-figures";
import type { City } from "./city";

const hospital = budget(items(["2100201", 250_000, 30_000, 0], ["2080505", 40_000, 0, 0], ["2080506", 20_000, 0, 0], ["2101102", 18_500, 0, 0], ["2210201", 30_300, 0, 0], ["2100201", 800_000, 1_150_000, 320_000, "own"], ["2120803", 0, 0, 60_000, "government-fund"]), { 30107: 100_000, 30108: 40_000, 30109: 20_000, 30110: 18_500, 30113: 30_300, 30217: 500, 30231: 4_000 });
const n = printed();
const z = printed(0);
const b = "某县人民医院";
const [h, hg, hf] = [hospital.total, hospital.of("general-public"), hospital.of("government-fund")];
const fiscal = hospital.of("general-public", "government-fund");
const own = hospital.of("own").total.total;
const head = (form: string, title: string, columns: number): Value[][] => [[title, ...Array<null>(columns - 2).fill(null), form], [`预算单位编码及名称：[332015]${b}`, ...Array<null>(columns - 2).fill(null), "单位：万元"]];
const numbered = (from: readonly Value[][]): Value[][] => from.map((row, index) => [index + 1, ...row]);

/**
 * A hospital: every row numbered, a numbered column row, 政府基金, its own income in the thousands, 三公 upright with a
 * column for each fund.
 */
export const hospitalUnit: City = {
  name: "医院、序号栏",
  sheets: [
    { name: "收支", rows: [...head("预算公开表1", "部门预算收支总表", 5), ["序号", "收入", null, "支出", null], [null, "项目", "金额", "项目", "金额"], ["栏次", 1, 2, 3, 4], ...numbered([["一、一般公共预算拨款收入", n(hg.total.total), "一、一般公共服务支出"], ["二、政府基金预算拨款收入", n(hf.total.total), "二、社会保障和就业支出", n(hospital.at("208"))], ["三、国有资本经营预算拨款收入", null, "三、卫生健康支出", n(hospital.at("210"))], ["四、财政专户核拨收入", null, "四、城乡社区支出", n(hospital.at("212"))], ["五、事业收入", n(own - 30_000), "五、住房保障支出", n(hospital.at("221"))], ["六、其他收入", n(10_000)], ["本年收入合计", n(h.total - 20_000), "本年支出合计", n(h.total)], ["上年结转结余", n(20_000), "年终结转结余"], ["收入总计", n(h.total), "支出总计", n(h.total)]])], merges: ["A3:A4", "B3:C3", "D3:E3"] },
    { name: "收入", rows: [...head("预算公开表2", "部门预算收入总表", 12), ["序号", "功能分类科目", null, "合计", "上年结转结余", "本年收入", null, null, null, null, null, null], [null, "科目编码", "科目名称", null, null, "小计", "财政拨款收入", null, "财政专户核拨收入", "事业收入", "经营收入", "其他收入"], [null, null, null, null, null, null, "一般公共预算拨款", "政府基金预算拨款"], ["栏次", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      ...numbered([[null, "合计", n(h.total), n(20_000), n(h.total - 20_000), n(hg.total.total), n(hf.total.total), null, n(own - 30_000), null, n(10_000)], ...hospital.rows(3, 5, 7).map((row): Value[] => { const carried = ["210", "21002", "2100201"].includes(row.code); const gp = hg.at(row.code); const gf = row.code.startsWith("212") ? row.total : 0; return [row.code, row.name, n(row.total), carried ? n(20_000) : null, n(row.total - (carried ? 20_000 : 0)), n(gp), n(gf), null, carried ? n(own - 30_000) : null, null, carried ? n(10_000) : null]; })])], merges: ["A3:A5", "B3:C3", "B4:B5", "C4:C5", "D3:D5", "E3:E5", "F3:L3", "F4:F5", "G4:H4", "I4:I5", "J4:J5", "K4:K5", "L4:L5"] },
    { name: "支出", rows: [...head("预算公开表3", "部门预算支出总表", 9), ["序号", "功能分类科目", null, "合计", "基本支出", "项目支出", "经营支出", "对附属单位补助支出", "上缴上级支出"], [null, "科目编码", "科目名称"], ["栏次", 1, 2, 3, 4, 5, 6, 7, 8], ...numbered([[null, "合计", n(h.total), n(h.basic), n(h.project)], ...hospital.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, n(row.total), n(row.basic), n(row.project)])])], merges: ["A3:A4", "B3:C3", "D3:D4", "E3:E4", "F3:F4", "G3:G4", "H3:H4", "I3:I4"] },
    { name: "财拨", rows: [...head("预算公开表4", "部门预算财政拨款收支总表", 8), ["序号", "收入", null, "支出"], [null, "项目", "金额", "项目", "合计", "一般公共预算财政拨款", "政府基金预算财政拨款", "国有资本经营预算财政拨款"], ["栏次", 1, 2, 3, 4, 5, 6, 7], ...numbered([["一、一般公共预算拨款", n(hg.total.total), "一、一般公共服务支出"], ["二、政府基金预算拨款", n(hf.total.total), "二、社会保障和就业支出", n(hg.at("208")), n(hg.at("208"))], ["三、国有资本经营预算拨款", null, "三、卫生健康支出", n(hg.at("210")), n(hg.at("210"))], [null, null, "四、城乡社区支出", n(hf.at("212")), null, n(hf.at("212"))], [null, null, "五、住房保障支出", n(hg.at("221")), n(hg.at("221"))], ["本年收入合计", n(fiscal.total.total), "本年支出合计", n(fiscal.total.total), n(hg.total.total), n(hf.total.total)], ["年初财政拨款结转和结余", null, "年末财政拨款结转和结余"], ["收入总计", n(fiscal.total.total), "支出总计", n(fiscal.total.total), n(hg.total.total), n(hf.total.total)]])], merges: ["A3:A4", "B3:C3", "D3:H3"] },
    { name: "一般", rows: [...head("预算公开表5", "部门预算一般公共预算财政拨款支出表", 6), ["序号", "功能分类科目", null, "合计", "基本支出", "项目支出"], [null, "科目编码", "科目名称"], ["栏次", 1, 2, 3, 4, 5], ...numbered([[null, "合计", n(hg.total.total), n(hg.total.basic), n(hg.total.project)], ...hg.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, n(row.total), n(row.basic), n(row.project)])])] },
    { name: "基本", rows: [...head("预算公开表6", "部门预算一般公共预算财政拨款基本支出表", 6), ["序号", "经济分类科目", null, "合计", "人员经费", "公用经费"], [null, "科目编码", "科目名称"], ["栏次", 1, 2, 3, 4, 5], ...numbered([[null, "合计", n(hg.total.basic), n(hg.total.personnel), n(hg.total.publicUse)], ...hospital.economicRows().map((row): Value[] => [row.code, row.name, n(row.total), n(row.personnel), n(row.publicUse)])])] },
    { name: "基金", rows: [...head("预算公开表7", "部门预算政府基金预算财政拨款支出表", 6), ["序号", "功能分类科目", null, "合计", "基本支出", "项目支出"], [null, "科目编码", "科目名称"], ["栏次", 1, 2, 3, 4, 5], ...numbered([[null, "合计", n(hf.total.total), null, n(hf.total.project)], ...hf.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, n(row.total), null, n(row.project)])])] },
    { name: "国资", rows: [...head("预算公开表8", "部门预算国有资本经营预算财政拨款支出表", 6), ["序号", "功能分类科目", null, "合计", "基本支出", "项目支出"], [null, "科目编码", "科目名称"], ["栏次", 1, 2, 3, 4, 5], [1, "说明：本单位2026年无国有资本经营预算，空表列示。"]] },
    { name: "三公", rows: [...head("预算公开表9", "部门预算财政拨款“三公”经费支出表", 6), ["序号", "项目", "合计", "一般公共预算拨款", "政府基金预算拨款", "国有资本经营预算拨款"], ["栏次", 1, 2, 3, 4, 5], ...numbered([["合计", z(5_500), z(5_500), z(0), z(0)], ["1、因公出国（境）费", z(0), z(0), z(0), z(0)], ["2、公务用车购置和运行维护费", z(5_000), z(5_000), z(0), z(0)], ["   公务用车购置费", z(0), z(0), z(0), z(0)], ["   公务用车运行维护费", z(5_000), z(5_000), z(0), z(0)], ["3、公务接待费", z(500), z(500), z(0), z(0)]])] },
  ],
  tables: ["收支 | budget-summary", "收入 | income-summary", "支出 | expenditure-summary", "财拨 | fiscal-appropriation-summary", "一般 | general-public-expenditure", "基本 | basic-expenditure", "基金 | government-fund-expenditure", "国资 | state-capital-expenditure", "三公 | three-public"].map((start) => `${start} | — | 万元 | ${b}`),
  faults: [
    { slip: "事业收入数字对调", sheet: "收入", cells: { J7: 19_200 }, suspects: ["J7"] },
    { slip: "三公一般公共预算一列写错", sheet: "三公", cells: { D9: 500 }, suspects: ["D9"] },
    { slip: "基金支出小数点错位", sheet: "财拨", cells: { G9: 6_000 }, suspects: ["G9"] },
  ],
};

const ministry = budget(items(["2050205", 600_000, 210_000, 150_000], ["2050803", 0, 0, 12_345], ["2080505", 70_123, 0, 0], ["2080506", 35_061, 0, 0], ["2210201", 90_000, 0, 0], ["2210203", 21_000, 0, 0], ["2050205", 400_000, 300_000, 100_000, "own"]), { 30101: 200_000, 30102: 150_000, 30108: 70_123, 30109: 35_061, 30113: 90_000, 30302: 10_000, 30212: 2_000, 30217: 800, 30231: 3_000 });
const [m, mg] = [ministry.total, ministry.of("general-public")];
const mo = ministry.of("own").total.total;
const lastYear = (amount: number): number => Math.round(amount * 0.9);
const change = (now: number, before: number): Value[] => [n(now - before), before === 0 ? null : Math.round(((now - before) / before) * 10_000) / 100];

/**
 * A ministry's university: last year's execution, change and rate beside this year's budget; 事业收入 as 金额 and 其中：教育收费.
 */
export const university: City = {
  name: "高校、部门公开表",
  sheets: [
    { name: "表1", rows: [["部门公开表1"], ["收支总表"], [null, null, null, "单位：万元"], ["收     入", null, "支     出"], ["项    目", "预算数", "项    目", "预算数"], ["一、一般公共预算拨款收入", n(mg.total.total - 5_000), "一、教育支出", n(ministry.at("205"))], ["二、政府性基金预算拨款收入", null, "二、社会保障和就业支出", n(ministry.at("208"))], ["三、国有资本经营预算拨款收入", null, "三、住房保障支出", n(ministry.at("221"))], ["四、事业收入", n(mo - 150_000)], ["五、事业单位经营收入"], ["六、其他收入", n(50_000)], ["本年收入合计", n(mg.total.total - 5_000 + mo - 100_000), "本年支出合计", n(m.total)], ["使用非财政拨款结余", n(60_000), "结转下年"], ["上年结转", n(45_000)], ["收 入 总 计", n(m.total), "支 出 总 计", n(m.total)]] },
    { name: "表2", rows: [["部门公开表2"], ["收入总表"], [...Array<null>(14).fill(null), "单位：万元"], ["科目", null, "合计", "上年结转", "一般公共预算拨款收入", "政府性基金预算拨款收入", "国有资本经营预算拨款收入", "事业收入", null, "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入", "使用非财政拨款结余"], ["科目编码", "科目名称", null, null, null, null, null, "金额", "其中：教育收费"],
      ...ministry.rows(3, 5, 7).map((row): Value[] => { const hit = ["205", "20502", "2050205"].includes(row.code); return [row.code, row.name, n(row.total), hit ? n(45_000) : null, n(mg.at(row.code) - (hit ? 5_000 : 0)), null, null, hit ? n(mo - 150_000) : null, hit ? n(200_000) : null, null, null, null, hit ? n(50_000) : null, hit ? n(60_000) : null]; }), ["合计", null, n(m.total), n(45_000), n(mg.total.total - 5_000), null, null, n(mo - 150_000), n(200_000), null, null, null, n(50_000), n(60_000)]], merges: ["A4:B4", "C4:C5", "D4:D5", "E4:E5", "F4:F5", "G4:G5", "H4:I4", "J4:J5", "K4:K5", "L4:L5", "M4:M5", "N4:N5"] },
    { name: "表3", rows: [["部门公开表3"], ["支出总表"], [...Array<null>(7).fill(null), "单位：万元"], ["科目编码", "科目名称", "合计", "基本支出", "项目支出", "上缴上级支出", "事业单位经营支出", "对附属单位补助支出"], ...ministry.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, n(row.total), n(row.basic), n(row.project)]), ["合计", null, n(m.total), n(m.basic), n(m.project)]] },
    { name: "表4", rows: [["部门公开表4"], ["财政拨款收支总表"], [null, null, null, "单位：万元"], ["收    入", null, "支    出"], ["项    目", "预算数", "项    目", "预算数"], ["一、本年收入", n(mg.total.total - 5_000), "一、本年支出", n(mg.total.total)], ["（一）一般公共预算拨款", n(mg.total.total - 5_000), "（一）教育支出", n(mg.at("205"))], ["（二）政府性基金预算拨款", null, "（二）社会保障和就业支出", n(mg.at("208"))], ["（三）国有资本经营预算拨款", null, "（三）住房保障支出", n(mg.at("221"))], [], ["二、上年结转", n(5_000), "二、结转下年"], ["（一）一般公共预算拨款", n(5_000)], ["（二）政府性基金预算拨款"], ["（三）国有资本经营预算拨款"], ["收 入 总 计", n(mg.total.total), "支 出 总 计", n(mg.total.total)]] },
    { name: "表5", rows: [["部门公开表5"], ["一般公共预算支出表"], [...Array<null>(7).fill(null), "单位：万元"], ["功能分类科目", null, "2025年执行数", "2026年预算数", null, null, "2026年预算数比2025年执行数"], ["科目编码", "科目名称", null, "小计", "基本支出", "项目支出", "增减额", "增减%"], ...mg.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, n(lastYear(row.total)), n(row.total), n(row.basic), n(row.project), ...change(row.total, lastYear(row.total))]), ["合计", null, n(mg.rows(7).reduce((sum, row) => sum + lastYear(row.total), 0)), n(mg.total.total), n(mg.total.basic), n(mg.total.project), ...change(mg.total.total, mg.rows(7).reduce((sum, row) => sum + lastYear(row.total), 0))]], merges: ["A4:B4", "C4:C5", "D4:F4", "G4:H4"] },
    { name: "表6", rows: [["部门公开表6"], ["一般公共预算基本支出表"], [null, null, null, null, "单位：万元"], ["部门预算支出经济分类科目", null, "2026年基本支出"], ["科目编码", "科目名称", "合计", "人员经费", "公用经费"], ...ministry.economicRows().map((row): Value[] => [row.code.length === 3 ? row.code : `  ${row.code}`, `${row.code.length === 3 ? "" : "    "}${row.name}`, n(row.total), n(row.personnel), n(row.publicUse)]), ["合计", null, n(mg.total.basic), n(mg.total.personnel), n(mg.total.publicUse)]], merges: ["A4:B4", "C4:E4"] },
    { name: "表7", rows: [["部门公开表7"], ["一般公共预算“三公”经费支出表"], [...Array<null>(11).fill(null), "单位：万元"], ["2025年预算数", null, null, null, null, null, "2026年预算数"], ["合计", "因公出国（境）费", "公务用车购置及运行费", null, null, "公务接待费", "合计", "因公出国（境）费", "公务用车购置及运行费", null, null, "公务接待费"], [null, null, "小计", "公务用车购置费", "公务用车运行费", null, null, null, "小计", "公务用车购置费", "公务用车运行费"], [70, 25, 35, 0, 35, 10, 58, 20, 30, 0, 30, 8]], merges: ["A4:F4", "G4:L4", "A5:A6", "B5:B6", "C5:E5", "F5:F6", "G5:G6", "H5:H6", "I5:K5", "L5:L6"] },
    { name: "表8", rows: [["部门公开表8"], ["政府性基金预算支出表"], [null, null, null, null, "单位：万元"], ["科目编码", "科目名称", "本年政府性基金预算支出"], [null, null, "合计", "基本支出", "项目支出"], [], ["合计"], ["注：2026年没有使用政府性基金预算拨款安排的支出。"]], merges: ["A4:A5", "B4:B5", "C4:E4"] },
  ],
  tables: ["表1 | budget-summary", "表2 | income-summary", "表3 | expenditure-summary", "表4 | fiscal-appropriation-summary", "表5 | general-public-expenditure", "表6 | basic-expenditure", "表7 | three-public", "表8 | government-fund-expenditure"].map((start) => `${start} | — | 万元 | —`),
  faults: [
    { slip: "上年结转漏填", sheet: "表1", cells: { B14: null }, suspects: ["B14"] },
    { slip: "基本支出与项目支出相混", sheet: "表5", cells: { E6: 12 }, suspects: ["E6"] },
    { slip: "今年三公合计写错", sheet: "表7", cells: { G7: 85 }, suspects: ["G7"] },
    { slip: "教育收费大于事业收入", sheet: "表2", cells: { I8: 9_999 }, suspects: ["I8"] },
  ],
};
