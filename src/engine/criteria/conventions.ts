/**
 * The conventions: where a sentence leaves open how it is applied, what we take it to mean, and what else it could
 * mean. Each is printed with every score that rests on it; a person can change it once for the workbook (NAME=VALUE).
 * Source: domain.md "Conventions", after 财预〔2020〕10号 and 财预〔2021〕101号.
 */

/** Every convention with its admissible values; the first is the default. */
export const CONVENTIONS = {
  "bound-words": ["inclusive", "exclusive"],
  "shared-bound": ["higher", "lower"],
  deviation: ["two-sided", "over-only"],
  steps: ["whole", "exact"],
  "percent-step": ["points", "of-target"],
  completion: ["capped"],
  "completion-of-at-most": ["both-agree", "met", "ratio"],
  "completion-of-rate": ["ratio", "value"],
  marks: ["scaled", "literal"],
  "general-rule": ["proportion", "all-or-nothing"],
  "proportion-base": ["mark", "whole"],
  "proportion-of-completion": ["whole", "mark"],
  "verdict-by-target": ["target", "ask"],
  "stated-fact": ["accept", "ask"],
  "stated-judgement": ["ask", "accept"],
  "type-contradicts": ["ask", "at-least", "at-most"],
  "equal-target": ["at-least", "exact"],
  "missing-type": ["by-meaning", "at-least", "at-most"],
  "percent-as-fraction": ["percent", "as-written"],
  "unit-left-out": ["read", "ask"],
  "range-target": ["low-end", "high-end"],
  "step-base": ["full", "adjacent"],
  "three-grades": ["upper-bound-belongs-to-higher"],
  "points-from-text": ["read", "ask"],
  "growth-sign": ["as-written"],
  occurrences: ["actual", "ask"],
  "bare-deviation": ["within", "reaching"],
  "working-days": ["weekdays", "calendar"],
} as const;

export type ConventionName = keyof typeof CONVENTIONS;

/** The chosen value of each convention, and the share of the target above which a reason is asked for. */
export type Conventions = { readonly [N in ConventionName]: (typeof CONVENTIONS)[N][number] } & {
  readonly "far-above": number;
};

/** What holds where nobody has chosen otherwise. */
export const DEFAULT_CONVENTIONS: Conventions = {
  ...(Object.fromEntries(Object.entries(CONVENTIONS).map(([name, values]) => [name, values[0]])) as {
    [N in ConventionName]: (typeof CONVENTIONS)[N][number];
  }),
  "far-above": 130,
};

/** Whether there is a convention of that name. */
export function isConventionName(name: string): name is ConventionName {
  return Object.hasOwn(CONVENTIONS, name);
}

/**
 * The conventions with one changed, from "NAME=VALUE" as on the command line. Null where there is no such name or value
 * ("far-above" takes a percentage of at least 100).
 */
export function withConvention(conventions: Conventions, setting: string): Conventions | null {
  const [name = "", value = ""] = setting.split("=", 2);
  if (name === "far-above") {
    const percent = Number(value);
    return Number.isFinite(percent) && percent >= 100 ? { ...conventions, "far-above": percent } : null;
  }
  if (!isConventionName(name) || !(CONVENTIONS[name] as readonly string[]).includes(value)) return null;
  return { ...conventions, [name]: value };
}
