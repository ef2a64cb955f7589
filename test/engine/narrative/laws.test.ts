import { bureauTables, sheetOf } from "./budget-of-a-bureau";
import { findingsIn } from "./check-text";

/** What is said of texts that differ in one place: the first is right. */
function expectOnly(right: string | readonly string[], wrong: string | readonly string[], finding: string): void {
  const paragraphs = (text: string | readonly string[]): readonly string[] =>
    typeof text === "string" ? [text] : text;
  expect(findingsIn(paragraphs(right))).toEqual([]);
  expect(findingsIn(paragraphs(wrong))).toEqual([finding]);
}

describe("counts", () => {
  test.each([
    [
      "kinds of cars behind 其中",
      "共有车辆9辆，其中，机要通信用车1辆、应急保障用车3辆、特种专业技术用车5辆。",
      "共有车辆11辆，其中，机要通信用车1辆、应急保障用车3辆、特种专业技术用车5辆。",
      "narrative-counts-add-up: fail 11/9",
    ],
    [
      "posts of a whole that is named again",
      "实有人员118人，其中在职人员92人、退休人员26人；在职人员中行政人员54人、事业人员38人。",
      "实有人员118人，其中在职人员92人、退休人员26人；在职人员中行政人员64人、事业人员38人。",
      "narrative-counts-add-up: fail 92/102",
    ],
    [
      "projects that are counted by the way",
      "对12个项目开展了绩效自评，其中等级为优的项目8个、良的项目4个。",
      "对12个项目开展了绩效自评，其中等级为优的项目8个、良的项目5个。",
      "narrative-counts-add-up: fail 12/13",
    ],
    [
      "names behind the number",
      "内设机构4个，即办公室、财务科、业务科、监督科。",
      "内设机构5个，即办公室、财务科、业务科、监督科。",
      "narrative-enumerations-counted: fail 5/4",
    ],
    [
      "names with their amounts",
      "安排其他工作经费，共2个项目，分别为：采编播运行经费51.28万元，基层文化活动直播20.99万元。",
      "安排其他工作经费，共4个项目，分别为：采编播运行经费51.28万元，基层文化活动直播20.99万元。",
      "narrative-enumerations-counted: fail 4/2",
    ],
    [
      "machines of a class that has a price",
      "单价100万元（含）以上的设备7台（套），其中：康复设备5台（套），检测设备2台（套）。",
      "单价100万元（含）以上的设备7台（套），其中：康复设备5台（套），检测设备4台（套）。",
      "narrative-counts-add-up: fail 7/9",
    ],
    [
      "names in brackets",
      "部门预算包括局本级和局属3家事业单位（江城市水文站、江城市河道管理中心、江城市水库管理所）。",
      "部门预算包括局本级和局属4家事业单位（江城市水文站、江城市河道管理中心、江城市水库管理所）。",
      "narrative-enumerations-counted: fail 4/3",
    ],
  ])("%s", (_, right, wrong, finding) => {
    expectOnly(right, wrong, finding);
  });

  test.each([
    ["a list that ends in 等", "内设机构5个，即办公室、财务科、业务科等。"],
    ["和 may be part of a name", "内设机构3个，即办公室、财务和审计科、业务科。"],
    ["and may join two", "内设机构3个，即办公室、财务科和业务科。"],
    ["parts of no known division", "培训300人次，其中村级干部120人次、种粮大户60人次。"],
    ["parts that end in 等", "共有车辆9辆，其中，机要通信用车1辆、应急保障用车3辆等。"],
  ])("%s is let be", (_, text) => {
    expect(findingsIn([text])).toEqual([]);
  });
});

describe("directions", () => {
  const item = "1.农林水支出（类）水利（款）行政运行（项）。年初预算2600.00万元，支出决算2680.15万元，";
  const final = (words: string): string[] => [`${item}完成年初预算的103.08%。${words}的主要原因是人员增加。`];

  test.each(["决算数大于年初预算数", "支出决算数高于年初预算数", "决算数比年初预算数增加", "决算数超过预算数"])(
    "%s fits the two figures",
    (words) => {
      expect(findingsIn(final(words))).not.toContain("narrative-stages-compared: fail");
    },
  );

  test.each(["决算数小于年初预算数", "决算数与年初预算数持平", "决算数较年初预算数减少", "决算数等于预算数"])(
    "%s does not",
    (words) => {
      expect(findingsIn(final(words))).toContain("narrative-stages-compared: fail");
    },
  );

  test("without the planned figure the rate of completion tells", () => {
    expect(
      findingsIn(["公务接待费支出决算3.50万元，完成预算的70.00%，决算数大于预算数的主要原因是接待减少。"]),
    ).toContain("narrative-stages-compared: fail");
  });

  const withLastYear = [
    ...bureauTables().filter(({ name }) => name !== "三公经费表"),
    sheetOf("三公经费表", [
      ["2024年财政拨款“三公”经费支出表"],
      ["部门名称：江城市水务局", null, "单位：万元"],
      ["项目", "2023年预算数", "2024年预算数"],
      ["合计", 40, 36.5],
      ["1.因公出国（境）费", 5, 5],
      ["2.公务接待费", 5, 3.5],
      ["3.公务用车购置及运行费", 30, 28],
      ["其中：公务用车购置费", 18, 18],
      ["公务用车运行维护费", 12, 10],
    ]),
  ];

  test.each([
    ["公务接待费3.50万元，比上年预算减少1.50万元。", []],
    ["公务接待费3.50万元，比上年预算增加1.50万元。", ["narrative-comparisons-equal-prior-tables: fail 1.5/-1.5"]],
    ["因公出国（境）费5.00万元，与上年预算持平。", []],
    ["公务接待费3.50万元，与上年预算持平。", ["narrative-comparisons-equal-prior-tables: fail"]],
    ["公务接待费3.50万元，比上年预算有所减少。", []],
    ["公务接待费3.50万元，比上年预算有所增加。", ["narrative-comparisons-equal-prior-tables: fail"]],
  ])("last year's column of the same table: %s", (text, findings) => {
    expect(findingsIn([text], withLastYear)).toEqual(findings);
  });
});

