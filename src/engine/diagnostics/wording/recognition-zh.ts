import type { Unrecognised } from "../../tables";

/** Why a sheet was not taken for a table, in a sentence. */
export function unrecognisedReason({ reason, words }: Unrecognised): string {
  const named = words.length > 0 ? `（${words.join("、")}）` : "";
  switch (reason) {
    case "empty":
      return "空表";
    case "no-title":
      return `没有找到表名${named}`;
    case "no-header":
      return `没有找到表头${named}`;
    case "no-template":
      return `不是已知的预算表或绩效表${named}`;
    case "ambiguous":
      return `像几种表，分不清是哪一种${named}`;
    case "excluded-by-person":
      return "已设为不参加核对";
    case "hidden-copy":
      return `工作表已隐藏，同样的表另有一张显示着${named}`;
    case "cells-left-out":
      return `有单元格的位置或内容不合规格，没有读取${named}`;
    case "program-broke":
      return `程序读这张表时出了意外，请人工核对，并把代号告诉维护人员${named}`;
    case "no-cells":
      return "没有单元格，只有图表或图形";
  }
}
