/** Marks on a line whose ends the text names, worked out: a formula of what is measured. */

import { Exact } from "../exact";
import { VARIABLE_OF_MEASURE } from "../tree";
import type { Bound, Condition, Expression, Measure, Outcome, PlacedClause, Quantity, Variable } from "../tree";

type Range = Extract<Condition, { kind: "range" }>;
type Line = Extract<Outcome, { kind: "interpolation" }>;
type Arm = Extract<PlacedClause, { kind: "arm" }>;

/** What a band on a line gives; the outcome itself where the bands beside it name the marks at its ends. */
export function onNamedLine(clause: Arm, clauses: readonly PlacedClause[], measure: Measure | null): Outcome {
  const { when, then } = clause;
  if (then.kind !== "interpolation" || then.marks === undefined) return then;
  const { low, high } = then.marks;
  const range = when?.kind === "range" && when.low !== null && when.high !== null ? when : null;
  const rises = range === null || !endsAgree(range, then) ? null : risesAlong(range, clause, clauses, measure);
  if (range === null || rises === null) return { kind: "points-between", low, high };
  const [from, to] = [range.low!.at, range.high!.at];
  const variable = variableOf(range.measure ?? measure, to);
  const [width, rise] = [new Exact(to.number).minus(from.number), new Exact(high).minus(low)];
  if (width.lte(0)) return { kind: "points-between", low, high };
  const part = binary(
    binary({ kind: "variable", variable }, "-", amount(from.number, to.unit)),
    "/",
    amount(width.toString(), to.unit),
  );
  const share = binary(part, "×", amount(rise.toString(), ""));
  return {
    kind: "formula",
    expression: binary(amount(rises ? low : high, ""), rises ? "+" : "-", share),
  };
}

const amount = (number: string, unit: string): Expression => ({ kind: "number", number, unit });

const binary = (left: Expression, sign: "+" | "-" | "×" | "/", right: Expression): Expression => ({
  kind: "binary",
  sign,
  left,
  right,
});

const variableOf = (measure: Measure | null, { unit }: Quantity): Variable =>
  VARIABLE_OF_MEASURE.get(measure ?? "value") ?? (unit === "%" ? "value" : "actual");

/** Whether the ends that the line names are those of the band. */
function endsAgree({ low, high }: Range, { ends }: Line): boolean {
  if (ends === undefined) return true;
  const band = [low!.at.number, high!.at.number];
  return ends.every(({ number }) => band.includes(number)) && ends[0].number !== ends[1].number;
}

const LESS: readonly (Measure | null)[] = ["deviation", "overrun", "shortfall", "late"];

/** Whether more of what is measured earns more; null where nothing tells. */
function risesAlong(
  range: Range,
  line: Arm,
  clauses: readonly PlacedClause[],
  measure: Measure | null,
): boolean | null {
  if (LESS.includes(range.measure ?? measure)) return false;
  const ways = clauses.flatMap((c) => (c.kind === "arm" && c !== line ? besideOf(range, c, line.then as Line) : []));
  return ways.length > 0 && ways.every((way) => way === ways[0]) ? ways[0]! : null;
}

/** Whether a band beside the line says that more earns more. */
function besideOf(range: Range, { when, then }: Arm, { marks }: Line): readonly boolean[] {
  const given =
    then.kind === "points" ? Number(then.points) : then.kind === "full" ? Infinity : then.kind === "nothing" ? 0 : null;
  if (given === null || marks === undefined) return [];
  const place = placeOf(when, range);
  if (place === null || (given < Number(marks.high) && given > Number(marks.low))) return [];
  return [(place === "above") === given >= Number(marks.high)];
}

function placeOf(when: Condition | null, { low, high }: Range): "above" | "below" | null {
  const [bottom, top] = endsOf(when);
  if (bottom !== null && isAtLeast(bottom, high!)) return "above";
  return top !== null && isAtLeast(low!, top) ? "below" : null;
}

function endsOf(when: Condition | null): readonly [Bound | null, Bound | null] {
  if (when?.kind === "range") return [when.low, when.high];
  if (when?.kind !== "bare") return [null, null];
  const end: Bound = { at: when.at, inclusive: true, explicit: false, soft: false };
  return [end, end];
}

const isAtLeast = (one: Bound, other: Bound): boolean => Number(one.at.number) >= Number(other.at.number);
