import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import type { Typed, Value } from "../../engine/tables/sheets";
import { typedWorkbook } from "../../engine/tables/sheets";

const blank = (name: string, ...rows: Value[][]): Typed => ({ name, rows });

/** Workbooks that are none of ours, though some have our words in them. */
const strangers: readonly (readonly [string, readonly Typed[]])[] = [
  ["nothing at all", [blank("Sheet1")]],
  ["one word", [blank("Sheet1", ["预算"])]],
  ["one number", [blank("Sheet1", [5])]],
  ["a hundred sheets of figures", Array.from({ length: 100 }, (_, sheet) => blank(`S${sheet}`, ...Array.from({ length: 20 }, (_row, row): Value[] => [`第${row}项`, row * 1.5, sheet + row, 3, 4])))],
  ["a notice", [blank("通知", ["关于召开预算工作会议的通知"], ["各科室："], ["定于2026年3月5日召开预算编制工作会议，请准时参加。"])]],
  ["a wage list", [blank("工资", ["某局2026年3月工资发放表"], ["单位：元"], ["序号", "姓名", "基本工资", "津贴补贴", "应发合计", "住房公积金", "实发合计"], [1, "张三", 3000, 2000, 5000, 600, 4400], [2, "李四", 3100, 2000, 5100, 612, 4488], ["合计", null, 6100, 4000, 10100, 1212, 8888])]],
  ["a stock list", [blank("库存", ["办公用品库存明细表"], ["品名", "单位", "期初数量", "入库", "出库", "结存", "金额"], ["A4纸", "箱", 10, 5, 3, 12, 1440], ["签字笔", "支", 100, 50, 80, 70, 105], ["合计", null, 110, 55, 83, 82, 1545])]],
  ["a timetable", [blank("课程", ["2026年春季课程表"], ["节次", "星期一", "星期二", "星期三"], ["1", "语文", "数学", "语文"], ["2", "体育", "音乐", "美术"])]],
  ["a household's book", [blank("家庭", ["家庭收支表"], ["收入", "金额", "支出", "金额"], ["工资", 12000, "房贷", 5000], ["奖金", 3000, "生活费", 4000], ["合计", 15000, "合计", 9000])]],
  ["a canteen's accounts", [blank("食堂", ["学校食堂收支情况表"], ["2026年3月", null, "单位：元"], ["收入项目", "金额", "支出项目", "金额"], ["伙食费收入", 30000, "食材采购", 22000], ["其他收入", 100, "人工工资", 6000], ["收入合计", 30100, "支出合计", 28000], ["本月结余", 2100])]],
  ["membership dues", [blank("党费", ["2026年党费收支情况表"], ["单位：元"], ["收入", null, "支出"], ["项目", "金额", "项目", "金额"], ["上年结余", 500, "培训支出", 300], ["党员交纳", 1200, "慰问支出", 400], ["合计", 1700, "合计", 700], ["结余", 1000])]],
  ["a company's budget by quarters", [blank("公司", ["2026年公司收支预算表"], ["单位：万元"], ["项目", "一季度", "二季度", "全年"], ["主营业务收入", 100, 120, 220], ["其他业务收入", 5, 5, 10], ["收入合计", 105, 125, 230], ["营业成本", 60, 70, 130], ["费用支出", 20, 20, 40], ["支出合计", 80, 90, 170], ["利润", 25, 35, 60])]],
  ["accounting statements", [blank("资产负债表", ["资产负债表"], ["编制单位：某事业单位", null, null, "单位：元"], ["资产", "期末余额", "负债和净资产", "期末余额"], ["货币资金", 1000, "应付账款", 300], ["资产总计", 1000, "负债和净资产总计", 1000]), blank("收入费用表", ["收入费用表"], ["编制单位：某事业单位", null, "单位：元"], ["项目", "本月数", "本年累计数"], ["一、本期收入", 100, 300], ["（一）财政拨款收入", 90, 280], ["二、本期费用", 80, 250], ["三、本期盈余", 20, 50])]],
  ["figures of a whole county", [blank("统计", ["2025年全县财政收支情况表"], ["单位：万元"], ["项目", "本年累计", "上年同期", "增减%"], ["一般公共预算收入", 45000, 43000, 4.65], ["一般公共预算支出", 380000, 370000, 2.7], ["教育支出", 96000, 95000, 1.05]), blank("社保", ["某县2026年社会保险基金收入预算表"], ["单位：万元"], ["项目", "合计", "城乡居民基本养老保险基金", "机关事业单位基本养老保险基金"], ["一、保险费收入", 13000, 5000, 8000], ["二、财政补贴收入", 9000, 6000, 3000], ["收入合计", 22000, 11000, 11000]), blank("支出", ["某县2026年县本级一般公共预算支出预算表"], ["单位：万元"], ["项目", "2026年预算数"], ["一、一般公共服务支出", 33680], ["二、教育支出", 76800], ["支出合计", 110480])]],
];

describe("workbooks of another trade", () => {
  test.each(strangers)("%s: nothing is taken for a budget table, nothing is found, and each sheet is listed", (_name, sheets) => {
    const { tables, findings, unrecognised } = checkWorkbook("别的.xlsx", typedWorkbook(...sheets), catalogue, allChecks);
    // At most its own sums are looked at.
    const bySums = tables.filter(({ template }) => template.lastResort === true);
    expect(tables.filter((table) => !bySums.includes(table)).map(({ sheet, template }) => `${sheet.name} ${template.kind}`)).toEqual([]);
    expect(findings).toEqual([]);
    expect([...unrecognised, ...bySums].map(({ sheet }) => sheet.name).sort()).toEqual(sheets.map(({ name }) => name).sort());
  });
});
