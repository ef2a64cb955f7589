import { z } from "zod/mini";
import type { Classification, Line, Table } from "../../tables";
import { codeCell, nearlyAlike, plainName } from "../../tables";
import { defineCheck } from "../check";
import { lineName } from "../figure-name";
import type { Outcome } from "../outcome";
import type { Rule } from "../rule";
import { codeOutcome, codeName, codeNames, codeNamesFit, namesCurrent, oldNames } from "./code-sayings";
import { codedTables, listWords, tableNames, type CodedLine, type CodedTable } from "./coded-lines";

/**
 * Rows whose name the national list has under another code: a single one is a slip in code or name, several are a
 * numbering of the office's own. One finding a table. A name that the list does not have says nothing, and a code that
 * it does not have only where it differs in a digit or two from the one of the row's name ("30271 公务接待费", 30217).
 */
export const codeFitsName = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [codeName, codeNames, codeNamesFit],
  run({ tables, rule }): Outcome[] {
    const isOdd = (line: Line, list: Classification): boolean =>
      line.slip === undefined &&
      (list.isNamedOtherwise(line.code!, line.label) || isNearlyNamed(line.code!, line.label, list));
    return codedTables(tables, rule, isOdd).map((coded) => statementOn(rule, coded));
  },
});

/** A code that the list lacks, and nearly the one that it has for the name in the same 类. */
function isNearlyNamed(code: string, label: string, list: Classification): boolean {
  if (list.namesOf(code).length > 0) return false;
  const ofClass = list.codesNamed(label, code.length).filter((named) => named.slice(0, 3) === code.slice(0, 3));
  return ofClass.length === 1 && nearlyAlike(code, ofClass[0]!);
}

function statementOn(rule: Rule, { table, lines: strange }: CodedTable): Outcome {
  const [first, ...others] = strange;
  const short = table.template.short;
  if (first === undefined) return codeOutcome(rule, codeNamesFit.with({ table: short }), [], { outcome: "pass" });
  const cells = strange.map(({ line }) => line.labelCell);
  if (others.length > 0)
    return codeOutcome(
      rule,
      codeNames.with({
        table: short,
        count: strange.length,
        items: listWords(
          strange.map((entry) => `“${nameOf(entry)}”应为 ${fittingOf(entry)}`),
          "，",
        ),
        list: first.list.name,
      }),
      cells,
      { outcome: "fail" },
    );
  const { line, list, section } = first;
  const listed = list.namesOf(line.code!).at(-1)?.name ?? "";
  return codeOutcome(
    rule,
    codeName.with({
      table: short,
      row: nameOf(first),
      code: line.code!,
      listed,
      label: plainName(lineName({ code: null, label: line.label })),
      fitting: fittingOf(first),
      list: list.name,
    }),
    listed === "" ? [codeCell(section, line, fittingOf(first)).cell] : cells,
    { outcome: "fail" },
  );
}

function nameOf({ line }: CodedLine): string {
  return `${line.code!} ${plainName(lineName({ code: null, label: line.label }))}`;
}

/** The code that the list has for a row's name, of the row's own 类 if there is one. */
function fittingOf({ list, line }: CodedLine): string {
  const codes = list.codesNamed(line.label, line.code!.length);
  return codes.find((code) => code.slice(0, 3) === line.code!.slice(0, 3)) ?? codes[0]!;
}

/** Names that a code had before the budget's year. One finding a workbook: its form comes from earlier years. */
export const namesAreCurrent = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [oldNames, namesCurrent],
  run({ tables, rule }): Outcome[] {
    const usual = yearOf(tables);
    const newer = ({ code, label }: Line, list: Classification, { year }: Table) =>
      (year ?? usual) === null ? null : list.newerName(code!, label, (year ?? usual)!);
    const coded = codedTables(tables, rule, (line, list, table) => newer(line, list, table) !== null);
    const old = coded.flatMap(({ lines }) =>
      lines.map((entry) => ({ ...entry, ...newer(entry.line, entry.list, entry.table)! })),
    );
    const behind = new Set(old.map(({ table }) => table));
    const passed = coded
      .filter(({ table }) => !behind.has(table))
      .map(({ table }) =>
        codeOutcome(rule, namesCurrent.with({ table: table.template.short }), [], { outcome: "pass" }),
      );
    const [first] = old;
    if (first === undefined) return passed;
    const items = new Map(
      old.map(({ old: before, now }) => [
        before.name,
        `“${before.name}”用到 ${before.to ?? ""} 年，现在是“${now.name}”`,
      ]),
    );
    return [
      ...passed,
      codeOutcome(
        rule,
        oldNames.with({
          tables: tableNames([...behind]),
          items: listWords([...items.values()], "；"),
          first: first.old.name,
        }),
        old.map(({ line }) => line.labelCell),
        { outcome: "fail" },
      ),
    ];
  },
});

/** The year that most tables are of. */
function yearOf(tables: readonly Table[]): number | null {
  const years = tables.flatMap(({ year }) => (year === null ? [] : [year]));
  const times = (year: number): number => years.filter((other) => other === year).length;
  return [...new Set(years)].sort((a, b) => times(b) - times(a))[0] ?? null;
}
