import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Value } from "../author";

/** One line of a table of facts, by column name; a blank cell is "". */
export type Fact<Column extends string> = Readonly<Record<Column, string>>;

/**
 * Reads a table of facts: tab-separated, the first line names the columns, nothing is quoted.
 * Throws when a line has another number of cells than the first, or a wanted column is not there.
 */
export function readFacts<Column extends string>(folder: string, file: string, columns: readonly Column[]): Fact<Column>[] {
  const [head = "", ...lines] = readFileSync(join(folder, file), "utf8").replace(/\n$/, "").split("\n");
  const names = head.split("\t");
  const missing = columns.find((column) => !names.includes(column));
  if (missing !== undefined) throw new Error(`${file}: 没有列 ${missing}`);
  return lines.map((line, index) => {
    const cells = line.split("\t");
    if (cells.length !== names.length) throw new Error(`${file} 第 ${index + 2} 行: ${cells.length} 格，应有 ${names.length} 格`);
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""])) as Fact<Column>;
  });
}

/** The first line that holds `value` in `column`; throws when there is none. */
export function factWhere<Row extends object>(facts: readonly Row[], column: keyof Row & string, value: string): Row {
  const found = facts.find((fact) => fact[column] === value);
  if (found === undefined) throw new Error(`没有 ${column} 为“${value}”的一行`);
  return found;
}

/** Runs of neighbouring items with the same key, in order: what a vertically merged cell spans. */
export function runsBy<Item>(items: readonly Item[], key: (item: Item) => string): { readonly key: string; readonly items: Item[] }[] {
  const runs: { key: string; items: Item[] }[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last !== undefined && last.key === key(item)) last.items.push(item);
    else runs.push({ key: key(item), items: [item] });
  }
  return runs;
}

/**
 * What Excel stores when these characters are typed: "37.4" the number, "94.99%" the number 0.9499 shown with as many
 * decimals, anything else ("≥40家", "=100%", "/") the text itself.
 */
export function typed(text: string): { readonly value: Value; readonly format?: string } {
  if (text === "") return { value: null };
  const percent = /^(\d+)(?:\.(\d+))?%$/.exec(text);
  if (percent !== null) {
    const decimals = percent[2]?.length ?? 0;
    return { value: Number(`${text.slice(0, -1)}e-2`), format: decimals === 0 ? "0%" : `0.${"0".repeat(decimals)}%` };
  }
  return { value: /^\d+(\.\d+)?$/.test(text) ? Number(text) : text };
}
