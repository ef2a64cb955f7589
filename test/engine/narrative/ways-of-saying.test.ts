import { bureauTables, sheetOf } from "./budget-of-a-bureau";
import { checkText, findingsIn, verdictsIn } from "./check-text";

/** A text that is right, and one that differs from it in one place. */
function expectOnly(right: readonly string[], wrong: readonly string[], finding: string): void {
  expect(findingsIn(right)).toEqual([]);
  expect(findingsIn(wrong)).toContain(finding);
}

describe("a change against last year's figure", () => {
  const ways: readonly (readonly [string, string])[] = [
    ["in brackets", "2024年收支总预算5320.40万元，较2023年年初预算（5000.40万元）增长6.4%，增加320.00万元。"],
    ["with 相比", "2024年收支总预算5320.40万元，同2023年预算数5000.40万元相比增长6.4%（增加320.00万元）。"],
    ["with 增幅", "2024年收支总预算5320.40万元，比去年预算5000.40万元增加320.00万元、增幅6.4%。"],
  ];
  test.each(ways)("%s: every number is reckoned", (_, text) => {
    expect(findingsIn([text])).toEqual([]);
    expect(verdictsIn([text]).filter((one) => !/ (?:agreed|rounding)$/.test(one))).toEqual([]);
  });

  test.each(ways)("%s: a wrong rate, amount or direction is told", (_, text) => {
    expect(findingsIn([text.replace("6.4%", "7.4%")])).toHaveLength(1);
    expect(findingsIn([text.replace("320.00", "350.00")])).not.toHaveLength(0);
    expect(findingsIn([text.replace("增长", "下降").replace("增加", "减少").replace("增幅", "降幅")])).toHaveLength(1);
  });

  test("rate and amount that go opposite ways", () => {
    const text = "2024年收支总预算5320.40万元，较2023年预算（5000.40万元）下降6.4%，增加320.00万元。";
    expect(findingsIn([text])).toEqual(["narrative-change-rate-fits: fail"]);
  });

  test("of both sides at once", () => {
    expectOnly(
      ["2024年收入总计5320.40万元，支出总计5320.40万元。收、支总计较去年增加320.00万元，增长6.4%。"],
      ["2024年收入总计5320.40万元，支出总计5320.40万元。收、支总计较去年增加320.00万元，增长9.4%。"],
      "narrative-change-rate-fits: fail 9.4/6.4",
    );
  });
});

describe("words without a number head what follows", () => {
  test("in front of a colon", () => {
    expectOnly(
      ["一般公共预算支出：2024年度支出5000.40万元。"],
      ["一般公共预算支出：2024年度支出5010.40万元。"],
      "narrative-figures-equal-tables: fail 5010.4/5000.4",
    );
  });

  test("alone in a line, for the numbered items below as well", () => {
    expectOnly(
      ["“三公”经费", "预算数36.50万元。", "1）公务接待费3.50万元。"],
      ["“三公”经费", "预算数36.90万元。", "1）公务接待费3.50万元。"],
      "narrative-figures-equal-tables: fail 36.9/36.5",
    );
  });
});

test("a name with its code and a year behind it is what the figure is of", () => {
  const says = (amount: string): string[] => [`行政运行（2130301）：2024年预算${amount}万元，原因是工资晋级。`];
  expectOnly(says("2680.15"), says("2860.15"), "narrative-figures-equal-tables: fail 2860.15/2680.15");
});

