import type { MadeCell, MadeSheet } from "./simulated-workbook";

/** Faults of one kind in one table for which a cause of its own is still sought, one by one. */
const MOST_OF_A_KIND = 1_900;

/**
 * Expenditure summaries of as many bodies as it takes for that many items, each of which is off from its parts by an
 * amount of its own.
 */
export function manyWrongSums(items: number): MadeSheet[] {
  return Array.from({ length: Math.ceil(items / MOST_OF_A_KIND) }, (_, body) =>
    wrongSummary(body + 1, Math.min(MOST_OF_A_KIND, items - body * MOST_OF_A_KIND)),
  );
}

function wrongSummary(body: number, items: number): MadeSheet {
  const cells: Record<string, MadeCell> = {
    A1: "2025年部门支出总体情况表",
    A2: `部门名称：某市第${body}局`,
    G2: "单位：万元",
    A3: "科目编码",
    D3: "功能科目",
    E3: "总计",
    F3: "基本支出",
    G3: "项目支出",
    A4: "类",
    B4: "款",
    C4: "项",
  };
  let [total, basic, project] = [0, 0, 0];
  const first = 6;
  // A line in six is right: where no line is the sum of its columns, it is the columns that were misread.
  const lines = items + Math.floor((items - 1) / 5);
  for (let item = 0; item < lines; item++) {
    const row = first + item;
    const [F, G] = [100 + (item % 37), 50 + (item % 23)];
    const off = item % 6 === 5 ? 0 : 0.13 + (item % 89) / 10;
    cells[`A${row}`] = String(201 + Math.floor(item / 9801));
    cells[`B${row}`] = String(1 + (Math.floor(item / 99) % 99)).padStart(2, "0");
    cells[`C${row}`] = String(1 + (item % 99)).padStart(2, "0");
    cells[`D${row}`] = `第${item + 1}项支出`;
    cells[`E${row}`] = Math.round((F + G + off) * 100) / 100;
    cells[`F${row}`] = F;
    cells[`G${row}`] = G;
    total += F + G + off;
    basic += F;
    project += G;
  }
  return {
    name: `支出总表${body}`,
    cells: { ...cells, D5: "合计", E5: Math.round(total * 100) / 100, F5: basic, G5: project },
  };
}
