import Decimal from "decimal.js";

/** Decimals wide enough that no sum of budget amounts is ever rounded; written without exponents. */
const Wide = Decimal.clone({ precision: 60, toExpNeg: -60, toExpPos: 60, rounding: Decimal.ROUND_HALF_UP });

const largest = Number.MAX_SAFE_INTEGER;
/** Decimals that are kept in a whole number; a sixteenth would leave no room before the point. */
const mostDecimals = 15;
const steps: readonly number[] = Array.from({ length: mostDecimals + 1 }, (_, power) => 10 ** power);
const parts: readonly Decimal[] = steps.map((_, power) => Wide.pow(10, -power));

/** What a decimal is made from: texts as people write them ("-12.30"), other decimals by how they are written. */
export type Decimalish = number | string | Exact | { toFixed(): string };

/**
 * An exact decimal that never changes. Nearly all amounts are a whole number of hundredths or so: these are kept as a
 * whole number with its decimals, and reckoned with as such; what does not fit is kept in 60 digits. Division rounds to
 * 60 digits, half up; all else is exact.
 */
export class Exact {
  static readonly ROUND_HALF_UP = Decimal.ROUND_HALF_UP;
  static readonly ROUND_DOWN = Decimal.ROUND_DOWN;

  /** The value times 10^`decimals`, where `wide` is null. */
  private readonly whole: number;
  private readonly decimals: number;
  private readonly wide: Decimal | null;

  /** @throws Error where a text is no number */
  constructor(value: Decimalish);
  /** `whole` / 10^`decimals`, both whole and within what a double holds; else the value is `wide`. */
  constructor(value: null, whole: number, decimals: number, wide: Decimal | null);
  constructor(value: Decimalish | null, whole = 0, decimals = 0, wide: Decimal | null = null) {
    if (value === null) {
      this.whole = whole;
      this.decimals = decimals;
      this.wide = wide;
    } else {
      const read = typeof value === "number" ? ofNumber(value) : value instanceof Exact ? value : ofText(value);
      this.whole = read.whole;
      this.decimals = read.decimals;
      this.wide = read.wide;
    }
  }

  /** @throws TypeError where there are none; likewise `min` */
  static max(...values: readonly Decimalish[]): Exact {
    return values.map(exactly).reduce((most, one) => (one.gt(most) ? one : most));
  }

  static min(...values: readonly Decimalish[]): Exact {
    return values.map(exactly).reduce((least, one) => (one.lt(least) ? one : least));
  }

  plus(other: Decimalish): Exact {
    const more = exactly(other);
    if (this.wide === null && more.wide === null) {
      const decimals = Math.max(this.decimals, more.decimals);
      const sum = this.whole * steps[decimals - this.decimals]! + more.whole * steps[decimals - more.decimals]!;
      // Either may be beyond what a double holds, and the sum within: neither is, where both are small enough.
      if (isSmall(this, decimals) && isSmall(more, decimals) && sum <= largest && sum >= -largest)
        return ofWhole(sum, decimals);
    }
    return ofWide(this.widened().plus(more.widened()));
  }

  minus(other: Decimalish): Exact {
    return this.plus(exactly(other).negated());
  }

  times(other: Decimalish): Exact {
    const factor = exactly(other);
    if (this.wide === null && factor.wide === null) {
      const decimals = this.decimals + factor.decimals;
      const product = this.whole * factor.whole;
      if (product <= largest && product >= -largest && decimals <= mostDecimals) return ofWhole(product, decimals);
    }
    return ofWide(this.widened().times(factor.widened()));
  }

  dividedBy(other: Decimalish): Exact {
    const divisor = exactly(other);
    if (divisor.wide === null && divisor.decimals === 0 && this.wide === null) {
      if (divisor.whole === 1) return this;
      if (divisor.whole === -1) return this.negated();
    }
    return ofWide(this.widened().dividedBy(divisor.widened()));
  }

  div(other: Decimalish): Exact {
    return this.dividedBy(other);
  }

  pow(power: number): Exact {
    return ofWide(this.widened().pow(power));
  }

