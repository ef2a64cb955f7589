import type { SourceSheet } from "../../../src/engine/workbook";
import { sheetOf } from "./budget-of-a-bureau";
import { checkText } from "./check-text";

const body = "公开部门：江城市水务局";

/** Tables of final accounts: settled 2369.86 of 2371.91 planned, in columns beside each other. */
const tables: readonly SourceSheet[] = [
  sheetOf("收支", [
    ["2024年度收入支出决算总表"],
    [body, null, null, "单位：万元"],
    ["收入", null, "支出", null],
    ["项目", "决算数", "项目", "决算数"],
    ["一、一般公共预算财政拨款收入", 2388.5, "一、社会保障和就业支出", 241.27],
    ["二、其他收入", 28.01, "二、农林水支出", 2156.6],
    ["本年收入合计", 2416.51, "本年支出合计", 2397.87],
    ["年初结转和结余", 91.82, "年末结转和结余", 110.46],
    ["总计", 2508.33, "总计", 2508.33],
  ]),
  sheetOf("一般", [
    ["2024年度一般公共预算财政拨款支出决算表"],
    [body, null, null, null, null, "单位：万元"],
    ["科目编码", "科目名称", "年初预算数", "小计", "基本支出", "项目支出"],
    ["208", "社会保障和就业支出", 241.89, 241.27, 241.27, null],
    ["20805", "行政事业单位养老支出", 241.89, 241.27, 241.27, null],
    ["2080501", "行政单位离退休", 7.44, 8, 8, null],
    ["2080505", "机关事业单位基本养老保险缴费支出", 234.45, 233.27, 233.27, null],
    ["213", "农林水支出", 2130.02, 2128.59, 1470.18, 658.41],
    ["21303", "水利", 2130.02, 2128.59, 1470.18, 658.41],
    ["2130301", "行政运行", 2130.02, 2128.59, 1470.18, 658.41],
    [null, "合计", 2371.91, 2369.86, 1711.45, 658.41],
  ]),
  sheetOf("基本", [
    ["2024年度一般公共预算财政拨款基本支出决算表"],
    [body, null, "单位：万元"],
    ["科目编码", "科目名称", "决算数"],
    [null, "人员经费", 1532.29],
    ["301", "工资福利支出", 1513.41],
    ["30101", "基本工资", 1513.41],
    ["303", "对个人和家庭的补助", 18.88],
    ["30302", "退休费", 18.88],
    [null, "公用经费", 179.16],
    ["302", "商品和服务支出", 179.16],
    ["30201", "办公费", 179.16],
    [null, "合计", 1711.45],
  ]),
];

const say = (...paragraphs: readonly string[]) => {
  const { outcomes, numbers } = checkText(paragraphs, tables, "江城市水务局2024年度部门决算公开说明");
  return {
    told: outcomes.filter(({ outcome }) => outcome === "fail").map(({ rule }) => rule),
    open: numbers.filter(({ verdict }) => verdict === "not-comparable").map(({ words }) => words),
  };
};

describe("what was planned and what was settled", () => {
  const path = "社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）";
  const ways: readonly (readonly [string, string])[] = [
    [
      "执行率",
      "社会保障和就业支出-行政事业单位养老支出-行政单位离退休：年初预算7.44万元，决算8.00万元，执行率107.5%。",
    ],
    ["为…的", `${path}：决算8.00万元，为年初预算7.44万元的107.5%，上年为9.00万元，同比减少1.00万元、下降11.1%。`],
    ["大于", `${path}年初预算为7.44万元，支出决算为8.00万元，决算数大于年初预算0.56万元，完成年初预算的107.5%。`],
    ["比年初预算数", `${path}8.00万元，年初预算7.44万元，决算数比年初预算数增加0.56万元，增长7.5%。`],
    [
      "names without marks",
      "社会保障和就业支出行政事业单位养老支出行政单位离退休8.00万元，年初预算7.44万元，完成年初预算的107.5%。",
    ],
    ["节约", "一般公共预算财政拨款支出：年初预算2371.91万元，决算2369.86万元，节约2.05万元，完成率99.9%。"],
  ];
  test.each(ways)("%s: every number is held against the tables or reckoned", (_, text) => {
    expect(say(text)).toEqual({ told: [], open: [] });
  });

  test.each(ways)("%s: no digit can change unseen", (_, text) => {
    for (const { index, 0: number } of text.matchAll(/\d+\.\d+/g)) {
      const digit = (Number(number[0]) + 3) % 10;
      const wrong = `${text.slice(0, index)}${digit}${text.slice(index + 1)}`;
      expect([number, say(wrong).told.length > 0]).toEqual([number, true]);
    }
  });
});

