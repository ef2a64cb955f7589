import type { Steps } from "../../steps";
import { CellKind } from "../../workbook";
import type { Grid, Region } from "../grid";
import { coveringText, looksNumeric, rawText, textAt } from "../grid";
import type { Header } from "../header";
import { isColumnNumberRow } from "../header";
import { ROWS_A_STEP } from "../layout";
import { enumerated, indentation, normalise, tidy } from "../normalise";
import { isPreambleText } from "../preamble";
import { firstText } from "../reading";
import type { Line } from "../table";
import { footnote, repeatsHeader } from "./matrix-rows";

const totalLabel = /^(?:全[\u4e00-\u9fff]{1,3})?(?:合计|总计|总合计|共计)$|^全[年部](?:合计|累计|总计)?$/;
/** "甲小计", "乙局合计": what a row of a group's sum is called, whatever stands in front. */
const subtotalLabel = /(?:小计|合计|总计|共计)$/;

/** A row of a table that no template knows. */
export interface Row {
  readonly position: number;
  readonly label: string;
  readonly labelColumn: number;
  readonly isTotal: boolean;
  /** 合计 or the sum of a group, as its label says. */
  readonly isSum: boolean;
  /** The classification's code in front of the name, its columns joined; "" where there is none. */
  readonly code: string;
  /** What is filled in front of the amounts, how deep the name stands, how long its code is: alike on one level. */
  readonly level: string;
  /** Levels of the numbered headings without a figure directly above it. */
  readonly heads: readonly string[];
}

/**
 * The rows that have an amount, from the header down to a note. `measured` are the grid columns of what is counted or
 * measured: "数量" in front of the amounts is no code. In steps.
 */
export function* readRows(
  grid: Grid,
  region: Region,
  header: Header,
  firstAmount: number,
  measured: ReadonlySet<number> = new Set(),
): Steps<Row[]> {
  const rows: Row[] = [];
  const ofProjects = header.paths.findIndex((path) => projectNames.test(path.at(-1) ?? "")) + region.left;
  const names = ofProjects < region.left || ofProjects >= firstAmount ? -1 : ofProjects;
  let heads: string[] = [];
  for (let position = header.body; position <= region.bottom; position++) {
    if (position % ROWS_A_STEP === 0) yield 0;
    const first = firstText(grid, position, region);
    if (footnote.test(first)) break;
    if (
      repeatsHeader(grid, position, header, region) ||
      isColumnNumberRow(grid, position, region.left, region.right) ||
      (isPreambleText(first) && !hasAmount(grid, position, firstAmount, region.right))
    )
      continue;
    const row = rowOf(grid, region, position, { firstAmount, names, measured });
    if (hasAmount(grid, position, firstAmount, region.right)) {
      rows.push({ ...row, heads });
      heads = [];
    } else if (styleOf(row.label) !== "") heads.push(row.level);
  }
  return withNamedTotal(rows);
}

/** "财力合计" is the total of a table that has no 合计 and no other such row, where it stands first or last. */
function withNamedTotal(rows: readonly Row[]): Row[] {
  const named = rows.flatMap((row, index) => (isSubtotal(row) && !/小计$/.test(row.label) ? [index] : []));
  const isOutside = named[0] === 0 || named[0] === rows.length - 1;
  if (rows.some(({ isTotal }) => isTotal) || named.length !== 1 || !isOutside) return [...rows];
  return rows.map((row, index) => (index === named[0] ? { ...row, isTotal: true } : row));
}

function isSubtotal({ isTotal, isSum }: Row): boolean {
  return isSum && !isTotal;
}

function hasAmount(grid: Grid, position: number, from: number, to: number): boolean {
  for (let column = from; column <= to; column++) if (looksNumeric(grid, position, column)) return true;
  return false;
}

/** "支出功能科目 | 项目名称": what a list of projects calls its rows by, whatever they are of. */
const projectNames = /^(?:采购|专项|支出|预算|明细)?项目(?:名称|内容)$/;

/** Grid columns of a list: the first amount, the names of projects (-1 where it has none), what is counted. */
interface RowColumns {
  readonly firstAmount: number;
  readonly names: number;
  readonly measured: ReadonlySet<number>;
}

