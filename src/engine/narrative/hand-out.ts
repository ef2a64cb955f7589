import type { Quantity } from "./quantity";

/** A name with its place in the text. */
export interface PlacedName {
  readonly text: string;
  readonly start: number;
}

/** The names, and the words that hand the figures behind them out. */
const handing = /(?:^|[,;:。()])([^,;:。()\d]{2,80}?)(?:的?(?:预算数?|决算数?|金额))?分别(?:为|是|达|:)?$/;
/** What may stand between figures of one row. */
const between = /^(?:[、,]|[,、]?(?:和|及|以及|与))$/;

/**
 * "基本支出、项目支出分别为17507.38万元和33489.09万元": the name of each figure in its order; null where the words hand nothing out, or
 * where there are not as many names as figures. `following` are the figures from the first on; `isName`: this names
 * something that figures are of.
 */
export function namesHandedOut(
  text: string,
  from: number,
  following: readonly Quantity[],
  isName: (words: string) => boolean,
): PlacedName[] | null {
  const [first] = following;
  const found = first === undefined ? null : handing.exec(text.slice(from, first.start));
  if (found === null) return null;
  const row = following.findIndex(
    ({ start, dimension }, at) =>
      at > 0 && (dimension !== first!.dimension || !between.test(text.slice(following[at - 1]!.end, start))),
  );
  const count = row < 0 ? following.length : row;
  const start = from + found.index + found[0].indexOf(found[1]!);
  const names = split(found[1]!, count, isName);
  if (count < 2 || names === null) return null;
  let at = start;
  return names.map((name) => {
    const place = text.indexOf(name, at);
    at = place + name.length;
    return { text: name, start: place };
  });
}

/** So many names joined by "、", the last one also by "和"; null where these are not so many. */
function split(words: string, count: number, isName: (words: string) => boolean): string[] | null {
  const pieces = words.split("、");
  if (pieces.length === count) return pieces.every(isName) ? pieces : null;
  if (pieces.length !== count - 1) return null;
  const last = pieces.at(-1)!;
  for (const joint of last.matchAll(/以及|[和及与]/g)) {
    const pair = [last.slice(0, joint.index), last.slice(joint.index + joint[0].length)];
    if (pair.every(isName) && pieces.slice(0, -1).every(isName)) return [...pieces.slice(0, -1), ...pair];
  }
  return null;
}
