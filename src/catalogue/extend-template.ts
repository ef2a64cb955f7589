import type { CatalogueFile, CatalogueProblem } from "../engine/reconcile";

type Json = Readonly<Record<string, unknown>>;

/** Roles that a template lists; those of a twin are added to, one by one. */
const roleLists = ["columns", "lines", "fields"] as const;

/**
 * Templates with what they take over from the one that they extend: a field of their own takes the place of its field;
 * of a role that both have, `names` are added to and everything else is the twin's. `known` has the templates that may
 * be extended besides the files' own.
 */
export function extendTemplates(
  files: readonly CatalogueFile[],
  known: readonly { readonly id: string }[],
): { files: CatalogueFile[]; problems: CatalogueProblem[] } {
  const problems: CatalogueProblem[] = [];
  const byId = new Map<unknown, unknown>([
    ...known.map(({ id, ...template }): [unknown, unknown] => [
      id,
      { id, ...template, classifications: undefined, meanings: undefined },
    ]),
    ...files.flatMap(({ content }): [unknown, unknown][] => (isObject(content) ? [[content["id"], content]] : [])),
  ]);
  const whole = (content: unknown, behind: readonly unknown[]): Json | string => {
    if (!isObject(content)) return {};
    const { extends: base, ...own } = content;
    if (base === undefined) return own;
    if (typeof base !== "string") return "表样的编号应为文字";
    if (behind.includes(base)) return `表样“${base}”绕了一圈又回到自己`;
    if (!byId.has(base)) return `没有编号为“${base}”的表样`;
    const twin = whole(byId.get(base), [...behind, base]);
    return typeof twin === "string" ? twin : merged(twin, own);
  };
  const extended = files.flatMap((file): CatalogueFile[] => {
    if (!isObject(file.content) || file.content["extends"] === undefined) return [file];
    const content = whole(file.content, [file.content["id"]]);
    if (typeof content !== "string") return [{ ...file, content }];
    problems.push({ file: file.name, field: "extends", message: content });
    return [];
  });
  return { files: extended, problems };
}

/** Does a file of the catalogue hold a template: has it a layout, its own or another's? */
export function isTemplateFile({ content }: CatalogueFile): boolean {
  return isObject(content) && ("layout" in content || "extends" in content);
}

function merged(twin: Json, own: Json): Json {
  const lists = roleLists.flatMap((list) => {
    const roles = withRoles(rolesIn(twin[list]), own[list]);
    return roles === undefined ? [] : [[list, roles] as const];
  });
  return { ...twin, ...own, ...Object.fromEntries(lists) };
}

function withRoles(twin: readonly Json[], own: unknown): unknown {
  if (own === undefined) return twin.length > 0 ? twin : undefined;
  if (!Array.isArray(own) || !own.every(isObject)) return own;
  const added = new Map(own.map((role) => [role["role"], role]));
  const kept = twin.map((role) => {
    const change = added.get(role["role"]);
    added.delete(role["role"]);
    return change === undefined ? role : { ...role, ...change, names: [...namesOf(role), ...namesOf(change)] };
  });
  return [...kept, ...added.values()];
}

function rolesIn(list: unknown): readonly Json[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function namesOf({ names }: Json): readonly unknown[] {
  return Array.isArray(names) ? names : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