describe("lists that are said to be whole", () => {
  test.each([
    [
      "从…看",
      "2024年支出预算5320.40万元。从功能看，社会保障和就业支出420.10万元，城乡社区支出300.00万元，农林水支出4600.30万元。",
      "2024年支出预算5320.40万元。从功能看，社会保障和就业支出420.10万元，农林水支出4600.30万元。",
      "narrative-parts-add-up: fail 5320.4/5020.4",
    ],
    [
      "按…分",
      "2024年支出预算5320.40万元，按性质分：基本支出3100.25万元，项目支出2220.15万元。",
      "2024年支出预算5320.40万元，按性质分：基本支出3100.25万元，项目支出2220.51万元。",
      "narrative-figures-equal-tables: fail 2220.51/2220.15",
    ],
    [
      "用于：",
      "2024年项目支出2220.15万元。项目支出用于：堤防加固1220.15万元；农村饮水1000.00万元。",
      "2024年项目支出2220.15万元。项目支出用于：堤防加固1220.15万元；农村饮水900.00万元。",
      "narrative-parts-add-up: fail 2220.15/2120.15",
    ],
    [
      "合计 behind the list",
      "申报绩效目标的项目2个：堤防加固74.70万元、农村饮水284.00万元，合计358.70万元。",
      "申报绩效目标的项目2个：堤防加固74.70万元、农村饮水284.00万元，合计385.70万元。",
      "narrative-parts-add-up: fail 385.7/358.7",
    ],
    [
      "cars behind a colon",
      "年末车辆8辆：执法执勤用车2辆、防火专用车5辆、其他用车1辆。",
      "年末车辆8辆：执法执勤用车2辆、防火专用车6辆、其他用车1辆。",
      "narrative-counts-add-up: fail 8/9",
    ],
  ])("%s", (_, right, wrong, finding) => {
    expectOnly([right], [wrong], finding);
  });
});

test("the figures of two years side by side, and the change between them", () => {
  expectOnly(
    [
      "农林水支出（类）水利（款）行政运行（项）2024年预算数为2680.15万元，2023年预算数为2700.15万元，减少20.00万元，下降0.74%。",
    ],
    [
      "农林水支出（类）水利（款）行政运行（项）2024年预算数为2680.15万元，2023年预算数为2700.15万元，减少20.00万元，下降0.94%。",
    ],
    "narrative-change-rate-fits: fail 0.94/0.74",
  );
});

test("spending within an item is none of the body's", () => {
  expect(findingsIn(["国内公务接待支出3.20万元，国内公务接待44批次、367人次，共计支出3.20万元。"])).toEqual([]);
  expect(findingsIn(["“三公”经费36.50万元（其中：一般公共预算支出36.50万元；政府性基金预算支出0.00万元）。"])).toEqual(
    [],
  );
});

test("a sentence that begins with a comparison is of any figure that stood on its own", () => {
  const text =
    "公务用车购置及运行维护费28.00万元，其中：购置费2024年预算数18.00万元，与2023年预算数18.00万元持平；" +
    "运行维护费10.00万元，其中：加油4.00万元，维修6.00万元。比2023年预算数27.00万元增加1.00万元。";
  expect(findingsIn([text])).toEqual([]);
  expect(findingsIn([text.replace("增加1.00", "增加3.00")])).toEqual(["narrative-change-rate-fits: fail 3/1"]);
});

test("shares that are given in turn", () => {
  const text =
    "“三公”经费36.50万元，其中因公出国（境）费5.00万元，公务用车购置及运行费28.00万元，公务接待费3.50万元，" +
    "分别占13.7%、76.7%、9.6%。";
  expect(findingsIn([text])).toEqual([]);
  expect(findingsIn([text.replace("76.7%", "67.7%")])).toEqual(["narrative-share-fits: fail 67.7/76.7"]);
});

test("a year at the beginning of a clause goes for the figures behind it", () => {
  expectOnly(
    ["2024年支出中：基本支出3100.25万元，项目支出2220.15万元。"],
    ["2023年支出中：基本支出3100.25万元，项目支出2220.15万元。"],
    "narrative-year-is-the-budgets: fail",
  );
});

