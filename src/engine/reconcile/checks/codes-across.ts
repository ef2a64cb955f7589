import { z } from "zod/mini";
import { codeCell, foldedName, holdsFigures, nearlyAlike, type Line, type Section, type Table } from "../../tables";
import type { CellId, ExactDecimal } from "../../workbook";
import { powerOfTen } from "../../workbook";
import { defineCheck, type CheckContext } from "../check";
import { declare } from "../declaration";
import type { Outcome } from "../outcome";
import { codeOutcome } from "./code-sayings";
import { sectionsOnce, tableNames } from "./coded-lines";

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

/** A row with a code of its own, of a subject or of a unit. */
interface Entry {
  readonly table: Table;
  readonly section: Section;
  readonly line: Line;
  /** The row's total in 元; null where there is none. */
  readonly amount: ExactDecimal | null;
}

/**
 * One row has one code in all tables of a document. A row whose code no other table prints, while others print for its
 * name a code that its own table lacks and that differs in a digit or two, is mistyped; a subject's row must have the
 * same amount there, too, since names such as 其他支出 come back under other codes. Of one against one nobody knows which
 * is wrong.
 */
export const codesAgreeAcross = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [codeDiffers],
  run(context): Outcome[] {
    return [
      ...strayCodes(context, (line) => !line.roles.includes("unit"), true),
      ...strayCodes(context, (line) => line.roles.includes("unit"), false),
    ];
  },
});

function strayCodes(context: CheckContext<unknown>, wanted: (line: Line) => boolean, byAmount: boolean): Outcome[] {
  const entries = entriesOf(context, wanted);
  const tablesOf = grouped(entries, ({ line }) => line.code!);
  const byName = grouped(entries, ({ line }) => foldedName(line.label));
  const strays: { readonly entry: Entry; readonly twins: readonly Entry[]; readonly isSure: boolean }[] = [];
  const done = new Set<Line>();
  for (const entry of entries) {
    if (done.has(entry.line) || isElsewhere(tablesOf, entry.line.code!, entry.table)) continue;
    const name = foldedName(entry.line.label);
    if (name.length < shortestName) continue;
    const twins = (byName.get(name) ?? []).filter((other) => isTwin(entry, other, tablesOf, byAmount));
    const [first] = twins;
    if (first === undefined || twins.some(({ line }) => line.code !== first.line.code)) continue;
    const witnesses = [...new Set(twins.map(({ table }) => table))];
    const isSure = witnesses.length > 1 || isElsewhere(tablesOf, first.line.code!, first.table);
    for (const { line } of isSure ? [entry] : [entry, ...twins]) done.add(line);
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
  const [own, wanted] = [entry.line.code!, other.line.code!];
  if (other.table === entry.table || own === wanted || !nearlyAlike(own, wanted)) return false;
  if ((byCode.get(wanted) ?? []).some(({ table }) => table === entry.table)) return false;
  if (!byAmount) return true;
  return entry.amount !== null && other.amount !== null && entry.amount.equals(other.amount);
}

function isElsewhere(byCode: ReadonlyMap<string, readonly Entry[]>, code: string, table: Table): boolean {
  return (byCode.get(code) ?? []).some((other) => other.table !== table);
}

function entriesOf({ tables, figures, amounts }: CheckContext<unknown>, wanted: (line: Line) => boolean): Entry[] {
  const own = tables.filter((table) => (table.document ?? "main") === "main" && holdsFigures(table));
  return own.flatMap((table) =>
    sectionsOnce(table).flatMap((section) => {
      const place = figures.sectionsOf(table).find((one) => one.section === section);
      const total = Math.max(
        0,
        section.columns.findIndex(({ roles }) => roles.includes("total")),
      );
      return section.lines.flatMap((line, index): Entry[] => {
        const isCoded = line.code !== null && /^\d{3,}$/.test(line.code) && line.repeats === null;
        if (!isCoded || line.slip !== undefined || !wanted(line)) return [];
        const cell = place === undefined || section.columns.length === 0 ? -1 : place.cell(index, total);
        const value = cell < 0 ? null : amounts.value(cell);
        const isAmount = value !== null && !value.isZero();
        return [{ table, section, line, amount: isAmount ? value.times(powerOfTen(table.unitExponent)) : null }];
      });
    }),
  );
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
  const { table, line } = entry;
  const wanted = twins[0]!.line.code!;
  const cellOf = (one: Entry, fit: string): CellId => codeCell(one.section, one.line, fit).cell;
  const cells = [cellOf(entry, wanted), ...(isSure ? [] : twins.map((twin) => cellOf(twin, line.code!)))];
  const detail = codeDiffers.with({
    table: table.template.short,
    row: foldedName(line.label),
    code: line.code!,
    others: tableNames(twins.map((twin) => twin.table)),
    wanted,
    isSure,
  });
  return codeOutcome(rule, detail, cells, { outcome: "fail", severity: isSure ? rule.severity : "explain" });
}
