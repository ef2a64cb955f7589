/** Scoring criteria (评分标准): read, checked, scored, explained. */

export { compileCriterion } from "./compile";
export type { CompiledCriterion, RuleState } from "./compile";
export { explainScore, score } from "./score";
export type { ExplainedScore, ScoreResult, ScoreStatus } from "./score";
export type { ScoreCase } from "./score-case";
export { asApplied, checkInPractice, scoreInPractice, USUAL_PRACTICE } from "./practice";
export type { AppliedCase, Practice, PractisedScore } from "./practice";
export {
  correctedCriterionSchema,
  correctedReadingSchema,
  correctionFor,
  correctionsFrom,
  criterionKey,
  NO_CORRECTIONS,
} from "./corrections";
export type { CorrectedCriterion, CorrectedReading, Corrections } from "./corrections";
export { checkCriterion } from "./check";
export type { CriterionFinding } from "./check";
export { PASSES } from "./passes";
export type { Diagnostic, DiagnosticCode, Severity } from "./passes/diagnostic";
export type { CheckInput } from "./passes/pass";
export { readCriterion } from "./reading";
export { printRule } from "./print";
export { withoutPlaces } from "./rule/rule";
export type { RuleStatement, ScoreRule } from "./rule/rule";
export type { Span } from "../language";
export { scoreCurve } from "./curve";
export type { CurvePoint, ScoreCurve } from "./curve";
export { CONVENTIONS, DEFAULT_CONVENTIONS, isConventionName, withConvention } from "./conventions";
export type { ConventionName, Conventions } from "./conventions";
export { sayConvention } from "./locale";
export type { NamedConvention, Understood } from "./understood";
export { readValue } from "./values";
export type { Reading, Sign } from "./values";
export { directionOfType } from "./scoring/direction";
export { resolveFigures } from "./scoring/figures";
export type { Figures } from "./scoring/figures";
export { targetMet } from "./scoring/met";
export type { Run } from "./scoring/run";
export { Exact } from "./values";
export { lessIsBetter } from "./words";
