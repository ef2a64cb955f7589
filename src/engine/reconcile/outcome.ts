import type { CellId } from "../workbook";

/** The four answers to "does it agree": 一致, 尾差, 不符, 未能核对. */
export type OutcomeKind = "pass" | "rounding" | "fail" | "cannot-tell";
/** 必改, 需说明, 提示. */
export type Severity = "error" | "explain" | "hint";

/**
 * How much an outcome weighs under a rule of that severity: a rounding difference is a hint, whatever the rule says.
 */
export function severityOf(outcome: OutcomeKind, severity: Severity): Severity {
  return outcome === "rounding" ? "hint" : severity;
}

/** A cell in a finding and the part it plays. */
export interface Operand {
  readonly cell: CellId;
  readonly role: "reported" | "part" | "other";
}

declare const made: unique symbol;

/**
 * What an outcome says: one of the declared things, with its parameters. Only `Declared.with` (declaration.ts) makes
 * one.
 */
export interface Detail<Code extends string = string, Parameters = unknown> {
  readonly code: Code;
  readonly parameters: Parameters;
  readonly [made]: true;
}

/** A cell that a check would have hold another value; exact decimals as text. */
export interface Want {
  readonly cell: CellId;
  readonly from: string;
  readonly to: string;
}

/** A number of a text, by its place in the cell, and how an outcome holds it. */
export interface NumberVerdict {
  readonly cell: CellId;
  readonly start: number;
  readonly verdict: "agreed" | "rounding" | "contradicted";
  /** The cells of tables that it was held against. */
  readonly against: readonly CellId[];
}

/** How an outcome hangs together with others. The keys are the check's own; alike keys mean the same thing. */
export interface Bearings {
  /** What is at fault: outcomes that name the same are one finding. */
  readonly cause?: string;
  /** What else the check looked at: where another names that as its cause, it is the cause of this one, too. */
  readonly lookedAt?: readonly string[];
  /** What would put it right: a sum that is off by just that is off because of it. */
  readonly wants?: readonly Want[];
}

/** What one check of one rule said. Amounts are exact decimals as text, in the unit of the reported cell. */
export interface Outcome extends Bearings {
  /** Id of the rule, which is the code of the finding. */
  readonly rule: string;
  readonly outcome: OutcomeKind;
  readonly severity: Severity;
  readonly operands: readonly Operand[];
  readonly reported: string | null;
  readonly computed: string | null;
  readonly difference: string | null;
  /** Why: one of the things that the check declares to say. */
  readonly detail: Detail;
  /** What it says of the numbers of a text. */
  readonly numbers?: readonly NumberVerdict[];
  /** Number of the equation in the `EquationStore` it came from; null for checks that are not linear. */
  readonly equation: number | null;
}
