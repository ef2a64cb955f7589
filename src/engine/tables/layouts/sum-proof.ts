/**
 * A figure that others may add up to. `group` is the kind of place it has: all 合计 rows, all rows of a unit, a
 * column.
 */
export interface Supposed {
  readonly group: string;
  /** Of a sum down the lines: the line of the total and the column, the same for all sums of them. */
  readonly at?: { readonly line: number; readonly column: number };
  readonly total: number;
  readonly parts: readonly number[];
  /**
   * What else says that these are the parts: their codes begin with the whole's, or they are a division that
   * everybody makes
   * (货物, 工程, 服务). Codes want another sum that holds; a division wants none.
   */
  readonly by?: "codes" | "division";
}

/** Of the supposed sums, figures are shown to a hundredth: half of one for each figure may be rounded away. */
const roundedAway = 0.005;
/** So many sums must hold, and so many for each that does not, before those that do not hold are worth a word. */
const fewestHeld = 3;
const heldForFailed = 3;

/**
 * The groups of sums that the figures themselves prove: all hold, or nearly all, or one changed figure makes all of
 * them
 * hold at once. `valueOf` gives a figure by its number.
 */
export function provenGroups(sums: readonly Supposed[], valueOf: (figure: number) => number): ReadonlySet<string> {
  const telling = sums.filter(({ total, parts }) => valueOf(total) !== 0 || parts.some((part) => valueOf(part) !== 0));
  const held = telling.filter((sum) => holds(sum, valueOf));
  const proven = new Set<string>();
  const open = new Set<string>();
  for (const group of new Set(telling.map((sum) => sum.group))) {
    const [all, good] = [telling, held].map((list) => list.filter((sum) => sum.group === group).length);
    const failed = all! - good!;
    if (failed === 0 || (good! >= fewestHeld && good! >= heldForFailed * failed)) proven.add(group);
    else open.add(group);
  }
  const failing = telling.filter((sum) => !held.includes(sum));
  for (const group of open) if (isProvenAlone(group, { telling, held, failing }, valueOf)) proven.add(group);
  if (failing.length > 1 && telling.length >= fewestHeld && isOneFigure(failing, valueOf))
    return new Set([...proven, ...open]);
  for (const group of open) {
    const asked = failing.filter((sum) => sum.group === group || proven.has(sum.group));
    if (asked.length > 1 && held.length + asked.length >= fewestHeld && isOneFigure(asked, valueOf)) proven.add(group);
  }
  return proven;
}

/** What the sums of all groups come to: those that say something, those that hold, those that do not. */
interface Tried {
  readonly telling: readonly Supposed[];
  readonly held: readonly Supposed[];
  readonly failing: readonly Supposed[];
}

function isProvenAlone(group: string, { telling, held, failing }: Tried, valueOf: (figure: number) => number): boolean {
  return (
    isProvenOtherwise(group, telling, failing, valueOf) ||
    isOneSlip(group, telling, valueOf) ||
    isProvenByWholes(group, telling, held) ||
    isMostlyTotal(group, telling, failing, valueOf)
  );
}

/**
 * A group of divisions; or of wholes by code, where at least as many of these hold as do not, and what is missing
 * is what one
 * mistyped digit makes: more may be missing where rows stand on another sheet.
 */
function isProvenOtherwise(
  group: string,
  telling: readonly Supposed[],
  failing: readonly Supposed[],
  valueOf: (figure: number) => number,
): boolean {
  const own = telling.filter((sum) => sum.group === group);
  if (own.every(({ by }) => by === "division")) return true;
  const coded = telling.filter(({ by }) => by === "codes");
  const failed = failing.filter(({ by }) => by === "codes");
  return (
    own.every(({ by }) => by !== undefined) &&
    coded.length >= 2 * Math.max(failed.length, 1) &&
    failed.every((sum) => digitsOf(gapOf(sum, valueOf)).length === 1)
  );
}

/**
 * A level most of whose wholes are the sums of their rows, in most columns, and one or few are not in any: below these
 * a row was left out or written twice.
 */
function isProvenByWholes(group: string, telling: readonly Supposed[], held: readonly Supposed[]): boolean {
  const wholes = new Map<number, { held: number; failed: number; parts: number }>();
  for (const sum of telling) {
    if (sum.group !== group || sum.at === undefined) continue;
    const whole = wholes.get(sum.at.line) ?? { held: 0, failed: 0, parts: sum.parts.length };
    whole[held.includes(sum) ? "held" : "failed"] += 1;
    wholes.set(sum.at.line, whole);
  }
  const all = [...wholes.values()];
  const good = all.filter((whole) => whole.held > whole.failed);
  const bad = all.length - good.length;
  if (!good.some(({ parts }) => parts > 1)) return false;
  return good.length >= 2 && good.length > bad ? true : good.length >= bad && heldElsewhere(group, held);
}

function heldElsewhere(group: string, held: readonly Supposed[]): boolean {
  return held.filter((sum) => sum.group !== group && sum.at !== undefined).length >= fewestHeld;
}

/** So many columns of 合计 are the sum of their rows for each that is not. */
const heldForSlip = 2;

