import fc from "fast-check";
import { findingsOf, outcomesOf, performanceWorkbook } from "./made-workbook";
import type { Change } from "./made-workbook";

const form = "项目自评表";
const say = (rule: string, ...changes: Change[]) => findingsOf(performanceWorkbook(...changes), rule);

test("tables that agree bring no finding", () => {
  expect(findingsOf(performanceWorkbook())).toEqual([]);
});

describe("points and scores", () => {
  test("总分 is the sum of all scores and of 执行率", () => {
    expect(
      outcomesOf(performanceWorkbook([form, "H17", 95])).filter(({ rule }) => rule === "self-evaluation-score-total"),
    ).toMatchObject([{ outcome: "fail", reported: "95", computed: "99.29", difference: "-4.29" }]);
  });

  test("a score above its 分值 is found, and no rounding is granted", () => {
    expect(say("self-evaluation-score-within-points", [form, "H12", 20.01])).toEqual([`fail/error ${form}!H12`]);
  });

  test("points printed beside a level are what its indicators add up to", () => {
    expect(say("self-evaluation-points-by-printed-level", [form, "B11", "产出指标（45分）"])).toEqual([
      `fail/error ${form}!B11`,
    ]);
  });

  test("“20分” is 20 points", () => {
    expect(findingsOf(performanceWorkbook([form, "G11", "20分"]))).toEqual([]);
  });

  test("“100%” as a score is reported, and the 总分 cannot be told", () => {
    const workbook = performanceWorkbook([form, "H11", "100%"]);
    expect(findingsOf(workbook, "self-evaluation-score-percentage")).toEqual([`fail/error ${form}!H11`]);
    expect(findingsOf(workbook, "self-evaluation-score-total")).toEqual([`cannot-tell/error ${form}!H17`]);
  });

  test("分值 0 is no 分值", () => {
    expect(say("self-evaluation-points-present", [form, "G12", 0])).toEqual([`fail/error ${form}!G12`]);
  });

  test("a table in which nothing has been filled in yet is left alone", () => {
    const blank: Change[] = ["F11", "F12", "F13", "F15", "F16", "H8", "H11", "H12", "H13", "H15", "H16", "H17"].map(
      (address): Change => [form, address, null],
    );
    const rules = outcomesOf(performanceWorkbook(...blank)).map(({ rule }) => rule);
    expect(rules.filter((rule) => /actual|score|reason|full-marks/.test(rule))).toEqual([]);
  });
});

describe("执行率", () => {
  test("is compared at the decimals that are printed", () => {
    expect(say("self-evaluation-execution-rate", [form, "G8", "92.9%"])).toEqual([]);
    expect(say("self-evaluation-execution-rate", [form, "G8", "93%"])).toEqual([]);
    expect(say("self-evaluation-execution-rate", [form, "G8", "92%"])).toEqual([`fail/error ${form}!G8`]);
  });

  test("is scored in proportion; a score by the official steps is for a person to confirm", () => {
    expect(say("self-evaluation-execution-score", [form, "H8", 9.3])).toEqual([]);
    expect(say("self-evaluation-execution-score", [form, "H8", 7])).toEqual([`cannot-tell/error ${form}!H8`]);
    expect(say("self-evaluation-execution-score", [form, "H8", 8])).toEqual([`fail/error ${form}!H8`]);
  });

  test("above 100% needs a judgement", () => {
    expect(say("self-evaluation-execution-score", [form, "E5", 77], [form, "E8", 77])).toEqual([
      `cannot-tell/error ${form}!H8`,
    ]);
  });
});

