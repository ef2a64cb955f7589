/** 自评表: made from targets, filled, looked through, taken back. */
import {
  usualScoring,
  actualsIn,
  goThroughForms,
  partsOf,
  planForms,
  selfEvaluationsIn,
  targetsIn,
} from "../../src/engine/evaluation/self-evaluation";
import type { SelfEvaluationPlan, FormProgress } from "../../src/engine/evaluation/self-evaluation";
import {
  DEFAULT_SETTINGS,
  executionRuleOf,
  chooseExecutionRule,
  settingsFromXml,
  settingsToXml,
} from "../../src/engine/settings";
import { finish } from "../../src/engine/steps";
import { sayScheme, schemesInUse, schemesOf } from "../../src/engine/evaluation";
import { expectNoUnknownMembers, makeWorkbook } from "../hosts/simulated/simulated-workbook";
import type { ClerkSession } from "./clerk-session";
import { closeSessions } from "./clerk-session";
import type { Change } from "./performance-session";
import { openPerformance, performanceSheets, targetSheets } from "./performance-session";

const FORM = "项目自评表";

afterEach(async () => {
  await closeSessions();
  expectNoUnknownMembers();
});

function recognised({ state }: ClerkSession) {
  return { workbook: state().workbook!, tables: state().recognised!.tables };
}

function planned(clerk: ClerkSession, making: Partial<Parameters<typeof planForms>[1]> = {}): SelfEvaluationPlan {
  return finish(planForms(recognised(clerk), { actuals: [], scoring: usualScoring, weights: null, ...making }));
}

function fills(clerk: ClerkSession, overwrite = false) {
  return finish(goThroughForms(recognised(clerk), usualScoring, overwrite)).fill;
}

function progress(clerk: ClerkSession): readonly FormProgress[] {
  return finish(goThroughForms(recognised(clerk), usualScoring, false)).forms;
}

async function progressOf(...changes: readonly Change[]): Promise<FormProgress> {
  const clerk = await openPerformance(performanceSheets(...changes));
  return progress(clerk).find(({ name }) => name === "档案整理经费")!;
}

const sheetNames = ({ excel }: ClerkSession): string[] => excel.workbook.sheets.map(({ name }) => name);

test("a sheet for each chosen project, in one run; taken back in one go", async () => {
  const clerk = await openPerformance(targetSheets());
  const plan = planned(clerk);
  expect(plan.forms.map(({ name }) => name)).toEqual(["档案整理经费", "查阅服务经费"]);
  const [first, second] = plan.forms.map(({ sheet }) => sheet);
  await clerk.session.write(partsOf(plan, new Set([second!])), "已生成");
  expect([sheetNames(clerk), clerk.state().history.at(-1)!.addedSheets]).toEqual([["绩效目标表", first], [first]]);
  expect(selfEvaluationsIn(clerk.state().recognised!.tables).length).toBe(1);
  await clerk.session.undo();
  expect([sheetNames(clerk), clerk.state().history.length]).toEqual([["绩效目标表"], 0]);
});

test("many sheets are written in parts that show how far they are, and all are taken back together", async () => {
  const clerk = await openPerformance(targetSheets());
  const plan = planned(clerk);
  const shown: string[] = [];
  clerk.session.store.subscribe(() => {
    const { writing } = clerk.state();
    const text = writing ? `${writing.done}/${writing.all}` : "";
    if (shown[shown.length - 1] !== text) shown.push(text);
  });
  await clerk.session.write(
    plan.edits.map((edit) => [edit]),
    "已生成",
  );
  expect(shown).toEqual(["0/2", "1/2", "2/2", ""]);
  expect([sheetNames(clerk).length, clerk.state().history.at(-1)!.addedSheets.length]).toEqual([3, 2]);
  await clerk.session.undo();
  expect(sheetNames(clerk)).toEqual(["绩效目标表"]);
});

test("stopped halfway, the workbook is as it was", async () => {
  const clerk = await openPerformance(targetSheets());
  const plan = planned(clerk);
  clerk.session.store.subscribe(() => clerk.state().writing?.done === 1 && clerk.session.stopWriting());
  await clerk.session.write(
    plan.edits.map((edit) => [edit]),
    "已生成",
  );
  expect([sheetNames(clerk), clerk.state().announcement, clerk.state().history.length]).toEqual([
    ["绩效目标表"],
    "已停止，工作簿没有变化",
    0,
  ]);
});

