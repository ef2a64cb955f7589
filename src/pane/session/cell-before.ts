import type { CellId, Workbook } from "../../engine/workbook";
import { CellKind, exactOf, locate, officeNumber } from "../../engine/workbook";

/** What stands in a cell before it is changed. */
export interface CellBefore {
  /** As a person reads it; "（空）" where blank. */
  readonly before: string;
  /** Without the leading "="; null where it is none. */
  readonly formula: string | null;
}

export function cellBefore(workbook: Workbook, cell: CellId): CellBefore {
  const { sheet, index } = locate(workbook, cell);
  const formula = sheet.formulas.get(index) ?? null;
  const text =
    sheet.kinds[index] === CellKind.Number
      ? officeNumber(exactOf(sheet.numbers[index]!).toFixed(), 0)
      : (sheet.texts[index] ?? "");
  return { before: text === "" ? "（空）" : text, formula };
}
