import { CellKind } from "../../workbook";
import { splitCode } from "../codes";
import type { Grid, Region } from "../grid";
import { rawText, textAt } from "../grid";
import type { Header } from "../header";
import { isColumnNumberRow } from "../header";
import type { Enumerated } from "../normalise";
import { enumerated, indentation, normalise, tidy } from "../normalise";
import { isPreambleText } from "../preamble";
import { rolesOf } from "../roles";
import type { Line } from "../table";
import type { TableTemplate } from "../template";
import { footnote, repeatsHeader } from "./matrix-lines";

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
}

interface Row {
  readonly page: number;
  readonly position: number;
  readonly label: string;
  readonly name: string;
  readonly parts: Enumerated;
  readonly depth: number;
  readonly code: string | null;
  readonly roles: readonly string[];
  readonly kind: "item" | "year-total" | "year-head" | "grand-total" | "beyond";
}

/**
 * Read one side of a ledger (收支总表, 财政拨款收支总表): numbered items, 本年收入合计 over them, then the lines between
 * it and 收入总计, then 收入总计. The form's own order decides what a total adds up (部门预算公开表 01, 04).
 */
export function readLedgerSide(pages: readonly LedgerPage[], template: TableTemplate): { lines: Line[]; lastRow: number } {
  const read = pages.map((page, number) => collectRows(page, number, template));
  return { lines: arrange(read.flatMap(({ rows }) => rows), pages), lastRow: read[0]!.lastRow };
}

function collectRows({ grid, region, header, side }: LedgerPage, page: number, template: TableTemplate): { rows: Row[]; lastRow: number } {
  const rows: Row[] = [];
  let lastRow = header.body - 1;
  for (let position = header.body; position <= region.bottom; position++) {
    if (footnote.test(firstText(grid, position, region))) break;
    const text = rawText(grid, position, side.labelColumn);
    if (text === "" || repeatsHeader(grid, position, header, region) || isColumnNumberRow(grid, position, region.left, region.right)) continue;
    const folded = textAt(grid, position, side.labelColumn);
    if (isPreambleText(folded) && side.amountColumns.every((column) => grid.sheet.kinds[position * grid.width + column] !== CellKind.Number)) continue;
    if (isTitleAgain(folded, template)) continue;
    rows.push(rowOf(page, position, text, side, template));
    lastRow = position;
  }
  return { rows, lastRow };
}

function firstText(grid: Grid, row: number, region: Region): string {
  for (let column = region.left; column <= region.right; column++) {
    const text = textAt(grid, row, column);
    if (text !== "") return text;
  }
  return "";
}

function isTitleAgain(text: string, template: TableTemplate): boolean {
  return text.endsWith("表") && template.titles.some((title) => new RegExp(title).test(text));
}

const yearTotal = /^(?:本年|本年度|当年|20\d{2}年)(?:部门)?(?:预算)?(?:财政拨款)?(?:收入|支出)(?:合计|总计|小计)?$/;
const grandTotal = /^(?:(?:部门|预算|财政拨款)?(?:收入|支出|收支)(?:预算)?(?:总计|合计|总额)|总计|合计|总合计)$/;
const carried = /上年(?:度)?(?:结转|结余)|结转(?:下年|结余)?|年初结转|年末结转|结余|动用|使用非财政拨款|弥补|调入预算稳定/;

function rowOf(page: number, position: number, text: string, side: Side, template: TableTemplate): Row {
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
  const roles = rolesOf(template.lines, name, "").filter((role) => role.side === undefined || role.side === (income ? "income" : "expenditure"));
  const classRole = roles.find((role) => /^class-\d+$/.test(role.role));
  const isYear = yearTotal.test(name);
  const isGrand = !isYear && grandTotal.test(name);
  const isBeyond = !isYear && !isGrand && (carried.test(name) || roles.some((role) => role.role === "carry-over" || role.role === "carry-out"));
  const numbered = parts.style !== "";
  return {
    page,
    position,
    label: tidy(text),
    name,
    parts,
    depth: indentation(text),
    code: code ?? (classRole ? classRole.role.slice("class-".length) : null),
    roles: roles.map((role) => role.role).filter((role) => !/^class-\d+$/.test(role)),
    kind: isGrand ? "grand-total" : isYear ? (numbered || !/计$/.test(name) ? "year-head" : "year-total") : isBeyond ? "beyond" : "item",
  };
}

