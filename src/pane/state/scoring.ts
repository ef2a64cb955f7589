import type { Standing } from "../../engine/evaluation/scoring";

/** What the person looks at in 评分. */
export interface ScoringState {
  /** Which indicators are listed: all, those that somebody must see to, or those that stand in one way. */
  readonly shown: "all" | "open" | Standing;
  /** Project or unit; null for all. */
  readonly subject: string | null;
  /** Indicators that are opened, by id. */
  readonly opened: ReadonlySet<string>;
}

export const initialScoring: ScoringState = { shown: "all", subject: null, opened: new Set() };
