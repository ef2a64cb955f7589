import type { CheckContext, Operand, Outcome, OutcomeDetail, OutcomeKind, Severity } from "../reconcile";
import { Exact, type ExactDecimal } from "../workbook";
import { claimCell, claimSpan, quote, type Claim } from "./claim";
import { inUnitOf, type TableFigure } from "./comparison";
import type { Passage } from "./passage";
import type { Quantity } from "./quantity";
import type { NarrativeWording } from "./wording";

/** A stretch of a text that an outcome speaks of. */
interface Stretch {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/** A figure in a text: a claim, or the amount of a change. */
type StatedFigure = Pick<Claim, "passage" | "quantity">;

/** What one check of the text says, before it is an Outcome. Amounts are in the unit that the text uses. */
export interface Statement {
  readonly outcome: OutcomeKind;
  readonly severity?: Severity;
  readonly wording: NarrativeWording;
  readonly at: Stretch;
  /** The quantity that is reported; its unit is the unit of the outcome. */
  readonly quantity: Quantity | null;
  /** What it should be, in 元 (in its own unit where it is no money). */
  readonly computed: ExactDecimal | null;
  readonly others?: readonly Operand[];
  readonly values?: Readonly<Record<string, string>>;
  /** The figure of the text that is at fault: it is not that of the tables. */
  readonly cause?: StatedFigure | null;
  /** Every figure that the check looked at. A check that stumbles over another's `cause` has the same cause. */
  readonly claims?: readonly StatedFigure[];
}

/** A statement as an outcome of the rule. The operand is the cell of the paragraph; `values.text` quotes the words. */
export function outcomeOf(context: Pick<CheckContext, "rule">, statement: Statement): Outcome {
  const { quantity, computed, at } = statement;
  const reported = quantity === null ? null : quantity.value.toFixed();
  const expected = quantity === null || computed === null ? null : inUnitOf(quantity, computed);
  const span = claimSpan(at);
  return {
    rule: context.rule.id,
    outcome: statement.outcome,
    severity: statement.severity ?? context.rule.severity,
    operands: [{ cell: span.cell, role: "reported" }, ...(statement.others ?? [])],
    reported,
    computed: expected,
    difference: quantity === null || computed === null ? null : quantity.value.minus(expected!).toFixed(),
    detail: detailOf(statement, expected, span),
    equation: null,
  };
}

/** The words of what passes are made when they are asked for: nearly everything passes, and nobody reads of it. */
function detailOf(statement: Statement, expected: string | null, span: ReturnType<typeof claimSpan>): OutcomeDetail {
  const { wording } = statement;
  if (statement.outcome !== "pass") return { code: "stated", wording, values: valuesOf(statement, expected, span) };
  return {
    code: "stated",
    wording,
    get values() {
      return valuesOf(statement, expected, span);
    },
  };
}

function valuesOf(
  { quantity, at, cause, claims, values }: Statement,
  expected: string | null,
  span: ReturnType<typeof claimSpan>,
): Readonly<Record<string, string>> {
  return {
    text: quote(at),
    start: String(span.start),
    end: String(span.end),
    ...(quantity === null ? {} : { stated: written(quantity, quantity.value) }),
    ...(expected === null ? {} : { expected: written(quantity!, new Exact(expected)) }),
    ...(cause ? { cause: causeKey(cause) } : {}),
    ...(claims ? { claims: claims.map(causeKey).join(",") } : {}),
    ...values,
  };
}

/** A value in the unit of a quantity, with at least the decimals that the text shows there: "4.50万元". */
function written({ decimals, unit }: Quantity, value: ExactDecimal): string {
  return `${value.toFixed(Math.max(decimals, value.decimalPlaces()))}${unit}`;
}

/** Names a figure among all texts of the workbook: outcomes with the same cause belong to one finding. */
function causeKey({ passage, quantity }: StatedFigure): string {
  return `${passage.cells[quantity.start]}:${passage.offsets[quantity.start]}`;
}

/** The cells of a table's figure as operands. */
export function othersOf(figure: TableFigure): Operand[] {
  return figure.cells.map((cell) => ({ cell, role: "other" }));
}

/** Quantities of claims in other cells than the reported one, as parts. */
export function partsOf(claims: readonly Claim[], reported: number): Operand[] {
  return [...new Set(claims.map(claimCell))]
    .filter((cell) => cell !== reported)
    .map((cell) => ({ cell, role: "part" }));
}
