/** 自评表: made from targets, filled, looked through, taken back. */
import {
  usualScoring,
  actualsIn,
  goThroughForms,
  partsOf,
  planForms,
  selfEvaluationsIn,
} from "../../src/engine/evaluation/self-evaluation";
import type { SelfEvaluationPlan } from "../../src/engine/evaluation/self-evaluation";
import {
  DEFAULT_SETTINGS,
  executionRuleOf,
  chooseExecutionRule,
  settingsFromXml,
  settingsToXml,
} from "../../src/engine/settings";
import { finish } from "../../src/engine/steps";
import { expectNoUnknownMembers, makeWorkbook } from "../hosts/simulated/simulated-workbook";
import type { ClerkSession } from "./clerk-session";
import { closeSessions } from "./clerk-session";
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
