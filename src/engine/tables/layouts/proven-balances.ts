/**
 * Columns that together make nothing, line by line: 1 for a column that is added, −1 for one that is taken away, 0 for
 * one that takes no part. 年初结转 + 本年下达 − 本年支出 − 年末结转 = 0.
 */
export type Balance = readonly number[];

/** Longer tables are tried on so many of their lines, among them so many in which each column has a figure. */
const mostLines = 20;
const linesOfColumn = 3;
/** More columns are tried in windows of so many that stand beside each other. */
const mostColumns = 11;
/**
 * … and in so many windows at most: with half of 3¹¹ balances a window, tried on the sample of lines, the search takes
 * no longer than 10⁶ balances do, however large the table is.
 */
const mostWindows = 12;
const mostCopies = 2;
/** A balance of fewer columns says only that two are alike. */
const fewestColumns = 3;
/** So many lines must hold, and so many for each that does not. */
const fewestHeld = 3;
const heldForFailed = 3;
const mostSlips = 2;
/** A balance found by chance would agree in so many digits less than there are balances to try. */
const digitsToSpare = 3;
/** Decimals that are looked at. */
const mostDecimals = 4;
/** Whole numbers up to here may be counts, which are never rounded. */
const largestCount = 10_000;

interface Candidate {
  readonly balance: Balance;
  readonly columns: readonly number[];
  readonly failed: number;
}

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
  const found = windowsOf(used).flatMap((columns) => search(lines, columns, width));
  const exact = found.filter(({ failed }) => failed === 0);
  const plausible = found.filter((one) => one.failed === 0 || !exact.some((other) => completes(other, one)));
  plausible.sort((a, b) => a.failed - b.failed || a.columns.length - b.columns.length || spanOf(a) - spanOf(b));
  const basis = new Basis([...known, ...twins(lines.all, used, width)]);
  return plausible
    .filter(({ balance }) => holdsMostly(balance, lines))
    .map(({ balance }) => completed(balance, lines))
    .filter((balance) => failsBySlip(balance, lines) && basis.add(balance));
}

/** Of columns that say the same in every line, two: more of them would balance each other in any number of ways. */
function withoutCopies(used: readonly number[], { rows }: Lines): number[] {
  const met = new Map<string, number>();
  return used.filter((column) => {
    const said = rows.map((row) => row[column]).join();
    const times = (met.get(said) ?? 0) + 1;
    met.set(said, times);
    return times <= mostCopies;
  });
}

/**
 * A balance that does not hold in some lines, with the columns by which it holds in these too and which have no
 * figure in the others: what only few lines have ("上年结转—政府性基金") belongs to it, and no line of them is wrong.
 */
function completed(balance: Balance, { all, rounded }: Lines): Balance {
  const failing = (tried: Balance): number => all.filter((row) => !holds(tried, row, rounded)).length;
  let best = { balance, failed: failing(balance) };
  for (let from = best; best.failed > 0; from = best) {
    for (let column = 0; column < balance.length; column++)
      for (const sign of from.balance[column] === 0 ? [1, -1] : []) {
        const tried = from.balance.map((entry, at) => (at === column ? sign : entry));
        const failed = failing(tried);
        if (failed < best.failed) best = { balance: tried, failed };
      }
    if (best === from) break;
  }
  return best.balance;
}

/**
 * Where a balance does not hold, is it a slip? Not where lines fail by the score, nor where those that fail have a
 * figure in a column that is empty in all others: these lines are made of something else.
 */
function failsBySlip(balance: Balance, { all, rounded }: Lines): boolean {
  const failing = all.filter((row) => !holds(balance, row, rounded));
  if (failing.length === 0) return true;
  const isOfThem = (column: number): boolean =>
    balance[column] === 0 && all.every((row) => (row[column] !== 0) === failing.includes(row));
  return failing.length <= mostSlips && !balance.some((_, column) => isOfThem(column));
}

function holds(balance: Balance, row: readonly number[], rounded: number): boolean {
  const tolerance = rounded * (balance.filter((entry) => entry !== 0).length + 1);
  return Math.abs(row.reduce((sum, figure, column) => sum + figure * balance[column]!, 0)) <= tolerance;
}

/** Whether a balance that was found on some lines holds in nearly all. */
function holdsMostly(balance: Balance, { all, rounded }: Lines): boolean {
  const failed = all.filter((row) => !holds(balance, row, rounded)).length;
  return failed * (heldForFailed + 1) <= all.length;
}

interface Lines {
  /** Whole numbers: all figures in the smallest unit that the table shows. */
  readonly all: readonly (readonly number[])[];
  /** The lines that balances are tried on. */
  readonly rows: readonly (readonly number[])[];
  /** Of a figure in that unit, what may be rounded away. */
  readonly rounded: number;
}

/** Lines that say something, each once. */
function tellingLines(figures: readonly (readonly number[])[]): Lines {
  let decimals = 0;
  for (const line of figures) for (const figure of line) decimals = Math.max(decimals, decimalsOf(figure));
  const factor = 10 ** decimals;
  const seen = new Map<string, readonly number[]>();
  for (const line of figures) {
    const row = line.map((figure) => Math.round(figure * factor));
    if (row.filter((figure) => figure !== 0).length >= 2) seen.set(row.join(), row);
  }
  const all = [...seen.values()];
  const areCounts = decimals === 0 && all.every((row) => row.every((figure) => Math.abs(figure) < largestCount));
  return { all, rows: sampleOf(all), rounded: areCounts ? 0 : 0.5 };
}

