import { z } from "zod/mini";
import { codeCell, foldedName, holdsFigures, nearlyAlike, purposeOf, type Line, type Table } from "../../tables";
import type { Amounts, CellId, ExactDecimal } from "../../workbook";
import { powerOfTen } from "../../workbook";
import { defineCheck, type CheckContext } from "../check";
import { declare } from "../declaration";
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
    const subjects = entriesOf(context, (line) => !line.roles.includes("unit"));
    return [
      ...strayCodes(context, [...subjects, ...rows.filter((entry) => !isProject(entry))], true),
      ...strayCodes(
        context,
        entriesOf(context, (line) => line.roles.includes("unit")),
        false,
      ),
      ...strayCodes(context, rows.filter(isProject), false),
    ];
  },
});

const isOwn = ({ document = "main" }: Table): boolean => document === "main";
/** Codes of subjects are shorter. */
const shortestProjectCode = 10;

function strayCodes(context: CheckContext<unknown>, entries: readonly Entry[], byAmount: boolean): Outcome[] {
  const byCode = grouped(entries, ({ code }) => code);
  const byName = grouped(entries, ({ name }) => name);
  const strays: { readonly entry: Entry; readonly twins: readonly Entry[]; readonly isSure: boolean }[] = [];
  const done = new Set<Entry>();
  for (const entry of entries) {
    if (done.has(entry) || isElsewhere(byCode, entry.code, entry.table) || entry.name.length < shortestName) continue;
    const twins = (byName.get(entry.name) ?? []).filter((other) => isTwin(entry, other, byCode, byAmount));
    const [first] = twins;
    if (first === undefined || twins.some(({ code }) => code !== first.code)) continue;
    const witnesses = [...new Set(twins.map(({ table }) => table))];
    const isSure = witnesses.length > 1 || isElsewhere(byCode, first.code, first.table);
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

const shortestName = 3;
/** More than so many in one table are a numbering of its own. */
const mostStrays = 3;

/** Rows of another table that are called so, and whose code this one's table lacks and nearly has. */
function isTwin(entry: Entry, other: Entry, byCode: ReadonlyMap<string, readonly Entry[]>, byAmount: boolean): boolean {
  if (other.table === entry.table || entry.code === other.code || !nearlyAlike(entry.code, other.code)) return false;
  if ((byCode.get(other.code) ?? []).some(({ table }) => table === entry.table)) return false;
  return !byAmount || entry.amounts().some((amount) => other.amounts().some((one) => one.equals(amount)));
}

function isElsewhere(byCode: ReadonlyMap<string, readonly Entry[]>, code: string, table: Table): boolean {
  return (byCode.get(code) ?? []).some((other) => other.table !== table);
}

/** The coded rows of tables that we know, each with its amounts. */
function entriesOf({ tables, figures, amounts }: CheckContext<unknown>, wanted: (line: Line) => boolean): Entry[] {
  return tables
    .filter((table) => isOwn(table) && holdsFigures(table))
    .flatMap((table) =>
      sectionsOnce(table).flatMap((section) => {
        const place = figures.sectionsOf(table).find((one) => one.section === section);
        return section.lines.flatMap((line, index): Entry[] => {
          const isCoded = line.code !== null && /^\d{3,}$/.test(line.code) && line.repeats === null;
          if (!isCoded || line.slip !== undefined || !wanted(line)) return [];
          const cells = (): CellId[] =>
            place === undefined ? [] : section.columns.map((_, column) => place.cell(index, column));
          return [
            {
              table,
              code: line.code,
              name: foldedName(line.label),
              cellFor: (code) => codeCell(section, line, code).cell,
              amounts: () => inYuan(amounts, table, cells()),
            },
          ];
        });
      }),
    );
}

/** The coded rows of lists, with all their amounts, and the projects of forms. Names that come twice say nothing. */
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
  const named = grouped(entries, ({ name }) => name);
  return entries.filter(({ name }) => named.get(name)!.length === 1);
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
