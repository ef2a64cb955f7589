import type { Column, Line, Table } from "../tables";
import { AmountState, powerOfTen, type Amounts, type CellId, type ExactDecimal } from "../workbook";
import type { CheckContext } from "./check";
import { Relation } from "./equations";
import type { FigureIndex, SectionFigures } from "./figures";
import type { TableGroup } from "./groups";
import { judgeEquation, tolerance, Verdict } from "./judge";

/** A balance carried from one year into another, as one of the tables prints it. */
export interface CarriedBalance {
  readonly cell: CellId;
  /** Power of ten of its table's unit, in 元. */
  readonly unitExponent: number;
  /** The code whose share of the balance it is; null for the whole and for its funds. */
  readonly code: string | null;
  /** In 元. */
  readonly value: ExactDecimal;
}

const known = new WeakMap<Amounts, Map<TableGroup, readonly CarriedBalance[]>>();

/**
 * The balances that the tables of a body and year print: whole, by fund, and by code. A table with last year's balance
 * in it and one without it differ by just that (上年结转 in 财政拨款收支总表, none in 一般公共预算支出表).
 */
export function carriedBalances({ group, figures, amounts }: CheckContext): readonly CarriedBalance[] {
  let byGroup = known.get(amounts);
  if (byGroup === undefined) known.set(amounts, (byGroup = new Map<TableGroup, readonly CarriedBalance[]>()));
  let balances = byGroup.get(group);
  if (balances === undefined) byGroup.set(group, (balances = balancesOf(group, figures, amounts)));
  return balances;
}

function balancesOf(group: TableGroup, index: FigureIndex, amounts: Amounts): CarriedBalance[] {
  return group.tables.flatMap((table) => index.sectionsOf(table).flatMap((figures) => printedIn(figures, amounts)));
}

function printedIn(figures: SectionFigures, amounts: Amounts): CarriedBalance[] {
  const { section, table } = figures;
  const carriedColumns = section.columns.map((_, column) => isWithinCarried(section.columns, column, table));
  return section.lines.flatMap((line, at) => {
    const isBalance = isWithinCarried(section.lines, at, table);
    if (!isBalance && !carriedColumns.includes(true)) return [];
    return section.columns.flatMap((_, column) => {
      const cell = figures.cell(at, column);
      if (!(isBalance || carriedColumns[column]) || cell < 0 || amounts.state[cell] !== AmountState.Exact) return [];
      const value = amounts.value(cell);
      if (value === null || value.isZero()) return [];
      const inYuan = value.times(powerOfTen(table.unitExponent));
      return [{ cell, unitExponent: table.unitExponent, code: isBalance ? null : line.code, value: inYuan }];
    });
  });
}

/** True for a figure that is itself a carried balance: where such are compared, nothing explains a difference. */
function isCarried(index: FigureIndex, cell: CellId): boolean {
  const place = index.find(cell);
  if (place === null) return false;
  const { section, table, lineIndex, columnIndex } = place;
  return isWithinCarried(section.lines, lineIndex, table) || isWithinCarried(section.columns, columnIndex, table);
}

const carriedKinds: ReadonlySet<string> = new Set(["in", "out", "surplus"]);

function isWithinCarried(nodes: readonly (Line | Column)[], index: number, table: Table): boolean {
  const meant = table.template.meanings?.roles;
  if (meant === undefined) return false;
  for (let at: number | null = index; at !== null; at = nodes[at]!.parent)
    if (nodes[at]!.roles.some((role) => carriedKinds.has(meant.get(role)?.["carried"] ?? ""))) return true;
  return false;
}

/** How far the sides of an equation that fails are apart, in 元, and how much of it rounding may be. */
export interface Gap {
  readonly difference: ExactDecimal;
  readonly rounding: ExactDecimal;
}

/**
 * The gap of an equation between tables that carried balances may explain; null where it holds, cannot be judged, stays
 * within one table or is about carried balances itself. `unitExponent` is that of its first left cell.
 */
export function gapBetweenTables(context: CheckContext, equation: number, unitExponent: number): Gap | null {
  const { store, amounts, figures, group } = context;
  // A 决算 keeps its balances in lines and columns of their own: its 本年支出 is the same everywhere.
  if (equation < 0 || group.stage === "final" || store.relationOf(equation) !== Relation.Equal) return null;
  if (carriedBalances(context).length === 0) return null;
  const { verdict, difference } = judgeEquation(store, equation, amounts);
  if (verdict !== Verdict.Fail || difference === null) return null;
  const cells = [...store.cellsOf(equation)];
  const leftTerms = store.leftTerms(equation).length;
  const tables = cells.map((cell) => figures.find(cell)?.table);
  const left = new Set(tables.slice(0, leftTerms));
  if (tables.slice(leftTerms).some((table) => left.has(table))) return null;
  if (cells.some((cell) => isCarried(figures, cell))) return null;
  const unit = powerOfTen(unitExponent);
  return { difference: difference.times(unit), rounding: tolerance(store, equation, amounts).times(unit) };
}

/**
 * The balance that explains a gap: as large as it, but for rounding. `code` is the code that the equation is about,
 * null for totals.
 */
export function explaining(context: CheckContext, gap: Gap, code: string | null): CarriedBalance | null {
  const size = gap.difference.abs();
  if (size.lessThanOrEqualTo(gap.rounding)) return null;
  const fitting = carriedBalances(context).filter(
    (balance) =>
      (balance.code === null || balance.code === code) &&
      balance.value.minus(size).abs().lessThanOrEqualTo(gap.rounding),
  );
  return fitting.find(({ value }) => value.equals(size)) ?? fitting[0] ?? null;
}
