import type { Finding } from "../diagnostics";
import type { AuthoredCell, AuthoredSheet } from "../workbook";
import { exceptionsByFinding } from "./exceptions";
import type { Settings } from "./settings";

const headers = ["序号", "已说明的事项", "理由", "说明人", "日期", "状态"] as const;
/** Columns of the sheet 核对结果 that the six take: number, problem, explanation, … wide enough for their texts. */
const columns = [0, 3, 9, 5, 6, 7] as const;

/**
 * The sheet 核对结果 with a list below it of what has been explained, by whom and when. `findings` are those of the same
 * check.
 */
export function withExplained(sheet: AuthoredSheet, findings: readonly Finding[], settings: Settings): AuthoredSheet {
  const explained = [...exceptionsByFinding(findings, settings.exceptions)];
  if (explained.length === 0) return sheet;
  const start = Math.max(...sheet.cells.map(({ row }) => row)) + 2;
  const accepted = new Map(findings.map((finding) => [finding, finding.accepted]));
  const row = (at: number, values: readonly (string | number)[], style: AuthoredCell["style"]): AuthoredCell[] =>
    values
      .map((value, place) => ({ row: at, column: columns[place]!, value, style }))
      .sort((a, b) => a.column - b.column);
  const cells = [
    ...row(start, headers, "header"),
    ...explained.flatMap(([finding, { reason, by, on }], place) =>
      row(
        start + 1 + place,
        [place + 1, finding.title, reason, by, on, accepted.get(finding)?.stale ? "数字已变动，请重新说明" : "有效"],
        "text",
      ),
    ),
  ];
  return { ...sheet, cells: [...sheet.cells, ...cells] };
}
