/** 评分: which indicators are listed, what they get, and what a person may change. */
import { DEFAULT_CONVENTIONS } from "../../src/engine/criteria";
import { conventionsOf, settingsFromXml, settingsToXml } from "../../src/engine/settings";
import { chooseConvention } from "../../src/engine/settings";
import { misreadReport } from "../../src/pane/session/misread-report";
import type { ScoredRow } from "../../src/pane/session/scoring";
import { RowScorer, conventionChoices, conventionIn, plainAssumption, scoringRows, wantsPerson } from "../../src/pane/session/scoring";
import { expectNoUnknownMembers } from "../hosts/simulated/simulated-workbook";
import type { ClerkSession } from "./clerk-session";
import { closeSessions, openSession } from "./clerk-session";
import type { Change } from "./performance-session";
import { openPerformance, performanceSheets, targetSheets } from "./performance-session";

const FORM = "项目自评表";

afterEach(async () => {
  await closeSessions();
  expectNoUnknownMembers();
});

function scored({ state }: ClerkSession): ScoredRow[] {
  const { workbook, recognised, settings } = state();
  const scorer = new RowScorer(conventionsOf(settings));
  return scoringRows(workbook!, recognised!.tables).map((row) => scorer.score(row));
}

async function rowNamed(name: string, ...changes: readonly Change[]): Promise<ScoredRow> {
  const clerk = await openPerformance(performanceSheets(...changes));
  return scored(clerk).find((row) => row.name === name)!;
}

test("self-evaluations bring the actual values, the targets their criteria; no indicator is listed twice", async () => {
  const clerk = await openPerformance(performanceSheets());
  const rows = scored(clerk);
  expect(rows.length).toBe(14);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(14);
  const files = rows.find(({ name }) => name === "整理档案卷数")!;
  expect([files.subject, files.target, files.given.actual, files.evaluated]).toEqual(["档案整理经费", "≥1000卷", "1000卷", true]);
  expect(files.given.criterion).toMatch(/^完成1000卷得满分/);
  expect(files.result).toMatchObject({ status: "scored", score: 20 });
});

test("before anything is evaluated the targets alone are listed, and nobody is called for", async () => {
  const rows = scored(await openPerformance(targetSheets()));
  expect(rows.map(({ evaluated }) => evaluated)).toEqual(Array.from({ length: 10 }, () => false));
  expect([rows[0]!.result.status, rows[0]!.scorePlace, rows.filter(wantsPerson)]).toEqual(["incomplete", null, []]);
});

test("a criterion of a target that cannot be read calls for a person", async () => {
  const rows = scored(await openPerformance(targetSheets(["绩效目标表", "J5", "按文件要求执行"])));
  expect(rows.filter(wantsPerson).map(({ name, result }) => [name, result.status])).toEqual([["整理档案卷数", "unreadable"]]);
});

test("a missing actual value calls for a person until its 得分 is filled", async () => {
  const open = await rowNamed("整理档案卷数", [FORM, "F11", null], [FORM, "H11", null]);
  expect([open.result.status, wantsPerson(open)]).toEqual(["incomplete", true]);
  const filled = await rowNamed("整理档案卷数", [FORM, "F11", null]);
  expect([filled.written.kind, wantsPerson(filled)]).toEqual(["mark", false]);
});

test("what a score rests on can be taken otherwise; each way says what it gives", async () => {
  const row = await rowNamed("整理档案卷数", [FORM, "F11", "850卷"]);
  expect(row.result.score).toBe(18);
  const named = row.result.assumptions.map(conventionIn).find((found) => found?.name === "steps");
  expect(named).toEqual({ name: "steps", value: "whole" });
  expect(conventionChoices(row, DEFAULT_CONVENTIONS, "steps").map(({ value, score }) => [value, score])).toEqual([["whole", 18], ["exact", 17]]);
  expect(row.result.assumptions.map(plainAssumption).join("")).not.toMatch(/[a-z]=/);
});

test("a convention is chosen once for the workbook: scores and checks follow, and it travels with the file", async () => {
  const clerk = await openPerformance(performanceSheets([FORM, "F11", "850卷"], [FORM, "H11", 18]));
  await clerk.session.check();
  const disagreeing = () => clerk.state().checked!.findings.filter(({ code }) => code === "self-evaluation-score-by-criterion").length;
  expect(disagreeing()).toBe(0);
  await clerk.session.changeSettings((settings) => chooseConvention(settings, "steps", "exact"), true);
  expect([scored(clerk).find(({ name }) => name === "整理档案卷数")!.result.score, disagreeing()]).toEqual([17, 1]);
  const again = openSession([], {}, clerk.excel.save());
  await again.session.start();
  expect(again.state().settings.conventions).toEqual({ steps: "exact" });
  await again.session.changeSettings((settings) => chooseConvention(settings, "steps", "whole"), false);
  expect([again.state().settings.conventions, again.excel.workbook.xmlParts.length]).toEqual([{}, 0]);
});

test("a convention that this version does not know is passed over", () => {
  const settings = settingsFromXml('<hedui xmlns="urn:hedui:1"><convention name="steps" is="exact"/><convention name="moon" is="full"/></hedui>')!;
  expect(conventionsOf(settings)).toEqual({ ...DEFAULT_CONVENTIONS, steps: "exact" });
  expect(settingsFromXml(settingsToXml(settings))).toEqual(settings);
});

test("a score is written when asked for, seen at once, and taken back", async () => {
  const clerk = await openPerformance(performanceSheets([FORM, "H11", null]));
  const cell = () => clerk.excel.sheet(FORM).cell(10, 7).value;
  const { scorePlace } = scored(clerk).find(({ name }) => name === "整理档案卷数")!;
  expect(scorePlace).toEqual({ sheet: FORM, address: "H11" });
  await clerk.session.write([[{ type: "set-value", ...scorePlace!, value: 20 }]], "已写入");
  expect([cell(), scored(clerk).find(({ name }) => name === "整理档案卷数")!.written.kind]).toEqual([20, "mark"]);
  expect(clerk.state()).toMatchObject({ announcement: "已写入", undoable: { cells: [{ address: "H11", after: 20 }] } });
  await clerk.session.undo();
  expect([cell() ?? null, scored(clerk).find(({ name }) => name === "整理档案卷数")!.written.kind]).toEqual([null, "blank"]);
});

test("an edit made before 评分 is looked at is there when it is", async () => {
  const clerk = await openPerformance(performanceSheets());
  clerk.excel.type(FORM, "F11", "900卷");
  await new Promise((resolve) => setTimeout(resolve, 20));
  await clerk.session.refresh();
  expect(scored(clerk).find(({ name }) => name === "整理档案卷数")!.result.score).toBe(18);
});

test("a report of a misread criterion holds the case and nothing else of the workbook", async () => {
  const report = misreadReport(await rowNamed("整理档案卷数"), "每少100卷扣2分，不足100卷的也扣");
  expect(report).toMatch(/评分标准：完成1000卷得满分/);
  expect(report).toMatch(/应读作：每少100卷扣2分，不足100卷的也扣/);
  expect(report).not.toMatch(/示例市档案馆|档案整理经费|自评表/);
});
