/** Values that cannot be: 888% of people satisfied, a negative share. */

import { Exact } from "../exact";
import { free } from "./measure";
import type { Answer, Run } from "./run";
import { ask } from "./run";

/** Shares of a whole by their names: none of them is below nothing or above all of it. */
const SHARES = [
  "满意",
  "合格率",
  "及时率",
  "准确率",
  "覆盖率",
  "知晓率",
  "达标率",
  "到位率",
  "通过率",
  "参训率",
  "出勤率",
  "完好率",
  "入住率",
  "优良率",
  "普及率",
];
/** Figures that may fall below nothing. */
const SIGNED = [
  "增长",
  "增速",
  "增幅",
  "变动",
  "变化",
  "增减",
  "偏差",
  "同比",
  "差额",
  "结余",
  "降幅",
  "下降",
  "节约",
  "利润",
  "温度",
  "偏离",
  "提高",
  "减少",
  "增加",
  "上升",
  "提升",
  "降低",
  "压减",
  "涨幅",
];

const names = (words: readonly string[], text: string): boolean => words.some((word) => text.includes(word));

/** The question about a value that cannot be; null where it can. */
export function impossible(run: Run): Answer | null {
  const { actual } = run.figures;
  if (actual.kind !== "number" || actual.way !== undefined) return null;
  const about = run.indicator;
  const below =
    actual.value.isNegative() && actual.dimension === "rate" && names(SHARES, about) && !names(SIGNED, about);
  const counted =
    actual.value.isNegative() &&
    ["count", "days", "area", "length", "weight"].includes(actual.dimension) &&
    !names(SIGNED, about);
  const above = actual.dimension === "rate" && actual.value.gt(new Exact("1.5")) && names(SHARES, about);
  return below || counted || above ? ask({ code: "ask-impossible", text: actual.text }, free(run)) : null;
}
