import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Sheet, Workbook } from "../../../src/engine/workbook";
import { CellKind, a1, addressIn, areaA1 } from "../../../src/engine/workbook";
import { openPackage, readWorkbook } from "../../../src/hosts/file";
import type { HostError } from "../../../src/hosts/host-problem";
import { atMember } from "../../../src/hosts/simulated";
import type { MadeCell } from "../simulated/simulated-workbook";
import { expectNoUnknownMembers, makeWorkbook, simulate } from "../simulated/simulated-workbook";

const SEEDS = join(__dirname, "../../../seeds");

afterEach(expectNoUnknownMembers);

/** A sheet as one can compare it: every cell by address, and the merged areas that begin among them. */
function readable(sheet: Sheet, workbook: Workbook): unknown {
  const cells: Record<string, unknown> = {};
  sheet.kinds.forEach((kind, index) => {
    if (kind === CellKind.Blank) return;
    cells[addressIn(sheet, index)] = [
      kind,
      sheet.numbers[index],
      sheet.texts[index],
      workbook.numberFormats[sheet.formats[index]!],
      sheet.formulas.get(index),
    ];
  });
  const [top, bottom] = [sheet.rows[0] ?? 0, sheet.rows.at(-1) ?? -1];
  const [left, right] = [sheet.columns[0] ?? 0, sheet.columns.at(-1) ?? -1];
  const merges = sheet.merges
    .filter((area) => area.top >= top && area.top <= bottom && area.left >= left && area.left <= right)
    .map(areaA1)
    .sort();
  const inside = (from: number, to: number, places: ReadonlySet<number>): number[] =>
    [...places].filter((place) => place >= from && place <= to).sort((a, b) => a - b);
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    cells,
    merges,
    hiddenRows: inside(top, bottom, sheet.hiddenRows),
    hiddenColumns: inside(left, right, sheet.hiddenColumns),
  };
}

const comparable = (workbook: Workbook): unknown => workbook.sheets.map((sheet) => readable(sheet, workbook));

describe("the workbook that Excel gives", () => {
  const files = readdirSync(SEEDS).filter((name) => name.endsWith(".xlsx"));

  test("there are workbooks to compare", () => expect(files.length).toBeGreaterThan(2));

  test.each(files)("%s is the one that the file host reads", async (name) => {
    const bytes = readFileSync(join(SEEDS, name));
    const { host, excel } = simulate(bytes);
    expect(comparable(await host.read())).toEqual(comparable(readWorkbook(openPackage(bytes))));
    expect(excel.roundTrips).toBeLessThanOrEqual(3);
    expect(excel.keptReferences).toBe(0);
  });

  test("whatever stands in a cell comes over as it stands", () =>
    fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc
            .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 30 }))
            .map(([row, column]) => a1(row, column)),
          fc.oneof(
            fc
              .double({ noNaN: true, noDefaultInfinity: true })
              .map((value): MadeCell => (Object.is(value, -0) ? 0 : value)),
            fc.constantFrom<MadeCell>("预算", "=A1", "05", "TRUE", "1,234.50", "#科目", { formula: "1+1", value: 2 }),
          ),
          { maxKeys: 20 },
        ),
        async (cells) => {
          const bytes = makeWorkbook([{ name: "表1", cells }]);
          expect(comparable(await simulate(bytes).host.read())).toEqual(comparable(readWorkbook(openPackage(bytes))));
        },
      ),
      { numRuns: 30 },
    ));

  test("hidden sheets, rows and columns are known as hidden", async () => {
    const { host } = simulate(
      makeWorkbook([
        { name: "表1", cells: { A1: 1, B2: 2, C3: 3 }, rowAttributes: { 2: ' hidden="1"' } },
        { name: "底稿", cells: { A1: 1 }, hidden: true },
      ]),
    );
    const { sheets } = await host.read();
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["表1", false],
      ["底稿", true],
    ]);
    expect([...sheets[0]!.hiddenRows]).toEqual([1]);
  });

  test("an error value is an error, a text that looks like a formula is a text", async () => {
    const { host, excel } = simulate(makeWorkbook([{ name: "表1", cells: { A1: "=合计", B1: 1 } }]));
    excel.type("表1", "B1", "=1/0");
    const [sheet] = (await host.read()).sheets;
    expect([...sheet!.kinds]).toEqual([CellKind.Text, CellKind.Error]);
    expect([...sheet!.texts]).toEqual(["=合计", "#DIV/0!"]);
    expect([...sheet!.formulas]).toEqual([[1, "1/0"]]);
  });
});

describe("round trips", () => {
  const sheets = (count: number) =>
    Array.from({ length: count }, (_, position) => ({
      name: `表${position + 1}`,
      cells: { A1: "合计", B1: position, B2: { formula: "B1*2", value: position * 2 } },
    }));

  test.each([1, 30])("a workbook of %d sheets is read in three: names, extents, contents", async (count) => {
    const { host, excel } = simulate(makeWorkbook(sheets(count)));
    expect((await host.read()).sheets).toHaveLength(count);
    expect(excel.roundTrips).toBe(3);
  });

  test("a large sheet without merged cells takes no more, its merged cells asked for in bands", async () => {
    const cells = Object.fromEntries(Array.from({ length: 1100 }, (_, row) => [`A${row + 1}`, row]));
    const { host, excel } = simulate(makeWorkbook([{ name: "明细", cells }, ...sheets(29)]));
    await host.read();
    expect(excel.roundTrips).toBe(3);
  });

  test("more merged areas than Excel gives at once are all found", async () => {
    const cells = Object.fromEntries(
      Array.from({ length: 700 }, (_, row) => [`A${row + 1}`, row]).concat([["B700", 1]]),
    );
    const merges = Array.from({ length: 700 }, (_, row) => `<mergeCell ref="A${row + 1}:B${row + 1}"/>`);
    const { host, excel } = simulate(
      makeWorkbook([{ name: "明细", cells, after: `<mergeCells count="700">${merges.join("")}</mergeCells>` }]),
    );
    expect((await host.read()).sheets[0]!.merges).toHaveLength(700);
    expect(excel.roundTrips).toBe(3);
  });

  test("an Excel that refuses so many merged areas is asked again in bands", async () => {
    const bytes = makeWorkbook([
      { name: "表1", cells: { A1: 1, B1: 2 }, after: '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>' },
    ]);
    const { host, excel } = simulate(bytes);
    excel.faults.next({ refuse: "GeneralException", at: atMember("GetMergedAreasOrNullObject") }, 1);
    expect((await host.read()).sheets[0]!.merges.map(areaA1)).toEqual(["A1:A2"]);
  });
});

describe("a workbook beyond the payload limit", () => {
  const wide = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [a1(Math.floor(at / 10), at % 10), at]));
  const bytes = makeWorkbook([
    { name: "明细", cells: wide },
    { name: "表1", cells: { A1: 1 } },
  ]);

  test("is read in pieces, and is the same", async () => {
    const { host, excel } = simulate(bytes, { responseLimit: 20_000 });
    expect(comparable(await host.read())).toEqual(comparable(readWorkbook(openPackage(bytes))));
    expect(excel.roundTrips).toBeGreaterThan(5);
  });

  test("of which a single row is too much is named", async () => {
    const row = Object.fromEntries(Array.from({ length: 300 }, (_, column) => [a1(0, column), column]));
    const { host } = simulate(makeWorkbook([{ name: "明细", cells: row }]), { responseLimit: 2_000 });
    const problem = await host.read().catch((error: unknown) => (error as HostError).problem);
    expect(problem).toEqual({ code: "too-large", sheet: "明细" });
  });
});
