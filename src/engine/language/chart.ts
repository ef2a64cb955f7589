/**
 * A small chart parser that keeps every parse: a grammar is a list of productions over token classes, a symbol at a
 * place is worked out once and remembered with all its results. Results of the same stretch and value are packed into
 * one, so an ambiguous text costs no more than its distinct meanings. The grammar must not be left recursive.
 */

import type { Token, TokenClass, TokenValue } from "./token";

/** What may stand at a place: a token of a class, another symbol of the grammar, or nothing. */
export type Part =
  | {
      readonly kind: "token";
      readonly cls: TokenClass;
      readonly where: ((value: TokenValue, token: Token) => boolean) | null;
    }
  | { readonly kind: "symbol"; readonly name: string }
  | { readonly kind: "optional"; readonly of: Part }
  | { readonly kind: "any"; readonly of: readonly Part[] }
  | { readonly kind: "many"; readonly of: string; readonly within: number };

/** What a part of a production gave: a token with its value in the class, what a symbol meant, or null. */
export interface Leaf {
  readonly token: Token;
  readonly value: TokenValue;
}

/** Values are plain data: two that print alike are one. */
export interface Production {
  readonly symbol: string;
  /** What it reads, as an example that a test parses. */
  readonly example: string;
  readonly parts: readonly Part[];
  /**
   * What the parts mean together; null where they do not go together. `words` is the text of the whole stretch.
   */
  readonly make: (values: readonly unknown[], words: string) => unknown;
  /** A production of a later rank is only asked where none of an earlier one reads the same stretch. */
  readonly rank: number;
}

export interface Parse {
  readonly end: number;
  readonly value: unknown;
}

export const token = (cls: TokenClass, where: ((value: TokenValue, token: Token) => boolean) | null = null): Part => ({
  kind: "token",
  cls,
  where,
});
export const symbol = (name: string): Part => ({ kind: "symbol", name });
export const optional = (of: Part): Part => ({ kind: "optional", of });
export const any = (...of: readonly Part[]): Part => ({ kind: "any", of });
/** A symbol once or again and again, several together in at most so many characters; what they mean is not asked. */
export const many = (of: string, within: number): Part => ({ kind: "many", of, within });

/** At most so many meanings of one stretch are kept; a sentence of an office has one or two. */
const MOST_MEANINGS = 6;
/** At most so many results at one place: what a hostile text could multiply. */
const MOST_RESULTS = 48;

/** At most so many symbols inside one another. */
const MOST_DEEP = 120;

/** A production made ready: the classes that it may begin with (null for any), and those that it cannot do without. */
interface Ready {
  readonly production: Production;
  readonly steps: readonly Step[];
  first: ReadonlySet<TokenClass> | null;
  needs: readonly TokenClass[];
}

/** A part whose symbol has been looked up. */
type Step =
  | Extract<Part, { readonly kind: "token" }>
  | { readonly kind: "symbol"; readonly of: Entry }
  | { readonly kind: "optional"; readonly of: Step }
  | { readonly kind: "many"; readonly of: Entry; readonly within: number }
  | Choice;

interface Choice {
  readonly kind: "any";
  readonly of: readonly Step[];
  /** By the kind of token. */
  readonly beginning: (readonly Step[] | undefined)[];
}

/** A symbol: its productions by rank, and those of them that may begin with a token of a kind. */
interface Entry {
  /** Its place among the symbols. */
  readonly place: number;
  readonly known: Ready[];
  readonly beginning: (readonly Ready[] | undefined)[];
}

/** A grammar made ready. */
export class Grammar {
  private readonly bySymbol = new Map<string, Entry>();
  private readonly beginning = new Map<string, ReadonlySet<TokenClass>>();
  private readonly needed = new Map<string, ReadonlySet<TokenClass>>();
  private readonly kinds = new Map<string, number>();

  constructor(readonly productions: readonly Production[]) {
    for (const production of productions) {
      const steps = production.parts.map((part) => this.step(part));
      this.entry(production.symbol).known.push({ production, steps, first: null, needs: [] });
    }
    for (const { known } of this.bySymbol.values()) known.sort((a, b) => a.production.rank - b.production.rank);
    this.settleBeginnings();
    this.settleNeeds();
  }

