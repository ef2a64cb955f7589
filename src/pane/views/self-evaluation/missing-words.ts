import type { MissingItem } from "../../../engine/evaluation/self-evaluation";

/** What is missing, in a word. */
export const kindWords: Readonly<Record<MissingItem["kind"], string>> = {
  points: "缺分值",
  actual: "缺实际完成值",
  funds: "缺预算数、执行数",
  judgement: "要人判断",
  reason: "缺原因",
};
