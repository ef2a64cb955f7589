/** The checks on a criterion itself, listed in the order in which they are made: one pass a file, each only reports. */

import type { Diagnostic } from "./diagnostic";
import type { CheckInput, Pass } from "./pass";
import type { CompiledCriterion } from "../compile";
import { reportBands } from "./report-bands";
import { reportDirection } from "./report-direction";
import { reportMarks } from "./report-marks";
import { reportOpenAmounts } from "./report-open-amounts";
import { reportRule } from "./report-rule";
import { reportTarget } from "./report-target";
import { reportUnits } from "./report-units";

/** All passes, by name. */
export const PASSES: readonly { readonly name: string; readonly run: Pass }[] = [
  { name: "report-rule", run: reportRule },
  { name: "report-marks", run: reportMarks },
  { name: "report-bands", run: reportBands },
  { name: "report-open-amounts", run: reportOpenAmounts },
  { name: "report-direction", run: reportDirection },
  { name: "report-units", run: reportUnits },
  { name: "report-target", run: reportTarget },
];

/**
 * Runs all passes over a compiled criterion; diagnostics in the order of the passes, each with its place in the
 * original.
 */
export function checkCompiled(compiled: CompiledCriterion, input: CheckInput): readonly Diagnostic[] {
  return PASSES.flatMap((pass) => pass.run(compiled, input));
}
