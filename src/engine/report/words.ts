import type { OutcomeKind, Severity } from "../reconcile";

/** 一致, 尾差, 不符, 未能核对: the same words in the pane, the sheet, the terminal and the docs. */
export function outcomeWord(outcome: OutcomeKind): string {
  switch (outcome) {
    case "pass":
      return "一致";
    case "rounding":
      return "尾差";
    case "fail":
      return "不符";
    case "cannot-tell":
      return "未能核对";
  }
}

/** 必改, 需说明, 提示. */
export function severityWord(severity: Severity): string {
  switch (severity) {
    case "error":
      return "必改";
    case "explain":
      return "需说明";
    case "hint":
      return "提示";
  }
}
