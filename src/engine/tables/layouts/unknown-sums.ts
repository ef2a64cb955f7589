import { CellKind } from "../../workbook";
import { columnForest } from "../columns";
import type { Grid, Region } from "../grid";
import { coveringText, filled, gridOf, looksNumeric, rawText, roughAmount, textAt } from "../grid";
import type { Header } from "../header";
import { findHeader, isColumnNumberRow } from "../header";
import type { LayoutInput, TableContent } from "../layout";
import { enumerated, indentation, normalise, tidy } from "../normalise";
import { isPreambleText } from "../preamble";
import { contentArea, firstText, preambleOf, regionOf } from "../reading";
import type { Column, Line, Section } from "../table";
import type { TableTemplate } from "../template";
import { comparisonsOf } from "./comparison";
import { footnote, repeatsHeader } from "./matrix-rows";
import { withoutStrangers } from "./matrix-strangers";
import { isProof, provenGroups, type Supposed } from "./sum-proof";

/** Numbers that are no amounts, or cannot be added. */
const noAmountButRate =
  /科目$|编码|代码|编号|序号|行次|数量|单价|面积|人数|辆(?!合计)|分值|权重|得分|年度$|年份|[期年]限|利率|电话|时间|日期/;
const noAmount = new RegExp(`${noAmountButRate.source}|比例|率$|率[(（]|[%‰]`);
const totalLabel = /^(?:全[\u4e00-\u9fff]{1,3})?(?:合计|总计|总合计)$/;
const subtotalLabel = /小计$/;

interface Row {
  readonly position: number;
  readonly label: string;
  readonly labelColumn: number;
  readonly isTotal: boolean;
  /** The classification's code in front of the name, its columns joined; "" where there is none. */
  readonly code: string;
  /** What is filled in front of the amounts, how deep the name stands, how long its code is: alike on one level. */
  readonly level: string;
}

/**
 * A table that no template knows, read for its own sums: 合计 over its rows, rows of a unit or a project over those that
 * follow them, totals of columns. Levels are told by what is filled in front of the amounts; only sums that the figures
 * prove are kept. Null where they prove none.
 */
export function readUnknownSums(input: LayoutInput): TableContent | null {
  const grid = gridOf(input.sheet);
  const region = regionOf(input, grid);
  const header = findHeader(grid, region, input.titleRow === undefined ? region.top : input.titleRow + 1);
  if (!header || hasListsBeside(header)) return null;
  const comparable = amountSlots(grid, region, header, noAmountButRate);
  const slots = amountSlots(grid, region, header, noAmount);
  if (slots.length === 0 || slots[0] === 0) return null;
  const rows = readRows(grid, region, header, slots[0]! + region.left);
  const forest = columnForest(header, slots, input.template);
  const lines = linesOf(grid, rows, parentsOf(rows));
  if (lines.length < 2 || forest.columns.length === 0) return null;
  const pages = [{ sheet: input.sheet, positions: forest.slots.map((slot) => slot + region.left) }];
  const columns = withTotalBehind(
    withoutStrangers({ name: "main", pages, columns: withWholeLists(forest.columns), lines }, input.template),
  );
  const section = proven({ name: "main", pages, columns, lines }, rows, grid, input.template);
  if (section === null) return null;
  return {
    sections: [section],
    comparisons: comparisonsOf({
      header,
      left: region.left,
      section,
      slots: forest.slots,
      others: comparable,
      template: input.template,
    }),
    fields: [],
    blocks: [],
    embedded: new Map(),
    ...preambleOf(grid, region, header),
    evidence: [{ code: "row-labels", words: section.lines.slice(0, 4).map(({ label }) => label) }],
    confidence: 1,
    area: contentArea(grid, region, rows.at(-1)!.position),
  };
}

/** "项目 | 金额 | 项目 | 金额": several lists, none of which is a table by itself. */
function hasListsBeside({ paths }: Header): boolean {
  const leaves = paths.map((path) => path.join("/")).filter((word) => /项目$|名称$/.test(word));
  return new Set(leaves).size < leaves.length;
}

/** "合计 | 其中：甲 | 乙 | 丙": whether the list is whole, the figures are asked, as of every other sum. */
function withWholeLists(columns: readonly Column[]): Column[] {
  return columns.map((column, index) => {
    const siblings = columns.filter(({ parent }, at) => at !== index && parent === column.parent);
    const isList = column.parent !== null && siblings.length > 0 && siblings.every(({ part }) => part === "of-which");
    return isList && column.part === "of-which" ? { ...column, part: "sum" } : column;
  });
}

