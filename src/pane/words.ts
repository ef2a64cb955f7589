import type { MarkLevel } from "../engine/workbook";

/** The four counters by name; the same words stand in the sheet 核对结果 and on the command line. */
export const levelWords: Readonly<Record<MarkLevel, string>> = {
  error: "必改",
  explain: "需说明",
  hint: "提示",
  "cannot-tell": "未能核对",
};

/** A sign beside the word, so that nothing hangs on the colour alone. */
export const levelSigns: Readonly<Record<MarkLevel, string>> = {
  error: "●",
  explain: "▲",
  hint: "■",
  "cannot-tell": "◇",
};

/** "0.2 秒"; a check that is done at once still takes 0.1. */
export function secondsText(milliseconds: number): string {
  return `${Math.max(0.1, milliseconds / 1000).toFixed(1)} 秒`;
}
