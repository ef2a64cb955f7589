import type { BodyRow } from "./check-file";

const heads = ["单位", "必改", "需说明", "未能核对", "未识别"] as const;

/** The table at the end of a check of several files: what there is to do, body by body. */
export function bodyTable(rows: readonly BodyRow[]): string {
  const lines = rows.map(({ body, errors, explains, cannotTell, unrecognised, failed }) =>
    failed ? [body, "没有核对", "", "", ""] : [body, errors, explains, cannotTell, unrecognised].map(String),
  );
  const total = [
    "合计",
    ...(["errors", "explains", "cannotTell", "unrecognised"] as const).map((key) =>
      String(rows.reduce((sum, row) => sum + row[key], 0)),
    ),
  ];
  const all = [[...heads], ...lines, total];
  const widths = heads.map((_, column) => Math.max(...all.map((line) => widthOf(line[column]!))));
  const printed = all.map((line) =>
    `  ${line.map((word, column) => padded(word, widths[column]!, column > 0)).join("  ")}`.trimEnd(),
  );
  return `\n各单位核对结果（${rows.length} 个文件）\n${printed.join("\n")}\n`;
}

/** Columns of a terminal that a word takes: a Chinese character two. */
function widthOf(word: string): number {
  return [...word].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
}

function padded(word: string, width: number, right: boolean): string {
  const blanks = " ".repeat(Math.max(0, width - widthOf(word)));
  return right ? blanks + word : word + blanks;
}
