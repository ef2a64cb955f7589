import Decimal from "decimal.js";

/** Decimals wide enough that no sum of budget amounts is ever rounded; written without exponents. */
export const Exact = Decimal.clone({ precision: 60, toExpNeg: -60, toExpPos: 60, rounding: Decimal.ROUND_HALF_UP });
export type ExactDecimal = Decimal;

/** A double as the decimal a person typed: its shortest form of at most 15 significant digits. */
export function exactOf(value: number): ExactDecimal {
  return new Exact(Number(value.toPrecision(15)));
}