describe("sheets that are none of the known tables", () => {
  const others = [
    ...bureauTables(),
    sheetOf("采购", [
      ["2024年政府采购预算表"],
      ["部门名称：江城市水务局", null, null, "单位：万元"],
      ["采购项目", "采购类型", "采购金额", "备注"],
      ["录播设备", "货物", 41.73, null],
      ["办公设备", "货物", 10, null],
      ["泵站维修", "工程", 32.64, null],
      ["合计", null, 84.37, null],
    ]),
    sheetOf("资产", [
      ["国有资产占有情况表"],
      ["部门名称：江城市水务局", "单位：辆"],
      ["资产名称", "数量"],
      ["车辆合计（辆）", 3],
      ["　执法执勤用车（辆）", 1],
      ["　其他用车（辆）", 2],
    ]),
  ];
  const text =
    "2024年政府采购预算84.37万元，其中货物51.73万元、工程32.64万元。车辆3辆，包括执法执勤用车1辆、其他用车2辆。";

  test("their totals are what their titles say, their kinds add up", () => {
    const { outcomes, numbers } = checkText([text], others);
    expect(outcomes).toEqual([]);
    expect(numbers.filter(({ against }) => against.length > 0).map(({ words }) => words)).toEqual([
      "84.37万元",
      "51.73万元",
      "32.64万元",
      "3辆",
      "1辆",
      "2辆",
    ]);
  });

  test("things with a price in their name, and projects by their number or their sum", () => {
    const listed = [
      ...others,
      sheetOf("设备", [["资产情况表"], ["单位：台"], ["名称", "数量"], ["单价50万元以上设备（台）", 3]]),
      sheetOf("项目", [
        ["2024年项目支出预算表"],
        ["单位：万元"],
        ["项目名称", "预算金额"],
        ["泵站大修", 91.19],
        ["河道清淤", 100],
        ["雨量站", 5.44],
        ["合计", 196.63],
      ]),
    ];
    const right = "单价50万元以上设备3台。2024年纳入绩效管理的项目3个，涉及资金196.63万元。";
    expect(findingsIn([right], listed)).toEqual([]);
    expect(findingsIn([right.replace("3台", "5台")], listed)).toEqual(["narrative-other-sheets-agree: fail 5/3"]);
    expect(findingsIn([right.replace("3个", "4个")], listed)).toEqual(["narrative-other-sheets-agree: fail 4/3"]);
    expect(findingsIn([right.replace("196", "169")], listed)).toEqual([
      "narrative-other-sheets-agree: fail 169.63/196.63",
    ]);
  });

  test("a figure that no row and no sum there has asks for a reason", () => {
    expect(findingsIn([text.replace("84.37", "87.37")], others)).toContain(
      "narrative-other-sheets-agree: fail 87.37/84.37",
    );
  });
});

describe("whose figures a sentence gives", () => {
  test("names that are handed out: each figure has its own", () => {
    expectOnly(
      ["2024年支出预算5320.40万元。基本支出、项目支出分别为3100.25万元和2220.15万元，分别占58.3%和41.7%。"],
      ["2024年支出预算5320.40万元。基本支出、项目支出分别为3200.25万元和2220.15万元，分别占60.2%和41.7%。"],
      "narrative-figures-equal-tables: fail 3200.25/3100.25",
    );
  });

  test("the body by its name without its place", () => {
    expect(verdictsIn(["市水务局2024年收支预算总数5320.40万元。"])).toEqual(["5320.40万元 agreed"]);
    expect(verdictsIn(["水务局2024年支出预算5320.40万元。"])).toEqual(["5320.40万元 agreed"]);
  });

  test("income and expenditure of one total are divided side by side", () => {
    const text =
      "2024年财政拨款收支总预算5300.40万元。收入包括：一般公共预算拨款4800.40万元、政府性基金预算拨款300.00万元、" +
      "上年结转200.00万元；支出包括：社会保障和就业支出420.10万元、城乡社区支出300.00万元、农林水支出4580.30万元。";
    expect(findingsIn([text])).toEqual([]);
    expect(findingsIn([text.replace("；支出包括", "。支出包括")])).toEqual([]);
    expect(findingsIn([text.replace("城乡社区支出300.00", "城乡社区支出330.00")])).not.toEqual([]);
  });

  test("a cost of the 机关运行经费 in its own table is not all there is of it", () => {
    const running = sheetOf("运行", [
      ["公开12表"],
      ["一般公共预算机关运行经费支出预算表"],
      ["部门名称：江城市水务局", null, "单位：万元"],
      ["科目编码", "科目名称", "机关运行经费支出"],
      ["30215", "会议费", 3.1],
      ["30216", "培训费", 4.2],
    ]);
    const sheets = [...bureauTables(), running];
    expect(findingsIn(["2024年会议费预算6.90万元，培训费预算13.40万元。"], sheets)).toEqual([]);
  });
});
