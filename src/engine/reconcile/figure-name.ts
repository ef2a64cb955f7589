import type { Column, Line, Section, Table } from "../tables";

/** Numbering in front of a label: "一、", "14、", "（二）", "其中：". */
const numbering =
  /^(?:(?:[一二三四五六七八九十]+|\d{1,2})[、.](?!\d)|[(（](?:[一二三四五六七八九十]+|\d{1,2})[)）]|其中[:：])+/;

/** An amount that stands in the label: "基本支出：2148.72". */
const amountInside = /[:：]\s*[\d,.]*$/;

/** "2150501 行政运行", "本年收入合计": code and label, numbering left out. */
export function lineName({ code, label }: Pick<Line, "code" | "label">): string {
  const words = label.replace(numbering, "").replace(amountInside, "");
  // "215" beside "14、资源勘探…" was read from the label: the label says it all.
  const own = code !== null && (numbering.test(label) || words.startsWith(code)) ? "" : (code ?? "");
  return [own, words || label].filter((part) => part !== "").join(" ");
}

/**
 * The innermost header word, with the one above it where another column of the section has the same; "金额" says nothing
 * itself.
 */
export function columnName(columns: readonly Pick<Column, "path">[], column: number): string {
  const path = columns[column]!.path;
  const own = path.at(-1) ?? "";
  const alike = columns.some((other, place) => place !== column && other.path.at(-1) === own);
  const above = path.at(-2);
  if (/^(?:金额|预算数|本年预算)$/.test(own) && above !== undefined) return above.replace(/^其中[:：]/, "");
  const words = alike && above !== undefined && above !== own ? `${above}—${own}` : own;
  return words.replace(/^其中[:：]/, "");
}

/** What a clerk calls a figure: "收入总表“2150501 行政运行”合计", "收支总表“本年收入合计”". */
export function figureName(table: Pick<Table, "template">, section: Section, line: number, column: number): string {
  const row = lineName(section.lines[line]!) || `第${line + 1}行`;
  const head = section.columns.length === 1 ? "" : columnName(section.columns, column) || `第${column + 1}栏`;
  // "合计" of the line "合计" is one 合计.
  const total = /^(?:合计|总计)$/;
  return `${table.template.short}“${inner(row)}”${total.test(row) && total.test(head) ? "" : head}`;
}

/** Quotation marks within quotation marks. */
function inner(words: string): string {
  return words.replace(/“/g, "‘").replace(/”/g, "’");
}
