import { Exact, type ExactDecimal } from "../workbook";

const known = new Map<number, ExactDecimal>();

/** 10^power as an exact decimal: units and number formats ask for the same few again and again. */
export function powerOfTen(power: number): ExactDecimal {
  let value = known.get(power);
  if (!value) {
    value = new Exact(10).pow(power);
    known.set(power, value);
  }
  return value;
}
