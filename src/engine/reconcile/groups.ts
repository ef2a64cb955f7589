import type { Table } from "../tables";
import { fillGaps, yearsOf, type TableYear } from "./table-years";

/** The tables of one stage, one body and one year: only these are compared with each other. */
export interface TableGroup {
  /** 决算, or the budget; null where no table says. */
  readonly stage: "budget" | "final" | null;
  readonly body: string | null;
  readonly year: number | null;
  /** They stand in this year's workbook for comparison. */
  readonly lastYears: boolean;
  readonly tables: readonly Table[];
  /** The same by kind, in their order. */
  readonly byKind: ReadonlyMap<string, readonly Table[]>;
}

/**
 * Tables by stage, body and year: a 决算 table is never taken for the budget of its body. What is of neither stage goes
 * with the budget where there is one. `whole` is the document that the tables are taken from.
 */
export function groupTables(tables: readonly Table[], whole: readonly Table[] = tables): TableGroup[] {
  const usual = tables.some(({ template }) => template.stage === "budget") ? "budget" : null;
  const stages = new Map<TableGroup["stage"], Table[]>();
  for (const table of tables) {
    const stage = table.template.stage ?? usual;
    const same = stages.get(stage);
    if (same) same.push(table);
    else stages.set(stage, [table]);
  }
  return [...stages].flatMap(([stage, members]) => groupsOfStage(members, stage, whole));
}

/**
 * Tables by body and year, so that two bodies or two years in one workbook are kept apart. A table that does not say
 * its body (or year) goes with the only one there is, else with the nearest table before it; one that stands there for
 * comparison is last year's. An abbreviation ("市工信局"
 * for "市工业和信息化局") is the same body where the two have no kind of table in common. A row of tables that starts again
 * with its first kind and repeats at least one other is another body's, or another version: the two are kept apart.
 */
function groupsOfStage(tables: readonly Table[], stage: TableGroup["stage"], whole: readonly Table[]): TableGroup[] {
  const bodies = fillGaps(tables.map((table) => bodyKey(table.body)));
  const years = yearsOf(tables, bodies, whole);
  const keys = mergeAbbreviations(
    tables,
    bodies,
    years.map(({ year }) => year),
  );
  const groups = new Map<string, { of: TableYear; members: Table[] }>();
  tables.forEach((table, index) => {
    const of = years[index]!;
    const key = `${keys[index] ?? ""}|${of.year ?? ""}|${of.last}`;
    const group = groups.get(key);
    if (group) group.members.push(table);
    else groups.set(key, { of, members: [table] });
  });
  return [...groups.values()].flatMap(({ of, members: all }) =>
    splitSets(all).map((members) => ({
      stage,
      body: members.find((table) => table.body !== null)?.body ?? null,
      year: of.year,
      lastYears: of.last,
      tables: members,
      byKind: byKind(members),
    })),
  );
}

function byKind(tables: readonly Table[]): Map<string, Table[]> {
  const kinds = new Map<string, Table[]>();
  for (const table of tables) {
    const same = kinds.get(table.template.kind);
    if (same) same.push(table);
    else kinds.set(table.template.kind, [table]);
  }
  return kinds;
}

/** A body's name without codes, brackets and blanks, so that "301001某市…局（汇总）" and "某市…局" are one. */
export function bodyKey(body: string | null): string | null {
  if (body === null) return null;
  const key = body
    .normalize("NFKC")
    .replace(/[\s_-]/g, "")
    .replace(/[([【].*?[)\]】]/g, "")
    .replace(/^\d+/, "")
    .replace(/(?:汇总|本级汇总|部门汇总)$/, "");
  return key === "" ? null : key;
}

function mergeAbbreviations(
  tables: readonly Table[],
  bodies: readonly (string | null)[],
  years: readonly (number | null)[],
): (string | null)[] {
  const kinds = new Map<string, Set<string>>();
  tables.forEach((table, index) => {
    const body = bodies[index];
    if (body === null || body === undefined) return;
    const own = kinds.get(body) ?? new Set<string>();
    own.add(`${table.template.kind}|${years[index] ?? ""}`);
    kinds.set(body, own);
  });
  const full = new Map<string, string>();
  const known = [...kinds];
  for (const [short, own] of known) {
    const candidates = known.filter(
      ([long, others]) =>
        long.length > short.length && isAbbreviation(short, long) && [...own].every((kind) => !others.has(kind)),
    );
    if (candidates.length === 1) full.set(short, candidates[0]![0]);
  }
  return bodies.map((body) => (body === null ? null : (full.get(body) ?? body)));
}

/** True where every character of the short name stands in the long one, in order, and both begin and end alike. */
function isAbbreviation(short: string, long: string): boolean {
  if (short.length < 3 || short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  let found = 0;
  for (const character of long) if (character === short[found]) found++;
  return found === short.length;
}

function splitSets(tables: readonly Table[]): Table[][] {
  const sets: Table[][] = [];
  for (const table of tables) {
    const current = sets.at(-1);
    const kind = table.template.kind;
    const startsAgain =
      current !== undefined && current[0]!.template.kind === kind && current.at(-1)!.template.kind !== kind;
    if (current === undefined || startsAgain) sets.push([table]);
    else current.push(table);
  }
  const kindsOf = (set: readonly Table[]) => new Set(set.map((table) => table.template.kind));
  const first = kindsOf(sets[0]!);
  // One kind that comes twice is one body's second form of a table, not another body.
  return sets.slice(1).every((set) => [...kindsOf(set)].filter((kind) => first.has(kind)).length >= 2)
    ? sets
    : [[...tables]];
}
