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
