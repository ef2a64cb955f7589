import type { Claim, Reading } from "./claim";
import type { Passage } from "./passage";

/** So many figures in front of a place can be meant by it: more than any sentence has that a person wrote. */
const mostBefore = 60;

/** The figures of each passage, in the order in which they end. */
export function claimsByPassage({ claims }: Reading): ReadonlyMap<Passage, readonly Claim[]> {
  const found = new Map<Passage, Claim[]>();
  for (const claim of claims) {
    const there = found.get(claim.passage);
    if (there === undefined) found.set(claim.passage, [claim]);
    else there.push(claim);
  }
  // What a sentence denies is read behind its figures.
  for (const there of found.values()) there.sort((one, other) => one.end - other.end);
  return found;
}

/** The last figures of a passage that end in front of a place, in order; found without looking at all of them. */
export function claimsBefore(claims: readonly Claim[], at: number): readonly Claim[] {
  let [low, high] = [0, claims.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (claims[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return claims.slice(Math.max(0, low - mostBefore), low);
}
