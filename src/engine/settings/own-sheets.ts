import type { Choices } from "../tables";
import { excluded } from "../tables";
import type { Workbook } from "../workbook";
import type { SheetChoice } from "./settings";
import { choicesOf } from "./sheet-choices";

const TITLE = "核对结果";

/** The choices of a person, and our own sheets of results, which nobody wants checked. */
export function choicesFor(workbook: Workbook, choices: readonly SheetChoice[]): Choices {
  const own = workbook.sheets
    .filter(({ name, texts }) => name.startsWith(TITLE) && texts[0] === TITLE)
    .map(({ name }) => [name, excluded]);
  return { ...(Object.fromEntries(own) as Record<string, string>), ...choicesOf(workbook, choices) };
}
