import type { Finding, FindingCell } from "../../engine/diagnostics";
import { isExplained, markLevel, problemsOf } from "../../engine/report";
import type { MarkLevel } from "../../engine/workbook";
import type { CellPlace } from "../../hosts/host";

/** What a finding counts as: one of the levels, or 尾差, which nobody has to act on. */
export type Shade = MarkLevel | "rounding";

/** The counters, most serious first. */
export const shades: readonly Shade[] = ["error", "explain", "hint", "cannot-tell", "rounding"];

export function shadeOf(finding: Finding): Shade {
  return finding.outcome === "rounding" ? "rounding" : markLevel(finding);
}

/** How many problems each counter has; explained ones count nowhere. */
export function countByShade(findings: readonly Finding[]): Record<Shade, number> {
  const counts: Record<Shade, number> = { error: 0, explain: 0, hint: 0, "cannot-tell": 0, rounding: 0 };
  const open = findings.filter((finding) => !isExplained(finding));
  for (const { first } of problemsOf(open)) counts[shadeOf(first)]++;
  return counts;
}

/** The cell that a finding is about. */
export function placeOf(finding: Finding): FindingCell | null {
  return finding.cells.find(({ role }) => role === "reported") ?? finding.cells[0] ?? null;
}

/** Where a person looks first: the likeliest error, else the cell that the finding is about. */
export function lookAt(finding: Finding): CellPlace | null {
  return finding.suspects[0] ?? placeOf(finding);
}

/** Sheets that findings are about, in the order in which they appear. */
export function sheetsOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap((finding) => placeOf(finding)?.sheet ?? []))];
}
