/** Parser combinators over a string: a parser looks at one place and gives a value with the place after it, or null. */

export interface Match<T> {
  readonly value: T;
  readonly end: number;
}
export type Parser<T> = (text: string, at: number) => Match<T> | null;

/** The longest of the given words that stands here. */
export function word(...words: readonly string[]): Parser<string> {
  // By first character: most places begin none of the words.
  const byFirst = new Map<string, string[]>();
  for (const w of [...words].sort((a, b) => b.length - a.length))
    byFirst.set(w[0]!, [...(byFirst.get(w[0]!) ?? []), w]);
  return (text, at) => {
    const found = byFirst.get(text[at] ?? "")?.find((w) => text.startsWith(w, at));
    return found === undefined ? null : { value: found, end: at + found.length };
  };
}

/** What a regular expression matches here; the value is its groups (0 is the whole). */
export function pattern(source: string): Parser<readonly (string | undefined)[]> {
  const sticky = new RegExp(source, "uy");
  return (text, at) => {
    sticky.lastIndex = at;
    const found = sticky.exec(text);
    return found === null ? null : { value: [...found], end: at + found[0].length };
  };
}

type Values<P extends readonly Parser<unknown>[]> = { [K in keyof P]: P[K] extends Parser<infer T> ? T : never };

/** One after another. */
export function seq<P extends readonly Parser<unknown>[]>(...parsers: P): Parser<Values<P>> {
  return (text, at) => {
    const values: unknown[] = [];
    let place = at;
    for (const parser of parsers) {
      const match = parser(text, place);
      if (match === null) return null;
      values.push(match.value);
      place = match.end;
    }
    return { value: values as Values<P>, end: place };
  };
}

/** The first that fits. */
export function alt<T>(...parsers: readonly Parser<T>[]): Parser<T> {
  return (text, at) => {
    for (const parser of parsers) {
      const match = parser(text, at);
      if (match !== null) return match;
    }
    return null;
  };
}

/** Perhaps: null where it does not fit. */
export function opt<T>(parser: Parser<T>): Parser<T | null> {
  return (text, at) => parser(text, at) ?? { value: null, end: at };
}

/** The same place, another value; a null from `change` is no match. */
export function map<A, B>(
  parser: Parser<A>,
  change: (value: A, text: string, at: number, end: number) => B | null,
): Parser<B> {
  return (text, at) => {
    const match = parser(text, at);
    if (match === null) return null;
    const value = change(match.value, text, at, match.end);
    return value === null ? null : { value, end: match.end };
  };
}

/**
 * The same parser, which keeps what it found in the text at hand: where several ways lead to one place, the place is
 * read once. Only the last text is kept.
 */
export function remembering<T>(parser: Parser<T>): Parser<T> {
  let current = "";
  let found = new Map<number, Match<T> | null>();
  return (text, at) => {
    if (text !== current) {
      current = text;
      found = new Map();
    }
    const known = found.get(at);
    if (known !== undefined) return known;
    const match = parser(text, at);
    found.set(at, match);
    return match;
  };
}

/** Looks ahead without moving. */
export function followedBy(parser: Parser<unknown>): Parser<true> {
  return (text, at) => (parser(text, at) === null ? null : { value: true, end: at });
}

/** Fits where the other does not. */
export function notFollowedBy(parser: Parser<unknown>): Parser<true> {
  return (text, at) => (parser(text, at) === null ? { value: true, end: at } : null);
}
