/** A token: one word of the text with everything it may be, and its place. */

import type { Span } from "./source-text";

/**
 * What a word may be. A word of several classes keeps them all: which one it is, the grammar decides. `noun` is what
 * the lexicon does not know.
 */
export type TokenClass =
  // Read by the number and date readers.
  | "quantity"
  | "marks"
  | "ordinal"
  | "top"
  | "date"
  | "year"
  | "list-mark"
  // Numbers and their sides.
  | "comparator"
  | "suffix"
  | "includes"
  | "before"
  | "after"
  | "no-later"
  | "later"
  | "dash"
  | "between"
  | "about"
  | "plus-minus"
  // Words of logic.
  | "per"
  | "any"
  | "and"
  | "or"
  | "but"
  | "if"
  | "otherwise"
  | "negation"
  | "except"
  | "via"
  | "join"
  // Giving and taking.
  | "give"
  | "take"
  | "add"
  | "full"
  | "whole"
  | "nothing"
  | "reckon"
  | "by"
  | "proportion"
  | "discretion"
  | "exhaust"
  | "down-to"
  | "stop-word"
  | "no-negative"
  | "bonus"
  | "most"
  | "least"
  | "cap"
  | "take-as"
  | "half-marks"
  | "best-only"
  | "each-time"
  | "via-ratio"
  | "likewise"
  | "interpolate"
  | "smaller"
  | "larger"
  // What is spoken of.
  | "target"
  | "indicator-way"
  | "actual"
  | "prior"
  | "measure"
  | "rank"
  | "change"
  | "grow"
  | "way"
  | "late"
  | "versus"
  | "early"
  | "on-time"
  | "event"
  | "grave"
  | "done"
  | "met"
  | "quality"
  | "partly"
  | "wholly"
  | "grade"
  | "rated"
  | "level"
  | "bare-yes"
  | "over-target"
  | "under-target"
  | "saved"
  | "undefined"
  | "due"
  | "square"
  // Form.
  | "heading"
  | "plain-heading"
  | "source"
  | "earn"
  | "scope"
  | "purpose"
  | "sum-word"
  | "filler"
  | "sign"
  | "comma"
  | "stop"
  | "colon"
  | "open"
  | "close"
  | "bar"
  | "odd"
  | "noun";

/** What the word says in that class: a number, a side, a name of the lexicon. Plain data. */
export type TokenValue = Readonly<Record<string, string | number | boolean | null>>;

export interface Token {
  readonly word: string;
  readonly classes: ReadonlyMap<TokenClass, TokenValue>;
  readonly span: Span;
}

/** The value of a token in a class; null where it is none of that class. */
export function asClass(token: Token | undefined, cls: TokenClass): TokenValue | null {
  return token?.classes.get(cls) ?? null;
}
