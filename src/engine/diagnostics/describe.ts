import { Relation, type EquationStore, type Term } from "../reconcile/equations";
import type { Outcome } from "../reconcile/outcome";
import { addressOf, CellKind, locate, type Amounts, type CellId, type Workbook, powerOfTen } from "../workbook";
import type { FigureFinder } from "./figures";
import type { Check, FindingCell } from "./finding";
import { linesOf, titleOf, type EquationText } from "./wording/zh";

/** What outcomes are described from. */
export interface Description {
  readonly workbook: Workbook;
  readonly figures: FigureFinder;
  readonly store: EquationStore;
  readonly amounts: Amounts;
}

/** An outcome with its cells named and its equation in words. */
export function describe(outcome: Outcome, context: Description): Check {
  const unit = unitOf(outcome, context);
  const text: EquationText = {
    left: outcome.equation === null ? [] : written(context.store.leftTerms(outcome.equation), context.amounts),
    right: outcome.equation === null ? [] : written(context.store.rightTerms(outcome.equation), context.amounts),
    turned: outcome.equation !== null && context.store.relationOf(outcome.equation) === Relation.AtLeast,
    unit,
    nameOf: (cell) => nameWithAddress(cell, context),
  };
  return {
    code: outcome.rule,
    outcome: outcome.outcome,
    severity: outcome.severity,
    title: titleOf(outcome, text),
    lines: linesOf(outcome, text),
    cells: outcome.operands.map(({ cell, role }) => findingCell(cell, role, context)),
    reported: outcome.reported,
    computed: outcome.computed,
    difference: outcome.difference,
    unit,
    detail: outcome.detail,
  };
}

/** "收入总表“行政运行”合计（E12）", or the sheet and address of a cell that is no figure. */
export function nameWithAddress(
  cell: CellId,
  { workbook, figures }: Pick<Description, "workbook" | "figures">,
): string {
  const { sheet, address } = addressOf(workbook, cell);
  const figure = figures.at(cell);
  return figure ? `${figures.nameOf(figure)}（${address}）` : `“${sheet}”表 ${address}`;
}

function findingCell(cell: CellId, role: FindingCell["role"], { workbook, figures }: Description): FindingCell {
  const figure = figures.at(cell);
  return {
    cell,
    ...addressOf(workbook, cell),
    role,
    value: valueOf(workbook, cell),
    name: figure ? figures.nameOf(figure) : null,
  };
}

/** What stands in a cell: a number, a text (errors as their code), or null. */
function valueOf(workbook: Workbook, cell: CellId): number | string | null {
  const { sheet, index } = locate(workbook, cell);
  const kind = sheet.kinds[index];
  if (kind === CellKind.Number) return sheet.numbers[index]!;
  if (kind === CellKind.Boolean) return sheet.numbers[index] === 1 ? "TRUE" : "FALSE";
  if (kind === CellKind.Uncalculated) return `=${sheet.formulas.get(index) ?? ""}`;
  return sheet.texts[index] ?? null;
}

/**
 * The unit of the reported cell; null for counts and points, which are exact and no amounts of money, and where the
 * wording says it.
 */
function unitOf(outcome: Outcome, { figures, store }: Description): string | null {
  if (outcome.equation === null ? outcome.detail.code === "stated" : store.isExact(outcome.equation)) return null;
  const reported = outcome.operands.find(({ role }) => role === "reported") ?? outcome.operands[0];
  const table = reported && figures.at(reported.cell)?.table;
  return table ? (table.unit ?? table.template.usualUnit ?? null) : null;
}

/** The terms that are not nothing, in the unit of the reported cell. */
function written(terms: readonly Term[], amounts: Amounts): string[] {
  const values = terms.map(({ cell, sign, exponent }) => amounts.value(cell)?.times(powerOfTen(exponent)).times(sign));
  return values.filter((value) => value !== undefined && !value.isZero()).map((value) => value!.toString());
}
