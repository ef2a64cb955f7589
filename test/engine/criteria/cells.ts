import { score } from "../../../src/engine/criteria";
import type { ScoreCase } from "../../../src/engine/criteria";

/** The marks, or that a person is asked, or told what is missing. */
export type Expected = number | "asks";

/** What a case comes to. */
export function outcome(given: ScoreCase): Expected | string {
  const { status, score: marks } = score(given);
  if (status === "scored") return marks!;
  return status === "needs-judgement" || status === "incomplete" ? "asks" : status;
}

/** What is true of a criterion, and what each cell beside it comes to. */
export interface Law {
  readonly law: string;
  readonly given: ScoreCase;
  readonly cells: readonly (readonly [string, Expected])[];
}

/** Tests every cell of every law. */
export function testLaws(laws: readonly Law[]): void {
  describe.each(laws)("$law", ({ given, cells }) => {
    it.each(cells.map(([actual, expected]) => ({ actual, expected })))("“$actual” → $expected", (one) => {
      expect(outcome({ ...given, actual: one.actual })).toBe(one.expected);
    });
  });
}

export const qualitative = { unit: "", type: "定性", points: 10 };

export const counted = { unit: "个", type: "≥", points: 10 };
