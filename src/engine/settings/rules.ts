import type { Rule } from "../reconcile";
import type { Settings } from "./settings";

/** The check that leans on conventions of criteria: a rule's own come first, a person's choice has the last word. */
const LEANS_ON_CONVENTIONS = "score-by-criterion";

/** The rules that nobody has switched off for this workbook, with the conventions that were chosen for it. */
export function activeRules(rules: readonly Rule[], { rulesOff, conventions }: Pick<Settings, "rulesOff" | "conventions">): Rule[] {
  const off = new Set(rulesOff.map(({ rule }) => rule));
  const chosen = Object.entries(conventions).map(([name, value]) => `${name}=${value}`);
  const active = rules.filter(({ id }) => !off.has(id));
  return chosen.length === 0 ? active : active.map((rule) => (rule.check === LEANS_ON_CONVENTIONS ? withConventions(rule, chosen) : rule));
}

function withConventions(rule: Rule, chosen: readonly string[]): Rule {
  const own = rule.parameters?.["conventions"];
  return { ...rule, parameters: { ...rule.parameters, conventions: [...(Array.isArray(own) ? own : []), ...chosen] } };
}

/** Settings with a rule switched off for a reason, or on again where the reason is null. */
export function switchRule(settings: Settings, rule: string, reason: string | null): Settings {
  const others = settings.rulesOff.filter((one) => one.rule !== rule);
  return { ...settings, rulesOff: reason === null ? others : [...others, { rule, reason }] };
}

/** Settings with a choice for a sheet: id of a template, "excluded", or null for what the program recognises. */
export function chooseSheet(settings: Settings, sheet: string, choice: string | null): Settings {
  const others = Object.fromEntries(Object.entries(settings.choices).filter(([name]) => name !== sheet));
  return { ...settings, choices: choice === null ? others : { ...others, [sheet]: choice } };
}
