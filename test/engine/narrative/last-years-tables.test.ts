import type { SourceSheet } from "../../../src/engine/workbook";
import { sheetOf } from "./budget-of-a-bureau";
import { checkText } from "./check-text";

const body = "部门：江城市水务局";

/** An income and expenditure account whose title says `title`. */
function account(name: string, title: string, income: number, opening: number, spent: number): SourceSheet {
  return sheetOf(name, [
    [title],
    [body, null, null, "单位：万元"],
    ["收入", null, "支出", null],
    ["项目", "决算数", "项目", "决算数"],
    ["一、一般公共预算财政拨款收入", income, "一、农林水支出", spent],
    ["本年收入合计", income, "本年支出合计", spent],
    ["年初结转和结余", opening, "年末结转和结余", income + opening - spent],
    ["总计", income + opening, "总计", income + opening],
  ]);
}

const spending = sheetOf("支出决算表", [
  ["支出决算表"],
  [body, null, null, null, "单位：万元"],
  ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
  [null, "合计", 900, 600, 300],
  ["213", "农林水支出", 900, 600, 300],
  ["21303", "水利", 900, 600, 300],
  ["2130301", "行政运行", 900, 600, 300],
]);
const abroad = sheetOf("三公经费", [
  ["2024年度财政拨款“三公”经费支出决算表"],
  [body, null, null, "单位：万元"],
  ["项目", "2024年度预算数", "2024年度决算数", "2023年度决算数"],
  ["合计", 12, 10, 8],
  ["因公出国（境）费", 0, 0, 0],
  ["公务用车购置及运行维护费", 7, 6, 5],
  ["　公务用车购置费", 0, 0, 0],
  ["　公务用车运行维护费", 7, 6, 5],
  ["公务接待费", 5, 4, 3],
]);

const tables: readonly SourceSheet[] = [
  account("收支决算总表", "收入支出决算总表", 1000, 50, 900),
  spending,
  abroad,
  account("附表 上年决算总表", "2023年度收入支出决算总表", 800, 20, 770),
];

const told = (paragraphs: readonly string[], sheets = tables) =>
  checkText(paragraphs, sheets, "江城市水务局2024年度部门决算公开说明").outcomes.map(
    ({ rule, outcome, reported, computed }) =>
      `${rule}: ${outcome}${reported === null ? "" : ` ${reported}/${computed}`}`,
  );

const overall = "一、收入支出决算总体情况说明";

describe("last year's table inside this year's workbook", () => {
  test("is never held against this year's figures", () => {
    expect(told([overall, "2024年度本年支出合计900.00万元，其中：基本支出600.00万元，项目支出300.00万元。"])).toEqual(
      [],
    );
  });

  test("serves what is said of last year", () => {
    const right = "2024年度本年收入合计1000.00万元，与上年相比增加200.00万元。";
    expect(told([overall, right])).toEqual([]);
    expect(told([overall, right.replace("200.00", "250.00")])).toEqual([
      "narrative-comparisons-equal-prior-tables: fail 250/200",
    ]);
  });

  test("also where only its title's year tells that it is last year's", () => {
    const named = [...tables.slice(0, 3), account("附表", "2023年度收入支出决算总表", 800, 20, 770)];
    expect(told([overall, "2024年度本年支出合计900.00万元。"], named)).toEqual([]);
  });
});

describe("a table with columns for what was planned, what was settled, and last year", () => {
  const heading = "三、“三公”经费支出决算情况";
  const text =
    "2024年度“三公”经费财政拨款支出决算10.00万元，完成预算12.00万元的83.3%，比预算数减少2.00万元；" +
    "比上年决算数增加2.00万元，增长25.0%。其中：公务用车购置及运行维护费6.00万元，占60.0%；公务接待费4.00万元，占40.0%。";

  test("each figure is held against its own column", () => {
    expect(told([heading, text])).toEqual([]);
  });

  test.each([
    ["what was settled", "决算10.00万元", "决算11.00万元"],
    ["what was planned", "完成预算12.00万元", "完成预算12.60万元"],
    ["the change from last year", "增加2.00万元", "增加2.60万元"],
    ["the distance from the budget", "减少2.00万元", "减少2.90万元"],
    ["a part", "公务接待费4.00万元", "公务接待费5.00万元"],
  ])("%s is told when it is wrong", (_, right, wrong) => {
    expect(told([heading, text.replace(right, wrong)])).not.toEqual([]);
  });
});
