import { patternsOf, type RolePatterns } from "../roles";
import type { Role } from "../template";

/** Roles with their patterns compiled. */
export interface Roles {
  readonly list: readonly CompiledRole[];
  /** Words asked for before, with the first role they had: forms repeat their words hundreds of times. */
  readonly known: Map<string, string | null>;
}

interface CompiledRole extends RolePatterns {
  readonly role: string;
}

const compiled = new WeakMap<readonly Role[], Roles>();
const none: readonly Role[] = [];

/** Compile the roles of a template once. */
export function compiledRoles(roles: readonly Role[] | undefined): Roles {
  const source = roles ?? none;
  let known = compiled.get(source);
  if (!known) {
    known = {
      known: new Map(),
      list: source.map((role) => ({ role: role.role, ...patternsOf(role) })),
    };
    compiled.set(source, known);
  }
  return known;
}

/**
 * How well a word fits a role: the number of the first pattern that matches it, or -1. `above` are the words it stands
 * under.
 */
function fit(role: CompiledRole, word: string, above: readonly string[]): number {
  const written = role.names.findIndex((pattern) => pattern.test(word));
  const at = written >= 0 ? written : withoutNotes(role, word);
  if (at < 0 || role.not.some((pattern) => pattern.test(word))) return -1;
  if (role.under.length > 0 && !role.under.some((pattern) => above.some((other) => pattern.test(other)))) return -1;
  return at;
}

/** What stands in brackets does not change what a word means: "年度(/项目)指标值". As `fit`, without it. */
function withoutNotes(role: CompiledRole, word: string): number {
  if (!word.includes("(")) return -1;
  const bare = word.replace(/\([^()]*\)/g, "");
  return bare === "" ? -1 : role.names.findIndex((pattern) => pattern.test(bare));
}

/** At most so many words are kept a template. */
const mostWords = 4096;

/** The first role whose names match the word, wherever it stands; null where none does. */
export function roleOf(roles: Roles, word: string): string | null {
  if (word === "") return null;
  const known = roles.known.get(word);
  if (known !== undefined) return known;
  const role = roles.list.find((candidate) => fit(candidate, word, []) >= 0)?.role ?? null;
  if (roles.known.size >= mostWords) roles.known.clear();
  roles.known.set(word, role);
  return role;
}

/** Every role whose names match the word. */
export function everyRole(roles: Roles, word: string): string[] {
  return word === "" ? [] : roles.list.filter((role) => fit(role, word, []) >= 0).map((role) => role.role);
}

/**
 * Give each role the column that fits it best: names stand in a template with the surest first, so the lowest pattern
 * number wins; a column plays one role, a role has one column. Where a form has indicators of the year beside those of
 * the whole project, the year's count.
 */
export function assignColumns(roles: Roles, paths: readonly (readonly string[])[]): Map<string, number> {
  const bids: { rank: number; term: number; order: number; column: number; role: string }[] = [];
  paths.forEach((path, column) => {
    const word = path.at(-1);
    if (word === undefined) return;
    roles.list.forEach((role, order) => {
      const rank = fit(role, word, path.slice(0, -1));
      if (rank >= 0) bids.push({ rank, term: termOf(path), order, column, role: role.role });
    });
  });
  bids.sort((a, b) => a.rank - b.rank || a.term - b.term || a.order - b.order || a.column - b.column);
  const given = new Map<string, number>();
  const taken = new Set<number>();
  for (const bid of bids) {
    if (given.has(bid.role) || taken.has(bid.column)) continue;
    given.set(bid.role, bid.column);
    taken.add(bid.column);
  }
  return given;
}

function termOf(path: readonly string[]): number {
  const above = path.slice(0, -1).join("");
  return /年度/.test(above) ? 0 : /中期|长期|实施期|总体/.test(above) ? 2 : 1;
}
