import { customFunctions } from "./functions";
import type { WorkbookPractice } from "./workbook-practice";

/** Tells Excel of the custom functions; on a page without Excel nothing happens. */
export function associateFunctions(practice: WorkbookPractice): void {
  if (typeof CustomFunctions === "undefined") return;
  for (const [id, run] of Object.entries(customFunctions(practice))) CustomFunctions.associate(id, run);
}
