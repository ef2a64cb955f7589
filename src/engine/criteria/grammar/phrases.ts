/** Phrases that are kept in their own words, to be asked about. */

import type { Production } from "../../language";
import { any, as, entryOf, rule, symbol, token } from "./build";

/**
 * A phrase that is kept in its own words, to be asked about: it may hold any word but numbers, comparisons, marks and
 * words that join clauses.
 */
const PHRASE = [
  "noun",
  "measure",
  "done",
  "actual",
  "target",
  "year",
  "scope",
  "wholly",
  "partly",
  "saved",
  "quality",
  "negation",
  "event",
  "grave",
  "late",
  "early",
  "on-time",
  "met",
  "grow",
  "grade",
  "level",
  "way",
  "over-target",
  "under-target",
  "rank",
  "join",
  "change",
  "bare-yes",
  "comparator",
] as const;

export interface Phrase {
  readonly text: string;
  /** The words without denials, without what only says that it is there (发生, 有), and without quantifiers. */
  readonly core: string;
  /** How many words deny. */
  readonly denials: number;
  /** Words that hold their own denial, with it: what happens where an event is told ("出现不合格"). */
  readonly inner: string;
  readonly classes: readonly string[];
  readonly length: number;
}

interface PhrasePiece {
  readonly classes: readonly string[];
  readonly core: string;
  readonly denials: number;
  readonly inner: string;
}

/** A word that holds its own denial: 不合格 is 合格 denied. */
const DENYING = /^(?:未能|没有|不能|未有|未|不|无|没)(?=[^断同动锈来成线人障偿害公]?)/u;
const WITHOUT_MEANING: ReadonlySet<string> = new Set(["scope", "wholly", "event", "join"]);

/** A word that only denies; `none` where it also says how much there is. */
function denial(classes: readonly string[], none: boolean): PhrasePiece {
  return { classes: none ? [...classes, "none"] : classes, core: "", denials: 1, inner: "" };
}

/** A word of a phrase, with the denial that it may hold. */
function phrasePiece(classes: readonly string[], word: string): PhrasePiece {
  const inner = classes.includes("noun") ? "" : (DENYING.exec(word)?.[0] ?? "");
  const empty = classes.some((cls) => WITHOUT_MEANING.has(cls)) && !classes.includes("quality");
  const core = empty ? "" : word.slice(inner.length);
  return { classes, core, denials: inner !== "" ? 1 : 0, inner: core === "" ? "" : word };
}

export const PHRASE_PRODUCTIONS: readonly Production[] = [
  rule(
    "phrase-piece",
    "未",
    [any(...PHRASE.map((cls) => token(cls, cls === "join" ? (_v, t) => t.word !== "/" : null)))],
    ([one]) => {
      const { classes, word } = as<{ token: { classes: ReadonlyMap<string, unknown>; word: string } }>(one).token;
      const names = [...classes.keys()];
      if (names.includes("comparator") && !/^(?:未|没)/u.test(word)) return null;
      // "拒不整改" is more than that it was not done.
      return names.includes("negation") && !word.startsWith("拒")
        ? denial(names, entryOf(one, "none") === true)
        : phrasePiece(names, word);
    },
  ),
  rule(
    "phrase-piece",
    "市级以上",
    [token("grade"), token("suffix", (v) => v.side === "low")],
    (_v, words) => ({ classes: ["grade"], core: words, denials: 0, inner: words }) satisfies PhrasePiece,
  ),
  rule("phrase", "报道", [symbol("phrase-piece")], ([one], words) => {
    const { classes, core, denials, inner } = as<PhrasePiece>(one);
    return { classes, core, denials, inner, text: words, length: 1 } satisfies Phrase;
  }),
  rule("phrase", "未及时报道宣传", [symbol("phrase-piece"), symbol("phrase")], ([one, rest], words) =>
    joined(as<PhrasePiece>(one), as<Phrase>(rest), words),
  ),
  rule("phrase", "错发或漏发", [symbol("phrase-piece"), token("or"), symbol("phrase")], ([one, , rest], words) =>
    // "编报或无预算采购": what is denied behind 或 is another thing than what stands before it.
    /或(?:没有|无|未|不)/u.test(words) ? null : joined(as<PhrasePiece>(one), as<Phrase>(rest), words),
  ),
];

function joined(one: PhrasePiece, rest: Phrase, words: string): Phrase | null {
  return rest.length > 10
    ? null
    : {
        text: words,
        ...(one.classes.includes("event")
          ? { core: `${one.core}${rest.inner}`, denials: 0 }
          : { core: `${one.core}${rest.core}`, denials: one.denials + rest.denials }),
        inner: `${one.inner}${rest.inner}`,
        classes: [...new Set([...one.classes, ...rest.classes])],
        length: rest.length + 1,
      };
}