/** "一季度 | 二季度 | … | 全年合计": the total of the columns before it, where none stands in front. */
function withTotalBehind(columns: readonly Column[]): Column[] {
  const last = columns.length - 1;
  const isTotal = /(?:合计|总计|小计)$/.test(columns[last]?.path.at(-1) ?? "");
  if (!isTotal || last < 2 || columns.some(({ parent }) => parent !== null)) return [...columns];
  return columns.map((column, index) => (index === last ? column : { ...column, parent: last }));
}

function amountSlots(grid: Grid, region: Region, header: Header, no: RegExp): number[] {
  return header.paths.flatMap((path, slot) => {
    if (path.length === 0 || path.some((word) => no.test(word))) return [];
    let [amounts, texts] = [0, 0];
    for (let row = header.body; row <= region.bottom; row++) {
      const column = region.left + slot;
      if (!filled(grid, row, column) || footnote.test(firstText(grid, row, region))) continue;
      if (looksNumeric(grid, row, column)) amounts += 1;
      else texts += 1;
    }
    return amounts > texts ? [slot] : [];
  });
}

function readRows(grid: Grid, region: Region, header: Header, firstAmount: number): Row[] {
  const rows: Row[] = [];
  for (let position = header.body; position <= region.bottom; position++) {
    const first = firstText(grid, position, region);
    if (footnote.test(first)) break;
    if (
      repeatsHeader(grid, position, header, region) ||
      isColumnNumberRow(grid, position, region.left, region.right) ||
      (isPreambleText(first) && !hasAmount(grid, position, firstAmount, region.right))
    )
      continue;
    if (hasAmount(grid, position, firstAmount, region.right)) rows.push(rowOf(grid, region, position, firstAmount));
  }
  return rows;
}

function hasAmount(grid: Grid, position: number, from: number, to: number): boolean {
  for (let column = from; column <= to; column++) if (looksNumeric(grid, position, column)) return true;
  return false;
}