describe("subjects", () => {
  const items = (name: string): string[] => [
    "1.社会保障和就业支出（类）420.10万元。",
    `2.农林水支出（类）水利（款）${name}（项）2680.15万元。`,
  ];

  test("a name that no table line bears is told with the line that has the amount", () => {
    expectOnly(items("行政运行"), items("水利执法监督"), "narrative-subjects-named-alike: fail");
  });

  test.each([
    ["公共安全支出4600.30万元，占支出总额的86.47%。", ["narrative-subjects-named-alike: fail"]],
    ["农林水支出4600.30万元，占支出总额的86.47%。", []],
    ["支出包括：社会保障和就业支出、城乡社区支出、农林水支出。", []],
    ["支出包括：社会保障和就业支出、城乡社区支出、交通运输支出。", ["narrative-subjects-named-alike: fail"]],
  ])("a class: %s", (text, findings) => {
    expect(findingsIn([text])).toEqual(findings);
  });
});

describe("items that are left out", () => {
  test.each([
    [
      "a source of income",
      "收入预算5320.40万元，其中：一般公共预算拨款收入4800.40万元；政府性基金预算拨款收入300.00万元；上年结转200.00万元。",
      "narrative-rows-left-out: fail",
    ],
    [
      "a class of a list that names the others",
      "支出预算5320.40万元，包括：城乡社区支出300.00万元、农林水支出4600.30万元。",
      "narrative-rows-left-out: fail",
    ],
  ])("%s", (_, text, finding) => {
    expect(findingsIn([text])).toContain(finding);
  });

  test("one part may stand for itself", () => {
    expect(findingsIn(["收入预算5320.40万元，其中：一般公共预算拨款收入4800.40万元。"])).toEqual([]);
  });
});

describe("numbering", () => {
  const found = (...marks: string[]): readonly string[] =>
    findingsIn(marks.map((mark) => `${mark}水利项目的安排情况。`)).filter((one) => one.includes("words"));

  test("a number that is skipped is told, a numbering that begins anew is not", () => {
    expect(found("1.", "2.", "4.")).toEqual(["narrative-words-finished: fail"]);
    expect(found("（一）", "（二）", "（四）")).toEqual(["narrative-words-finished: fail"]);
    expect(found("（一）", "1.", "2.", "3.", "（二）", "1.", "2.", "（三）")).toEqual([]);
    expect(found("1.", "2.", "1.", "2.")).toEqual([]);
  });
});

describe("years", () => {
  test.each([
    ["2025年农林水支出4600.30万元。", ["narrative-year-is-the-budgets: fail"]],
    ["2021年农林水支出4600.30万元。", ["narrative-year-is-the-budgets: fail"]],
    ["2023年农林水支出4600.30万元，比2023年减少10万元。", ["narrative-year-is-the-budgets: fail"]],
    ["2024年农林水支出4600.30万元，2023年农林水支出4600.30万元。", []],
    ["2023年农林水支出4500.30万元。", []],
  ])("%s", (text, findings) => {
    expect(findingsIn([text]).filter((one) => one.startsWith("narrative-year"))).toEqual(findings);
  });
});

describe("sheets that are no table we know", () => {
  const list = sheetOf("清单", [
    ["重点工作安排"],
    ["单位：江城市水务局", null, "单位：万元"],
    ["处室", "事项", "金额"],
    ["信息处", "数据治理经费", 120],
    ["信息处", "网络安全经费", 35],
    ["办公室", "档案整理经费", 18],
  ]);
  const cars = sheetOf("车辆", [["国有资产情况"], [null, "单位：辆"], ["名称", "数量"], ["公务用车（辆）", 9]]);

  test.each([
    ["主要用于数据治理经费120万元。", []],
    ["主要用于数据治理经费210万元。", ["narrative-other-sheets-agree: fail 210/120"]],
    ["主要用于数据治理经费1200000元。", []],
    ["主要用于数据治理经费120万元、网络安全经费35万元、档案整理经费18万元。", []],
    ["主要用于数据治理经费120万元、网络安全经费35万元、设备更新经费18万元。", ["narrative-other-sheets-agree: fail"]],
    ["共有公务用车9辆。", []],
    ["共有公务用车8辆。", ["narrative-other-sheets-agree: fail 8/9"]],
  ])("%s", (text, findings) => {
    expect(findingsIn([text], [...bureauTables(), list, cars])).toEqual(findings);
  });
});
