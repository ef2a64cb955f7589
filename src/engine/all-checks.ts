import { evaluationChecks } from "./evaluation";
import { narrativeChecks } from "./narrative";
import { linearChecks } from "./reconcile";
import type { CheckRegistry } from "./reconcile";

/** Every check a rule can name: linear ones, those of the performance tables, those of the text. */
export const allChecks: CheckRegistry = { ...linearChecks, ...narrativeChecks, ...evaluationChecks };
