import type { Value } from "../sheets";
import type { Budget, Row } from "./budget-figures";
import { budget, items, printed } from "./budget-figures";
import type { City } from "./city";

const n = printed();
const flood = budget(items(["2130314", 31_200, 4_180, 9_900], ["2080505", 3_300, 0, 0], ["2101101", 1_500, 0, 0], ["2210201", 2_700, 0, 0]), { 30102: 9_000, 30108: 3_300, 30110: 1_500, 30113: 2_700, 30215: 80, 30216: 120, 30217: 40, 30231: 300, 31002: 60 });
const f = flood.total;
const natures = (row: Row): Value[] => [row.code, row.name, n(row.total), n(row.personnel), n(row.publicUse), n(row.project)];
const economic = flood.economicRows();
const personnel = economic.filter(({ code }) => /^30[13]/.test(code));
const publicUse = economic.filter(({ code }) => !/^30[13]/.test(code));
const amount = (row: Row): Value[] => [row.code, row.name, n(row.total)];
const head = (title: string, width: number): Value[][] => [[title], ["某县防汛办公室", ...Array<null>(width - 2).fill(null), "单位：万元"]];

const stations = [1, 2, 3].map((number) => budget(items(["2130301", 20_000 + 211 * number, 2_500 + 13 * number, 0], ["2130305", 0, 0, 3_000 + 7 * number], ["2080505", 2_000 + number, 0, 0], ["2210201", 1_700 + number, 0, 0])));
const whole = budget(stations.flatMap(({ items: own }) => own));
const stationNames = ["某市水文局机关", "某市水文监测中心", "某市水文实验站"];
const columns = ["单位", "科目编码", "科目名称", "合计", "基本支出", "项目支出"];
const all = ({ total, basic, project }: Row): Value[] => [n(total), n(basic), n(project)];
const stationRows = (station: Budget, index: number): Value[][] => [...station.rows(3, 5, 7).map((row, at): Value[] => [at === 0 ? stationNames[index]! : null, row.code, row.name, ...all(row)]), [`${stationNames[index]}小计`, null, null, ...all(station.total)], ...(index < 2 ? [["部门支出总表（续）"], columns] : [])];

/**
 * Sums without a code among coded rows: "一、人员经费" over its classes; a unit named once, its 小计 below its rows, each unit
 * on its page.
 */
export const subtotals: City = {
  name: "不带编码的小计行",
  sheets: [
    { name: "一", rows: [...head("2026年收支预算总表", 4), ["收  入", null, "支  出"], ["项  目", "金  额", "项  目", "金  额"], ["一、一般公共预算拨款", n(f.total), "一、人员经费支出", n(f.personnel)], ["二、政府性基金拨款", null, "二、公用经费支出", n(f.publicUse)], ["三、其他收入", null, "三、项目支出", n(f.project)], ["收入合计", n(f.total), "支出合计", n(f.total)], ["上年结余", null, "年终结余"], ["收入总计", n(f.total), "支出总计", n(f.total)]] },
    { name: "三", rows: [...head("2026年支出预算总表", 6), ["科目编码", "科目名称", "合计", "人员经费", "公用经费", "项目支出"], ...flood.rows(3, 5, 7).map(natures), [null, "合  计", n(f.total), n(f.personnel), n(f.publicUse), n(f.project)]] },
    { name: "五", rows: [...head("2026年一般公共预算支出预算表", 6), ["科目编码", "科目名称", "合计", "人员经费", "公用经费", "项目支出"], ...flood.rows(3, 5, 7).map(natures), [null, "合  计", n(f.total), n(f.personnel), n(f.publicUse), n(f.project)]] },
    { name: "六", rows: [...head("2026年一般公共预算基本支出预算表", 3), ["科目编码", "科目名称", "金额"], [null, "合  计", n(f.basic)], [null, "一、人员经费", n(f.personnel)], ...personnel.map(amount), [null, "二、公用经费", n(f.publicUse)], ...publicUse.map(amount)] },
  ],
  tables: ["一 | budget-summary", "三 | expenditure-summary", "五 | general-public-expenditure", "六 | basic-expenditure"].map((start) => `${start} | 2026 | 万元 | 某县防汛办公室`),
  faults: [
    { slip: "津贴补贴写错", sheet: "六", cells: { C8: 99 }, suspects: ["C8"] },
    { slip: "人员经费小计对调", sheet: "六", cells: { C5: 378 }, suspects: ["C5"] },
  ],
};

export const stationsOfOneBureau: City = {
  name: "单位名只写一次、小计在后",
  sheets: [
    { name: "收支总表", rows: [["某市水文局2026年部门收支总表"], ["单位：万元"], ["收入", null, "支出"], ["项目", "预算数", "项目", "预算数"], ["一般公共预算拨款", n(whole.total.total), "社会保障和就业支出", n(whole.at("208"))], ["政府性基金拨款", null, "农林水支出", n(whole.at("213"))], ["其他收入", null, "住房保障支出", n(whole.at("221"))], ["收入总计", n(whole.total.total), "支出总计", n(whole.total.total)]] },
    { name: "支出总表", rows: [["部门支出总表"], ["单位：万元"], columns, ...stations.flatMap(stationRows), ["总计", null, null, ...all(whole.total)]] },
    { name: "收入总表", rows: [["某市水文局2026年部门收入总表"], ["单位：万元"], ["单位名称", "合计", "一般公共预算拨款", "其他收入"], ...stations.map(({ total }, index): Value[] => [stationNames[index]!, n(total.total), n(total.total)]), ["总计", n(whole.total.total), n(whole.total.total)]] },
  ],
  tables: ["收支总表 | budget-summary | 2026 | 万元 | 某市水文局", "支出总表 | expenditure-summary | — | 万元 | —", "收入总表 | income-summary | 2026 | 万元 | 某市水文局"],
  faults: [
    { slip: "单位小计写错", sheet: "支出总表", cells: { F36: 31.21 }, suspects: ["F36"] },
    { slip: "中间单位的项写错", sheet: "支出总表", cells: { E20: 1 }, suspects: ["E20"] },
  ],
};
