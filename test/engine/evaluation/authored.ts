import type { AuthoredSheet, Edit, SourceCell, Workbook } from "../../../src/engine/workbook";
import { buildWorkbook } from "../../../src/engine/workbook";

/** The sheets that edits add, as a workbook of their own: what a host would read back. */
export function workbookOf(edits: readonly Edit[]): Workbook {
  return buildWorkbook(edits.flatMap((edit) => (edit.type === "add-sheet" ? [sourceOf(edit.sheet)] : [])));
}

const formats: Partial<Record<string, string>> = {
  amount: "#,##0.00",
  "amount-input": "#,##0.00",
  percent: "0.00%",
};

function sourceOf(sheet: AuthoredSheet) {
  const cells: SourceCell[] = sheet.cells.map(({ row, column, value = null, formula, style }) => ({
    row,
    column,
    value,
    formula,
    format: style === undefined ? undefined : formats[style],
  }));
  return { name: sheet.name, cells, merges: sheet.merges };
}
