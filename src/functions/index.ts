import { readingOf, scoreIndicator } from "./functions";

/** The custom functions by the ids that functions.json gives them (=HEDUI.SCORE, =HEDUI.READ). */
export const customFunctions = { SCORE: scoreIndicator, READ: readingOf } as const;

/** Tells Excel of them; on a page without Excel nothing happens. */
export function associateFunctions(): void {
  if (typeof CustomFunctions === "undefined") return;
  for (const [id, run] of Object.entries(customFunctions)) CustomFunctions.associate(id, run);
}

associateFunctions();
