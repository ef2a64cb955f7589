import { completionRateFits } from "./checks/completion-rate";
import type { CheckRegistry } from "../reconcile";
import {
  actualGiven,
  actualHasUnit,
  actualIsValue,
  excessHasReason,
  fullMarksOnlyWhenMet,
  fullMarksWhenMet,
  scoreGiven,
  shortfallHasReason,
} from "./checks/actual-values";
import { asApproved } from "./checks/against-targets";
import { natureEqualsFunds } from "./checks/composition";
import { costTargetFitsFunds } from "./checks/cost-target";
import { criterionInOrder, scoreByCriterion } from "./checks/criteria";
import { executionRate, executionScore } from "./checks/execution";
import { noDuplicateIndicators, noStaleYear } from "./checks/indicator-texts";
import { pointsPresent, pointsTotal } from "./checks/points";
import { pointsByScheme } from "./checks/points-by-level";
import { initialBudgetEqualsTargets, projectFormsEqualLists, projectListsEqualTargets } from "./checks/project-lists";
import { projectsInBaseData, projectsMakeWhole } from "./checks/projects";
import { monitoringRate, summaryRates } from "./checks/rates";
import {
  levelPointsAddUp,
  pointsMakeHundred,
  scoreIsNoPercentage,
  scoreWithinPoints,
  totalAddsUp,
} from "./checks/self-evaluation-sums";
import { summaryAverages } from "./checks/summary-average";
import { summaryEqualsForms, summaryGrades, summaryScoresWithin } from "./checks/summary";
import { targetsTotalAgrees } from "./checks/targets-total";
import { targetMakesSense } from "./checks/target-values";

/**
 * The checks of performance targets and self-evaluations, by the id that rules name them with. What can be set is a
 * rule's parameter.
 */
export const evaluationChecks: CheckRegistry = {
  "points-present": pointsPresent,
  "points-total": pointsTotal,
  "points-by-scheme": pointsByScheme,
  "level-points-add-up": levelPointsAddUp,
  "total-adds-up": totalAddsUp,
  "points-make-hundred": pointsMakeHundred,
  "score-within-points": scoreWithinPoints,
  "score-is-no-percentage": scoreIsNoPercentage,
  "execution-rate": executionRate,
  "execution-score": executionScore,
  "completion-rate-fits": completionRateFits,
  "actual-given": actualGiven,
  "score-given": scoreGiven,
  "actual-is-value": actualIsValue,
  "actual-has-unit": actualHasUnit,
  "full-marks-only-when-met": fullMarksOnlyWhenMet,
  "full-marks-when-met": fullMarksWhenMet,
  "shortfall-has-reason": shortfallHasReason,
  "excess-has-reason": excessHasReason,
  "no-duplicate-indicators": noDuplicateIndicators,
  "no-stale-year": noStaleYear,
  "as-approved": asApproved,
  "criterion-in-order": criterionInOrder,
  "score-by-criterion": scoreByCriterion,
  "projects-in-base-data": projectsInBaseData,
  "projects-make-whole": projectsMakeWhole,
  "project-lists-equal-targets": projectListsEqualTargets,
  "project-forms-equal-lists": projectFormsEqualLists,
  "initial-budget-equals-targets": initialBudgetEqualsTargets,
  "nature-equals-funds": natureEqualsFunds,
  "cost-target-fits-funds": costTargetFitsFunds,
  "targets-total-agrees": targetsTotalAgrees,
  "target-makes-sense": targetMakesSense,
  "monitoring-rate": monitoringRate,
  "summary-rates": summaryRates,
  "summary-scores-within": summaryScoresWithin,
  "summary-averages": summaryAverages,
  "summary-grades": summaryGrades,
  "summary-equals-forms": summaryEqualsForms,
};

export { schemeSchema, schemeFor } from "./scheme";
export type { WeightScheme } from "./scheme";
export { executionRules, scoreExecution } from "./execution";
export type { ExecutionRule } from "./execution";
export { attainmentOf } from "./attainment";
export type { Attainment } from "./attainment";
export { firstLevelOf, firstLevels, levelNames } from "./levels";
export type { FirstLevel } from "./levels";
export { matchIndicators, sameTarget } from "./match-indicators";
export type { IndicatorMatch, IndicatorMatching, MatchEvidence } from "./match-indicators";
export { approvedFor } from "./approved-targets";
export { fullTarget } from "./full-target";
export { readMark, readMarkOf } from "./marks";
export type { Mark } from "./marks";
export { verdictOf } from "./score-verdict";
export { fieldOf, givesReason, realIndicators } from "./subject";
export { actualToWrite, unitAskedFor } from "./asked-actual";
export { sayScheme, schemesInUse, schemesOf } from "./scheme-use";
