import { normalise } from "../tables/normalise";

/** A name as it is compared: no blanks, quotes, punctuation or numbering. */
export function plainName(name: string): string {
  return normalise(name)
    .replace(/^(?:指标)?\d{1,2}[::、.](?!\d)/, "")
    .replace(/[(（)）[\]【】《》<>,，。.、;；:：!！?？·/-]/g, "");
}

/**
 * How alike two names are, 0 to 1: 1 for the same letters, at least 0.8 where one contains the other, else the share of
 * pairs of letters that both have (Dice).
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [plainName(one), plainName(other)];
  if (a === "" || b === "") return 0;
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const dice = diceOf(a, b);
  return short.length >= 4 && long.includes(short) ? Math.max(0.8, dice) : dice;
}

function diceOf(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < a.length; at++) pairs.set(a.slice(at, at + 2), (pairs.get(a.slice(at, at + 2)) ?? 0) + 1);
  let shared = 0;
  for (let at = 0; at + 1 < b.length; at++) {
    const pair = b.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    shared += 1;
    pairs.set(pair, left - 1);
  }
  return (2 * shared) / (a.length + b.length - 2);
}
