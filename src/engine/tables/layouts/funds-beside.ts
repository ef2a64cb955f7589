import { roleIdsOf } from "../roles";
import type { TableTemplate } from "../template";
import type { View } from "../view";
import { labelWord } from "./targets-fields";

/** A funds block without a header: its rows, and the columns of each measure's labels and amounts. */
export interface FundsBeside {
  readonly rows: readonly number[];
  readonly labels: ReadonlyMap<string, number>;
  readonly positions: ReadonlyMap<string, number>;
}

/**
 * "预算数：｜300｜执行数：｜270" over "其中：财政拨款｜250｜其中：财政拨款｜220": every amount stands beside a label of its own, those
 * of one measure under each other. Null where no row of the form is like that; its rows go on as long as each
 * measure has the same label.
 */
export function fundsBeside(
  view: View,
  template: TableTemplate,
  measures: readonly string[],
  [from, to]: readonly [number, number],
): FundsBeside | null {
  for (let row = from; row <= to; row++) {
    const labels = new Map<string, number>();
    for (const column of view.filled(row)) {
      const roles = roleIdsOf(template.columns, labelWord(view.word(row, column)));
      const measure = measures.find((one) => roles.includes(one));
      if (measure !== undefined && !labels.has(measure) && amountBeside(view, row, column) >= 0)
        labels.set(measure, column);
    }
    if (labels.size < 2 || !labels.has("executed")) continue;
    const positions = new Map([...labels].map(([measure, column]) => [measure, amountBeside(view, row, column)]));
    const rows = [row];
    while (rows.at(-1)! < to && goesOn(view, rows.at(-1)! + 1, [...labels.values()])) rows.push(rows.at(-1)! + 1);
    return { rows, labels, positions };
  }
  return null;
}

/** Column of the amount that stands next to a label; -1 where none does. */
function amountBeside(view: View, row: number, column: number): number {
  const next = view.filled(row).find((other) => other > column);
  return next !== undefined && view.number(row, next) !== null ? next : -1;
}

/** The same words in the place of each label. */
function goesOn(view: View, row: number, labels: readonly number[]): boolean {
  const words = labels.map((column) => labelWord(view.word(row, column)));
  return words[0] !== "" && words.every((word) => word === words[0]);
}
