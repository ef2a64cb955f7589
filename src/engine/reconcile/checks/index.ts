import type { CheckRegistry } from "../check";
import { equalByProject, equalToUnitWorkbook, unitWithinDepartment } from "./across-documents";
import { columnsAddUp, columnsEqual, linesAddUp } from "./add-up";
import { atLeastByCode, equalByCode } from "./by-code";
import { codeFitsName, namesAreCurrent } from "./code-names";
import { codesNotMistyped } from "./code-slips";
import { codesAgreeAcross } from "./codes-across";
import { equalByUnit } from "./by-unit";
import { atLeast, atMost, equal } from "./compare";
import { displayedFiguresAgree } from "./displayed";
import { emptyEverywhere } from "./empty-everywhere";
import { emptyNoteAgrees } from "./empty-note";
import { changeFromLastYear, lastYearAddsUp, rateOfChange } from "./last-year";
import { levelsPrinted } from "./levels-printed";
import { amountNotation } from "./notation";
import { ofWhichAtMost } from "./of-which";
import { balancesHold } from "./proven-balances";
import { ratiosHold } from "./proven-ratios";
import { ratio } from "./ratio";
import { repeatedRowsAgree } from "./repeated-rows";
import { coverYearAgrees, yearLinesAgree } from "./stray-years";
import { formYearAgrees, headerYearAgrees, titleYearAgrees } from "./title-year";
import { projectTotalAgrees } from "./project-total";
import { namedAmountsAgree, sidesAgree, summaryItemsAgree } from "./unknown-links";

/** The checks of amounts, by the id that rules name them with. */
export const linearChecks: CheckRegistry = {
  "lines-add-up": linesAddUp,
  "columns-add-up": columnsAddUp,
  "columns-equal": columnsEqual,
  "of-which-at-most": ofWhichAtMost,
  equal,
  "at-most": atMost,
  "at-least": atLeast,
  "equal-by-code": equalByCode,
  "at-least-by-code": atLeastByCode,
  "equal-by-unit": equalByUnit,
  "empty-everywhere": emptyEverywhere,
  "empty-note-agrees": emptyNoteAgrees,
  "repeated-rows-agree": repeatedRowsAgree,
  "amount-notation": amountNotation,
  "displayed-figures-agree": displayedFiguresAgree,
  ratio,
  "change-from-last-year": changeFromLastYear,
  "rate-of-change": rateOfChange,
  "last-year-adds-up": lastYearAddsUp,
  "balances-hold": balancesHold,
  "ratios-hold": ratiosHold,
  "sides-agree": sidesAgree,
  "named-amounts-agree": namedAmountsAgree,
  "summary-items-agree": summaryItemsAgree,
  "project-total-agrees": projectTotalAgrees,
  "title-year-agrees": titleYearAgrees,
  "form-year-agrees": formYearAgrees,
  "header-year-agrees": headerYearAgrees,
  "cover-year-agrees": coverYearAgrees,
  "year-lines-agree": yearLinesAgree,
  "levels-printed": levelsPrinted,
  "codes-not-mistyped": codesNotMistyped,
  "code-fits-name": codeFitsName,
  "codes-agree-across": codesAgreeAcross,
  "names-are-current": namesAreCurrent,
  "equal-to-unit-workbook": equalToUnitWorkbook,
  "unit-within-department": unitWithinDepartment,
  "equal-by-project": equalByProject,
};

export { addComparison, addExplained, bothSides, sidesSchema } from "./compare";
export type { UnitCell } from "./compare";
export { isListOfAll } from "./project-total";
