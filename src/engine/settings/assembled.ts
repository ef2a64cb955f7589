import type { ScoringSettings } from "../evaluation/self-evaluation";
import type { Finding } from "../diagnostics";
import type { Rule } from "../reconcile";
import type { Choices } from "../tables";
import type { Workbook } from "../workbook";
import { practiceOf } from "./corrections";
import { applyExceptions } from "./exceptions";
import { executionRuleOf } from "./execution-rule";
import { choicesFor } from "./own-sheets";
import { activeRules } from "./rules";
import type { Settings } from "./settings";

/** What of a person's settings bears on a check. */
export type CheckSettings = Pick<Settings, "choices" | "rulesOff" | "conventions" | "corrections" | "exceptions">;

/** What a check of one workbook is, with the settings of its people. */
export interface SettledCheck {
  /** What each sheet is taken for; our own sheets of results are left out. */
  readonly choices: Choices;
  /** The rules that are on, told how this workbook applies criteria and where its limits are. */
  readonly rules: readonly Rule[];
  /** The findings, with what has been explained of them. */
  accept(findings: readonly Finding[]): Finding[];
}

/** Assembles a check for the command line, the pane and whoever else checks: nobody else applies settings to it. */
export function settledCheck(workbook: Workbook, rules: readonly Rule[], settings: CheckSettings): SettledCheck {
  return {
    choices: choicesFor(workbook, settings.choices),
    rules: activeRules(rules, settings),
    accept: (findings) => applyExceptions(findings, settings),
  };
}

/** How a workbook scores: how it applies criteria and gives 执行率 its points. */
export function scoringOf(settings: Pick<Settings, "conventions" | "corrections">): ScoringSettings {
  return { ...practiceOf(settings), execution: executionRuleOf(settings) };
}
