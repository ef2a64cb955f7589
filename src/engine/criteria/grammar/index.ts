/** The grammar of scoring criteria: every production, in the order in which a reader meets them. */

import { Grammar } from "../../language";
import { ADDITION_PRODUCTIONS } from "./additions";
import { AMOUNT_PRODUCTIONS } from "./amounts";
import { AWAY_STEP_PRODUCTIONS } from "./away-steps";
import { BASE_PRODUCTIONS } from "./bases";
import { BASED_STEP_PRODUCTIONS } from "./based-steps";
import { BRACKETED_PRODUCTIONS } from "./bracketed";
import { CAP_PRODUCTIONS } from "./caps";
import { ASIDE_PRODUCTIONS } from "./asides";
import { CHECKPOINT_PRODUCTIONS } from "./checkpoints";
import { CLAUSE_PRODUCTIONS } from "./clauses";
import { CHANGE_PRODUCTIONS } from "./changes";
import { CONDITION_PRODUCTIONS } from "./conditions";
import { DISTANCE_PRODUCTIONS } from "./distances";
import { DATE_PRODUCTIONS } from "./dates";
import { RANK_PRODUCTIONS } from "./places";
import { TARGET_SHARE_PRODUCTIONS } from "./shares";
import { ELLIPSIS_PRODUCTIONS } from "./ellipses";
import { EVENT_STEP_PRODUCTIONS } from "./event-steps";
import { GATE_PRODUCTIONS } from "./gates";
import { GRADED_CLAUSE_PRODUCTIONS } from "./graded-clauses";
import { HEADING_PRODUCTIONS } from "./headings";
import { INTRODUCTION_PRODUCTIONS } from "./introductions";
import { KIND_PRODUCTIONS } from "./kinds";
import { SEVERAL_PRODUCTIONS } from "./several";
import { LEAD_IN_PRODUCTIONS } from "./lead-ins";
import { LINE_PRODUCTIONS } from "./lines";
import { LIST_PRODUCTIONS } from "./lists";
import { MANNER_PRODUCTIONS } from "./manners";
import { PROPORTION_PRODUCTIONS } from "./proportions";
import { EXCUSE_PRODUCTIONS } from "./excuses";
import { FORMULA_PRODUCTIONS } from "./formulas";
import { LIMIT_PRODUCTIONS } from "./limits";
import { NAME_PRODUCTIONS } from "./names";
import { PHRASE_PRODUCTIONS } from "./phrases";
import { OUTCOME_PRODUCTIONS } from "./outcomes";
import { RANGE_PRODUCTIONS } from "./ranges";
import { RATIO_PRODUCTIONS } from "./ratios";
import { DENIED_FIGURE_PRODUCTIONS } from "./denied-figures";
import { DISCRETION_PRODUCTIONS } from "./discretion";
import { RECKONING_PRODUCTIONS } from "./reckoning";
import { EACH_PRODUCTIONS } from "./each";
import { MARKS_IN_FRONT_PRODUCTIONS } from "./marks-in-front";
import { METHOD_PRODUCTIONS } from "./methods";
import { PLAN_PRODUCTIONS } from "./plans";
import { TOTAL_PRODUCTIONS } from "./totals";
import { TARGET_VERDICT_PRODUCTIONS } from "./target-verdicts";
import { SUBJECT_PRODUCTIONS } from "./subjects";
import { STEP_CLAUSE_PRODUCTIONS } from "./step-clauses";
import { STEP_PRODUCTIONS } from "./steps";
import { STRETCH_PRODUCTIONS } from "./stretches";
import { FACT_PRODUCTIONS, GRADE_PRODUCTIONS, JOINED_PRODUCTIONS } from "./verdicts";
import { TARGET_BOUND_PRODUCTIONS } from "./target-bounds";
import { TARGET_PRODUCTIONS } from "./targets";
import { TOLD_NUMBER_PRODUCTIONS } from "./told-numbers";
import { TIME_PRODUCTIONS } from "./times";
import { TWO_WAY_PRODUCTIONS } from "./two-ways";

/** The productions by subject, as the page of the grammar shows them. */
export const PRODUCTIONS_BY_SUBJECT = {
  clauses: [
    ...CLAUSE_PRODUCTIONS,
    ...STEP_CLAUSE_PRODUCTIONS,
    ...GRADED_CLAUSE_PRODUCTIONS,
    ...MARKS_IN_FRONT_PRODUCTIONS,
    ...GATE_PRODUCTIONS,
    ...TOTAL_PRODUCTIONS,
    ...PLAN_PRODUCTIONS,
    ...METHOD_PRODUCTIONS,
    ...EXCUSE_PRODUCTIONS,
    ...HEADING_PRODUCTIONS,
    ...BASE_PRODUCTIONS,
    ...LEAD_IN_PRODUCTIONS,
    ...BRACKETED_PRODUCTIONS,
    ...KIND_PRODUCTIONS,
    ...TOLD_NUMBER_PRODUCTIONS,
    ...RECKONING_PRODUCTIONS,
    ...ASIDE_PRODUCTIONS,
    ...CHECKPOINT_PRODUCTIONS,
    ...INTRODUCTION_PRODUCTIONS,
    ...LIST_PRODUCTIONS,
  ],
  joined: JOINED_PRODUCTIONS,
  conditions: [
    ...CONDITION_PRODUCTIONS,
    ...DENIED_FIGURE_PRODUCTIONS,
    ...DISTANCE_PRODUCTIONS,
    ...EACH_PRODUCTIONS,
    ...AMOUNT_PRODUCTIONS,
    ...SEVERAL_PRODUCTIONS,
  ],
  shares: TARGET_SHARE_PRODUCTIONS,
  changes: CHANGE_PRODUCTIONS,
  ranks: RANK_PRODUCTIONS,
  dates: DATE_PRODUCTIONS,
  targets: [...TARGET_PRODUCTIONS, ...TARGET_BOUND_PRODUCTIONS, ...TARGET_VERDICT_PRODUCTIONS],
  times: TIME_PRODUCTIONS,
  grades: GRADE_PRODUCTIONS,
  facts: [...FACT_PRODUCTIONS, ...MANNER_PRODUCTIONS],
  ranges: RANGE_PRODUCTIONS,
  outcomes: [...OUTCOME_PRODUCTIONS, ...PROPORTION_PRODUCTIONS, ...DISCRETION_PRODUCTIONS, ...LINE_PRODUCTIONS],
  formulas: FORMULA_PRODUCTIONS,
  steps: [
    ...STEP_PRODUCTIONS,
    ...AWAY_STEP_PRODUCTIONS,
    ...EVENT_STEP_PRODUCTIONS,
    ...BASED_STEP_PRODUCTIONS,
    ...TWO_WAY_PRODUCTIONS,
    ...STRETCH_PRODUCTIONS,
  ],
  limits: [...LIMIT_PRODUCTIONS, ...CAP_PRODUCTIONS, ...ADDITION_PRODUCTIONS],
  names: [...NAME_PRODUCTIONS, ...RATIO_PRODUCTIONS, ...SUBJECT_PRODUCTIONS],
  phrases: PHRASE_PRODUCTIONS,
  ellipses: ELLIPSIS_PRODUCTIONS,
} as const;

export const CRITERIA_GRAMMAR = new Grammar(Object.values(PRODUCTIONS_BY_SUBJECT).flat());