describe("funds of a form that has just been made", () => {
  const later: Change[] = ["D5", "D6", "D7", "D8", "E5", "E6", "E7", "E8"].map((address): Change => [
    form,
    address,
    null,
  ]);
  const parts: Change[] = ["C5", "C6", "C7"].map((address): Change => [form, address, null]);

  test("the whole of 年初预算数 alone is nothing to report: its parts are still to fill", () => {
    expect(say("project-self-evaluation-funds", ...later, ...parts)).toEqual([]);
  });

  test("with a part or a 全年 figure the parts must make the whole", () => {
    expect(say("project-self-evaluation-funds", ...later, [form, "C5", 1])).toEqual([`fail/error ${form}!C8`]);
    expect(say("project-self-evaluation-funds", ...parts)).toEqual([`cannot-tell/error ${form}!C8`]);
  });
});

describe("actual values", () => {
  test.each([
    ["F11", "1000卷以上"],
    ["F12", "2024年11月"],
    ["F15", "满意度超过90%"],
    ["F16", "全年支出65万元"],
  ])("%s “%s” is a value, and met", (address, actual) => {
    expect(findingsOf(performanceWorkbook([form, address, actual]))).toEqual([]);
  });

  test("a repetition of the target is none", () => {
    expect(say("self-evaluation-actual-value", [form, "F15", "≥90%"])).toEqual([`fail/error ${form}!F15`]);
  });

  test("words where the target is a number are none", () => {
    expect(say("self-evaluation-actual-value", [form, "F15", "读者均满意"])).toEqual([`fail/error ${form}!F15`]);
  });

  test("a fall where at least so much was asked cannot be told apart", () => {
    expect(say("self-evaluation-actual-value", [form, "F13", "下降5%"])).toEqual([`fail/error ${form}!F13`]);
  });

  test("not met with full marks, and without a reason, are two things", () => {
    expect(say("self-evaluation-full-marks", [form, "F11", "400卷"])).toEqual([`fail/error ${form}!H11`]);
    expect(say("self-evaluation-shortfall-reason", [form, "F11", "400卷"])).toEqual([`fail/explain ${form}!I11`]);
    expect(
      say("self-evaluation-shortfall-reason", [form, "F11", "400卷"], [form, "I11", "库房改造，下半年停工。"]),
    ).toEqual([]);
    expect(say("self-evaluation-shortfall-reason", [form, "F11", "400卷"], [form, "I11", "。"])).toEqual([
      `fail/explain ${form}!I11`,
    ]);
  });

  test("a target without its sign only asks for an explanation", () => {
    expect(say("self-evaluation-full-marks", [form, "E11", "1000卷"], [form, "F11", "400卷"])).toEqual([
      `fail/explain ${form}!H11`,
    ]);
  });

  test("far above the target asks for a reason; far below a cost does not", () => {
    expect(say("self-evaluation-excess-reason", [form, "F11", "1300卷"])).toEqual([]);
    expect(say("self-evaluation-excess-reason", [form, "F11", "1301卷"])).toEqual([`fail/explain ${form}!I11`]);
    expect(say("self-evaluation-excess-reason", [form, "F16", "3万元"])).toEqual([]);
  });

  test("for any count the target is met from 1000 on, and only there full marks agree", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (count) => {
        expect(say("self-evaluation-full-marks", [form, "F11", `${count}卷`])).toHaveLength(count < 1000 ? 1 : 0);
      }),
      { numRuns: 25 },
    );
  });
});

describe("a score against the criterion of the approved target", () => {
  test("is recalculated", () => {
    const [outcome] = outcomesOf(performanceWorkbook([form, "F11", "800卷"], [form, "H11", 19])).filter(
      ({ rule }) => rule === "self-evaluation-score-by-criterion",
    );
    expect(outcome).toMatchObject({ outcome: "fail", reported: "19", computed: "16" });
  });

  test("that the criterion allows is right", () => {
    expect(say("self-evaluation-score-by-criterion", [form, "F11", "800卷"], [form, "H11", 16])).toEqual([]);
  });

  test("that only another convention gives is for a person to confirm", () => {
    expect(say("self-evaluation-score-by-criterion", [form, "F11", "850卷"], [form, "H11", 17])).toEqual([
      `cannot-tell/error ${form}!H11`,
    ]);
  });
});
