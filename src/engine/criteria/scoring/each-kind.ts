/** So many marks for each of several kinds, beside a cell that counts them: "市级媒体每篇1分，省级媒体每篇2分". */

import { Exact } from "../exact";
import type { PlacedStep } from "../rule/rule";
import { cellParts, sameKind } from "./cell-parts";
import type { CellPart } from "./cell-parts";
import { score, shown } from "./run";
import type { Answer, Run } from "./run";

type Earning = PlacedStep & { readonly then: { readonly kind: "points" | "plus"; readonly points: string } };

/** What the kinds come to; null where the rule says anything else, or the cell does not count by kind. */
export function eachKind(run: Run): Answer | null {
  const { actual } = run.figures;
  const steps = kindsOf(run);
  return steps === null || actual.kind === "missing" ? null : counted(run, steps, cellParts(actual.text));
}

/** So many marks for each of several kinds, and nothing else; null for any other rule. */
function kindsOf(run: Run): readonly Earning[] | null {
  const { statements } = run.rule;
  const steps = statements.filter((s): s is Earning => s.kind === "step" && isEarning(s));
  const only = statements.every(
    (s) => ["bounds", "note", "total"].includes(s.kind) || steps.some((step) => step === s),
  );
  return only && steps.length > 1 ? steps : null;
}

const isEarning = ({ direction, what, then, region }: PlacedStep): boolean =>
  direction === "done" && what !== "" && region === null && ["points", "plus"].includes(then.kind);

const mostOf = ({ bounds }: Earning): string | null => bounds.highest ?? bounds.mostAdded;

/** What the kinds come to by how many of each the cell tells; those that it does not name were none. */
function counted(run: Run, steps: readonly Earning[], parts: readonly CellPart[]): Answer | null {
  const told = new Map<Earning, Exact>();
  for (const part of parts) {
    const step = kindOf(part, steps);
    if (step === null || told.has(step)) return null;
    const times = new Exact(part.quantity!.number).div(step.step.number).floor();
    told.set(step, times.times(step.then.points).times(run.factor));
  }
  const last = steps.at(-1)!;
  // A bound behind the last of them is one on all.
  const within = (step: Earning, got: Exact): Exact => {
    const most = step === last ? null : mostOf(step);
    return most === null ? got : Exact.min(got, new Exact(most).times(run.factor));
  };
  const sum = [...told].reduce<Exact>((all, [step, got]) => all.plus(within(step, got)), new Exact(0));
  const highest = mostOf(last);
  const all = highest === null ? sum : Exact.min(sum, new Exact(highest).times(run.factor));
  run.steps.push({ code: "step-marks", outcome: "points", marks: shown(all) });
  return score(all);
}

/** The one kind that a part of the cell counts. */
function kindOf({ words, quantity }: CellPart, steps: readonly Earning[]): Earning | null {
  const fitting = steps.filter(
    ({ what, step }) =>
      words.length > 1 && what.includes(words) && quantity !== null && sameKind(quantity.unit, step.unit),
  );
  return fitting.length === 1 ? fitting[0]! : null;
}
