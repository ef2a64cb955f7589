import type { SourceSheet } from "../../../src/engine/workbook";
import { sheetOf } from "./budget-of-a-bureau";
import { checkText, findingsIn } from "./check-text";

const body = "公开部门：江城市水务局";

/** Settled 2128.59 of 2130.02 planned for 行政运行; of the government fund 72.00 came in, 62.40 went out, 9.60 are left. */
const tables: readonly SourceSheet[] = [
  sheetOf("一般", [
    ["2024年度一般公共预算财政拨款支出决算表"],
    [body, null, null, null, null, "单位：万元"],
    ["科目编码", "科目名称", "年初预算数", "小计", "基本支出", "项目支出"],
    ["213", "农林水支出", 2130.02, 2128.59, 1470.18, 658.41],
    ["21303", "水利", 2130.02, 2128.59, 1470.18, 658.41],
    ["2130301", "行政运行", 2130.02, 2128.59, 1470.18, 658.41],
    [null, "合计", 2130.02, 2128.59, 1470.18, 658.41],
  ]),
  sheetOf("基金", [
    ["2024年度政府性基金预算财政拨款收入支出决算表"],
    [body, null, null, null, null, null, null, "单位：万元"],
    ["科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出", null, null, "年末结转和结余"],
    [null, null, null, null, "小计", "基本支出", "项目支出", null],
    [null, "合计", null, 72, 62.4, null, 62.4, 9.6],
    ["213", "农林水支出", null, 72, 62.4, null, 62.4, 9.6],
    ["21366", "大中型水库库区基金安排的支出", null, 72, 62.4, null, 62.4, 9.6],
    ["2136601", "基础设施建设和经济发展", null, 72, 62.4, null, 62.4, 9.6],
  ]),
];

const told = (...paragraphs: readonly string[]): string[] =>
  checkText(paragraphs, tables, "江城市水务局2024年度部门决算公开说明")
    .outcomes.filter(({ outcome }) => outcome === "fail")
    .map(({ rule }) => rule);

describe("behind the parts of an item its plan is spoken of", () => {
  const path = "农林水支出（类）水利（款）行政运行（项）";
  const parts = "其中基本支出1470.18万元、项目支出658.41万元";
  test.each([
    ["behind a semicolon", "；"],
    ["behind a comma, where the parts make up the whole", "，"],
    ["in the next sentence", "。"],
  ])("%s", (_, joint) => {
    const says = (rate: string): string =>
      `${path}。支出决算2128.59万元，${parts}${joint}年初预算为2130.02万元，完成率${rate}%。`;
    expect(told(says("99.93"))).toEqual([]);
    expect(told(says("94.93"))).toEqual(["narrative-completion-fits"]);
  });

  test.each(["；", "。"])("another thing that is named behind “%s” has a plan of its own", (joint) => {
    expect(told(`${path}。支出决算2128.59万元，${parts}${joint}机房改造，年初预算为100.00万元。`)).toEqual([]);
  });

  test("a plan that stands behind each part is of that part", () => {
    const says = (rate: string): string =>
      `${path}。支出决算2128.59万元，其中基本支出决算1470.18万元，年初预算1500.00万元，完成年初预算的98.01%；` +
      `项目支出决算658.41万元，年初预算630.02万元，完成年初预算的${rate}%。`;
    expect(told(says("104.51"))).toEqual([]);
    expect(told(says("114.51"))).toEqual(["narrative-completion-fits"]);
  });
});

test("what 支出具体为 lists is part of the expenditure, not of what was carried over", () => {
  const says = (part: string): string =>
    "2024年度政府性基金预算财政拨款本年收入72.00万元，本年支出62.40万元，年末结转和结余9.60万元。" +
    `支出具体为基础设施建设和经济发展（项）${part}万元，用于渠道修复。`;
  expect(told(says("62.40"))).toEqual([]);
  expect(told(says("68.40"))).not.toEqual([]);
});

test.each([
  ["当年预算1500.15万元，上年结转400.00万元"],
  ["上年结转400.00万元、当年安排1500.15万元"],
  ["当年拨款1500.15万元和以前年度结转400.00万元"],
])("of this year beside what was carried over is a part by source: %s", (parts) => {
  const says = (amount: string): string[] => [
    `农林水支出（类）水利（款）水利工程运行与维护（项）：安排${amount}万元，其中${parts}。`,
  ];
  expect(findingsIn(says("1900.15"))).toEqual([]);
  expect(findingsIn(says("1990.15"))).toContain("narrative-figures-equal-tables: fail 1990.15/1920.15");
});

test("of this year and carried over make up the whole", () => {
  const says = (amount: string): string[] => [
    `农林水支出（类）水利（款）水利工程运行与维护（项）：安排1900.15万元，其中当年预算${amount}万元，上年结转400.00万元。`,
  ];
  expect(findingsIn(says("1550.15"))).toEqual(["narrative-parts-add-up: fail 1900.15/1950.15"]);
  expect(findingsIn(says("1450.15"))).toEqual(["narrative-parts-add-up: fail 1900.15/1850.15"]);
});

describe("changes handed out in turn", () => {
  test.each([["分别增加"], ["分别比上年增加"], ["，分别增加"]])("“%s” are no figures of the tables", (words) => {
    expect(
      findingsIn([
        `社会保障和就业支出（类）420.10万元、农林水支出（类）4600.30万元${words}20.10万元和300.00万元，` +
          "城乡社区支出（类）300.00万元则减少12.00万元。",
      ]),
    ).toEqual([]);
  });

  test("each is checked against the figure and last year's that the text gives", () => {
    expect(
      findingsIn(["社会保障和就业支出（类）421.10万元、农林水支出（类）4600.30万元分别增加20.10万元和300.00万元。"]),
    ).toEqual(["narrative-figures-equal-tables: fail 421.1/420.1"]);
  });
});

test("names in brackets behind a much larger number are kinds, each of several", () => {
  const rules = (count: number): string[] =>
    findingsIn([`本单位共有特种专业技术用车${count}辆（救护车、采血车、通信车）。`]).map((one) => one.split(":")[0]!);
  expect(rules(14)).toEqual([]);
  expect(rules(4)).toContain("narrative-enumerations-counted");
});

test("a name that leaves out the front of the table's is that of its code", () => {
  const rules = (name: string): string[] =>
    findingsIn([`${name}（2080505）：预算安排420.10万元。`]).map((one) => one.split(":")[0]!);
  expect(rules("基本养老保险缴费支出")).toEqual([]);
  expect(rules("职业年金缴费支出")).toEqual(["narrative-subjects-named-alike"]);
});
