/**
 * The rule of a criterion: what its clauses mean together. Evaluation, passes, curve and reading all read it; none of
 * them asks the sentence again. Numbers are decimal strings, exact; the order is that of the text.
 */

import type { Span } from "../../language";
import type { Direction, Expression, Item, Measure, Outcome, PartsCount, Quantity, Stretch, TargetSide } from "../tree";

/** One end of an interval; see `Bound` of the tree. */
export interface End {
  readonly number: string;
  readonly unit: string;
  readonly inclusive: boolean;
  readonly explicit: boolean;
  readonly soft: boolean;
}

export type Test =
  | {
      readonly kind: "interval";
      readonly measure: Measure;
      readonly name: string;
      readonly low: End | null;
      readonly high: End | null;
      /** What stands behind the number, in the words of the text. */
      readonly behind?: string;
    }
  /**
   * A number alone: reached where it earns marks, fallen short of where it costs them; which side that is depends on
   * which way is better.
   */
  | {
      readonly kind: "reached";
      readonly measure: Measure;
      readonly name: string;
      readonly at: End;
      readonly good: boolean;
      readonly behind?: string;
    }
  | { readonly kind: "target"; readonly side: TargetSide; readonly money: boolean; readonly text: string }
  | { readonly kind: "date"; readonly date: string; readonly side: "by" | "after"; readonly text: string }
  | { readonly kind: "in-time"; readonly holds: boolean; readonly text: string }
  | { readonly kind: "grade"; readonly name: string; readonly grades: readonly string[]; readonly orBetter: boolean }
  | {
      readonly kind: "fact";
      readonly text: string;
      readonly core: string;
      readonly denied: boolean;
      readonly sort: "done" | "quality" | "event" | "other";
      readonly grave: boolean;
      readonly partly: boolean;
    }
  | { readonly kind: "each"; readonly of: Test; readonly text: string; readonly yearly: number | null }
  | { readonly kind: "indicator-way"; readonly better: "more" | "less"; readonly text: string }
  | { readonly kind: "otherwise" }
  | { readonly kind: "always" }
  | { readonly kind: "all"; readonly loose: boolean; readonly of: readonly Test[] }
  | { readonly kind: "any"; readonly of: readonly Test[] };

/** What bounds one step: taken or added at most, the result at least or at most. */
export interface Bounds {
  readonly mostTaken: string | null;
  readonly mostAdded: string | null;
  readonly mostShare: string | null;
  readonly least: string | null;
  readonly highest: string | null;
  /** That nothing goes beyond all the marks is said. */
  readonly full: boolean;
}

export const UNBOUNDED: Bounds = {
  mostTaken: null,
  mostAdded: null,
  mostShare: null,
  least: null,
  highest: null,
  full: false,
};

export interface Band {
  readonly kind: "band";
  readonly when: Test;
  readonly then: Outcome;
  /**
   * `band`: one of several of which one speaks. `extra`: stands on top of what the bands give, where it applies.
   * `demand`: what is asked for before steps; full marks that the text does not name in so many words.
   */
  readonly role: "band" | "extra" | "demand";
}

export interface StepRule {
  readonly kind: "step";
  readonly direction: Direction;
  readonly step: Quantity;
  readonly from: Quantity | "target" | null;
  readonly what: string;
  readonly each: boolean;
  /** Of what it is counted, where the text says so: "满意度每低1%". */
  readonly of?: string;
  readonly stretch?: Stretch;
  readonly region: Test | null;
  readonly then: Outcome;
  readonly bounds: Bounds;
  /** How a part of a step counts; null where the convention says. */
  readonly parts: PartsCount | null;
}

export type RuleStatement = (
  | Band
  | StepRule
  | { readonly kind: "total"; readonly points: string }
  | { readonly kind: "bounds"; readonly bounds: Bounds }
  | { readonly kind: "items"; readonly items: readonly Item[] }
  | { readonly kind: "three-grades"; readonly middle: string; readonly lower: string }
  | { readonly kind: "definition"; readonly name: string; readonly expression: Expression }
  | { readonly kind: "likewise" }
  /** One of the things that are looked at and counted by another statement. */
  | { readonly kind: "checkpoint"; readonly text: string }
  /** How a part of a step counts, where no step stands before it. */
  | { readonly kind: "parts"; readonly count: PartsCount; readonly step: Quantity }
  /**
   * `whole` where the marks of the text are of so many in all and are scaled to the indicator's, `decimals` where a
   * score is rounded to other than two.
   */
  | { readonly kind: "note"; readonly text: string; readonly whole?: string; readonly decimals?: number }
  /** What is to be done or looked at, in numbers: the target told once more. */
  | { readonly kind: "plan"; readonly of: Test }
  | { readonly kind: "pasted"; readonly text: string }
  /** Words that no production has a place for: nothing is concluded past them. */
  | { readonly kind: "residue"; readonly text: string }
) & { readonly span: Span };

export type PlacedBand = Band & { readonly span: Span };
export type PlacedStep = StepRule & { readonly span: Span };

export interface ScoreRule {
  readonly statements: readonly RuleStatement[];
}

export const bandsOf = (rule: ScoreRule): readonly PlacedBand[] =>
  rule.statements.filter((s): s is PlacedBand => s.kind === "band");
export const stepsOf = (rule: ScoreRule): readonly PlacedStep[] =>
  rule.statements.filter((s): s is PlacedStep => s.kind === "step");

/** Whether an outcome gives marks. */
export function isAward(outcome: Outcome): boolean {
  return (
    ["full", "points", "share", "points-between", "share-between", "formula", "interpolation"].includes(outcome.kind) ||
    outcome.kind === "proportion"
  );
}

/** The rule without the places in the text, for comparing two readings. */
export function withoutPlaces(rule: ScoreRule): unknown {
  return rule.statements.map((statement) => ({ ...statement, span: undefined }));
}
