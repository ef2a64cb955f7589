import type { Role } from "./template";

const compiled = new WeakMap<Role, { names: RegExp[]; not: RegExp[]; under: RegExp[]; notUnder: RegExp[] }>();

function patterns(role: Role) {
  let known = compiled.get(role);
  if (!known) {
    const build = (sources: readonly string[] | undefined) => (sources ?? []).map((source) => new RegExp(source));
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
  const { names, not, under, notUnder } = patterns(role);
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
