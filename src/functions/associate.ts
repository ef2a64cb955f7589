import type { ReadBlanks } from "./blank-cells";
import { BlankCells } from "./blank-cells";
import { customFunctions } from "./functions";
import type { WorkbookPractice } from "./workbook-practice";

/** Tells Excel of the custom functions; on a page without Excel nothing happens. */
export function associateFunctions(practice: WorkbookPractice, readBlanks: ReadBlanks): void {
  if (typeof CustomFunctions === "undefined") return;
  const functions = customFunctions(practice, new BlankCells(readBlanks));
  for (const [id, run] of Object.entries(functions)) CustomFunctions.associate(id, run);
}
