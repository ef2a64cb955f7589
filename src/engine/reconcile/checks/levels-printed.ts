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
  lacksRow: true,
  title: ({ table, code, child }) => `${table}没有“${code}”这一行，它的下级“${child}”直接列出`,
  lines: ({ code, count }) => [`同级的其他科目都有合计行；下面有 ${count} 行属于“${code}”，请核对是不是漏了它。`],
  pass: ({ table }) => `${table}各级科目都有合计行`,
});

export const partsMissing = declare("parts-missing", {
  parameters: z.strictObject({ table: z.string(), code: z.string() }),
  lacksRow: true,
  title: ({ table, code }) => `${table}“${code}”下面没有列出下级科目，同级的其他科目都有`,
  lines: () => ["下级只有一行时漏了它，合计仍然加得上；请核对是不是漏了一行。"],
  pass: ({ table }) => `${table}各级科目都列到了下级`,
});

/** Rows that belong below one code of the level above, and whether the row of that code is printed. */
interface Family {
  readonly code: string;
  /** The first of them, and how many there are. */
  readonly first: Line;
  count: number;
  printed: boolean;
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
      const wholes = wholesOf(lines);
      const below = [3, 5].flatMap((length) => outcomeOfParts(rule, table, barren(section, wholes, amounts, length)));
      return [...above, ...below];
    });
  },
});

/** Whether each line has others below it. */
function wholesOf(lines: readonly Line[]): Uint8Array {
  const wholes = new Uint8Array(lines.length);
  for (const { parent } of lines) if (parent !== null) wholes[parent] = 1;
  return wholes;
}

/**
 * Rows of one length of code that have an amount and no rows below them, where the others have. Null where the form
 * does not print the level below.
 */
function barren(section: SectionFigures, wholes: Uint8Array, amounts: Amounts, length: number): CellId[] | null {
  const { lines, columns } = section.section;
  const total = Math.max(
    columns.findIndex(({ roles }) => roles.includes("total")),
    0,
  );
  const without: CellId[] = [];
  let withParts = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.code?.length !== length || line.repeats !== null || line.roles.includes("unit")) continue;
    const cell = section.cell(index, total);
    if (isNothing(amounts, [cell])) continue;
    if (wholes[index] === 1) withParts++;
    else without.push(cell);
  }
  return withParts < fewestPrinted ? null : without;
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
  const families = new Map<string, Family>();
  let last: Family | null = null;
  let lastParent: number | null = null;
  for (const line of lines) {
    if (line.repeats !== null || line.code?.length !== length || line.roles.includes("unit")) continue;
    // Rows below the same one with the same beginning are of one family: most are, and nothing needs to be looked up.
    if (last === null || line.parent !== lastParent || !line.code.startsWith(last.code)) {
      const code = line.code.slice(0, -2);
      const key = `${code} ${unitOver(lines, line)}`;
      last = families.get(key) ?? { code, first: line, count: 0, printed: false };
      families.set(key, last);
      lastParent = line.parent;
      last.printed ||= standsBelow(lines, line, code);
    }
    last.count++;
  }
  return [...families.values()];
}

/** Name of the outermost unit that a line stands under; "" where it stands under none. */
function unitOver(lines: readonly Line[], { parent }: Line): string {
  let unit = "";
  for (let at = parent; at !== null; at = lines[at]!.parent)
    if (lines[at]!.roles.includes("unit")) unit = lines[at]!.label;
  return unit;
}

function standsBelow(lines: readonly Line[], { parent }: Line, code: string): boolean {
  for (let at = parent; at !== null; at = lines[at]!.parent) if (lines[at]!.code === code) return true;
  return false;
}

/** A single part each, or several each. */
function isAlike(one: Family, other: Family): boolean {
  return one.count === 1 ? other.count === 1 : other.count > 1;
}

function outcomeOf(rule: Rule, table: Table, missing: Family | null): Outcome {
  const first = missing?.first;
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
      count: missing?.count ?? 0,
    }),
    equation: null,
  };
}
