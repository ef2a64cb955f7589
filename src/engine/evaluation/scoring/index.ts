/** Indicators as 评分 lists them: what each gets, how it stands, and what else its criterion could mean. */
export { RowScorer, scoreTarget, scoringParts, scoringRows } from "./rows";
export type { ScoreTarget, ScoredRow, ScoringRow } from "./rows";
export { countStandings, openStandings, standingOf, standings } from "./standing";
export type { Standing, StandingCounts } from "./standing";
export {
  conventionChoices,
  countByCriterion,
  openConvention,
  openConventions,
  readOtherwise,
  rowsAlike,
} from "./readings";
export type { ConventionChoice } from "./readings";
