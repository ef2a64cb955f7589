import { shadeWords } from "../words";
import { countByShade, shades } from "./findings";
import type { CheckedState } from "./state";

/** What a screen reader says when a check is done: the result, not its progress. */
export function announceCheck({ result, findings }: CheckedState): string {
  const counts = countByShade(findings);
  const named = shades.filter((shade) => counts[shade] > 0).map((shade) => `${shadeWords[shade]} ${counts[shade]} 处`);
  const found = named.length === 0 ? "没有发现需要处理的问题" : named.join("，");
  return `核对完成，${result.tables.length} 张表 ${result.summary.checks} 项。${found}。`;
}
