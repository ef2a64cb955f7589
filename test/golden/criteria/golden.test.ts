import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileCriterion, printRule, readCriterion, score, withoutPlaces } from "../../../src/engine/criteria";

/**
 * Every distinct criterion of the official tables with its reading and its scores, each line read by a person before it
 * was kept.
 */
const rows = readFileSync(join(__dirname, "criteria.tsv"), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"));
const MARK = { scored: null, "needs-judgement": "?", incomplete: "-", unreadable: "x" } as const;

describe("真实评分标准", () => {
  it.each(rows.map((row) => [row[0]!, row] as const))(
    "“%s”",
    (criterion, [, indicator, target, unit, type, points, state, reading, scores]) => {
      expect(compileCriterion(criterion).state).toBe(state);
      expect(readCriterion(criterion)).toBe(reading);
      const given = scores!
        .split("  ")
        .map((pair) => pair.split("→")[0]!)
        .map((actual) => {
          const result = score({ criterion, indicator, target, unit, type, points, actual });
          return `${actual}→${MARK[result.status] ?? String(result.score)}`;
        });
      expect(given.join("  ")).toBe(scores);
    },
  );

  it("写出来再读回去，读法不变", () => {
    for (const [criterion] of rows) {
      const { rule } = compileCriterion(criterion!);
      if (rule.statements.some((s) => s.kind === "residue")) continue;
      expect(withoutPlaces(compileCriterion(printRule(rule)).rule)).toEqual(withoutPlaces(rule));
    }
  });

  it("读得懂的、没有规则的各有多少，与说明书写的一致", () => {
    const states = rows.map((row) => row[6]!);
    const manual = readFileSync(join(__dirname, "../../../docs/criteria.md"), "utf8");
    const count = (state: string): number => states.filter((s) => s === state).length;
    expect(manual).toContain(
      `${rows.length} 条不同的评分标准中，${count("rule")} 条读得懂，${count("half")} 条只有半句，${count("none")} 条没有规则`,
    );
  });
});
