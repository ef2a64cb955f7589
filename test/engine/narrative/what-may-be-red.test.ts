import type { SourceSheet } from "../../../src/engine/workbook";
import { sheetOf } from "./budget-of-a-bureau";
import { checkText, findingsIn, verdictsIn } from "./check-text";

/** Final accounts of a bureau, in 万元: settled 460 of 400 planned. */
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

const say = (...paragraphs: readonly string[]): string[] =>
  checkText(paragraphs, settled, "江城市水务局2024年度部门决算公开说明").outcomes.map(
    ({ rule, outcome, severity }) => `${rule}: ${outcome} ${severity}`,
  );
const open = (...paragraphs: readonly string[]): string[] =>
  checkText(paragraphs, settled, "江城市水务局2024年度部门决算公开说明")
    .numbers.filter(({ verdict }) => verdict !== "agreed" && verdict !== "rounding")
    .map(({ words, verdict }) => `${words} ${verdict}`);

describe("a rate of completion", () => {
  test("is of what the planned figure is called by, though another figure stands before it", () => {
    const text =
      "2024年度基本支出310.00万元，项目支出150.00万元。与年初预算相比，一般公共预算财政拨款支出完成年初预算400.00万元的115.0%。";
    expect(say(text)).toEqual([]);
    expect(say(text.replace("115.0", "118.0"))).toEqual(["narrative-completion-fits: fail error"]);
  });

  test("in a sentence that names nothing may be of the whole; that it is of neither asks for a reason", () => {
    const text =
      "1.社会保障和就业支出60.00万元，包括：行政单位离退休20.00万元；机关事业单位职业年金缴费支出40.00万元。完成年初预算80.00万元的75.0%。";
    expect(say(text)).toEqual([]);
    expect(say(text.replace("75.0", "78.0"))).toEqual(["narrative-completion-fits: fail explain"]);
  });
});

test("what was settled is divided and compared, not the plan that was named between", () => {
  const divided =
    "1.社会保障和就业支出60.00万元，年初预算50.00万元，完成年初预算的120.0%。具体包括行政单位离退休20.00万元、";
  expect(say(`${divided}机关事业单位职业年金缴费支出40.00万元。`)).toEqual([]);
  expect(say(`${divided}机关事业单位职业年金缴费支出45.00万元。`)).not.toEqual([]);
  const changed = "防汛支出150.00万元，完成预算160.00万元的93.8%，比上年减少50.00万元，下降25.0%。";
  expect(say(changed)).toEqual([]);
  expect(say(changed.replace("25.0", "23.8"))).toEqual(["narrative-change-rate-fits: fail error"]);
});

test("of parts given as planned and as settled the settled ones make up a whole that was settled", () => {
  const text =
    "公务用车购置及运行维护费支出48.00万元，其中公务用车购置费全年预算数18.00万元、决算数17.00万元；" +
    "公务用车运行维护费全年预算数36.00万元，决算数为31.00万元。";
  expect(say(text)).toEqual([]);
  expect(say(text.replace("31.00", "32.00"))).toEqual(["narrative-parts-add-up: fail error"]);
});

describe("names of subjects without their level", () => {
  test("are their rows, a shortened one where it has the amount", () => {
    const text = "具体到科目，行政运行250.00万元、防汛支出150.00万元，职业年金缴费40.00万元。";
    expect(open(text)).toEqual([]);
    expect(say(text.replace("250.00", "280.00"))).toEqual(["narrative-figures-equal-tables: fail error"]);
    expect(say(text.replace("40.00", "46.00"))).toEqual([]);
  });

  test("stand behind words that lead over to them", () => {
    const says = (amount: string) =>
      `社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）20.00万元，与之配套的机关事业单位职业年金缴费支出（项）为${amount}万元。`;
    expect(open(says("40.00"))).toEqual([]);
    expect(say(says("46.00"))).not.toEqual([]);
  });
});

