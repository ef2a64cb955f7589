import type { MissingItem } from "../../../engine/evaluation/self-evaluation";

/** What is missing, in a word. */
export const kindWords: Readonly<Record<MissingItem["kind"], string>> = {
  actual: "缺实际完成值",
  judgement: "要人判断",
  reason: "缺原因",
};
