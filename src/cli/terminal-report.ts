import type { CheckResult, Finding } from "../engine/diagnostics";
import { unrecognisedReason } from "../engine/diagnostics";
import type { Problem } from "../engine/report";
import {
  consequencesOf,
  outcomeWord,
  placesOf,
  placesText,
  problemsOf,
  problemsText,
  problemTitle,
  severityWord,
} from "../engine/report";
import { saidYears } from "../engine/tables";
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
  const years = saidYears(
    result.tables,
    result.unrecognised.map(({ sheet }) => sheet),
  );
  const lines = [
    `${result.workbook}`,
    `  认出 ${result.tables.length} 张表，核对 ${checks} 项：一致 ${pass}，尾差 ${rounding}，不符 ${fail}，未能核对 ${cannotTell}`,
    ...result.tables.map(
      (table) =>
        `    ${table.sheet.name}  ${areaA1(table.area)}  ${table.template.short}${[
          years.get(table) ? `${years.get(table)!}年` : "",
          table.unit ?? "",
          table.body ?? "",
        ]
          .filter((word) => word !== "")
          .map((word) => ` · ${word}`)
          .join("")}`,
    ),
    ...result.unrecognised.map((one) => `    ${one.sheet.name}  未识别：${unrecognisedReason(one)}`),
    "",
    ...problemsOf(findings).flatMap((problem, index) => problemLines(problem, index + 1, sources)),
    ...(result.tables.length === 0 ? [] : [`  ${problemsText(findings)}。`, ""]),
  ];
  return `${lines.join("\n")}\n`;
}

/** A problem as a block: a rounding difference in one line, anything else with its calculation and where to look. */
function problemLines(problem: Problem, number: number, sources: ReadonlyMap<string, string>): string[] {
  const { first, findings } = problem;
  const level = first.outcome === "pass" ? "" : `${severityWord(first.severity)} · `;
  const head = `  ${number}. 〔${level}${outcomeWord(first.outcome)}〕${problemTitle(problem)}`;
  const places = placesText(placesOf(problem));
  if (first.outcome === "rounding") return [`${head}  ${places}`, ...explainedLines(findings), ""];
  const consequences = consequencesOf(findings);
  const source = first.outcome === "pass" ? undefined : sources.get(first.code);
  return [
    head,
    ...first.lines.map((line) => `       ${line}`),
    ...(places === "" ? [] : [`       位置：${places}`]),
    ...first.suspects
      .slice(0, 3)
      .map(
        ({ sheet, address, reason, proposed }, at) =>
          `       ${at > 0 ? "　或：" : proposed === null ? "请核对：" : "可能："}${sheet} ${address} ${reason}`,
      ),
    ...explainedLines(findings),
    ...(consequences.checks.length === 0 ? [] : [`       ${consequences.words}`]),
    ...(source === undefined ? [] : [`       依据：${source}`]),
    "",
  ];
}

/** Reasons that people gave, each once. */
function explainedLines(findings: readonly Finding[]): string[] {
  const lines = findings.flatMap(({ accepted }) =>
    accepted === null ? [] : [`       已说明：${accepted.reason}${accepted.stale ? "（数字已变动，请重新确认）" : ""}`],
  );
  return [...new Set(lines)];
}
