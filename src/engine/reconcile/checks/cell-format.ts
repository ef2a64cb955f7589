import type { CellId } from "../../workbook";
import { locate } from "../../workbook";
import type { CheckContext } from "../check";

/** The number format of a cell as the workbook has it: "0.00%", "General". */
export function formatOf({ workbook }: Pick<CheckContext, "workbook">, cell: CellId): string {
  const { sheet, index } = locate(workbook, cell);
  return workbook.numberFormats[sheet.formats[index]!] ?? "General";
}