  negated(): Exact {
    return this.wide === null ? ofWhole(-this.whole, this.decimals) : ofWide(this.wide.negated());
  }

  neg(): Exact {
    return this.negated();
  }

  abs(): Exact {
    return this.isNegative() ? this.negated() : this;
  }

  /** Without what stands behind the point. */
  trunc(): Exact {
    return this.decimals === 0 && this.wide === null ? this : ofWide(this.widened().trunc());
  }

  floor(): Exact {
    return this.decimals === 0 && this.wide === null ? this : ofWide(this.widened().floor());
  }

  /** The nearest whole number, half up. */
  round(): Exact {
    return this.toDecimalPlaces(0);
  }

  /** Rounded to so many decimals, half up where nothing else is said. */
  toDecimalPlaces(decimals: number, rounding: Decimal.Rounding = Decimal.ROUND_HALF_UP): Exact {
    if (this.wide === null) {
      if (this.decimals <= decimals) return this;
      if (rounding === Decimal.ROUND_HALF_UP && decimals >= 0) {
        const step = steps[this.decimals - decimals]!;
        const size = Math.abs(this.whole);
        const rest = size % step;
        const kept = (size - rest) / step + (2 * rest >= step ? 1 : 0);
        return ofWhole(this.whole < 0 ? -kept : kept, decimals);
      }
    }
    return ofWide(this.widened().toDecimalPlaces(decimals, rounding));
  }

  /** Negative, 0 or positive, as this is less than the other, the same, or more. */
  comparedTo(other: Decimalish): number {
    const one = exactly(other);
    if (this.wide === null && one.wide === null) {
      if (this.decimals === one.decimals) return ordered(this.whole, one.whole);
      const decimals = Math.max(this.decimals, one.decimals);
      if (isSmall(this, decimals) && isSmall(one, decimals))
        return ordered(this.whole * steps[decimals - this.decimals]!, one.whole * steps[decimals - one.decimals]!);
    }
    return this.widened().comparedTo(one.widened());
  }

  eq(other: Decimalish): boolean {
    return this.comparedTo(other) === 0;
  }

  equals(other: Decimalish): boolean {
    return this.comparedTo(other) === 0;
  }

  gt(other: Decimalish): boolean {
    return this.comparedTo(other) > 0;
  }

  greaterThan(other: Decimalish): boolean {
    return this.comparedTo(other) > 0;
  }

  gte(other: Decimalish): boolean {
    return this.comparedTo(other) >= 0;
  }

  greaterThanOrEqualTo(other: Decimalish): boolean {
    return this.comparedTo(other) >= 0;
  }

  lt(other: Decimalish): boolean {
    return this.comparedTo(other) < 0;
  }

  lessThan(other: Decimalish): boolean {
    return this.comparedTo(other) < 0;
  }

  lte(other: Decimalish): boolean {
    return this.comparedTo(other) <= 0;
  }

  lessThanOrEqualTo(other: Decimalish): boolean {
    return this.comparedTo(other) <= 0;
  }

  isZero(): boolean {
    return this.wide === null ? this.whole === 0 : this.wide.isZero();
  }

  /** Also of what was a negative amount before it was rounded to nothing. */
  isNegative(): boolean {
    if (this.wide !== null) return this.wide.isNegative();
    return this.whole < 0 || Object.is(this.whole, -0);
  }

  isPositive(): boolean {
    return !this.isNegative();
  }

  isInteger(): boolean {
    return this.wide === null ? this.whole % steps[this.decimals]! === 0 : this.wide.isInteger();
  }

  isFinite(): boolean {
    return this.wide === null || this.wide.isFinite();
  }

  /** How many decimals it has, zeros at the end left out. */
  decimalPlaces(): number {
    if (this.wide !== null) return this.wide.decimalPlaces();
    let { whole, decimals } = this;
    for (; decimals > 0 && whole % 10 === 0; decimals--) whole /= 10;
    return decimals;
  }

  /** How many digits it has from the first that is not 0, zeros at the end left out. */
  precision(): number {
    return this.widened().precision();
  }

