import type { Finding } from "../diagnostics";
import type { Edit, FindingLevel, MarkLevel } from "../workbook";
import { isExplained } from "./problems";

/** Most serious first. */
const order: readonly MarkLevel[] = ["culprit", "error", "cannot-tell", "explain", "hint"];

/** How a finding is marked: 未能核对 as such, everything else by its severity. */
export function markLevel(finding: Pick<Finding, "outcome" | "severity">): FindingLevel {
  return finding.outcome === "cannot-tell" ? "cannot-tell" : finding.severity;
}

/**
 * Marks for findings that do not pass and are not accepted (or whose figures have changed since): the cells of the
 * check that speaks for the finding, reported and suspected ones. Where it is certain which cell is wrong, that one is
 * marked as the culprit, and the sums that show it as before; a cell named by several findings gets the most serious
 * mark. `sheets` limits them to sheets of the workbook itself.
 */
export function markEdits(findings: readonly Finding[], sheets: ReadonlySet<string>): Edit[] {
  const marks = new Map<string, Extract<Edit, { type: "mark" }>>();
  for (const finding of findings) {
    if (finding.outcome === "pass" || isExplained(finding)) continue;
    const level = markLevel(finding);
    const reported = finding.cells.filter((cell) => cell.role === "reported");
    const [suspect] = finding.suspects;
    const shown = reported.length > 0 ? reported : finding.cells;
    const places: { sheet: string; address: string; as: MarkLevel }[] = shown.map((cell) => ({ ...cell, as: level }));
    if (suspect) places.push({ ...suspect, as: level === "error" && finding.certain ? "culprit" : level });
    for (const { sheet, address, as } of places) {
      if (!sheets.has(sheet)) continue;
      const key = `${sheet}!${address}`;
      const known = marks.get(key);
      if (!known || order.indexOf(as) < order.indexOf(known.level))
        marks.set(key, { type: "mark", sheet, address, level: as });
    }
  }
  return [...marks.values()];
}
