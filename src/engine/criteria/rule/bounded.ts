/** Bounds and part steps put to the steps that they belong to; awards for each of something. */

import { Exact } from "../exact";
import { unitOf } from "../../language";
import { UNBOUNDED } from "./rule";
import type { Band, Bounds, PlacedStep, RuleStatement } from "./rule";
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
    if (s === only && each)
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
    const ofRate = unitOf(s.step.unit).dimension === "rate" && UNMET.test(s.what);
    return s.direction === "event" && (UNDONE.test(s.what) || ofRate) ? { ...s, direction: "short", what: "" } : s;
  });
}

/** "每有1%未达到": so much less than was to be. */
const UNMET = /^(?:未(?:能)?|没有?|不)(?:达到|达标|达成|实现|合格)$/u;

const UNDONE = /^(?:任务|项目|工作|目标)?(?:未(?:能)?|没有?)完成$/u;

/** What is counted down, not up. */
const MISHAPS = /事故|投诉|违规|差错|错误|不合格|不达标|未|逾期|缺|漏|问题|信访|舆情/u;