  entry(name: string): Entry {
    let entry = this.bySymbol.get(name);
    if (entry === undefined) {
      entry = { place: this.bySymbol.size, known: [], beginning: [] };
      this.bySymbol.set(name, entry);
    }
    return entry;
  }

  /** Tokens of the same classes are of one kind. */
  kindOf({ classes }: Token): number {
    const key = [...classes.keys()].join(" ");
    let kind = this.kinds.get(key);
    if (kind === undefined) this.kinds.set(key, (kind = this.kinds.size));
    return kind;
  }

  /** The productions of a symbol that may begin with a token of a kind. */
  startingWith(entry: Entry, token: Token, kind: number): readonly Ready[] {
    return (entry.beginning[kind] ??= entry.known.filter(({ first }) => first === null || begins(token, first)));
  }

  /** Those of several choices that may begin with a token of a kind. */
  choices(step: Choice, token: Token, kind: number): readonly Step[] {
    return (step.beginning[kind] ??= step.of.filter((one) => this.mayBegin(one, token, kind)));
  }

  private step(part: Part): Step {
    switch (part.kind) {
      case "token":
        return part;
      case "symbol":
        return { kind: "symbol", of: this.entry(part.name) };
      case "optional":
        return { kind: "optional", of: this.step(part.of) };
      case "many":
        return { ...part, of: this.entry(part.of) };
      case "any":
        return { kind: "any", of: part.of.map((one) => this.step(one)), beginning: [] };
    }
  }

  /** Whether what a step reads may begin with a token of a kind, or be nothing at all. */
  private mayBegin(step: Step, token: Token, kind: number): boolean {
    switch (step.kind) {
      case "token":
        return token.classes.has(step.cls);
      case "symbol":
      case "many":
        return this.startingWith(step.of, token, kind).length > 0;
      case "optional":
        return true;
      case "any":
        return this.choices(step, token, kind).length > 0;
    }
  }

  /**
   * The classes of which every stretch that the parts read holds a token: where one is not to come, they read nothing.
   * Symbols stand inside one another: what each needs is taken for anything first and narrowed until nothing changes.
   */
  private settleNeeds(): void {
    for (let changed = true; changed;) {
      changed = false;
      for (const [name, { known }] of this.bySymbol) {
        const found = common(known.map(({ production }) => this.needsOf(production.parts)));
        if (found === null || found.size === this.needed.get(name)?.size) continue;
        this.needed.set(name, found);
        changed = true;
      }
    }
    for (const { known } of this.bySymbol.values())
      for (const one of known) one.needs = [...(this.needsOf(one.production.parts) ?? [])];
  }

  /** Null for anything: a sequence with a symbol of which nothing is known yet. */
  private needsOf(parts: readonly Part[]): Needs {
    const all = parts.map((part) => this.needsOfPart(part));
    return all.includes(null) ? null : new Set(all.flatMap((one) => [...one!]));
  }

  private needsOfPart(part: Part): Needs {
    switch (part.kind) {
      case "token":
        return new Set([part.cls]);
      case "optional":
        return new Set();
      case "any":
        return common(part.of.map((one) => this.needsOfPart(one)));
      case "symbol":
        return this.needed.get(part.name) ?? null;
      case "many":
        return this.needed.get(part.of) ?? null;
    }
  }

  /** The classes that each symbol may begin with, widened until nothing changes; no symbol of a grammar is empty. */
  private settleBeginnings(): void {
    for (let changed = true; changed;) {
      changed = false;
      for (const [name, { known }] of this.bySymbol) {
        const before = this.beginning.get(name)?.size ?? 0;
        const found = new Set(known.flatMap(({ production }) => [...(this.beginnings(production.parts) ?? [])]));
        this.beginning.set(name, found);
        changed ||= found.size !== before;
      }
    }
    for (const { known } of this.bySymbol.values())
      for (const one of known) one.first = this.beginnings(one.production.parts);
  }