/** Lines in which the columns that have few figures have one, and the first of the others. */
function sampleOf(all: readonly (readonly number[])[]): (readonly number[])[] {
  if (all.length <= mostLines) return [...all];
  const columns = (all[0] ?? []).map((_, column) => column);
  const telling = columns.flatMap((column) => all.filter((row) => row[column] !== 0).slice(0, linesOfColumn));
  return [...new Set([...telling, ...all])].slice(0, Math.max(mostLines, new Set(telling).size));
}

function decimalsOf(figure: number): number {
  for (let decimals = 0; decimals < mostDecimals; decimals++) {
    const scaled = figure * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * Math.max(1, Math.abs(scaled) * 1e-6)) return decimals;
  }
  return mostDecimals;
}

function windowsOf(used: readonly number[]): number[][] {
  if (used.length <= mostColumns) return [[...used]];
  const last = used.length - mostColumns;
  const step = Math.ceil(last / (mostWindows - 1));
  const starts = Array.from({ length: Math.ceil(last / step) }, (_, at) => at * step);
  return [...starts, last].map((from) => used.slice(from, from + mostColumns));
}

/**
 * All balances of these columns that hold often enough; the first column of each is added. Columns are tried from the
 * largest down: what the smaller ones cannot make up for any more is left early.
 */
function search(lines: Lines, columns: readonly number[], width: number): Candidate[] {
  const { rows } = lines;
  const weights = columns.map((column) => rows.reduce((sum, row) => sum + Math.abs(row[column]!), 0));
  const order = columns.map((_, at) => at).sort((a, b) => weights[b]! - weights[a]!);
  const signs = new Array<number>(columns.length).fill(0);
  const sums = columns.map(() => new Float64Array(rows.length));
  const reach = reachOf(
    lines,
    order.map((at) => columns[at]!),
  );
  const mostFailed = mostFailedOf(rows);
  const found: { readonly signs: readonly number[]; readonly failed: number }[] = [];
  const visit = (depth: number, before: Float64Array, size: number): void => {
    if (depth === columns.length) {
      if (size < fewestColumns || !signs.includes(-1)) return;
      const chosen = columns.filter((_, at) => signs[at] !== 0);
      const failed = failedOf(lines, before, chosen, columns.length);
      if (failed !== null) found.push({ signs: fromFirst(signs), failed });
      return;
    }
    const at = order[depth]!;
    const own = sums[depth]!;
    for (const sign of size === 0 ? [0, 1] : [0, 1, -1]) {
      signs[at] = sign;
      let hopeless = 0;
      for (let row = 0; row < rows.length; row++) {
        own[row] = before[row]! + sign * rows[row]![columns[at]!]!;
        if (Math.abs(own[row]!) > reach[depth]![row]!) hopeless += 1;
      }
      if (hopeless <= mostFailed) visit(depth + 1, own, size + Math.abs(sign));
    }
    signs[at] = 0;
  };
  visit(0, new Float64Array(rows.length), 0);
  found.sort((one, other) => compareSigns(one.signs, other.signs));
  return found.map(({ signs: own, failed }) => {
    const balance = new Array<number>(width).fill(0);
    columns.forEach((column, at) => (balance[column] = own[at]!));
    return { balance, columns: columns.filter((_, at) => own[at] !== 0), failed };
  });
}

/** The same balance with its first column added. */
function fromFirst(signs: readonly number[]): number[] {
  const first = signs.find((sign) => sign !== 0)!;
  return signs.map((sign) => (sign === 0 ? 0 : sign * first));
}

/** Balances in a fixed order, whatever the figures are: by their first column that differs, none before added. */
function compareSigns(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((sign, place) => sign !== other[place]);
  const rank = (sign: number | undefined): number => (sign === -1 ? 2 : (sign ?? 0));
  return rank(one[at]) - rank(other[at]);
}

/** What the columns after each can still make up for in each line, rounding included. */
function reachOf({ rows, rounded }: Lines, columns: readonly number[]): Float64Array[] {
  const tolerance = rounded * (columns.length + 1);
  return columns.map((_, depth) =>
    Float64Array.from(rows, (row) =>
      columns.slice(depth + 1).reduce((sum, column) => sum + Math.abs(row[column]!), tolerance),
    ),
  );
}

/** In so many of the lines a balance may not hold. */
function mostFailedOf(rows: Lines["rows"]): number {
  return Math.floor(rows.length / (heldForFailed + 1));
}

/** In how many lines a balance does not hold; null where it is not proven. */
function failedOf(
  { rows, rounded }: Lines,
  sums: Float64Array,
  columns: readonly number[],
  tried: number,
): number | null {
  const tolerance = rounded * (columns.length + 1);
  const mostFailed = mostFailedOf(rows);
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
function twins(rows: Lines["all"], used: readonly number[], width: number): Balance[] {
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
