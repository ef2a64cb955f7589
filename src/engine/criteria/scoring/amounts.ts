/** Target and actual as amounts, what is made of them, and thresholds in the same base. */

import { unitBeside, unitOf } from "../../language";
import type { Dimension } from "../../language";
import { Exact } from "../exact";
import type { Measure, Quantity } from "../tree";
import type { Figure } from "./figures";
import type { Answer, Run } from "./run";
import { ask, choice, figure, missing, use } from "./run";

export interface MeasuredValue {
  readonly kind: "value";
  readonly value: Exact;
  readonly dimension: Dimension;
  readonly open: "above" | "below" | null;
  readonly of: Measure;
}

/** The measured value with its dimension, or why there is none. */
export type Measured = MeasuredValue | { readonly kind: "no"; readonly answer: Answer };

export type NumberFigure = Extract<Figure, { kind: "number" }>;

export const no = (answer: Answer): Measured => ({ kind: "no", answer });

export const value = (
  of: Measure,
  v: Exact,
  dimension: Dimension,
  open: "above" | "below" | null = null,
): MeasuredValue => ({ kind: "value", value: v, dimension, open, of });

/** Units in which a time is counted. */
export const TIMES: readonly string[] = ["days", "months", "hours"];

/** The actual as a number, or what is wrong with it. */
export function actualNumber(run: Run): NumberFigure | Answer {
  const { actual } = run.figures;
  switch (actual.kind) {
    case "number":
      return actual;
    case "missing":
      return missing({ code: "missing-actual" });
    case "echo":
      return missing({ code: "actual-echoes-target", text: actual.text });
    case "ambiguous":
      return ask({ code: "ask-fraction", actual: actual.text }, free(run));
    case "growth":
      return actual.rate === null
        ? missing({ code: "actual-not-number", text: actual.text })
        : { kind: "number", value: actual.rate, dimension: "rate", open: null, text: actual.text, way: actual.way };
    case "rank":
      return { kind: "number", value: actual.place, dimension: "count", open: null, text: actual.text };
    default:
      return missing({ code: "actual-not-number", text: actual.text });
  }
}

/** The target as a number; a range answers by the convention where only one end can be meant. */
export function targetNumber(run: Run): NumberFigure | Answer {
  const { target } = run.figures;
  switch (target.kind) {
    case "number":
      return target;
    case "missing":
      return missing({ code: "missing-target" });
    case "range":
      return {
        kind: "number",
        value: use(run, "range-target") === "low-end" ? target.low : target.high,
        dimension: target.dimension,
        open: null,
        text: target.text,
      };
    case "rank":
      return { kind: "number", value: target.place, dimension: "count", open: null, text: target.text };
    default:
      return missing({ code: "target-not-number", text: target.text });
  }
}

export function isFigure(x: NumberFigure | Answer): x is NumberFigure {
  return x.kind === "number";
}

/** Any number of marks up to all of them: what a person chooses from when nothing narrows it. */
export function free(run: Run): readonly ReturnType<typeof choice>[] {
  return run.points === null ? [] : [choice({ code: "choice-free" }, 0, run.points)];
}

/** A figure as its cell has it, with the unit of the column where the cell leaves it out. */
export function written(
  run: Run,
  one: { readonly text: string; readonly value: Exact; readonly dimension: string },
): string {
  return /^[\d.,]+$/u.test(one.text) && run.figures.unit !== ""
    ? `${one.text}${run.figures.unit}`
    : /^[\d.,]+\P{Script=Han}{0,3}\p{Script=Han}{0,4}$/u.test(one.text)
      ? one.text
      : figure(one.value, one.dimension);
}

/** A threshold in the base of its dimension; one without a unit takes the indicator's. */
export function threshold(run: Run, at: Quantity, dimension: Dimension): Exact {
  const own = at.unit === "" || at.unit === "分" ? null : unitBeside(at.unit, run.figures.unit);
  if (own !== null) return new Exact(at.number).times(own.factor);
  const column = unitOf(run.figures.unit);
  const counted = dimension === "count" && column.dimension === "count";
  if (dimension === "plain" || dimension === "count") return new Exact(at.number).times(counted ? column.factor : 1);
  const factor = column.dimension === dimension ? column.factor : dimension === "rate" ? "0.01" : "1";
  return new Exact(at.number).times(factor);
}
