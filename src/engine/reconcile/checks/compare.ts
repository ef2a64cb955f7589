import { z } from "zod/mini";
import type { Table } from "../../tables";
import type { CellId } from "../../workbook";
import { defineCheck, type CheckContext } from "../check";
import { Relation } from "../equations";
import { selectorSchema, type Selector } from "../rule";
import { isEmptyTable, selectCells } from "../select";

const parameters = z.strictObject({
  /** What is reported: the figures of all selectors, added up. */
  left: z.array(selectorSchema).check(z.minLength(1)),
  /** What it is compared with. */
  right: z.array(selectorSchema).check(z.minLength(1)),
});
type Comparison = z.infer<typeof parameters>;

/** The left figures together equal the right ones together; units are converted. */
export const equal = comparison(Relation.Equal);
/** The left figures together are at most the right ones. */
export const atMost = comparison(Relation.AtMost);
/** The left figures together are at least the right ones. */
export const atLeast = comparison(Relation.AtLeast);

/** A figure with the power of ten of its table's unit, in 元. */
export interface UnitCell {
  readonly cell: CellId;
  readonly unitExponent: number;
}

function comparison(relation: Relation) {
  return defineCheck({
    scope: "group",
    parameters,
    run(context) {
      const left = sideCells(context, context.parameters.left);
      const right = sideCells(context, context.parameters.right);
      if (left === null || right === null || isSame(left, right)) return;
      addComparison(context, relation, left, right);
    },
  });
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
  for (const { cell, unitExponent } of left) context.store.left(cell, unitExponent - unit);
  for (const { cell, unitExponent } of right) context.store.right(cell, unitExponent - unit);
  return context.store.close();
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
        context.reportMissing(selector.name, table.template.short);
        return null;
      }
      silent.set(table, found.length === 0 && silent.get(table) !== false);
      for (const cell of found) cells.push({ cell, unitExponent: table.unitExponent });
    }
  }
  const isKnown = [...silent].every(
    ([table, isSilent]) => !isSilent || isEmptyTable(context.figures, context.amounts, table),
  );
  return cells.length > 0 && isKnown ? cells : null;
}
