import type { CellId } from "../workbook";

/** What must hold between the left side (what is reported) and the right side (what it is compared with). */
export const Relation = { Equal: 0, AtMost: 1, AtLeast: 2 } as const;
export type Relation = (typeof Relation)[keyof typeof Relation];

/** What blank cells mean in an equation. */
export const BlankPolicy = {
  /**
   * A blank part among filled ones is 0; a blank left side over filled parts that are not nothing is a disagreement; a
   * filled left side over parts that are all blank cannot be told; nothing on either side: the check does not apply.
   * Zero agrees with blank. "At most" and "at least" do not apply where the smaller side is blank.
   */
  Standard: 0,
  /** Every blank is 0, also a right side without any cell. Nothing written on either side still does not apply. */
  Zero: 1,
} as const;
export type BlankPolicy = (typeof BlankPolicy)[keyof typeof BlankPolicy];

/** How an equation is to be judged. */
export interface EquationOptions {
  readonly blanks?: BlankPolicy;
  /** Counts, points and scores: no rounding is granted. */
  readonly exact?: boolean;
}

/** One term of an equation: `sign × value(cell) × 10^exponent`, in the unit of the first left cell. */
export interface Term {
  readonly cell: CellId;
  readonly sign: 1 | -1;
  readonly exponent: number;
}

const { Equal } = Relation;
const FlagExact = 1;
const FlagBlankZero = 2;
/** Terms in more than one unit: adding hundredths is not enough. */
const FlagMixedUnits = 4;
/** Some term is taken away or in another unit. Without it `minus` and `exponents` say nothing and need not be read. */
const FlagShaped = 8;

/**
 * Every linear check of a workbook, Σ left (= ≤ ≥) Σ right over cell numbers, in flat arrays that grow: 10⁵ equations
 * of ten terms take a few megabytes. An equation is written with `open`, `left`…, `right`…, `close`; left terms come
 * first.
 */
export class EquationStore {
  /** Number of equations. */
  size = 0;
  /** Rule ids; `ruleOf(equation)` names one. */
  readonly rules: string[] = [];

  /** Cell of each term; equation e has terms `first[e]` to `first[e + 1]`, the left side before `middle[e]`. */
  cells: Int32Array;
  /**
   * 1 where a term is taken away, and its power of ten. Shorter than `cells`: the many sums that have neither need no
   * room.
   */
  private minus = new Uint8Array(0);
  private exponents = new Int8Array(0);
  first: Int32Array;
  middle: Int32Array;
  relations: Uint8Array;
  flags: Uint8Array;
  private ruleNumbers: Uint16Array;
  private readonly ruleNumber = new Map<string, number>();
  private terms = 0;
  private leftOpen = true;
  private incidence: Incidence | null = null;

  /**
   * `figures` is how many figures the equations will be about: room is made for as many terms as usually come of it.
   */
  constructor(figures = 0) {
    // A table that adds up across and down has two terms a figure, and some for its totals.
    const terms = Math.max(1024, Math.ceil(2.25 * figures));
    const equations = Math.max(256, figures >> 2);
    this.cells = new Int32Array(terms);
    this.first = new Int32Array(equations);
    this.middle = new Int32Array(equations);
    this.relations = new Uint8Array(equations);
    this.flags = new Uint8Array(equations);
    this.ruleNumbers = new Uint16Array(equations);
  }

  /** Begins an equation of the rule. */
  open(rule: string, relation: Relation, options: EquationOptions = {}): void {
    const equation = this.size;
    if (equation + 1 >= this.first.length) this.growEquations();
    let number = this.ruleNumber.get(rule);
    if (number === undefined) {
      number = this.rules.push(rule) - 1;
      this.ruleNumber.set(rule, number);
    }
    this.ruleNumbers[equation] = number;
    this.relations[equation] = relation;
    this.flags[equation] = (options.exact ? FlagExact : 0) | (options.blanks === BlankPolicy.Zero ? FlagBlankZero : 0);
    // An equation that was never closed (its check threw) leaves no terms behind.
    if (this.terms !== this.first[equation]) this.forgetTerms(this.first[equation]!);
    this.leftOpen = true;
    this.incidence = null;
  }

