import type { SourceCell } from "../../engine/workbook";

/** What Excel says of a block of cells: one row of each matrix a row of the sheet. */
export interface CellBlock {
  /** Zero-based place of the first cell. */
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
}

/** Error values come as texts of just these forms; a person who types such a text gets the error, too. */
export const ERROR_VALUE = new RegExp(
  "^#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\\?|NUM!|N/A|GETTING_DATA|" +
    "SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|EXTERNAL!)$",
);

/** The cells of a block for `buildWorkbook`, put behind those that are there; blank cells left out. */
export function takeCells(cells: SourceCell[], block: CellBlock): void {
  block.values.forEach((row, r) => {
    row.forEach((value, c) => {
      const cell = sourceCell(block.top + r, block.left + c, value, block.formulas[r]?.[c], block.formats[r]?.[c]);
      if (cell) cells.push(cell);
    });
  });
}

function sourceCell(row: number, column: number, value: unknown, written: unknown, format: unknown): SourceCell | null {
  // A text that merely begins with "=" (typed after an apostrophe) is its own value; no formula is.
  const formula =
    typeof written === "string" && written.startsWith("=") && written !== value ? written.slice(1) : undefined;
  if (formula === undefined && (value === "" || value === null)) return null;
  const place = {
    row,
    column,
    format: typeof format === "string" && format !== "" ? format : "General",
    ...(formula === undefined ? {} : { formula }),
  };
  if (typeof value === "string" && ERROR_VALUE.test(value)) return { ...place, value: null, error: value };
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return { ...place, value: isPlain ? value : "" };
}