  /** The classes that a sequence may begin with; null where it may be empty. */
  private beginnings(parts: readonly Part[]): ReadonlySet<TokenClass> | null {
    const found = new Set<TokenClass>();
    for (const part of parts) {
      const own = this.beginningsOf(part);
      for (const cls of own.classes) found.add(cls);
      if (!own.empty) return found;
    }
    return null;
  }

  private beginningsOf(part: Part): { classes: Iterable<TokenClass>; empty: boolean } {
    switch (part.kind) {
      case "token":
        return { classes: [part.cls], empty: false };
      case "optional":
        return { ...this.beginningsOf(part.of), empty: true };
      case "any": {
        const all = part.of.map((one) => this.beginningsOf(one));
        return { classes: all.flatMap((one) => [...one.classes]), empty: all.some((one) => one.empty) };
      }
      case "symbol":
        return { classes: this.beginning.get(part.name) ?? [], empty: false };
      case "many":
        return { classes: this.beginning.get(part.of) ?? [], empty: false };
    }
  }
}

/** A result while its place is being worked out; `key` is how its value prints, once that was asked. */
interface Made extends Parse {
  readonly rank: number;
  key?: string;
}

/** A symbol at a place while it is being worked out. */
interface Work {
  readonly at: number;
  readonly found: Made[];
  /** Where it may end; null for anywhere. */
  readonly ends: readonly boolean[] | null;
  /** The production that is being tried, what its parts gave so far, and how often it was gone through. */
  ready: Ready;
  values: unknown[];
  ways: number;
}

/** The classes that a part cannot do without; null where nothing is known of it yet. */
type Needs = ReadonlySet<TokenClass> | null;

/** What all of them need; what is not known is left out. */
function common(all: readonly Needs[]): Needs {
  const [first, ...rest] = all.filter((one) => one !== null);
  return first === undefined ? null : new Set([...first].filter((cls) => rest.every((other) => other.has(cls))));
}

const NONE: readonly Parse[] = [];

/** One text under one grammar. */
export class Chart {
  private depth = 0;
  private readonly whole: { readonly entry: Entry; readonly ends: readonly boolean[] } | null;
  private readonly kinds: readonly number[];
  /** Where each class stands for the last time. */
  private readonly last = new Map<TokenClass, number>();
  /** By the symbol's place and the token's. */
  private readonly known: ((readonly Parse[] | null)[] | undefined)[] = [];

  constructor(
    private readonly grammar: Grammar,
    readonly tokens: readonly Token[],
    private readonly text: string,
    /** A symbol that is only read where it may end: whether it may before each token, and at the end of the text. */
    whole: { readonly symbol: string; readonly ends: readonly boolean[] } | null = null,
  ) {
    this.whole = whole === null ? null : { entry: grammar.entry(whole.symbol), ends: whole.ends };
    this.kinds = tokens.map((one) => grammar.kindOf(one));
    for (const [at, token] of tokens.entries()) for (const cls of token.classes.keys()) this.last.set(cls, at);
  }

  /** Every parse of a symbol that begins at a place. */
  parses(name: string, at: number): readonly Parse[] {
    return this.parsesOf(this.grammar.entry(name), at);
  }

  /** Lets go of what was read at a place: whoever goes through a text from its beginning does not come back to it. */
  forget(at: number): void {
    for (const row of this.known) if (row !== undefined) row[at] = null;
  }

  private parsesOf(entry: Entry, at: number): readonly Parse[] {
    const row = (this.known[entry.place] ??= []);
    const before = row[at];
    if (before !== undefined) return before ?? NONE;
    const head = this.tokens[at];
    if (head === undefined) return NONE;
    const ready = this.grammar.startingWith(entry, head, this.kinds[at]!);
    if (ready.length === 0) return NONE;
    // A symbol that is asked again at its own place while it is being worked out has no parse there.
    row[at] = null;
    // Nobody nests brackets or strings names together so deep; a text that does is no sentence, and must not exhaust
    // the stack.
    if (this.depth >= MOST_DEEP) return NONE;
    this.depth += 1;
    const found = this.work(ready, at, entry === this.whole?.entry ? this.whole.ends : null);
    row[at] = found;
    this.depth -= 1;
    return found;
  }

