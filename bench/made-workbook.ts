import type { SourceCell, Workbook } from "../src/engine/workbook";
import { buildWorkbook, CellKind } from "../src/engine/workbook";

const columns = ["合计", "基本支出", "项目支出", "事业单位经营支出", "对附属单位补助支出", "上缴上级支出", "结转下年"];

/**
 * A workbook of 支出总表 that all agree: one sheet a body, ten columns, 类款项 over as many rows as the cells asked for need.
 * Every row adds up across, every 类 and 款 and the total add up down.
 */
export function makeWorkbook(sheets: number, cellsPerSheet: number): Workbook {
  let seed = 20250101;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % below;
  };
  const rows = Math.floor(cellsPerSheet / 10);
  return buildWorkbook(
    Array.from({ length: sheets }, (_, sheet) => ({ name: `支出${sheet + 1}`, cells: sheetCells(sheet, rows, next) })),
  );
}

/** The same workbook with one in `every` amounts off by up to 100. */
export function withFaults(workbook: Workbook, every: number): Workbook {
  let seed = 7;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  const sheets = workbook.sheets.map((sheet) => {
    const width = sheet.columns.length;
    const numbers = sheet.numbers.map((value, index) => {
      const isAmount = sheet.kinds[index] === CellKind.Number && index % width >= firstAmount;
      return isAmount && next(every) === 0 ? Math.round(value * 100 + 1 + next(9999)) / 100 : value;
    });
    return { ...sheet, numbers };
  });
  return { ...workbook, sheets };
}

/** Column of the first amount. */
const firstAmount = 3;

interface Row {
  readonly code: string;
  readonly cents: number[];
  readonly parts: Row[];
}

function sheetCells(sheet: number, rows: number, next: (below: number) => number): SourceCell[] {
  const root: Row = { code: "", cents: [], parts: [] };
  let made = 1;
  for (let group = 201; made < rows; group++) {
    const groupRow: Row = { code: String(group), cents: [], parts: [] };
    root.parts.push(groupRow);
    made += 1;
    for (let section = 1; section <= 8 && made < rows; section++) {
      const sectionRow: Row = { code: `${group}${String(section).padStart(2, "0")}`, cents: [], parts: [] };
      groupRow.parts.push(sectionRow);
      made += 1;
      for (let item = 1; item <= 12 && made < rows; item++, made++)
        sectionRow.parts.push({
          code: `${sectionRow.code}${String(item).padStart(2, "0")}`,
          cents: Array.from({ length: 6 }, () => next(1_000_000)),
          parts: [],
        });
    }
  }
  const cells: SourceCell[] = [];
  const put = (row: number, column: number, value: string | number): void => {
    cells.push(typeof value === "number" ? { row, column, value, format: "#,##0.00" } : { row, column, value });
  };
  put(0, 0, "2025年部门支出总表");
  put(1, 0, `部门名称：第${sheet + 1}局`);
  put(1, 9, "单位：万元");
  ["科目编码", "科目名称", "序号", ...columns].forEach((word, column) => put(2, column, word));
  let row = 3;
  const write = (node: Row): void => {
    put(row, 0, node.code === "" ? "合计" : node.code);
    put(row, 1, node.code === "" ? "合计" : `科目${node.code}`);
    put(row, 2, row - 2);
    const cents = sumOf(node);
    put(row, 3, cents.reduce((sum, part) => sum + part, 0) / 100);
    cents.forEach((part, index) => put(row, 4 + index, part / 100));
    row += 1;
    node.parts.forEach(write);
  };
  write(root);
  return cells;
}

function sumOf(node: Row): number[] {
  if (node.parts.length === 0) return node.cents.length > 0 ? node.cents : [0, 0, 0, 0, 0, 0];
  return node.parts.map(sumOf).reduce((sum, cents) => sum.map((value, index) => value + cents[index]!));
}
