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
  const count = lengthOfRow(text, following);
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

/** "年初预算分别", "上年依次": what each of the figures just said was at another time. */
const again =
  /(?:^|[,;:。()])((?:(?:20\d\d年|上年|去年)(?:度|初)?|年初|全年|调整后?|支出|当年|本年)*(?:预算|决算|执行)?数?)(?:分别|依次)(?:为|是|:)?$/;

/**
 * "甲(项)128.57万元，乙(项)64.29万元，年初预算分别为130.20万元和65.10万元": a row of figures whose names are those of the row before it;
 * null where the words hand out no such row. `names`: what the last figures are called, as many as are asked for, null
 * where these make no row.
 */
export function namesHandedOutAgain(
  text: string,
  from: number,
  following: readonly Quantity[],
  names: (count: number) => readonly string[] | null,
): PlacedName[] | null {
  const [first] = following;
  const found = first === undefined ? null : again.exec(text.slice(from, first.start));
  if (found === null || found[1] === "") return null;
  const count = lengthOfRow(text, following);
  const said = count < 2 ? null : names(count);
  const start = from + found.index + found[0].indexOf(found[1]!);
  return said === null ? null : said.map((name) => ({ text: `${name}${found[1]!}`, start }));
}

/** How many figures follow one another with nothing than a joint between them. */
function lengthOfRow(text: string, following: readonly Quantity[]): number {
  const end = following.findIndex(
    ({ start, dimension }, at) =>
      at > 0 && (dimension !== following[0]!.dimension || !between.test(text.slice(following[at - 1]!.end, start))),
  );
  return end < 0 ? following.length : end;
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
