/** The grammar of scoring criteria: every production, in the order in which a reader meets them. */

import { Grammar } from "../../language";
import { CLAUSE_PRODUCTIONS } from "./clauses";
import {
  CHANGE_PRODUCTIONS,
  CONDITION_PRODUCTIONS,
  DATE_PRODUCTIONS,
  RANK_PRODUCTIONS,
  TARGET_SHARE_PRODUCTIONS,
} from "./conditions";
import { FORMULA_PRODUCTIONS } from "./formulas";
import { LIMIT_PRODUCTIONS } from "./limits";
import { NAME_PRODUCTIONS, PHRASE_PRODUCTIONS } from "./names";
import { OUTCOME_PRODUCTIONS } from "./outcomes";
import { RANGE_PRODUCTIONS } from "./ranges";
import { STEP_PRODUCTIONS } from "./steps";
import {
  FACT_PRODUCTIONS,
  GRADE_PRODUCTIONS,
  JOINED_PRODUCTIONS,
  TARGET_PRODUCTIONS,
  TIME_PRODUCTIONS,
} from "./verdicts";

/** The productions by subject, as the page of the grammar shows them. */
export const PRODUCTIONS_BY_SUBJECT = {
  clauses: CLAUSE_PRODUCTIONS,
  joined: JOINED_PRODUCTIONS,
  conditions: CONDITION_PRODUCTIONS,
  shares: TARGET_SHARE_PRODUCTIONS,
  changes: CHANGE_PRODUCTIONS,
  ranks: RANK_PRODUCTIONS,
  dates: DATE_PRODUCTIONS,
  targets: TARGET_PRODUCTIONS,
  times: TIME_PRODUCTIONS,
  grades: GRADE_PRODUCTIONS,
  facts: FACT_PRODUCTIONS,
  ranges: RANGE_PRODUCTIONS,
  outcomes: OUTCOME_PRODUCTIONS,
  formulas: FORMULA_PRODUCTIONS,
  steps: STEP_PRODUCTIONS,
  limits: LIMIT_PRODUCTIONS,
  names: NAME_PRODUCTIONS,
  phrases: PHRASE_PRODUCTIONS,
} as const;

export const CRITERIA_GRAMMAR = new Grammar(Object.values(PRODUCTIONS_BY_SUBJECT).flat());