function arrange(rows: readonly Row[], pages: readonly LedgerPage[]): Line[] {
  const parent: (number | null)[] = rows.map(() => null);
  const part: ("sum" | "of-which")[] = rows.map((row) => (row.parts.ofWhich ? "of-which" : "sum"));
  const last = (kind: Row["kind"]): number => rows.map((row) => row.kind).lastIndexOf(kind);
  const grands = rows.flatMap((row, index) => (row.kind === "grand-total" ? [index] : []));
  // "收入合计" above and "收入总计" below: the first is the year's total, whatever it is called.
  const grand = grands.length === 0 ? -1 : grands[grands.length - 1]!;
  const firstGrand = grands.length > 1 ? grands[0]! : -1;
  let year = last("year-total");
  if (year < 0) year = last("year-head");
  if (year < 0 && firstGrand >= 0) year = firstGrand;
  const top = grand >= 0 ? grand : null;
  if (year >= 0) parent[year] = top;
  const headed = year >= 0 && rows[year]!.kind === "year-head";

  const stack: { index: number; style: string; depth: number }[] = [];
  let beyond = false;
  rows.forEach((row, index) => {
    if (index === year || index === grand) {
      stack.length = 0;
      if (index === year && headed) stack.push({ index, style: row.parts.style, depth: row.depth });
      if (index === year && !headed) beyond = true;
      return;
    }
    if (row.parts.ofWhich) {
      const whole = stack[stack.length - 1];
      parent[index] = whole ? whole.index : null;
      return;
    }
    // Pop what cannot enclose this row: the same numbering, or the same or a greater depth without numbering.
    const level = stack.findIndex((open) => sameLevel(open, row));
    if (level >= 0) stack.length = level;
    const enclosing = stack[stack.length - 1];
    const under = enclosing && mayEnclose(rows[enclosing.index]!, row) ? enclosing.index : null;
    const pastYear = beyond || (headed && index > year && under === null);
    if (under !== null) parent[index] = under;
    else if (row.kind === "beyond" || pastYear) parent[index] = top;
    else parent[index] = year >= 0 ? year : top;
    stack.push({ index, style: row.parts.style, depth: row.depth });
  });

  return rows.map((row, index) => ({
    page: row.page,
    position: row.position,
    label: row.label,
    labelCell: pages[row.page]!.grid.sheet.base + row.position * pages[row.page]!.grid.width + pages[row.page]!.side.labelColumn,
    code: row.code,
    roles: rolesAt(rows, index, year, grand, parent),
    parent: parent[index]!,
    part: part[index]!,
    repeats: null,
  }));
}

/** A meaning belongs to the outermost line that has it: a fund named again inside its own line is not counted twice. */
function rolesAt(rows: readonly Row[], index: number, year: number, grand: number, parent: readonly (number | null)[]): string[] {
  if (index === grand) return ["grand-total"];
  if (index === year) return ["year-total"];
  const row = rows[index]!;
  // "一般公共预算拨款" under 上年结转 is carried-over money, not this year's.
  for (let above = parent[index]; above !== null && above !== undefined; above = parent[above]) if (rows[above]!.kind === "beyond") return [];
  return row.roles.filter((role) => {
    for (let above = parent[index]; above !== null && above !== undefined && above !== year && above !== grand; above = parent[above]) if (rows[above]!.roles.includes(role)) return false;
    return true;
  });
}

function sameLevel(open: { style: string; depth: number }, row: Row): boolean {
  if (row.parts.style !== "" || open.style !== "") return open.style === row.parts.style && (row.parts.style !== "" || open.depth >= row.depth);
  return open.depth >= row.depth;
}

/** A numbered row may enclose rows of another numbering, or deeper ones without any. */
function mayEnclose(above: Row, row: Row): boolean {
  if (above.kind === "year-head") return row.kind !== "beyond" || row.parts.style !== above.parts.style;
  if (row.kind === "beyond" && above.kind !== "beyond") return false;
  if (row.parts.style !== "") return above.parts.style !== row.parts.style && rank(above) < rank(row);
  return above.parts.style !== "" ? row.depth > above.depth : row.depth > above.depth;
}

const ranks: Readonly<Record<string, number>> = { "一、": 1, "(一)": 2, "1、": 3, "(1)": 4, "": 0 };

function rank(row: Row): number {
  return ranks[row.parts.style] ?? 0;
}
