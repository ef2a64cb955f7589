import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileCriterion, explainScore, printRule, score, withoutPlaces } from "../../../src/engine/criteria";

/**
 * Criteria in the manner of many places, written with their marks before the grammar was looked at; each line was then
 * read by a person.
 */
const rowsOf = (file: string): string[][] =>
  readFileSync(join(__dirname, file), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));
const rows = rowsOf("unseen.tsv");
/** Targets and actuals as cells hold them, beside criteria that are plain. */
const values = rowsOf("values.tsv");
const MARK = { scored: null, "needs-judgement": "?", incomplete: "-", unreadable: "x" } as const;

function pairs(scores: string): readonly (readonly [string, string])[] {
  return scores.split("  ").map((pair) => {
    const at = pair.lastIndexOf("→");
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
}

function scoresOf([criterion, target, unit, type, points, scores]: readonly string[]): unknown {
  return pairs(scores!).map(([actual]) => {
    const result = score({ criterion, target, unit, type, points, actual });
    return [actual, MARK[result.status] ?? String(result.score)];
  });
}

it.each(values.map((row) => [`${row[1]!}${row[2]!}`, row] as const))(
  "指标值“%s”与各种写法的实际完成值",
  (_target, row) => {
    expect(scoresOf(row)).toEqual(pairs(row[5]!));
  },
);

describe("各地写法的评分标准", () => {
  it.each(rows.map((row) => [row[0]!, row] as const))("“%s”", (_criterion, row) => {
    expect(scoresOf(row)).toEqual(pairs(row[5]!));
  });

  it("写出来再读回去，读法不变", () => {
    for (const [criterion] of rows) {
      const { rules, rule, state } = compileCriterion(criterion!);
      if (state !== "rule" || rules.length > 1 || rule.statements.some((s) => s.kind === "residue")) continue;
      expect({ criterion, rule: withoutPlaces(compileCriterion(printRule(rule)).rule) }).toEqual({
        criterion,
        rule: withoutPlaces(rule),
      });
    }
  });
});

/** Clauses that change who earns what; no figure of the indicator tells whether they apply. */
const EXTRAS = ["；未通过验收的不得分", "；存在虚报的扣2分", "；资料不全的扣1分", "，未按规定公示的扣完"];

it("句子后面再加一条要扣分的话，就不再自己打分，而是问", () => {
  const silent: string[] = [];
  let tried = 0;
  for (const [criterion, target, unit, type, points, scores] of rows) {
    const [actual] = pairs(scores!)[0]!;
    const given = { criterion: criterion!, target, unit, type, points, actual };
    const before = score(given);
    const { rule } = compileCriterion(criterion!);
    // Only measured rules: beside a lone verdict the added clause may be taken for its opposite.
    if (
      before.status !== "scored" ||
      before.score === 0 ||
      !rule.statements.some((s) => s.kind === "band" && s.when.kind === "interval" && s.then.kind === "full")
    )
      continue;
    for (const extra of EXTRAS) {
      tried += 1;
      if (score({ ...given, criterion: `${criterion!.replace(/[。；]$/u, "")}${extra}` }).status === "scored")
        silent.push(`${criterion!}${extra}`);
    }
  }
  expect(tried).toBeGreaterThan(300);
  expect(silent).toEqual([]);
});

it("说得出是哪一句起了作用", () => {
  const criterion = "预算执行率≥95%得满分；85%≤执行率＜95%得8分；执行率＜85%不得分。";
  const { applied } = explainScore({ criterion, target: 100, unit: "%", type: "≥", points: 10, actual: 90 });
  expect(applied.map(({ start, end }) => criterion.slice(start, end))).toEqual(["85%≤执行率＜95%得8分"]);
  const steps = "完成10次得满分，每少1次扣1分，扣完为止";
  expect(
    explainScore({ criterion: steps, target: 10, unit: "次", type: "≥", points: 10, actual: 8 }).applied.map(
      ({ start, end }) => steps.slice(start, end),
    ),
  ).toEqual(["每少1次扣1分，扣完为止"]);
  expect(
    explainScore({ criterion: "酌情扣分", target: 10, unit: "次", type: "≥", points: 10, actual: 8 }).applied,
  ).toEqual([]);
});
