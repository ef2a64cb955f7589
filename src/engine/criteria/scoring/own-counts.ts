/**
 * Steps that read as happenings and count what the indicator's own figure tells: "少办一场" of so many that were to be
 * held, "超支的每1万元" of what was to be spent, "信息被采用每篇加1分" of how many were.
 */

import { comparable, unitOf } from "../../language";
import { isAward } from "../rule/rule";
import type { PlacedStep, RuleStatement, ScoreRule, Test } from "../rule/rule";
import type { Figures } from "./figures";
import { overlaps } from "./implied-facts";

const OVER = /^(?:超支|超出|超过|超预算|超标准|偏高)的?$/u;
const FEWER = /^(?:少(?:办|开|做|建|举办|召开|开展|完成|组织|实施)|差距|缺口|偏低)的?$/u;
const SAVED = /^(?:节约|节省|压减|降低)的?$/u;
/** What the indicator counts is how much less there is: each one less is one of it. */
const REDUCTION = /减少|压减|下降|降低|缩减/u;

/** What an indicator is called that counts what was left undone. */
const COUNTS_UNDONE = /未(?:能|按[期时])?(?:完成|达到|达标|实现|开展|落实|整改|办结|通过|公开|报送)/u;

/** "每有一项未完成扣1.5分" of 未完成绩效目标数, of which there are to be none: each of them is counted, and none is short. */
const isOfUndone = ({ direction, from, of, step }: PlacedStep, { target }: Figures, indicator: string): boolean =>
  direction === "short" &&
  from === null &&
  of === undefined &&
  target.kind === "number" &&
  target.value.isZero() &&
  unitOf(step.unit).dimension === "count" &&
  COUNTS_UNDONE.test(indicator);

/** Whether the indicator counts what was left undone, of which less is better whatever is said of what was done. */
export const countsUndone = ({ statements }: ScoreRule, figures: Figures, indicator: string): boolean =>
  statements.some((s) => s.kind === "step" && isOfUndone(s, figures, indicator));

function withUndone(rule: ScoreRule, figures: Figures, indicator: string): ScoreRule {
  const statements = rule.statements.map((s): RuleStatement =>
    s.kind === "step" && isOfUndone(s, figures, indicator) ? { ...s, direction: "event", what: "未完成" } : s,
  );
  return { ...rule, statements };
}

/** The rule with such steps counted by the figure; as it is where target and actual are no numbers. */
export function withOwnCounts(rule: ScoreRule, figures: Figures, indicator: string): ScoreRule {
  if (countsUndone(rule, figures, indicator)) return withUndone(rule, figures, indicator);
  const { target, unit } = figures;
  if (target.kind !== "number" || !target.value.gt(0)) return rule;
  const counts = (step: PlacedStep): boolean =>
    comparable(unitOf(step.step.unit).dimension, target.dimension) &&
    (target.dimension !== "count" || step.step.unit === unit);
  const directionOf = (step: PlacedStep): PlacedStep["direction"] => {
    const shares = unitOf(step.step.unit).dimension === "rate";
    if (step.direction === "event" && (counts(step) || shares)) {
      if (OVER.test(step.what)) return "over";
      if (FEWER.test(step.what)) return "short";
      // "与目标值相比每节约1%加0.2分": less than was to be spent.
      if (SAVED.test(step.what) && step.then.kind === "plus" && target.dimension === "money") return "short";
    }
    return counts(step) && earnsByFigure(rule, step, indicator) ? "done" : step.direction;
  };
  const statements = rule.statements.map((s): RuleStatement => {
    const direction = s.kind === "step" ? directionOf(s) : null;
    return s.kind === "step" && direction !== s.direction ? { ...s, direction: direction! } : s;
  });
  return statements.some((s, at) => s !== rule.statements[at]) ? { ...rule, statements } : rule;
}

/** What says only that one got it. */
const GOT = /^(?:获得?|取得|获批|荣获|争取|创建|新增)/u;

/** "基础分3分，获得国家级试点的每个加1分" of 国家级试点数: a base to which just what the indicator counts adds. */
const isBase = ({ kind }: Test, { then, what }: PlacedStep, indicator: string): boolean => {
  const counted = what.replace(GOT, "");
  return kind === "always" && then.kind === "plus" && counted.length >= 3 && indicator.includes(counted);
};

/** Whether all that a rule says is what each of the indicator's own things earns. */
function earnsByFigure({ statements }: ScoreRule, step: PlacedStep, indicator: string): boolean {
  const alone = statements.every(
    (s) =>
      s === step ||
      ["bounds", "total", "note"].includes(s.kind) ||
      (s.kind === "band" && (!isAward(s.then) || isBase(s.when, step, indicator))),
  );
  if (!alone || step.region !== null || !["plus", "points", "share"].includes(step.then.kind)) return false;
  if (step.direction === "short") return step.what === "" && REDUCTION.test(indicator);
  return step.direction === "event" && step.what !== "" && overlaps(indicator, step.what);
}
