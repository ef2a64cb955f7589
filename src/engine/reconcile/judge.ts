import { AmountState, Exact, hundredths, powerOfTen, type Amounts, type CellId, type ExactDecimal } from "../workbook";
import type { Steps } from "../steps";
import { Relation, type EquationStore } from "./equations";
import type { OutcomeKind } from "./outcome";

/** What the figures say about an equation. Plain numbers, one byte an equation. */
export const Verdict = {
  NotApplicable: 0,
  Pass: 1,
  Rounding: 2,
  Fail: 3,
  /** The left side is blank, the right side is not nothing. */
  BlankTotal: 4,
  /** The left side is filled, every cell of the right side is blank. */
  BlankParts: 5,
  /** A cell holds something that is no amount. */
  Unreadable: 6,
  /** A cell repeats another at a page top and differs from it. */
  Disputed: 7,
} as const;
export type Verdict = (typeof Verdict)[keyof typeof Verdict];

/** The outcome a verdict stands for; null where the check does not apply. */
export const outcomeOfVerdict: Readonly<Record<Verdict, OutcomeKind | null>> = {
  [Verdict.NotApplicable]: null,
  [Verdict.Pass]: "pass",
  [Verdict.Rounding]: "rounding",
  [Verdict.Fail]: "fail",
  [Verdict.BlankTotal]: "fail",
  [Verdict.BlankParts]: "cannot-tell",
  [Verdict.Unreadable]: "cannot-tell",
  [Verdict.Disputed]: "cannot-tell",
};

/** Values to try in place of what cells hold; null stands for a blank. */
export type Substitutes = ReadonlyMap<CellId, ExactDecimal | null>;

/** An equation judged in exact decimals. Amounts are in the unit of the first left cell. */
export interface Judgement {
  readonly verdict: Verdict;
  /** Value of each side, null where all its cells are blank or one cannot be read. */
  readonly left: ExactDecimal | null;
  readonly right: ExactDecimal | null;
  /** left − right, blanks as 0; null where a cell cannot be read. */
  readonly difference: ExactDecimal | null;
  /** The first cell that could not be read. */
  readonly obstacle: CellId | null;
}

interface Side {
  readonly sum: ExactDecimal;
  readonly filled: number;
  readonly obstacle: CellId | null;
}

/**
 * Judges one equation, in exact decimals: stored values are compared first; unequal sides within the rounding of their
 * displayed figures are `Rounding`. `substitutes` tries other values, to ask what a correction would do.
 */
export function judgeEquation(
  store: EquationStore,
  equation: number,
  amounts: Amounts,
  substitutes?: Substitutes,
): Judgement {
  const from = store.first[equation]!;
  const middle = store.middle[equation]!;
  const to = store.first[equation + 1]!;
  const left = sumSide(store, from, middle, amounts, substitutes);
  const right = sumSide(store, middle, to, amounts, substitutes);
  const obstacle = left.obstacle ?? right.obstacle;
  if (obstacle !== null) {
    const verdict = amounts.state[obstacle] === AmountState.Disputed ? Verdict.Disputed : Verdict.Unreadable;
    return {
      verdict,
      left: left.obstacle === null && left.filled > 0 ? left.sum : null,
      right: right.obstacle === null && right.filled > 0 ? right.sum : null,
      difference: null,
      obstacle,
    };
  }
  const difference = left.sum.minus(right.sum);
  const verdict = verdictOf(store, equation, left.filled, right.filled, difference.comparedTo(0), () =>
    difference.abs().lessThanOrEqualTo(tolerance(store, equation, amounts)),
  );
  const blanksAreZero = store.blanksAreZero(equation);
  return {
    verdict,
    left: left.filled > 0 || blanksAreZero ? left.sum : null,
    right: right.filled > 0 || blanksAreZero ? right.sum : null,
    difference,
    obstacle: null,
  };
}

/** left − right as the cells stand, blanks as 0, in the unit of the first left cell; null where one cannot be read. */
export function differenceOf(store: EquationStore, equation: number, amounts: Amounts): ExactDecimal | null {
  const middle = store.middle[equation]!;
  const left = sumSide(store, store.first[equation]!, middle, amounts);
  const right = sumSide(store, middle, store.first[equation + 1]!, amounts);
  return left.obstacle === null && right.obstacle === null ? left.sum.minus(right.sum) : null;
}

/** Equations that are judged between two places where the work can be left off. */
const JUDGED_A_STEP = 256;

/**
 * Judges every equation: one verdict byte each, in steps. Whole hundredths in one unit are added as they are, the rest
 * exactly in decimals.
 */
export function* judgeInSteps(store: EquationStore, amounts: Amounts): Steps<Uint8Array> {
  const verdicts = new Uint8Array(store.size);
  for (let first = 0; first < store.size; first += JUDGED_A_STEP) {
    judgeThose(store, amounts, verdicts, first, Math.min(store.size, first + JUDGED_A_STEP));
    yield first / store.size;
  }
  return verdicts;
}

