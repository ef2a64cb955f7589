/**
 * The tree of a criterion: what its sentences say, clause by clause, before anything of one clause is settled by
 * another and before any figures. Numbers are decimal strings, exact. Plain data throughout.
 */

import type { Span } from "../language";

/** A number as written with its unit ("" where none stands). */
/** In place of a date's year: the one after the table's. It sorts behind dates without a year. */
export const YEAR_AFTER = "~1";

export interface Quantity {
  readonly number: string;
  readonly unit: string;
}

/**
 * What is measured. `value` is the indicator itself, `completion` actual / target, `ratio` another share of the target
 * (控制率, 使用率), `rate` a rate of its own that target and actual do not make (差错率, 合格率), `deviation`
 * |actual − target| / target, `overrun` and `shortfall` one side of it, `saving` (target − actual) / target, `change`
 * growth against the year before, `fall` the same counted downwards, `prior` a share of last year's figure, `rank` a
 * place in a ranking, `late` and `early` time behind or before the date.
 */
export type Measure =
  | "value"
  | "completion"
  | "ratio"
  | "rate"
  | "deviation"
  | "overrun"
  | "shortfall"
  | "saving"
  | "change"
  | "fall"
  | "prior"
  | "rank"
  | "late"
  | "early";

/**
 * One end of a range. `inclusive` follows the word (以上 in, 超过 out); `explicit` where 含 or 不含 is written; `soft`
 * where only the custom of reading 以上, 以下, 以内 says that the end belongs to it.
 */
export interface Bound {
  readonly at: Quantity;
  readonly inclusive: boolean;
  readonly explicit: boolean;
  readonly soft: boolean;
}

/** A comparison of something with the target itself. */
export type TargetSide = "met" | "missed" | "above" | "below" | "at-most" | "at-least" | "off" | "exact";

export type Condition =
  /** `measure` is null where the clause does not say what it speaks of: it is what the clause before spoke of. */
  | {
      readonly kind: "range";
      readonly measure: Measure | null;
      readonly name: string;
      readonly low: Bound | null;
      readonly high: Bound | null;
      /** What stands behind the number, in the words of the text: "30分钟内到达", "9户以上满意". */
      readonly behind?: string;
    }
  /** A number without a word for its direction ("完成5次", "偏离40%（含）"): the other clauses settle which way it goes. */
  | {
      readonly kind: "bare";
      readonly measure: Measure | null;
      readonly name: string;
      readonly at: Quantity;
      readonly explicit: boolean;
      readonly behind?: string;
    }
  /** Compared with the target itself ("达到目标值", "不超预算"). `money` where the text speaks of a budget. */
  | { readonly kind: "target"; readonly side: TargetSide; readonly money: boolean; readonly text: string }
  | { readonly kind: "date"; readonly date: string; readonly side: "by" | "after"; readonly text: string }
  /** In time or not, without saying by how much. */
  | { readonly kind: "in-time"; readonly holds: boolean; readonly text: string }
  /** `below` where the grade stands for those from it on downwards, or for those under it. */
  | {
      readonly kind: "grade";
      readonly name: string;
      readonly grades: readonly string[];
      readonly orBetter: boolean;
      readonly below?: "from" | "under";
    }
  /**
   * Something that is so or is not, in the words of the text. `core` is the text without its denial. `sort` tells what
   * a figure could say of it: `done` (开展, 完成), `quality` (及时, 合格), `event` (a mishap that happens), `other`
   * nothing.
   */
  | {
      readonly kind: "fact";
      readonly text: string;
      readonly core: string;
      readonly denied: boolean;
      readonly sort: "done" | "quality" | "event" | "other";
      readonly grave: boolean;
      readonly partly: boolean;
    }
  /**
   * So much for each of something ("每季度开展1次"): the figure of the table counts the whole. `yearly` is how often a year
   * has it; null where that is no stretch of time.
   */
  | { readonly kind: "each"; readonly of: Condition; readonly text: string; readonly yearly: number | null }
  /** Of an indicator of which more, or less, is better ("正向指标得分=…，反向指标得分=…"). */
  | { readonly kind: "indicator-way"; readonly better: "more" | "less"; readonly text: string }
  | { readonly kind: "otherwise" }
  /** `loose` where only a comma joins them: whether one is a condition of the other is not said. */
  | { readonly kind: "all"; readonly loose: boolean; readonly of: readonly Condition[] }
  | { readonly kind: "any"; readonly of: readonly Condition[] };

