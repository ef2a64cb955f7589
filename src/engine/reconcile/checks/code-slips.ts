import { z } from "zod/mini";
import type { FitReason, Line, Section, Table } from "../../tables";
import { foldedName, normalise, oddlyWritten, plainName } from "../../tables";
import { CellKind, type CellId } from "../../workbook";
import { defineCheck } from "../check";
import { lineName } from "../figure-name";
import type { Outcome } from "../outcome";
import type { Rule } from "../rule";
import { codeOutcome, codeSlip, codeUnknown, codeWriting, codesFit } from "./code-sayings";
import { codedTables, tableNames, type CodedLine } from "./coded-lines";

/**
 * Each mistyped code is one finding with the code that fits, however many tables it was copied into. The sums and
 * the comparisons between tables use the code that fits (see `settleCodes`). Where nothing tells which one fits, it is
 * only asked for. Codes with letters or marks among the digits are read for what they mean, and hinted at.
 */
export const codesNotMistyped = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [codeSlip, codeUnknown, codeWriting, codesFit],
  run({ tables, rule }): Outcome[] {
    const coded = codedTables(tables, rule, ({ slip }) => slip !== undefined);
    const slips = new Map<string, CodedLine[]>();
    for (const entry of coded.flatMap(({ lines }) => lines)) {
      const { slip, code, label } = entry.line;
      const key = [slip!.printed, code, foldedName(label)].join(" ");
      slips.set(key, [...(slips.get(key) ?? []), entry]);
    }
    return [
      ...coded
        .filter(({ lines }) => lines.length === 0)
        .map(({ table }) => codeOutcome(rule, codesFit.with({ table: table.template.short }), [], { outcome: "pass" })),
      ...codedTables(tables, rule, () => true).flatMap(({ table, lines }) => writingOf(rule, table, lines)),
      ...[...slips.values()].map((places) => outcomeOf(rule, places, confirming(places, tables, rule))),
    ];
  },
});

function writingOf(rule: Rule, { template }: Table, lines: readonly CodedLine[]): Outcome[] {
  const odd = lines.flatMap(oddCells);
  const [first] = odd;
  if (first === undefined) return [];
  const detail = codeWriting.with({ table: template.short, count: odd.length, first: first.text, meant: first.meant });
  const cells = odd.map(({ cell }) => cell);
  return [codeOutcome(rule, detail, cells, { outcome: "fail", severity: "hint" })];
}

/** The cells of a line, in front of its figures, in which letters or marks stand among the digits of a code. */
function oddCells({ section, line }: CodedLine): { cell: CellId; text: string; meant: string }[] {
  const { sheet, positions } = section.pages[line.page]!;
  if (section.transposed === true) return [];
  const width = sheet.columns.length;
  const from = line.position * width;
  const end = positions.reduce((least, at) => (at < 0 ? least : Math.min(least, at)), width);
  return Array.from({ length: end }, (_, column) => from + column).flatMap((at) => {
    const text = sheet.kinds[at] === CellKind.Text ? sheet.texts[at]! : "";
    const meant = text === "" ? null : oddlyWritten(normalise(text));
    return meant === null ? [] : [{ cell: sheet.base + at, text, meant }];
  });
}

function outcomeOf(rule: Rule, places: readonly CodedLine[], elsewhere: Table | null): Outcome {
  const { list, line } = places[0]!;
  const slip = line.slip!;
  const names = tableNames(places.map((place) => place.table));
  const cells = places.map((place) => place.line.slip!.cell);
  const row = `${slip.printed} ${plainName(lineName({ code: null, label: line.label }))}`;
  if (slip.wanted === null)
    return codeOutcome(rule, codeUnknown.with({ tables: names, row, list: list.name }), cells, {
      outcome: "fail",
      severity: "explain",
    });
  return codeOutcome(
    rule,
    codeSlip.with({
      tables: names,
      row,
      part: slip.written === slip.printed ? "编码" : partName(slip.wanted, line.code!),
      written: slip.written,
      wanted: slip.wanted,
      evidence: evidenceFor(places[0]!, elsewhere),
      code: line.code!,
    }),
    cells,
    { outcome: "fail" },
  );
}

function partName(wanted: string, code: string): string {
  if (wanted.length === 3) return "类";
  return code.length === 7 && code.endsWith(wanted) ? "项" : "款";
}

/** Another table that prints the fitting code for a row of that name. */
function confirming(places: readonly CodedLine[], tables: readonly Table[], rule: Rule): Table | null {
  const { code, label } = places[0]!.line;
  const found = codedTables(
    tables,
    rule,
    (line, _, table) =>
      line.slip === undefined &&
      line.code === code &&
      foldedName(line.label) === foldedName(label) &&
      !places.some((place) => place.table === table),
  );
  return found.find(({ lines }) => lines.length > 0)?.table ?? null;
}

const mostReasons = 4;

/** Where the fitting code comes from, in a clerk's words. */
function evidenceFor({ list, section, line }: CodedLine, elsewhere: Table | null): string {
  const { reasons, printed } = line.slip!;
  const written = printed.split(" ")[0]!.slice(0, 3);
  const words: string[] = [];
  if (!list.hasClassOf(written)) words.push(`${list.name}没有“${written}”这一类`);
  if (elsewhere !== null) words.push(`${elsewhere.template.short}同名的一行是 ${line.code!}`);
  for (const reason of reasons) {
    const said = sayReason(reason, section, line);
    if (said !== null) words.push(said);
  }
  return words.slice(0, mostReasons).join("；");
}

function sayReason(reason: FitReason, { lines }: Section, line: Line): string | null {
  const above = line.parent === null ? null : lines[line.parent]!;
  const whole = above === null || above.code === null ? null : `“${lineName(above)}”`;
  switch (reason) {
    case "place":
      return whole === null ? null : `这一行排在${whole}下面`;
    case "peers":
      return "相邻的行是这一款";
    case "name":
      return `这个名称的编码是 ${line.code!}`;
    case "parts":
      return `它下面的各行都属于 ${line.code!}`;
    case "sum":
      return whole === null ? null : `算在${whole}里，合计正好相等`;
    case "order":
      return null;
    case "table":
      return null;
  }
}
