import type { Finding, FindingCell } from "../../engine/diagnostics";
import type { CellPlace } from "../../hosts/host";

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
