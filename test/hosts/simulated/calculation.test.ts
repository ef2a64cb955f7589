/** Values follow what is written: as if everything had been calculated anew, but only what depends on it is. */
import fc from "fast-check";
import { CellKind, a1 } from "../../../src/engine/workbook";
import { openPackage, readWorkbook } from "../../../src/hosts/file";
import { calculateMissing } from "../../../src/hosts/file/calculate/calculate-missing";
import { CO_AUTHOR, SimulatedExcel, shownText } from "../../../src/hosts/simulated";
import { SimulatedSheet } from "../../../src/hosts/simulated/model/sheet";
import { expectNoUnknownMembers, makeWorkbook, simulate } from "./simulated-workbook";

afterEach(expectNoUnknownMembers);

const SHEETS = ["表1", "汇总"] as const;

/** What the sheets would show if every formula of them were calculated from nothing. */
function calculatedAnew(excel: SimulatedExcel): Record<string, string> {
  const workbook = readWorkbook(openPackage(excel.save()));
  for (const sheet of workbook.sheets)
    for (const index of sheet.formulas.keys()) sheet.kinds[index] = CellKind.Uncalculated;
  calculateMissing(workbook, []);
  const shown: Record<string, string> = {};
  workbook.sheets.forEach((sheet) => {
    for (const index of sheet.formulas.keys()) {
      const place = a1(
        sheet.rows[Math.floor(index / sheet.columns.length)]!,
        sheet.columns[index % sheet.columns.length]!,
      );
      const { [index]: kind } = sheet.kinds;
      // A cell without a value still has the text that the file kept for it.
      shown[`${sheet.name} ${place}`] =
        kind === CellKind.Number
          ? String(sheet.numbers[index])
          : kind === CellKind.Uncalculated
            ? ""
            : (sheet.texts[index] ?? "");
    }
  });
  return shown;
}

function shownNow(excel: SimulatedExcel): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const sheet of excel.workbook.sheets) {
    for (const { row, column, cell } of sheet.stored())
      if (cell.formula !== undefined)
        shown[`${sheet.name} ${a1(row, column)}`] = cell.error ?? String(cell.value ?? "");
  }
  return shown;
}

const place = fc.constantFrom("A1", "A2", "B1", "B2", "C3", "D40", "AA5");
const written = fc.oneof(
  fc.integer({ min: -99, max: 99 }).map(String),
  fc.constantFrom(
    "",
    "文字",
    "=SUM(A1:B2)",
    "=A1+B2",
    "=表1!A1*2",
    "=汇总!B1-1",
    "=SUM(表1!A:A)",
    '=IF(A2>0,B1,"无")',
    "=SUM(A1:AA40)*0+C3",
  ),
);

test("after any edits every value is what calculating everything anew gives", () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...SHEETS), place, written), { minLength: 1, maxLength: 12 }),
      (edits) => {
        const excel = SimulatedExcel.open(
          makeWorkbook([
            { name: "表1", cells: { A1: 1, A2: 2, B3: { formula: "SUM(A1:A2)", value: 3 } } },
            { name: "汇总", cells: { B1: { formula: "表1!B3*2", value: 6 } } },
          ]),
        );
        for (const [sheet, address, typed] of edits) {
          excel.type(sheet, address, typed);
          const anew = calculatedAnew(excel);
          // What refers to itself keeps what it had, of which calculating anew knows nothing.
          if (Object.values(anew).includes("")) return;
          expect(shownNow(excel)).toEqual(anew);
        }
      },
    ),
    { numRuns: 100 },
  ));

/** A sheet of that many rows with a total of each, and the total of the totals on another one. */
function long(rows: number): Uint8Array {
  const cells = Object.fromEntries(
    Array.from(
      { length: rows },
      (_, row) =>
        [
          [`A${row + 1}`, row],
          [`B${row + 1}`, { formula: `A${row + 1}*2`, value: row * 2 }],
        ] as const,
    ).flat(),
  );
  return makeWorkbook([
    { name: "明细", cells },
    { name: "汇总", cells: { A1: { formula: `SUM(明细!B1:B${rows})`, value: rows * (rows - 1) } } },
  ]);
}

test("writing a whole form lays the sheet beside it out at most once, the next request not at all", async () => {
  const { host, excel } = simulate(long(300));
  await host.read();
  const form = (name: string) => ({
    type: "add-sheet" as const,
    sheet: {
      name,
      cells: Array.from({ length: 40 }, (_, row) => ({
        row,
        column: 0,
        formula: `明细!A${row + 1}+1`,
        value: row + 1,
      })),
    },
  });
  const detail = excel.sheet("明细");
  const walked = jest.spyOn(detail, "stored");
  await host.apply([form("自评表1")]);
  expect(walked.mock.calls.length).toBeLessThanOrEqual(2);
  walked.mockClear();
  await host.apply([form("自评表2")]);
  expect(walked).not.toHaveBeenCalled();
  expect([0, 39].map((row) => excel.sheet("自评表2").cell(row, 0).value)).toEqual([1, 40]);
});

test("an edit far down a long sheet reaches the sheet that adds it up", () => {
  const excel = SimulatedExcel.open(long(3000));
  excel.type("明细", "A2999", 0);
  expect(excel.sheet("汇总").cell(0, 0).value).toBe(3000 * 2999 - 2 * 2998);
  excel.type("明细", "A4001", 5);
  excel.type("明细", "B2999", "=A4001", CO_AUTHOR);
  expect(excel.sheet("汇总").cell(0, 0).value).toBe(3000 * 2999 - 2 * 2998 + 5);
});

test("what is asked for in the same request as it is written is calculated by then", async () => {
  const { Excel, excel } = simulate(long(3));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("明细");
    sheet.getRange("A1").values = [[10]];
    const total = context.workbook.worksheets.getItem("汇总").getRange("A1");
    total.load("values,text");
    await context.sync();
    expect([total.values, total.text]).toEqual([[[26]], [["26"]]]);
  });
  expect(shownText(excel.sheet("汇总"), 0, 0)).toBe("26");
});

test("a formula on a sheet that was added and taken out again is forgotten with it", async () => {
  const { host, excel } = simulate(long(3));
  await host.apply([
    { type: "add-sheet", sheet: { name: "核对结果", cells: [{ row: 0, column: 0, formula: "汇总!A1", value: 6 }] } },
  ]);
  await host.undo();
  excel.type("明细", "A1", 100);
  expect(excel.sheet("汇总").cell(0, 0).value).toBe(206);
});

test("how many formulas a sheet has is counted along", () => {
  const sheet = new SimulatedSheet("1", "表1", false, null);
  sheet.setCell(0, 0, { value: 1, formula: "1", format: "General" });
  sheet.setCell(0, 0, { value: 2, formula: "2", format: "General" });
  sheet.setCell(1, 0, { value: 2, format: "General" });
  expect(sheet.formulaCount).toBe(1);
  sheet.setCell(0, 0, { value: null, format: "General" });
  expect(sheet.formulaCount).toBe(0);
});
