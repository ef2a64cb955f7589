/** What forms lack, where their points are, and with what weights new ones are made. */
import { catalogue } from "../../../src/catalogue";
import { sayScheme, schemesInUse, schemesOf } from "../../../src/engine/evaluation";
import { goThroughForms, planForms, targetsIn, usualScoring } from "../../../src/engine/evaluation/self-evaluation";
import type { FormProgress, Recognised, SelfEvaluationPlan } from "../../../src/engine/evaluation/self-evaluation";
import { finish } from "../../../src/engine/steps";
import { recogniseTables } from "../../../src/engine/tables";
import { workbookOf } from "./authored";
import type { Change } from "./recognised-performance";
import { recognisedPerformance, recognisedTargets } from "./recognised-performance";

const FORM = "项目自评表";

function planned(book: Recognised, making: Partial<Parameters<typeof planForms>[1]> = {}): SelfEvaluationPlan {
  return finish(planForms(book, { actuals: [], scoring: usualScoring, weights: null, ...making }));
}

function progressOf(...changes: readonly Change[]): FormProgress {
  const { forms } = finish(goThroughForms(recognisedPerformance(...changes), usualScoring, false));
  return forms.find(({ name }) => name === "档案整理经费")!;
}

/** The forms that are made of the targets, read back. */
function madeForms(): Recognised {
  const workbook = workbookOf(planned(recognisedTargets()).edits);
  return { workbook, tables: recogniseTables(workbook, catalogue.templates).tables };
}

describe("what is missing", () => {
  const wanted = ({ missing }: FormProgress) =>
    missing.map(({ kind, indicator, place }) => `${kind} ${indicator} ${place.address}`);

  test("nothing, where all is filled in", () => {
    expect(wanted(progressOf())).toEqual([]);
  });

  test("an actual value, at its cell", () => {
    expect(wanted(progressOf([FORM, "F11", null], [FORM, "H11", null]))).toEqual(["actual 整理档案卷数 F11"]);
  });

  test("an actual value that nobody can read is asked for again, at its cell", () => {
    const form = progressOf([FORM, "F11", "见附件"], [FORM, "H11", null]);
    expect(wanted(form)).toEqual(["actual 整理档案卷数 F11"]);
    const [{ words, asked }] = form.missing as [FormProgress["missing"][number]];
    expect([words, asked!.toWrite("850")]).toEqual([expect.stringContaining("见附件"), "850卷"]);
  });

  test("a judgement, with what may be given", () => {
    const form = progressOf([FORM, "F12", "基本按进度推进"], [FORM, "H12", null]);
    expect(wanted(form)).toEqual(["judgement 整理完成时间 H12"]);
    expect(form.missing[0]!.judged).toMatchObject({ points: "20", target: { place: { address: "H12" } } });
  });

  test("a reason, where the target is not met or far exceeded", () => {
    expect(wanted(progressOf([FORM, "F11", "900卷"], [FORM, "F13", "4000人次"]))).toEqual([
      "reason 整理档案卷数 I11",
      "reason 查阅利用人次 I13",
    ]);
    expect(wanted(progressOf([FORM, "F11", "900卷"], [FORM, "I11", "库房维修，整理停了一个月"]))).toEqual([]);
  });

  test("the money, where 执行率 cannot be worked out", () => {
    const form = progressOf([FORM, "E8", null], [FORM, "H8", null]);
    expect(wanted(form)).toEqual(["funds 预算执行率 E8"]);
    const { unit, toWrite } = form.missing[0]!.asked!;
    expect([unit, toWrite("2,251.75"), toWrite("不少"), toWrite("-3")]).toEqual(["万元", 2251.75, null, null]);
  });

  test("of a form that was just made, the money goes into its first source: the total stays a sum", () => {
    const { workbook, tables } = madeForms();
    const { forms } = finish(goThroughForms({ workbook, tables }, usualScoring, false));
    const money = forms[0]!.missing.filter(({ kind }) => kind === "funds");
    expect(money.map(({ place, asked, words }) => [place.address, asked!.what, words.includes("财政拨款")])).toEqual([
      ["E5", "全年预算数", true],
      ["F5", "全年执行数", true],
    ]);
  });

  test("points, without which no score can be worked out, before or after the actual value is there", () => {
    expect(wanted(progressOf([FORM, "G11", null], [FORM, "H11", null]))).toEqual(["points 整理档案卷数 G11"]);
    expect(wanted(progressOf([FORM, "G11", null], [FORM, "F11", null], [FORM, "H11", null]))).toEqual([
      "points 整理档案卷数 G11",
      "actual 整理档案卷数 F11",
    ]);
  });
});

