import type { DroppedChoice, Table } from "./table";
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

/**
 * The tables of a sheet with what a person chose for its columns and none of them took: the header has gone, or the
 * table has no such meaning. The first table says so.
 */
export function withDroppedChoices(tables: readonly Table[], chosen: ColumnChoices): readonly Table[] {
  const dropped = [...chosen].flatMap(([header, role]): DroppedChoice[] =>
    tables.some((table) => takes(table, header, role)) ? [] : [{ header, role }],
  );
  return dropped.length === 0 ? tables : tables.map((table, at) => (at === 0 ? { ...table, dropped } : table));
}

/** A column under these words with this meaning; of a form, whose columns are no measures, one that is read. */
function takes(
  { template, sections, comparisons = [], headerColumns = [] }: Table,
  header: string,
  role: string,
): boolean {
  if (template.columns?.some((own) => own.role === role) !== true) return false;
  const measures = [...sections, ...comparisons].flatMap(({ columns }) => columns);
  const named = measures.filter(({ path }) => path.join("/") === header);
  if (named.length > 0) return named.some(({ roles }) => roles.includes(role));
  return headerColumns.some((column) => column.header === header && column.isRead);
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
