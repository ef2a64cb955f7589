import { readsWithoutRole } from "./columns";
import { holdsFigures } from "./purpose";
import type { Column, DroppedChoice, Table } from "./table";
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
    tables.some((table) => takes(table, header, role))
      ? []
      : [{ header, role, reason: whyDropped(tables, header, role) }],
  );
  if (dropped.length === 0) return tables;
  return tables.map((table, at) => (at === 0 ? { ...table, dropped: [...(table.dropped ?? []), ...dropped] } : table));
}

/** Of several reasons the one that nothing else cures: a header that has gone, then a role that the tables lack. */
function whyDropped(tables: readonly Table[], header: string, role: string): DroppedChoice["reason"] {
  if (!tables.some((table) => hasColumn(table, header))) return "no-column";
  return tables.some(({ template }) => hasRole(template, role)) ? "not-read" : "no-role";
}

function hasColumn(table: Table, header: string): boolean {
  const { headerColumns = [] } = table;
  return measuresUnder(table, header).length > 0 || headerColumns.some((column) => column.header === header);
}

function hasRole({ columns = [] }: TableTemplate, role: string): boolean {
  return columns.some((own) => own.role === role);
}

function measuresUnder({ sections, comparisons = [] }: Table, header: string): readonly Column[] {
  const measures = [...sections, ...comparisons].flatMap(({ columns }) => columns);
  return measures.filter(({ path }) => path.join("/") === header);
}

/**
 * A column under these words with this meaning; of a form, whose columns are no measures, one that is read. In a table
 * of figures names, codes and what stands beside the sum are read by their words, whatever was chosen for them.
 */
function takes(table: Table, header: string, role: string): boolean {
  const { template, headerColumns = [] } = table;
  if (!hasRole(template, role)) return false;
  const named = measuresUnder(table, header);
  if (named.length > 0) return named.some(({ roles }) => roles.includes(role));
  if (holdsFigures(table) && readsWithoutRole(header.split("/"))) return false;
  return headerColumns.some((column) => column.header === header && column.isRead);
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
