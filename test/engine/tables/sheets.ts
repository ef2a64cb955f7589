import type { SourceCell, SourceSheet, Workbook } from "../../../src/engine/workbook";
import { buildWorkbook, parseArea } from "../../../src/engine/workbook";

export type Value = string | number | null;

/** A sheet as rows of values, the way a person would type it; "A1:D1" merges. */
export interface Typed {
  readonly name?: string;
  readonly rows: readonly (readonly Value[])[];
  readonly merges?: readonly string[];
  readonly format?: string;
}

export function typedSheet({ name = "Sheet1", rows, merges = [], format = "#,##0.00" }: Typed): SourceSheet {
  const cells: SourceCell[] = rows.flatMap((row, r) =>
    row.flatMap((value, c) =>
      value === null || value === ""
        ? []
        : [{ row: r, column: c, value, format: typeof value === "number" ? format : undefined }],
    ),
  );
  return { name, cells, merges: merges.map((merge) => parseArea(merge)!) };
}

export function typedWorkbook(...sheets: Typed[]): Workbook {
  return buildWorkbook(sheets.map((sheet, index) => typedSheet({ name: `Sheet${index + 1}`, ...sheet })));
}
