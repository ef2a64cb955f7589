/** The reading of a criterion in plain Chinese, without any figures. */

import { compileCriterion } from "./compile";
import type { CompiledCriterion } from "./compile";
import { say } from "./locale";
import { printPlain } from "./print";

/** "读作：…" for a text that states a rule; the empty text where it states none. */
export function readCriterion(text: string): string {
  const words = readingOf(compileCriterion(text));
  return words === "" ? "" : say({ code: "reading", words, corrected: false });
}

/** The reading of what has been compiled already, by itself; the empty text where there is no rule. */
export function readingOf(compiled: CompiledCriterion): string {
  return compiled.state === "rule" ? printPlain(compiled.rule) : "";
}
