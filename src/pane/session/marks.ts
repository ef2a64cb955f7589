import type { Finding } from "../../engine/diagnostics";
import { markEdits } from "../../engine/report";
import type { Edit } from "../../engine/workbook";

/** Marks for what still wants looking at: an explanation whose figures have changed no longer counts. */
export function marksOf(findings: readonly Finding[], sheets: ReadonlySet<string>): Edit[] {
  return markEdits(findings.map((finding) => (finding.accepted?.stale ? { ...finding, accepted: null } : finding)), sheets);
}
