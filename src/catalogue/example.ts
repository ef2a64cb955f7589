import type { ComparedWorkbook } from "../engine/check-workbook";
import type { ExampleSheet, RuleExample } from "../engine/reconcile";
import { a1, buildWorkbook, parseA1, type SourceCell, type Workbook } from "../engine/workbook";
import { files } from "./examples";

/** A small set of tables that agree: rules show on it what they find after a change. */
export interface Example {
  readonly id: string;
  readonly name: string;
  readonly sheets: readonly ExampleSheet[];
}

export const examples: readonly Example[] = files.map(({ content }) => content as Example);

/**
 * The sheets of a rule's example before its changes: its own, or those of the file it names. Throws where there is no
 * such file.
 */
export function exampleNamed(example: RuleExample): readonly ExampleSheet[] {
  if (example.sheets) return example.sheets;
  const found = examples.find(({ id }) => id === example.of);
  if (!found) throw new Error(`no example named ${example.of ?? ""} in catalogue/examples`);
  return found.sheets;
}

/** The documents that stand beside a rule's example. */
export function besideExample(example: RuleExample): ComparedWorkbook[] {
  return (example.beside ?? []).map(({ document, of }) => ({
    document,
    name: examples.find(({ id }) => id === of)?.name ?? of,
    workbook: exampleWorkbook(exampleNamed({ of, changes: [] })),
  }));
}

/** Example sheets as a workbook, numbers shown with two decimals, with some cells changed. */
export function exampleWorkbook(sheets: readonly ExampleSheet[], changes: RuleExample["changes"] = []): Workbook {
  return buildWorkbook(
    sheets.map(({ name, rows }) => {
      const cells = new Map<string, SourceCell>();
      const put = (row: number, column: number, value: string | number | null) => {
        if (value === null) cells.delete(a1(row, column));
        else
          cells.set(
            a1(row, column),
            typeof value === "number" ? { row, column, value, format: "#,##0.00" } : { row, column, value },
          );
      };
      rows.forEach((row, rowNumber) => row.forEach((value, column) => put(rowNumber, column, value)));
      for (const change of changes) {
        if (change.sheet !== name) continue;
        const place = parseA1(change.address);
        if (!place) throw new Error(`${change.address} is no address`);
        put(place.row, place.column, change.value);
      }
      return { name, cells: [...cells.values()] };
    }),
  );
}
