import { checkText } from "./check-text";
import { sheetOf } from "./budget-of-a-bureau";

const body = "公开部门：江城市水务局";
const undated = [
  sheetOf("一般", [
    ["一般公共预算支出表"],
    [body, null, null, null, "单位：万元"],
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    ["213", "农林水支出", 2128.59, 1470.18, 658.41],
    ["21303", "水利", 2128.59, 1470.18, 658.41],
    ["2130301", "行政运行", 2128.59, 1470.18, 658.41],
    [null, "合计", 2128.59, 1470.18, 658.41],
  ]),
];
const text = [
  "2025年一般公共预算支出2128.59万元，比2024年预算增加128.59万元，增长6.43%。",
  "2025年基本支出1470.18万元，比2024年预算增加70.18万元，增长5.01%。",
  "2025年项目支出658.41万元，比2024年预算增加58.41万元，增长9.74%。",
];
const told = (title: string, ...paragraphs: readonly string[]): string[] =>
  checkText(paragraphs, undated, title).outcomes.map(({ rule, outcome }) => `${rule}: ${outcome}`);

test("beside tables without a year a title of another year than all of the text is the one thing that is wrong", () => {
  expect(told("江城市水务局2025年部门预算公开说明", ...text)).toEqual([]);
  expect(told("江城市水务局2024年部门预算公开说明", ...text)).toEqual(["narrative-year-is-the-budgets: fail"]);
});

test("a text that only names last year's figures by their year is of the title's", () => {
  const words = "2024年基本支出1400.00万元。2024年项目支出600.00万元。2024年一般公共预算支出2000.00万元。";
  expect(told("江城市水务局2025年部门预算公开说明", words).join()).not.toContain("year-is-the-budgets");
});

test("what this year settled was planned for this year", () => {
  const words = "2024年度一般公共预算支出年初预算数为2000.00万元，支出决算数为2128.59万元，完成年初预算的106.43%。";
  const title = "江城市水务局2024年度部门决算公开说明";
  const settled = [
    sheetOf("一般", [
      ["2024年度一般公共预算财政拨款支出决算表"],
      [body, null, null, null, "单位：万元"],
      ["科目编码", "科目名称", "小计", "基本支出", "项目支出"],
      ["213", "农林水支出", 2128.59, 1470.18, 658.41],
      ["21303", "水利", 2128.59, 1470.18, 658.41],
      ["2130301", "行政运行", 2128.59, 1470.18, 658.41],
      [null, "合计", 2128.59, 1470.18, 658.41],
    ]),
  ];
  const rules = (paragraph: string): string[] =>
    checkText([paragraph], settled, title).outcomes.map(({ rule, outcome }) => `${rule}: ${outcome}`);
  expect(rules(words)).toEqual([]);
  expect(rules(words.replace("2024年度一般", "2023年度一般"))).toEqual(["narrative-year-is-the-budgets: fail"]);
  // A rate of another plan leaves open which year it is of.
  expect(rules(words.replace("2024年度一般", "2023年度一般").replace("106.43", "98.40")).join()).not.toContain(
    "year-is",
  );
});
