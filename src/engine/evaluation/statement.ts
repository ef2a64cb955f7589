import type { Bearings, CheckContext, Detail, Operand, Outcome, OutcomeKind, Severity } from "../reconcile";
import type { CellId, ExactDecimal } from "../workbook";

/** What a check of the performance tables says, before it is an Outcome. */
export interface Statement extends Bearings {
  readonly outcome: OutcomeKind;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** One of the things that the check declares. */
  readonly says: Detail;
  /** The cell that is at fault, or that was found right. */
  readonly cells: readonly CellId[];
  readonly parts?: readonly CellId[];
  readonly others?: readonly CellId[];
  readonly reported?: ExactDecimal | null;
  readonly computed?: ExactDecimal | null;
}

/** A statement as an outcome of the rule. Cells that are not there (-1) are left out. */
export function outcomeOf(context: Pick<CheckContext, "rule">, statement: Statement): Outcome {
  const { reported = null, computed = null, cause, lookedAt, wants } = statement;
  const operands = (cells: readonly CellId[] | undefined, role: Operand["role"]): Operand[] =>
    (cells ?? []).filter((cell) => cell >= 0).map((cell) => ({ cell, role }));
  return {
    rule: context.rule.id,
    outcome: statement.outcome,
    severity: statement.severity ?? context.rule.severity,
    operands: [
      ...operands(statement.cells, "reported"),
      ...operands(statement.parts, "part"),
      ...operands(statement.others, "other"),
    ],
    reported: reported?.toFixed() ?? null,
    computed: computed?.toFixed() ?? null,
    difference: reported === null || computed === null ? null : reported.minus(computed).toFixed(),
    detail: statement.says,
    cause,
    lookedAt,
    wants,
    equation: null,
  };
}
