/** Steps whose condition in words is itself what they count: "有群众投诉且查实的，1次扣2分". */

import type { ScoreRule, Test } from "../rule/rule";
import { testWords } from "./facts";

/** The rule with such a condition as what is counted. */
export const withCountedRegions = (rule: ScoreRule): ScoreRule => ({
  statements: rule.statements.map((s) =>
    s.kind === "step" && s.direction === "event" && s.what === "" && s.region !== null && isHappening(s.region)
      ? { ...s, region: null, what: testWords(s.region) }
      : s,
  ),
});

/** Whether nothing but words says what is so, and one of them that it happened. */
const isHappening = (region: Test): boolean =>
  region.kind === "all" &&
  !region.loose &&
  region.of.every((one) => one.kind === "fact" && !one.denied) &&
  region.of.some((one) => one.kind === "fact" && one.sort === "event");