  /** Adds a cell to the left side; a negative cell number (no such cell) is passed over. */
  left(cell: CellId, exponent = 0, sign: 1 | -1 = 1): void {
    this.push(cell, exponent, sign);
  }

  /** Adds a cell to the right side; a negative cell number (no such cell) is passed over. */
  right(cell: CellId, exponent = 0, sign: 1 | -1 = 1): void {
    if (this.leftOpen) {
      this.middle[this.size] = this.terms;
      this.leftOpen = false;
    }
    this.push(cell, exponent, sign);
  }

  /**
   * Ends the equation and gives its number. It is dropped, with -1, where the left side has no cell, or the right side
   * has none and blanks are not zero.
   */
  close(): number {
    const equation = this.size;
    const from = this.first[equation]!;
    if (this.leftOpen) this.middle[equation] = this.terms;
    const middle = this.middle[equation]!;
    if (middle === from || (middle === this.terms && (this.flags[equation]! & FlagBlankZero) === 0)) {
      this.forgetTerms(from);
      return -1;
    }
    if ((this.flags[equation]! & FlagShaped) !== 0) this.markMixedUnits(equation);
    this.first[equation + 1] = this.terms;
    this.size = equation + 1;
    return equation;
  }

  /** Takes the last equation back. */
  takeBack(): void {
    if (this.size === 0) return;
    this.size--;
    this.forgetTerms(this.first[this.size]!);
    this.incidence = null;
  }

  /** Asks less of an equation that has been added. */
  weaken(equation: number, relation: Relation): void {
    this.relations[equation] = relation;
  }

  /**
   * Adds `cells[total] = Σ cells[part × stride + offset]` in one go: most equations are sums within one section, and
   * this is the shortest way to write them. Gives the number of the equation, or -1.
   */
  addSum(
    rule: string,
    options: EquationOptions,
    cells: Int32Array,
    total: number,
    parts: readonly number[],
    stride: number,
    offset: number,
  ): number {
    if (cells[total]! < 0) return -1;
    this.open(rule, Equal, options);
    while (this.terms + parts.length >= this.cells.length) this.growTerms();
    const terms = this.cells;
    let at = this.terms;
    terms[at++] = cells[total]!;
    this.middle[this.size] = at;
    this.leftOpen = false;
    for (let i = 0; i < parts.length; i++) {
      const cell = cells[parts[i]! * stride + offset]!;
      if (cell >= 0) terms[at++] = cell;
    }
    this.terms = at;
    return this.close();
  }

  /** Rule id of an equation. */
  ruleOf(equation: number): string {
    return this.rules[this.ruleNumbers[equation]!]!;
  }

  relationOf(equation: number): Relation {
    return this.relations[equation] as Relation;
  }

  isExact(equation: number): boolean {
    return (this.flags[equation]! & FlagExact) !== 0;
  }

  blanksAreZero(equation: number): boolean {
    return (this.flags[equation]! & FlagBlankZero) !== 0;
  }

  hasMixedUnits(equation: number): boolean {
    return (this.flags[equation]! & FlagMixedUnits) !== 0;
  }

  /** True where every term is added, in one unit: the cells alone say everything. */
  isPlain(equation: number): boolean {
    return (this.flags[equation]! & FlagShaped) === 0;
  }

  /** Sign of a term, by its place in `cells`. */
  signOf(term: number): 1 | -1 {
    return this.minus[term] === 1 ? -1 : 1;
  }

  /** Power of ten of a term, by its place in `cells`. */
  exponentOf(term: number): number {
    return this.exponents[term] ?? 0;
  }

