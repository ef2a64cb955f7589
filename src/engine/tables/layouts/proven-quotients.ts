/** One column is the product of two others times a power of ten: 常住人口 × 人均标准 = 基本补助, in 元 and 万元. */
export interface Product {
  readonly result: number;
  readonly factors: readonly [number, number];
  /** result = factor × factor × 10^exponent */
  readonly exponent: number;
}

/** A rate is one column, or two together, through another: 累计完成比例 = (截至上年 + 本年安排) / 概算总投资. */
export interface Quotient {
  readonly result: number;
  readonly above: readonly number[];
  readonly below: number;
}

/** A rate as it is written, as a share, with its decimals as such; null where the line has none. */
export type Share = { readonly value: number; readonly decimals: number } | null;

/** Powers of ten between the units of a factor and of the result. */
const exponents = [0, -4, -3, -8, 4] as const;
/** So many different lines must hold that say something, and so many for each that does not. */
const fewestHeld = 3;
const heldForFailed = 3;
/** The results that agree have so many digits together. */
const fewestDigits = 9;
/** Of a product, lines in which neither factor is one. */
const fewestTelling = 2;
/** Amounts are shown to a hundredth, or finer where they are whole in a smaller unit. */
const roundedAway = 0.005;

/** The products that the figures prove, of two factors one; `figures` are lines × columns. */
export function provenProducts(figures: readonly (readonly number[])[]): Product[] {
  const columns = (figures[0] ?? []).map((_, column) => column);
  return columns.flatMap((one) =>
    columns.slice(one + 1).flatMap((other): Product[] => {
      let best: { product: Product; failed: number } | null = null;
      for (const result of columns) {
        if (result === one || result === other) continue;
        for (const exponent of exponents) {
          const product: Product = { result, factors: [one, other], exponent };
          const failed = failedProducts(figures, product);
          if (failed !== null && (best === null || failed < best.failed)) best = { product, failed };
        }
      }
      return best === null ? [] : [best.product];
    }),
  );
}

/** In how many lines a product does not hold, nothing but blanks left out; null where it is not proven. */
function failedProducts(
  figures: readonly (readonly number[])[],
  { result, factors: [one, other], exponent }: Product,
): number | null {
  const held = new Map<string, number>();
  const telling = new Set<string>();
  const mostFailed = mostFailedOf(figures);
  const power = 10 ** exponent;
  let failed = 0;
  for (const line of figures) {
    const a = line[one]!;
    const b = line[other]!;
    if (a === 0 || b === 0) continue;
    const given = line[result]!;
    if (Math.abs(a * b * power - given) > roundedAway + Math.abs(given) * 1e-12) {
      if (++failed > mostFailed) return null;
      continue;
    }
    const key = `${a} ${b}`;
    held.set(key, Math.log10(Math.abs(given) / (2 * roundedAway) + 1));
    if (Math.abs(a) !== 1 && Math.abs(b) !== 1) telling.add(key);
  }
  const digits = [...held.values()].reduce((sum, own) => sum + own, 0);
  const isProven =
    held.size >= fewestHeld &&
    telling.size >= fewestTelling &&
    held.size >= heldForFailed * failed &&
    digits >= fewestDigits;
  return isProven ? failed : null;
}

/** Where more lines fail than this, not enough of the others can hold. */
function mostFailedOf(figures: readonly unknown[]): number {
  return figures.length / (heldForFailed + 1);
}

/** What a rate is the quotient of, as its lines prove; the first of several that do as well. Null where none does. */
export function provenQuotient(
  figures: readonly (readonly number[])[],
  rates: readonly Share[],
): Omit<Quotient, "result"> | null {
  const columns = (figures[0] ?? []).map((_, column) => column);
  const above = [
    ...columns.map((column) => [column]),
    ...columns.flatMap((one) => columns.filter((other) => other > one).map((other) => [one, other])),
  ];
  let best: { quotient: Omit<Quotient, "result">; failed: number } | null = null;
  for (const parts of above)
    for (const below of columns) {
      if (parts.includes(below)) continue;
      const failed = failedQuotients(figures, rates, parts, below);
      if (failed !== null && (best === null || failed < best.failed))
        best = { quotient: { above: parts, below }, failed };
    }
  return best?.quotient ?? null;
}

function failedQuotients(
  figures: readonly (readonly number[])[],
  rates: readonly Share[],
  above: readonly number[],
  below: number,
): number | null {
  const held = new Set<number>();
  const mostFailed = mostFailedOf(figures);
  let failed = 0;
  for (const [at, line] of figures.entries()) {
    const rate = rates[at] ?? null;
    const whole = line[below]!;
    if (rate === null || whole === 0) continue;
    const share = above.reduce((sum, column) => sum + line[column]!, 0) / whole;
    if (Math.abs(share - rate.value) > 0.5 * 10 ** -rate.decimals + 1e-9) {
      if (++failed > mostFailed) return null;
    } else if (rate.value !== 0 && rate.value !== 1) held.add(rate.value);
  }
  return held.size >= fewestHeld && held.size >= heldForFailed * failed ? failed : null;
}

/**
 * The column whose figures the rates are shares of, through its total (占比); null where none is. `totals` are the
 * figures of the line of the total.
 */
export function provenShare(
  figures: readonly (readonly number[])[],
  rates: readonly Share[],
  totals: readonly number[],
): number | null {
  const failed = totals.map((whole, column) =>
    failedQuotients(
      figures.map((line) => [line[column]!, whole]),
      rates,
      [0],
      1,
    ),
  );
  const least = Math.min(...failed.map((times) => times ?? Infinity));
  const best = failed.indexOf(least);
  return least === Infinity ? null : best;
}