function rowOf(
  grid: Grid,
  region: Region,
  position: number,
  { firstAmount, names, measured }: RowColumns,
): Omit<Row, "heads"> {
  const front: number[] = [];
  for (let column = region.left; column < firstAmount; column++)
    if (coveringText(grid, position, column) !== "" || isNumber(grid, position, column)) front.push(column);
  const words = front.map((column) => textAt(grid, position, column));
  const named = front.find((column) => /[\u4e00-\u9fff]/.test(textAt(grid, position, column))) ?? front[0] ?? -1;
  const label = named < 0 ? "" : rawText(grid, position, named);
  const isOfProject = names >= 0 && /[\u4e00-\u9fff]/.test(textAt(grid, position, names));
  const written = isOfProject ? names : named;
  const codes = front
    .filter((column) => !measured.has(column))
    .map((column) => /^[[(]?(\d{2,12})/.exec(normalise(rawText(grid, position, column)))?.[1] ?? "");
  const [code = ""] = codes.filter((digits) => digits.length > 2);
  return {
    position,
    label: written < 0 ? "" : tidy(rawText(grid, position, written)),
    labelColumn: Math.max(written, 0),
    isTotal: words.some((word) => totalLabel.test(word)),
    isSum: words.some((word) => subtotalLabel.test(word)),
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

/**
 * The ways in which the rows may be parts of each other, the likeliest first: of the subtotals among them, of the rows
 * of the level above.
 */
export function supposedParents(rows: readonly Row[]): (number | null)[][] {
  const total = rows.findIndex(({ isTotal }) => isTotal);
  const byLevel = partsOfLevels(rows, total);
  return rows.some(isSubtotal) ? [partsOfSubtotals(rows, total < 0 ? null : total), byLevel] : [byLevel];
}

/** How rows are numbered, from the outside in. */
const outermost: readonly string[] = ["一、", "(一)", "1、", "(1)"];

/**
 * How deep each level is: within those met before it, but for those that are numbered as inner ones are ("（一）" behind
 * "1."), unless it stands deeper.
 */
export function ranksOf(levels: readonly string[]): ReadonlyMap<string, number> {
  const order: string[] = [];
  for (const level of new Set(levels)) {
    const inner = order.findIndex((other) => isWithin(other, level));
    order.splice(inner < 0 ? order.length : inner, 0, level);
  }
  return new Map(order.map((level, rank) => [level, rank]));
}

function isWithin(inner: string, outer: string): boolean {
  const [within, without] = [inner.split("|"), outer.split("|")];
  const style = outermost.indexOf(without.at(-1)!);
  return style >= 0 && outermost.indexOf(within.at(-1)!) > style && Number(within.at(-2)) >= Number(without.at(-2));
}

/** Does the row say behind its name what it counts? */
const counts = ({ label }: Row): boolean =>
  /[(（](?:[人个辆台套户次批家所件]|批次|人次|团组)(?:[,，、/(（].*)?[)）]$/.test(label);

/**
 * A level that is met for the first time is within those met before it; what stands behind a 合计 says it once more. A
 * numbered heading without a figure ends what stands before it, and sums up nothing.
 */
function partsOfLevels(rows: readonly Row[], total: number): (number | null)[] {
  const ranks = ranksOf(rows.flatMap(({ isTotal, heads, level }) => (isTotal ? heads : [...heads, level])));
  const open: { readonly rank: number; readonly row: number | null }[] = [];
  // "公务用车保有量（辆）" is no part of an amount.
  const allCount = rows.every((row) => row.isTotal || counts(row));
  const close = (level: string): number => {
    const rank = ranks.get(level)!;
    while (open.length > 0 && open.at(-1)!.rank >= rank) open.pop();
    return rank;
  };
  return rows.map(({ isTotal, level, heads }, index) => {
    if (isTotal) open.length = 0;
    for (const head of heads) open.push({ rank: close(head), row: null });
    if (isTotal) return null;
    const rank = close(level);
    const isBehind = total > 0 && index > total;
    const parent = open.findLast(({ row }) => row !== null)?.row ?? (total < 0 || isBehind ? null : total);
    open.push({ rank, row: index });
    return parent !== null && counts(rows[index]!) && !counts(rows[parent]!) && !allCount ? null : parent;
  });
}

/**
 * "甲小计" over its rows or below them: over them where the first row that is no total is one. Rows in front of every
 * subtotal, or behind the last, belong to the total.
 */
function partsOfSubtotals(rows: readonly Row[], total: number | null): (number | null)[] {
  const subtotals = rows.flatMap((row, index) => (isSubtotal(row) ? [index] : []));
  const areHeads = rows.findIndex(({ isTotal }) => !isTotal) === subtotals[0];
  return rows.map((row, index) => {
    if (row.isTotal) return null;
    if (isSubtotal(row)) return total;
    const own = areHeads ? subtotals.findLast((at) => at < index) : subtotals.find((at) => at > index);
    return own ?? total;
  });
}

/** The rows as lines, each a part of its parent until the figures say otherwise. */
export function linesOf(grid: Grid, rows: readonly Row[], parents: readonly (number | null)[]): Line[] {
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
