import type { Rule } from "../reconcile";
import { conventionsOf } from "./conventions";
import { EXECUTION_RULE, executionRuleOf } from "./execution-rule";
import type { Settings } from "./settings";

/** Under this name the share of the target above which a reason is asked for is kept among the conventions. */
const FAR_ABOVE = "far-above";

type Decisions = Pick<Settings, "rulesOff" | "conventions" | "corrections">;

/**
 * The rules that nobody has switched off for this workbook; those that lean on criteria are told how it applies them.
 */
export function activeRules(rules: readonly Rule[], settings: Decisions): Rule[] {
  const off = new Set(settings.rulesOff.map(({ rule }) => rule));
  return rules.filter(({ id }) => !off.has(id)).map((rule) => ({ ...rule, ...toldOf(rule, settings) }));
}

/** A rule's own conventions come first, a person's choice has the last word. Null where there is nothing to tell. */
function toldOf({ check, parameters }: Rule, { conventions, corrections }: Decisions): Pick<Rule, "parameters"> | null {
  const rule = conventions[EXECUTION_RULE];
  if (check === "excess-has-reason")
    return conventions[FAR_ABOVE] === undefined
      ? null
      : { parameters: { ...parameters, limit: conventionsOf({ conventions })[FAR_ABOVE] } };
  if (check === "execution-score")
    return rule === undefined ? null : { parameters: { ...parameters, rule: executionRuleOf({ conventions }) } };
  const chosen =
    check === "score-by-criterion"
      ? Object.entries(conventions)
          .filter(([name]) => name !== EXECUTION_RULE)
          .map(([name, value]) => `${name}=${value}`)
      : [];
  const corrected =
    check === "score-by-criterion" || check === "criterion-in-order"
      ? corrections.map(({ criterion, reading }) => ({ criterion, reading }))
      : [];
  if (chosen.length === 0 && corrected.length === 0) return null;
  const given = parameters?.["conventions"];
  const own: readonly unknown[] = Array.isArray(given) ? given : [];
  return {
    parameters: {
      ...parameters,
      ...(chosen.length > 0 && { conventions: [...own, ...chosen] }),
      ...(corrected.length > 0 && { corrections: corrected }),
    },
  };
}

/** Settings with a rule switched off for a reason, or on again where the reason is null. */
export function switchRule(settings: Settings, rule: string, reason: string | null): Settings {
  const others = settings.rulesOff.filter((one) => one.rule !== rule);
  return { ...settings, rulesOff: reason === null ? others : [...others, { rule, reason }] };
}
