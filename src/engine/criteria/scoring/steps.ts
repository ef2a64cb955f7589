/** Deductions and additions by the step: what the steps that are counted cost, and what bounds them. */

import { Exact } from "../exact";
import { bandsOf, isAward } from "../rule/rule";
import type { Band, PlacedStep, StepRule } from "../rule/rule";
import { countSteps } from "./counting";
import type { Interval } from "./intervals";
import { marksOf, within } from "./marks";
import type { Answer, Run } from "./run";
import { bounded, cost } from "./times";
import { ask, choice, missing, score, shown, use } from "./run";

/** The marks after a step's deduction from `base`, or addition to it. */
export function applyStep(run: Run, step: PlacedStep, base: Exact, anchor: Interval | null): Answer {
  const count = countSteps(run, step, anchor);
  if (count.kind === "no") return count.answer;
  if (!count.steps.isZero()) run.applied.push(step);
  const { then } = step;
  if (then.kind === "nothing") {
    run.steps.push(
      count.steps.isZero()
        ? { code: "step-no-deduct", marks: shown(base) }
        : { code: "step-marks", outcome: "nothing", marks: "0" },
    );
    return score(count.steps.isZero() ? base : new Exact(0));
  }
  if (count.steps.isZero() && step.direction !== "done") {
    run.steps.push({ code: "step-no-deduct", marks: shown(base) });
    return score(base);
  }
  if (then.kind === "discretion" || then.kind === "either" || then.kind === "proportion")
    return ask({ code: "ask-discretion", text: "" }, [choice({ code: "choice-part" }, 0, base)]);
  const each = cost(run, then);
  if (each === null) return missing({ code: "missing-points" });
  const n = wholeSteps(run, step, count.steps);
  return ["plus", "points", "share"].includes(then.kind)
    ? added(run, step, base, each, n, count.by)
    : taken(run, step, base, each, n, count.by);
}

function wholeSteps(run: Run, step: StepRule, steps: Exact): Exact {
  if (step.parts === "up") return steps.ceil();
  if (step.parts === "down") return steps.floor();
  if (steps.isInteger() || step.parts === "exact") return steps;
  return use(run, "steps") === "whole" ? steps.floor() : steps;
}

function added(run: Run, step: StepRule, base: Exact, each: Exact, n: Exact, by: string): Answer {
  const based = step.direction !== "done" || bandsOf(run.rule).some((b) => b.when.kind === "always");
  const start = step.then.kind === "plus" && based ? base : new Exact(0);
  const amount = each.times(n);
  const { mostAdded, highest } = step.bounds;
  const most =
    mostAdded !== null
      ? new Exact(mostAdded).times(run.factor)
      : highest !== null
        ? Exact.max(0, new Exact(highest).times(run.factor).minus(start))
        : null;
  const more = most === null ? amount : Exact.min(amount, most);
  const marks = within(run, start.plus(more));
  run.steps.push({
    code: "step-add",
    by,
    count: shown(n),
    each: shown(each),
    from: shown(start),
    more: shown(amount),
    marks: shown(marks),
  });
  if (marks.lt(start.plus(amount))) run.steps.push({ code: "step-capped", marks: shown(marks) });
  return score(marks);
}

function taken(run: Run, step: StepRule, base: Exact, each: Exact, n: Exact, by: string): Answer {
  const amount = each.times(n);
  const marks = bounded(run, step.bounds, base, amount);
  run.steps.push({
    code: "step-deduct",
    direction: step.direction,
    by,
    count: n.toDecimalPlaces(4).toString(),
    each: shown(each),
    lost: shown(amount),
    from: shown(base),
    marks: shown(base.minus(amount)),
  });
  if (marks.gt(base.minus(amount))) run.steps.push({ code: "step-bounded", marks: shown(marks) });
  return score(marks);
}

/** The marks that a band gives, for a step to start from. */
export function baseOf(run: Run, band: Band | null): Exact | null {
  if (band === null) return run.points;
  if (band.then.kind === "minus" || band.then.kind === "minus-share") return marksOf(run, band.then);
  if (!isAward(band.then)) return run.points;
  // More than all the marks may stand in the text; a deduction starts there, and the result is bounded at the end.
  if (band.then.kind === "points") return new Exact(band.then.points).times(run.factor);
  return marksOf(run, band.then) ?? run.points;
}
