/**
 * The tree of a criterion: what the sentence says, before any conventions and any figures. Numbers are decimal strings,
 * exact.
 */

import type { Span } from "./source-text";

/** A number as written with its unit ("" where none stands). */
export interface Quantity {
  readonly number: string;
  readonly unit: string;
}

/**
 * What a condition speaks of. `value` is the indicator itself, `completion` actual / target, `ratio` another share of
 * the target (控制率, 使用率), `rate` a rate of its own that target and actual do not make (差错率, 合格率), `deviation` |actual −
 * target| / target, `overrun` and `shortfall` one side of it, `change` growth against the year before, `prior` a share
 * of last year's figure, `rank` a place in a ranking, `late` time behind the date.
 */
export type Subject =
  | "value"
  | "completion"
  | "ratio"
  | "rate"
  | "deviation"
  | "overrun"
  | "shortfall"
  | "change"
  | "prior"
  | "rank"
  | "late";

/**
 * One end of a range. `inclusive` follows the word (以上 in, 超过 out); `explicit` where 含 or 不含 is written; `soft` where
 * only the custom of reading 以上, 以下, 以内 says that the end belongs to it.
 */
export interface Bound {
  readonly at: Quantity;
  readonly inclusive: boolean;
  readonly explicit: boolean;
  readonly soft: boolean;
}

export type Condition =
  | { readonly kind: "range"; readonly subject: Subject; readonly low: Bound | null; readonly high: Bound | null }
  /** A number without a word for its direction ("完成5次", "偏离40%（含）"): the other arms settle which way it goes. */
  | { readonly kind: "bare"; readonly subject: Subject; readonly at: Quantity; readonly explicit: boolean }
  /** Compared with the target itself ("达到目标值", "不超预算"). */
  | {
      readonly kind: "target";
      readonly holds: boolean;
      readonly side: "met" | "above" | "below" | "at-most" | "at-least" | "off";
      readonly text: string;
    }
  | { readonly kind: "verdict"; readonly text: string; readonly holds: boolean }
  /** Something that happens or does not; `grave` where only a serious one counts (重大, 严重). */
  | { readonly kind: "event"; readonly text: string; readonly occurs: boolean; readonly grave: boolean }
  | { readonly kind: "grade"; readonly grades: readonly string[]; readonly orBetter: boolean }
  | { readonly kind: "date"; readonly date: string; readonly side: "by" | "after" }
  | { readonly kind: "otherwise" }
  | { readonly kind: "all"; readonly of: readonly Condition[] };

export type Outcome =
  /** Full marks; `named` where the text says how many they are. */
  | { readonly kind: "full"; readonly named: string | null }
  | { readonly kind: "points"; readonly points: string }
  | { readonly kind: "share"; readonly share: string }
  | { readonly kind: "points-between"; readonly low: string; readonly high: string }
  | { readonly kind: "share-between"; readonly low: string; readonly high: string }
  | { readonly kind: "nothing" }
  | { readonly kind: "minus"; readonly points: string }
  | { readonly kind: "minus-share"; readonly share: string }
  | { readonly kind: "plus"; readonly points: string }
  | { readonly kind: "proportion" }
  | { readonly kind: "discretion" }
  | { readonly kind: "formula"; readonly expression: Expression }
  | { readonly kind: "either"; readonly of: readonly Outcome[] };

export type Variable = "points" | "completion" | "target" | "actual" | "deviation" | "value";

export type Expression =
  | { readonly kind: "number"; readonly number: string; readonly unit: string }
  | { readonly kind: "variable"; readonly variable: Variable }
  | { readonly kind: "absolute"; readonly of: Expression }
  | { readonly kind: "extreme"; readonly which: "min" | "max"; readonly of: readonly Expression[] }
  | {
      readonly kind: "binary";
      readonly sign: "+" | "-" | "×" | "/";
      readonly left: Expression;
      readonly right: Expression;
    };

/**
 * Which way a step is counted: short of the mark, over it, an occurrence, late, behind in rank, away from the target,
 * or done.
 */
export type Direction = "short" | "over" | "event" | "late" | "behind" | "away" | "done";

/** What bounds the deductions (or additions) of a step: at most so many marks; or never below so many. */
export interface Limit {
  readonly most: string | null;
  readonly least: string | null;
}

export type Statement = (
  | { readonly kind: "total"; readonly points: string }
  | { readonly kind: "arm"; readonly when: Condition; readonly then: Outcome }
  | {
      readonly kind: "step";
      readonly direction: Direction;
      readonly step: Quantity;
      /** From where the steps are counted, where the text says so itself. */
      readonly from: Quantity | "target" | null;
      /** Only in this region ("低于90%的，每低1%…"). */
      readonly when: Condition | null;
      readonly event: string;
      readonly then: Outcome;
      readonly limit: Limit | null;
      readonly startedCounts: boolean;
    }
  | { readonly kind: "items"; readonly items: readonly Item[] }
  /** The official three grades; `middle` and `lower` are where they part, as shares. */
  | { readonly kind: "three-grades"; readonly middle: string; readonly lower: string }
  | { readonly kind: "unread"; readonly text: string }
) & { readonly span: Span };

/** One of several things that earn marks side by side. */
export interface Item {
  readonly text: string;
  readonly outcome: Outcome;
}

export type Arm = Extract<Statement, { kind: "arm" }>;
export type Step = Extract<Statement, { kind: "step" }>;

export interface CriterionTree {
  readonly statements: readonly Statement[];
}

/** The tree without the places in the text, for comparing two readings. */
export function withoutSpans(tree: CriterionTree): unknown {
  return tree.statements.map((statement) => ({ ...statement, span: undefined }));
}
