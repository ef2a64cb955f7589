import { tellingLines, toleranceOf, type Balance, type TellingLines } from "./balance-lines";
import { balancesAmong, fewestColumns, fewestHeld, heldForFailed, type Candidate } from "./balance-search";

/** Of columns that say the same in every line, so many are looked at. */
const mostCopies = 2;
/** Of the lines of a table so many at most are wrong by a slip. */
const mostSlips = 2;

/**
 * The balances that the figures of a table prove: every one holds in all lines, or in all but few, and none follows
 * from the others. `figures` are lines × columns, none of which is a sum of the others; `known` are balances that are
 * proven already.
 */
export function provenBalances(figures: readonly (readonly number[])[], known: readonly Balance[]): Balance[] {
  const lines = tellingLines(figures);
  const width = figures[0]?.length ?? 0;
  if (lines.rows.length < fewestHeld || width < fewestColumns) return [];
  const filled = Array.from({ length: width }, (_, column) => column).filter((column) =>
    lines.rows.some((row) => row[column] !== 0),
  );
  const used = withoutCopies(filled, lines);
  const found = balancesAmong(lines, used, width);
  const exact = found.filter(({ failed }) => failed === 0);
  const plausible = found.filter((one) => one.failed === 0 || !exact.some((other) => completes(other, one)));
  plausible.sort((a, b) => a.failed - b.failed || a.columns.length - b.columns.length || spanOf(a) - spanOf(b));
  const basis = new Basis([...known, ...twins(lines.all, used, width)]);
  return plausible.flatMap(({ balance }) => {
    const tried = new Tried(balance, lines);
    if (tried.failed * (heldForFailed + 1) > lines.all.length) return [];
    const whole = completed(tried, lines);
    return failsBySlip(whole, lines) && basis.add(whole.balance) ? [whole.balance] : [];
  });
}

/** Of columns that say the same in every line, two: more of them would balance each other in any number of ways. */
function withoutCopies(used: readonly number[], { rows }: TellingLines): number[] {
  const met = new Map<string, number>();
  return used.filter((column) => {
    const said = rows.map((row) => row[column]).join();
    const times = (met.get(said) ?? 0) + 1;
    met.set(said, times);
    return times <= mostCopies;
  });
}

/** A balance with what it leaves in every line of the table. */
class Tried {
  readonly rest: Float64Array;
  readonly failed: number;
  private readonly size: number;

  constructor(
    readonly balance: Balance,
    private readonly lines: TellingLines,
  ) {
    this.rest = new Float64Array(lines.all.length);
    this.size = balance.filter((sign) => sign !== 0).length;
    balance.forEach((sign, column) => {
      if (sign === 0) return;
      const figures = lines.columns[column]!;
      for (let line = 0; line < figures.length; line++) this.rest[line]! += sign * figures[line]!;
    });
    this.failed = lines.all.filter((_, line) => !this.holdsIn(line)).length;
  }

  holdsIn(line: number): boolean {
    return Math.abs(this.rest[line]!) <= toleranceOf(this.lines, this.size);
  }

  /** In how many lines it does not hold with one column more; no longer counted where that is as many as `bound`. */
  failedWith(column: number, sign: number, bound: number): number {
    const tolerance = toleranceOf(this.lines, this.size + 1);
    const figures = this.lines.columns[column]!;
    let failed = 0;
    for (let line = 0; line < figures.length && failed < bound; line++)
      if (Math.abs(this.rest[line]! + sign * figures[line]!) > tolerance) failed += 1;
    return failed;
  }

  with(column: number, sign: number): Tried {
    return new Tried(
      this.balance.map((entry, at) => (at === column ? sign : entry)),
      this.lines,
    );
  }
}

/**
 * A balance that does not hold in some lines, with the columns by which it holds in these too and which have no
 * figure in the others: what only few lines have ("上年结转—政府性基金") belongs to it, and no line of them is wrong.
 */
function completed(tried: Tried, lines: TellingLines): Tried {
  let best = tried;
  while (best.failed > 0) {
    let { failed } = best;
    let better: readonly [number, number] | null = null;
    for (let column = 0; column < lines.columns.length; column++)
      for (const sign of best.balance[column] === 0 ? [1, -1] : []) {
        const left = best.failedWith(column, sign, failed);
        if (left < failed) [failed, better] = [left, [column, sign]];
      }
    if (better === null) break;
    best = best.with(...better);
  }
  return best;
}

/**
 * Where a balance does not hold, is it a slip? Not where lines fail by the score, nor where those that fail have a
 * figure in a column that is empty in all others: these lines are made of something else.
 */
function failsBySlip(tried: Tried, { all, columns }: TellingLines): boolean {
  if (tried.failed === 0) return true;
  if (tried.failed > mostSlips) return false;
  const isOfThem = (figures: Float64Array): boolean =>
    all.every((_, line) => (figures[line] !== 0) === !tried.holdsIn(line));
  return !columns.some((figures, column) => tried.balance[column] === 0 && isOfThem(figures));
}

/** Is one balance the other with columns more, by which it holds where the other does not? */
function completes(whole: Candidate, part: Candidate): boolean {
  if (whole.columns.length <= part.columns.length) return false;
  const sign = whole.balance[part.columns[0]!]! * part.balance[part.columns[0]!]!;
  return sign !== 0 && part.columns.every((column) => whole.balance[column] === sign * part.balance[column]!);
}

function spanOf({ columns }: Candidate): number {
  return columns.at(-1)! - columns[0]!;
}

/**
 * Columns that are alike in every line, or in nearly all: of balances that differ in them one is enough, and where they
 * differ after all nothing is proven by it.
 */
function twins(rows: TellingLines["all"], used: readonly number[], width: number): Balance[] {
  return used.flatMap((one, at) =>
    used.slice(at + 1).flatMap((other) => {
      const said = rows.filter((row) => row[one] !== 0 || row[other] !== 0);
      const alike = said.filter((row) => row[one] === row[other]).length;
      if (alike === 0 || alike < heldForFailed * (said.length - alike)) return [];
      const balance = new Array<number>(width).fill(0);
      balance[one] = 1;
      balance[other] = -1;
      return [balance];
    }),
  );
}

/** Balances none of which follows from the others. */
class Basis {
  private readonly reduced: number[][] = [];

  constructor(known: readonly Balance[]) {
    for (const balance of known) this.add(balance);
  }

  /** False where it follows from those that are there. */
  add(balance: Balance): boolean {
    const rest = [...balance];
    for (const row of this.reduced) {
      const pivot = row.findIndex((entry) => entry !== 0);
      const factor = rest[pivot]! / row[pivot]!;
      if (factor !== 0) row.forEach((entry, at) => (rest[at] = rest[at]! - factor * entry));
    }
    const cleaned = rest.map((entry) => (Math.abs(entry) < 1e-9 ? 0 : entry));
    if (cleaned.every((entry) => entry === 0)) return false;
    this.reduced.push(cleaned);
    return true;
  }
}
