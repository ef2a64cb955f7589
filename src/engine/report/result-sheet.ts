import type { CheckResult } from "../diagnostics";
import type { AuthoredCell, AuthoredSheet } from "../workbook";
import { Exact, officeNumber } from "../workbook";
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
  "处理情况",
  "签字",
] as const;
/** In characters: all of them on the width of an A4 page, legible. */
const widths = [5, 8, 9, 32, 16, 14, 14, 12, 40, 28, 22, 14, 9];
/** Rows above the problems: the title, whose it is, the counts, the headings. */
const HEAD_ROWS = 4;

/** What a report says of itself. */
export interface ReportHead {
  /** Whose tables they are; null where no table says. */
  readonly body: string | null;
  /** How the workbook is called. */
  readonly file: string;
  /** ISO date of the check. */
  readonly date: string;
}

/**
 * The sheet 核对结果: one row a problem, its first place linked to its cell, ready to send on. `sources` gives a rule's
 * source by id; `sheets` are the workbook's own sheets, which can be linked to; `head` is what stands below the title.
 */
export function resultSheet(
  result: CheckResult,
  sources: ReadonlyMap<string, string>,
  sheets: ReadonlySet<string>,
  head: ReportHead,
): AuthoredSheet {
  const findings = result.findings.filter((finding) => finding.outcome !== "pass");
  const problems = problemsOf(findings);
  const { checks, pass, rounding, fail, cannotTell } = result.summary;
  const cells: AuthoredCell[] = [
    { row: 0, column: 0, value: "核对结果", style: "title" },
    { row: 1, column: 0, value: headText(head), style: "text" },
    {
      row: 2,
      column: 0,
      value:
        `共识别 ${result.tables.length} 张表，核对 ${checks} 项：一致 ${pass} 项，尾差 ${rounding} 项，` +
        `不符 ${fail} 项，未能核对 ${cannotTell} 项。${problemsText(findings)}。`,
      style: "note",
    },
    ...columns.map((value, column): AuthoredCell => ({ row: HEAD_ROWS - 1, column, value, style: "header" })),
    ...problems.flatMap((problem, index) => problemRow(problem, index, sources, sheets)),
  ];
  const end = HEAD_ROWS + problems.length;
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
      { top: 2, left: 0, bottom: 2, right: columns.length - 1 },
    ],
    widths,
    bordered: [{ top: HEAD_ROWS - 1, left: 0, bottom: Math.max(HEAD_ROWS - 1, end - 1), right: columns.length - 1 }],
    freezeRows: HEAD_ROWS,
    print: { orientation: "landscape", onePage: false },
  };
}

function problemRow(
  problem: Problem,
  index: number,
  sources: ReadonlyMap<string, string>,
  sheets: ReadonlySet<string>,
): AuthoredCell[] {
  const row = HEAD_ROWS + index;
  const { first, findings } = problem;
  const places = placesOf(problem);
  const single = findings.length === 1;
  const cells: AuthoredCell[] = [
    { row, column: 0, value: index + 1, style: "centre" },
    { row, column: 1, value: severityWord(first.severity), style: markLevel(first) },
    { row, column: 2, value: outcomeWord(first.outcome), style: "centre" },
    { row, column: 3, value: problemTitle(problem), style: "text" },
    ...placeCell(row, first.suspects[0] ?? places[0], places, sheets),
    amountCell(row, 5, single ? first.reported : null),
    amountCell(row, 6, single ? first.computed : null),
    amountCell(row, 7, single ? first.difference : null),
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
    { row, column: 11, value: null, style: "text" },
    { row, column: 12, value: null, style: "text" },
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

function headText({ body, file, date }: ReportHead): string {
  return [
    ...(body === null ? [] : [`单位：${body}`]),
    ...(file === "" ? [] : [`文件：${file}`]),
    `核对日期：${date}`,
    "核对人：＿＿＿＿＿＿",
    "复核人：＿＿＿＿＿＿",
  ].join("　　");
}

/** An amount as a number that can be added up; one with more than two decimals shows them all. */
function amountCell(row: number, column: number, amount: string | null): AuthoredCell {
  if (amount === null) return { row, column, value: null, style: "amount" };
  const number = Number(amount);
  // More digits than a number in a cell holds: as text, or they would be lost.
  if (!new Exact(number).equals(new Exact(amount)))
    return { row, column, value: officeNumber(amount, 0), style: "text" };
  return { row, column, value: number, style: new Exact(amount).decimalPlaces() > 2 ? "points" : "amount" };
}
