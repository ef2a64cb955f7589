import type { Value } from "../sheets";
import type { Row } from "./budget-figures";
import { budget, items, printed } from "./budget-figures";
import type { City } from "./city";

const n = printed();
const archive = budget(items(["2010650", 41_000, 5_300, 6_200], ["2080505", 3_900, 0, 0], ["2101102", 1_700, 0, 0], ["2210201", 3_100, 0, 0]), { 30107: 12_000, 30108: 3_900, 30110: 1_700, 30113: 3_100, 30202: 410, 30211: 630, 30302: 800, 31002: 260 });
const a = archive.total;
const rows = archive.economicRows();
const personnel = rows.filter(({ code }) => /^30[13]/.test(code));
const publicUse = rows.filter(({ code }) => !/^30[13]/.test(code));
const entry = (row: Row | undefined): Value[] => (row === undefined ? [null, null, null] : [row.code, row.name, n(row.total)]);
const head = (title: string, width: number): Value[][] => [[`2026年${title}`], ["单位名称：某县档案馆", ...Array<null>(width - 2).fill(null), "单位：万元"]];
const lists = (left: readonly Row[], right: readonly Row[]): Value[][] => Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [...entry(left[index]), ...entry(right[index])]);
const heads: Value[] = ["科目编码", "科目名称", "金额", "科目编码", "科目名称", "金额"];
const expenditure = { name: "05", rows: [...head("一般公共预算支出表", 5), ["科目编码", "科目名称", "合计", "基本支出", "项目支出"], [null, "合计", n(a.total), n(a.basic), n(a.project)], ...archive.rows(3, 5, 7).map((row): Value[] => [row.code, row.name, n(row.total), n(row.basic), n(row.project)])] };
const known = (second: string): string[] => ["05 | general-public-expenditure", `${second} | basic-expenditure`].map((start) => `${start} | 2026 | 万元 | 某县档案馆`);

/** Basic expenditure as two lists beside each other, the left one of people, the right one of the office. */
export const listsBeside: City = {
  name: "人员经费、公用经费左右并排",
  sheets: [expenditure, { name: "06", rows: [...head("一般公共预算基本支出表", 6), ["人员经费", null, null, "公用经费"], heads, ...lists(personnel, publicUse), ["人员经费合计", null, n(a.personnel), "公用经费合计", null, n(a.publicUse)]], merges: ["A3:C3", "D3:F3"] }],
  tables: known("06"),
  faults: [
    { slip: "左边一项少一位", sheet: "06", cells: { C7: 12 }, suspects: ["C7"] },
    { slip: "右边一项对调", sheet: "06", cells: { F7: 1.4 }, suspects: ["F7"] },
    { slip: "右边合计对调", sheet: "06", cells: { F13: 35 }, suspects: ["F13"] },
  ],
};

const government: Row[] = ([["501", "机关工资福利支出", a.personnel - 800], ["50101", "工资奖金津补贴", a.personnel - 9_500], ["50102", "社会保障缴费", 5_600], ["50103", "住房公积金", 3_100], ["502", "机关商品和服务支出", a.publicUse], ["50201", "办公经费", a.publicUse], ["509", "对个人和家庭的补助", 800], ["50905", "离退休费", 800]] as const).map(([code, name, total]) => ({ code, name, total, personnel: 0, publicUse: 0, basic: total, project: 0 }));

/**
 * The same money by the department's and by the government's classification, beside each other, each with its total.
 */
export const classificationsBeside: City = {
  name: "部门、政府经济分类左右并排",
  sheets: [expenditure, { name: "06-1", rows: [...head("一般公共预算基本支出表（按经济分类科目）", 6), ["部门预算支出经济分类", null, null, "政府预算支出经济分类"], heads, [null, "合计", n(a.basic), null, "合计", n(a.basic)], ...lists(rows, government)], merges: ["A3:C3", "D3:F3"] }],
  tables: known("06-1"),
  faults: [
    { slip: "部门分类一项写错", sheet: "06-1", cells: { C12: 4.8 }, suspects: ["C12"] },
    { slip: "政府分类一项少一位", sheet: "06-1", cells: { F6: 40 }, suspects: ["F6"] },
  ],
};
