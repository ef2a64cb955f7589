/** What counting gives: a number of steps, or why there is none. */

import { comparable, unitOf } from "../../language";
import { Exact } from "../exact";
import type { StepRule } from "../rule/rule";
import type { Answer } from "./run";

/** How many steps, before whole ones are counted; `by` for the eye. */
export type Count =
  | { readonly kind: "count"; readonly steps: Exact; readonly by: string }
  | { readonly kind: "no"; readonly answer: Answer };

export const no = (answer: Answer): Count => ({ kind: "no", answer });

/** So many steps, neither more nor less. */
export const exactly = (steps: 0 | 1): Count => ({ kind: "count", steps: new Exact(steps), by: String(steps) });

/** Steps of so many occurrences each. */
export const times = (step: StepRule, happened: Exact): Count => ({
  kind: "count",
  steps: happened.div(step.step.number),
  by: happened.toString(),
});

export const comparableUnits = (a: string, b: string): boolean => comparable(unitOf(a).dimension, unitOf(b).dimension);

/** The size of a step in the base of its own unit. */
export const ownSize = (step: StepRule): Exact => new Exact(step.step.number).times(unitOf(step.step.unit).factor);
