import type { Figure } from "../figures";

/** Layouts whose lines have one amount each: naming the column would say nothing. */
const withoutColumns = new Set(["ledger"]);

/** What a clerk calls a figure: "收入总表“行政运行”行“合计”列", "收支总表“教育支出”". */
export function figureName({ table, section, line, column }: Figure): string {
  const { label, code } = section.lines[line]!;
  const row = label || code || "无名称";
  const short = table.template.short;
  if (section.columns.length === 1 || withoutColumns.has(table.template.layout)) return `${short}“${row}”`;
  return `${short}“${row}”行“${columnName(section.columns.map(({ path }) => path), column)}”列`;
}

/** The innermost header word, with the one above it where another column has the same. */
function columnName(paths: readonly (readonly string[])[], column: number): string {
  const path = paths[column]!;
  const own = path.at(-1) ?? `第${column + 1}栏`;
  const alike = paths.some((other, place) => place !== column && other.at(-1) === own);
  const above = path.at(-2);
  return alike && above !== undefined && above !== own ? `${above}—${own}` : own;
}