test("points by first level against their maximum, and where they were lost", () => {
  const { levels, filled, all } = progressOf([FORM, "H11", 15], [FORM, "H15", null]);
  expect([filled, all]).toEqual([5, 6]);
  expect(levels.map(({ name, points, score, open }) => [name, points.toNumber(), score.toNumber(), open])).toEqual([
    ["预算执行率", 10, 9.29, 0],
    ["产出指标", 40, 35, 0],
    ["效益指标", 20, 20, 0],
    ["满意度指标", 10, 0, 1],
    ["成本指标", 20, 20, 0],
  ]);
  expect(levels[1]!.lost.map(({ indicator, lost, place }) => [indicator, lost.toNumber(), place.address])).toEqual([
    ["整理档案卷数", 5, "H11"],
  ]);
});

test("the approved weights are shown against the official scheme, those that differ by name", () => {
  const { workbook, tables } = recognisedTargets(["绩效目标表", "M10", 30]);
  expect(schemesInUse(workbook, targetsIn(tables), schemesOf(catalogue))).toEqual([
    { name: "有成本指标", fitting: 1, others: ["查阅服务经费"] },
  ]);
});

describe("weights of new forms", () => {
  const changed = (plan: SelfEvaluationPlan) =>
    plan.changes.map(({ form, level, from, to }) => `${form} ${level} ${from}→${to}`);

  test("levels get the points of the official scheme, shared out as approved; changes are known before", () => {
    const book = recognisedTargets(["绩效目标表", "M5", 10], ["绩效目标表", "M8", 30], ["绩效目标表", "M6", 10]);
    const schemes = schemesOf(catalogue);
    expect(changed(planned(book))).toEqual([]);
    const { changes, cells } = planned(book, { weights: { schemes, chosen: null } });
    expect(changes.filter(({ form }) => form === "档案整理经费").length).toBeGreaterThan(0);
    expect(
      cells.filter(({ sheet }) => sheet === "自评-档案整理经费").reduce((sum, { points }) => sum + points!, 0),
    ).toBe(100);
  });

  test("a scheme whose levels are others changes nothing, and says so", () => {
    const book = recognisedTargets();
    const plan = planned(book, { weights: { schemes: schemesOf(catalogue), chosen: "without-cost" } });
    expect(plan.edits).toEqual(planned(book).edits);
    expect(plan.problems.filter(({ code }) => code === "scheme-levels")).toEqual([
      { code: "scheme-levels", form: "档案整理经费", scheme: "无成本指标" },
      { code: "scheme-levels", form: "查阅服务经费", scheme: "无成本指标" },
    ]);
  });

  test("a scheme that does not make 100 changes nothing, and says so", () => {
    const book = recognisedTargets();
    const odd = {
      id: "odd",
      name: "本地方案",
      levels: { cost: 20, output: 40, benefit: 20, satisfaction: 10 },
      execution: 20,
    };
    const plan = planned(book, { weights: { schemes: [odd], chosen: "odd" } });
    expect([plan.edits, plan.problems[0]]).toEqual([
      planned(book).edits,
      { code: "scheme-sum", form: "档案整理经费", scheme: "本地方案", sum: "110" },
    ]);
  });

  test("schemes are named with what each level gets", () => {
    expect(schemesOf(catalogue).map(sayScheme).slice(0, 1)).toEqual([
      "成本 20、产出 40、效益 20、满意度 10、执行率 10",
    ]);
  });
});

test("no text of a new form is cut: what names one row alone, the longest target, the longest name", () => {
  const book = recognisedTargets(["绩效目标表", "I5", "面向全市党政机关的档案整理和数字化加工完成卷数"]);
  for (const edit of planned(book).edits) {
    if (edit.type !== "add-sheet") continue;
    const { cells, merges = [], widths = [], heights = {} } = edit.sheet;
    for (const { row, column, value } of cells) {
      const area = merges.find(({ top, left }) => top === row && left === column);
      const { bottom, right } = area ?? { bottom: row, right: column };
      const room = widths.slice(column, right + 1).reduce((sum, width) => sum + width, 0);
      const height = Array.from({ length: bottom - row + 1 }, (_, at) => heights[row + at]!).reduce((a, b) => a + b);
      const wide = [...String(value ?? "")].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x100 ? 1 : 2), 0);
      // Twelve points a line of eleven.
      expect([edit.sheet.name, value, Math.ceil(wide / (room - 1)) * 12 <= height]).toEqual([
        edit.sheet.name,
        value,
        true,
      ]);
    }
  }
});
