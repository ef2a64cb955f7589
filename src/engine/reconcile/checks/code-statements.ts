import type { CellId } from "../../workbook";
import type { Operand, Outcome } from "../outcome";
import type { Rule } from "../rule";

/** What the checks of codes say: the codes of their statements, and the parameters of each. */
export interface CodeStatements {
  /** A code that is mistyped, with what fits. */
  readonly "code-slip": {
    readonly tables: string;
    readonly row: string;
    /** 类, 款, 项 or 编码. */
    readonly part: string;
    readonly written: string;
    readonly wanted: string;
    readonly evidence: string;
    readonly code: string;
  };
  /** A code of which nothing tells what it should be. */
  readonly "code-unknown": { readonly tables: string; readonly row: string; readonly list: string };
  readonly "codes-fit": { readonly table: string };
  /** A row whose name the national list has under another code. */
  readonly "code-name": {
    readonly table: string;
    readonly row: string;
    readonly code: string;
    readonly listed: string;
    readonly label: string;
    readonly fitting: string;
    readonly list: string;
  };
  /** Several of them: the table has a numbering of its own. */
  readonly "code-names": {
    readonly table: string;
    readonly count: string;
    readonly items: string;
    readonly list: string;
  };
  readonly "code-names-fit": { readonly table: string };
  readonly "old-names": { readonly tables: string; readonly items: string; readonly first: string };
  readonly "names-current": { readonly table: string };
}

/** One outcome of a check of codes; `cells` are the codes or names that it speaks of. */
export function codeStatement<Code extends keyof CodeStatements>(
  rule: Rule,
  code: Code,
  values: CodeStatements[Code],
  cells: readonly CellId[],
  kind: { readonly outcome: Outcome["outcome"]; readonly severity?: Outcome["severity"] },
): Outcome {
  return {
    rule: rule.id,
    outcome: kind.outcome,
    severity: kind.severity ?? rule.severity,
    operands: cells.map((cell): Operand => ({ cell, role: "reported" })),
    reported: null,
    computed: null,
    difference: null,
    detail: { code: "stated", wording: code, values: { ...values } },
    equation: null,
  };
}
