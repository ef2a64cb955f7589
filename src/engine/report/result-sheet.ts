import type { Check, CheckResult, Finding } from "../diagnostics";
import type { AuthoredCell, AuthoredSheet } from "../workbook";
import { officeNumber } from "../workbook";
import { markLevel } from "./marks";
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
 * The sheet 核对结果: one row a finding, the place linked to its cell, ready to send on. `sources` gives a rule's source by
 * id; `sheets` are the workbook's own sheets, which can be linked to.
 */
export function resultSheet(
  result: CheckResult,
  sources: ReadonlyMap<string, string>,
  sheets: ReadonlySet<string>,
): AuthoredSheet {
  const findings = result.findings.filter((finding) => finding.outcome !== "pass");
  const { checks, pass, rounding, fail, cannotTell } = result.summary;
  const cells: AuthoredCell[] = [
    { row: 0, column: 0, value: "核对结果", style: "title" },
    {
      row: 1,
      column: 0,
      value: `共识别 ${result.tables.length} 张表，核对 ${checks} 项：一致 ${pass} 项，尾差 ${rounding} 项，不符 ${fail} 项，未能核对 ${cannotTell} 项。`,
      style: "note",
    },
    ...columns.map((value, column): AuthoredCell => ({ row: 2, column, value, style: "header" })),
    ...findings.flatMap((finding, index) => findingRow(finding, index, sources, sheets)),
  ];
  const end = 3 + findings.length;
  if (findings.length === 0) cells.push({ row: 3, column: 0, value: "没有发现需要处理的问题。", style: "note" });
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

function findingRow(
  finding: Finding,
  index: number,
  sources: ReadonlyMap<string, string>,
  sheets: ReadonlySet<string>,
): AuthoredCell[] {
  const row = 3 + index;
  const place = finding.suspects[0] ?? finding.cells.find((cell) => cell.role === "reported") ?? finding.cells[0];
  const cells: AuthoredCell[] = [
    { row, column: 0, value: index + 1, style: "centre" },
    { row, column: 1, value: severityWord(finding.severity), style: markLevel(finding) },
    { row, column: 2, value: outcomeWord(finding.outcome), style: "centre" },
    { row, column: 3, value: finding.title, style: "text" },
    { row, column: 5, value: shown(finding, finding.reported), style: "text" },
    { row, column: 6, value: shown(finding, finding.computed), style: "text" },
    { row, column: 7, value: shown(finding, finding.difference), style: "text" },
    { row, column: 8, value: [...finding.lines, ...witnessLine(finding)].join("\n"), style: "text" },
    {
      row,
      column: 9,
      value: finding.suspects
        .slice(0, 3)
        .map((suspect) => `${suspect.sheet} ${suspect.address}：${suspect.reason}`)
        .join("\n"),
      style: "text",
    },
    { row, column: 10, value: sources.get(finding.code) ?? "", style: "text" },
  ];
  if (place) {
    const value = `${place.sheet} ${place.address}`;
    cells.push(
      sheets.has(place.sheet)
        ? { row, column: 4, value, style: "link", link: { sheet: place.sheet, address: place.address } }
        : { row, column: 4, value, style: "text" },
    );
  }
  return cells.sort((a, b) => a.column - b.column);
}

function shown(check: Check, amount: string | null): string {
  return amount === null ? "" : officeNumber(amount, check.unit === null ? 0 : 2);
}

function witnessLine(finding: Finding): string[] {
  return finding.witnesses.length === 0 || finding.alike === true
    ? []
    : [
        `另有 ${finding.witnesses.length} 项核对因此不符：${finding.witnesses
          .slice(0, 5)
          .map((witness) => witness.title)
          .join("；")}`,
      ];
}
