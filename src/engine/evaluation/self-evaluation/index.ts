export { planFill, planFillInSteps } from "./fill";
export type { FillOptions, FillPlan } from "./fill";
export { planSelfEvaluation, planSelfEvaluationInSteps } from "./plan";
export type { FormProblem, SelfEvaluationOptions, SelfEvaluationPlan } from "./plan";
export { readActuals } from "./actuals";
export type { ActualRow } from "./actuals";
export { usualScoring } from "./indicator-score";
export type { ScoredCell, ScoringSettings } from "./indicator-score";
export { sayFormProblem } from "./problems";
