/** Where the items of a long list stand, one below the other. */
export interface Placement {
  /** Top of each item, and the end of the last one. Pixels. */
  readonly tops: Float64Array;
}

/** Places items by their heights; one that has not been measured yet counts as `estimate`. */
export function placeItems(
  count: number,
  heightOf: (index: number) => number | undefined,
  estimate: number,
): Placement {
  const tops = new Float64Array(count + 1);
  for (let index = 0; index < count; index++) tops[index + 1] = tops[index]! + (heightOf(index) ?? estimate);
  return { tops };
}

/**
 * First and last item to draw so that `from` to `to` (pixels) are covered, with some more on both sides; null where
 * there are none.
 */
export function visibleItems(
  { tops }: Placement,
  from: number,
  to: number,
  spare: number,
): { first: number; last: number } | null {
  const count = tops.length - 1;
  if (count === 0) return null;
  return { first: Math.max(0, itemAt(tops, from) - spare), last: Math.min(count - 1, itemAt(tops, to) + spare) };
}

/** The item at a height, the nearest one where it lies outside. */
function itemAt(tops: Float64Array, height: number): number {
  let low = 0;
  let high = tops.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tops[middle]! <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
