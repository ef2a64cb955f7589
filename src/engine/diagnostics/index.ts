export { diagnose, diagnoseInSteps, type DiagnosisInput } from "./diagnose";
export type { Acceptance, Check, Finding, FindingCell, Suspect, SuspectKind } from "./finding";
export { bySeriousness, suspectKinds } from "./finding";
export { withAcceptance } from "./acceptance";
export { toJson, type CheckJson, type CheckResult, type CheckSummary, type FindingJson } from "./json";
export { unrecognisedReason } from "./wording/recognition-zh";
