import { bureauTables, sheetOf } from "./budget-of-a-bureau";
import { checkText, findingsIn, verdictsIn } from "./check-text";

const projects =
  "2024年对3个项目编制绩效目标，涉及资金60.00万元，其中：水质监测30.00万元、河道清淤与养护20.00万元、宣传10.00万元。";

describe("a number of projects before a list of them with their amounts", () => {
  test("as many, and together the whole", () => {
    expect(findingsIn([projects])).toEqual([]);
    expect(verdictsIn([projects]).filter((one) => one.endsWith("agreed"))).toHaveLength(5);
  });

  test.each([
    [
      "one is left out",
      projects.replace("河道清淤与养护20.00万元、", ""),
      "narrative-counted-lists-complete: fail 3/2",
    ],
    ["the number is wrong", projects.replace("3个", "4个"), "narrative-counted-lists-complete: fail 4/3"],
    ["an amount is less", projects.replace("20.00", "10.00"), "narrative-counted-lists-complete: fail 60/50"],
  ])("%s", (_, text, finding) => {
    expect(findingsIn([text])).toEqual([finding]);
  });

  test("some of many, and a list that ends in 等, may be named alone", () => {
    expect(findingsIn([projects.replace("3个", "12个").replace("60.00", "900.00")])).toEqual([]);
    expect(findingsIn([projects.replace("、宣传10.00万元", "等")])).toEqual([]);
  });
});

test("a name with 与 in it is one name where it has its amount", () => {
  const text = "2024年安排项目2个，分别为：河道清淤与养护20.00万元、水质监测30.00万元。";
  expect(findingsIn([text])).toEqual([]);
  expect(findingsIn([text.replace("2个", "3个")])).toEqual(["narrative-enumerations-counted: fail 3/2"]);
});

describe("reasons", () => {
  const reasoned = [
    "一、收入预算5320.40万元，比上年增加320.40万元，主要原因是项目增加。",
    "二、政府采购预算84.00万元，比上年增加4.00万元，主要原因是更新设备。",
    "三、差旅费预算5.00万元，比上年减少1.00万元，主要原因是压减出差。",
    "四、维修费预算6.00万元，比上年减少1.00万元，主要原因是集中维修。",
    "五、印刷费预算2.00万元，比上年增加1.00万元，主要原因是印制手册。",
  ];
  const last = reasoned.at(-1)!;
  const others = reasoned.slice(0, -1);

  test("a change without one, where the others have theirs, is told", () => {
    expect(findingsIn(reasoned)).toEqual([]);
    expect(findingsIn([...others, last.replace("，主要原因是印制手册", "")])).toEqual([
      "narrative-changes-explained: fail",
    ]);
  });

  test("in a paragraph of its own it is one all the same", () => {
    expect(findingsIn([...others, last.replace("，主要原因", "。\n主要原因")])).toEqual([]);
  });

  test("a text that gives none need not give any", () => {
    expect(findingsIn(reasoned.map((one) => one.replace(/，主要原因是.*(?=。)/, "")))).toEqual([]);
  });

  test("money that went the other way explains nothing", () => {
    expect(findingsIn([...others, last.replace("印制手册", "宣传支出减少")])).toEqual([
      "narrative-changes-explained: fail",
    ]);
    expect(findingsIn([...others, last.replace("印制手册", "上年支出减少")])).toEqual([]);
  });
});

describe("what is left of a list", () => {
  test("其他支出 of the 机关运行经费 is no class of the classification", () => {
    expect(
      findingsIn(["机关运行经费预算350.05万元，其中：办公费15.30万元，工会经费、福利费等其他支出334.75万元。"]),
    ).toEqual([]);
  });

  test("the rest at the end of a list makes it whole", () => {
    const text = "机关运行经费预算350.05万元，其中：办公费15.30万元，水费4.75万元，福利费等其他支出330.00万元。";
    expect(findingsIn([text])).toEqual([]);
    expect(findingsIn([text.replace("330.00", "320.00")])).toEqual(["narrative-parts-add-up: fail 350.05/340.05"]);
  });

  test("项目支出 of the 培训费 is not the project expenditure of a list", () => {
    const list = sheetOf("项目", [
      ["2024年项目支出情况表"],
      ["部门名称：江城市水务局", null, "单位：万元"],
      ["项目名称", "功能科目", "合计"],
      ["水质监测", "2130304", 90],
      ["合计", null, 90],
    ]);
    const text = "2024年安排培训费13.00万元（其中基本支出11.00万元、项目支出2.00万元）。";
    expect(findingsIn([text], [...bureauTables(), list])).toEqual([]);
  });
});

