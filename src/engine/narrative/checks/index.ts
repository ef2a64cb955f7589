import type { CheckRegistry } from "../../reconcile";
import { changeRateFits } from "./change-rate";
import { denialsHold, figuresAgree, figuresAtLeast, runningCostWithin } from "./figures-agree";
import { functionFiguresAgree } from "./function-figures";
import { mentionsAgree } from "./mentions-agree";
import { partsAddUp } from "./parts-add-up";
import { priorFiguresAgree } from "./prior-figures";
import { projectFiguresAgree } from "./project-figures";
import { shareFits } from "./share";
import { yearIsTheBudgets } from "./year";

/** The checks of running text, by the id that rules name them with. */
export const narrativeChecks: CheckRegistry = {
  "text-figures-agree": figuresAgree,
  "text-figures-at-least": figuresAtLeast,
  "text-running-cost-within": runningCostWithin,
  "text-denials-hold": denialsHold,
  "text-function-figures-agree": functionFiguresAgree,
  "text-project-figures-agree": projectFiguresAgree,
  "text-parts-add-up": partsAddUp,
  "text-change-rate-fits": changeRateFits,
  "text-share-fits": shareFits,
  "text-year-is-the-budgets": yearIsTheBudgets,
  "text-prior-figures-agree": priorFiguresAgree,
  "text-mentions-agree": mentionsAgree,
};
