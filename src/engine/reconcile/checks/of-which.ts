import { z } from "zod/mini";
import type { Column } from "../../tables";
import { defineCheck, type CheckContext } from "../check";
import { Relation } from "../equations";

/**
 * What stands under 其中 is at most its whole, in lines and in columns. Items of one list ("其中：甲", "乙") are at most the
 * whole together; items that each begin with 其中 may overlap and are taken one by one.
 */
export const ofWhichAtMost = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  run(context) {
    for (const figures of context.figures.sectionsOf(context.table)) {
      const { lines, columns } = figures.section;
      figures.lineParts.ofWhich.forEach((parts, whole) => {
        if (parts.length === 0) return;
        for (const list of listsOf(parts, lines)) {
          for (let column = 0; column < columns.length; column++)
            addAtMost(context, figures.cell(whole, column), list, (part) => figures.cell(part, column));
        }
      });
      figures.columnParts.ofWhich.forEach((parts, whole) => {
        for (const list of listsOf(parts, columns)) {
          lines.forEach((line, index) => {
            if (line.repeats === null)
              addAtMost(context, figures.cell(index, whole), list, (part) => figures.cell(index, part));
          });
        }
      });
    }
  },
});

function listsOf(parts: readonly number[], nodes: readonly Pick<Column, "opensList">[]): number[][] {
  const lists: number[][] = [];
  for (const part of parts) {
    const current = lists.at(-1);
    if (current === undefined || nodes[part]!.opensList) lists.push([part]);
    else current.push(part);
  }
  return lists;
}

function addAtMost(
  context: CheckContext,
  whole: number,
  list: readonly number[],
  cellOf: (part: number) => number,
): void {
  if (whole < 0) return;
  const { store } = context;
  store.open(context.rule.id, Relation.AtMost, context.options);
  for (const part of list) store.left(cellOf(part));
  store.right(whole);
  store.close();
}