test("a clause with a name of its own says what its bare amount is of", () => {
  const text =
    "社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）20.00万元，职业年金缴费按缴费工资的8%计提，安排40.00万元。";
  expect(say(text)).toEqual([]);
});

test("a heading that is a sentence is about what it begins with", () => {
  const text = "（二）社会保障和就业支出全部是养老支出。年初预算50.00万元，决算60.00万元，完成年初预算的120.0%。";
  expect(say("三、财政拨款支出决算情况说明", text)).toEqual([]);
  expect(say("三、财政拨款支出决算情况说明", text.replace("决算60", "决算65"))).toContain(
    "narrative-figures-equal-tables: fail error",
  );
});

test("a heading that ends with 原因 has no reason to give", () => {
  expect(findingsIn(["四、“三公”经费预算情况及增减变化原因", "“三公”经费36.50万元。"])).toEqual([]);
  expect(findingsIn(["“三公”经费36.50万元，与上年持平，主要原因是。"])).toEqual(["narrative-words-finished: fail"]);
});

test("names behind the parts of a number may be those of the whole", () => {
  const text = "预算单位共3家，其中行政单位1家，事业单位2家，分别为江城市水务局机关、江城市水利站、江城市水文站。";
  expect(findingsIn([text])).toEqual([]);
  expect(findingsIn([text.replace("水文站", "水文站、江城市水库站")])).not.toEqual([]);
});

test("a subject is no part of another one of its level", () => {
  const text =
    "农林水支出（类）水利（款）行政运行（项）2680.15万元，其中基本支出2680.15万元；防汛（项）1620.15万元，用于防汛；水利工程建设（项）1500.00万元。";
  expect(findingsIn([text]).filter((one) => one.startsWith("narrative-parts-add-up"))).toEqual([]);
});

describe("a table that prints this year's money apart from what was carried over", () => {
  const tables: readonly SourceSheet[] = [
    sheetOf("3", [
      ["2024年一般公共预算支出预算表"],
      ["部门名称：江城市水务局", null, null, null, null, null, "单位：万元"],
      ["科目编码", "科目名称", "合计", "基本支出", "项目支出", "其中：当年财政拨款安排", "上年结转安排"],
      [null, "合计", 90, 60, 30, 80, 10],
      ["213", "农林水支出", 90, 60, 30, 80, 10],
      ["21303", "水利", 90, 60, 30, 80, 10],
      ["2130301", "行政运行", 60, 60, null, 60, null],
      ["2130314", "防汛", 30, null, 30, 20, 10],
    ]),
  ];
  const text = (amount: string, carried: string) => [
    "五、一般公共预算当年拨款情况说明",
    `1.农林水支出（类）水利（款）防汛（项）${amount}万元；上年结转安排的${carried}万元不含在内。`,
  ];

  test("holds both against a text that speaks of this year's", () => {
    expect(findingsIn(text("20.00", "10.00"), tables)).toEqual([]);
    expect(findingsIn(text("25.00", "10.00"), tables)).toEqual(["narrative-figures-equal-tables: fail 25/20"]);
    expect(findingsIn(text("20.00", "15.00"), tables)).toEqual(["narrative-figures-equal-tables: fail 15/10"]);
  });
});

test("a row that a list of subjects leaves out is told where neither its name nor its amount is there", () => {
  const items = (last: string): string[] => [
    "社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）20.00万元。",
    `农林水支出（类）水利（款）行政运行（项）250.00万元${last}。`,
    "社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）40.00万元。",
  ];
  expect(say(...items("，其余为防汛"))).toEqual([]);
  expect(say(...items("，其余150.00万元为抢险"))).toEqual([]);
  expect(say(...items(""))).toContain("narrative-items-complete: fail explain");
});

