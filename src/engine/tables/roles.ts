import { expression } from "./patterns";
import type { Role } from "./template";

/** Roles of a template as it lists them; none where it has no such list. */
export type Roles = readonly Role[] | undefined;

/** A role with its patterns compiled. */
interface CompiledRole {
  readonly role: Role;
  readonly names: readonly RegExp[];
  readonly not: readonly RegExp[];
  readonly under: readonly RegExp[];
  readonly notUnder: readonly RegExp[];
}

interface CompiledRoles {
  readonly list: readonly CompiledRole[];
  /** Words asked for before, with the roles they had: forms repeat their words hundreds of times. */
  readonly known: Map<string, KnownWord>;
}

/** The roles that a word has wherever it stands, and their ids. */
interface KnownWord {
  readonly roles: readonly Role[];
  readonly ids: readonly string[];
}

const compiled = new WeakMap<readonly Role[], CompiledRoles>();
const none: readonly Role[] = [];

/** The roles of a template with their patterns, compiled once. */
function compiledRoles(roles: Roles): CompiledRoles {
  const source = roles ?? none;
  let known = compiled.get(source);
  if (!known) {
    known = { known: new Map(), list: source.map(compiledRole) };
    compiled.set(source, known);
  }
  return known;
}

function compiledRole(role: Role): CompiledRole {
  const build = (sources: readonly string[] = []): RegExp[] => sources.map(expression);
  return {
    role,
    names: build(role.names),
    not: build(role.not),
    under: build(role.under),
    notUnder: build(role.notUnder),
  };
}

/**
 * How well a normalised word fits a role: the number of the first pattern that matches it, or -1. `above` are the words
 * it stands under, joined.
 */
function fit(role: CompiledRole, word: string, above: string): number {
  const written = role.names.findIndex((pattern) => pattern.test(word));
  const at = written >= 0 ? written : withoutNotes(role, word);
  if (at < 0 || role.not.some((pattern) => pattern.test(word))) return -1;
  if (role.under.length > 0 && !role.under.some((pattern) => pattern.test(above))) return -1;
  return role.notUnder.some((pattern) => pattern.test(above)) ? -1 : at;
}

/** What stands in brackets does not change what a word means: "年度(/项目)指标值". As `fit`, without it. */
function withoutNotes(role: CompiledRole, word: string): number {
  if (!word.includes("(")) return -1;
  const bare = word.replace(/\([^()]*\)/g, "");
  return bare === "" ? -1 : role.names.findIndex((pattern) => pattern.test(bare));
}

/** All roles that a word has, given the words it stands under. */
export function rolesOf(roles: Roles, word: string, above = ""): readonly Role[] {
  if (word === "" || roles === undefined || roles.length === 0) return none;
  if (above === "") return knownWord(roles, word).roles;
  return compiledRoles(roles).list.flatMap((role) => (fit(role, word, above) >= 0 ? [role.role] : []));
}

/** Ids of all roles that a word has, wherever it stands. */
export function roleIdsOf(roles: Roles, word: string): readonly string[] {
  return word === "" || roles === undefined || roles.length === 0 ? noIds : knownWord(roles, word).ids;
}

const noIds: readonly string[] = [];

/** At most so many words are kept a list of roles. */
const mostWords = 4096;

function knownWord(roles: Roles, word: string): KnownWord {
  const { list, known } = compiledRoles(roles);
  let found = known.get(word);
  if (found === undefined) {
    const fitting = list.flatMap((role) => (fit(role, word, "") >= 0 ? [role.role] : []));
    // Most words have none: these share one list.
    found = fitting.length === 0 ? nothing : { roles: fitting, ids: fitting.map(({ role }) => role) };
    if (known.size >= mostWords) known.clear();
    known.set(word, found);
  }
  return found;
}

const nothing: KnownWord = { roles: none, ids: noIds };

/** Id of the first role that a word has, wherever it stands; null where it has none. */
export function firstRoleOf(roles: Roles, word: string): string | null {
  return word === "" ? null : (knownWord(roles, word).ids[0] ?? null);
}

/** Whether a word has this role, wherever it stands, maybe among others. Looks at no other role and keeps nothing. */
export function hasRole(roles: Roles, id: string, word: string): boolean {
  return compiledRoles(roles).list.some((role) => role.role.role === id && fit(role, word, "") >= 0);
}

/**
 * Give each role the column that fits it best: names stand in a template with the surest first, so the lowest pattern
 * number wins; a column plays one role, a role has one column. Where a form has indicators of the year beside those of
 * the whole project, the year's count. `paths` are header words from the top down, by column.
 */
export function assignColumns(roles: Roles, paths: readonly (readonly string[])[]): Map<string, number> {
  const bids: { rank: number; term: number; order: number; column: number; role: string }[] = [];
  const { list } = compiledRoles(roles);
  paths.forEach((path, column) => {
    const word = path.at(-1);
    if (word === undefined) return;
    const above = path.slice(0, -1).join("");
    list.forEach((role, order) => {
      const rank = fit(role, word, above);
      if (rank >= 0) bids.push({ rank, term: termOf(above), order, column, role: role.role.role });
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

function termOf(above: string): number {
  return /年度/.test(above) ? 0 : /中期|长期|实施期|总体/.test(above) ? 2 : 1;
}

/**
 * Roles of each node of a forest, without those that only an undivided node can have where a part has a meaning of its
 * own.
 */
export function withoutDivided<Node extends { readonly roles: readonly string[]; readonly parent: number | null }>(
  nodes: readonly Node[],
  roles: Roles,
): Node[] {
  const undivided = (roles ?? []).filter((role) => role.undivided === true).map((role) => role.role);
  if (undivided.length === 0) return [...nodes];
  const divided = new Set(
    nodes.flatMap((node) => (node.parent !== null && node.roles.length > 0 ? [node.parent] : [])),
  );
  return nodes.map((node, index) =>
    divided.has(index) && node.roles.some((role) => undivided.includes(role))
      ? { ...node, roles: node.roles.filter((role) => !undivided.includes(role)) }
      : node,
  );
}
