import { z } from "zod/mini";
import { CellKind, type Sheet } from "../../workbook";
import { holdsFigures, mostCovers, normalise, yearOnCover, type Table, type YearOnCover } from "../../tables";
import { defineCheck, type CheckContext } from "../check";
import { declare } from "../declaration";
import type { Outcome } from "../outcome";

export const strayYear = declare("stray-year", {
  parameters: z.strictObject({ sheet: z.string(), text: z.string(), year: z.int(), usual: z.int() }),
  title: ({ sheet, year, usual }) => `“${sheet}”写的是 ${year} 年，各表都是 ${usual} 年`,
  lines: ({ text, usual }) => [`写的是：${text}`, `请确认年度，或确认那里的内容是不是 ${usual} 年的。`],
  pass: ({ sheet }) => `“${sheet}”写的年度与各表一致`,
});

/** Where a year is said. */
interface Said extends YearOnCover {
  readonly sheet: Sheet;
}

/** So many tables must name the year before another one is strange. */
const fewestTables = 3;

/** The cover names the year that all tables name ("2026年某局部门预算"). */
export const coverYearAgrees = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [strayYear],
  run(context): Outcome[] {
    const years = ownTables(context).flatMap(({ year, sections }) =>
      year === null ? sections.flatMap(({ budgetYear }) => budgetYear?.year ?? []).slice(0, 1) : [year],
    );
    const [usual] = years;
    if (usual === undefined || years.length < fewestTables || years.some((year) => year !== usual)) return [];
    const used = new Set(context.tables.map(({ sheet }) => sheet));
    const covers = context.workbook.sheets.slice(0, mostCovers).filter((sheet) => !used.has(sheet));
    return covers.flatMap((sheet) => {
      const said = yearOnCover(sheet);
      return said === null ? [] : [outcomeOf(context, { sheet, ...said }, usual)];
    });
  },
});

/**
 * "2025年度" in a line of its own above the tables of a set: a table that nobody described has the same line, and the
 * same year in it. Tables that are known are asked by their titles.
 */
export const yearLinesAgree = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [strayYear],
  run(context): Outcome[] {
    const lines = ownTables(context).flatMap((table) => {
      const said = yearLine(table);
      return said === null ? [] : [{ table, said }];
    });
    const times = (year: number): number => lines.filter(({ said }) => said.year === year).length;
    const usual = lines.map(({ said }) => said.year).sort((a, b) => times(b) - times(a))[0];
    if (usual === undefined || times(usual) < fewestTables || lines.length - times(usual) > 1) return [];
    return lines
      .filter(({ table }) => table.template.lastResort === true)
      .map(({ said }) => outcomeOf(context, said, usual));
  },
});

/** "2025年度" or "（2025年）" alone in its cell. */
const yearAlone = /^[(（]?20\d{2}年(?:度)?[)）]?$/;

function yearLine({ sheet, area, sections }: Table): Said | null {
  const width = sheet.columns.length;
  const [page] = sections[0]?.pages ?? [];
  const first = sections[0]?.lines[0]?.position;
  if (page === undefined || first === undefined || sections[0]!.transposed === true) return null;
  for (let index = 0; index < first * width; index++) {
    if (sheet.kinds[index] !== CellKind.Text || sheet.rows[Math.floor(index / width)]! < area.top) continue;
    const text = sheet.texts[index]!;
    const words = normalise(text);
    if (yearAlone.test(words) && isAboveHeader(sheet, index))
      return { sheet, cell: sheet.base + index, text, year: Number(/20\d{2}/.exec(words)![0]) };
  }
  return null;
}

/** A line about the whole table has at most its unit or its number beside it; a header cell has header cells. */
function isAboveHeader({ kinds, columns }: Sheet, index: number): boolean {
  const start = index - (index % columns.length);
  let filled = 0;
  for (let column = 0; column < columns.length; column++) if (kinds[start + column] !== CellKind.Blank) filled++;
  return filled <= mostBeside;
}

const mostBeside = 3;

function ownTables({ tables }: CheckContext<unknown>): Table[] {
  return tables.filter(
    (table) => (table.document ?? "main") === "main" && (holdsFigures(table) || table.template.lastResort === true),
  );
}

function outcomeOf({ rule }: CheckContext<unknown>, { sheet, cell, text, year }: Said, usual: number): Outcome {
  return {
    rule: rule.id,
    outcome: year === usual ? "pass" : "fail",
    severity: rule.severity,
    operands: [{ cell, role: "reported" }],
    reported: null,
    computed: null,
    difference: null,
    detail: strayYear.with({ sheet: sheet.name, text, year, usual }),
    equation: null,
  };
}
