/** The lexicon: every word with what it may be. Data only; a new spelling is a new entry in one of the tables. */

import type { TokenClass, TokenValue } from "../token";
import { COMPOUND_WORDS } from "./compounds";
import type { LexiconTable } from "./entry";
import { FILLERS, FORM_WORDS } from "./forms";
import { LOGIC_WORDS } from "./logic";
import { MARK_WORDS } from "./marks";
import { MEASURE_WORDS } from "./measures";
import { NUMBER_WORDS } from "./numbers";
import { PLAIN_WORDS } from "./plain";
import { THING_WORDS } from "./things";
import { VERDICT_WORDS } from "./verdicts";

export { LIKE_FILLER } from "./forms";
export { FUSING, RATE_ENDINGS } from "./measures";

/** One thing a word may be, and where. */
export interface Entry {
  readonly cls: TokenClass;
  readonly value: TokenValue;
  readonly next: RegExp | null;
  readonly before: RegExp | null;
}

const TABLES: readonly LexiconTable[] = [
  ...NUMBER_WORDS,
  ...LOGIC_WORDS,
  ...MARK_WORDS,
  ...THING_WORDS,
  ...MEASURE_WORDS,
  ...VERDICT_WORDS,
  ...FORM_WORDS,
  ...COMPOUND_WORDS,
  { cls: "filler", value: {}, words: FILLERS },
  { cls: "noun", value: {}, words: PLAIN_WORDS },
  {
    cls: "noun",
    value: {},
    words: FORM_WORDS.filter(({ cls }) => cls === "source")
      .map(({ words }) => words)
      .join(" "),
  },
];

const entries = new Map<string, Entry[]>();
for (const { cls, value = {}, words, next = null, before = null } of TABLES)
  for (const word of words.split(" "))
    if (word !== "") {
      const known = entries.get(word) ?? [];
      known.push({ cls, value, next, before });
      entries.set(word, known);
    }

/** The length of the longest word of the lexicon. */
const LONGEST = Math.max(...[...entries.keys()].map((word) => word.length));
/** Whether any word begins with these two characters: most places in a text begin none. */
const beginnings = new Set([...entries.keys()].map((word) => word.slice(0, 2)));

/** The longest word that stands at a place, with what it may be there; null where none does. */
export function longestWord(
  text: string,
  at: number,
): { readonly word: string; readonly entries: readonly Entry[] } | null {
  const single = text[at]!;
  const most = beginnings.has(text.slice(at, at + 2)) ? Math.min(LONGEST, text.length - at) : 1;
  for (let length = most; length > 0; length -= 1) {
    const word = length === 1 ? single : text.slice(at, at + length);
    const known = entries.get(word);
    if (known === undefined) continue;
    const fitting = known.filter(
      (entry) =>
        (entry.next === null || entry.next.test(text.slice(at + length, at + length + 8))) &&
        (entry.before === null || entry.before.test(text.slice(Math.max(0, at - 8), at))),
    );
    if (fitting.length > 0) return { word, entries: fitting };
  }
  return null;
}
