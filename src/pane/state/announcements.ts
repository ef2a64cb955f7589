import { shadesText } from "../../engine/report";
import { hasNothingToCheck } from "../../engine/tables";
import type { Recognition } from "../../engine/tables";
import type { Workbook } from "../../engine/workbook";
import type { CheckedState } from "./state";

/** What a screen reader says when a workbook is open: what there is to be checked, and where there is nothing. */
export function announceOpen(workbook: Workbook, { tables, unrecognised }: Recognition): string {
  const missed = unrecognised.filter((one) => !hasNothingToCheck(workbook, one)).length;
  if (tables.length === 0) return "工作簿已打开，没有可以核对的表。可以在“表格”里指定各工作表是什么表。";
  return `工作簿已打开，${tables.length} 张表可以核对${missed > 0 ? `，${missed} 张未识别` : ""}。`;
}

/** What a screen reader says when a check is done: the result, not its progress. */
export function announceCheck({ result, findings }: CheckedState): string {
  if (result.tables.length === 0) return "没有可以核对的表：没有一张工作表是预算表或绩效表。";
  const found = shadesText(findings) || "没有发现需要处理的问题";
  return `核对完成，${result.tables.length} 张表 ${result.summary.checks} 项。${found}。`;
}
