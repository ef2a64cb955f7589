import type { Finding, FindingCell } from "../../engine/diagnostics";
import { isExplained, markLevel, problemsOf } from "../../engine/report";
import type { MarkLevel } from "../../engine/workbook";
import type { CellPlace } from "../../hosts/host";
import type { PaneState } from "./state";

/** The four counters, most serious first. */
export const levels: readonly MarkLevel[] = ["error", "explain", "hint", "cannot-tell"];

/** How many problems each counter has; explained ones count nowhere. */
export function countByLevel(findings: readonly Finding[]): Record<MarkLevel, number> {
  const counts: Record<MarkLevel, number> = { error: 0, explain: 0, hint: 0, "cannot-tell": 0 };
  const open = findings.filter((finding) => !isExplained(finding));
  for (const { first } of problemsOf(open)) counts[markLevel(first)]++;
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

/** A finding with a name that no other in the list has: keys may be shared. */
export interface ListedFinding {
  readonly id: string;
  readonly finding: Finding;
}

/** Findings that the filter lets through, apart: open ones and explained ones. */
export function listFindings(
  findings: readonly Finding[],
  filter: PaneState["filter"],
): { open: ListedFinding[]; explained: ListedFinding[] } {
  const seen = new Map<string, number>();
  const open: ListedFinding[] = [];
  const explained: ListedFinding[] = [];
  for (const finding of findings) {
    const times = seen.get(finding.key) ?? 0;
    seen.set(finding.key, times + 1);
    if (filter.sheet !== null && placeOf(finding)?.sheet !== filter.sheet) continue;
    const listed = { id: `${finding.key} ${times}`, finding };
    if (isExplained(finding)) explained.push(listed);
    else if (filter.level === null || markLevel(finding) === filter.level) open.push(listed);
  }
  return { open, explained };
}

/** Sheets that findings are about, in the order in which they appear. */
export function sheetsOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap((finding) => placeOf(finding)?.sheet ?? []))];
}
