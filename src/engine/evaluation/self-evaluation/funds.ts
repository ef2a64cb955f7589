import type { Line, Section, Table } from "../../tables";
import { figureCell } from "../../tables";
import { CellKind, exactOf, locate, readAmountText } from "../../workbook";
import type { CellId, ExactDecimal, Workbook } from "../../workbook";

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

/** A figure of the money that is not there, and the cell that takes it. */
export interface FundToFill {
  readonly what: "全年预算数" | "全年执行数";
  readonly cell: CellId;
  /** The line whose cell that is, where the total is a sum of its parts; null where it is the total's own. */
  readonly part: string | null;
}

const yearly = [
  ["全年预算数", "annual-budget"],
  ["全年执行数", "executed"],
] as const;

/**
 * What of 全年预算数 and 全年执行数 is still to be filled in. A total that is a formula keeps it: the first line of its parts
 * that is blank takes the amount.
 */
export function fundsToFill(workbook: Workbook, table: Table): FundToFill[] {
  const section = table.sections.find(({ name }) => name === "funds");
  const total = section?.lines.find((line) => line.roles.includes("grand-total"));
  if (!section || !total) return [];
  return yearly.flatMap(([what, role]): FundToFill[] => {
    if (amountOf(workbook, table, section, total, role) !== null) return [];
    const own = cellIn(section, total, role);
    if (own < 0) return [];
    if (!holdsFormula(workbook, own)) return [{ what, cell: own, part: null }];
    for (const line of section.lines) {
      const cell = line === total ? -1 : cellIn(section, line, role);
      if (cell >= 0 && isBlank(workbook, cell)) return [{ what, cell, part: line.label }];
    }
    return [];
  });
}

function holdsFormula(workbook: Workbook, cell: CellId): boolean {
  const { sheet, index } = locate(workbook, cell);
  return sheet.formulas.has(index);
}

function isBlank(workbook: Workbook, cell: CellId): boolean {
  const { sheet, index } = locate(workbook, cell);
  return sheet.kinds[index] === CellKind.Blank && !sheet.formulas.has(index);
}

function cellIn(section: Section, line: Line, role: string): CellId {
  const column = section.columns.findIndex((candidate) => candidate.roles.includes(role));
  return column < 0 ? -1 : figureCell(section, line, column);
}

function amountOf(workbook: Workbook, table: Table, section: Section, line: Line, role: string): ExactDecimal | null {
  const cell = cellIn(section, line, role);
  if (cell < 0) return null;
  const { sheet, index } = locate(workbook, cell);
  if (sheet.kinds[index] === CellKind.Number) return exactOf(sheet.numbers[index]!);
  if (sheet.kinds[index] !== CellKind.Text) return null;
  const reading = readAmountText(sheet.texts[index]!, table.unit);
  return reading.state === "amount" ? reading.value : null;
}
