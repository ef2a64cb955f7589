import type { Finding } from "../diagnostics";
import type { Edit, MarkLevel } from "../workbook";
import { isExplained } from "./problems";

/** Most serious first. */
const order: readonly MarkLevel[] = ["error", "cannot-tell", "explain", "hint"];

/** How a finding is marked: 未能核对 as such, everything else by its severity. */
export function markLevel(finding: Pick<Finding, "outcome" | "severity">): MarkLevel {
  return finding.outcome === "cannot-tell" ? "cannot-tell" : finding.severity;
}

/**
 * Marks for findings that do not pass and are not accepted (or whose figures have changed since): the cells of the
 * check that speaks for the finding, reported and suspected ones. A cell named by several findings gets the most
 * serious mark. `sheets` limits them to sheets of the workbook itself.
 */
export function markEdits(findings: readonly Finding[], sheets: ReadonlySet<string>): Edit[] {
  const marks = new Map<string, Extract<Edit, { type: "mark" }>>();
  for (const finding of findings) {
    if (finding.outcome === "pass" || isExplained(finding)) continue;
    const level = markLevel(finding);
    const reported = finding.cells.filter((cell) => cell.role === "reported");
    const places = [...(reported.length > 0 ? reported : finding.cells), ...finding.suspects.slice(0, 1)];
    for (const { sheet, address } of places) {
      if (!sheets.has(sheet)) continue;
      const key = `${sheet}!${address}`;
      const known = marks.get(key);
      if (!known || order.indexOf(level) < order.indexOf(known.level))
        marks.set(key, { type: "mark", sheet, address, level });
    }
  }
  return [...marks.values()];
}
