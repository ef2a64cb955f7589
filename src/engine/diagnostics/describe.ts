import type { EquationStore, Term, Outcome, Account, Declaration, Declarations } from "../reconcile";
import { addressOf, CellKind, locate, type Amounts, type CellId, type Workbook, powerOfTen } from "../workbook";
import type { FigureFinder } from "./figures";
import type { Check, FindingCell } from "./finding";

/** What outcomes are described from. */
export interface Description {
  readonly workbook: Workbook;
  readonly figures: FigureFinder;
  readonly store: EquationStore;
  readonly amounts: Amounts;
  /** What the checks that said it may say. */
  readonly declarations: Declarations;
}

/**
 * The declaration of what an outcome says.
 *
 * @throws Error where no check declares it; `reconcile` lets no such outcome through
 */
export function declarationOf({ detail }: Outcome, { declarations }: Pick<Description, "declarations">): Declaration {
  const found = declarations.get(detail.code);
  if (!found) throw new Error(`no check declares ${detail.code}`);
  return found;
}

/** The parameters of an outcome for its own declaration, whose constructor made them. */
export function parametersOf({ detail }: Outcome): never {
  return detail.parameters as never;
}

/** An outcome with its cells named and its equation in words. */
export function describe(outcome: Outcome, context: Description): Check {
  const account = accountOf(outcome, context);
  return {
    code: outcome.rule,
    outcome: outcome.outcome,
    severity: outcome.severity,
    title: titleOf(outcome, account, context),
    lines: linesOf(outcome, account, context),
    cells: outcome.operands.map(({ cell, role }) => findingCell(cell, role, context)),
    reported: outcome.reported,
    computed: outcome.computed,
    difference: outcome.difference,
    unit: account.unit,
    detail: outcome.detail,
  };
}

/** What the words of an outcome may use beside its parameters. */
export function accountOf(outcome: Outcome, context: Description): Account {
  const { reported, computed, difference, equation } = outcome;
  const { store, amounts } = context;
  return {
    reported,
    computed,
    difference,
    left: equation === null ? [] : written(store.leftTerms(equation), amounts),
    right: equation === null ? [] : written(store.rightTerms(equation), amounts),
    unit: unitOf(outcome, context),
    nameOf: (cell) => nameWithAddress(cell, context),
  };
}

/** The fault in one line, as in "收入总表“教育支出”合计比各项之和少 0.90 万元". */
function titleOf(outcome: Outcome, account: Account, context: Description): string {
  const declaration = declarationOf(outcome, context);
  const parameters = parametersOf(outcome);
  if (outcome.outcome === "pass") return declaration.pass?.(parameters, account) ?? "核对一致";
  return `${declaration.title(parameters, account)}${outcome.outcome === "rounding" ? "（尾差）" : ""}`;
}

function linesOf(outcome: Outcome, account: Account, context: Description): readonly string[] {
  const declaration = declarationOf(outcome, context);
  return outcome.outcome === "pass" && declaration.ofAmounts !== true
    ? []
    : declaration.lines(parametersOf(outcome), account);
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
function unitOf(outcome: Outcome, context: Description): string | null {
  const { figures, store } = context;
  const counts = outcome.equation === null ? !isOfAmounts(outcome, context) : store.isExact(outcome.equation);
  if (counts) return null;
  const reported = outcome.operands.find(({ role }) => role === "reported") ?? outcome.operands[0];
  const table = reported && figures.at(reported.cell)?.table;
  return table ? (table.unit ?? table.template.usualUnit ?? null) : null;
}

/** Whether the figures are amounts of a table, and not what some check works out for itself. */
export function isOfAmounts(outcome: Outcome, context: Pick<Description, "declarations">): boolean {
  return declarationOf(outcome, context).ofAmounts === true;
}

/** The terms that are not nothing, in the unit of the reported cell. */
function written(terms: readonly Term[], amounts: Amounts): string[] {
  const values = terms.map(({ cell, sign, exponent }) => amounts.value(cell)?.times(powerOfTen(exponent)).times(sign));
  return values.filter((value) => value !== undefined && !value.isZero()).map((value) => value!.toString());
}
