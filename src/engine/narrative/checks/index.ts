import type { CheckRegistry } from "../../reconcile";
import { figuresAtLeast, figuresWithin } from "./bounds";
import { changeRateFits } from "./change-rate";
import { changesAddUp } from "./changes-add-up";
import { changesAgree } from "./changes-agree";
import { completionFits } from "./completion";
import { countedListsComplete } from "./counted-lists";
import { enumerationsCounted } from "./enumerations";
import { figuresAgree } from "./figures";
import { itemsAreComplete } from "./items";
import { mentionsAgree } from "./mentions-agree";
import { otherSheetsAgree } from "./other-sheets";
import { partsAddUp } from "./parts-add-up";
import { priorFiguresAgree } from "./prior-figures";
import { changesExplained } from "./reasons";
import { rowsLeftOut } from "./rows-left-out";
import { shareFits } from "./share";
import { stagesCompared } from "./stages";
import { subjectsAreNamedAlike } from "./subjects";
import { itemsSpeakOfThemselves, wordsAreFinished } from "./words";
import { comparesWithLastYear, yearIsTheBudgets } from "./year";

/** The checks of running text, by the id that rules name them with. */
export const narrativeChecks: CheckRegistry = {
  "text-figures-agree": figuresAgree,
  "text-subjects-named-alike": subjectsAreNamedAlike,
  "text-figures-at-least": figuresAtLeast,
  "text-figures-within": figuresWithin,
  "text-enumerations-counted": enumerationsCounted,
  "text-counted-lists": countedListsComplete,
  "text-changes-explained": changesExplained,
  "text-items-complete": itemsAreComplete,
  "text-other-sheets-agree": otherSheetsAgree,
  "text-parts-add-up": partsAddUp,
  "text-change-rate-fits": changeRateFits,
  "text-changes-add-up": changesAddUp,
  "text-changes-agree": changesAgree,
  "text-completion-fits": completionFits,
  "text-stages-compared": stagesCompared,
  "text-rows-left-out": rowsLeftOut,
  "text-share-fits": shareFits,
  "text-year-is-the-budgets": yearIsTheBudgets,
  "text-compares-with-last-year": comparesWithLastYear,
  "text-prior-figures-agree": priorFiguresAgree,
  "text-mentions-agree": mentionsAgree,
  "text-words-finished": wordsAreFinished,
  "text-items-speak-of-themselves": itemsSpeakOfThemselves,
};
