import { z } from "zod/mini";
import { normalise, type Table } from "../../tables";
import type { CellId } from "../../workbook";
import { defineCheck, type CheckContext } from "../check";
import { explaining, gapBetweenTables, type Gap } from "../carried-balances";
import { Relation } from "../equations";
import { selectorSchema, type Selector } from "../rule";
import { isEmptyTable, selectCells } from "../select";

/** Parameters of a comparison of two sides. */
export const sidesSchema = z.strictObject({
  /** What is reported: the figures of all selectors, added up. */
  left: z.array(selectorSchema).check(z.minLength(1)),
  /** What it is compared with. */
  right: z.array(selectorSchema).check(z.minLength(1)),
});
type Comparison = z.infer<typeof sidesSchema>;

/** The left figures together equal the right ones together; units are converted. */
export const equal = comparison(Relation.Equal);
/** The left figures together are at most the right ones. */
export const atMost = comparison(Relation.AtMost);
/** The left figures together are at least the right ones. */
export const atLeast = comparison(Relation.AtLeast);

/** A figure with the power of ten of its table's unit, in 元; taken away where the sign says so. */
export interface UnitCell {
  readonly cell: CellId;
  readonly unitExponent: number;
  readonly sign?: 1 | -1;
}

function comparison(relation: Relation) {
  return defineCheck({
    scope: "group",
    parameters: sidesSchema,
    run(context) {
      const sides = bothSides(context);
      if (sides !== null) addExplained(context, relation, sides.left, sides.right, null);
    },
  });
}

/** The cells of both sides; null where one is not known, or both are the same cells. */
export function bothSides(
  context: CheckContext<Comparison>,
): { readonly left: readonly UnitCell[]; readonly right: readonly UnitCell[] } | null {
  const left = sideCells(context, context.parameters.left);
  const right = sideCells(context, context.parameters.right);
  return left === null || right === null || isSame(left, right) ? null : { left, right };
}

/** One cell printed for both sides agrees with itself, and says nothing. */
function isSame(left: readonly UnitCell[], right: readonly UnitCell[]): boolean {
  return left.length === right.length && left.every(({ cell }, at) => cell === right[at]!.cell);
}

/** Adds Σ left (= ≤ ≥) Σ right, in the unit of the first left cell; gives the number of the equation. */
export function addComparison(
  context: CheckContext<unknown>,
  relation: Relation,
  left: readonly UnitCell[],
  right: readonly UnitCell[],
): number {
  const unit = left[0]?.unitExponent ?? 0;
  context.store.open(context.rule.id, relation, context.options);
  for (const { cell, unitExponent, sign } of left) context.store.left(cell, unitExponent - unit, sign);
  for (const { cell, unitExponent, sign } of right) context.store.right(cell, unitExponent - unit, sign);
  return context.store.close();
}

/** An equation whose sides differ by what no single balance explains. */
export interface OpenGap extends Gap {
  readonly equation: number;
  readonly code: string | null;
}

/**
 * As `addComparison`. Where two tables differ by a balance carried over that is printed, one counts it in and the other
 * does not: it is added to the smaller side, for everyone to see. Gives what is then still open, null where nothing is.
 * `code` is the code that the equation is about, null for totals.
 */
export function addExplained(
  context: CheckContext<unknown>,
  relation: Relation,
  left: readonly UnitCell[],
  right: readonly UnitCell[],
  code: string | null,
): OpenGap | null {
  const equation = addComparison(context, relation, left, right);
  const gap = gapBetweenTables(context, equation, left[0]?.unitExponent ?? 0);
  if (gap === null) return null;
  const balance = explaining(context, gap, code);
  if (balance === null) return { ...gap, equation, code };
  context.store.takeBack();
  if (gap.difference.isPositive()) addComparison(context, relation, left, [...right, balance]);
  else addComparison(context, relation, [...left, balance], right);
  return null;
}

/**
 * The cells of one side; null where a required figure is missing (reported), where nothing is there at all, or
 * where one of
 * its tables has figures and none of those asked for: what it would add is not known.
 */
function sideCells(context: CheckContext<Comparison>, selectors: readonly Selector[]): UnitCell[] | null {
  const cells: UnitCell[] = [];
  const silent = new Map<Table, boolean>();
  for (const selector of selectors) {
    for (const table of context.tablesOf(selector.table)) {
      const found = selectCells(context.figures, table, selector);
      if (found.length === 0 && selector.required && !isEmptyTable(context.figures, context.amounts, table)) {
        // It may well stand in a column that was not read: the column is asked for, and nothing is wrong.
        const isUnread = table.headerColumns?.some(({ isRead }) => !isRead) === true;
        context.reportMissing(selector.name, table.template.short, [], isUnread ? "hint" : undefined);
        return null;
      }
      silent.set(table, found.length === 0 && silent.get(table) !== false);
      for (const cell of found) cells.push({ cell, unitExponent: table.unitExponent });
    }
  }
  const told = [...silent].flatMap(([table, isSilent]) => (isSilent ? [] : [table]));
  const isKnown = [...silent].every(
    ([table, isSilent]) => !isSilent || isEmptyTable(context.figures, context.amounts, table) || isListed(table, told),
  );
  return cells.length > 0 && isKnown ? cells : null;
}

/** The form of a project that stands in the list of all projects, too: the list's total has its amount. */
function isListed({ blocks }: Table, lists: readonly Table[]): boolean {
  const names = new Set(lists.flatMap((list) => list.blocks.map(({ name }) => normalise(name))));
  return blocks.length > 0 && blocks.every(({ name }) => name !== "" && names.has(normalise(name)));
}
