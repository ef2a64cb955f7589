import type { CellId } from "../workbook";

/** The four answers to "does it agree": 一致, 尾差, 不符, 未能核对. */
export type OutcomeKind = "pass" | "rounding" | "fail" | "cannot-tell";
/** 必改, 需说明, 提示. */
export type Severity = "error" | "explain" | "hint";

/** A cell in a finding and the part it plays. */
export interface Operand {
  readonly cell: CellId;
  readonly role: "reported" | "part" | "other";
}

/** What one check of one rule said. Amounts are exact decimals as text, in the unit of the reported cell. */
export interface Outcome {
  /** Id of the rule, which is the code of the finding. */
  readonly rule: string;
  readonly outcome: OutcomeKind;
  readonly severity: Severity;
  readonly operands: readonly Operand[];
  readonly reported: string | null;
  readonly computed: string | null;
  readonly difference: string | null;
  /** Why, discriminated by code; worded in `diagnostics/wording`. */
  readonly detail: OutcomeDetail;
  /** Number of the equation in the `EquationStore` it came from; null for checks that are not linear. */
  readonly equation: number | null;
}

/** Parameters of the wording. `name`s are what a clerk calls the thing: "收入总表“教育支出”合计". */
export type OutcomeDetail =
  | { readonly code: "sum"; readonly total: string; readonly parts: readonly string[] }
  /** A figure that is one less another: what is taken off is none of the parts of a sum. */
  | { readonly code: "difference"; readonly total: string }
  | { readonly code: "equal"; readonly left: string; readonly right: string }
  | { readonly code: "at-most"; readonly left: string; readonly right: string }
  | { readonly code: "blank-total"; readonly total: string }
  | { readonly code: "blank-parts"; readonly total: string }
  | { readonly code: "unreadable"; readonly cell: CellId; readonly content: string }
  | { readonly code: "missing"; readonly what: string; readonly where: string }
  | { readonly code: "crashed"; readonly reason: string }
  /** Checks outside the linear ones name their own wording and give its parameters. */
  | { readonly code: "stated"; readonly wording: string; readonly values: Readonly<Record<string, string>> };
