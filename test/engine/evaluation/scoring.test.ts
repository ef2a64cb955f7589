/** 评分: which indicators there are, what they get, how they stand, and what else their criteria could mean. */
import { USUAL_PRACTICE } from "../../../src/engine/criteria";
import {
  RowScorer,
  conventionChoices,
  countStandings,
  openConvention,
  scoringRows,
  standingOf,
  standings,
} from "../../../src/engine/evaluation/scoring";
import type { ScoredRow } from "../../../src/engine/evaluation/scoring";
import type { Recognised } from "../../../src/engine/evaluation/self-evaluation";
import type { Change } from "./recognised-performance";
import { recognisedPerformance, recognisedTargets } from "./recognised-performance";

const FORM = "项目自评表";

function scored({ workbook, tables }: Recognised): ScoredRow[] {
  const scorer = new RowScorer(USUAL_PRACTICE);
  return scoringRows(workbook, tables).map((row) => scorer.score(row));
}

const rowNamed = (name: string, ...changes: readonly Change[]): ScoredRow =>
  scored(recognisedPerformance(...changes)).find((row) => row.name === name)!;

test("self-evaluations bring the actual values, the targets their criteria; no indicator is listed twice", () => {
  const rows = scored(recognisedPerformance());
  expect(rows.length).toBe(14);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(14);
  const files = rows.find(({ name }) => name === "整理档案卷数")!;
  expect([files.subject, files.target, files.given.actual, files.evaluated]).toEqual([
    "档案整理经费",
    "≥1000卷",
    "1000卷",
    true,
  ]);
  expect(files.given.criterion).toMatch(/^完成1000卷得满分/);
  expect(files.result).toMatchObject({ status: "scored", score: 20 });
});

test("before anything is evaluated the targets alone are listed, and nobody is called for", () => {
  const rows = scored(recognisedTargets());
  expect(rows.map(({ evaluated }) => evaluated)).toEqual(Array.from({ length: 10 }, () => false));
  expect([rows[0]!.result.status, rows[0]!.scorePlace, countStandings(rows)]).toMatchObject([
    "incomplete",
    null,
    { all: 10, open: 0, of: { "not-yet": 10 }, unwritten: 0 },
  ]);
});

test("a criterion of a target that cannot be read calls for a person", () => {
  const rows = scored(recognisedTargets(["绩效目标表", "J5", "按文件要求执行"]));
  expect(rows.filter((row) => standingOf(row) !== "not-yet").map((row) => [row.name, standingOf(row)])).toEqual([
    ["整理档案卷数", "unreadable"],
  ]);
});

describe("how an indicator stands", () => {
  const QUALITATIVE = "整理完成时间";
  test.each<[string, string, readonly Change[], string]>([
    [
      "a figure that is missing",
      "整理档案卷数",
      [
        [FORM, "F11", null],
        [FORM, "H11", null],
      ],
      "incomplete",
    ],
    [
      "a figure that is missing, with a 得分 that a person has filled in",
      "整理档案卷数",
      [[FORM, "F11", null]],
      "by-person",
    ],
    ["a score and a blank 得分", "整理档案卷数", [[FORM, "H11", null]], "scored"],
    ["a 得分 that is the score", "整理档案卷数", [], "scored"],
    ["a 得分 that is another one", "整理档案卷数", [[FORM, "H11", 19]], "differs"],
    [
      "a 得分 that only another understanding gives",
      "整理档案卷数",
      [
        [FORM, "F11", "850卷"],
        [FORM, "H11", 17],
      ],
      "differs",
    ],
    ["a percentage in the 得分", "整理档案卷数", [[FORM, "H11", "100%"]], "differs"],
    [
      "a judgement",
      QUALITATIVE,
      [
        [FORM, "F12", "基本按进度推进"],
        [FORM, "H12", null],
      ],
      "judge",
    ],
    [
      "a judgement that is made",
      QUALITATIVE,
      [
        [FORM, "F12", "基本按进度推进"],
        [FORM, "H12", 20],
      ],
      "by-person",
    ],
    [
      "a judgement beyond what the criterion allows",
      QUALITATIVE,
      [
        [FORM, "F12", "基本按进度推进"],
        [FORM, "H12", 19],
      ],
      "differs",
    ],
    [
      "a criterion without a rule",
      "整理档案卷数",
      [
        ["绩效目标表", "J5", "按文件要求执行"],
        [FORM, "H11", null],
      ],
      "unreadable",
    ],
    [
      "a criterion without a rule, scored by a person",
      "整理档案卷数",
      [["绩效目标表", "J5", "按文件要求执行"]],
      "by-person",
    ],
  ])("%s", (_, name, changes, standing) => {
    expect(standingOf(rowNamed(name, ...changes))).toBe(standing);
  });

  test("every indicator stands in one way: the numbers add up", () => {
    const counts = countStandings(
      scored(recognisedPerformance([FORM, "F11", null], [FORM, "H11", null], [FORM, "H13", null])),
    );
    expect(standings.reduce((sum, standing) => sum + counts.of[standing], 0)).toBe(counts.all);
    expect(counts).toMatchObject({
      all: 14,
      open: counts.of.judge + counts.of.incomplete + counts.of.unreadable + counts.of.differs,
    });
    expect([counts.of.incomplete, counts.unwritten]).toEqual([1, 1]);
  });
});

test("what a score rests on can be taken otherwise; each way says what it gives", () => {
  const row = rowNamed("整理档案卷数", [FORM, "F11", "850卷"]);
  expect(row.result.score).toBe(18);
  const named = row.understood.map(openConvention).find((found) => found?.name === "steps");
  expect(named).toEqual({ name: "steps", value: "whole" });
  expect(conventionChoices(row, USUAL_PRACTICE, "steps").map(({ value, score }) => [value, score])).toEqual([
    ["whole", 18],
    ["exact", 17],
  ]);
  expect(row.understood.map(({ words }) => words).join("")).not.toMatch(/[a-z]=/);
});
