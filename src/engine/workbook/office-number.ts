/**
 * "1234567.8" → "1,234,567.80": thousands separators, a true minus, at least `least` decimals. Takes an exact decimal
 * as text.
 */
export function officeNumber(amount: string, least = 2): string {
  const negative = amount.startsWith("-");
  const [whole = "0", fraction = ""] = amount.replace(/^[+-]/, "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const decimals = fraction.padEnd(least, "0");
  return `${negative ? "−" : ""}${grouped}${decimals === "" ? "" : `.${decimals}`}`;
}

/** The amount without its sign. */
export function size(amount: string): string {
  return amount.replace(/^-/, "");
}

/** "1234567.5" → "1,234,567.5": a figure as it is, for counts, rates and points; null is told as a blank. */
export function plainNumber(amount: string | null): string {
  return amount === null ? "（空）" : officeNumber(amount, 0);
}
