/** 自评表: made from targets, filled, looked through, taken back. */
import { USUAL_PRACTICE } from "../../src/engine/criteria";
import { formProgress } from "../../src/pane/session/form-progress";
import type { FormProgress } from "../../src/pane/session/form-progress";
import { actualsIn, fillOf, joinFills, partsOf, planForms, selfEvaluationsIn, targetsIn } from "../../src/pane/session/self-evaluation";
import { schemesInUse, schemesOf } from "../../src/pane/session/weight-schemes";
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

function fills(clerk: ClerkSession, overwrite = false) {
  const book = recognised(clerk);
  return joinFills(selfEvaluationsIn(book.tables).map((form) => fillOf(book, form, USUAL_PRACTICE, overwrite)));
}

function progress(clerk: ClerkSession): FormProgress[] {
  const book = recognised(clerk);
  return selfEvaluationsIn(book.tables).flatMap((form) => formProgress(book.workbook, form, fillOf(book, form, USUAL_PRACTICE, false)));
}

async function progressOf(...changes: readonly Change[]): Promise<FormProgress> {
  const clerk = await openPerformance(performanceSheets(...changes));
  return progress(clerk).find(({ name }) => name === "档案整理经费")!;
}

const sheetNames = ({ excel }: ClerkSession): string[] => excel.workbook.sheets.map(({ name }) => name);

test("a sheet for each chosen project, in one run; taken back in one go", async () => {
  const clerk = await openPerformance(targetSheets());
  const plan = planForms(recognised(clerk), [], USUAL_PRACTICE);
  expect(plan.forms.map(({ name }) => name)).toEqual(["档案整理经费", "查阅服务经费"]);
  const [first, second] = plan.forms.map(({ sheet }) => sheet);
  await clerk.session.write(partsOf(plan, new Set([second!])), "已生成");
  expect([sheetNames(clerk), clerk.state().undoable!.addedSheets]).toEqual([["绩效目标表", first], [first]]);
  expect(selfEvaluationsIn(clerk.state().recognised!.tables).length).toBe(1);
  await clerk.session.undo();
  expect([sheetNames(clerk), clerk.state().undoable]).toEqual([["绩效目标表"], null]);
});

test("many sheets are written in parts that show how far they are, and all are taken back together", async () => {
  const clerk = await openPerformance(targetSheets());
  const plan = planForms(recognised(clerk), [], USUAL_PRACTICE);
  const shown: string[] = [];
  clerk.session.store.subscribe(() => {
    const { writing } = clerk.state();
    const text = writing ? `${writing.done}/${writing.all}` : "";
    if (shown[shown.length - 1] !== text) shown.push(text);
  });
  await clerk.session.write(plan.edits.map((edit) => [edit]), "已生成");
  expect(shown).toEqual(["0/2", "1/2", "2/2", ""]);
  expect([sheetNames(clerk).length, clerk.state().undoable!.addedSheets.length]).toEqual([3, 2]);
  await clerk.session.undo();
  expect(sheetNames(clerk)).toEqual(["绩效目标表"]);
});

test("stopped halfway, the workbook is as it was", async () => {
  const clerk = await openPerformance(targetSheets());
  const plan = planForms(recognised(clerk), [], USUAL_PRACTICE);
  clerk.session.store.subscribe(() => clerk.state().writing?.done === 1 && clerk.session.stopWriting());
  await clerk.session.write(plan.edits.map((edit) => [edit]), "已生成");
  expect([sheetNames(clerk), clerk.state().announcement, clerk.state().undoable]).toEqual([["绩效目标表"], "已停止，工作簿没有变化", null]);
});

test("where a later part fails, the earlier ones are taken back and the failure is worded", async () => {
  const clerk = await openPerformance(targetSheets());
  const plan = planForms(recognised(clerk), [], USUAL_PRACTICE);
  const taken = { type: "set-value", sheet: "没有这张表", address: "A1", value: 1 } as const;
  await clerk.session.write([[plan.edits[0]!], [taken]], "已生成");
  expect([sheetNames(clerk), clerk.state().writing]).toEqual([["绩效目标表"], null]);
  expect(clerk.state().problem!.happened).not.toBe("");
});

test("actual values are found in another workbook by project and indicator", async () => {
  const clerk = await openPerformance(targetSheets());
  const table = makeWorkbook([{ name: "监控", cells: { A1: "项目名称", B1: "三级指标", C1: "实际完成值", A2: "档案整理经费", B2: "整理档案卷数", C2: "900卷" } }]);
  const beside = await clerk.session.readBeside(table);
  const plan = planForms(recognised(clerk), actualsIn(beside!), USUAL_PRACTICE);
  expect(plan.cells.filter(({ written }) => written !== null)).toMatchObject([{ indicator: "整理档案卷数", score: 18 }]);
  expect(await clerk.session.readBeside(new Uint8Array([1, 2, 3]))).toBeNull();
});

test("empty scores are filled, those that stand are kept unless the person says otherwise", async () => {
  const clerk = await openPerformance(performanceSheets([FORM, "H11", null], [FORM, "H13", 5]));
  expect(fills(clerk).edits).toEqual([{ type: "set-value", sheet: FORM, address: "H11", value: 20 }]);
  expect(fills(clerk, true).cells.filter(({ written }) => written !== null)).toMatchObject([{ address: "H11", previous: null, written: 20 }, { address: "H13", previous: 5, written: 20 }]);
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
  const wanted = ({ missing }: FormProgress) => missing.map(({ kind, indicator, place }) => `${kind} ${indicator} ${place.address}`);

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
    expect(wanted(await progressOf([FORM, "F11", "900卷"], [FORM, "F13", "4000人次"]))).toEqual(["reason 整理档案卷数 I11", "reason 查阅利用人次 I13"]);
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
  expect(levels[1]!.lost.map(({ indicator, lost, place }) => [indicator, lost.toNumber(), place.address])).toEqual([["整理档案卷数", 5, "H11"]]);
});

test("the approved weights are shown against the official scheme, those that differ by name", async () => {
  const clerk = await openPerformance(targetSheets(["绩效目标表", "M10", 30]));
  const { workbook, tables } = recognised(clerk);
  expect(schemesInUse(workbook, targetsIn(tables), schemesOf(clerk.state().catalogue))).toEqual([{ name: "有成本指标", fitting: 1, others: ["查阅服务经费"] }]);
});
