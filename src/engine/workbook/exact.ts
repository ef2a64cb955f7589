import Decimal from "decimal.js";

/** Decimals wide enough that no sum of budget amounts is ever rounded; written without exponents. */
export const Exact = Decimal.clone({ precision: 60, toExpNeg: -60, toExpPos: 60, rounding: Decimal.ROUND_HALF_UP });
export type ExactDecimal = Decimal;

/** A double as the decimal a person typed: its shortest form of at most 15 significant digits. */
export function exactOf(value: number): ExactDecimal {
  return new Exact(asTyped(value));
}

/** A double with what arithmetic left behind its 15th digit taken off: 0.30000000000000004 → 0.3. */
export function asTyped(value: number): number {
  // Most are whole hundredths, which need no writing out and reading back.
  const count = Math.round(value * 100);
  return count / 100 === value && Math.abs(count) < 1e14 ? value : Number(value.toPrecision(15));
}

const aHundredth = new Exact("0.01");

/** A whole number of hundredths as a decimal. */
export function hundredths(count: number): ExactDecimal {
  return new Exact(count).times(aHundredth);
}

const powers = new Map<number, ExactDecimal>();

/** 10^power as an exact decimal: units and number formats ask for the same few again and again. */
export function powerOfTen(power: number): ExactDecimal {
  let value = powers.get(power);
  if (!value) {
    value = new Exact(10).pow(power);
    powers.set(power, value);
  }
  return value;
}
