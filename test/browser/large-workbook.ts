import type { MadeCell, MadeSheet } from "../hosts/simulated/simulated-workbook";
import { makeWorkbook } from "../hosts/simulated/simulated-workbook";

/** Rows of the list, and of each table; all have ten columns. */
const LIST_ROWS = 50_000;
const TABLE_ROWS = 500;
const COLUMNS = "ABCDEFGHIJ";

/**
 * A workbook file of a million cells: an expenditure table of each of a hundred bodies that agrees but for one amount,
 * and a list of vouchers that is no table of a budget.
 */
export function largeWorkbook(): Buffer {
  const tables = Array.from({ length: 100 }, (_, body) => expenditure(body + 1));
  return Buffer.from(makeWorkbook([...tables, vouchers()], "", true));
}

function expenditure(body: number): MadeSheet {
  const head = ["部门支出总体情况表", `部门名称：某市第${body}局`];
  const cells: Record<string, MadeCell> = { A1: `2025年${head[0]!}`, A2: head[1]!, J2: "单位：万元" };
  const columns = ["类", "款", "项", "功能科目", "合计", "基本支出", "项目支出", "事业单位经营支出", "上缴上级支出"];
  [...columns, "对附属单位补助支出"].forEach((name, at) => (cells[`${COLUMNS[at]!}3`] = name));
  const styles: Record<string, number> = {};
  const sums = [0, 0, 0, 0, 0];
  for (let item = 0; item < TABLE_ROWS; item++) {
    const row = 5 + item;
    const parts = sums.map((_, at) => (((item * 37 + at * 11 + body) % 9_000) + 100) / 100);
    const total = parts.reduce((sum, part) => sum + part, 0) + (item === 7 ? 0.9 : 0);
    cells[`A${row}`] = String(201 + Math.floor(item / 99));
    cells[`B${row}`] = String(1 + (item % 99)).padStart(2, "0");
    cells[`C${row}`] = "01";
    cells[`D${row}`] = `第${item + 1}项支出`;
    cells[`E${row}`] = Math.round(total * 100) / 100;
    parts.forEach((part, at) => {
      cells[`${COLUMNS[5 + at]!}${row}`] = part;
      sums[at]! += part;
    });
    for (const column of COLUMNS.slice(4)) styles[`${column}${row}`] = 1;
  }
  sums.forEach((sum, at) => (cells[`${COLUMNS[5 + at]!}4`] = Math.round(sum * 100) / 100));
  cells.D4 = "合计";
  cells.E4 = Math.round((sums.reduce((all, sum) => all + sum, 0) + 0.9) * 100) / 100;
  return { name: `支出总表${body}`, cells, styles };
}

function vouchers(): MadeSheet {
  const cells: Record<string, MadeCell> = {};
  ["凭证号", "日期", "摘要", "科目", "借方", "贷方", "余额", "经办", "附件", "备注"].forEach(
    (name, at) => (cells[`${COLUMNS[at]!}1`] = name),
  );
  for (let row = 2; row <= LIST_ROWS + 1; row++) {
    cells[`A${row}`] = `记${row}`;
    cells[`B${row}`] = 45_658 + (row % 365);
    cells[`C${row}`] = `付${row}号合同款`;
    cells[`D${row}`] = `科目${row % 120}`;
    cells[`E${row}`] = ((row * 7_919) % 1_000_000) / 100;
    cells[`F${row}`] = ((row * 104_729) % 1_000_000) / 100;
    cells[`G${row}`] = row;
    cells[`H${row}`] = `经办${row % 40}`;
    cells[`I${row}`] = row % 9;
    cells[`J${row}`] = "无";
  }
  return { name: "凭证", cells };
}