/** Judges the equations from one number to before another. */
function judgeThose(store: EquationStore, amounts: Amounts, verdicts: Uint8Array, begin: number, beyond: number): void {
  const { cells, first, middle } = store;
  const { scaled, state } = amounts;
  // Constants in local variables: this loop runs once a term of every identity.
  const { Blank, Exact: Plain } = AmountState;
  const { Pass } = Verdict;
  const largest = Number.MAX_SAFE_INTEGER;
  let from = first[begin]!;
  for (let equation = begin; equation < beyond; equation++) {
    const turn = middle[equation]!;
    const end = first[equation + 1]!;
    const plain = store.isPlain(equation);
    let difference = 0;
    let magnitude = 0;
    let filledLeft = 0;
    let filledRight = 0;
    let t = store.hasMixedUnits(equation) ? end + 1 : from;
    for (; t < end; t++) {
      const cell = cells[t]!;
      const known = state[cell];
      if (known === Blank) continue;
      if (known !== Plain) break;
      const value = plain ? scaled[cell]! : store.signOf(t) * scaled[cell]!;
      magnitude += value < 0 ? -value : value;
      if (t < turn) {
        difference += value;
        filledLeft++;
      } else {
        difference -= value;
        filledRight++;
      }
    }
    from = end;
    if (t !== end || magnitude > largest) verdicts[equation] = judgeEquation(store, equation, amounts).verdict;
    else if (difference === 0 && filledLeft > 0 && filledRight > 0) verdicts[equation] = Pass;
    else {
      const gap = Math.abs(difference);
      verdicts[equation] = verdictOf(store, equation, filledLeft, filledRight, Math.sign(difference), () =>
        tolerance(store, equation, amounts).times(100).greaterThanOrEqualTo(gap),
      );
    }
  }
}

/**
 * The verdict from how much is filled on each side, the sign of left − right, and whether rounding can explain the gap.
 */
function verdictOf(
  store: EquationStore,
  equation: number,
  filledLeft: number,
  filledRight: number,
  sign: number,
  withinRounding: () => boolean,
): Verdict {
  if (filledLeft === 0 && filledRight === 0) return Verdict.NotApplicable;
  const relation = store.relationOf(equation);
  if (!store.blanksAreZero(equation)) {
    if (filledLeft === 0)
      return relation === Relation.AtMost
        ? Verdict.NotApplicable
        : holds(relation, sign)
          ? Verdict.Pass
          : Verdict.BlankTotal;
    if (filledRight === 0)
      return relation === Relation.AtLeast
        ? Verdict.NotApplicable
        : holds(relation, sign)
          ? Verdict.Pass
          : Verdict.BlankParts;
  }
  if (holds(relation, sign)) return Verdict.Pass;
  return !store.isExact(equation) && withinRounding() ? Verdict.Rounding : Verdict.Fail;
}

function holds(relation: Relation, sign: number): boolean {
  if (relation === Relation.Equal) return sign === 0;
  return relation === Relation.AtMost ? sign <= 0 : sign >= 0;
}

function sumSide(store: EquationStore, from: number, to: number, amounts: Amounts, substitutes?: Substitutes): Side {
  const { Blank, Exact: Plain, Unreadable, Disputed } = AmountState;
  const { state, scaled } = amounts;
  let sum = new Exact(0);
  // Whole hundredths are added as they are, and in decimals only what is more: a sum may have hundreds of terms.
  let whole = 0;
  let filled = 0;
  let obstacle: CellId | null = null;
  for (let t = from; t < to; t++) {
    const cell = store.cells[t]!;
    const exponent = store.exponentOf(t);
    const sign = store.signOf(t);
    const tried = substitutes?.get(cell);
    if (tried === undefined) {
      const known = state[cell];
      if (known === Blank) continue;
      if (known === Unreadable || known === Disputed) {
        obstacle ??= cell;
        continue;
      }
      const more = whole + sign * scaled[cell]!;
      if (known === Plain && exponent === 0 && Math.abs(more) <= Number.MAX_SAFE_INTEGER) {
        whole = more;
        filled++;
        continue;
      }
    }
    const value = tried === undefined ? amounts.value(cell) : tried;
    if (value === null) continue;
    filled++;
    sum = sum.plus(shifted(value, exponent).times(sign));
  }
  return { sum: sum.plus(hundredths(whole)), filled, obstacle };
}

const half = new Exact("0.5");

/**
 * How far apart two sides may be because of rounding: a figure known to d decimals stands for v ± ½·10⁻ᵈ, and the
 * intervals of all figures add up (XBRL Calculations 1.1). In the unit of the first left cell. A blank counts as an
 * exact 0.
 */
export function tolerance(store: EquationStore, equation: number, amounts: Amounts): ExactDecimal {
  // Counted by power of ten first: most equations have one.
  const counts = new Map<number, number>();
  let last = 0;
  let count = 0;
  const end = store.first[equation + 1]!;
  for (let t = store.first[equation]!; t < end; t++) {
    const cell = store.cells[t]!;
    if (amounts.state[cell] === AmountState.Blank) continue;
    const power = store.exponentOf(t) - amounts.decimals(cell);
    if (power !== last && count > 0) {
      counts.set(last, (counts.get(last) ?? 0) + count);
      count = 0;
    }
    last = power;
    count++;
  }
  let sum = half.times(count).times(powerOfTen(last));
  for (const [power, times] of counts) sum = sum.plus(half.times(times).times(powerOfTen(power)));
  return sum;
}

function shifted(value: ExactDecimal, exponent: number): ExactDecimal {
  return exponent === 0 ? value : value.times(powerOfTen(exponent));
}
