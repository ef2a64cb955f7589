/** What the person looks at in 评分. */
export interface ScoringState {
  /** Only indicators that somebody must see to. */
  readonly onlyOpen: boolean;
  /** Project or unit; null for all. */
  readonly subject: string | null;
  /** Indicators that are opened, by id. */
  readonly opened: ReadonlySet<string>;
}

export const initialScoring: ScoringState = { onlyOpen: false, subject: null, opened: new Set() };
