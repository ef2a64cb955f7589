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
  const operands: Operand[] = [];
  addOperands(operands, statement.cells, "reported");
  addOperands(operands, statement.parts, "part");
  addOperands(operands, statement.others, "other");
  return {
    rule: context.rule.id,
    outcome: statement.outcome,
    severity: statement.severity ?? context.rule.severity,
    operands,
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

function addOperands(operands: Operand[], cells: readonly CellId[] | undefined, role: Operand["role"]): void {
  if (cells !== undefined) for (const cell of cells) if (cell >= 0) operands.push({ cell, role });
}
