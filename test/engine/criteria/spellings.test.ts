import { compileCriterion, printRule, score, withoutPlaces } from "../../../src/engine/criteria";
import { MORE_SPELLINGS, SPELLINGS, TRAPS } from "./spellings";
import type { Expected } from "./spellings";

function answer(result: ReturnType<typeof score>): Expected {
  switch (result.status) {
    case "scored":
      return result.score!;
    case "needs-judgement":
      return "?";
    case "incomplete":
      return "-";
    case "unreadable":
      return "x";
  }
}

const families = [...Object.entries(SPELLINGS), ...Object.entries(MORE_SPELLINGS), ...Object.entries(TRAPS)];

describe.each(families)("评分标准：%s", (_family, spellings) => {
  it.each(spellings.map((s) => [s[0], s] as const))(
    "“%s”给出应得的分",
    (criterion, [, [target, unit, type, points, indicator], ...cases]) => {
      const given = cases.map(([actual]) => [
        actual,
        answer(score({ criterion, target, unit, type, points, indicator, actual })),
      ]);
      expect(given).toEqual(cases);
    },
  );

  it("写出来再读回去，读法不变", () => {
    for (const [criterion] of spellings) {
      const { rule, state } = compileCriterion(criterion);
      if (state !== "rule" || rule.statements.some((s) => s.kind === "residue")) continue;
      expect({ criterion, rule: withoutPlaces(compileCriterion(printRule(rule)).rule) }).toEqual({
        criterion,
        rule: withoutPlaces(rule),
      });
    }
  });
});

it("凡由人判断的都有问题可答，凡计了分的都不留问题", () => {
  for (const [, spellings] of families)
    for (const [criterion, [target, unit, type, points, indicator], ...cases] of spellings)
      for (const [actual] of cases) {
        const result = score({ criterion, target, unit, type, points, indicator, actual });
        if (result.status === "needs-judgement")
          expect({ criterion, actual, asks: result.question !== null && result.choices.length > 0 }).toEqual({
            criterion,
            actual,
            asks: true,
          });
        if (result.status === "scored") expect(result.question).toBeNull();
        for (const choice of result.choices) expect(choice.min).toBeLessThanOrEqual(choice.max);
      }
});
