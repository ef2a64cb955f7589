import type { Detail, Operand, OutcomeKind, Severity } from "../reconcile";
import type { CellId } from "../workbook";

/** What a suspect may have done: see the command line's contract. */
export const suspectKinds = [
  "digits-swapped",
  "digit-changed",
  "sign",
  "scale",
  "row-omitted",
  "row-doubled",
  "neighbour-copied",
  "value-missing",
  "common-cell",
] as const;
export type SuspectKind = (typeof suspectKinds)[number];

/** A cell that a finding speaks of. `address` is A1 style without the sheet. */
export interface FindingCell {
  readonly cell: CellId;
  readonly sheet: string;
  readonly address: string;
  readonly role: Operand["role"];
  /** As it stands in the workbook; null where blank. */
  readonly value: number | string | null;
  /** "收入总表“行政运行”合计"; null for a cell that is no figure of a table. */
  readonly name: string | null;
}

/** A place where the error may be, with the value that would repair it. */
export interface Suspect {
  readonly cell: CellId;
  readonly sheet: string;
  readonly address: string;
  readonly kind: SuspectKind;
  /** In Chinese, for the person who looks at the cell. */
  readonly reason: string;
  /** Exact decimal in the cell's own unit; null where no single value repairs it. */
  readonly proposed: string | null;
  /**
   * Of a figure that stands inside a label ("其中：基本支出：2148.72"): the whole text of the cell with the value repaired;
   * else null.
   */
  readonly text: string | null;
}

/**
 * One check: its numbers are exact decimals as text, in `unit`, that of the reported cell (null: no amount of money).
 */
export interface Check {
  /** Id of the rule. */
  readonly code: string;
  readonly outcome: OutcomeKind;
  readonly severity: Severity;
  /** The fault in one line, with the amount. */
  readonly title: string;
  /** The equation or explanation, at most three lines. */
  readonly lines: readonly string[];
  readonly cells: readonly FindingCell[];
  readonly reported: string | null;
  readonly computed: string | null;
  readonly difference: string | null;
  readonly unit: string | null;
  readonly detail: Detail;
}

/** Another check of the same finding. */
export interface Witness extends Check {
  /**
   * It fails because of what the finding says; else it is another place of the same fault, or merely cannot be told.
   */
  readonly follows: boolean;
}

/** A reason a person gave for leaving a finding as it is (已说明). */
export interface Acceptance {
  readonly reason: string;
  /** True when the figures have changed since. */
  readonly stale: boolean;
}

/** One cause: the check that says it best, and the others that fail for the same reason as its witnesses. */
export interface Finding extends Check {
  /** `lines` as one text. */
  readonly message: string;
  /** Ranked, the likeliest first. */
  readonly suspects: readonly Suspect[];
  readonly witnesses: readonly Witness[];
  readonly accepted: Acceptance | null;
  /**
   * Rule and meaning (table, line, column), stable when rows are inserted or sheets renamed: what an acceptance is kept
   * under.
   */
  readonly key: string;
  /** The same for findings that a person would treat alike: rule and reason; its own where it stands for itself. */
  readonly group: string;
  /** The first suspect is it: several checks ask for the same value there, or it cannot be read; the title names it. */
  readonly certain?: boolean;
  /** Several places with the same fault: `cells` are all of them, the witnesses are the single checks. */
  readonly alike?: boolean;
}

const outcomeOrder: readonly OutcomeKind[] = ["fail", "cannot-tell", "rounding", "pass"];
const severityOrder: readonly Severity[] = ["error", "explain", "hint"];

/** Negative where `a` is the more serious: severity first (of what does not pass), then outcome. */
export function bySeriousness(
  a: { outcome: OutcomeKind; severity: Severity },
  b: { outcome: OutcomeKind; severity: Severity },
): number {
  const passing = Number(a.outcome === "pass") - Number(b.outcome === "pass");
  return (
    passing ||
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
    outcomeOrder.indexOf(a.outcome) - outcomeOrder.indexOf(b.outcome)
  );
}

/** The most serious outcome of several checks. */
export function worstOutcome(checks: readonly { outcome: OutcomeKind }[]): OutcomeKind {
  return outcomeOrder.find((outcome) => checks.some((check) => check.outcome === outcome)) ?? "pass";
}

/** The most severe severity of several checks. */
export function worstSeverity(checks: readonly { severity: Severity }[]): Severity {
  return severityOrder.find((severity) => checks.some((check) => check.severity === severity)) ?? "hint";
}
