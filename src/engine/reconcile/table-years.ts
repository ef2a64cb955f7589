import { holdsFigures, holdsText, type Table } from "../tables";

/** The year that a table's figures are of. */
export interface TableYear {
  /** Null where nothing says. */
  readonly year: number | null;
  /** It stands in this year's workbook for comparison: nothing of it is this year's. */
  readonly last: boolean;
}

/** Names of tables of the year before; a comparison speaks of both years, and money carried over is this year's. */
const lastYears = /(?:上年|去年|上一年|上年度)(?!度?(?:结转|结余|对比|比|执行数?与))/;
const comparing = /对比|比较|增减|变动|变化|预决算/;

/**
 * The years of tables, in their order. A table that names none is of the only year that the others name, else of the
 * year of the table before it. A table that is called last year's, or that names an earlier year than the document and
 * stands beside one of its kind that names none, is last year's: the others never take its year. `whole` is the
 * document that the tables are of: its texts and column headings say its year.
 */
export function yearsOf(
  tables: readonly Table[],
  bodies: readonly (string | null)[],
  whole: readonly Table[],
): TableYear[] {
  const main = yearOfDocument(tables, whole);
  const last = tables.map((table) => isLastYears(table, tables, main));
  const own = tables.filter((_, index) => !last[index]);
  const filled = withoutStrays(
    own,
    bodies.filter((_, index) => !last[index]),
    fillGaps(own.map(({ year }) => year)),
  );
  if (!last.includes(true)) return filled.map((year) => ({ year, last: false }));
  const before = tables.find(({ year }, index) => last[index] && year !== null)?.year ?? null;
  const current = main ?? (before === null ? null : before + 1);
  const years = filled.values();
  return tables.map(({ year }, index) =>
    last[index]
      ? { year: year ?? (current === null ? null : current - 1), last: true }
      : { year: years.next().value ?? current, last: false },
  );
}

/** The year that the texts of a document name, else the latest that its tables' columns name. */
function yearOfDocument(tables: readonly Table[], whole: readonly Table[]): number | null {
  const texts = whole.flatMap(({ template, year }) => (holdsText(template) && year !== null ? [year] : []));
  if (texts.length > 0) return Math.max(...texts);
  const columns = tables
    .filter(({ year }) => year === null)
    .flatMap(({ headerColumns = [] }) => headerColumns.flatMap(({ year }) => year ?? []));
  return columns.length === 0 ? null : Math.max(...columns);
}

function isLastYears(table: Table, tables: readonly Table[], main: number | null): boolean {
  const { template, year } = table;
  const alike = tables.filter((other) => other !== table && other.template.kind === template.kind);
  if (isCalledLastYears(table)) return year !== null || alike.some((other) => !isCalledLastYears(other));
  return year !== null && main !== null && year < main && alike.some((other) => other.year === null);
}

function isCalledLastYears({ sheet, title }: Table): boolean {
  return [sheet.name, title ?? ""].some((name) => lastYears.test(name) && !comparing.test(name));
}

/** What is not known is the only value there is, else that of the one before. */
export function fillGaps<Value>(values: readonly (Value | null)[]): (Value | null)[] {
  const known = [...new Set(values.filter((value) => value !== null))];
  if (known.length <= 1) return values.map(() => known[0] ?? null);
  let last: Value | null = values.find((value) => value !== null) ?? null;
  return values.map((value) => (last = value ?? last));
}

/** A set of budget tables has at least so many; so many of another year may be strays. */
const fewestOfSet = 3;
const mostStrays = 2;

/**
 * One or two budget tables whose title names another year than their set, and whose kinds the set lacks, belong to the
 * set: last year's title was left standing. A second full set, or a kind that is already there, is another year's
 * indeed.
 */
function withoutStrays(
  tables: readonly Table[],
  bodies: readonly (string | null)[],
  years: readonly (number | null)[],
): (number | null)[] {
  const isBudget = (table: Table): boolean => holdsFigures(table);
  const result = [...years];
  const byBody = new Map<string | null, number[]>();
  tables.forEach((table, index) => {
    if (!isBudget(table)) return;
    const own = byBody.get(bodies[index]!);
    if (own) own.push(index);
    else byBody.set(bodies[index]!, [index]);
  });
  for (const own of byBody.values()) {
    const byYear = new Map<number | null, number[]>();
    for (const index of own) byYear.set(years[index]!, [...(byYear.get(years[index]!) ?? []), index]);
    const [set, ...others] = [...byYear].sort((a, b) => b[1].length - a[1].length);
    if (!set || set[1].length < fewestOfSet) continue;
    const kinds = new Set(set[1].map((index) => tables[index]!.template.kind));
    for (const [, strays] of others)
      if (strays.length <= mostStrays && strays.every((index) => !kinds.has(tables[index]!.template.kind)))
        for (const index of strays) result[index] = set[0];
  }
  return result;
}
