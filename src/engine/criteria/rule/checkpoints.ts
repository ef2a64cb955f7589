/** What is looked at point by point (评价要点), and the statements that count how many of the points are met. */

import { unitOf } from "../../language";
import type { PlacedStep, RuleStatement, Test } from "./rule";

/** Units in which points are counted. */
const POINT_UNITS = /^(?:项|条|点|个|处|例|个要点|)$/u;

/** Whether a step counts the points that are met, or those that are not. */
export function countsCheckpoints({ direction, step, what }: Pick<PlacedStep, "direction" | "step" | "what">): boolean {
  if (!POINT_UNITS.test(step.unit) || unitOf(step.unit).dimension !== "count") return false;
  return direction === "done" || (direction === "event" && DENIED.test(what));
}

/** What is not so of a point: 不符合, 未满足. */
const DENIED =
  /^(?:有|存在)?(?:不|未能?|没有?)(?:符合|满足|达到|具备|达标|完成|做到|合格|规范|相符)(?:要求|标准|条件|规定)?(?:的)?$/u;

/** What is so of every point. */
const ALL_MET = /^(?:全部|均|都|全|完全)(?:能|已)?(?:符合|满足|达到|具备|做到|达标)(?:要求|标准|条件|规定)?(?:的)?$/u;

/** Whether a test asks for every point. */
export const asksAllCheckpoints = (test: Test): boolean =>
  (test.kind === "fact" || (test.kind === "target" && test.side === "met")) && ALL_MET.test(withoutCount(test.text));

/** "以上三项全部符合" without what says of how many. */
const withoutCount = (text: string): string =>
  text.replace(/^(?:以上|上述)?(?:各|\d+|[一二两三四五六七八九十])?(?:项|条|点|个)?(?:要点|内容|条件|要求|标准)?/u, "");

/** Points of which no statement says what each is worth are not read. */
export function withCheckpoints(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const counted = statements.some(
    (s) => (s.kind === "step" && countsCheckpoints(s)) || (s.kind === "band" && asksAllCheckpoints(s.when)),
  );
  return counted
    ? statements
    : statements.map((s) => (s.kind === "checkpoint" ? { kind: "residue", text: s.text, span: s.span } : s));
}
