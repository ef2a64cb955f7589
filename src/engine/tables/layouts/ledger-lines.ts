import { CellKind } from "../../workbook";
import { splitCode } from "../codes";
import type { Grid, Region } from "../grid";
import { rawText, roughAmount, textAt } from "../grid";
import type { Header } from "../header";
import { isColumnNumberRow } from "../header";
import { enumerated, indentation, normalise, tidy } from "../normalise";
import { matchesAny } from "../patterns";
import { isPreambleText } from "../preamble";
import { firstText } from "../reading";
import { rolesOf, withoutDivided } from "../roles";
import type { Line } from "../table";
import type { TableTemplate } from "../template";
import { kindOfRow, placeLedgerRows } from "./ledger-places";
import type { LedgerPlaces, LedgerRow } from "./ledger-places";
import { footnote, repeatsHeader } from "./matrix-rows";

/** One page of a ledger's side. */
export interface LedgerPage {
  readonly grid: Grid;
  readonly region: Region;
  readonly header: Header;
  readonly side: Side;
}

/** One side of a ledger: where its labels stand, and what it is about. */
export interface Side {
  readonly name: string;
  readonly labelColumn: number;
  readonly amountColumns: readonly number[];
  /** Grid rows, both ends included, where the sides stand one below the other; else the whole body. */
  readonly rows?: readonly [number, number];
}

interface Row extends LedgerRow {
  readonly page: number;
  readonly position: number;
  readonly label: string;
  readonly labelColumn: number;
  readonly code: string | null;
  readonly roles: readonly string[];
}

/**
 * Read one side of a ledger (收支总表, 财政拨款收支总表): numbered items, 本年收入合计 over them, then the lines between
 * it and 收入总计, then 收入总计. The form's own order decides what a total adds up (部门预算公开表 01, 04).
 */
export function readLedgerSide(
  pages: readonly LedgerPage[],
  template: TableTemplate,
): { lines: Line[]; lastRow: number } {
  const read = pages.map((page, number) => collectRows(page, number, template, pages.length + number));
  return {
    lines: withoutDivided(
      arrange(
        read.flatMap(({ rows }) => rows),
        pages,
      ),
      template.lines,
    ),
    lastRow: read[0]!.lastRow,
  };
}

function collectRows(
  { grid, region, header, side }: LedgerPage,
  page: number,
  template: TableTemplate,
  widePage: number,
): { rows: Row[]; lastRow: number } {
  const rows: Row[] = [];
  const wide = wideAmount({ grid, region, header, side });
  let lastRow = header.body - 1;
  const [first, last] = side.rows ?? [header.body, region.bottom];
  for (let position = first; position <= last; position++) {
    if (footnote.test(firstText(grid, position, region))) break;
    const label = labelAt(grid, position, side.labelColumn);
    const text = rawText(grid, position, label);
    if (text === "" || isHeading(grid, position, header, region)) continue;
    const folded = textAt(grid, position, label);
    const isWide = wide >= 0 && amountBehind(grid, position, side) === wide;
    if (
      !isWide &&
      hasNoAmount(grid, position, side) &&
      (isPreambleText(folded) || sideHeading.test(enumerated(folded).name))
    )
      continue;
    if (isTitleAgain(folded, template)) continue;
    rows.push({
      ...rowOf(isWide ? widePage : page, position, text, side, template),
      labelColumn: label,
      amount: roughAmount(grid, position, isWide ? wide : (side.amountColumns[0] ?? -1)),
    });
    lastRow = position;
  }
  return { rows, lastRow };
}

function isHeading(grid: Grid, position: number, header: Header, region: Region): boolean {
  return repeatsHeader(grid, position, header, region) || isColumnNumberRow(grid, position, region.left, region.right);
}

function hasNoAmount(grid: Grid, position: number, { amountColumns }: Side): boolean {
  return amountColumns.every(
    (column) => column < 0 || grid.sheet.kinds[position * grid.width + column] === CellKind.Blank,
  );
}

/**
 * Where the totals of a side have their amount whose label is merged over the side's own amounts and the next side's
 * label ("本年支出合计" over 功能分类 and 性质, its amount at the right): they are totals of both. -1 where there are none.
 */
export function wideAmount({ grid, region, header, side }: LedgerPage): number {
  const [first, last] = side.rows ?? [header.body, region.bottom];
  for (let position = first; position <= last; position++) {
    const behind = amountBehind(grid, position, side);
    if (behind >= 0 && behind <= region.right) return behind;
  }
  return -1;
}

