import { z } from "zod/mini";
import { codeCell, foldedName, holdsFigures, nearlyAlike, purposeOf, type Line, type Table } from "../../tables";
import type { Amounts, CellId, ExactDecimal } from "../../workbook";
import { powerOfTen } from "../../workbook";
import { defineCheck, type CheckContext } from "../check";
import { declare } from "../declaration";
import type { SectionFigures } from "../figures";
import type { Outcome } from "../outcome";
import { codeOutcome } from "./code-sayings";
import { sectionsOnce, tableNames } from "./coded-lines";
import { codedProjects, codedRows } from "./coded-rows";

export const codeDiffers = declare("code-differs", {
  parameters: z.strictObject({
    table: z.string(),
    row: z.string(),
    code: z.string(),
    others: z.string(),
    wanted: z.string(),
    isSure: z.boolean(),
  }),
  title: ({ table, row, code, others, wanted, isSure }) =>
    isSure
      ? `${table}“${row}”的编码写成 ${code}，${others}${others.includes("、") ? "都" : ""}是 ${wanted}`
      : `“${row}”的编码，${table}是 ${code}，${others}是 ${wanted}，有一个写错了`,
  lines: () => ["名称相同，两个编码只差一两位数字，而且别处都没有。请核对编码。"],
});

/** A row with a code of its own, of a subject, of a unit or of a project. */
interface Entry {
  readonly table: Table;
  readonly code: string;
  readonly name: string;
  /** The cell that another code would stand in. */
  readonly cellFor: (code: string) => CellId;
  /** The row's amounts in 元, but for zeros: asked for of the few rows that have a twin. */
  readonly amounts: () => readonly ExactDecimal[];
}

/**
 * One row has one code in all tables of a document. A row whose code no other table prints, while others print for its
 * name a code that its own table lacks and that differs in a digit or two, is mistyped; a subject's row must have an
 * amount of it there, too, since names such as 其他支出 come back under other codes. Of one against one nobody knows which
 * is wrong. Lists that no template knows print the codes of subjects and of projects, forms that of their project.
 */
export const codesAgreeAcross = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [codeDiffers],
  run(context): Outcome[] {
    const rows = context.tables.filter(isOwn).flatMap((table) => listedEntries(context, table));
    const isProject = ({ code }: Entry): boolean => code.length >= shortestProjectCode;
    const { subjects, units } = codedLines(context);
    return [
      ...strayCodes(context, [...subjects, ...rows.filter((entry) => !isProject(entry))], true),
      ...strayCodes(context, units, false),
      ...strayCodes(context, rows.filter(isProject), false),
    ];
  },
});

const isOwn = ({ document = "main" }: Table): boolean => document === "main";
/** Codes of subjects are shorter. */
const shortestProjectCode = 10;

function strayCodes(context: CheckContext<unknown>, entries: readonly Entry[], byAmount: boolean): Outcome[] {
  const tableOf = onlyTables(entries);
  const isElsewhere = ({ code, table }: Entry): boolean => tableOf.get(code) !== table;
  const alone = entries.filter((entry) => !isElsewhere(entry) && entry.name.length >= shortestName);
  // Nearly every code stands in several tables: the rest is not gone into for nothing.
  if (alone.length === 0) return [];
  const byCode = grouped(entries, ({ code }) => code);
  const byName = grouped(entries, ({ name }) => name);
  const strays: { readonly entry: Entry; readonly twins: readonly Entry[]; readonly isSure: boolean }[] = [];
  const done = new Set<Entry>();
  for (const entry of alone) {
    if (done.has(entry)) continue;
    const twins = (byName.get(entry.name) ?? []).filter((other) => isTwin(entry, other, byCode, byAmount));
    const [first] = twins;
    if (first === undefined || twins.some(({ code }) => code !== first.code)) continue;
    const witnesses = [...new Set(twins.map(({ table }) => table))];
    const isSure = witnesses.length > 1 || isElsewhere(first);
    for (const one of isSure ? [entry] : [entry, ...twins]) done.add(one);
    strays.push({ entry, twins, isSure });
  }
  const times = grouped(
    strays.map(({ entry }) => entry),
    ({ table }) => table.sheet.name,
  );
  return strays
    .filter(({ entry }) => times.get(entry.table.sheet.name)!.length <= mostStrays)
    .map(({ entry, twins, isSure }) => outcomeOf(context, entry, twins, isSure));
}

/** The table of each code that only one table prints; null for a code of several. */
function onlyTables(entries: readonly Entry[]): ReadonlyMap<string, Table | null> {
  const tables = new Map<string, Table | null>();
  for (const { code, table } of entries) {
    const known = tables.get(code);
    if (known === undefined) tables.set(code, table);
    else if (known !== table) tables.set(code, null);
  }
  return tables;
}

