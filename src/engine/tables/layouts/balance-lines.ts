/**
 * Columns that together make nothing, line by line: 1 for a column that is added, −1 for one that is taken away, 0 for
 * one that takes no part. 年初结转 + 本年下达 − 本年支出 − 年末结转 = 0.
 */
export type Balance = readonly number[];

/** Longer tables are tried on so many of their lines, among them so many in which each column has a figure. */
const mostLines = 20;
const linesOfColumn = 3;
/** Decimals that are looked at. */
const mostDecimals = 4;
/** Whole numbers up to here may be counts, which are never rounded. */
const largestCount = 10_000;

/** The lines of a table that tell something of how its columns stand to each other, each once. */
export interface TellingLines {
  /** Whole numbers: all figures in the smallest unit that the table shows. */
  readonly all: readonly (readonly number[])[];
  /** The same figures column by column. */
  readonly columns: readonly Float64Array[];
  /** The lines that balances are tried on. */
  readonly rows: readonly (readonly number[])[];
  /** Of a figure in that unit, what may be rounded away. */
  readonly rounded: number;
}

/** Those of these lines × columns of figures that have two figures or more. */
export function tellingLines(figures: readonly (readonly number[])[]): TellingLines {
  let decimals = 0;
  for (const line of figures) for (const figure of line) decimals = Math.max(decimals, decimalsOf(figure));
  const factor = 10 ** decimals;
  const seen = new Map<string, readonly number[]>();
  for (const line of figures) {
    const row = line.map((figure) => Math.round(figure * factor));
    if (row.filter((figure) => figure !== 0).length >= 2) seen.set(row.join(), row);
  }
  const all = [...seen.values()];
  const columns = (figures[0] ?? []).map((_, column) => Float64Array.from(all, (row) => row[column]!));
  const areCounts = decimals === 0 && all.every((row) => row.every((figure) => Math.abs(figure) < largestCount));
  return { all, columns, rows: sampleOf(all), rounded: areCounts ? 0 : 0.5 };
}

/** What a balance of so many columns may leave in a line: each of them is rounded, and the printed zero is too. */
export function toleranceOf({ rounded }: TellingLines, size: number): number {
  return rounded * (size + 1);
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
