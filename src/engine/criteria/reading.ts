/** The reading of a criterion in plain Chinese, without any figures. */

import { compileCriterion } from "./compile";
import type { CompiledCriterion } from "./compile";
import { printPlain } from "./print";

/** "读作：…" for a text that states a rule; the empty text where it states none. */
export function readCriterion(text: string): string {
  return readingOf(compileCriterion(text));
}

/** The reading of what has been compiled already. */
export function readingOf(compiled: CompiledCriterion): string {
  return compiled.state === "rule" ? `读作：${printPlain(compiled.rule)}` : "";
}
