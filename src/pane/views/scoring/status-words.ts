import type { ScoreStatus } from "../../../engine/criteria";

/** What came of an indicator, in a word. */
export const statusWords: Readonly<Record<ScoreStatus, string>> = { scored: "已计分", "needs-judgement": "需判断", unreadable: "读不懂", incomplete: "缺数据" };

/** A sign beside the word, so that nothing hangs on the colour alone. */
export const statusSigns: Readonly<Record<ScoreStatus, string>> = { scored: "✓", "needs-judgement": "？", unreadable: "✕", incomplete: "○" };

export const statuses: readonly ScoreStatus[] = ["scored", "needs-judgement", "unreadable", "incomplete"];