test("公用经费 and 人员经费 are rows without a code, also called by what they are made of", () => {
  const text =
    "一般公共预算财政拨款基本支出1711.45万元，其中：基本工资等人员经费1532.29万元，办公费等公用经费179.16万元。";
  expect(say(text)).toEqual({ told: [], open: [] });
  expect(say(text.replace("1532.29", "1535.29")).told).toContain("narrative-figures-equal-tables");
});

test("a bracket that only names another stage holds no part", () => {
  expect(say("行政运行（项）决算2128.59万元（年初预算2130.02万元）。").told).toEqual([]);
});

test("其中 goes on with the comparison of the sentence before", () => {
  const text =
    "本年收入合计2416.51万元，其中：一般公共预算财政拨款收入2388.50万元，其他收入28.01万元。与上年相比，收入合计减少80.26万元，下降3.21%。" +
    "其中：一般公共预算财政拨款收入减少75.26万元，下降3.05%；其他收入减少5.00万元，下降15.15%。";
  expect(say(text)).toEqual({ told: [], open: [] });
  expect(say(text.replace("15.15%", "25.15%")).told).toEqual(["narrative-change-rate-fits"]);
  expect(say(text.replace("少75.26", "少76.26")).told).not.toEqual([]);
});

test("a last year's figure is never what is compared", () => {
  const text =
    "一般公共预算财政拨款支出2369.86万元，占本年支出合计的98.83%。与上年2438.44万元对比减少68.58万元，下降2.81%。";
  expect(say(text)).toEqual({ told: [], open: [] });
});

describe("what is left at the end of the year beside its beginning", () => {
  test.each([
    ["年末结转和结余110.46万元，比年初增加18.64万元。", "增加", "减少"],
    ["年初结转和结余91.82万元，年末结转和结余110.46万元，年末比年初增加18.64万元。", "增加18", "减少18"],
    ["年末结转和结余110.46万元，均为项目资金，较年初增加18.64万元。", "18.64", "16.84"],
  ])("%s", (text, was, now) => {
    expect(say(`2024年度${text}`)).toEqual({ told: [], open: [] });
    expect(say(`2024年度${text.replace(was, now)}`).told).toEqual(["narrative-comparisons-equal-prior-tables"]);
  });

  test("is not what was planned at the beginning", () => {
    expect(say("2024年度年末结转和结余110.46万元，比年初预算增加10.46万元。").told).toEqual([]);
  });
});

describe("a rate of completion without the plan", () => {
  const text = (rate: string, apart: string) => `2024年度其他收入28.01万元，完成预算${rate}，决算数${apart}。`;

  test("is told by how far the settled figure is from it", () => {
    expect(say(text("93.4%", "小于预算数1.99万元"))).toEqual({ told: [], open: [] });
    expect(say(text("100%", "与预算数持平"))).toEqual({ told: [], open: [] });
    expect(say(text("94.3%", "小于预算数1.99万元")).told).toEqual(["narrative-completion-fits"]);
    expect(say(text("93.4%", "大于预算数1.99万元")).told).toContain("narrative-completion-fits");
    expect(say(text("98%", "与预算数持平")).told).toContain("narrative-completion-fits");
  });
});

describe("the totals of two years", () => {
  test.each([
    ["2024年度收、支总计2508.33万元。与2023年度决算的2448.33万元相比，收支各增加60.00万元，增长2.45%。"],
    ["2024年度收、支总计均为2508.33万元。与2023年度的2448.33万元相比，收、支总计各增加60.00万元，增长2.45%。"],
    ["2024年度本年收入合计2416.51万元。与2023年度的2356.51万元相比，本年收入增加60.00万元，增长2.55%。"],
  ])("are compared by what stands behind 相比: %s", (text) => {
    expect(say(text)).toEqual({ told: [], open: [] });
    expect(say(text.replace("60.00", "66.00")).told).toContain("narrative-change-rate-fits");
    expect(say(text.replace("增加60", "减少60")).told).toContain("narrative-change-rate-fits");
  });
});

describe("the sum of some figures", () => {
  const text = "行政单位离退休8.00万元，机关事业单位基本养老保险缴费支出233.27万元，两项共241.27万元。";

  test("by how many they are", () => {
    expect(say(text).told).toEqual([]);
    expect(say(text.replace("241.27", "214.27")).told).toEqual(["narrative-parts-add-up"]);
    expect(say(`2024年度收入总计2508.33万元，其中，${text.replace("共", "合计")}`).told).toEqual([]);
  });
});