  toNumber(): number {
    // A quotient of two whole numbers that a double holds is the double next to it, as is that of its digits.
    return this.wide === null ? this.whole / steps[this.decimals]! : this.wide.toNumber();
  }

  /** Its digits, without exponent; with `decimals`, rounded half up to so many. */
  toFixed(decimals?: number): string {
    if (this.wide !== null) return decimals === undefined ? this.wide.toFixed() : this.wide.toFixed(decimals);
    if (decimals === undefined) return written(this.whole, this.decimals, 0);
    const { whole, decimals: kept, wide } = this.toDecimalPlaces(decimals);
    if (wide !== null) return wide.toFixed(decimals);
    // What was negative stays so when it is rounded to nothing.
    return `${this.whole < 0 && whole === 0 ? "-" : ""}${written(whole, kept, decimals)}`;
  }

  toString(): string {
    return this.wide === null ? written(this.whole, this.decimals, 0) : this.wide.toString();
  }

  toJSON(): string {
    return this.toString();
  }

  /** Whether reckoning with it in so many decimals stays within what a double holds. */
  static isSmall({ whole, decimals }: Exact, inDecimals: number): boolean {
    return Math.abs(whole) * steps[inDecimals - decimals]! <= largest;
  }

  private widened(): Decimal {
    if (this.wide !== null) return this.wide;
    const whole = new Wide(this.whole);
    return this.decimals === 0 ? whole : whole.times(parts[this.decimals]!);
  }
}

export type ExactDecimal = Exact;

const { isSmall } = Exact;

function exactly(value: Decimalish): Exact {
  return value instanceof Exact ? value : new Exact(value);
}

function ordered(one: number, other: number): -1 | 0 | 1 {
  if (one === other) return 0;
  return one > other ? 1 : -1;
}

function ofWhole(whole: number, decimals: number): Exact {
  return new Exact(null, whole, decimals, null);
}

/** As a whole number with its decimals where it is one. */
function ofWide(value: Decimal): Exact {
  if (value.isFinite()) {
    const decimals = value.decimalPlaces();
    if (decimals <= mostDecimals) {
      const whole = value.times(steps[decimals]!).toNumber();
      if (Number.isSafeInteger(whole) && value.precision() <= mostDecimals) return ofWhole(whole, decimals);
    }
  }
  return new Exact(null, 0, 0, value);
}

/** Doubles of more digits are read as they are written. */
const mostHundredths = 1e14;

function ofNumber(value: number): Exact {
  if (Number.isSafeInteger(value)) return ofWhole(value, 0);
  const count = Math.round(value * 100);
  if (count / 100 === value && Math.abs(count) < mostHundredths) return ofWhole(count, 2);
  return ofWide(new Wide(value));
}

const plain = /^-?\d{1,15}$/;
const withPoint = /^(-?\d{1,12})\.(\d{1,3})$/;

function ofText(value: string | { toFixed(): string }): Exact {
  const text = typeof value === "string" ? value : value.toFixed();
  if (plain.test(text)) return ofWhole(Number(text), 0);
  const parts = withPoint.exec(text);
  return parts === null ? ofWide(new Wide(text)) : ofWhole(Number(parts[1]! + parts[2]!), parts[2]!.length);
}

/** The digits of `whole` / 10^`decimals`, with at least so many decimals, and no more zeros at the end than that. */
function written(whole: number, decimals: number, least: number): string {
  let kept = decimals;
  let digits = whole;
  for (; kept > least && digits % 10 === 0; kept--) digits /= 10;
  if (kept === 0) return least > 0 ? `${digits + 0}.${"0".repeat(least)}` : String(digits + 0);
  const sign = digits < 0 ? "-" : "";
  const text = String(Math.abs(digits)).padStart(kept + 1, "0");
  const behind = text.slice(-kept).padEnd(least, "0");
  return `${sign}${text.slice(0, -kept)}.${behind}`;
}

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

/** A whole number of hundredths as a decimal. */
export function hundredths(count: number): ExactDecimal {
  return Number.isSafeInteger(count) ? ofWhole(count, 2) : new Exact(count).times("0.01");
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