describe("shares", () => {
  test("without a word for their whole are of what the share before them named, or of the total", () => {
    const text = "按支出性质划分，基本支出310.00万元，占本年支出490.00万元的63.3%；项目支出150.00万元，占30.6%。";
    expect(
      say(
        text.replace("63.3", "67.4").replace("本年支出490.00万元", "一般公共预算财政拨款支出").replace("30.6", "32.6"),
      ),
    ).toEqual([]);
  });

  test("of what the sentence begins with, though it gives no figure", () => {
    const text = "本年收入490.00万元，其中：其他收入30.00万元。其他收入全部为委托检测收入，占本年收入的6.1%。";
    expect(say(text)).toEqual([]);
    expect(say(text.replace("6.1%", "8.1%"))).toEqual(["narrative-share-fits: fail error"]);
  });

  test("in a clause of their own", () => {
    const text = "一般公共预算财政拨款支出460.00万元，其中：农林水支出400.00万元，占比最高，达到87.0%。";
    expect(say(text)).toEqual([]);
    expect(say(text.replace("87.0", "37.0"))).toEqual(["narrative-share-fits: fail error"]);
  });
});

test("a sum is not wrong for certain while it is open whether a figure belongs to it", () => {
  const text = "农林水支出400.00万元，其中：行政运行250.00万元，防汛150.00万元，社会保障和就业支出60.00万元。";
  expect(say(text)).toEqual(["narrative-parts-add-up: fail explain"]);
});

test("kinds of what was counted before its value", () => {
  const text = (other: number): string =>
    `固定资产总额900.00万元。其中车辆24辆，价值480.00万元，其中应急保障用车9辆、机要通信用车2辆、特种专业技术用车6辆、其他用车${other}辆。`;
  expect(say(text(7))).toEqual([]);
  expect(say(text(9))).not.toEqual([]);
});

test("a figure of another kind ends a list of numbers", () => {
  const text = (last: number): string =>
    `编报绩效目标的项目共17个，其中局机关9个、监测站5个、执法大队${last}个，涉及资金150.00万元。`;
  expect(say(text(3))).toEqual([]);
  expect(say(text(6))).not.toEqual([]);
});

test("a reason ends where the next figure changes", () => {
  const text =
    "2024年度一般公共预算财政拨款支出460.00万元，较2023年增加60.00万元，增长15.0%。其中：基本支出310.00万元，增加10.00万元，增长3.3%，" +
    "主要原因是人员增加；项目支出150.00万元，增加50.00万元，增长50.0%。";
  expect(say(text)).toEqual([]);
});

test("an amount with no name of its own is not of the heading where the sentence before names another thing", () => {
  const text = "（二）公务接待费较2023年预算减少0.50万元，主要原因是压减支出。安排3.50万元，用于来访。";
  expect(findingsIn(["七、“三公”经费预算情况说明", text])).toEqual([]);
});

describe("what the text's own arithmetic explains", () => {
  test("the sum behind a list is no figure of its last item", () => {
    const text =
      "社会保障和就业（类）行政单位离退休（项）20.00万元、机关事业单位职业年金缴费支出（项）40.00万元，共60.00万元。";
    expect(say(text)).toEqual([]);
    expect(say(text.replace("40.00", "47.00"))).not.toEqual([]);
  });

  test("two parts behind an item that make its amount are the item's, not the whole's", () => {
    const text = "农林水支出（类）水利（款）400.00万元，因为防汛；基本支出250.00万元、项目支出150.00万元。";
    expect(say(text)).toEqual([]);
  });

  test("其中 behind the last item may say all of the whole once more", () => {
    const text =
      "政府采购支出总额82.26万元：政府采购货物支出2.84万元、政府采购工程支出48.00万元、政府采购服务支出31.42万元；" +
      "其中一般公共预算拨款政府采购82.26万元。";
    expect(say(text)).toEqual([]);
  });
});

test("what is many times its lower bound is not told to be right by it", () => {
  expect(verdictsIn(["2024年培训费预算18.00万元。"])).toEqual(["18.00万元 agreed"]);
  expect(verdictsIn(["2024年培训费预算180000.00万元。"])).toEqual(["180000.00万元 not-comparable"]);
});