const shortestName = 3;
/** More than so many in one table are a numbering of its own. */
const mostStrays = 3;

/** Rows of another table that are called so, and whose code this one's table lacks and nearly has. */
function isTwin(entry: Entry, other: Entry, byCode: ReadonlyMap<string, readonly Entry[]>, byAmount: boolean): boolean {
  if (other.table === entry.table || entry.code === other.code || !nearlyAlike(entry.code, other.code)) return false;
  if ((byCode.get(other.code) ?? []).some(({ table }) => table === entry.table)) return false;
  return !byAmount || entry.amounts().some((amount) => other.amounts().some((one) => one.equals(amount)));
}

/** A coded row of a table that we know. Every row of a book is one: what is asked of few of them is worked out then. */
class LineEntry implements Entry {
  constructor(
    readonly table: Table,
    readonly code: string,
    private readonly line: Line,
    private readonly at: number,
    private readonly place: SectionFigures,
    private readonly read: Amounts,
  ) {}

  get name(): string {
    return foldedName(this.line.label);
  }

  cellFor(code: string): CellId {
    return codeCell(this.place.section, this.line, code).cell;
  }

  amounts(): readonly ExactDecimal[] {
    const cells = this.place.section.columns.map((_, column) => this.place.cell(this.at, column));
    return inYuan(this.read, this.table, cells);
  }
}

/** The coded rows of tables that we know: those of units, and those of subjects. */
function codedLines({ tables, figures, amounts }: CheckContext<unknown>): Record<"subjects" | "units", Entry[]> {
  const found: Record<"subjects" | "units", Entry[]> = { subjects: [], units: [] };
  for (const table of tables) {
    if (!isOwn(table) || !holdsFigures(table)) continue;
    const once = new Set(sectionsOnce(table));
    for (const place of figures.sectionsOf(table)) {
      if (!once.has(place.section)) continue;
      place.section.lines.forEach((line, at) => {
        const { code, repeats, slip, roles } = line;
        if (code === null || repeats !== null || slip !== undefined || !/^\d{3,}$/.test(code)) return;
        const kind = roles.includes("unit") ? "units" : "subjects";
        found[kind].push(new LineEntry(table, code, line, at, place, amounts));
      });
    }
  }
  return found;
}

/**
 * The coded rows of lists, with all their amounts, and the projects of forms. Names that come twice (at one level) say
 * nothing.
 */
function listedEntries({ figures, amounts }: CheckContext<unknown>, table: Table): Entry[] {
  const isList = !holdsFigures(table) && purposeOf(table) === null;
  // Several sections of a table may have the same rows.
  const rows = isList ? [...new Map(codedRows(table).map((row) => [row.codeCell, row])).values()] : [];
  const entries = [
    ...rows.map(({ code, name, codeCell: cell, line }): Entry => {
      const cells = (): CellId[] =>
        figures.sectionsOf(table).flatMap((place) => {
          const at = place.section.lines.indexOf(line);
          return at < 0 ? [] : place.section.columns.map((_, column) => place.cell(at, column));
        });
      const own = (): readonly ExactDecimal[] => inYuan(amounts, table, cells());
      return { table, code, name: foldedName(name), cellFor: () => cell, amounts: own };
    }),
    ...codedProjects(table).map(({ code, name, codeCell: cell }): Entry => ({
      table,
      code,
      name: foldedName(name),
      cellFor: () => cell,
      amounts: () => [],
    })),
  ];
  const keyOf = ({ name, code }: Entry): string => `${code.length} ${name}`;
  const named = grouped(entries, keyOf);
  return entries.filter((entry) => named.get(keyOf(entry))!.length === 1);
}

function inYuan(amounts: Amounts, { unitExponent }: Table, cells: readonly CellId[]): ExactDecimal[] {
  return cells.flatMap((cell) => {
    const value = cell < 0 ? null : amounts.value(cell);
    return value === null || value.isZero() ? [] : [value.times(powerOfTen(unitExponent))];
  });
}

function grouped(entries: readonly Entry[], keyOf: (entry: Entry) => string): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group) group.push(entry);
    else groups.set(keyOf(entry), [entry]);
  }
  return groups;
}

function outcomeOf({ rule }: CheckContext<unknown>, entry: Entry, twins: readonly Entry[], isSure: boolean): Outcome {
  const wanted = twins[0]!.code;
  const cells = [entry.cellFor(wanted), ...(isSure ? [] : twins.map((twin) => twin.cellFor(entry.code)))];
  const detail = codeDiffers.with({
    table: entry.table.template.short,
    row: entry.name,
    code: entry.code,
    others: tableNames(twins.map((twin) => twin.table)),
    wanted,
    isSure,
  });
  return codeOutcome(rule, detail, cells, { outcome: "fail", severity: isSure ? rule.severity : "explain" });
}
