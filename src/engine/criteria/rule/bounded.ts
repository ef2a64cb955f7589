/** Bounds and part steps put to the steps that they belong to; awards for each of something. */

import { Exact } from "../exact";
import { UNBOUNDED } from "./rule";
import type { Band, RuleStatement } from "./rule";
import { mergedBounds } from "./stepped";

/** A limit, and how a part of a step counts, belong to the steps right before them; else to the whole. */
export function boundSteps(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const out: RuleStatement[] = [];
  for (const statement of statements) {
    if (statement.kind === "parts") {
      const at = out.findLastIndex((s) => s.kind === "step");
      if (at < 0 && statements.some((s) => s.kind === "step")) {
        out.push(statement);
        continue;
      }
      const step = out[at];
      // "不足5人按5人计" speaks of steps of five.
      if (step?.kind === "step" && step.step.number === statement.step.number)
        out[at] = { ...step, parts: statement.count };
      else out.push(unplaced(statement));
      continue;
    }
    if (statement.kind === "bounds") {
      let attached = false;
      for (let at = out.length - 1; at >= 0 && out[at]!.kind === "step"; at -= 1) {
        const step = out[at]!;
        if (step.kind !== "step") break;
        out[at] = { ...step, bounds: mergedBounds(step.bounds, statement.bounds) };
        attached = true;
      }
      if (attached) continue;
    }
    const told = statement.kind === "step" ? out.findIndex((s) => s.kind === "parts") : -1;
    const parts = out[told];
    // "不足1%的按1%扣分，每低1%扣0.5分": told before the step.
    if (statement.kind === "step" && parts?.kind === "parts" && parts.step.number === statement.step.number) {
      out.splice(told, 1);
      out.push({ ...statement, parts: parts.count });
      continue;
    }
    out.push(statement);
  }
  return out.map((s) => (s.kind === "parts" ? unplaced(s) : s));
}

/** How a part of a step counts, where no step is of that size. */
function unplaced({ count, step, span }: Extract<RuleStatement, { kind: "parts" }>): RuleStatement {
  const size = `${step.number}${step.unit}`;
  return { kind: "residue", text: count === "up" ? `不足${size}按${size}计` : `不足${size}不计`, span };
}

/** Steps that award, awards for one of several, and what a band of its own would be. */
export function settleSteps(statements: readonly RuleStatement[]): readonly RuleStatement[] {
  const bands = statements.filter((s): s is Band & RuleStatement => s.kind === "band");
  const total = statements.find((s) => s.kind === "total");
  const highest = statements.find((s) => s.kind === "bounds")?.bounds.highest ?? null;
  const whole = total?.kind === "total" ? total.points : highest;
  const [only] = bands;
  // "新增1家得0.5分，满分10分": where the whole is a multiple of what one earns, each one earns it.
  const each =
    whole !== null &&
    bands.length === 1 &&
    !statements.some((s) => s.kind === "step") &&
    only?.when.kind === "reached" &&
    only.when.at.number === "1" &&
    only.when.measure === "value" &&
    only.then.kind === "points" &&
    new Exact(whole).gte(new Exact(only.then.points).times(2));
  return statements.map((s) => {
    if (s === only && each && only.when.kind === "reached")
      return {
        kind: "step",
        direction: "done",
        step: { number: "1", unit: only.when.at.unit },
        from: null,
        what: "",
        each: true,
        region: null,
        then: only.then,
        bounds: UNBOUNDED,
        parts: null,
        span: s.span,
      };
    if (s.kind !== "step") return s;
    const awards = ["points", "share"].includes(s.then.kind);
    const counted =
      (s.direction === "event" && !MISHAPS.test(s.what)) || (s.direction === "over" && bands.length === 0);
    if (awards && counted) return { ...s, direction: "done" };
    // "每有1次未完成": one less than was to be done.
    return s.direction === "event" && UNDONE.test(s.what) ? { ...s, direction: "short", what: "" } : s;
  });
}

const UNDONE = /^(?:任务|项目|工作|目标)?(?:未(?:能)?|没有?)完成$/u;

/** What is counted down, not up. */
const MISHAPS = /事故|投诉|违规|差错|错误|不合格|不达标|未|逾期|缺|漏|问题|信访|舆情/u;
