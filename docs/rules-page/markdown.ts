import type { ExampleSheet } from "../../src/engine/reconcile";
import { a1 } from "../../src/engine/workbook";

/** Text that stands for itself in Markdown. */
export function plain(text: string): string {
  return text.replace(/[\\*_|<>`#]/g, (mark) => `\\${mark}`);
}

/** A sheet as Markdown table with the letters of its columns and the numbers of its rows. */
export function sheetTable({ name, rows }: ExampleSheet): string[] {
  const width = Math.max(...rows.map((row) => row.length));
  const letters = Array.from({ length: width }, (_, column) => a1(0, column).replace(/\d+$/, ""));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    `《${plain(name)}》`,
    "",
    line(["", ...letters]),
    line([
      "---:",
      ...letters.map((_, column) => (rows.some((row) => typeof row[column] === "number") ? "---:" : "---")),
    ]),
    ...rows.map((row, number) =>
      line([String(number + 1), ...letters.map((_, column) => cellText(row[column] ?? null))]),
    ),
    "",
  ];
}

/** A cell as it is shown; a blank is nothing. */
export function cellText(value: string | number | null): string {
  const text = typeof value === "number" ? String(Number(value.toPrecision(15))) : (value ?? "");
  return plain(text).replace(/\n/g, "<br>");
}
