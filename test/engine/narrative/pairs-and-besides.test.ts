import { bureauTables, sheetOf } from "./budget-of-a-bureau";
import { findingsIn, verdictsIn } from "./check-text";

const notAgreed = (text: string): string[] => verdictsIn([text]).filter((one) => !one.endsWith(" agreed"));

describe("two counts of each thing, side by side", () => {
  test.each([
    "全年共接待来访团组18个、来宾136人次，主要是评委接待11个团组、92人次，校企洽谈7个团组、44人次。",
    "国内公务接待23批次，148人次（不包括陪同人员），其中检查指导类14批次、87人次，招商考察类9批次、61人次。",
    "拟召开会议6次，人数480人，其中：工作会1次、180人，调度会5次、300人。",
  ])("each is that of its parts: %s", (text) => {
    expect(findingsIn([text])).toEqual([]);
    expect(notAgreed(text)).toEqual([]);
  });

  test("where one is and the other is not, the other is asked about", () => {
    const text = "全年共接待来访团组18个、来宾163人次，主要是评委接待11个团组、92人次，校企洽谈7个团组、44人次。";
    expect(findingsIn([text]).join()).toContain("narrative-counts-add-up: fail 163/136");
  });

  test("some of many are no contradiction", () => {
    const text = "全年共接待来访团组28个、来宾236人次，主要是评委接待11个团组、92人次，校企洽谈7个团组、44人次。";
    expect(findingsIn([text])).toEqual([]);
  });
});

test("what there is besides is no part: 在职 of its kinds, and 离退休 on their own", () => {
  expect(notAgreed("2023年末实有在职人员135人，其中行政人员36人、事业人员99人，另有离退休人员57人。")).toEqual([
    "57人 not-comparable",
  ]);
});

describe("uses of a figure", () => {
  const road =
    "2024年项目支出2220.15万元。其中：养护支出1420.15万元，主要用于国道养护820.15万元和县道养护600.00万元等方面，增加80.50万元；" +
    "管护支出600.00万元，用于巡查450.00万元、保洁150.00万元，减少47.45万元，原因是补贴核减；" +
    "一般事务支出200.00万元，主要用于装备及办案经费，减少17.00万元，系厉行节约。项目支出比上年增加16.05万元。";

  test("that make it up are agreed, and the change behind them is that of the figure", () => {
    expect(findingsIn([road])).toEqual([]);
    expect(notAgreed(road)).toEqual([]);
  });

  test("an amount with its use behind a reason is no reason", () => {
    expect(verdictsIn([road]).filter((one) => one.startsWith("200.00"))).toEqual(["200.00万元 agreed"]);
  });
});

describe("parts of a change that compares with last year's figure", () => {
  const told = (rise: string): string =>
    `2024年支出预算5320.40万元。支出总额与收入总额一致，比上年预算5311.51万元多安排8.89万元，其中基本支出${rise}62.84万元、项目支出减少53.95万元。`;

  test("a total that is as much as another is what is compared", () => {
    expect(findingsIn([told("增加")])).toEqual([]);
    expect(notAgreed(told("增加"))).toEqual([]);
  });

  test("a part in the wrong direction is told", () => {
    expect(findingsIn([told("减少")]).join()).toContain("narrative-changes-add-up: fail");
  });

  test("also in the sentence behind, and never of what another paragraph gave of all the money", () => {
    const texts = [
      "2024年支出预算5320.40万元，其中：基本支出3100.25万元，项目支出2220.15万元。与2023年度相比，支出增加108.10万元。",
      "一般公共预算支出5000.40万元。与2023年度的4884.70万元相比，一般公共预算支出增加115.70万元。其中基本支出增加191.59万元，项目支出减少75.89万元。",
    ];
    expect(findingsIn(texts)).toEqual([]);
    expect(findingsIn([texts[0]!, texts[1]!.replace("增加191.59", "减少191.59")]).join()).toContain(
      "narrative-changes-add-up: fail",
    );
  });
});

test("three kinds of 三公 on lines of their own, two of them on one line, are all parts", () => {
  const lines = [
    "“三公”经费预算36.50万元，其中：",
    "因公出国（境）费预算为5.00万元，与上年持平。",
    "公务接待费预算为3.50万元。",
    "公务用车购置费预算为18.00万元。公务用车运行维护费预算为10.00万元。",
  ];
  expect(findingsIn(lines)).toEqual([]);
  expect(findingsIn(lines.map((line) => line.replace("10.00", "12.00"))).length).toBeGreaterThan(0);
});

const generalPublic = sheetOf("一般公共预算支出表", [
  ["2024年一般公共预算支出表"],
  ["部门名称：江城市水务局", null, null, null, "单位：万元"],
  ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
  [null, "合计", 5000.4, 3100.25, 1900.15],
  ["208", "社会保障和就业支出", 420.1, 420.1, null],
  ["20805", "行政事业单位养老支出", 420.1, 420.1, null],
  ["2080505", "机关事业单位基本养老保险缴费支出", 420.1, 420.1, null],
  ["213", "农林水支出", 4580.3, 2680.15, 1900.15],
  ["21303", "水利", 4580.3, 2680.15, 1900.15],
  ["2130301", "行政运行", 2680.15, 2680.15, null],
  ["2130306", "水利工程运行与维护", 1900.15, null, 1900.15],
]);

test("items that say that they hold what was carried over are more than what is spent of this year's money", () => {
  const text = [
    "五、一般公共预算当年拨款情况说明",
    "（一）规模变化情况",
    "2024年一般公共预算当年拨款4800.40万元。",
    "（二）一般公共预算拨款支出具体使用情况（含上年结转）",
    "1.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）2024年预算数为420.10万元。",
    "2.农林水支出（类）水利（款）行政运行（项）2024年预算数为2680.15万元。",
    "3.农林水支出（类）水利（款）水利工程运行与维护（项）2024年预算数为1900.15万元。",
  ];
  const tables = bureauTables().map((sheet) => (sheet.name === "一般公共预算支出表" ? generalPublic : sheet));
  const said = (words: readonly string[]): string =>
    findingsIn(words, tables)
      .filter((one) => one.startsWith("narrative-items-complete"))
      .join();
  expect(said(text)).toBe("");
  // Without that word the two totals are held against each other.
  expect(said(text.map((words) => words.replace("（含上年结转）", "")))).toContain("fail 4800.4");
});

test("开支会议费 and 开支培训费 are those", () => {
  expect(findingsIn(["2024年本部门开支培训费15.00元，用于业务培训。"]).length).toBeGreaterThan(0);
});
