import { executionRules } from "../evaluation";
import type { ExecutionRule } from "../evaluation";
import type { Settings } from "./settings";

/** Under this name the choice is kept among the conventions. */
export const EXECUTION_RULE = "execution-rate";

const usual: ExecutionRule = "proportion";

/**
 * How 执行率 is scored in this workbook; in proportion where nobody has chosen, or what was chosen is not known to this
 * version.
 */
export function executionRuleOf({ conventions }: Pick<Settings, "conventions">): ExecutionRule {
  return executionRules.find((rule) => rule === conventions[EXECUTION_RULE]) ?? usual;
}

/** Settings with another way of scoring 执行率; the usual one leaves no trace. */
export function chooseExecutionRule(settings: Settings, rule: ExecutionRule): Settings {
  const others = Object.fromEntries(Object.entries(settings.conventions).filter(([name]) => name !== EXECUTION_RULE));
  return { ...settings, conventions: rule === usual ? others : { ...others, [EXECUTION_RULE]: rule } };
}
