import type { Finding } from "../../../src/engine/diagnostics";
import type { LedgerEntry } from "../../../src/engine/narrative";
import { outcomeWord, severityWord } from "../../../src/engine/report";

/**
 * Findings as a document that one reads line by line: level, title, calculation, place, suspects, number of witnesses.
 */
export function findingsDocument(
  name: string,
  findings: readonly Finding[],
  text: readonly LedgerEntry[] = [],
): string {
  const lines = [`# ${name}：核对发现`, ""];
  for (const severity of ["error", "explain", "hint"] as const) {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) continue;
    lines.push(`## ${severityWord(severity)}（${own.length} 条）`, "");
    own.forEach((finding, index) => lines.push(...entry(finding, index + 1)));
  }
  return `${[...lines, ...ledgerLines(text)].join("\n").trimEnd()}\n`;
}

/** Every number of the text that was not found to agree, with the reason; those that agree are counted. */
function ledgerLines(text: readonly LedgerEntry[]): string[] {
  if (text.length === 0) return [];
  const of = (verdict: LedgerEntry["verdict"]) => text.filter((entry) => entry.verdict === verdict);
  return [
    `## 说明中的数（${text.length} 个）`,
    "",
    `一致 ${of("agreed").length}，尾差 ${of("rounding").length}，不符 ${of("contradicted").length}，` +
      `没有可比的 ${of("not-comparable").length}`,
    "",
    ...of("contradicted").map(({ address, words }) => `- ${address} ${words}：不符`),
    ...of("not-comparable").map(({ address, words, reason }) => `- ${address} ${words}：${reason}`),
    "",
  ];
}

function entry(finding: Finding, number: number): string[] {
  const { title, outcome, code, lines, suspects, witnesses, cells, alike, certain } = finding;
  const reported = cells.filter(({ role }) => role === "reported");
  const places = certain === true ? suspects.slice(0, 1) : reported.length > 0 ? reported : cells.slice(0, 1);
  return [
    `### ${number}. ${title}`,
    "",
    `${outcomeWord(outcome)}，\`${code}\``,
    "",
    ...lines.map((line) => `- ${line}`),
    `- 位置：${bySheet(places)}`,
    ...suspects.map(
      (suspect, index) => `- ${index === 0 ? "可能" : "或"}：${suspect.sheet} ${suspect.address} ${suspect.reason}`,
    ),
    ...(witnesses.length === 0 || alike === true
      ? []
      : [`- 旁证：${witnesses.map((witness) => witness.title).join("；")}`]),
    "",
  ];
}

/** "9项目支出绩效目标表 J17、J20": addresses under their sheet. */
function bySheet(places: readonly { readonly sheet: string; readonly address: string }[]): string {
  const sheets = new Map<string, string[]>();
  for (const { sheet, address } of places) sheets.set(sheet, [...(sheets.get(sheet) ?? []), address]);
  return [...sheets].map(([sheet, addresses]) => `${sheet} ${[...new Set(addresses)].join("、")}`).join("，");
}
