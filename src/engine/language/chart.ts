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
  | { readonly kind: "any"; readonly of: readonly Part[] };

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

/** At most so many meanings of one stretch are kept; a sentence of an office has one or two. */
const MOST_MEANINGS = 6;
/** At most so many results at one place: what a hostile text could multiply. */
const MOST_RESULTS = 48;

/** At most so many symbols inside one another. */
const MOST_DEEP = 120;

/** A production made ready: the classes that it may begin with (null for any), and those that it cannot do without. */
interface Ready {
  readonly production: Production;
  first: ReadonlySet<TokenClass> | null;
  needs: readonly TokenClass[];
}

/** A grammar made ready. */
export class Grammar {
  private readonly bySymbol = new Map<string, Ready[]>();
  private readonly beginning = new Map<string, ReadonlySet<TokenClass>>();
  private readonly needed = new Map<string, ReadonlySet<TokenClass>>();

  constructor(readonly productions: readonly Production[]) {
    for (const production of productions) {
      const known = this.bySymbol.get(production.symbol) ?? [];
      known.push({ production, first: null, needs: [] });
      this.bySymbol.set(production.symbol, known);
    }
    for (const known of this.bySymbol.values()) known.sort((a, b) => a.production.rank - b.production.rank);
    this.settleBeginnings();
    this.settleNeeds();
  }

  of(name: string): readonly Ready[] {
    return this.bySymbol.get(name) ?? [];
  }

  /**
   * The classes of which every stretch that the parts read holds a token: where one is not to come, they read nothing.
   * Symbols stand inside one another: what each needs is taken for anything first and narrowed until nothing changes.
   */
  private settleNeeds(): void {
    for (let changed = true; changed;) {
      changed = false;
      for (const [name, known] of this.bySymbol) {
        const found = common(known.map(({ production }) => this.needsOf(production.parts)));
        if (found === null || found.size === this.needed.get(name)?.size) continue;
        this.needed.set(name, found);
        changed = true;
      }
    }
    for (const known of this.bySymbol.values())
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
    }
  }

  /** The classes that each symbol may begin with, widened until nothing changes; no symbol of a grammar is empty. */
  private settleBeginnings(): void {
    for (let changed = true; changed;) {
      changed = false;
      for (const [name, known] of this.bySymbol) {
        const before = this.beginning.get(name)?.size ?? 0;
        const found = new Set(known.flatMap(({ production }) => [...(this.beginnings(production.parts) ?? [])]));
        this.beginning.set(name, found);
        changed ||= found.size !== before;
      }
    }
    for (const known of this.bySymbol.values())
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
    }
  }
}

/** A result while its place is being worked out; `key` is how its value prints, once that was asked. */
interface Made extends Parse {
  readonly rank: number;
  key?: string;
}

/** The classes that a part cannot do without; null where nothing is known of it yet. */
type Needs = ReadonlySet<TokenClass> | null;

/** What all of them need; what is not known is left out. */
function common(all: readonly Needs[]): Needs {
  const [first, ...rest] = all.filter((one) => one !== null);
  return first === undefined ? null : new Set([...first].filter((cls) => rest.every((other) => other.has(cls))));
}

/** One text under one grammar. */
export class Chart {
  private depth = 0;
  /** Where each class stands for the last time. */
  private readonly last = new Map<TokenClass, number>();
  private readonly known = new Map<string, (readonly Parse[] | null)[]>();

  constructor(
    private readonly grammar: Grammar,
    readonly tokens: readonly Token[],
    private readonly text: string,
  ) {
    for (const [at, token] of tokens.entries()) for (const cls of token.classes.keys()) this.last.set(cls, at);
  }

  /** Every parse of a symbol that begins at a place. */
  parses(name: string, at: number): readonly Parse[] {
    let row = this.known.get(name);
    if (row === undefined) this.known.set(name, (row = []));
    const before = row[at];
    if (before !== undefined) return before ?? [];
    // A symbol that is asked again at its own place while it is being worked out has no parse there.
    row[at] = null;
    // Nobody nests brackets or strings names together so deep; a text that does is no sentence, and must not exhaust
    // the stack.
    if (this.depth >= MOST_DEEP) return [];
    this.depth += 1;
    row[at] = this.work(name, at);
    this.depth -= 1;
    return row[at];
  }

  private work(name: string, at: number): readonly Parse[] {
    const found: Made[] = [];
    const head = this.tokens[at];
    for (const { production, first, needs } of this.grammar.of(name)) {
      if (first !== null && (head === undefined || !begins(head, first))) continue;
      if (needs.some((cls) => (this.last.get(cls) ?? -1) < at)) continue;
      for (const { end, values } of this.sequence(production.parts, 0, at)) {
        if (found.some((one) => one.end === end && one.rank < production.rank)) continue;
        const value = production.make(values, this.words(at, end));
        if (value === null) continue;
        const alike = found.filter((one) => one.end === end);
        if (alike.length >= MOST_MEANINGS || found.length >= MOST_RESULTS) continue;
        // Most stretches have one meaning: only where there is another are they told apart by how they print.
        const printed = (one: { value: unknown; key?: string }): string => (one.key ??= JSON.stringify(one.value));
        const made: Made = { end, value, rank: production.rank };
        if (alike.length > 0 && alike.some((one) => printed(one) === printed(made))) continue;
        found.push(made);
      }
    }
    return found;
  }

  private words(start: number, end: number): string {
    const [first, last] = [this.tokens[start], this.tokens[end - 1]];
    return first === undefined || last === undefined ? "" : this.text.slice(first.span.start, last.span.end);
  }

  private sequence(
    parts: readonly Part[],
    index: number,
    at: number,
  ): readonly { readonly end: number; readonly values: readonly unknown[] }[] {
    const part = parts[index];
    if (part === undefined) return [{ end: at, values: [] }];
    const results: { end: number; values: readonly unknown[] }[] = [];
    for (const head of this.part(part, at)) {
      for (const rest of this.sequence(parts, index + 1, head.end)) {
        results.push({ end: rest.end, values: [head.value, ...rest.values] });
        if (results.length >= MOST_RESULTS) return results;
      }
    }
    return results;
  }

  private part(part: Part, at: number): readonly Parse[] {
    switch (part.kind) {
      case "token": {
        const here = this.tokens[at];
        const value = here?.classes.get(part.cls);
        if (here === undefined || value === undefined || (part.where !== null && !part.where(value, here))) return [];
        return [{ end: at + 1, value: { token: here, value } satisfies Leaf }];
      }
      case "symbol":
        return this.parses(part.name, at);
      case "optional":
        return [...this.part(part.of, at), { end: at, value: null }];
      case "any":
        return part.of.flatMap((one) => this.part(one, at));
    }
  }
}

function begins(token: Token, first: ReadonlySet<TokenClass>): boolean {
  for (const cls of token.classes.keys()) if (first.has(cls)) return true;
  return false;
}
