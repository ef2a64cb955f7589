import { judgeEquation, Relation, Verdict } from "../reconcile";
import type { CheckContext } from "../reconcile";
import type { IndicatorBlock, Table } from "../tables";
import { Exact, powerOfTen } from "../workbook";
import type { CellId, ExactDecimal } from "../workbook";

/** An amount as a table prints it, with the power of ten of its unit, in 元. */
export interface Amount {
  readonly cell: CellId;
  readonly unitExponent: number;
}

/** An amount of a project, and the same amount as another table should say it. */
export interface Pair {
  readonly left: Amount;
  readonly right: Amount;
}

/** What a cell holds, in 元; nothing where it is blank. */
export function inYuan({ amounts }: CheckContext<unknown>, { cell, unitExponent }: Amount): ExactDecimal {
  return (amounts.value(cell) ?? new Exact(0)).times(powerOfTen(unitExponent));
}

export function addPair(context: CheckContext<unknown>, { left, right }: Pair): number {
  context.store.open(context.rule.id, Relation.Equal, context.options);
  context.store.left(left.cell);
  context.store.right(right.cell, right.unitExponent - left.unitExponent);
  return context.store.close();
}

/** Do both print the same amount, but for rounding? */
export function agrees(context: CheckContext<unknown>, pair: Pair): boolean {
  const equation = addPair(context, pair);
  if (equation < 0) return false;
  const { verdict } = judgeEquation(context.store, equation, context.amounts);
  context.store.takeBack();
  return verdict === Verdict.Pass || verdict === Verdict.Rounding;
}

/** The amount of a project's targets: the total of its form, or of its line in a list. Null where it is not written. */
export function amountOf(context: CheckContext<unknown>, table: Table, block: IndicatorBlock): Amount | null {
  const figures = context.figures.sectionsOf(table).find(({ section }) => section.name === "main");
  const column = figures?.section.columns.findIndex(({ roles }) => roles.includes("total")) ?? -1;
  if (!figures || block.line === null || column < 0) return null;
  const cell = figures.cell(block.line, column);
  return cell < 0 || context.amounts.value(cell) === null ? null : { cell, unitExponent: table.unitExponent };
}

/** An amount of a project's targets and what it is, as its column or its line is called. */
export interface ToldAmount extends Amount {
  readonly roles: readonly string[];
}

/** What a project's targets say of its money: its line in a list, the lines of its form. */
export function amountsTold(context: CheckContext<unknown>, table: Table, block: IndicatorBlock): ToldAmount[] {
  const figures = context.figures.sectionsOf(table).find(({ section }) => section.name === "main");
  if (!figures || block.line === null) return [];
  const { lines, columns } = figures.section;
  const isForm = table.blocks.length === 1 && columns.length === 1;
  const places = isForm
    ? lines.map(({ roles }, line) => ({ roles, cell: figures.cell(line, 0) }))
    : columns.map(({ roles }, column) => ({ roles, cell: figures.cell(block.line!, column) }));
  return places
    .filter(({ cell }) => cell >= 0 && context.amounts.value(cell) !== null)
    .map((place) => ({ ...place, unitExponent: table.unitExponent }));
}

/** Where money comes from, as a list has columns for it and a form lines. */
const sources = [
  "total",
  "fiscal-line",
  "general-public",
  "government-fund",
  "state-capital",
  "special-account",
  "carry-over",
  "other",
];

/** The first amount of each source. */
export function amountsBySource(
  context: CheckContext<unknown>,
  table: Table,
  block: IndicatorBlock,
): ReadonlyMap<string, Amount> {
  const found = new Map<string, Amount>();
  for (const amount of amountsTold(context, table, block)) {
    const source = sources.find((one) => amount.roles.includes(one));
    if (source !== undefined && !found.has(source)) found.set(source, amount);
  }
  return found;
}
