import { findingsIn, verdictsIn } from "./check-text";

/** The verdicts of a text without those that agree. */
function openIn(paragraphs: readonly string[]): string[] {
  return verdictsIn(paragraphs).filter((one) => !/ (?:agreed|rounding)$/.test(one));
}

describe("a section of one fund", () => {
  const text = (share: string) => [
    "一、财政拨款收支总体情况",
    "2024年财政拨款收支总预算5300.40万元。",
    "二、一般公共预算支出情况",
    "（一）总体规模。2024年一般公共预算支出5000.40万元。",
    `（二）支出结构。基本支出3100.25万元，占${share}；项目支出1900.15万元，占38.00%。`,
  ];

  test("its structure is of its own total, not of all 财政拨款", () => {
    expect(openIn(text("62.00%"))).toEqual([]);
    expect(findingsIn(text("62.00%"))).toEqual([]);
    expect(findingsIn(text("26.00%"))).toEqual(["narrative-share-fits: fail 26/62"]);
  });

  test("what no word calls last year's is what is left at the end", () => {
    const left = ["一、财政拨款收支总体情况", "财政拨款收入5100.40万元，当年收支相抵，无结转结余。"];
    expect(findingsIn(left)).toEqual([]);
    expect(findingsIn(["2024年无上年结转。"])).toEqual(["narrative-figures-equal-tables: fail"]);
  });

  test("a lead-in that divides the money anew ends the item before it", () => {
    const divided = [
      "一、一般公共预算支出情况",
      "（一）基本支出：2024年基本支出预算3100.25万元。",
      "（二）项目支出：2024年项目支出预算1900.15万元。",
      "按功能分类到项级科目的安排为：",
      "1.农林水支出（类）水利（款）行政运行（项）2680.15万元；",
      "2.农林水支出（类）水利（款）水利工程运行与维护（项）1900.15万元。",
    ];
    expect(openIn(divided)).toEqual([]);
    expect(findingsIn(divided.with(4, divided[4]!.replace("2680", "2860")))).toContain(
      "narrative-figures-equal-tables: fail 2860.15/2680.15",
    );
  });
});

describe("合计 behind a list", () => {
  const text = (rate: string) =>
    `农林水支出4580.30万元，其中行政运行2680.15万元，水利工程运行与维护1900.15万元，合计较上年增加80.30万元，增长${rate}。`;

  test("is compared as the figure that the list makes up", () => {
    expect(findingsIn([text("1.78%")])).toEqual([]);
    expect(findingsIn([text("1.87%")])).toEqual(["narrative-change-rate-fits: fail 1.87/1.78"]);
  });

  test("of figures that make up none says nothing", () => {
    expect(findingsIn(["行政运行2680.15万元，公务接待费3.50万元，合计较上年增加80.30万元，增长3.09%。"])).toEqual([]);
  });
});

describe("the fields of a form in a text", () => {
  const form = (name: string, amount: string) => [
    "一、项目支出情况",
    "2024年项目支出预算2220.15万元。其中较大的有：",
    `（1）项目名称：${name}`,
    "设立依据：《河道管理条例》",
    `预算安排规模：${amount}万元`,
    "（2）项目名称：水库安全监测",
    "项目承担单位：某市水库管理处",
    "预算安排规模：155.40万元",
  ];

  test("are of the project that they name, never of all projects", () => {
    expect(findingsIn(form("河道管护专项经费", "1220.15"))).toEqual([]);
    expect(verdictsIn(form("河道管护专项经费", "1220.15"))).toEqual([
      "2220.15万元 agreed",
      "1220.15万元 agreed",
      "155.40万元 not-comparable",
    ]);
    expect(findingsIn(form("河道管护专项经费", "1220.51"))).toEqual([
      "narrative-figures-equal-tables: fail 1220.51/1220.15",
    ]);
  });

  test("without a number in front", () => {
    const plain = form("河道管护专项经费", "1220.15").map((line) => line.replace(/^（\d）/, ""));
    expect(verdictsIn(plain)[1]).toBe("1220.15万元 agreed");
  });
});