test("where a later part fails, the earlier ones are taken back and the failure is worded", async () => {
  const clerk = await openPerformance(targetSheets());
  const plan = planned(clerk);
  const taken = { type: "set-value", sheet: "没有这张表", address: "A1", value: 1 } as const;
  await clerk.session.write([[plan.edits[0]!], [taken]], "已生成");
  expect([sheetNames(clerk), clerk.state().writing]).toEqual([["绩效目标表"], null]);
  expect(clerk.state().problem!.happened).not.toBe("");
});

test("actual values are found in another workbook by project and indicator", async () => {
  const clerk = await openPerformance(targetSheets());
  const table = makeWorkbook([
    {
      name: "监控",
      cells: { A1: "项目名称", B1: "三级指标", C1: "实际完成值", A2: "档案整理经费", B2: "整理档案卷数", C2: "900卷" },
    },
  ]);
  const beside = await clerk.session.readBeside(table);
  const plan = planned(clerk, { actuals: actualsIn(beside!) });
  expect(plan.cells.filter(({ written }) => written !== null)).toMatchObject([
    { indicator: "整理档案卷数", score: 18 },
  ]);
  expect(await clerk.session.readBeside(new Uint8Array([1, 2, 3]))).toBeNull();
});

test("empty scores are filled, those that stand are kept unless the person says otherwise", async () => {
  const clerk = await openPerformance(performanceSheets([FORM, "H11", null], [FORM, "H13", 5]));
  expect(fills(clerk).edits).toEqual([{ type: "set-value", sheet: FORM, address: "H11", value: 20 }]);
  expect(fills(clerk, true).cells.filter(({ written }) => written !== null)).toMatchObject([
    { address: "H11", previous: null, written: 20 },
    { address: "H13", previous: 5, written: 20 },
  ]);
  await clerk.session.write([fills(clerk).edits], "已填写");
  expect([fills(clerk).edits, clerk.excel.sheet(FORM).cell(12, 7).value]).toEqual([[], 5]);
});

test("filling along with edits waits while Excel is busy, without a word", async () => {
  const clerk = await openPerformance(performanceSheets([FORM, "H11", null]));
  const { edits } = fills(clerk);
  clerk.excel.cellBeingEdited = true;
  await clerk.session.fillAlong(edits);
  expect([clerk.state().problem, clerk.excel.sheet(FORM).cell(10, 7).value ?? null]).toEqual([null, null]);
  clerk.excel.cellBeingEdited = false;
  await clerk.session.fillAlong(edits);
  expect(clerk.excel.sheet(FORM).cell(10, 7).value).toBe(20);
});

test("taking a score back ends the filling along", async () => {
  const clerk = await openPerformance(performanceSheets([FORM, "H11", null]));
  clerk.session.store.dispatch({ type: "self-evaluation-changed", change: { live: true } });
  await clerk.session.fillAlong(fills(clerk).edits);
  expect(clerk.state().selfEvaluation.live).toBe(true);
  await clerk.session.undo();
  expect(clerk.state().selfEvaluation.live).toBe(false);
});

describe("what is missing", () => {
  const wanted = ({ missing }: FormProgress) =>
    missing.map(({ kind, indicator, place }) => `${kind} ${indicator} ${place.address}`);

  test("nothing, where all is filled in", async () => {
    expect(wanted(await progressOf())).toEqual([]);
  });

  test("an actual value, at its cell", async () => {
    expect(wanted(await progressOf([FORM, "F11", null], [FORM, "H11", null]))).toEqual(["actual 整理档案卷数 F11"]);
  });

  test("a judgement, with what may be given", async () => {
    const form = await progressOf([FORM, "F12", "基本按进度推进"], [FORM, "H12", null]);
    expect(wanted(form)).toEqual(["judgement 整理完成时间 H12"]);
    expect(form.missing[0]!.judged).toMatchObject({ points: "20", target: { place: { address: "H12" } } });
  });

  test("a reason, where the target is not met or far exceeded", async () => {
    expect(wanted(await progressOf([FORM, "F11", "900卷"], [FORM, "F13", "4000人次"]))).toEqual([
      "reason 整理档案卷数 I11",
      "reason 查阅利用人次 I13",
    ]);
    expect(wanted(await progressOf([FORM, "F11", "900卷"], [FORM, "I11", "库房维修，整理停了一个月"]))).toEqual([]);
  });

  test("the money, where 执行率 cannot be worked out", async () => {
    expect(wanted(await progressOf([FORM, "E8", null], [FORM, "H8", null]))).toEqual(["actual 预算执行率 H8"]);
  });
});

