import { toleranceOf, type Balance, type TellingLines } from "./balance-lines";

/** More columns are tried in windows of so many that stand beside each other. */
const mostColumns = 11;
/**
 * … and in so many windows at most: with half of 3¹¹ balances a window, tried on the sample of lines, the search takes
 * no longer than 10⁶ balances do, however large the table is.
 */
const mostWindows = 12;
/** A balance of fewer columns says only that two are alike. */
export const fewestColumns = 3;
/** So many lines must hold, and so many for each that does not. */
export const fewestHeld = 3;
export const heldForFailed = 3;
/** A balance found by chance would agree in so many digits less than there are balances to try. */
const digitsToSpare = 3;

/** A balance that holds in the sample of lines but for so many. */
export interface Candidate {
  readonly balance: Balance;
  readonly columns: readonly number[];
  readonly failed: number;
}

interface Found {
  readonly signs: readonly number[];
  readonly failed: number;
}

/** The balances of these columns, in a table of so many, that hold in nearly all of the sample of lines; each once. */
export function balancesAmong(lines: TellingLines, used: readonly number[], width: number): Candidate[] {
  let end = 0;
  return windowsOf(used.length).flatMap((start) => {
    const columns = used.slice(start, start + mostColumns);
    const fresh = columns.map((_, at) => start + at >= end);
    end = start + columns.length;
    return new Search(lines, columns, fresh).balances().map(({ signs, failed }) => {
      const balance = new Array<number>(width).fill(0);
      columns.forEach((column, at) => (balance[column] = signs[at]!));
      return { balance, columns: columns.filter((_, at) => signs[at] !== 0), failed };
    });
  });
}

/** Where the windows begin. */
function windowsOf(count: number): number[] {
  if (count <= mostColumns) return [0];
  const last = count - mostColumns;
  const step = Math.ceil(last / (mostWindows - 1));
  return [...Array.from({ length: Math.ceil(last / step) }, (_, at) => at * step), last];
}

/**
 * All balances of a window's columns that hold often enough; the first column of each is added. Columns are tried from
 * the largest down: what the smaller ones cannot make up for any more is left early. `fresh` are the columns that no
 * window before had: balances of the others are found already.
 */
class Search {
  /** Place of each column in the window, the largest first. */
  private readonly order: readonly number[];
  /** By this order: its figures, what those after it can still make up for, sums with it. */
  private readonly figures: readonly Float64Array[];
  private readonly reach: readonly Float64Array[];
  private readonly sums: readonly Float64Array[];
  private readonly lastFresh: number;
  private readonly signs: number[];
  private readonly found: Found[] = [];
  private readonly mostFailed: number;

  constructor(
    private readonly lines: TellingLines,
    private readonly columns: readonly number[],
    private readonly fresh: readonly boolean[],
  ) {
    const { rows } = lines;
    const weights = columns.map((column) => rows.reduce((sum, row) => sum + Math.abs(row[column]!), 0));
    this.order = columns.map((_, at) => at).sort((a, b) => weights[b]! - weights[a]!);
    this.figures = this.order.map((at) => Float64Array.from(rows, (row) => row[columns[at]!]!));
    this.reach = this.reaches();
    this.sums = columns.map(() => new Float64Array(rows.length));
    this.lastFresh = this.order.findLastIndex((at) => fresh[at]);
    this.signs = new Array<number>(columns.length).fill(0);
    this.mostFailed = Math.floor(rows.length / (heldForFailed + 1));
  }

  /** In a fixed order, whatever the figures are. */
  balances(): Found[] {
    this.visit(0, new Float64Array(this.lines.rows.length), 0, false);
    return this.found.sort((one, other) => compareSigns(one.signs, other.signs));
  }

  private visit(depth: number, before: Float64Array, size: number, isNew: boolean): void {
    if (depth === this.columns.length) return this.take(before, size);
    const at = this.order[depth]!;
    if (isNew || depth !== this.lastFresh) {
      this.signs[at] = 0;
      if (this.canHold(before, depth)) this.visit(depth + 1, before, size, isNew);
    }
    const own = this.sums[depth]!;
    const figures = this.figures[depth]!;
    for (const sign of size === 0 ? [1] : [1, -1]) {
      for (let row = 0; row < own.length; row++) own[row] = before[row]! + sign * figures[row]!;
      if (!this.canHold(own, depth)) continue;
      this.signs[at] = sign;
      this.visit(depth + 1, own, size + 1, isNew || this.fresh[at]!);
    }
    this.signs[at] = 0;
  }

  /** Can the columns after this one still make up for what is left, in enough lines? */
  private canHold(sums: Float64Array, depth: number): boolean {
    const reach = this.reach[depth]!;
    let hopeless = 0;
    for (let row = 0; row < sums.length; row++)
      if (Math.abs(sums[row]!) > reach[row]! && ++hopeless > this.mostFailed) return false;
    return true;
  }

  private take(sums: Float64Array, size: number): void {
    if (size < fewestColumns || !this.signs.includes(-1)) return;
    const chosen = this.columns.filter((_, at) => this.signs[at] !== 0);
    const failed = failedOf(this.lines, sums, chosen, this.columns.length, this.mostFailed);
    if (failed !== null) this.found.push({ signs: fromFirst(this.signs), failed });
  }

  /** What the columns after each can still make up for in each line, rounding included. */
  private reaches(): Float64Array[] {
    const tolerance = toleranceOf(this.lines, this.columns.length);
    return this.figures.map((own, depth) =>
      own.map((_, row) =>
        this.figures.slice(depth + 1).reduce((sum, figures) => sum + Math.abs(figures[row]!), tolerance),
      ),
    );
  }
}

/** The same balance with its first column added. */
function fromFirst(signs: readonly number[]): number[] {
  const first = signs.find((sign) => sign !== 0)!;
  return signs.map((sign) => (sign === 0 ? 0 : sign * first));
}

/** By the first column in which they differ: none before added before taken away. */
function compareSigns(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((sign, place) => sign !== other[place]);
  const rank = (sign: number | undefined): number => (sign === -1 ? 2 : (sign ?? 0));
  return rank(one[at]) - rank(other[at]);
}

/** In how many lines a balance does not hold; null where it is not proven. */
function failedOf(
  lines: TellingLines,
  sums: Float64Array,
  columns: readonly number[],
  tried: number,
  mostFailed: number,
): number | null {
  const { rows } = lines;
  const tolerance = toleranceOf(lines, columns.length);
  let failed = 0;
  for (let row = 0; row < rows.length && failed <= mostFailed; row++) if (Math.abs(sums[row]!) > tolerance) failed += 1;
  if (failed > mostFailed) return null;
  const held = rows.filter(
    (row, at) => Math.abs(sums[at]!) <= tolerance && columns.filter((column) => row[column] !== 0).length > 1,
  );
  if (held.length < fewestHeld || held.length < heldForFailed * failed) return null;
  const attested = columns.map((column) => held.filter((row) => row[column] !== 0).length);
  if (attested.some((times) => times < (failed === 0 ? 1 : 2))) return null;
  const digits = held.reduce((all, row) => {
    const largest = Math.max(...columns.map((column) => Math.abs(row[column]!)));
    return all + Math.log10(largest / (2 * tolerance + 1) + 1);
  }, 0);
  return digits >= tried * Math.log10(3) + digitsToSpare ? failed : null;
}