test("a row of a list is known by its own name, whatever stands between that and its amount", () => {
  const list = sheetOf("项目", [
    ["2024年项目明细表"],
    ["部门名称：江城市水务局", null, null, null, "单位：万元"],
    ["项目名称", "功能科目", "性质", "数量", "金额"],
    ["水质监测服务", "2130304", "延续", 3, 90],
    ["河道清淤养护", "2130306", "新增", 1, 40],
  ]);
  const text = "2024年安排水质监测服务90.00万元、河道清淤养护40.00万元。";
  const others = [...bureauTables(), list];
  expect(checkText([text], others).numbers.map(({ verdict }) => verdict)).toEqual(["agreed", "agreed"]);
  expect(findingsIn([text.replace("40.00", "41.00")], others)).toEqual(["narrative-other-sheets-agree: fail 41/40"]);
});

test("支出包括 behind what came in divides the total, not what was carried over", () => {
  const text =
    "2024年财政拨款收支总预算5200.40万元。收入包括：一般公共预算拨款收入4900.40万元、上年结转100.00万元。" +
    "支出包括：农林水支出4600.30万元。";
  expect(findingsIn([text]).filter((one) => one.startsWith("narrative-parts"))).toEqual([]);
});

describe("counts by the way", () => {
  const text =
    "2024年公务用车购置及运行维护费30.00万元，其中：公务用车购置费18.00万元，购置1辆，比2023年预算17.00万元增加1.00万元；公务用车运行维护费12.00万元。";

  test("end no list of amounts, and a change of money behind them is of the money", () => {
    const found = findingsIn([text.replace("18.00", "19.00").replace("12.00", "11.00")]);
    expect(found).toContain("narrative-change-rate-fits: fail 1/2");
    expect(findingsIn([text.replace("运行维护费12.00", "运行维护费11.00")])).toContain(
      "narrative-parts-add-up: fail 30/29",
    );
  });
});

test.each(["分类为：", "构成如下：", "具体项目开支情况："])("%s names all there is", (opener) => {
  const text = `2024年专项业务经费60.00万元，${opener}水质监测30.00万元、河道清淤30.00万元。`;
  expect(findingsIn([text])).toEqual([]);
  expect(findingsIn([text.replace("清淤30.00", "清淤31.00")])).toEqual(["narrative-parts-add-up: fail 60/61"]);
});

test("三公经费 that no table shows is the same wherever the text states it", () => {
  const others = bureauTables().filter(({ name }) => !name.includes("三公"));
  const text = ["2024年“三公”经费预算36.50万元，其中：公务接待费3.50万元。", "1.公务接待费3.60万元。"];
  expect(findingsIn(text, others)).toEqual(["narrative-mentions-agree: fail 3.6/3.5"]);
});

test.each([
  "农林水支出（213）水利（03）行政运行（01）：2024年预算数为2680.15万元，主要用于人员经费。",
  "2024年政府采购安排120.00万元，其中：货物20.00万元，服务100.00万元。其中面向中小企业预留100.00万元，面向小微企业预留60.00万元。",
  "2024年预算支出5320.40万元，其中一般公共预算拨款支出5000.40万元、政府性基金拨款支出300.00万元、其他支出20.00万元。",
])("%s is right", (text) => {
  expect(findingsIn([text])).toEqual([]);
});

test("a list that goes on with what is no part of its division does not name all there is", () => {
  const text = (last: string): string =>
    `2024年支出总计5320.40万元。按功能分类：社会保障和就业支出420.10万元、农林水支出4600.30万元${last}。`;
  expect(findingsIn([text("、国有资本经营预算支出300.00万元")])).not.toContain("narrative-parts-add-up: fail");
  expect(findingsIn([text("、城乡社区支出300.00万元")])).toEqual([]);
});
