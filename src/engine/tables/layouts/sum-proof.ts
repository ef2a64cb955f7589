/** A figure that others may add up to. `group` is the kind of place it has: all 合计 rows, all rows of a unit, a column. */
export interface Supposed {
  readonly group: string;
  readonly total: number;
  readonly parts: readonly number[];
}

/** Of the supposed sums, figures are shown to a hundredth: half of one for each figure may be rounded away. */
const roundedAway = 0.005;
/** So many sums must hold, and so many for each that does not, before those that do not hold are worth a word. */
const fewestHeld = 3;
const heldForFailed = 3;

/**
 * The groups of sums that the figures themselves prove: all hold, or nearly all, or one changed figure makes all of them
 * hold at once. `valueOf` gives a figure by its number.
 */
export function provenGroups(sums: readonly Supposed[], valueOf: (figure: number) => number): ReadonlySet<string> {
  const telling = sums.filter(({ total, parts }) => valueOf(total) !== 0 || parts.some((part) => valueOf(part) !== 0));
  const held = telling.filter((sum) => Math.abs(gapOf(sum, valueOf)) <= toleranceOf(sum));
  const proven = new Set<string>();
  const open = new Set<string>();
  for (const group of new Set(telling.map((sum) => sum.group))) {
    const [all, good] = [telling, held].map((list) => list.filter((sum) => sum.group === group).length);
    const failed = all! - good!;
    if (failed === 0 || (good! >= fewestHeld && good! >= heldForFailed * failed)) proven.add(group);
    else open.add(group);
  }
  const failing = telling.filter((sum) => !held.includes(sum));
  if (failing.length > 1 && telling.length >= fewestHeld && isOneFigure(failing, valueOf))
    return new Set([...proven, ...open]);
  for (const group of open) {
    const asked = failing.filter((sum) => sum.group === group || proven.has(sum.group));
    if (asked.length > 1 && held.length + asked.length >= fewestHeld && isOneFigure(asked, valueOf)) proven.add(group);
  }
  return proven;
}

/** How many sums of these groups say something: they hold, or one figure makes them hold. */
export function tellingIn(
  groups: ReadonlySet<string>,
  sums: readonly Supposed[],
  valueOf: (figure: number) => number,
): number {
  return sums.filter((sum) => groups.has(sum.group) && valueOf(sum.total) !== 0).length;
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

function gapOf({ total, parts }: Supposed, valueOf: (figure: number) => number): number {
  return valueOf(total) - parts.reduce((sum, part) => sum + valueOf(part), 0);
}

function toleranceOf({ parts }: Supposed): number {
  return roundedAway * (parts.length + 1) + 1e-6;
}
