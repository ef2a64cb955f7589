import type { CheckContext, Operand, Outcome, OutcomeDetail, OutcomeKind, Severity } from "../reconcile";
import type { CellId, ExactDecimal } from "../workbook";
import type { EvaluationWording } from "./wording";

type Values = Readonly<Record<string, string>>;

/** What a check of the performance tables says, before it is an Outcome. */
export interface Statement {
  readonly outcome: OutcomeKind;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly wording: EvaluationWording;
  /** Parameters of the wording; as a function where most of what is said passes: then nobody asks for them. */
  readonly values?: Values | (() => Values);
  /** The cell that is at fault, or that was found right. */
  readonly cells: readonly CellId[];
  readonly parts?: readonly CellId[];
  readonly others?: readonly CellId[];
  readonly reported?: ExactDecimal | null;
  readonly computed?: ExactDecimal | null;
}

/** A statement as an outcome of the rule. Cells that are not there (-1) are left out. */
export function outcomeOf(context: Pick<CheckContext, "rule">, statement: Statement): Outcome {
  const { reported = null, computed = null } = statement;
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
    detail: detailOf(statement),
    equation: null,
  };
}

function detailOf({ wording, values = {} }: Statement): OutcomeDetail {
  if (typeof values !== "function") return { code: "stated", wording, values };
  return {
    code: "stated",
    wording,
    get values() {
      return values();
    },
  };
}
