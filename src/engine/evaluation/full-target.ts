import type { Indicator } from "../tables";

/** Target with sign and unit, as one reads it: "≥40家". */
export function fullTarget(indicator: Indicator): string {
  const { target = "", unit = "", type = "" } = indicator.texts;
  const sign = /[≥≤><=]/.exec(type)?.[0] ?? "";
  const bare = /^-?[\d.,]+$/.test(target.trim());
  return bare ? `${sign}${target}${/^[/-]?$/.test(unit) ? "" : unit}` : target;
}
