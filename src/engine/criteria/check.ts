/** Checks on a criterion itself, for `hedui check`: before any actual exists, with the words and the place. */

import { compileCriterion } from "./compile";
import { checkCompiled } from "./passes";
import type { Severity, DiagnosticCode } from "./passes/diagnostic";
import { sayDiagnostic } from "./passes/locale";
import type { CheckInput } from "./passes/pass";
import type { Span } from "../language";

export interface CriterionFinding {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** Plain Chinese, one sentence. */
  readonly message: string;
  /** Place in the criterion as written, end exclusive. */
  readonly span: Span;
  /** The 分值 that the criterion is written for, where that is another than the column has; otherwise null. */
  readonly points: string | null;
}

/**
 * What is wrong with a criterion: no rule, half a rule, gaps and overlaps between bands, marks that do not match the
 * 分值, a direction, unit, target or year that does not fit (domain.md, "Performance indicators"). Empty list: nothing
 * found.
 */
export function checkCriterion(input: CheckInput): readonly CriterionFinding[] {
  return checkCompiled(compileCriterion(input.criterion), input).map((diagnostic) => ({
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: sayDiagnostic(diagnostic),
    span: diagnostic.span,
    points: diagnostic.code === "criterion-marks-differ" ? diagnostic.best : null,
  }));
}
