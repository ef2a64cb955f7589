/**
 * What each number of occurrences would give: the cost of one, its bounds, and the question where the number is not
 * known.
 */

import { Exact } from "../exact";
import type { Bounds, StepRule } from "../rule/rule";
import type { Outcome } from "../tree";
import { shareOf } from "./marks";
import { free } from "./measure";
import type { Answer, Run } from "./run";
import { ask, choice } from "./run";

/** What one step costs, in marks. */
export function cost(run: Run, outcome: Outcome): Exact | null {
  if (outcome.kind === "plus" && outcome.share !== undefined)
    return run.points === null ? null : run.points.times(shareOf(outcome.share));
  if (outcome.kind === "minus" || outcome.kind === "plus" || outcome.kind === "points")
    return new Exact(outcome.points).times(run.factor);
  if ((outcome.kind === "minus-share" || outcome.kind === "share") && run.points !== null)
    return run.points.times(shareOf(outcome.share));
  return null;
}

/** Base marks minus a loss, within the bounds of the step and never below nothing. */
export function bounded(run: Run, bounds: Bounds, base: Exact, loss: Exact): Exact {
  const most =
    bounds.mostTaken === null
      ? bounds.mostShare === null || run.points === null
        ? null
        : run.points.times(shareOf(bounds.mostShare))
      : new Exact(bounds.mostTaken).times(run.factor);
  const taken = most === null ? loss : Exact.min(loss, most);
  const least = bounds.least === null ? new Exact(0) : new Exact(bounds.least).times(run.factor);
  return Exact.max(0, least, base.minus(taken));
}

/** How often it happened: what each count would give. */
export function askTimes(run: Run, step: StepRule): Answer {
  const question = { code: "ask-occurrences", event: step.what } as const;
  if (run.points === null) return ask(question, []);
  if (step.then.kind === "nothing")
    return ask(question, [choice({ code: "choice-not-happened" }, run.points), choice({ code: "choice-happened" }, 0)]);
  const each = cost(run, step.then);
  if (each === null) return ask(question, free(run));
  const after = (n: number): Exact => bounded(run, step.bounds, run.points!, each.times(n));
  const choices = [0, 1, 2, 3].map((n) => choice({ code: "choice-times", count: n }, after(n)));
  return ask(
    question,
    after(3).isZero() ? choices : [...choices, choice({ code: "choice-more-times", count: 4 }, after(1000), after(4))],
  );
}
