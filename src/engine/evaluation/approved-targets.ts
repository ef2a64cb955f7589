import { purposeOf } from "../tables";
import type { IndicatorBlock, Table } from "../tables";
import { likeness, plainName } from "./names";

/** The approved targets a self-evaluation is held against. */
export interface ApprovedTargets {
  readonly table: Table;
  readonly block: IndicatorBlock;
  /**
   * How it was found: by name; because there is only one for the whole; for a project without a name, by its
   * indicators.
   */
  readonly by: "name" | "only-one" | "indicators";
}

/** Projects at least this alike in name are one. */
const alike = 0.7;
/** Forms without a project's name are one project where this share of the indicators is the same. */
const mostlyShared = 0.5;

/** True for tables of targets that may speak of a self-evaluation's year: those that name another year do not. */
export function targetTables(tables: readonly Table[], form: Table): Table[] {
  const kindOfForm = form.blocks[0]?.subject === "project" ? "project" : "department";
  const candidates = tables.filter(
    (table) =>
      purposeOf(table) === "targets" && (table.year === null || form.year === null || table.year === form.year),
  );
  const given = candidates.filter((table) => table.document === "targets");
  return (
    given.length > 0 ? given : candidates.filter((table) => table.document === undefined || table.document === "main")
  ).filter((table) => table.blocks.some((block) => (block.subject === "project") === (kindOfForm === "project")));
}

/** The block of targets for a self-evaluation's block; null where none is sure. */
export function approvedFor(tables: readonly Table[], form: Table, block: IndicatorBlock): ApprovedTargets | null {
  const targets = targetTables(tables, form);
  const same = targets.flatMap((table) => namesake(table, block, form));
  if (same.length > 0) return same.length === 1 ? { ...same[0]!, by: "name" } : null;
  const blocks = targets.flatMap((table) => table.blocks.map((candidate) => ({ table, block: candidate })));
  const named = blocks
    .map((candidate) => ({ ...candidate, likeness: nameLikeness(candidate.block, block, form) }))
    .filter((candidate) => candidate.likeness >= alike)
    .sort((a, b) => b.likeness - a.likeness);
  const [best, second] = named;
  if (best && (!second || second.likeness < best.likeness)) return { table: best.table, block: best.block, by: "name" };
  if (best) return null;
  const [only] = blocks;
  if (blocks.length !== 1 || only === undefined) return null;
  if (block.subject !== "project") return { table: only.table, block: only.block, by: "only-one" };
  const nameless = only.block.name === "" || block.name === "";
  return nameless && shareOfNames(only.block, block) >= mostlyShared
    ? { table: only.table, block: only.block, by: "indicators" }
    : null;
}

/** How many of a self-evaluation's indicators have an approved one of the same name. */
function shareOfNames(approved: IndicatorBlock, block: IndicatorBlock): number {
  const own = block.indicators.filter((indicator) => !indicator.empty);
  const names = new Set(
    approved.indicators.filter((indicator) => !indicator.empty).map((indicator) => plainName(indicator.level3)),
  );
  return own.length === 0 ? 0 : own.filter((indicator) => names.has(plainName(indicator.level3))).length / own.length;
}

/** Blocks of each table of targets by name: with hundreds of projects a look at each for each would take its time. */
const byName = new WeakMap<Table, ReadonlyMap<string, readonly IndicatorBlock[]>>();

/** The blocks of a table whose name is just that of a self-evaluation's block. */
function namesake(
  table: Table,
  block: IndicatorBlock,
  form: Table,
): { readonly table: Table; readonly block: IndicatorBlock }[] {
  let known = byName.get(table);
  if (!known) {
    const grouped = new Map<string, IndicatorBlock[]>();
    for (const candidate of table.blocks)
      grouped.set(bodyName(candidate.name), [...(grouped.get(bodyName(candidate.name)) ?? []), candidate]);
    byName.set(table, (known = grouped));
  }
  const found = new Set(namesOf(block, form).flatMap((name) => known.get(bodyName(name)) ?? []));
  return [...found]
    .filter((candidate) => nameLikeness(candidate, block, form) === 1)
    .map((candidate) => ({ table, block: candidate }));
}

function namesOf(block: IndicatorBlock, form: Table): string[] {
  return [block.name, block.subject === "project" ? "" : (form.body ?? "")].filter((name) => name !== "");
}

function nameLikeness(candidate: IndicatorBlock, block: IndicatorBlock, form: Table): number {
  return Math.max(0, ...namesOf(block, form).map((name) => bodyLikeness(candidate.name, name)));
}

/** "某市水利局机关" and "某市水利局" are one body here: the form of the whole is the department's. */
function bodyLikeness(one: string, other: string): number {
  return bodyName(one) === bodyName(other) && bodyName(one) !== "" ? 1 : likeness(one, other);
}

function bodyName(name: string): string {
  const plain = plainName(name);
  return plain.replace(/(?:机关|本级|汇总)$/, "") || plain;
}
