import type { Area } from "../workbook";
import type { Grid, Region } from "./grid";
import { textAt } from "./grid";
import type { Header } from "./header";
import type { LayoutInput, TableContent } from "./layout";
import { matchesAny } from "./patterns";
import { readPreamble, readUnit, unitExponent } from "./preamble";
import type { Evidence, Line } from "./table";
import type { TableTemplate } from "./template";

/** The grid region of a layout's input. */
export function regionOf(input: Pick<LayoutInput, "rows" | "columns">, grid: Grid): Region {
  const [left, right] = input.columns ?? [0, grid.width - 1];
  return { top: input.rows[0], bottom: input.rows[1], left, right };
}

/** The first text of a row; "" where it has none. */
export function firstText(grid: Grid, row: number, region: Region): string {
  for (let column = region.left; column <= region.right; column++) {
    const text = textAt(grid, row, column);
    if (text !== "") return text;
  }
  return "";
}

/** Sheet area from the region's first row to the last row that the table takes. */
export function contentArea(grid: Grid, region: Region, lastRow: number): Area {
  const { rows, columns } = grid.sheet;
  return {
    top: rows[region.top]!,
    left: columns[region.left]!,
    bottom: rows[Math.min(lastRow, region.bottom)]!,
    right: columns[region.right]!,
  };
}

/** Unit, body and year from the rows above the header, the unit also from its words ("预算数（万元）"). */
export function preambleOf(
  grid: Grid,
  region: Region,
  header: Header,
): Pick<TableContent, "title" | "year" | "unit" | "body" | "bodyCode"> {
  const read = readPreamble(grid, region, header.top - 1);
  let unit = read.unit;
  for (let row = header.top; unit === null && row <= header.bottom; row++)
    for (let column = region.left; unit === null && column <= region.right; column++) {
      const named = readUnit(textAt(grid, row, column));
      if (named !== null && unitExponent(named) !== null) unit = named;
    }
  return { title: null, year: read.year, unit, body: read.body, bodyCode: read.bodyCode };
}

/**
 * How much of what the template requires stands in the header and the row labels; nothing where a column is foreign to
 * the kind: a title is a hint, "基本支出预算表" over 财政专户 and 其他资金 is no 一般公共预算基本支出表.
 */
export function headerEvidence(
  template: TableTemplate,
  roles: readonly string[],
  lines: readonly Line[],
  words: readonly string[],
): { evidence: Evidence[]; confidence: number } {
  const wanted = (template.columns ?? []).filter((role) => role.required === true);
  const substitutes = new Set(
    (template.columns ?? []).flatMap((role) => (roles.includes(role.role) ? (role.standsFor ?? []) : [])),
  );
  const foreign = (template.columns ?? []).filter((role) => role.foreign === true && roles.includes(role.role));
  if (foreign.length > 0) return { evidence: [], confidence: 0 };
  const found = wanted.filter((role) => roles.includes(role.role) || substitutes.has(role.role));
  const evidence: Evidence[] = [{ code: "header", words: words.slice(0, 8) }];
  const wantedLines = (template.lines ?? []).filter((role) => role.required === true);
  const foundLines = wantedLines.filter((role) => lines.some((line) => line.roles.includes(role.role)));
  const { rowWords = [] } = template;
  const spoken = rowWords.length === 0 ? [] : lines.filter((line) => matchesAny(rowWords, line.label)).slice(0, 4);
  if (spoken.length > 0) evidence.push({ code: "row-labels", words: spoken.map((line) => line.label) });
  const columnShare = wanted.length === 0 ? 0.5 : found.length / wanted.length;
  const required = wantedLines.length === 0 ? columnShare : (columnShare + foundLines.length / wantedLines.length) / 2;
  // Row labels can only speak for a kind: a page of a table need not have the telling ones.
  return { evidence, confidence: spoken.length > 0 ? (required + 1) / 2 : required };
}