export type Outcome =
  /** Full marks; `named` where the text says how many they are, `spared` where it only takes none off ("不扣分"). */
  | { readonly kind: "full"; readonly named: string | null; readonly spared?: true }
  | { readonly kind: "points"; readonly points: string }
  /** `left` where only that much is left of what was earned otherwise ("减半计分"). */
  | { readonly kind: "share"; readonly share: string; readonly left?: true }
  | { readonly kind: "points-between"; readonly low: string; readonly high: string }
  | { readonly kind: "share-between"; readonly low: string; readonly high: string }
  | { readonly kind: "nothing" }
  /** `more` where it is taken besides what the other clauses take ("再扣1分"). */
  | { readonly kind: "minus"; readonly points: string; readonly more?: true }
  | { readonly kind: "minus-share"; readonly share: string; readonly more?: true }
  /** So many marks more, or such a share of all of them. */
  | { readonly kind: "plus"; readonly points: string; readonly share?: string }
  /**
   * In proportion; `factor` where only a share of it counts ("按完成比例的80%"), `called` where the text gives the
   * rate a name of its own ("按资金到位率").
   */
  | {
      readonly kind: "proportion";
      readonly of: "completion" | "excess";
      readonly factor: string | null;
      readonly called?: string;
    }
  /**
   * On the straight line between the ends of the band. `marks` where the text itself names those at the ends, `ends`
   * where it names the ends as well.
   */
  | {
      readonly kind: "interpolation";
      readonly marks?: { readonly low: string; readonly high: string };
      readonly ends?: readonly [Quantity, Quantity];
    }
  | { readonly kind: "discretion"; readonly text: string }
  | { readonly kind: "formula"; readonly expression: Expression }
  | { readonly kind: "either"; readonly of: readonly Outcome[] };

export type Variable =
  /** `attained`: actual / target where more is better, target / actual where less is. */
  | "points"
  | "completion"
  | "attained"
  | "target"
  | "actual"
  | "deviation"
  | "overrun"
  | "saving"
  | "change"
  | "fall"
  | "value"
  | "prior";

export type Expression =
  | { readonly kind: "number"; readonly number: string; readonly unit: string }
  /** `called` as long as a formula is put together: what the text calls a rate that target and actual make. */
  | { readonly kind: "variable"; readonly variable: Variable; readonly called?: string }
  /** A name that neither the field nor the text defines. */
  | { readonly kind: "unknown"; readonly name: string }
  | { readonly kind: "absolute"; readonly of: Expression }
  | { readonly kind: "extreme"; readonly which: "min" | "max"; readonly of: readonly Expression[] }
  | {
      readonly kind: "binary";
      readonly sign: "+" | "-" | "×" | "/";
      readonly left: Expression;
      readonly right: Expression;
    };

/** Which way a step is counted. */
export type Direction = "short" | "over" | "event" | "late" | "early" | "behind" | "away" | "done";

/** What bounds marks: deductions (or additions) at most so many, the result never below or above so many. */
export type Limit =
  | { readonly kind: "most"; readonly of: "taken" | "added"; readonly points: string }
  /** Of all deductions together. */
  | { readonly kind: "together"; readonly points: string }
  | { readonly kind: "most-share"; readonly share: string }
  | { readonly kind: "least"; readonly points: string }
  | { readonly kind: "highest"; readonly points: string }
  /** Never more than all the marks: holds anyway, and is said. */
  | { readonly kind: "full" };

/** What a text calls the line that another of its sentences draws ("以85%为合格线，达到合格线得6分"). */
export const PASS_LINE = "合格线";

/**
 * Which of what is counted a step takes, in the step's own unit: what lies behind the first so many, up to so many.
 * `spared` where the text says that the first cost nothing ("前5户不扣").
 */
export interface Stretch {
  readonly after: string;
  readonly upTo: string | null;
  readonly spared?: true;
}

