import type { ExampleSheet, RuleExample } from "../engine/reconcile";
import { buildWorkbook, parseA1, type SourceCell, type Workbook } from "../engine/workbook";
import { files } from "./examples";

/** A small set of tables that agree: rules show on it what they find after one change. */
export interface Example {
  readonly id: string;
  readonly name: string;
  readonly sheets: readonly ExampleSheet[];
}

export const examples: readonly Example[] = files.map(({ content }) => content as Example);

/** The sheets of a rule's example before its change: its own, or those of the file it names. Throws where there is no such file. */
export function exampleNamed(example: RuleExample): readonly ExampleSheet[] {
  if (example.sheets) return example.sheets;
  const found = examples.find(({ id }) => id === example.of);
  if (!found) throw new Error(`no example named ${example.of ?? ""} in catalogue/examples`);
  return found.sheets;
}

/** Example sheets as a workbook, numbers shown with two decimals, with one cell changed where a change is given. */
export function exampleWorkbook(sheets: readonly ExampleSheet[], change?: RuleExample["change"]): Workbook {
  return buildWorkbook(
    sheets.map(({ name, rows }) => {
      const cells = rows.flatMap((row, rowNumber) => row.flatMap((value, column) => (value === null ? [] : [cellOf(rowNumber, column, value)])));
      if (change?.sheet !== name) return { name, cells };
      const place = parseA1(change.address);
      if (!place) throw new Error(`${change.address} is no address`);
      const others = cells.filter((cell) => cell.row !== place.row || cell.column !== place.column);
      return { name, cells: change.value === null ? others : [...others, cellOf(place.row, place.column, change.value)] };
    }),
  );
}

function cellOf(row: number, column: number, value: string | number): SourceCell {
  return typeof value === "number" ? { row, column, value, format: "#,##0.00" } : { row, column, value };
}
