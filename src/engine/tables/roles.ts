import { expression } from "./patterns";
import type { Role } from "./template";

/** A role with its patterns compiled. */
export interface RolePatterns {
  readonly names: readonly RegExp[];
  readonly not: readonly RegExp[];
  readonly under: readonly RegExp[];
  readonly notUnder: readonly RegExp[];
}

const compiled = new WeakMap<Role, RolePatterns>();

/** The patterns of a role, compiled once. */
export function patternsOf(role: Role): RolePatterns {
  let known = compiled.get(role);
  if (!known) {
    const build = (sources: readonly string[] = []): RegExp[] => sources.map(expression);
    known = {
      names: build(role.names),
      not: build(role.not),
      under: build(role.under),
      notUnder: build(role.notUnder),
    };
    compiled.set(role, known);
  }
  return known;
}

/** Does a normalised word mean this role, given the words it stands under? */
export function hasRole(role: Role, word: string, above: string): boolean {
  if (word === "") return false;
  const { names, not, under, notUnder } = patternsOf(role);
  if (!names.some((name) => name.test(word)) || not.some((name) => name.test(word))) return false;
  return (under.length === 0 || under.some((name) => name.test(above))) && !notUnder.some((name) => name.test(above));
}

/** Ids of all roles a word has. */
export function rolesOf(roles: readonly Role[] | undefined, word: string, above: string): readonly Role[] {
  if (roles === undefined || roles.length === 0) return none;
  return roles.filter((role) => hasRole(role, word, above));
}

const none: readonly Role[] = [];

/**
 * Roles of each node of a forest, without those that only an undivided node can have where a part has a meaning of its
 * own.
 */
export function withoutDivided<Node extends { readonly roles: readonly string[]; readonly parent: number | null }>(
  nodes: readonly Node[],
  roles: readonly Role[] | undefined,
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