export interface StepClause {
  readonly direction: Direction;
  readonly step: Quantity;
  /** From where the steps are counted, where the text says so itself. */
  readonly from: Quantity | "target" | null;
  /** What is counted, in the words of the text. */
  readonly what: string;
  /** Whether the text says 每. */
  readonly each: boolean;
  /** Of what it is counted, where the text says so: "满意度每低1%". */
  readonly of?: string;
  readonly stretch?: Stretch;
}

/** How a part of a step counts: as a whole one, as none, or as the part it is. */
export type PartsCount = "up" | "down" | "exact";

/** One of several things that earn marks side by side. */
export interface Item {
  readonly text: string;
  readonly outcome: Outcome;
}

export type Clause =
  | { readonly kind: "total"; readonly points: string }
  /**
   * `lead` where it may stand only before whatever gives or takes marks: behind that, it would change it. `decimals`
   * where it says to how many other than two a score is rounded.
   */
  | { readonly kind: "heading"; readonly text: string; readonly lead?: true; readonly decimals?: number }
  /** The marks that the text names are those of another whole, and are scaled to the indicator's. */
  | { readonly kind: "scaled"; readonly text: string }
  /** What the formula works with counts as nothing where it is less. */
  | { readonly kind: "floored"; readonly variable: Variable }
  | { readonly kind: "arm"; readonly when: Condition | null; readonly then: Outcome; readonly limit: Limit | null }
  /** What is to be done, or how many there are in all, told before the rule. */
  | { readonly kind: "plan"; readonly when: Condition }
  /** A condition that stands alone: what is asked for, before the steps that tell what less of it costs. */
  | { readonly kind: "requirement"; readonly when: Condition }
  | {
      readonly kind: "step";
      /** Only in this region ("低于90%的，每低1%…"). */
      readonly when: Condition | null;
      readonly count: StepClause;
      readonly then: Outcome;
      readonly limit: Limit | null;
      /** How a part of a step counts, where that stands inside the clause. */
      readonly parts?: { readonly count: PartsCount; readonly step: Quantity };
    }
  /** A step that earns on the one side of where it is counted from, and costs as much on the other. */
  | {
      readonly kind: "both-ways";
      readonly text: string;
      readonly count: StepClause;
      readonly points: string;
      readonly earns: "over" | "short";
      readonly limit: Limit | null;
    }
  | { readonly kind: "limit"; readonly limit: Limit }
  /** A part of a step counts as a whole one, or as none. */
  | { readonly kind: "part-steps"; readonly count: PartsCount; readonly step: Quantity }
  /** The first so many of what is counted cost nothing. */
  | { readonly kind: "spared"; readonly text: string; readonly at: Quantity }
  | { readonly kind: "definition"; readonly name: string; readonly expression: Expression }
  | { readonly kind: "ladder"; readonly grades: readonly string[]; readonly outcomes: readonly Outcome[] }
  /** Ranges side by side, and what each of them gives ("100%、90%以上、90%以下分别得10分、8分、0分"). */
  | { readonly kind: "bands"; readonly whens: readonly Condition[]; readonly outcomes: readonly Outcome[] }
  | { readonly kind: "items"; readonly items: readonly Item[] }
  /** The official three grades; `middle` and `lower` are where they part, as shares. */
  | { readonly kind: "three-grades"; readonly middle: string; readonly lower: string }
  | { readonly kind: "likewise" }
  /** One of several things that are looked at, which earns or costs what another clause says of each (评价要点). */
  | { readonly kind: "checkpoint"; readonly text: string }
  /** Cells of other columns that were pasted behind the text. */
  | { readonly kind: "pasted"; readonly text: string }
  /** Words that no production has a place for. */
  | { readonly kind: "residue"; readonly text: string };

/** A clause with its place in the normalised text. */
export type PlacedClause = Clause & { readonly span: Span };

export interface CriterionTree {
  readonly clauses: readonly PlacedClause[];
}

/** The tree without the places in the text, for comparing two readings. */
export function withoutSpans(tree: CriterionTree): unknown {
  return tree.clauses.map((clause) => ({ ...clause, span: undefined }));
}

/** Measures that a formula has a variable for. */
export const VARIABLE_OF_MEASURE: ReadonlyMap<string, Variable> = new Map([
  ["completion", "completion"],
  ["ratio", "completion"],
  ["deviation", "deviation"],
  ["overrun", "overrun"],
  ["saving", "saving"],
  ["change", "change"],
  ["fall", "fall"],
]);
