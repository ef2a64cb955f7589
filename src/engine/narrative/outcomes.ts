import type { CheckContext, Detail, NumberVerdict, Operand, Outcome, OutcomeKind, Severity } from "../reconcile";
import { Exact, type ExactDecimal } from "../workbook";
import { claimCell, claimSpan, quote, type Claim } from "./claim";
import { inUnitOf, type TableFigure } from "./comparison";
import type { Amount } from "./parameters";
import type { Passage } from "./passage";
import type { Quantity } from "./quantity";

/** A stretch of a text that an outcome speaks of. */
interface Stretch {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/** A figure in a text: a claim, or the amount of a change. */
type StatedFigure = Pick<Claim, "passage" | "quantity"> & Partial<Pick<Claim, "strange">>;

/** The words of a text that a statement is about, and both figures; worked out when they are asked for. */
export interface Told {
  readonly text: string;
  /** The figure as stated and as it should be; of statements that have both. */
  compared(): { text: string; stated: Amount; expected: Amount };
}

/** What one check of the text says, before it is an Outcome. Amounts are in the unit that the text uses. */
export interface Statement {
  readonly outcome: OutcomeKind;
  readonly severity?: Severity;
  /** One of the things that the check declares. */
  says(told: Told): Detail;
  readonly at: Stretch;
  /** The quantity that is reported; its unit is the unit of the outcome. */
  readonly quantity: Quantity | null;
  /** What it should be, in 元 (in its own unit where it is no money). */
  readonly computed: ExactDecimal | null;
  readonly others?: readonly Operand[];
  /** The figure of the text that is at fault: it is not that of the tables. */
  readonly cause?: StatedFigure | null;
  /** Every figure that the check looked at. A check that stumbles over another's `cause` has the same cause. */
  readonly claims?: readonly StatedFigure[];
}

/** A statement as an outcome of the rule. The operand is the cell of the paragraph. */
export function outcomeOf(context: Pick<CheckContext, "rule">, statement: Statement): Outcome {
  const { quantity, computed, at, cause, claims } = statement;
  const reported = quantity === null ? null : quantity.value.toFixed();
  const expected = quantity === null || computed === null ? null : inUnitOf(quantity, computed);
  return {
    rule: context.rule.id,
    outcome: statement.outcome,
    severity: statement.severity ?? severityOf(statement, context.rule.severity),
    operands: [{ cell: claimSpan(at).cell, role: "reported" }, ...(statement.others ?? [])],
    reported,
    computed: expected,
    difference: quantity === null || computed === null ? null : quantity.value.minus(expected!).toFixed(),
    numbers: numbersOf(statement),
    detail: statement.says(toldOf(statement, expected)),
    cause: cause ? causeKey(cause) : undefined,
    lookedAt: claims?.map(causeKey),
    equation: null,
  };
}

/** What is red must be wrong: of words that nobody reads it is only asked what they mean. */
function severityOf({ outcome, claims }: Statement, usual: Severity): Severity {
  const isUnsure =
    outcome === "fail" && usual === "error" && claims?.some(({ strange }) => typeof strange === "string");
  return isUnsure === true ? "explain" : usual;
}

/** The reported number is held by what the statement says; the others take part in what agrees, not in faults. */
function numbersOf({ at, quantity, outcome, others, claims }: Statement): NumberVerdict[] | undefined {
  if (outcome === "cannot-tell") return undefined;
  const verdict = outcome === "pass" ? "agreed" : outcome === "rounding" ? "rounding" : "contradicted";
  const against = (others ?? []).filter(({ role }) => role === "other").map(({ cell }) => cell);
  const place = (figure: StatedFigure) => ({
    cell: figure.passage.cells[figure.quantity.start]!,
    start: figure.passage.offsets[figure.quantity.start]!,
  });
  const reported =
    quantity === null ? [] : [{ ...place({ passage: at.passage, quantity }), verdict, against } as const];
  const parts = verdict === "contradicted" ? [] : (claims ?? []);
  return [...reported, ...parts.map((figure) => ({ ...place(figure), verdict, against: [] }) as const)];
}

function toldOf({ at, quantity }: Statement, expected: string | null): Told {
  return {
    get text() {
      return quote(at);
    },
    compared: () => ({
      text: quote(at),
      stated: amountOf(quantity!, quantity!.value),
      expected: amountOf(quantity!, new Exact(expected!)),
    }),
  };
}

/** A value in the unit of a quantity, with at least the decimals that the text shows there: "4.50万元". */
export function amountOf({ decimals, unit }: Quantity, value: ExactDecimal): Amount {
  return { value: value.toFixed(Math.max(decimals, value.decimalPlaces())), unit };
}

/** Names a figure among all texts of the workbook: outcomes with the same cause belong to one finding. */
function causeKey({ passage, quantity }: StatedFigure): string {
  return `${passage.cells[quantity.start]}:${passage.offsets[quantity.start]}`;
}

/** The cells of a table's figure as operands. */
export function othersOf(figure: Pick<TableFigure, "cells">): Operand[] {
  return figure.cells.map((cell) => ({ cell, role: "other" }));
}

/** Quantities of claims in other cells than the reported one, as parts. */
export function partsOf(claims: readonly Claim[], reported: number): Operand[] {
  return [...new Set(claims.map(claimCell))]
    .filter((cell) => cell !== reported)
    .map((cell) => ({ cell, role: "part" }));
}
