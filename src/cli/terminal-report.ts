import type { CheckResult, Finding } from "../engine/diagnostics";
import { unrecognisedReason } from "../engine/diagnostics";
import { outcomeWord, severityWord } from "../engine/report";
import { areaA1 } from "../engine/workbook";

export interface ReportOptions {
  readonly all: boolean;
  /** Sources of rules by id. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * A check for people at a terminal: what was recognised, what does not agree and where to look, what was not checked.
 */
export function terminalReport(result: CheckResult, { all, sources }: ReportOptions): string {
  const { checks, pass, rounding, fail, cannotTell } = result.summary;
  const findings = result.findings.filter((finding) => all || finding.outcome !== "pass");
  const lines = [
    `${result.workbook}`,
    `  认出 ${result.tables.length} 张表，核对 ${checks} 项：一致 ${pass}，尾差 ${rounding}，不符 ${fail}，未能核对 ${cannotTell}`,
    ...result.tables.map(
      (table) =>
        `    ${table.sheet.name}  ${areaA1(table.area)}  ${table.template.short}${[
          table.year === null ? "" : `${table.year}年`,
          table.unit ?? "",
          table.body ?? "",
        ]
          .filter((word) => word !== "")
          .map((word) => ` · ${word}`)
          .join("")}`,
    ),
    ...result.unrecognised.map((one) => `    ${one.sheet.name}  未识别：${unrecognisedReason(one)}`),
    "",
    ...findings.flatMap((finding, index) => findingLines(finding, index + 1, sources)),
    result.tables.length === 0 || findings.some((finding) => finding.outcome !== "pass")
      ? ""
      : "  没有发现需要处理的问题。\n",
  ];
  return `${lines.join("\n")}\n`;
}

function findingLines(finding: Finding, number: number, sources: ReadonlyMap<string, string>): string[] {
  const place =
    (finding.certain === true ? finding.suspects[0] : undefined) ??
    finding.cells.find((cell) => cell.role === "reported") ??
    finding.cells[0];
  const source = sources.get(finding.code);
  return [
    `  ${number}. 〔${finding.outcome === "pass" ? "" : `${severityWord(finding.severity)} · `}${outcomeWord(finding.outcome)}〕${finding.title}`,
    ...finding.lines.map((line) => `       ${line}`),
    ...(place
      ? [
          `       位置：${place.sheet} ${place.address}${finding.alike === true && finding.cells.length > 1 ? ` 等 ${finding.cells.length} 处` : ""}`,
        ]
      : []),
    ...finding.suspects
      .slice(0, 3)
      .map(
        (suspect, index) =>
          `       ${index > 0 ? "　或：" : suspect.proposed === null ? "请核对：" : "可能："}${suspect.sheet} ${suspect.address} ${suspect.reason}`,
      ),
    ...(finding.accepted === null
      ? []
      : [`       已说明：${finding.accepted.reason}${finding.accepted.stale ? "（数字已变动，请重新确认）" : ""}`]),
    ...(finding.witnesses.length === 0 || finding.alike === true
      ? []
      : [`       另有 ${finding.witnesses.length} 项核对因此不符`]),
    ...(source === undefined || finding.outcome === "pass" ? [] : [`       依据：${source}`]),
    "",
  ];
}
