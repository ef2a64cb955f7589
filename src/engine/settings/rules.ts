import type { Rule } from "../reconcile";
import type { Settings } from "./settings";

/** The rules that nobody has switched off for this workbook. */
export function activeRules(rules: readonly Rule[], settings: Pick<Settings, "rulesOff">): Rule[] {
  const off = new Set(settings.rulesOff.map(({ rule }) => rule));
  return rules.filter(({ id }) => !off.has(id));
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
