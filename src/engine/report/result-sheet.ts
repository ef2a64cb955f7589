import type { CheckResult, Finding, Suspect } from "../diagnostics";
import { Exact, exactOf } from "../workbook";
import type { Area, AuthoredCell, AuthoredSheet } from "../workbook";
import { markLevel } from "./marks";
import { placesOf, placesText, problemTitle, type Place } from "./problem-words";
import { consequencesOf, problemsOf, problemsText, type Problem } from "./problems";
import { shadesText } from "./shades";
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
  "单位",
  "计算、可能的原因和依据",
  "处理情况",
  "签字",
] as const;
/** Characters; together one page of A4 across at a scale that can be read. */
const widths = [5, 8, 9, 34, 20, 13, 13, 12, 6, 42, 14, 9];
const LAST = columns.length - 1;
const HEADER_ROW = 4;

/** What stands above the list, so that the sheet can be signed and sent on; what is unknown stays blank. */
export interface ReportHead {
  /** The file as the person calls it. */
  readonly file: string;
  /** Day of the check, ISO. */
  readonly date: string;
  /** Who checked. */
  readonly checker: string;
}

/**
 * The sheet 核对结果: one row a problem, its first place linked to its cell, ready to print, sign and send on. `sources`
 * gives a rule's source by id; `sheets` are the workbook's own sheets, which can be linked to.
 */
export function resultSheet(
  result: CheckResult,
  head: ReportHead,
  sources: ReadonlyMap<string, string>,
  sheets: ReadonlySet<string>,
): AuthoredSheet {
  const findings = result.findings.filter((finding) => finding.outcome !== "pass");
  const problems = problemsOf(findings);
  const units = new Map(result.tables.map(({ sheet, unit }) => [sheet.name, unit]));
  const unitOf = (sheet: string): string | null => units.get(sheet) ?? null;
  const end = HEADER_ROW + 1 + problems.length;
  const top = headCells(result, head);
  const foot = footCells(result, end);
  const header = columns.map((value, column): AuthoredCell => ({ row: HEADER_ROW, column, value, style: "header" }));
  const rows = problems.flatMap((problem, index) => problemRow(problem, index, sources, sheets, unitOf));
  return {
    name: "核对结果",
    cells: [...top, ...header, ...rows, ...foot],
    merges: [...top, ...foot].flatMap((cell) => mergeOf(cell)),
    widths,
    bordered: [{ top: HEADER_ROW, left: 0, bottom: Math.max(HEADER_ROW, end - 1), right: LAST }],
    freezeRows: HEADER_ROW + 1,
    print: { orientation: "landscape", onePage: false, titleRow: HEADER_ROW },
  };
}

/** First and last column of each part of a line that is shared by several. */
const halves = [
  [0, 3],
  [4, 8],
  [9, 9],
  [10, LAST],
] as const;

/** Title, whose tables they are, which file, when and by whom; how many there are in checks and in findings. */
function headCells(result: CheckResult, { file, date, checker }: ReportHead): AuthoredCell[] {
  const { checks, pass, rounding, fail, cannotTell } = result.summary;
  const parts = [`单位：${bodyOf(result)}`, `文件：${file}`, `核对日期：${date}`, `核对人：${checker}`];
  const checked =
    `共识别 ${result.tables.length} 张表，核对 ${checks} 项：一致 ${pass} 项，尾差 ${rounding} 项，` +
    `不符 ${fail} 项，未能核对 ${cannotTell} 项。`;
  const counted = shadesText(result.findings);
  return [
    { row: 0, column: 0, value: "核对结果", style: "title" },
    ...parts.map((value, part): AuthoredCell => ({ row: 1, column: halves[part]![0], value, style: "text" })),
    { row: 2, column: 0, value: checked, style: "text" },
    {
      row: 3,
      column: 0,
      value: `${problemsText(result.findings)}${counted === "" ? "" : `：${counted}`}。`,
      style: "text",
    },
  ];
}

/** What was not checked, and where to sign. */
function footCells(result: CheckResult, end: number): AuthoredCell[] {
  const { unrecognised } = result;
  const names = unrecognised.map(({ sheet }) => sheet.name).join("、");
  const left =
    unrecognised.length === 0
      ? []
      : [{ row: end, column: 0, value: `没有核对的工作表：${names}。`, style: "note" } as const];
  const signs = ["核对人（签字）：", "复核人（签字）：", "日期："];
  return [
    ...left,
    ...signs.map((value, part): AuthoredCell => ({ row: end + 1, column: halves[part]![0], value, style: "text" })),
  ];
}

