import { format } from "numfmt";

/**
 * A number as its format shows it, for the workbench's grid and Range.text; the blanks that a format leaves at its ends
 * for alignment are left out. Colours and conditions by Chinese names are passed over, and a format that cannot be read
 * shows as General.
 */
export function numberText(value: number, pattern: string): string {
  const international = pattern.replace(/G\/通用格式/gi, "General");
  for (const tried of [international, international.replace(/\[[^\]]*\]/g, "")]) {
    try {
      return format(tried, value).trim();
    } catch {
      continue;
    }
  }
  return format("General", value);
}
