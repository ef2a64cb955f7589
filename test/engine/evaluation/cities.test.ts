import { writeXlsx } from "hucre/xlsx";
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import type { CheckedWorkbook } from "../../../src/engine/check-workbook";
import { fullTarget } from "../../../src/engine/evaluation/full-target";
import { realIndicators } from "../../../src/engine/evaluation/subject";
import type { Table } from "../../../src/engine/tables/table";
import { buildWorkbook, parseArea } from "../../../src/engine/workbook";
import type { Workbook } from "../../../src/engine/workbook";
import { openPackage, readWorkbook } from "../../../src/hosts/file";
import { performanceCities } from "../tables/cities-performance";
import type { Slip } from "../tables/cities-performance/city";
import { typedSheet } from "../tables/sheets";
import type { Typed } from "../tables/sheets";

function withSlip(sheets: readonly Typed[], slip?: Slip): Typed[] {
  return sheets.map((sheet) => {
    if (sheet.name !== slip?.sheet) return sheet;
    const rows = sheet.rows.map((row) => [...row]);
    for (const [address, value] of Object.entries(slip!.cells)) {
      const { top: row, left: column } = parseArea(address)!;
      const cells = rows[row]!;
      while (cells.length <= column) cells.push(null);
      cells[column] = value;
    }
    return { ...sheet, rows };
  });
}

function check(workbook: Workbook, targets: readonly Typed[] = []): CheckedWorkbook {
  const compared =
    targets.length === 0
      ? []
      : [{ document: "targets" as const, name: "批复.xlsx", workbook: buildWorkbook(targets.map(typedSheet)) }];
  return checkWorkbook("工作簿.xlsx", workbook, catalogue, allChecks, { compared });
}

const built = (sheets: readonly Typed[]): Workbook => buildWorkbook(sheets.map(typedSheet));
const tableLine = (table: Table): string =>
  [table.sheet.name, table.template.kind, table.year ?? "—", table.unit ?? "—", table.body ?? "—"].join(" | ");
const blocksOf = ({ tables }: CheckedWorkbook) =>
  Object.fromEntries(
    tables.flatMap(({ blocks }) =>
      blocks
        .filter((block) => block.indicators.length > 0)
        .map((block) => [
          block.name,
          realIndicators(block).map(
            (indicator) =>
              `${indicator.level1}/${indicator.level2}/${indicator.level3} ` +
              `${fullTarget(indicator)}${indicator.texts["points"] ? ` ${indicator.texts["points"]}` : ""}`,
          ),
        ]),
    ),
  );
const findingLines = ({ findings }: CheckedWorkbook): string[] =>
  findings.map(
    ({ code, outcome, severity, cells }) =>
      `${code} ${outcome}/${severity} ${cells[0] ? `${cells[0].sheet}!${cells[0].address}` : "—"}`,
  );

/** The workbook as a file of Excel's, read back. */
async function throughFile(sheets: readonly Typed[]): Promise<Workbook> {
  const bytes = await writeXlsx({
    sheets: sheets.map(({ name = "Sheet1", rows, merges = [] }) => ({
      name,
      rows: rows.map((row) => [...row]),
      merges: merges
        .map((merge) => parseArea(merge)!)
        .map(({ top, left, bottom, right }) => ({ startRow: top, startCol: left, endRow: bottom, endCol: right })),
    })),
  });
  return readWorkbook(openPackage(bytes));
}

describe.each(performanceCities)("$name", ({ sheets, targets, tables, others = [], blocks, remarks = [], slips }) => {
  const agreeing = check(built(sheets), targets);

  test("every table is known for what it is, with its year, unit and body", () => {
    expect(agreeing.tables.map(tableLine)).toEqual(tables);
    expect(agreeing.unrecognised.map(({ sheet }) => sheet.name)).toEqual(others);
  });

  test("every indicator stands in its levels with its target and 分值", () => {
    expect(blocksOf(agreeing)).toEqual(blocks);
  });

  test("what agrees is left in peace", () => {
    expect(findingLines(agreeing)).toEqual(remarks);
  });

  test("a file says the same", async () => {
    const read = check(await throughFile(sheets), targets);
    expect([read.tables.map(tableLine), blocksOf(read), findingLines(read)]).toEqual([tables, blocks, remarks]);
  });

  if (slips.length > 0) {
    test.each(slips)("$slip", (slip) => {
      const before = new Set(remarks);
      expect(findingLines(check(built(withSlip(sheets, slip)), targets)).filter((line) => !before.has(line))).toEqual(
        slip.found,
      );
    });
  }
});
