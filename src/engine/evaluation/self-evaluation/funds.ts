import type { Line, Section, Table } from "../../tables";
import { figureCell } from "../../tables";
import { CellKind, exactOf, locate, readAmountText } from "../../workbook";
import type { ExactDecimal, Workbook } from "../../workbook";

/** Amounts of a form's 年度资金总额 as they stand there, in the form's own unit; null where a figure is not written. */
export interface WrittenFunds {
  readonly annual: ExactDecimal | null;
  readonly executed: ExactDecimal | null;
}

/** 全年预算数 and 全年执行数 of 年度资金总额; null where the form has no such row. */
export function fundsOfForm(workbook: Workbook, table: Table): WrittenFunds | null {
  const section = table.sections.find(({ name }) => name === "funds");
  const total = section?.lines.find((line) => line.roles.includes("grand-total"));
  if (!section || !total) return null;
  return {
    annual: amountOf(workbook, table, section, total, "annual-budget"),
    executed: amountOf(workbook, table, section, total, "executed"),
  };
}

function amountOf(workbook: Workbook, table: Table, section: Section, line: Line, role: string): ExactDecimal | null {
  const column = section.columns.findIndex((candidate) => candidate.roles.includes(role));
  const cell = column < 0 ? -1 : figureCell(section, line, column);
  if (cell < 0) return null;
  const { sheet, index } = locate(workbook, cell);
  if (sheet.kinds[index] === CellKind.Number) return exactOf(sheet.numbers[index]!);
  if (sheet.kinds[index] !== CellKind.Text) return null;
  const reading = readAmountText(sheet.texts[index]!, table.unit);
  return reading.state === "amount" ? reading.value : null;
}
