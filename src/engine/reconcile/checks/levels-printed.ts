import { z } from "zod/mini";
import { figureCell, type Line, type Table } from "../../tables";
import type { Amounts, CellId } from "../../workbook";
import { defineCheck } from "../check";
import { declare } from "../declaration";
import type { SectionFigures } from "../figures";
import type { Outcome } from "../outcome";
import type { Rule } from "../rule";
import { isNothing } from "../select";

/** With fewer sums printed on a level, one that is not there says nothing. */
const fewestPrinted = 2;

/** `child` is the first of `count` rows that stand below the missing one; empty where all levels are there. */
export const levelMissing = declare("level-missing", {
  parameters: z.strictObject({ table: z.string(), code: z.string(), child: z.string(), count: z.int() }),
  title: ({ table, code, child }) => `${table}没有“${code}”这一行，它的下级“${child}”直接列出`,
  lines: ({ code, count }) => [`同级的其他科目都有合计行；下面有 ${count} 行属于“${code}”，请核对是不是漏了它。`],
  pass: ({ table }) => `${table}各级科目都有合计行`,
});

export const partsMissing = declare("parts-missing", {
  parameters: z.strictObject({ table: z.string(), code: z.string() }),
  title: ({ table, code }) => `${table}“${code}”下面没有列出下级科目，同级的其他科目都有`,
  lines: () => ["下级只有一行时漏了它，合计仍然加得上；请核对是不是漏了一行。"],
  pass: ({ table }) => `${table}各级科目都列到了下级`,
});

/** Rows that belong below one code of the level above, with the row of that code if it is printed. */
interface Family {
  readonly code: string;
  readonly children: readonly Line[];
  readonly printed: boolean;
}

/**
 * Where all codes of a level but one have their row, that one's row was left out: its parts add up into the level
 * above, so that no sum tells. A form that leaves out a level, or rows of a single part, does so everywhere and is left
 * alone.
 */
export const levelsPrinted = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [levelMissing, partsMissing],
  run({ figures, table, rule, amounts }): Outcome[] {
    return figures.sectionsOf(table).flatMap((section) => {
      const { lines } = section.section;
      const above = [5, 7].flatMap((length) => {
        const families = familiesOf(lines, length);
        const printed = families.filter((family) => family.printed);
        if (printed.length < fewestPrinted) return [];
        const missing = families.filter((family) => !family.printed);
        const [only] = missing;
        const left = missing.length === 1 && printed.some((family) => isAlike(family, only!)) ? only! : null;
        return [outcomeOf(rule, table, left)];
      });
      const below = [3, 5].flatMap((length) => outcomeOfParts(rule, table, barren(section, amounts, length)));
      return [...above, ...below];
    });
  },
});

/**
 * Rows of one length of code that have an amount and no rows below them, where the others have. Null where the form
 * does not print the level below.
 */
function barren(section: SectionFigures, amounts: Amounts, length: number): CellId[] | null {
  const { lines, columns } = section.section;
  const total = Math.max(
    columns.findIndex(({ roles }) => roles.includes("total")),
    0,
  );
  const own = lines.flatMap((line, index) =>
    line.code?.length === length &&
    line.repeats === null &&
    !line.roles.includes("unit") &&
    !isNothing(amounts, [section.cell(index, total)])
      ? [index]
      : [],
  );
  const without = own.filter((index) => !lines.some(({ parent }) => parent === index));
  if (own.length - without.length < fewestPrinted) return null;
  return without.map((index) => section.cell(index, total));
}

/** One row alone is said; several are how the form is. */
function outcomeOfParts(rule: Rule, table: Table, without: readonly CellId[] | null): Outcome[] {
  if (without === null) return [];
  const cell = without.length === 1 ? without[0]! : null;
  const line = cell === null ? undefined : lineAt(table, cell);
  return [
    {
      rule: rule.id,
      outcome: line === undefined ? "pass" : "fail",
      severity: rule.severity,
      operands: line === undefined || cell === null ? [] : [{ cell, role: "reported" }],
      reported: null,
      computed: null,
      difference: null,
      detail: partsMissing.with({
        table: table.template.short,
        code: `${line?.code ?? ""} ${line?.label ?? ""}`.trim(),
      }),
      equation: null,
    },
  ];
}

function lineAt({ sections }: Table, cell: CellId): Line | undefined {
  for (const section of sections)
    for (const line of section.lines)
      if (section.columns.some((_, column) => figureCell(section, line, column) === cell)) return line;
  return undefined;
}

/** Families of the codes of one length, each within its unit. */
function familiesOf(lines: readonly Line[], length: number): Family[] {
  const families = new Map<string, { code: string; children: Line[]; printed: boolean }>();
  for (const line of lines) {
    if (line.repeats !== null || line.code?.length !== length || line.roles.includes("unit")) continue;
    const code = line.code.slice(0, -2);
    const above = ancestorsOf(lines, line);
    const key = `${code} ${above.findLast((other) => other.roles.includes("unit"))?.label ?? ""}`;
    const family = families.get(key) ?? { code, children: [], printed: false };
    families.set(key, family);
    family.children.push(line);
    family.printed ||= above.some((other) => other.code === code);
  }
  return [...families.values()];
}

function ancestorsOf(lines: readonly Line[], line: Line): Line[] {
  const above: Line[] = [];
  for (let parent = line.parent; parent !== null; parent = lines[parent]!.parent) above.push(lines[parent]!);
  return above;
}

/** A single part each, or several each. */
function isAlike(one: Family, other: Family): boolean {
  return one.children.length === 1 ? other.children.length === 1 : other.children.length > 1;
}

function outcomeOf(rule: Rule, table: Table, missing: Family | null): Outcome {
  const [first] = missing?.children ?? [];
  return {
    rule: rule.id,
    outcome: missing === null ? "pass" : "fail",
    severity: rule.severity,
    operands: first === undefined ? [] : [{ cell: first.labelCell, role: "reported" }],
    reported: null,
    computed: null,
    difference: null,
    detail: levelMissing.with({
      table: table.template.short,
      code: missing?.code ?? "",
      child: first?.label ?? "",
      count: missing?.children.length ?? 0,
    }),
    equation: null,
  };
}