test("points by first level against their maximum, and where they were lost", async () => {
  const { levels, filled, all } = await progressOf([FORM, "H11", 15], [FORM, "H15", null]);
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

test("the approved weights are shown against the official scheme, those that differ by name", async () => {
  const clerk = await openPerformance(targetSheets(["绩效目标表", "M10", 30]));
  const { workbook, tables } = recognised(clerk);
  expect(schemesInUse(workbook, targetsIn(tables), schemesOf(clerk.state().catalogue))).toEqual([
    { name: "有成本指标", fitting: 1, others: ["查阅服务经费"] },
  ]);
});

describe("weights of new forms", () => {
  const changed = (plan: SelfEvaluationPlan) =>
    plan.changes.map(({ form, level, from, to }) => `${form} ${level} ${from}→${to}`);

  test("levels get the points of the official scheme, shared out as approved; changes are known before", async () => {
    const clerk = await openPerformance(
      targetSheets(["绩效目标表", "M5", 10], ["绩效目标表", "M8", 30], ["绩效目标表", "M6", 10]),
    );
    const schemes = schemesOf(clerk.state().catalogue);
    expect(changed(planned(clerk))).toEqual([]);
    const { changes, cells } = planned(clerk, { weights: { schemes, chosen: null } });
    expect(changes.filter(({ form }) => form === "档案整理经费").length).toBeGreaterThan(0);
    expect(
      cells.filter(({ sheet }) => sheet === "自评-档案整理经费").reduce((sum, { points }) => sum + points!, 0),
    ).toBe(100);
  });

  test("a scheme whose levels are others changes nothing, and says so", async () => {
    const clerk = await openPerformance(targetSheets());
    const plan = planned(clerk, { weights: { schemes: schemesOf(clerk.state().catalogue), chosen: "without-cost" } });
    expect(plan.edits).toEqual(planned(clerk).edits);
    expect(plan.problems.filter(({ code }) => code === "scheme-levels")).toEqual([
      { code: "scheme-levels", form: "档案整理经费", scheme: "无成本指标" },
      { code: "scheme-levels", form: "查阅服务经费", scheme: "无成本指标" },
    ]);
  });

  test("a scheme that does not make 100 changes nothing, and says so", async () => {
    const clerk = await openPerformance(targetSheets());
    const odd = {
      id: "odd",
      name: "本地方案",
      levels: { cost: 20, output: 40, benefit: 20, satisfaction: 10 },
      execution: 20,
    };
    const plan = planned(clerk, { weights: { schemes: [odd], chosen: "odd" } });
    expect([plan.edits, plan.problems[0]]).toEqual([
      planned(clerk).edits,
      { code: "scheme-sum", form: "档案整理经费", scheme: "本地方案", sum: "110" },
    ]);
  });

  test("schemes are named with what each level gets", async () => {
    const clerk = await openPerformance(targetSheets());
    expect(schemesOf(clerk.state().catalogue).map(sayScheme).slice(0, 1)).toEqual([
      "成本 20、产出 40、效益 20、满意度 10、执行率 10",
    ]);
  });
});

test("how 执行率 is scored is kept in the workbook, and the check goes by it", async () => {
  const steps = chooseExecutionRule(DEFAULT_SETTINGS, "steps");
  expect(executionRuleOf(settingsFromXml(settingsToXml(steps))!)).toBe("steps");
  expect(chooseExecutionRule(steps, "proportion")).toEqual(DEFAULT_SETTINGS);
  const clerk = await openPerformance(performanceSheets([FORM, "H8", 10]));
  await clerk.session.check();
  const wrong = () =>
    clerk
      .state()
      .checked!.findings.flatMap((finding) => [finding, ...finding.witnesses])
      .filter(
        ({ code, cells }) => code === "self-evaluation-execution-score" && cells.some(({ sheet }) => sheet === FORM),
      );
  expect(wrong().length).toBe(1);
  await clerk.session.changeSettings(() => steps, true);
  expect(wrong()).toEqual([]);
});

test("by steps, a person says whether a project is finished", async () => {
  const clerk = await openPerformance(performanceSheets([FORM, "H8", null]));
  const { fill } = finish(goThroughForms(recognised(clerk), { ...usualScoring, execution: "steps" }, false));
  expect(fill.cells.find(({ address, sheet }) => sheet === FORM && address === "H8")).toMatchObject({
    status: "needs-judgement",
    written: null,
    choices: [
      { label: "项目已经完成", min: 10 },
      { label: "项目没有完成", min: 7 },
    ],
  });
});
