import { normalise } from "../tables";

/** At most so many plain names are kept. */
const mostKept = 20000;
const kept = new Map<string, string>();

/**
 * A name as it is compared: no blanks, quotes, punctuation or numbering. Each name is held against many others, and so
 * remembered.
 */
export function plainName(name: string): string {
  let plain = kept.get(name);
  if (plain === undefined) {
    plain = normalise(name)
      .replace(/^(?:指标)?\d{1,2}[::、.](?!\d)/, "")
      .replace(/[(（)）[\]【】《》<>,，。.、;；:：!！?？·/-]/g, "");
    if (kept.size >= mostKept) kept.clear();
    kept.set(name, plain);
  }
  return plain;
}

/**
 * How alike two names are, 0 to 1: 1 for the same letters, at least 0.8 where one contains the other, else the share of
 * pairs of letters that both have (Dice).
 */
export function likeness(one: string, other: string): number {
  return likenessOf(comparable(one), comparable(other));
}

/** A name made ready to be compared with many others. */
export interface ComparableName {
  readonly plain: string;
  /** Its pairs of neighbouring letters in order, each as a number. */
  readonly pairs: Float64Array;
}

export function comparable(name: string): ComparableName {
  const plain = plainName(name);
  const pairs = new Float64Array(Math.max(0, plain.length - 1));
  for (let at = 0; at + 1 < plain.length; at++) pairs[at] = plain.charCodeAt(at) * 0x10000 + plain.charCodeAt(at + 1);
  return { plain, pairs: pairs.sort() };
}

/** `likeness` of two names that are ready to be compared. */
export function likenessOf(one: ComparableName, other: ComparableName): number {
  const [a, b] = [one.plain, other.plain];
  if (a === "" || b === "") return 0;
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const dice = diceOf(one.pairs, other.pairs);
  return short.length >= 4 && long.includes(short) ? Math.max(0.8, dice) : dice;
}

/** Twice what both have, by what there is in all. */
function diceOf(a: Float64Array, b: Float64Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  let shared = 0;
  for (let here = 0, there = 0; here < a.length && there < b.length;) {
    const difference = a[here]! - b[there]!;
    if (difference === 0) shared += 1;
    if (difference <= 0) here += 1;
    if (difference >= 0) there += 1;
  }
  return (2 * shared) / (a.length + b.length);
}
