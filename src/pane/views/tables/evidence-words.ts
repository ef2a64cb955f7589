import type { Evidence } from "../../../engine/tables";

/** Words named of long lists. */
const MOST_WORDS = 5;

/** Why a sheet was taken for a table, in words. */
export function evidenceWords({ code, words }: Evidence): string {
  const named = `${words
    .slice(0, MOST_WORDS)
    .map((word) => `“${word}”`)
    .join("、")}${words.length > MOST_WORDS ? "等" : ""}`;
  switch (code) {
    case "title":
      return `表名${named}`;
    case "sheet-name":
      return `工作表名${named}`;
    case "header":
      return `表头有${named}`;
    case "row-labels":
      return words.length === 0 ? "成段的文字" : `行名有${named}`;
    case "chosen-by-person":
      return "由您指定";
    case "continues":
      return `与工作表${named}相接`;
  }
}