function rowOf(grid: Grid, region: Region, position: number, firstAmount: number): Row {
  const front: number[] = [];
  for (let column = region.left; column < firstAmount; column++)
    if (coveringText(grid, position, column) !== "" || isNumber(grid, position, column)) front.push(column);
  const words = front.map((column) => textAt(grid, position, column));
  const named = front.find((column) => /[\u4e00-\u9fff]/.test(textAt(grid, position, column))) ?? front[0] ?? -1;
  const label = named < 0 ? "" : rawText(grid, position, named);
  const codes = front.map((column) => /^[[(]?(\d{2,12})/.exec(normalise(rawText(grid, position, column)))?.[1] ?? "");
  const [code = ""] = codes.filter((digits) => digits.length > 2);
  return {
    position,
    label: tidy(label),
    labelColumn: Math.max(named, 0),
    isTotal: words.some((word) => totalLabel.test(word)),
    code: codes.filter((digits) => digits === code || digits.length === 2).join(""),
    level: [front.join(), code === "" ? "" : code.length, indentation(label), styleOf(label)].join("|"),
  };
}

function styleOf(label: string): string {
  return enumerated(normalise(label)).style;
}

function isNumber(grid: Grid, row: number, column: number): boolean {
  return grid.sheet.kinds[row * grid.width + column] === CellKind.Number;
}

/** A level that is met for the first time is within those met before it. */
function parentsOf(rows: readonly Row[]): (number | null)[] {
  const total = rows.findIndex(({ isTotal }) => isTotal);
  if (rows.some(({ label }) => subtotalLabel.test(label))) return partsOfSubtotals(rows, total < 0 ? null : total);
  const ranks = new Map<string, number>();
  for (const { isTotal, level } of rows) if (!isTotal && !ranks.has(level)) ranks.set(level, ranks.size);
  const open: number[] = [];
  return rows.map(({ isTotal, level }, index) => {
    if (isTotal) return null;
    while (open.length > 0 && ranks.get(rows[open.at(-1)!]!.level)! >= ranks.get(level)!) open.pop();
    const parent = open.at(-1) ?? (total < 0 ? null : total);
    open.push(index);
    return parent;
  });
}

/**
 * "甲小计" over its rows or below them: over them where the first row that is no total is one. Rows in front of every
 * subtotal, or behind the last, belong to the total.
 */
function partsOfSubtotals(rows: readonly Row[], total: number | null): (number | null)[] {
  const isSubtotal = ({ label, isTotal }: Row): boolean => !isTotal && subtotalLabel.test(label);
  const subtotals = rows.flatMap((row, index) => (isSubtotal(row) ? [index] : []));
  const areHeads = rows.findIndex(({ isTotal }) => !isTotal) === subtotals[0];
  return rows.map((row, index) => {
    if (row.isTotal) return null;
    if (isSubtotal(row)) return total;
    const own = areHeads ? subtotals.findLast((at) => at < index) : subtotals.find((at) => at > index);
    return own ?? total;
  });
}

function linesOf(grid: Grid, rows: readonly Row[], parents: readonly (number | null)[]): Line[] {
  return rows.map((row, index) => ({
    page: 0,
    position: row.position,
    label: row.label,
    labelCell: grid.sheet.base + row.position * grid.width + row.labelColumn,
    code: null,
    roles: row.isTotal ? ["grand-total"] : [],
    parent: parents[index]!,
    part: "sum",
    repeats: null,
  }));
}

/** The section with the sums that its figures prove; null where they are too few. */
function proven(section: Section, rows: readonly Row[], grid: Grid, template: TableTemplate): Section | null {
  const { columns, lines, pages } = section;
  const width = columns.length;
  const valueOf = (figure: number): number =>
    roughAmount(grid, lines[Math.floor(figure / width)]!.position, pages[0]!.positions[figure % width]!);
  const groupOf = (line: number): string => (rows[line]!.isTotal ? "total" : `level ${rows[line]!.level}`);
  const sums: Supposed[] = [
    ...partsOf(lines).flatMap(({ whole, parts }) =>
      columns.map((_, column) => ({
        group: groupOf(whole),
        total: whole * width + column,
        parts: parts.map((part) => part * width + column),
        by:
          byLabels(
            parts.map((part) => lines[part]!.label),
            template,
          ) ?? codesTell(rows, whole, parts),
      })),
    ),
    ...partsOf(columns).flatMap(({ whole, parts }) =>
      lines.map((_, line) => ({
        group: `column ${whole}`,
        total: line * width + whole,
        parts: parts.map((part) => line * width + part),
        by: byLabels(
          parts.map((part) => columns[part]!.path.at(-1) ?? ""),
          template,
        ),
      })),
    ),
  ];
  const groups = provenGroups(sums, valueOf);
  if (!isProof(groups, sums, valueOf)) return null;
  const keep = <Node extends Line | Column>(node: Node, group: string): Node =>
    groups.has(group) ? node : { ...node, parent: null };
  return {
    ...section,
    lines: lines.map((line) => (line.parent === null ? line : keep(line, groupOf(line.parent)))),
    columns: columns.map((column) => (column.parent === null ? column : keep(column, `column ${column.parent}`))),
  };
}

/** Are these, two or more, the parts of a division that everybody makes, and nothing else? */
function byLabels(labels: readonly string[], { divisions = [] }: TableTemplate): "division" | undefined {
  const names = labels.map((label) => enumerated(normalise(label)).name.replace(/(?:类|采购|支出|预算)*$/, ""));
  const isDivision = divisions.some((division) => names.every((name) => division.includes(name)));
  return names.length > 1 && isDivision ? "division" : undefined;
}

/** The codes of the parts begin with the whole's; of 合计 all rows have codes, and its parts are the shortest of them. */
function codesTell(rows: readonly Row[], whole: number, parts: readonly number[]): "codes" | undefined {
  const { code, isTotal } = rows[whole]!;
  if (isTotal) {
    const codes = rows.filter((row) => !row.isTotal).map((row) => row.code.length);
    const shortest = Math.min(...codes);
    return shortest >= 3 && parts.every((part) => rows[part]!.code.length === shortest) ? "codes" : undefined;
  }
  return code.length >= 3 &&
    parts.every((part) => rows[part]!.code.length > code.length && rows[part]!.code.startsWith(code))
    ? "codes"
    : undefined;
}

function partsOf(nodes: readonly (Line | Column)[]): { whole: number; parts: number[] }[] {
  return nodes.flatMap((_, whole) => {
    const parts = nodes.flatMap((node, index) => (node.parent === whole && node.part === "sum" ? [index] : []));
    return parts.length > 0 ? [{ whole, parts }] : [];
  });
}
