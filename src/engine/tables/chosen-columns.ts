import type { Role, TableTemplate } from "./template";

/** What a person says the columns of a sheet are: header words from the top down, joined by "/" → role. */
export type ColumnChoices = ReadonlyMap<string, string>;

/** A role that matches the chosen header and no other, under the words that stand over it. */
export function chosenRole(header: string, role: string): Pick<Role, "role" | "names" | "under"> {
  const path = header.split("/");
  const above = path.at(-2);
  return {
    role,
    names: [`^${escaped(path.at(-1)!)}$`],
    ...(above === undefined ? {} : { under: [`${escaped(above)}$`] }),
  };
}

/** A template that knows the chosen columns besides its own; roles that it does not have are passed over. */
export function withChosenColumns(template: TableTemplate, chosen: ColumnChoices): TableTemplate {
  const known = new Map((template.columns ?? []).map((role) => [role.role, role]));
  const added = [...chosen].flatMap(([header, role]): Role[] => {
    const own = known.get(role);
    return own === undefined ? [] : [{ ...own, not: undefined, notUnder: undefined, ...chosenRole(header, role) }];
  });
  return added.length === 0 ? template : { ...template, columns: [...added, ...(template.columns ?? [])] };
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
