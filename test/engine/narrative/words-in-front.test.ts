import { catalogue } from "../../../src/catalogue";
import { readClaims, readPassages, readVocabulary } from "../../../src/engine/narrative";
import type { SourceSheet } from "../../../src/engine/workbook";
import { sheetOf } from "./budget-of-a-bureau";
import { checkText } from "./check-text";

/** Final accounts of a bureau, in 万元. */
const settled: readonly SourceSheet[] = [
  sheetOf("总", [
    ["2024年度收入支出决算总表"],
    ["部门：江城市水务局    公开01表", null, null, "单位：万元"],
    ["收入", null, "支出", null],
    ["项目", "决算数", "项目", "决算数"],
    ["一、一般公共预算财政拨款收入", 460, "一、社会保障和就业支出", 60],
    ["二、其他收入", 30, "二、农林水支出", 430],
    ["本年收入合计", 490, "本年支出合计", 490],
    ["总计", 490, "总计", 490],
  ]),
  sheetOf("一般", [
    ["2024年度一般公共预算财政拨款支出决算表"],
    ["部门：江城市水务局    公开05表", null, null, null, "单位：万元"],
    ["科目编码", "科目名称", "小计", "基本支出", "项目支出"],
    ["208", "社会保障和就业支出", 60, 60, null],
    ["20805", "行政事业单位养老支出", 60, 60, null],
    ["2080501", "行政单位离退休", 20, 20, null],
    ["2080506", "机关事业单位职业年金缴费支出", 40, 40, null],
    ["213", "农林水支出", 400, 250, 150],
    ["21303", "水利", 400, 250, 150],
    ["2130301", "行政运行", 250, 250, null],
    ["2130314", "防汛", 150, null, 150],
    [null, "合计", 460, 310, 150],
  ]),
];

const check = (...paragraphs: readonly string[]) =>
  checkText(paragraphs, settled, "江城市水务局2024年度部门决算公开说明");
const say = (...paragraphs: readonly string[]): string[] =>
  check(...paragraphs).outcomes.map(({ rule, outcome, severity }) => `${rule}: ${outcome} ${severity}`);
const item = "1.农林水支出（类）水利（款）防汛（项）支出决算150.00万元";

describe("words in front of an amount that nobody reads", () => {
  test("make a contradiction a question, never an error", () => {
    expect(say(`${item}。`, "2024年支出决算数480.00万元。")).toEqual(["narrative-figures-equal-tables: fail error"]);
    expect(say(`${item}。`, "扣除一次性因素后，2024年支出决算数480.00万元。")).toEqual([
      "narrative-figures-equal-tables: fail explain",
    ]);
  });

  test("may be what an amount without a name is of", () => {
    expect(say(`${item}，主要用于抢险。政府购买服务合同共12份，金额合计156.70万元。`)).not.toContainEqual(
      expect.stringContaining("error"),
    );
  });
});

describe("a row of figures said again at another time", () => {
  const text =
    "社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）决算20.00万元，" +
    "机关事业单位职业年金缴费支出（项）决算40.00万元，年初预算分别为18.00万元和35.00万元。";

  test("is of the items in front of it, one by one", () => {
    expect(say(text)).toEqual([]);
    expect(say(text.replace("决算40.00", "决算41.00"))).toEqual(["narrative-figures-equal-tables: fail error"]);
  });

  test("so is a row of changes, however many items it speaks of", () => {
    const changed = text.replace(/，年初.*$/, "。与上年相比，两项分别增加2.00万元、3.00万元。");
    expect(say(changed)).toEqual([]);
  });
});

describe("what a bracket says is said by the way", () => {
  const text =
    "共有车辆9辆，与上年相同（新购2辆、报废2辆），其中：机要通信用车1辆、应急保障用车3辆、特种专业技术用车5辆。";

  test("the parts behind it are of the figure before it", () => {
    expect(say(text)).toEqual([]);
    expect(say(text.replace("用车5辆", "用车4辆"))).toEqual(["narrative-counts-add-up: fail explain"]);
  });
});

describe("whose share it is", () => {
  test("is the one that its own clause names; where that was not said, nobody's", () => {
    const text =
      "政府采购支出总额500.00万元，其中：货物支出200.00万元、服务支出300.00万元。授予中小企业合同金额450.00万元，占政府采购支出总额的90.0%；";
    expect(say(`${text}工程采购授予中小企业合同金额占工程支出的100%。`)).toEqual([]);
    expect(say(`${text.replace("90.0", "93.0")}`)).toEqual(["narrative-share-fits: fail error"]);
  });
});

test("changes against the plan and against last year are two", () => {
  expect(say("公务接待费支出3.15万元，较预算节约2.85万元，较上年增加0.27万元。")).toEqual([]);
});

test("an amount divided right behind it is the whole of its parts", () => {
  const text = "基本支出310.00万元中，人员经费280.00万元，占90.32%；公用经费30.00万元，占9.68%。";
  expect(say(text)).toEqual([]);
  expect(say(text.replace("9.68", "19.68"))).toEqual(["narrative-share-fits: fail error"]);
});

test("money of two sources, the second of which is what is left, adds up", () => {
  const text = "专项业务支出200.00万元，其中财政拨款安排150.00万元，其他资金安排50.00万元。";
  expect(say(text)).toEqual([]);
  expect(say(text.replace("150.00", "105.00"))).toEqual([expect.stringContaining("narrative-parts-add-up: fail")]);
});

test("其他交通费用 at the end of a list is a subject like others: the list may go on", () => {
  expect(
    say(
      "机关运行经费支出100.00万元。其中，办公费20.00万元、电费10.00万元、物业管理费15.00万元、其他交通费用12.00万元。",
    ),
  ).toEqual([]);
});

test("numbers of rows and columns are no amounts", () => {
  const assets = sheetOf("资产", [
    ["国有资产使用情况表"],
    ["编制单位：江城市水务局", null, "金额单位：万元"],
    ["项目", "行次", "金额"],
    ["栏次", null, 1],
    ["资产总额", 1, 715.06],
    ["固定资产", 2, 682.46],
    ["在建工程", 3, 32.6],
  ]);
  const text = ["截至2024年12月31日，资产总额715.06万元，其中固定资产682.46万元，在建工程32.60万元。"];
  const { outcomes } = checkText(text, [...settled, assets], "江城市水务局2024年度部门决算公开说明");
  expect(outcomes.map(({ rule }) => rule)).toEqual([]);
});

test("a 款 that is given whole need not name its 项", () => {
  const paragraphs = [
    "1.社会保障和就业支出（类）行政事业单位养老支出（款）60.00万元，包括离退休费和年金；",
    "2.农林水支出（类）水利（款）行政运行（项）250.00万元；",
    "3.农林水支出（类）水利（款）防汛（项）150.00万元。",
  ];
  expect(say(...paragraphs)).toEqual([]);
});

test("a fund that is named once goes for what was carried over beside its income", () => {
  const vocabulary = readVocabulary(catalogue.templates.find(({ layout }) => layout === "narrative")!);
  const text =
    "财政拨款收、支总计均为460.00万元。其中，一般公共预算财政拨款本年收入450.00万元、年初结转8.00万元，政府性基金本年收入1.00万元、年初结转1.00万元。";
  const { claims } = readClaims(readPassages([{ cell: 0, text }]), vocabulary, { own: null, others: [] });
  const carried = claims.filter(({ meaning }) => meaning?.["carried"] !== undefined);
  expect(carried.map(({ meaning }) => meaning!["fund"])).toEqual(["general-public", "government-fund"]);
});
