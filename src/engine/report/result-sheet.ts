import type { Check, CheckResult } from "../diagnostics";
import type { AuthoredCell, AuthoredSheet } from "../workbook";
import { officeNumber } from "../workbook";
import { markLevel } from "./marks";
import { placesOf, placesText, problemTitle, type Place } from "./problem-words";
import { consequencesOf, problemsOf, problemsText, type Problem } from "./problems";
import { outcomeWord, severityWord } from "./words";

const columns = [
  "序号",
  "级别",
  "结果",
  "问题",
  "位置",
  "表上数",
  "应为",
  "差额",
  "说明",
  "可能的原因",
  "依据",
] as const;
const widths = [6, 9, 10, 44, 26, 16, 16, 14, 60, 44, 40];

/**
 * The sheet 核对结果: one row a problem, its first place linked to its cell, ready to send on. `sources` gives a rule's
 * source by id; `sheets` are the workbook's own sheets, which can be linked to.
 */
export function resultSheet(
  result: CheckResult,
  sources: ReadonlyMap<string, string>,
  sheets: ReadonlySet<string>,
): AuthoredSheet {
  const findings = result.findings.filter((finding) => finding.outcome !== "pass");
  const problems = problemsOf(findings);
  const { checks, pass, rounding, fail, cannotTell } = result.summary;
  const cells: AuthoredCell[] = [
    { row: 0, column: 0, value: "核对结果", style: "title" },
    {
      row: 1,
      column: 0,
      value:
        `共识别 ${result.tables.length} 张表，核对 ${checks} 项：一致 ${pass} 项，尾差 ${rounding} 项，` +
        `不符 ${fail} 项，未能核对 ${cannotTell} 项。${problemsText(findings)}。`,
      style: "note",
    },
    ...columns.map((value, column): AuthoredCell => ({ row: 2, column, value, style: "header" })),
    ...problems.flatMap((problem, index) => problemRow(problem, index, sources, sheets)),
  ];
  const end = 3 + problems.length;
  if (result.unrecognised.length > 0)
    cells.push({
      row: end + 1,
      column: 0,
      value: `未识别的工作表：${result.unrecognised.map(({ sheet }) => sheet.name).join("、")}。这些表没有核对。`,
      style: "note",
    });
  return {
    name: "核对结果",
    cells,
    merges: [
      { top: 0, left: 0, bottom: 0, right: columns.length - 1 },
      { top: 1, left: 0, bottom: 1, right: columns.length - 1 },
    ],
    widths,
    bordered: [{ top: 2, left: 0, bottom: Math.max(2, end - 1), right: columns.length - 1 }],
    freezeRows: 3,
    print: { orientation: "landscape", onePage: false },
  };
}

function problemRow(
  problem: Problem,
  index: number,
  sources: ReadonlyMap<string, string>,
  sheets: ReadonlySet<string>,
): AuthoredCell[] {
  const row = 3 + index;
  const { first, findings } = problem;
  const places = placesOf(problem);
  const single = findings.length === 1;
  const cells: AuthoredCell[] = [
    { row, column: 0, value: index + 1, style: "centre" },
    { row, column: 1, value: severityWord(first.severity), style: markLevel(first) },
    { row, column: 2, value: outcomeWord(first.outcome), style: "centre" },
    { row, column: 3, value: problemTitle(problem), style: "text" },
    ...placeCell(row, first.suspects[0] ?? places[0], places, sheets),
    { row, column: 5, value: single ? shown(first, first.reported) : "", style: "text" },
    { row, column: 6, value: single ? shown(first, first.computed) : "", style: "text" },
    { row, column: 7, value: single ? shown(first, first.difference) : "", style: "text" },
    { row, column: 8, value: explanation(problem).join("\n"), style: "text" },
    {
      row,
      column: 9,
      value: first.suspects
        .slice(0, 3)
        .map((suspect) => `${suspect.sheet} ${suspect.address}：${suspect.reason}`)
        .join("\n"),
      style: "text",
    },
    { row, column: 10, value: sources.get(first.code) ?? "", style: "text" },
  ];
  return cells;
}

/** The first place, linked where it is in this workbook; how many there are, where the problem is a group. */
function placeCell(
  row: number,
  place: Place | undefined,
  places: readonly Place[],
  sheets: ReadonlySet<string>,
): AuthoredCell[] {
  if (!place) return [];
  const { sheet, address } = place;
  const value = `${sheet} ${address}${places.length > 1 ? ` 等 ${places.length} 处` : ""}`;
  return [
    sheets.has(sheet)
      ? { row, column: 4, value, style: "link", link: { sheet, address } }
      : { row, column: 4, value, style: "text" },
  ];
}

/**
 * The calculation, the places of a group, and what else fails because of it; a group of rounding differences is one
 * line.
 */
function explanation(problem: Problem): string[] {
  const { first, findings } = problem;
  const places = placesText(placesOf(problem));
  if (findings.length > 1 && first.outcome === "rounding") return [places];
  const { words, checks } = consequencesOf(findings);
  return [
    ...first.lines,
    ...(findings.length > 1 ? [`位置：${places}`] : []),
    ...(checks.length === 0
      ? []
      : [
          `${words}：${checks
            .slice(0, 5)
            .map(({ title }) => title)
            .join("；")}`,
        ]),
  ];
}

function shown(check: Check, amount: string | null): string {
  return amount === null ? "" : officeNumber(amount, check.unit === null ? 0 : 2);
}
