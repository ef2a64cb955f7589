import type { Standing } from "../../../engine/evaluation/scoring";

interface StandingWords {
  readonly word: string;
  /** A sign beside the word, so that nothing hangs on the colour alone. */
  readonly sign: string;
  /** What it means, said where the person looks at these alone. */
  readonly meaning: string;
}

/** How an indicator stands, as the person reads it. */
export const standingWords: Readonly<Record<Standing, StandingWords>> = {
  judge: { word: "需判断", sign: "？", meaning: "评分标准读懂了，给多少分要由人判断，得分栏还没有填。" },
  incomplete: { word: "缺数据", sign: "○", meaning: "还缺实际完成值、指标值或分值，或者写的不是数，得分栏还没有填。" },
  unreadable: {
    word: "读不懂",
    sign: "✕",
    meaning: "评分标准没有写明怎样得分或扣分，得分栏还没有填。可以改正读法，或者直接打分。",
  },
  differs: {
    word: "得分不符",
    sign: "≠",
    meaning: "得分栏填的分与评分标准算出的不同，或者不在可能给的分数之中，请核实。",
  },
  scored: { word: "已计分", sign: "✓", meaning: "按评分标准算出了得分；得分栏空着，或者填的一致。" },
  "by-person": { word: "人已打分", sign: "✎", meaning: "按评分标准算不出得分，得分栏里已经由人填了。" },
  "not-yet": { word: "待自评", sign: "…", meaning: "只有绩效目标，还没有自评。" },
};
