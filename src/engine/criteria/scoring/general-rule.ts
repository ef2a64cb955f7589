/**
 * The general rule for an indicator without a criterion (财预〔2020〕10号): full marks when the target is met; short of a ≥
 * target in proportion; above a ≤ target, with a target of 0 that is not met, or qualitative: a person decides.
 */

import { Exact } from "../exact";
import { actualNumber, free, isFigure } from "./measure";
import { targetMet, targetText, yesNo } from "./met";
import type { Answer, Run } from "./run";
import { ask, choice, figure, missing, score, shown, use } from "./run";

/** The answer of the general rule. */
export function byGeneralRule(run: Run): Answer {
  if (run.points === null) return missing({ code: "missing-points" });
  const { target, actual } = run.figures;
  if (target.kind === "missing") return missing({ code: "missing-target" });
  use(run, "general-rule");
  if ((target.kind === "text" || target.kind === "growth") && actual.kind !== "growth")
    return ask({ code: "ask-three-grades" }, grades(run));
  const met = targetMet(run);
  if (met === "yes") return score(run.points);
  if (met !== "no") return met;
  const left = leftToPerson(run, run.points);
  if (left !== null) return left;
  return use(run, "general-rule") === "all-or-nothing" ? score(new Exact(0)) : inProportion(run, run.points);
}

/** A missed target that is no amount to be reached: above a ≤ target, a target of 0, a date. Null for every other. */
function leftToPerson(run: Run, points: Exact): Answer | null {
  const { target } = run.figures;
  const choices = [choice({ code: "choice-nothing" }, 0), choice({ code: "choice-part" }, 0, points)];
  if (target.kind === "number" && target.value.isZero()) return ask({ code: "ask-zero-target" }, choices);
  if (target.kind === "date") return ask({ code: "ask-met", target: targetText(run) }, choices);
  if (run.better === "more" && !(target.kind === "number" && target.value.isNegative())) return null;
  return ask({ code: "ask-above-at-most" }, choices);
}

/** Short of the target: the share of it that was reached. */
function inProportion(run: Run, points: Exact): Answer {
  const { target, actual } = run.figures;
  const number = actualNumber(run);
  if (!isFigure(number)) return number;
  const goal = target.kind === "number" ? target.value : target.kind === "range" ? target.low : null;
  if (goal === null || actual.kind === "rank") return ask({ code: "ask-met", target: targetText(run) }, yesNo(run));
  const marks = Exact.max(0, points.times(number.value).div(goal));
  run.steps.push({
    code: "step-proportion",
    value: figure(number.value, number.dimension),
    mark: figure(goal, number.dimension),
    points: shown(points),
    marks: shown(marks),
  });
  return score(marks);
}

/** The three official grades of a qualitative indicator. */
function grades(run: Run): readonly ReturnType<typeof choice>[] {
  const all = run.points;
  if (all === null) return free(run);
  use(run, "three-grades");
  return gradeChoices(all, "0.8", "0.6");
}

/** The three grades as choices; each bound belongs to the higher. */
export function gradeChoices(all: Exact, middle: string, lower: string): readonly ReturnType<typeof choice>[] {
  const [high, low] = [all.times(middle), all.times(lower)];
  return [
    choice({ code: "choice-grade", grade: 1 }, high, all),
    choice({ code: "choice-grade", grade: 2 }, low, high),
    choice({ code: "choice-grade", grade: 3 }, 0, low),
  ];
}