  leftTerms(equation: number): Term[] {
    return this.termsBetween(this.first[equation]!, this.middle[equation]!);
  }

  rightTerms(equation: number): Term[] {
    return this.termsBetween(this.middle[equation]!, this.first[equation + 1]!);
  }

  /** Cells of both sides, left first. */
  cellsOf(equation: number): Int32Array {
    return this.cells.subarray(this.first[equation], this.first[equation + 1]);
  }

  /** Numbers of the equations in which a cell takes part, ascending. Built once for the whole store, on first use. */
  equationsOf(cell: CellId): Int32Array {
    this.incidence ??= new Incidence(this);
    return this.incidence.of(cell);
  }

  private push(cell: CellId, exponent: number, sign: 1 | -1): void {
    if (cell < 0) return;
    if (this.terms === this.cells.length) this.growTerms();
    const at = this.terms++;
    this.cells[at] = cell;
    if (sign === 1 && exponent === 0) return;
    this.flags[this.size]! |= FlagShaped;
    if (at >= this.minus.length) {
      this.minus = copied(new Uint8Array(this.cells.length), this.minus);
      this.exponents = copied(new Int8Array(this.cells.length), this.exponents);
    }
    this.minus[at] = sign < 0 ? 1 : 0;
    this.exponents[at] = exponent;
  }

  private markMixedUnits(equation: number): void {
    const from = this.first[equation]!;
    for (let t = from + 1; t < this.terms; t++)
      if (this.exponentOf(t) !== this.exponentOf(from)) this.flags[equation]! |= FlagMixedUnits;
  }

  /**
   * What was written of an equation that was dropped or never closed is taken back: later terms there are plain ones.
   */
  private forgetTerms(from: number): void {
    this.minus.fill(0, from, this.terms);
    this.exponents.fill(0, from, this.terms);
    this.terms = from;
  }

  private termsBetween(from: number, to: number): Term[] {
    const terms: Term[] = [];
    for (let t = from; t < to; t++)
      terms.push({ cell: this.cells[t]!, sign: this.signOf(t), exponent: this.exponentOf(t) });
    return terms;
  }

  private growTerms(): void {
    const length = this.cells.length * 2;
    this.cells = copied(new Int32Array(length), this.cells);
  }

  private growEquations(): void {
    const length = this.first.length * 2;
    this.first = copied(new Int32Array(length), this.first);
    this.middle = copied(new Int32Array(length), this.middle);
    this.relations = copied(new Uint8Array(length), this.relations);
    this.flags = copied(new Uint8Array(length), this.flags);
    this.ruleNumbers = copied(new Uint16Array(length), this.ruleNumbers);
  }
}

/** Cell → equations, as compressed rows over the cells that take part. */
class Incidence {
  private readonly starts: Int32Array;
  private readonly equations: Int32Array;

  constructor(store: EquationStore) {
    const terms = store.first[store.size]!;
    let last = -1;
    for (let t = 0; t < terms; t++) last = Math.max(last, store.cells[t]!);
    this.starts = new Int32Array(last + 2);
    for (let t = 0; t < terms; t++) this.starts[store.cells[t]! + 1]!++;
    for (let cell = 0; cell <= last; cell++) this.starts[cell + 1]! += this.starts[cell]!;
    const next = this.starts.slice();
    this.equations = new Int32Array(terms);
    for (let equation = 0; equation < store.size; equation++) {
      for (let t = store.first[equation]!; t < store.first[equation + 1]!; t++)
        this.equations[next[store.cells[t]!]!++] = equation;
    }
  }

  of(cell: CellId): Int32Array {
    if (cell < 0 || cell + 1 >= this.starts.length) return new Int32Array(0);
    return this.equations.subarray(this.starts[cell], this.starts[cell + 1]);
  }
}

function copied<T extends Int32Array | Int8Array | Uint8Array | Uint16Array>(to: T, from: T): T {
  to.set(from);
  return to;
}
