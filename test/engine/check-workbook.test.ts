import * as fc from "fast-check";
import { catalogue } from "../../src/catalogue";
import { allChecks } from "../../src/engine/all-checks";
import { checkWorkbook } from "../../src/engine/check-workbook";
import { buildWorkbook, CellKind, type SourceSheet, type Workbook } from "../../src/engine/workbook";
import { openSeed, seedNames, takeApart } from "../seeds/open-seed";

const check = (workbook: Workbook) => checkWorkbook("x", workbook, catalogue, allChecks);
const budget = takeApart(openSeed("changsha-industry-budget-2025")).filter(({ name }) => /^[1-8]\D/.test(name));
const figures = budget.flatMap((sheet, at) =>
  sheet.cells.flatMap((cell, index) =>
    typeof cell.value === "number" && cell.format?.includes("0.00") ? [{ at, index, value: cell.value }] : [],
  ),
);

/** The tables with some figures changed, and every amount multiplied. */
function changed(changes: readonly { figure: number; by: number }[], factor: number): Workbook {
  const sheets: SourceSheet[] = budget.map((sheet, at) => ({
    ...sheet,
    cells: sheet.cells.map((cell, index) => {
      if (typeof cell.value !== "number" || !cell.format?.includes("0.00")) return cell;
      const change = changes.find(({ figure }) => figures[figure]!.at === at && figures[figure]!.index === index);
      return { ...cell, value: Math.round((Math.round(cell.value * 100) + (change?.by ?? 0)) * factor) / 100 };
    }),
  }));
  return buildWorkbook(sheets);
}

const someChanges = fc.array(
  fc.record({ figure: fc.nat(figures.length - 1), by: fc.integer({ min: -99999, max: 99999 }) }),
  { minLength: 1, maxLength: 3 },
);

describe("a check", () => {
  test("scales: all amounts times a hundred give the same outcomes with differences times a hundred", () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const said = (workbook: Workbook) =>
          check(workbook)
            .reconciliation.outcomes.filter(({ difference, outcome }) => difference !== null && outcome === "fail")
            .map(({ rule, difference, equation }) => [rule, equation, Number(difference)] as const);
        const plain = said(changed(changes, 1));
        const scaled = said(changed(changes, 100));
        expect(scaled.map(([rule, equation]) => [rule, equation])).toEqual(
          plain.map(([rule, equation]) => [rule, equation]),
        );
        scaled.forEach(([, , difference], index) => expect(difference).toBeCloseTo(plain[index]![2] * 100, 6));
      }),
      { numRuns: 8, seed: 20250101 },
    );
  });

  test.each(seedNames)("never changes its input: %s", (name) => {
    const workbook = openSeed(name);
    const before = fingerprint(workbook);
    check(workbook);
    expect(fingerprint(workbook)).toBe(before);
  });

  test("counts checks, not findings, and every check that does not pass appears exactly once", () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const { findings, summary } = check(changed(changes, 1));
        const all = findings.flatMap((finding) => [finding, ...finding.witnesses]);
        expect(summary.checks).toBe(summary.pass + summary.rounding + summary.fail + summary.cannotTell);
        expect(all.filter(({ outcome }) => outcome !== "pass")).toHaveLength(summary.checks - summary.pass);
      }),
      { numRuns: 8, seed: 20250102 },
    );
  });

  test("a workbook of sheets that are nothing of ours gives no table and no finding", () => {
    const { tables, findings, unrecognised } = check(
      buildWorkbook([
        { name: "封面", cells: [{ row: 0, column: 0, value: "某局" }] },
        { name: "空", cells: [] },
      ]),
    );
    expect([tables, findings]).toEqual([[], []]);
    expect(unrecognised.map(({ reason }) => reason)).toEqual(["no-title", "empty"]);
  });
});

function fingerprint(workbook: Workbook): string {
  return JSON.stringify(
    workbook.sheets.map((sheet) => [
      sheet.name,
      [...sheet.rows],
      [...sheet.columns],
      [...sheet.kinds],
      [...sheet.numbers].filter((_, index) => sheet.kinds[index] === CellKind.Number),
      sheet.texts,
      [...sheet.formulas],
      sheet.merges,
    ]),
  );
}
