/**
 * Consequences turned into marks: scaled where the text's full marks are not the indicator's, bounded by 0 and all of
 * them.
 */

import type { Outcome } from "../tree";
import { bandsOf, stepsOf } from "../rule/rule";
import type { ScoreRule, StepRule } from "../rule/rule";
import { Exact } from "../exact";
import type { Choice } from "./messages";
import type { Run } from "./run";
import { choice } from "./run";

/** The marks as the text names them. */
export interface NamedMarks {
  /** The most that the text gives in numbers; null where it only speaks of full marks. */
  readonly best: Exact | null;
  /** Whether the text says that `best` is all there is (满分20分, 共20分) or leaves no doubt (a single award). */
  readonly isFull: boolean;
  readonly total: Exact | null;
  /** Whether full marks are also given without a number, beside numbers for less. */
  readonly unnamedFull: boolean;
}

/** A share as written ("0.8", "1/3") exactly. */
export function shareOf(share: string): Exact {
  const [above = "0", below] = share.split("/");
  return below === undefined ? new Exact(above) : Exact.div(above, below);
}

export function namedMarks(rule: ScoreRule): NamedMarks {
  const bands = bandsOf(rule);
  const steps = stepsOf(rule);
  const outcomes = bands.filter((b) => b.role !== "extra").flatMap((b) => spread(b.then));
  const whole = wholeOf(rule);
  const total = totalOf(rule) ?? whole;
  const named = outcomes.flatMap((o) => (o.kind === "full" && o.named !== null ? [new Exact(o.named)] : []));
  const points = outcomes.flatMap((o) =>
    o.kind === "points" ? [new Exact(o.points)] : o.kind === "points-between" ? [new Exact(o.high)] : [],
  );
  const unnamedFull = whole === null && outcomes.some((o) => o.kind === "full" && o.named === null);
  // What each earns is no best: "每次得2分" beside "签约得1分".
  if (steps.some((s) => s.direction === "done") && named.length === 0)
    return { best: null, isFull: false, total, unnamedFull };
  const all = [...named, ...points];
  const base = all.length === 0 ? null : Exact.max(...all);
  // What is added on top belongs to the best; without a bound to it nobody knows the best.
  const added = steps.filter((s) => s.then.kind === "plus" && s.direction !== "done");
  const onTop = bands.flatMap((b) => (b.role === "extra" && b.then.kind === "plus" ? [new Exact(b.then.points)] : []));
  const bounds = [...added.map((s) => addedBound(s, base)), ...onTop];
  const best =
    base === null || bounds.includes(null)
      ? bounds.length === 0
        ? base
        : null
      : capped(
          rule,
          bounds.reduce<Exact>((sum, most) => sum.plus(most!), base),
        );
  const awards = all.filter((p) => p.gt(0)).length;
  const isFull =
    best !== null && (named.some((n) => n.equals(best)) || (total !== null && total.equals(best)) || awards === 1);
  return { best, isFull, total, unnamedFull };
}

/** A bound that stands for itself holds for all of it. */
function capped(rule: ScoreRule, best: Exact): Exact {
  const highest = rule.statements.flatMap((s) =>
    s.kind === "bounds" && s.bounds.highest !== null ? [s.bounds.highest] : [],
  );
  return Exact.min(best, ...highest.map((one) => new Exact(one)));
}

/** How much a step may add; a bound on all the marks leaves what the base has not. */
function addedBound(step: StepRule, base: Exact | null): Exact | null {
  if (step.bounds.mostAdded !== null) return new Exact(step.bounds.mostAdded);
  return step.bounds.highest !== null && base !== null
    ? Exact.max(0, new Exact(step.bounds.highest).minus(base))
    : null;
}

/** The whole that the marks of the text are of, where it says that they are scaled. */
function wholeOf(rule: ScoreRule): Exact | null {
  const [whole] = rule.statements.flatMap((s) => (s.kind === "note" && s.whole !== undefined ? [s.whole] : []));
  return whole === undefined ? null : new Exact(whole);
}

function totalOf(rule: ScoreRule): Exact | null {
  const total = rule.statements.find((s) => s.kind === "total");
  return total?.kind === "total" ? new Exact(total.points) : null;
}

function spread(outcome: Outcome): readonly Outcome[] {
  return outcome.kind === "either" ? outcome.of.flatMap(spread) : [outcome];
}

const WRITTEN = ["full", "points", "share", "nothing", "minus", "minus-share"] as const;

/** An outcome that says itself how many marks are left. */
export type Written = Extract<Outcome, { kind: (typeof WRITTEN)[number] }>;

export const isWritten = (outcome: Outcome): outcome is Written => WRITTEN.some((kind) => kind === outcome.kind);

/** The marks of an outcome, or null where a person decides or a calculation is needed. */
export function marksOf(run: Run, outcome: Outcome): Exact | null {
  switch (outcome.kind) {
    case "full":
      return fullMarks(run, outcome.named);
    case "points":
      return within(run, new Exact(outcome.points).times(run.factor));
    case "share":
      return ofAll(run, (all) => all.times(shareOf(outcome.share)));
    case "nothing":
      return new Exact(0);
    case "minus":
      return ofAll(run, (all) => all.minus(new Exact(outcome.points).times(run.factor)));
    case "minus-share":
      return ofAll(run, (all) => all.minus(all.times(shareOf(outcome.share))));
    case "plus":
    case "points-between":
    case "share-between":
    case "proportion":
    case "discretion":
    case "formula":
    case "interpolation":
    case "either":
      return null;
  }
}

/** All the marks; those that the text names where nobody else says how many there are. */
function fullMarks(run: Run, named: string | null): Exact | null {
  return run.points ?? (named === null ? null : new Exact(named));
}

/** What is made of all the marks; null where nobody says how many there are. */
function ofAll(run: Run, made: (all: Exact) => Exact): Exact | null {
  return run.points === null ? null : within(run, made(run.points));
}

/** Between nothing and all the marks. */
export function within(run: Pick<Run, "points">, marks: Exact): Exact {
  const floored = Exact.max(0, marks);
  return run.points === null ? floored : Exact.min(run.points, floored);
}

/** The choices a person has under an outcome. */
export function choicesOf(run: Run, outcome: Outcome, label: string): readonly Choice[] {
  const said = { code: "choice", label } as const;
  if (isWritten(outcome))
    return [marksOf(run, outcome)].flatMap((marks) => (marks === null ? [] : [choice(said, marks)]));
  switch (outcome.kind) {
    case "points-between":
      return [
        choice(
          said,
          within(run, new Exact(outcome.low).times(run.factor)),
          within(run, new Exact(outcome.high).times(run.factor)),
        ),
      ];
    case "share-between":
      return choicesOfAll(run, (all) =>
        choice(said, within(run, all.times(shareOf(outcome.low))), within(run, all.times(shareOf(outcome.high)))),
      );
    case "discretion":
    case "proportion":
    case "formula":
    case "interpolation":
    case "plus":
      return choicesOfAll(run, (all) => choice(said, 0, all));
    case "either":
      return outcome.of.flatMap((o) =>
        choicesOf(run, o, `${label}：${o.kind === "nothing" ? "不得分" : "扣相应分数"}`),
      );
  }
}

/** A choice that rests on all the marks; none where nobody says how many there are. */
function choicesOfAll(run: Run, made: (all: Exact) => Choice): readonly Choice[] {
  return run.points === null ? [] : [made(run.points)];
}
