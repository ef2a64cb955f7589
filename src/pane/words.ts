import type { Shade } from "../engine/report";
import type { BesideRole } from "./state/beside";

/** What a document beside the workbook is to it. */
export const roleWords: Readonly<Record<BesideRole, string>> = {
  prior: "上年",
  unit: "所属单位",
  targets: "批复的绩效目标",
  text: "说明",
  other: "别的单位，不对照",
};

/** A sign beside the word, so that nothing hangs on the colour alone. */
export const shadeSigns: Readonly<Record<Shade, string>> = {
  error: "●",
  explain: "▲",
  hint: "■",
  "cannot-tell": "◇",
  rounding: "≈",
};

/** "0.2 秒"; a check that is done at once still takes 0.1. */
export function secondsText(milliseconds: number): string {
  return `${Math.max(0.1, milliseconds / 1000).toFixed(1)} 秒`;
}