function amountBehind(grid: Grid, position: number, { labelColumn, amountColumns }: Side): number {
  const amounts = amountColumns.at(-1) ?? -1;
  const anchor = grid.anchors.get(position * grid.width + labelColumn);
  if (amountColumns.length !== 1 || amounts < labelColumn || anchor === undefined) return -1;
  let behind = labelColumn;
  while (behind < grid.width && grid.anchors.get(position * grid.width + behind) === anchor) behind += 1;
  const isTotal = totalOfSides.test(textAt(grid, position, labelAt(grid, position, labelColumn)));
  return behind > amounts + 1 && behind < grid.width && isTotal ? behind : -1;
}

/** What is merged over several sides: totals, and the lines between them. */
const totalOfSides = /计$|结[转余]|结余分配/;

/**
 * Where the label of a side's row stands: in its own column, or in that of a side before it with which it is
 * merged.
 */
function labelAt(grid: Grid, position: number, column: number): number {
  const anchor = grid.anchors.get(position * grid.width + column);
  if (anchor === undefined || Math.floor(anchor / grid.width) !== position) return column;
  const first = anchor % grid.width;
  return totalOfSides.test(textAt(grid, position, first)) ? first : column;
}

/** "一、收入" without an amount says what the rows below it are. */
const sideHeading = /^(?:收入|支出)(?:部分|项目)?$/;

function isTitleAgain(text: string, template: TableTemplate): boolean {
  return text.endsWith("表") && matchesAny(template.titles, text);
}

function rowOf(
  page: number,
  position: number,
  text: string,
  side: Side,
  template: TableTemplate,
): Omit<Row, "amount" | "labelColumn"> {
  const folded = normalise(text);
  const parts = enumerated(folded);
  let name = parts.name;
  let code: string | null = null;
  const split = splitCode(name);
  if (split && split.name !== "") {
    code = split.code;
    name = split.name;
  }
  const income = side.name.startsWith("income");
  const roles = rolesOf(template.lines, name, "").filter(
    (role) => role.side === undefined || role.side === (income ? "income" : "expenditure"),
  );
  const classRole = roles.find((role) => /^class-\d+$/.test(role.role));
  return {
    page,
    position,
    label: tidy(text),
    parts,
    depth: indentation(text),
    code: code ?? (classRole ? classRole.role.slice("class-".length) : null),
    roles: roles.map((role) => role.role).filter((role) => !/^class-\d+$/.test(role)),
    kind: kindOfRow(
      name,
      parts,
      roles.map((role) => role.role),
    ),
  };
}

function arrange(rows: readonly Row[], pages: readonly LedgerPage[]): Line[] {
  const places = placeLedgerRows(rows);
  return rows.map((row, index) => ({
    page: row.page,
    position: row.position,
    label: row.label,
    labelCell: labelCellOf(row, pages[row.page % pages.length]!.grid),
    code: row.code,
    roles: rolesAt(rows, index, places),
    parent: places.parent[index]!,
    part: places.part[index]!,
    repeats: null,
  }));
}

function labelCellOf({ position, labelColumn }: Row, { sheet, width }: Grid): number {
  return sheet.base + position * width + labelColumn;
}

/** "一般公共预算拨款" within 上年结转: money of that fund that was carried over. */
function carriedFunds(roles: readonly string[]): string[] {
  return roles
    .filter((role) => role === "general-public" || role === "government-fund" || role === "state-capital")
    .map((role) => `carried-${role}`);
}

/** A meaning belongs to the outermost line that has it: a fund named again inside its own line is not counted twice. */
function rolesAt(rows: readonly Row[], index: number, { year, grand, parent }: LedgerPlaces): string[] {
  // Where nothing stands between the year's total and the grand total, one line is printed for both.
  if (index === grand)
    return year < 0 && !rows.some((row) => row.kind === "beyond") ? ["grand-total", "year-total"] : ["grand-total"];
  if (index === year) return ["year-total"];
  const row = rows[index]!;
  // "项目支出 其中：当年安排、上年结转": money that is spent, not what was carried over.
  const above = parent[index] ?? null;
  if (row.kind === "beyond" && above !== null && above !== year && rows[above]!.kind === "item") return [];
  // "一般公共预算拨款" under 上年结转 is carried-over money, not this year's.
  for (let above = parent[index]; above !== null && above !== undefined; above = parent[above])
    if (rows[above]!.kind === "beyond") return carriedFunds(row.roles);
  return row.roles.filter((role) => {
    for (
      let above = parent[index];
      above !== null && above !== undefined && above !== year && above !== grand;
      above = parent[above]
    )
      if (rows[above]!.roles.includes(role)) return false;
    return true;
  });
}
