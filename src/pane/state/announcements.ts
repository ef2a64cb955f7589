import { levelWords } from "../words";
import { countByLevel, levels } from "./findings";
import type { CheckedState } from "./state";

/** What a screen reader says when a check is done: the result, not its progress. */
export function announceCheck({ result, findings }: CheckedState): string {
  const counts = countByLevel(findings);
  const named = levels.filter((level) => counts[level] > 0).map((level) => `${levelWords[level]} ${counts[level]} 处`);
  const found = named.length === 0 ? "没有发现需要处理的问题" : named.join("，");
  return `核对完成，${result.tables.length} 张表 ${result.summary.checks} 项。${found}。`;
}
