/** The reading of a criterion in plain Chinese, without any figures. */

import { compileCriterion } from "./compile";
import { printPlain } from "./print";

/** "读作：…" for a text that states a rule; the empty text where it states none. `points` are said instead of 满分. */
export function readCriterion(text: string, points: string | null = null): string {
  const compiled = compileCriterion(text);
  return compiled.state === "rule" ? `读作：${printPlain(compiled.tree, points)}` : "";
}
