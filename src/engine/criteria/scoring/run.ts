/** One scoring of one case: what it leaned on and the steps it took, gathered while it goes. */

import type { ConventionName, Conventions } from "../conventions";
import { Exact } from "../exact";
import type { RuleStatement, ScoreRule } from "../rule/rule";
import type { Sign } from "../values";
import type { CellPart } from "./cell-parts";
import type { Figures } from "./figures";
import type { Choice, Message } from "./messages";

export type Answer =
  | { readonly kind: "score"; readonly value: Exact }
  | { readonly kind: "ask"; readonly question: Message; readonly choices: readonly Choice[] }
  | { readonly kind: "missing"; readonly what: Message };

export interface Run {
  readonly conventions: Conventions;
  readonly rule: ScoreRule;
  readonly figures: Figures;
  /** The actual as its cell has it, all of it. */
  readonly cell: string;
  /** What the cell says beside its figure, part by part. */
  readonly beside?: readonly CellPart[];
  /** The marks of the indicator, or null where neither the column nor the text says. */
  readonly points: Exact | null;
  /** By what the marks in the text are multiplied. */
  readonly factor: Exact;
  /** Which way is better, as text, type and meaning say. */
  readonly better: "more" | "less" | null;
  readonly sign: Sign | null;
  /** What it is called, and where it has no name what the criterion speaks of. */
  readonly indicator: string;
  /** The name alone, as its column has it. */
  readonly name: string;
  /** The percentages the criterion compares with, as fractions. */
  readonly rates: readonly Exact[];
  /** The deviations it names, as fractions. */
  readonly deviations: readonly Exact[];
  /** The savings it names as amounts. */
  readonly savings: readonly Exact[];
  readonly used: Map<ConventionName, string>;
  readonly steps: Message[];
  /** The statements that spoke for the case. */
  readonly applied: RuleStatement[];
  readonly problems: Message[];
}

/** Leans on a convention: notes it and gives its value. */
export function use<N extends ConventionName>(run: Pick<Run, "conventions" | "used">, name: N): Conventions[N] {
  run.used.set(name, run.conventions[name]);
  return run.conventions[name];
}

export function score(value: Exact): Answer {
  return { kind: "score", value };
}

export function ask(question: Message, choices: readonly Choice[]): Answer {
  return { kind: "ask", question, choices };
}

export function missing(what: Message): Answer {
  return { kind: "missing", what };
}

export function choice(label: Message, min: Exact | number, max: Exact | number = min): Choice {
  return { label, min: shown(min), max: shown(max) };
}

/** Two decimals, half up, without idle zeros. */
export function shown(value: Exact | number): string {
  return new Exact(value).toDecimalPlaces(2).toString();
}

/** A figure for the eye: a rate in percent, anything else as it is, at most four decimals. */
export function figure(value: Exact, dimension: string): string {
  if (dimension === "rate") return `${value.times(100).toDecimalPlaces(4).toString()}%`;
  if (dimension === "money")
    return value.abs().gte(10000)
      ? `${value.div(10000).toDecimalPlaces(4).toString()}万元`
      : `${value.toDecimalPlaces(4).toString()}元`;
  if (dimension === "hours") return inHours(value);
  if (dimension === "area") return inAreas(value);
  return value.toDecimalPlaces(4).toString();
}

/** Seconds as whole hours, else as minutes. */
function inHours(seconds: Exact): string {
  const hours = seconds.div(3600);
  return hours.isInteger() ? `${hours.toString()}小时` : `${seconds.div(60).toDecimalPlaces(4).toString()}分钟`;
}

/** Thirds of a square metre as 亩 where they come out even, else as square metres. */
function inAreas(thirds: Exact): string {
  const mu = thirds.div(2000);
  return mu.times(100).isInteger() ? `${mu.toString()}亩` : `${thirds.div(3).toDecimalPlaces(4).toString()}平方米`;
}