/**
 * 合计 is the sum of its rows in most columns; or more than them in some and just their sum in others: a row was left
 * out that has nothing there.
 */
function isMostlyTotal(
  group: string,
  telling: readonly Supposed[],
  failing: readonly Supposed[],
  valueOf: (figure: number) => number,
): boolean {
  const own = telling.filter((sum) => sum.group === group && sum.at !== undefined);
  const gaps = own.filter((sum) => failing.includes(sum));
  if (new Set(own.map(({ at }) => at!.line)).size !== 1) return false;
  const good = own.filter(
    (sum) => !gaps.includes(sum) && sum.parts.filter((part) => valueOf(part) !== 0).length > 1,
  ).length;
  return good > 0 && (good >= heldForSlip * gaps.length || gaps.every((sum) => gapOf(sum, valueOf) > 0));
}

/**
 * Columns that are not added down the lines, though they have a figure in each: an average, a standard. None of their
 * sums holds, and the total is blank or lies among its parts. Of a column that is no amount, most sums must hold.
 */
export function columnsNotAdded(
  sums: readonly Supposed[],
  valueOf: (figure: number) => number,
  isAmount: (column: number) => boolean,
): ReadonlySet<number> {
  const byColumn = new Map<number, Supposed[]>();
  for (const sum of sums) {
    if (sum.at === undefined) continue;
    const own = byColumn.get(sum.at.column) ?? [];
    byColumn.set(sum.at.column, own);
    if (sum.parts.filter((part) => valueOf(part) !== 0).length > 1) own.push(sum);
  }
  const isAmong = ({ total, parts }: Supposed): boolean => {
    const figures = parts.map(valueOf).filter((figure) => figure !== 0);
    const whole = valueOf(total);
    return whole === 0 || (Math.min(...figures) <= whole && whole <= Math.max(...figures));
  };
  const isAdded = (own: readonly Supposed[], column: number): boolean => {
    const failed = own.filter((sum) => Math.abs(gapOf(sum, valueOf)) > toleranceOf(sum));
    if (!isAmount(column)) return own.length > failed.length && own.length >= (heldForFailed + 1) * failed.length;
    return own.length === 0 || failed.length < own.length || !failed.every(isAmong);
  };
  return new Set([...byColumn].filter(([column, own]) => !isAdded(own, column)).map(([column]) => column));
}

/** A list of fewer parts, or of smaller figures, may miss its total by one digit by chance. */
const fewestListed = 3;
const fewestDigits = 3;

/**
 * A list whose only sum misses its total by what one mistyped digit makes: 48.24 written 44.24. Another list that
 * is no sum
 * would hardly miss it so.
 */
function isOneSlip(group: string, telling: readonly Supposed[], valueOf: (figure: number) => number): boolean {
  const [sum, ...others] = telling.filter((one) => one.group === group);
  if (!sum || others.length > 0 || sum.parts.length < fewestListed) return false;
  const figures = [sum.total, ...sum.parts].map(valueOf);
  if (figures.some((figure) => figure <= 0) || digitsOf(figures[0]!).length < fewestDigits) return false;
  const gap = digitsOf(gapOf(sum, valueOf));
  return gap.length === 1 && gap !== "0";
}

/** Significant digits of an amount in hundredths: 44.20 → "442". */
function digitsOf(value: number): string {
  return String(Math.round(Math.abs(value) * 100)).replace(/0+$/, "");
}

/** What a sum that says something counts for, by what else proves it. */
const weights = { codes: 2, division: 3, figures: 1 } as const;

/** Do the sums of these groups say enough: do they hold, or does one figure make them hold, often enough? */
export function isProof(
  groups: ReadonlySet<string>,
  sums: readonly Supposed[],
  valueOf: (figure: number) => number,
): boolean {
  const telling = sums.filter((sum) => groups.has(sum.group) && valueOf(sum.total) !== 0);
  const weight = telling.reduce((sum, { by }) => sum + weights[by ?? "figures"], 0);
  return weight >= fewestHeld || [...groups].some((group) => isOneSlip(group, telling, valueOf));
}

/** Is there one figure that, changed by one amount, makes all of these sums hold? */
function isOneFigure(sums: readonly Supposed[], valueOf: (figure: number) => number): boolean {
  const [first] = sums;
  const tolerance = Math.max(...sums.map(toleranceOf));
  return [first!.total, ...first!.parts].some((figure) => {
    const changes = sums.map((sum) => {
      const gap = gapOf(sum, valueOf);
      if (sum.total === figure) return -gap;
      return sum.parts.includes(figure) ? gap : Number.NaN;
    });
    return changes.every((change) => Math.abs(change - changes[0]!) <= tolerance);
  });
}

/** Is the total what its parts make, but for rounding? */
export function holds(sum: Supposed, valueOf: (figure: number) => number): boolean {
  return Math.abs(gapOf(sum, valueOf)) <= toleranceOf(sum);
}

function gapOf({ total, parts }: Supposed, valueOf: (figure: number) => number): number {
  return valueOf(total) - parts.reduce((sum, part) => sum + valueOf(part), 0);
}

function toleranceOf({ parts }: Supposed): number {
  return roundedAway * (parts.length + 1) + 1e-6;
}
