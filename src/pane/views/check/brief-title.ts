/** A quoted name, with what stands in it. */
const NAME = /“([^”]*)”/g;
/** The table that a title begins with, where a name follows: the line below the title says which sheet it is. */
const TABLE = /^(?:“[^”]{1,4}”)?[^“”，：表与和]{2,14}表(?=“)/;
/** The names that close a title, one after the other, with a remark in brackets behind them. */
const LISTED = /：“[^”]*”(?:、“[^”]*”)*等?(?=（[^（）]*）$|$)/;
/** A closing remark in brackets, but not how many places there are. */
const REMARK = /（[^（）\d]*）$/;
/** What is not cut: a number with its percent sign, any other sign. */
const PIECE = /[\d.,]*\d%?|[^]/gu;
/** Lengths to which names are cut, in signs: the first that is short enough. */
const CUTS = [14, 11, 9] as const;
const SHORTEST = 7;

/**
 * A title for so many full-width signs: what is wrong stands at its end, and would be cut off. The table goes first,
 * then the middle of long names, names that are only listed, a closing remark; what is still too long the row cuts.
 */
export function briefTitle(title: string, room: number): string {
  if (widthOf(title) <= room) return title;
  const short = title.replace(TABLE, "");
  const named = short.replace(LISTED, "");
  const tries = [
    short,
    ...CUTS.map((most) => cutNames(short, most)),
    ...CUTS.map((most) => cutNames(named, most)),
    cutNames(named, SHORTEST),
    cutNames(named.replace(REMARK, ""), SHORTEST),
  ];
  return tries.find((words) => widthOf(words) <= room) ?? tries.at(-1)!;
}

function cutNames(words: string, most: number): string {
  return words.replace(NAME, (whole, name: string) => {
    if (widthOf(name) <= most) return whole;
    const pieces = name.match(PIECE) ?? [];
    const head = take(pieces, Math.ceil((most - 1) / 2));
    const tail = take([...pieces].reverse(), Math.floor((most - 1) / 2)).reverse();
    const cut = `“${head.join("")}…${tail.join("")}”`;
    return widthOf(cut) < widthOf(whole) ? cut : whole;
  });
}

/** The first pieces that are together no wider than that; a number at the end of them is another one when it is cut. */
function take(pieces: readonly string[], most: number): string[] {
  let width = 0;
  const end = pieces.findIndex((piece) => (width += widthOf(piece)) > most);
  if (end < 0) return [...pieces];
  return pieces.slice(0, /\d/.test(pieces[end]!) ? end + 1 : end);
}

/** In full-width signs; a digit or a Latin letter is a little wider than half of one. */
export function widthOf(words: string): number {
  return [...words].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2e80 && !wide.has(sign) ? 0.6 : 1), 0);
}

/** Signs below the ideographs that a Chinese font draws as wide as these. */
const wide: ReadonlySet<string> = new Set("“”‘’…—≥≤＋－×÷");
