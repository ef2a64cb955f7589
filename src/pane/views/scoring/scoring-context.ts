import { createContext, useContext } from "react";
import type { RowScorer, ScoringRow } from "../../../engine/evaluation/scoring";

/** What the cards of 评分 share: how criteria are applied, and all the indicators there are. */
export interface ScoringBook {
  readonly scorer: RowScorer;
  readonly rows: readonly ScoringRow[];
}

export const ScoringContext = createContext<ScoringBook | null>(null);

/** @throws Error outside 评分 */
export function useScoringBook(): ScoringBook {
  const book = useContext(ScoringContext);
  if (!book) throw new Error("no ScoringContext around this view");
  return book;
}
