import type { Table } from "../tables";
import type { Amounts } from "../workbook";
import type { FigureIndex } from "./figures";
import type { Condition, Figures } from "./rule";
import { isEmptyTable, isNothing, selectCells } from "./select";

/** True where every precondition of a rule holds for these tables. */
export function conditionsHold(
  conditions: readonly Condition[],
  tableOf: (kind: string) => Table | null,
  index: FigureIndex,
  amounts: Amounts,
): boolean {
  return conditions.every(holds);

  function holds(condition: Condition): boolean {
    if ("any" in condition) return condition.any.some(holds);
    if ("present" in condition) return isPresent(condition.present);
    if ("absent" in condition) return !isPresent(condition.absent);
    if ("filled" in condition) return isPresent(condition.filled) && !hasNothing(condition.filled);
    return tableOf(condition.zero.table) !== null && hasNothing(condition.zero);
  }

  function isPresent(figures: Figures): boolean {
    const table = tableOf(figures.table);
    if (table === null) return false;
    return (
      (figures.lines === undefined && figures.columns === undefined && figures.sections === undefined) ||
      selectCells(index, table, figures).length > 0
    );
  }

  function hasNothing(figures: Figures): boolean {
    const table = tableOf(figures.table);
    if (table === null) return true;
    if (figures.lines === undefined && figures.columns === undefined && figures.sections === undefined)
      return isEmptyTable(index, amounts, table);
    return isNothing(amounts, selectCells(index, table, figures));
  }
}
