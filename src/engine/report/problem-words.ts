import type { Finding } from "../diagnostics";
import { Exact, officeNumber } from "../workbook";
import type { Problem } from "./problems";

/** A cell by its place. */
export interface Place {
  readonly sheet: string;
  readonly address: string;
}

const MOST_PLACES = 8;

/** The problem in one line: its finding's own title, or that of several with their number. */
export function problemTitle(problem: Problem): string {
  const { first, findings } = problem;
  if (findings.length === 1) return first.title;
  if (first.outcome === "rounding") return `${tablesText(first)}：${findings.length} 处尾差${mostText(findings)}`;
  return `${first.title}（同样的共 ${Math.max(findings.length, placesOf(problem).length)} 处）`;
}

/**
 * Where to look, place by place: the suspected figure where it is sure, else what is reported; of a single check its
 * first cell.
 */
export function placesOf({ findings }: Problem): Place[] {
  const places = findings.flatMap((finding): Place[] => {
    const [suspect] = finding.suspects;
    if (finding.certain === true && suspect) return [suspect];
    const reported = finding.cells.filter(({ role }) => role === "reported");
    const cells = reported.length > 0 ? reported : finding.cells;
    return finding.alike === true || findings.length > 1 ? [...cells] : cells.slice(0, 1);
  });
  const named = new Map(places.map(({ sheet, address }) => [`${sheet}!${address}`, { sheet, address }]));
  return [...named.values()];
}

/** "9项目支出绩效目标表 J17、J20；附表2 C5 等 12 处". */
export function placesText(places: readonly Place[]): string {
  const bySheet = new Map<string, string[]>();
  for (const { sheet, address } of places.slice(0, MOST_PLACES))
    bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), address]);
  const listed = [...bySheet].map(([sheet, addresses]) => `${sheet} ${addresses.join("、")}`).join("；");
  return `${listed}${places.length > MOST_PLACES ? ` 等 ${places.length} 处` : ""}`;
}

/** The sheets that a finding compares. */
function tablesText({ cells }: Finding): string {
  return [...new Set(cells.map(({ sheet }) => sheet))].join("与");
}

/** "，最多差 0.02 万元"; nothing where the figures are in several units. */
function mostText(findings: readonly Finding[]): string {
  const [{ unit }] = findings as [Finding];
  const gaps = findings.flatMap(({ difference }) => (difference === null ? [] : [new Exact(difference).abs()]));
  if (unit === null || gaps.length === 0 || findings.some((finding) => finding.unit !== unit)) return "";
  return `，最多差 ${officeNumber(Exact.max(...gaps).toFixed())} ${unit}`;
}
