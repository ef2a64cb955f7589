import { readValue, score } from "../../../src/engine/criteria";

function number(raw: unknown): readonly unknown[] | string {
  const reading = readValue(raw);
  return reading.kind === "number" ? [reading.value.toString(), reading.unit, reading.sign] : reading.kind;
}

describe("单元格里写的值", () => {
  it.each([
    ["116家", ["116", "家", null]],
    ["3.6%", ["3.6", "%", null]],
    ["９９.5％", ["99.5", "%", null]],
    ["两家", ["2", "家", null]],
    ["12个月", ["12", "个月", null]],
    ["=12月", ["12", "月", "="]],
    ["≥40家", ["40", "家", "≥"]],
    ["大于100人", ["100", "人", ">"]],
    ["100余人", ["100", "人", ">"]],
    ["100人以上", ["100", "人", "≥"]],
    ["1,200份", ["1200", "份", null]],
    ["3万人次", ["3", "万人次", null]],
    ["百分之九十", ["90", "%", null]],
    ["十二次", ["12", "次", null]],
    ["30场/期", ["30", "场/期", null]],
    ["实际产生费用4.8万元。", ["4.8", "万元", null]],
    [0.1 + 0.2, ["0.3", "", null]],
    ["-3%", ["-3", "%", null]],
  ])("%s 是数", (raw, expected) => {
    expect(number(raw)).toEqual(expected);
  });

  it.each(["", "/", "—", null, undefined, NaN])("%s 是没有填", (raw) => {
    expect(readValue(raw).kind).toBe("missing");
  });
  it("“全年”是整年，“全省第二”是名次，“2024年5月30日前”是日期，“90%-95%”是区间", () => {
    expect(readValue("全年")).toEqual({ kind: "whole-year" });
    expect(readValue("全省第二")).toMatchObject({ kind: "rank", within: false });
    expect(readValue("2024年5月30日前")).toEqual({ kind: "date", year: 2024, month: 5, day: 30, by: true });
    expect(readValue("2024-04-28")).toMatchObject({ kind: "date", year: 2024, month: 4, day: 28 });
    expect(readValue("90%-95%")).toMatchObject({ kind: "range", unit: "%" });
  });
  it("“下降4.14万元”是变化，“有序推进”是文字", () => {
    expect(readValue("下降4.14万元")).toMatchObject({ kind: "change", way: "down", unit: "万元" });
    expect(readValue("规模工业单位增加值能耗下降13%")).toMatchObject({ kind: "change", way: "down", unit: "%" });
    expect(readValue("有序推进")).toEqual({ kind: "text", text: "有序推进" });
  });
});

/**
 * Without a criterion the general rule holds: what matters here is how target and actual are read beside one another.
 */
const general = (target: unknown, actual: unknown, more: object = {}): ReturnType<typeof score> =>
  score({ criterion: "", target, actual, points: 10, ...more });

describe("指标值与实际完成值放在一起", () => {
  it.each([
    ["≥40家", "116家"],
    ["≥360天", "全年"],
    ["=12月", "12个月"],
    ["两家", "两家"],
    ["≥100人", "大于100人"],
    ["≥85", "90%"],
    ["2024年5月30日前", "2024年4月28日"],
    ["较去年下降", "下降4.14万元"],
    ["≤19万元", "189999元"],
    ["≤0起", "0起"],
    ["3-5家", "4家"],
    ["2024年5月30日前", 45410],
  ])("指标值 %s，实际 %s，算达到", (target, actual) => {
    expect(general(target, actual)).toMatchObject({ status: "scored", score: 10 });
  });

  it("把指标值“≥90%”原样抄回来，不是实际完成值", () => {
    expect(general("≥90%", "≥90%")).toMatchObject({ status: "incomplete", score: null });
  });
  it("37.4 对 ≥32%：漏写的百分号补上，并说明", () => {
    const result = general("≥32%", "37.4");
    expect(result.score).toBe(10);
    expect(result.assumptions.join()).toContain("unit-left-out=read");
  });
  it("0.96 对 95%：按 96% 读，另一种读法列在旁边", () => {
    const result = general(95, 0.96, { unit: "%", type: "≥" });
    expect(result.score).toBe(10);
    expect(result.alternatives).toEqual([
      { assumption: expect.stringContaining("percent-as-fraction=as-written"), score: 0.1 },
    ]);
  });
  it("单位不能比较时由人判断", () => {
    expect(general("≥10次", "5万元").status).toBe("needs-judgement");
  });
  it("远高于指标值要说明原因，但不扣分", () => {
    const result = general("≥40家", "116家");
    expect(result.score).toBe(10);
    expect(result.problems.join()).toContain("290%");
  });
});