/** A cell of the head or the foot reaches to the next one of its row, or over the whole width. */
function mergeOf({ row, column, style, value }: AuthoredCell): Area[] {
  const half = halves.find(([left]) => left === column);
  const isPart = /^(?:单位|文件|核对日期|核对人|复核人|日期)[（：]/.test(String(value));
  const right = style !== "title" && half && isPart ? half[1] : LAST;
  return right === column ? [] : [{ top: row, left: column, bottom: row, right }];
}

/** The body that most tables name; blank where none does. */
function bodyOf({ tables }: CheckResult): string {
  const counts = new Map<string, number>();
  for (const { body } of tables) if (body !== null) counts.set(body, (counts.get(body) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? "";
}

function problemRow(
  problem: Problem,
  index: number,
  sources: ReadonlyMap<string, string>,
  sheets: ReadonlySet<string>,
  unitOf: (sheet: string) => string | null,
): AuthoredCell[] {
  const row = HEADER_ROW + 1 + index;
  const { first, findings } = problem;
  const places = placesOf(problem);
  const amounts = findings.length === 1 ? amountsOf(first) : [];
  const unit = findings.length === 1 ? unitOfAmounts(first, unitOf) : null;
  return [
    { row, column: 0, value: index + 1, style: "centre" },
    { row, column: 1, value: severityWord(first.severity), style: markLevel(first) },
    { row, column: 2, value: outcomeWord(first.outcome), style: "centre" },
    { row, column: 3, value: problemTitle(problem), style: "text" },
    ...placeCell(row, first.suspects[0] ?? places[0], places, sheets),
    ...amounts.flatMap((amount, at) => amountCell(row, 5 + at, amount)),
    { row, column: 8, value: amounts.every((amount) => amount === null) ? "" : (unit ?? ""), style: "centre" },
    { row, column: 9, value: explanation(problem, sources.get(first.code)).join("\n"), style: "text" },
    { row, column: 10, value: "", style: "text" },
    { row, column: 11, value: "", style: "text" },
  ];
}

/**
 * What stands there, what it should be, the difference: of the cell that is to be mended where the figures force a
 * repair, as the title says it; else the two sides of the check.
 */
export function amountsOf(finding: Finding): readonly (string | null)[] {
  const { reported, computed, difference } = finding;
  const repair = repairOf(finding);
  if (repair === null) return [reported, computed, difference];
  const { written, proposed } = repair;
  const [is, ought] = [exactOf(written), new Exact(proposed)];
  return [is, ought, is.minus(ought)].map((amount) => amount.toFixed());
}

/** The cell that a repair would change: in its unit are the amounts. A check of points or shares has no unit. */
function unitOfAmounts(finding: Finding, unitOf: (sheet: string) => string | null): string | null {
  const { unit } = finding;
  const repair = repairOf(finding);
  return unit === null || repair === null ? unit : (unitOf(repair.sheet) ?? unit);
}

/** What the first suspect would be changed from and to; null where no figure is forced. */
function repairOf({ suspects, cells }: Finding): { sheet: string; written: number; proposed: string } | null {
  const [suspect] = suspects;
  const written = cells.find(({ cell }) => cell === suspect?.cell)?.value;
  if (!suspect || suspect.proposed === null || typeof written !== "number") return null;
  return { sheet: suspect.sheet, written, proposed: suspect.proposed };
}

/** An amount as a number that can be calculated with; one with more than two decimals keeps them all. */
function amountCell(row: number, column: number, amount: string | null): AuthoredCell[] {
  if (amount === null) return [];
  const decimals = amount.split(".")[1]?.length ?? 0;
  return [{ row, column, value: Number(amount), style: decimals > 2 ? "figure" : "amount" }];
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
 * The calculation, the places of a group, the likely cause, what else fails because of it, the source; a group of
 * rounding differences is one line.
 */
function explanation(problem: Problem, source: string | undefined): string[] {
  const { first, findings } = problem;
  const places = placesText(placesOf(problem));
  if (findings.length > 1 && first.outcome === "rounding") return [places];
  const { words, checks } = consequencesOf(findings);
  return [
    ...first.lines,
    ...likely(first).map(({ sheet, address, reason, proposed }) => {
      const word = proposed === null ? "请核对" : "可能";
      return `${word}：${sheet} ${address} ${reason}`;
    }),
    ...(findings.length > 1 ? [`位置：${places}`] : []),
    ...(checks.length === 0
      ? []
      : [
          `${words}：${checks
            .slice(0, 5)
            .map(({ title }) => title)
            .join("；")}`,
        ]),
    ...(source ? [`依据：${source}`] : []),
  ];
}

/** So many cells to look at are named: more are no help. */
const MOST_TO_CHECK = 3;

/** The cell that the figures say is wrong; where they do not, those to look at. */
function likely({ suspects }: Finding): readonly Suspect[] {
  return suspects.slice(0, suspects[0]?.proposed === null ? MOST_TO_CHECK : 1);
}
