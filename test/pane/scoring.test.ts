/** 评分: which indicators are listed, what they get, and what a person may change. */
import { DEFAULT_CONVENTIONS, USUAL_PRACTICE, correctionsFrom } from "../../src/engine/criteria";
import {
  chooseConvention,
  conventionsOf,
  correctReading,
  practiceOf,
  settingsFromXml,
  settingsToXml,
  withdrawCorrection,
} from "../../src/engine/settings";
import { misreadReport } from "../../src/pane/session/misread-report";
import type { ScoredRow } from "../../src/engine/evaluation/scoring";
import {
  RowScorer,
  scoringRows,
  standingOf,
  openConventions,
  readOtherwise,
  rowsAlike,
} from "../../src/engine/evaluation/scoring";
import { expectNoUnknownMembers } from "../hosts/simulated/simulated-workbook";
import type { ClerkSession } from "./clerk-session";
import { closeSessions, openSession } from "./clerk-session";
import type { Change } from "./performance-session";
import { openPerformance, performanceSheets } from "./performance-session";

const FORM = "项目自评表";

afterEach(async () => {
  await closeSessions();
  expectNoUnknownMembers();
});

function scored({ state }: ClerkSession): ScoredRow[] {
  const { workbook, recognised, settings } = state();
  const scorer = new RowScorer(practiceOf(settings));
  return scoringRows(workbook!, recognised!.tables).map((row) => scorer.score(row));
}

async function rowNamed(name: string, ...changes: readonly Change[]): Promise<ScoredRow> {
  const clerk = await openPerformance(performanceSheets(...changes));
  return scored(clerk).find((row) => row.name === name)!;
}

test("a convention is chosen once a workbook: scores and checks follow, and it travels with the file", async () => {
  const clerk = await openPerformance(performanceSheets([FORM, "F11", "850卷"], [FORM, "H11", 18]));
  await clerk.session.check();
  const disagreeing = () =>
    clerk.state().checked!.findings.filter(({ code }) => code === "self-evaluation-score-by-criterion").length;
  expect(disagreeing()).toBe(0);
  await clerk.session.changeSettings((settings) => chooseConvention(settings, "steps", "exact"), true);
  expect([scored(clerk).find(({ name }) => name === "整理档案卷数")!.result.score, disagreeing()]).toEqual([17, 1]);
  const again = openSession([], {}, clerk.excel.save());
  await again.session.start();
  expect(again.state().settings.conventions).toEqual({ steps: "exact" });
  await again.session.changeSettings((settings) => chooseConvention(settings, "steps", "whole"), false);
  expect([again.state().settings.conventions, again.excel.workbook.xmlParts.length]).toEqual([{}, 0]);
});

describe("a reading that is corrected", () => {
  const SENTENCE = "完成1000卷得满分，每少100卷扣2分，扣完为止";
  const STRICTER = { kind: "text", text: "完成1000卷得满分，每少50卷扣2分，扣完为止" } as const;

  test("shows what it would give before it is kept, for the sentence and for those alike", async () => {
    const clerk = await openPerformance(performanceSheets([FORM, "F11", "850卷"]));
    const rows = scored(clerk);
    const row = rows.find(({ name }) => name === "整理档案卷数")!;
    expect(rowsAlike(rows, ` ${SENTENCE}。`).map(({ name }) => name)).toEqual(["整理档案卷数"]);
    expect([
      readOtherwise(row, USUAL_PRACTICE, STRICTER).result.score,
      readOtherwise(row, USUAL_PRACTICE, { kind: "conventions", conventions: { steps: "exact" } }).result.score,
    ]).toEqual([14, 17]);
    expect(
      openConventions(row, USUAL_PRACTICE).map(({ name, choices }) => [name, choices.map(({ score }) => score)]),
    ).toContainEqual(["steps", [18, 17]]);
    const exact = {
      ...USUAL_PRACTICE,
      corrections: correctionsFrom([
        { criterion: SENTENCE, reading: { kind: "conventions", conventions: { steps: "exact" } } },
      ]),
    };
    expect(openConventions(new RowScorer(exact).score(row), exact)).toContainEqual(
      expect.objectContaining({
        name: "steps",
        value: "exact",
        choices: [expect.objectContaining({ score: 18 }), expect.objectContaining({ score: 17 })],
      }),
    );
    expect(row.criterionPlace).toEqual({ sheet: "绩效目标表", address: "J5" });
  });

  test("counts in scores and checks, travels with the file, and is taken back", async () => {
    const clerk = await openPerformance(performanceSheets([FORM, "F11", "850卷"], [FORM, "H11", 18]));
    await clerk.session.check();
    const disagreeing = ({ state }: ClerkSession) =>
      state().checked!.findings.filter(({ code }) => code === "self-evaluation-score-by-criterion").length;
    const of = (session: ClerkSession) => scored(session).find(({ name }) => name === "整理档案卷数")!;
    await clerk.session.changeSettings(
      (settings, today) => correctReading(settings, SENTENCE, STRICTER, today),
      true,
      "已更正",
    );
    expect([of(clerk).result.score, of(clerk).correction, standingOf(of(clerk)), disagreeing(clerk)]).toEqual([
      14,
      STRICTER,
      "differs",
      1,
    ]);
    expect(clerk.state()).toMatchObject({
      settings: { corrections: [{ criterion: SENTENCE, by: "", on: "2025-02-28" }] },
    });

    const again = openSession([], {}, clerk.excel.save());
    await again.session.start();
    expect(of(again).result.score).toBe(14);
    await again.session.changeSettings((settings) => withdrawCorrection(settings, SENTENCE), true);
    expect([of(again).result.score, again.excel.workbook.xmlParts.length]).toEqual([18, 0]);
  });
});

test("a convention that this version does not know is passed over", () => {
  const settings = settingsFromXml(
    '<hedui xmlns="urn:hedui:1"><convention name="steps" is="exact"/><convention name="moon" is="full"/></hedui>',
  )!;
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
  expect(clerk.state()).toMatchObject({
    announcement: "已写入",
    history: [{ cells: [{ address: "H11", after: 20 }] }],
  });
  await clerk.session.undo();
  expect([cell() ?? null, scored(clerk).find(({ name }) => name === "整理档案卷数")!.written.kind]).toEqual([
    null,
    "blank",
  ]);
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
