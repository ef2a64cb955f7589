import type { Finding } from "../diagnostics";
import type { FindingLevel } from "../workbook";
import { markLevel } from "./marks";
import { isExplained, problemsOf } from "./problems";
import { outcomeWord, severityWord } from "./words";

/** What a finding counts as: one of the levels, or 尾差, which nobody has to act on. */
export type Shade = FindingLevel | "rounding";

/** The counters, most serious first. */
export const shades: readonly Shade[] = ["error", "explain", "hint", "cannot-tell", "rounding"];

export function shadeOf(finding: Pick<Finding, "outcome" | "severity">): Shade {
  return finding.outcome === "rounding" ? "rounding" : markLevel(finding);
}

/** The counters by name: the same words in the pane, the sheet 核对结果 and on the command line. */
export function shadeWord(shade: Shade): string {
  return shade === "rounding" || shade === "cannot-tell" ? outcomeWord(shade) : severityWord(shade);
}

/** How many problems each counter has; explained ones count nowhere. */
export function countByShade(findings: readonly Finding[]): Record<Shade, number> {
  const counts: Record<Shade, number> = { error: 0, explain: 0, hint: 0, "cannot-tell": 0, rounding: 0 };
  const open = findings.filter((finding) => finding.outcome !== "pass" && !isExplained(finding));
  for (const { first } of problemsOf(open)) counts[shadeOf(first)]++;
  return counts;
}

/** "必改 7 处，需说明 1 处": the counters that are not empty; nothing where all are. */
export function shadesText(findings: readonly Finding[]): string {
  const counts = countByShade(findings);
  return shades
    .filter((shade) => counts[shade] > 0)
    .map((shade) => `${shadeWord(shade)} ${counts[shade]} 处`)
    .join("，");
}
