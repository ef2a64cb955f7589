import type { SourceCell, SourceSheet } from "../../../src/engine/workbook";

/** What happens to a workbook on its way: the same tables and figures, laid out otherwise. */
export interface Accident {
  readonly name: string;
  happenTo(sheets: readonly SourceSheet[]): SourceSheet[];
}

const rowsOf = ({ cells }: SourceSheet): number[] => [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
const cellsIn = ({ cells }: SourceSheet, row: number): SourceCell[] => cells.filter((cell) => cell.row === row);
const lastRow = (sheet: SourceSheet): number => Math.max(0, ...rowsOf(sheet));

function isColumnNumbers(cells: readonly SourceCell[]): boolean {
  return cells.length > 2 && cells.every(({ value }) => /^(?:\d{1,2}(?:=.*)?|栏次|\*+)$/.test(String(value)));
}

/**
 * First row below the header: below a column-number row, or the first with an amount or with what only a body row
 * begins with.
 */
function bodyStart(sheet: SourceSheet): number {
  const rows = rowsOf(sheet);
  const numbers = rows.find((row) => isColumnNumbers(cellsIn(sheet, row)));
  if (numbers !== undefined) return numbers + 1;
  const begins = ({ value, column }: SourceCell): boolean => (typeof value === "number" ? column > 0 : column < 2 && /^(?:[一二三四]、|\[?\d{3,}(?!年)|合\s*计$|工资福利|\s*1、)/.test(String(value)));
  const heads = ({ value }: SourceCell): boolean => typeof value === "string" && value.length < 8 && /项目|编码|名称/.test(value);
  const found = rows.find((row) => row > 1 && cellsIn(sheet, row).some(begins) && !cellsIn(sheet, row).some(heads) && (cellsIn(sheet, row).length <= 3 || cellsIn(sheet, row).some(({ value }) => typeof value === "number")));
  return found ?? lastRow(sheet) + 1;
}

function move(sheet: SourceSheet, rows: number, columns: number): SourceSheet {
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, row: cell.row + rows, column: cell.column + columns })),
    merges: sheet.merges?.map(({ top, bottom, left, right }) => ({ top: top + rows, bottom: bottom + rows, left: left + columns, right: right + columns })),
  };
}

function eachAmount(sheet: SourceSheet, write: (amount: number) => string): SourceSheet {
  const start = bodyStart(sheet);
  const codes = new Set(sheet.cells.filter(({ row, value }) => row < start && /编码|代码|序号/.test(String(value))).map(({ column }) => column));
  return { ...sheet, cells: sheet.cells.map((cell) => (typeof cell.value === "number" && cell.row >= start && !codes.has(cell.column) ? { ...cell, value: write(cell.value), format: "@" } : cell)) };
}

const fullWidth = (text: string): string => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** All sheets one below the other. */
function stacked(sheets: readonly SourceSheet[], gap: number): SourceSheet[] {
  const cells: SourceCell[] = [];
  const merges: NonNullable<SourceSheet["merges"]>[number][] = [];
  let row = 0;
  for (const sheet of sheets) {
    if (sheet.cells.length === 0) continue;
    const moved = move(sheet, row, 0);
    cells.push(...moved.cells);
    merges.push(...(moved.merges ?? []));
    row = lastRow(moved) + gap;
  }
  return [{ name: "全部", cells, merges }];
}

/** The table cut in two before `at`; the second part with the head again, or without. */
function cut(sheet: SourceSheet, headed: boolean): [SourceSheet, SourceSheet] | null {
  const start = bodyStart(sheet);
  const last = lastRow(sheet);
  if (last - start < 6) return null;
  const at = start + Math.ceil((last - start + 1) / 2);
  const headMerges = (sheet.merges ?? []).filter(({ bottom }) => bottom < start);
  const head = headed ? sheet.cells.filter(({ row }) => row < start) : [];
  return [
    { ...sheet, cells: sheet.cells.filter(({ row }) => row < at), merges: headMerges },
    { ...sheet, name: `${sheet.name}续`, cells: [...head, ...sheet.cells.filter(({ row }) => row >= at).map((cell) => ({ ...cell, row: cell.row - at + start }))], merges: headed ? headMerges : [] },
  ];
}

function spaced(sheet: SourceSheet): SourceSheet {
  const start = bodyStart(sheet);
  return { ...sheet, cells: sheet.cells.map((cell) => (typeof cell.value === "string" && cell.row < start && !/^\d/.test(cell.value) ? { ...cell, value: [...cell.value].join(cell.row % 2 ? " " : "\n") } : cell)) };
}

function airy(sheet: SourceSheet): SourceSheet {
  const start = bodyStart(sheet);
  return { ...sheet, cells: sheet.cells.map((cell) => ({ ...cell, row: cell.row + Math.max(0, Math.floor((cell.row - start) / 3)) })), merges: sheet.merges?.filter(({ bottom }) => bottom < start) };
}

const each = (change: (sheet: SourceSheet, index: number) => SourceSheet): Accident["happenTo"] => (sheets) => sheets.map(change);

export const accidents: readonly Accident[] = [
  { name: "sheets renamed and in reverse order", happenTo: (sheets) => sheets.map((sheet, index) => ({ ...sheet, name: `Sheet${index + 1}` })).reverse() },
  { name: "blank rows above and blank columns in front", happenTo: each((sheet, index) => move(sheet, 1 + (index % 3), index % 4)) },
  { name: "nothing merged", happenTo: each((sheet) => ({ ...sheet, merges: [] })) },
  { name: "amounts kept as text with separators", happenTo: each((sheet) => eachAmount(sheet, (amount) => amount.toLocaleString("en-US", { maximumFractionDigits: 8 }))) },
  { name: "amounts in full-width digits", happenTo: each((sheet) => eachAmount(sheet, (amount) => fullWidth(String(amount)))) },
  { name: "blanks and line breaks inside the words of the head", happenTo: each(spaced) },
  { name: "a blank row after every third row", happenTo: each(airy) },
  { name: "notes and signatures below", happenTo: each((sheet) => ({ ...sheet, cells: [...sheet.cells, { row: lastRow(sheet) + 1, column: 0, value: "注：本表数据四舍五入，可能存在尾差。" }, { row: lastRow(sheet) + 2, column: 0, value: "单位负责人：张三" }, { row: lastRow(sheet) + 2, column: 2, value: "制表人：李四" }] })) },
  { name: "hidden rows and columns", happenTo: each((sheet) => ({ ...sheet, hiddenRows: [6, 7], hiddenColumns: [1] })) },
  { name: "all tables in one sheet, a blank row between them", happenTo: (sheets) => stacked(sheets, 2) },
  { name: "all tables in one sheet, one right below the other", happenTo: (sheets) => stacked(sheets, 1) },
];

/** Tables cut in two; upright tables and lists from income to spending are not put together again. */
export const cuts: readonly Accident[] = [
  { name: "tables cut into pages on one sheet, the head printed again", happenTo: each((sheet) => { const parts = cut(sheet, true); return parts ? { ...sheet, ...stacked(parts, 1)[0]!, name: sheet.name } : sheet; }) },
  { name: "tables continued on the next sheet with their head", happenTo: (sheets) => sheets.flatMap((sheet) => cut(sheet, true) ?? [sheet]) },
  { name: "tables continued on the next sheet without any head", happenTo: (sheets) => sheets.flatMap((sheet) => cut(sheet, false) ?? [sheet]) },
];
