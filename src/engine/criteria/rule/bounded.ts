/** Bounds and part steps put to the steps that they belong to; awards for each of something. */

import { unitOf } from "../../language";
import { printParts } from "../print";
import { eachOfWhole } from "./each-of-whole";
import { isAward } from "./rule";
import type { Bounds, PlacedStep, RuleStatement } from "./rule";
import { mergedBounds } from "./stepped";

type PartSteps = Extract<RuleStatement, { kind: "parts" }>;

/** A limit, and how a part of a step counts, belong to the steps right before them; else to the whole. */
export function boundSteps(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const out: RuleStatement[] = [];
  for (const statement of statements) {
    switch (statement.kind) {
      case "parts":
        placeParts(out, statement, statements);
        break;
      case "bounds":
        if (!putToSteps(out, statement.bounds)) out.push(statement);
        break;
      case "step":
        out.push(withPartsTold(out, statement));
        break;
      default:
        out.push(statement);
    }
  }
  return out.map((s) => (s.kind === "parts" ? unplaced(s) : s));
}

/** How a part of a step counts, put to the last step; kept for one that follows where none stands before it. */
function placeParts(out: RuleStatement[], parts: PartSteps, statements: readonly RuleStatement[]): void {
  const at = out.findLastIndex((s) => s.kind === "step");
  if (at < 0 && statements.some((s) => s.kind === "step")) {
    out.push(parts);
    return;
  }
  const step = out[at];
  // "不足5人按5人计" speaks of steps of five.
  if (step?.kind === "step" && step.step.number === parts.step.number) out[at] = { ...step, parts: parts.count };
  else out.push(unplaced(parts));
}

/** Bounds put to all steps that end `out`; whether there was one. */
function putToSteps(out: RuleStatement[], bounds: Bounds): boolean {
  let attached = false;
  for (let at = out.length - 1; at >= 0; at -= 1) {
    const step = out[at]!;
    if (step.kind !== "step") break;
    out[at] = { ...step, bounds: mergedBounds(step.bounds, bounds) };
    attached = true;
  }
  return attached;
}

/** "不足1%的按1%扣分，每低1%扣0.5分": told before the step, and taken out of `out` for it. */
function withPartsTold(out: RuleStatement[], step: PlacedStep): PlacedStep {
  const told = out.findIndex((s) => s.kind === "parts");
  const parts = out[told];
  if (parts?.kind !== "parts" || parts.step.number !== step.step.number) return step;
  out.splice(told, 1);
  return { ...step, parts: parts.count };
}

/** How a part of a step counts, where no step is of that size. */
function unplaced({ count, step, span }: PartSteps): RuleStatement {
  return { kind: "residue", text: printParts(count, `${step.number}${step.unit}`), span };
}

/** Steps that award, awards for one of several, and what a band of its own would be. */
export function settleSteps(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const hasBands = statements.some((s) => s.kind === "band" && isAward(s.then));
  const each = eachOfWhole(statements);
  return statements.map((given) => {
    const s = given.kind === "step" ? { ...given, bounds: boundsOfAdded(given, statements) } : given;
    if (s.kind !== "step") return each(s) ?? s;
    if (isAnyUnmet(s, statements))
      return { kind: "band", when: { kind: "otherwise" }, then: s.then, role: "band", span: s.span };
    const awards = ["points", "share"].includes(s.then.kind);
    const counted = (s.direction === "event" && !MISHAPS.test(s.what)) || (s.direction === "over" && !hasBands);
    if (awards && counted) return { ...s, direction: "done" };
    // "每有1次未完成": one less than was to be done.
    const ofRate = unitOf(s.step.unit).dimension === "rate" && UNMET.test(s.what);
    return s.direction === "event" && (UNDONE.test(s.what) || ofRate) ? { ...s, direction: "short", what: "" } : s;
  });
}

/** "得8分，每超1个加0.5分，加满2分为止": less than what it is added to bounds what is added. */
function boundsOfAdded({ then, bounds }: PlacedStep, statements: readonly RuleStatement[]): Bounds {
  const { highest } = bounds;
  if (then.kind !== "plus" || highest === null) return bounds;
  const added = statements.some(
    (s) => s.kind === "band" && s.then.kind === "points" && Number(s.then.points) > Number(highest),
  );
  return added ? { ...bounds, mostAdded: highest, highest: null } : bounds;
}

/** "……且……的得满分，有一项不满足得0分": anything but what is asked for together. */
const isAnyUnmet = (
  { direction, step, what, then, region }: PlacedStep,
  statements: readonly RuleStatement[],
): boolean =>
  direction === "event" &&
  step.number === "1" &&
  /^[项个]$/u.test(step.unit) &&
  then.kind === "nothing" &&
  region === null &&
  /^(?:不|未)(?:满足|符合|达到|达标|能满足|能达到)(?:要求|条件|标准|的)?$/u.test(what) &&
  statements.filter((s) => s.kind === "band").length === 1 &&
  statements.some((s) => s.kind === "band" && s.when.kind === "all" && isAward(s.then));

/** "每有1%未达到": so much less than was to be. */
const UNMET = /^(?:未(?:能)?|没有?|不)(?:达到|达标|达成|实现|合格)$/u;

const UNDONE = /^(?:任务|项目|工作|目标)?(?:未(?:能)?|没有?)(?:完成|(?:完成|达到)(?:目标|任务|计划|指标)[值数量]?)$/u;

/** What is counted down, not up. */
const MISHAPS = /事故|投诉|违规|差错|错误|不合格|不达标|未|逾期|缺|漏|问题|信访|舆情/u;