  private work(all: readonly Ready[], at: number, ends: readonly boolean[] | null): readonly Parse[] {
    const work: Work = { at, found: [], ends, ready: all[0]!, values: [], ways: 0 };
    for (const ready of all) {
      if (ready.needs.some((cls) => (this.last.get(cls) ?? -1) < at)) continue;
      work.ready = ready;
      work.values = new Array<unknown>(ready.steps.length);
      work.ways = 0;
      this.go(work, 0, at);
      if (work.found.length >= MOST_RESULTS) break;
    }
    return work.found.length === 0 ? NONE : work.found;
  }

  /** Goes through the parts from one on, each way in turn, as far as there is room for what they give. */
  private go(work: Work, index: number, at: number): void {
    if (work.ways >= MOST_RESULTS) return;
    const step = work.ready.steps[index];
    if (step !== undefined) this.follow(step, work, index, at);
    else {
      work.ways += 1;
      this.add(work, at);
    }
  }

  private follow(step: Step, work: Work, index: number, at: number): void {
    switch (step.kind) {
      case "token":
        return this.take(step, work, index, at);
      case "symbol":
        for (const { end, value } of this.parsesOf(step.of, at)) {
          work.values[index] = value;
          this.go(work, index + 1, end);
        }
        return;
      case "optional":
        this.follow(step.of, work, index, at);
        work.values[index] = null;
        return this.go(work, index + 1, at);
      case "any":
        for (const one of this.choices(step, at)) this.follow(one, work, index, at);
        return;
      case "many":
        work.values[index] = null;
        for (const end of this.ends(step.of, at, step.within)) this.go(work, index + 1, end);
    }
  }

  private take(step: Extract<Step, { readonly kind: "token" }>, work: Work, index: number, at: number): void {
    const here = this.tokens[at];
    const value = here?.classes.get(step.cls);
    if (here === undefined || value === undefined || (step.where !== null && !step.where(value, here))) return;
    work.values[index] = { token: here, value } satisfies Leaf;
    this.go(work, index + 1, at + 1);
  }

  /** Where a symbol that is read again and again may end. */
  private ends(entry: Entry, at: number, within: number): readonly number[] {
    const ends = this.parsesOf(entry, at).map(({ end }) => end);
    const until = (this.tokens[at]?.span.start ?? 0) + within;
    for (let next = 0; next < ends.length && ends.length < MOST_RESULTS; next += 1)
      for (const { end } of this.parsesOf(entry, ends[next]!))
        if (this.tokens[end - 1]!.span.end <= until && !ends.includes(end)) ends.push(end);
    return ends;
  }

  /** What a production has read, unless one of an earlier rank, or one that means the same, reads the same stretch. */
  private add({ at, found, ends, ready: { production }, values }: Work, end: number): void {
    if (found.length >= MOST_RESULTS || ends?.[end] === false) return;
    let alike = 0;
    for (const one of found) {
      if (one.end !== end) continue;
      if (one.rank < production.rank) return;
      alike += 1;
    }
    if (alike >= MOST_MEANINGS) return;
    const value = production.make(values, this.words(at, end));
    if (value === null) return;
    const made: Made = { end, value, rank: production.rank };
    // Most stretches have one meaning: only where there is another are they told apart by how they print.
    const printed = (one: Made): string => (one.key ??= JSON.stringify(one.value));
    if (alike > 0 && found.some((one) => one.end === end && printed(one) === printed(made))) return;
    found.push(made);
  }

  private choices(step: Choice, at: number): readonly Step[] {
    const here = this.tokens[at];
    return here === undefined ? step.of : this.grammar.choices(step, here, this.kinds[at]!);
  }

  private words(start: number, end: number): string {
    const [first, last] = [this.tokens[start], this.tokens[end - 1]];
    return first === undefined || last === undefined ? "" : this.text.slice(first.span.start, last.span.end);
  }
}

function begins(token: Token, first: ReadonlySet<TokenClass>): boolean {
  for (const cls of token.classes.keys()) if (first.has(cls)) return true;
  return false;
}
