import { Exact, type ExactDecimal, powerOfTen } from "../workbook";

/** A way in which a person mistypes a figure. */
export type SlipKind = "digits-swapped" | "digit-changed" | "sign" | "scale" | "value-missing";

/** What turns the right figure into the present one, and how much that speaks for it. */
export interface Slip {
  readonly kind: SlipKind;
  /** For `scale`: present = right × 10^power. */
  readonly power: number;
  /** 1 weak (any small difference looks like it), 2, 3 strong (hardly by chance). */
  readonly strength: 1 | 2 | 3;
}

/** Powers of ten between the units of official tables (元, 千元, 万元, 亿元). */
const UNIT_POWERS = [3, 4, 5, 8];
const LARGEST_POWER = 8;

/**
 * The slip that would turn `right` into `present`; null where the difference has no such structure.
 * A present null is a blank cell.
 */
export function slipBetween(present: ExactDecimal | null, right: ExactDecimal): Slip | null {
  if (present === null || present.isZero())
    return right.isZero() ? null : { kind: "value-missing", power: 0, strength: present === null ? 2 : 1 };
  if (right.isZero() || present.eq(right)) return null;
  if (present.eq(right.neg())) return { kind: "sign", power: 0, strength: 3 };
  if (present.isNegative() !== right.isNegative()) return null;
  const power = powerBetween(present, right);
  if (power !== null) return { kind: "scale", power, strength: 3 };
  return digitSlip(present.abs(), right.abs());
}

/** A right value and the slip that would have turned it into the present one. */
export interface UndoneSlip {
  readonly right: ExactDecimal;
  readonly slip: Slip;
}

/**
 * The strongest slip that turns a value between `low` and `high` into `present`; null where there is none. Figures that
 * were rounded add up but for their last decimals, and the slip in them shows all the same. Differences that are not
 * much wider than the space between the two say nothing.
 */
export function slipWithin(present: ExactDecimal, low: ExactDecimal, high: ExactDecimal): UndoneSlip | null {
  let best: UndoneSlip | null = null;
  for (const right of slipsOf(present.toNumber(), low.toNumber(), high.toNumber())) {
    const exact = new Exact(right.toPrecision(SIGNIFICANT));
    const slip = exact.lessThan(low) || exact.greaterThan(high) ? null : slipBetween(present, exact);
    if (slip !== null && (best === null || slip.strength > best.slip.strength)) best = { right: exact, slip };
  }
  return best;
}

/** A cell's double is known to so many digits. */
const SIGNIFICANT = 15;
/** A step must be so many times as wide as what rounding leaves open. */
const WIDER = 4;

/** Values about the middle of a range that differ from the present one as slips do: by sign, scale, one digit, two. */
function* slipsOf(present: number, low: number, high: number): Generator<number> {
  if (-present >= low && -present <= high) yield -present;
  const scale = Math.round(Math.log10(Math.abs(present / ((low + high) / 2))));
  if (scale !== 0 && Number.isFinite(scale)) yield present / 10 ** scale;
  const change = (low + high) / 2 - present;
  const least = Math.max((high - low) * WIDER, Number.EPSILON);
  for (let unit = 10 ** Math.floor(Math.log10(Math.abs(change))); unit >= least / 9 && unit > 0; unit /= 10)
    for (const step of [unit, unit * 9]) {
      const times = Math.round(change / step);
      if (step >= least && times !== 0 && Math.abs(times) <= 9) yield present + times * step;
    }
}

/** k with present = right × 10^k; for the powers between units, also where a figure was rounded on the way. */
function powerBetween(present: ExactDecimal, right: ExactDecimal): number | null {
  const power = Math.round(Math.log10(present.toNumber() / right.toNumber()));
  if (power === 0 || Math.abs(power) > LARGEST_POWER) return null;
  const scaled = present.times(powerOfTen(-power));
  if (scaled.eq(right)) return power;
  if (!UNIT_POWERS.includes(Math.abs(power)) || significantDigits(right) < 3) return null;
  const roundedRight = scaled.toDecimalPlaces(right.decimalPlaces()).eq(right);
  // 0.01 is what very many figures come to in a larger unit.
  const roundedPresent =
    significantDigits(present) > 1 &&
    right.times(powerOfTen(power)).toDecimalPlaces(present.decimalPlaces()).eq(present);
  return roundedRight || roundedPresent ? power : null;
}

function significantDigits(value: ExactDecimal): number {
  return value
    .abs()
    .toFixed()
    .replace(/^[0.]+/, "")
    .replace(".", "").length;
}

function digitSlip(present: ExactDecimal, right: ExactDecimal): Slip | null {
  const decimals = Math.max(present.decimalPlaces(), right.decimalPlaces());
  const a = present.toFixed(decimals).replace(".", "");
  const b = right.toFixed(decimals).replace(".", "");
  if (a.length !== b.length)
    return Math.abs(a.length - b.length) === 1 && isOneDigitMore(a, b)
      ? { kind: "digit-changed", power: 0, strength: onlyAtAnEnd(a, b) ? 1 : 2 }
      : null;
  const different: number[] = [];
  for (let position = 0; position < a.length; position++) if (a[position] !== b[position]) different.push(position);
  if (different.length === 1)
    return { kind: "digit-changed", power: 0, strength: digitsBehind(a, different[0]!) >= KEPT ? 2 : 1 };
  const [first, second] = different as [number, number];
  if (different.length === 2 && a[first] === b[second] && a[second] === b[first]) {
    return { kind: "digits-swapped", power: 0, strength: second === first + 1 ? 3 : 2 };
  }
  return null;
}

/** With so many digits behind it kept, a digit is hardly another one by chance. */
const KEPT = 2;

/** Digits behind a position, without zeros at the end: these tell nothing where figures are round. */
function digitsBehind(digits: string, position: number): number {
  return digits.replace(/0+$/, "").length - position - 1;
}

/** Whether the digit more stands in front or at the end, as any round difference makes it look. */
function onlyAtAnEnd(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return long.endsWith(short) || long.startsWith(short);
}

/** Whether the longer of two digit strings is the other one with one digit typed in between. */
function isOneDigitMore(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  let position = 0;
  while (position < short.length && long[position] === short[position]) position++;
  return long.slice(position + 1) === short.slice(position);
}
