/** What stands in workbooks and machines of real people: sheets that are too large or hidden for good, no printer. */
import { strToU8, unzipSync, zipSync } from "fflate";
import type { AuthoredSheet } from "../../../src/engine/workbook";
import { recalculateWorkbook } from "../../../src/hosts/excel";
import { describeHostProblem } from "../../../src/hosts/host-wording";
import { expectNoUnknownMembers, makeWorkbook, simulate } from "../simulated/simulated-workbook";

afterEach(expectNoUnknownMembers);

describe("a sheet of more cells than Excel gives", () => {
  // A lost blank in the last corner is enough.
  const bytes = makeWorkbook([
    { name: "收入总表", cells: { A1: 1 } },
    { name: "明细", cells: { A1: 1, XFD400: "　" } },
  ]);

  test("is named with its size, and its values are not asked for", async () => {
    const { host, excel } = simulate(bytes);
    const asked: string[] = [];
    const answer = excel.answer.bind(excel);
    excel.answer = (body, flags) => (asked.push(body), answer(body, flags));
    await expect(host.read()).rejects.toMatchObject({
      problem: { code: "too-large", sheet: "明细", rows: 400, columns: 16_384 },
    });
    expect(asked.filter((body) => body.includes('"formulas"'))).toEqual([]);
  });

  test("the person learns where its end is", () => {
    const words = describeHostProblem({ code: "too-large", sheet: "明细", rows: 400, columns: 16_384 });
    expect(words.happened).toContain("400 行、16384 列");
    expect(words.remedy).toContain("Ctrl+End");
  });
});

test("a sheet that a program has hidden for good cannot be shown by a menu, and the words say so", async () => {
  const bytes = makeWorkbook([
    { name: "表1", cells: { A1: 1 } },
    { name: "底稿", cells: { A1: 1 }, hidden: "veryHidden" },
  ]);
  const { host } = simulate(bytes);
  const { sheets } = await host.read();
  expect(sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
  const problem = { code: "sheet-hidden", sheet: "底稿", forGood: true } as const;
  await expect(host.reveal({ sheet: "底稿", address: "A1" })).rejects.toMatchObject({ problem });
  expect(describeHostProblem(problem).remedy).not.toContain("取消隐藏”");
});

const report: AuthoredSheet = {
  name: "核对结果",
  cells: [{ row: 0, column: 0, value: "核对结果", style: "title" }],
  print: { orientation: "landscape", onePage: true },
};

test("without a printer a sheet of results is made all the same, and can be taken back", async () => {
  const { host, excel } = simulate(makeWorkbook([{ name: "表1", cells: { A1: 1 } }]));
  excel.hasPrinter = false;
  expect((await host.apply([{ type: "add-sheet", sheet: report }])).addedSheets).toEqual(["核对结果"]);
  expect(excel.sheet("核对结果").cell(0, 0).value).toBe("核对结果");
  await host.undo();
  expect(excel.workbook.sheets).toHaveLength(1);
});

test("with one, it is laid out for printing", async () => {
  const { host, excel } = simulate(makeWorkbook([{ name: "表1", cells: { A1: 1 } }]));
  await host.apply([{ type: "add-sheet", sheet: report }]);
  expect(excel.sheet("核对结果").print).toEqual({ orientation: "Landscape", paperSize: "A4", onePage: true });
});

test("a chart sheet is not listed and has its name all the same: a new sheet gets another", async () => {
  const files = unzipSync(
    makeWorkbook([
      { name: "表1", cells: { A1: 1 } },
      { name: "核对结果", cells: {} },
    ]),
  );
  const name = "xl/_rels/workbook.xml.rels";
  const relationships = Buffer.from(files[name]!).toString("utf8");
  files[name] = strToU8(relationships.replace(/worksheet"(?= Target="worksheets\/sheet2)/, 'chartsheet"'));
  const { host, excel } = simulate(zipSync(files));
  expect((await host.read()).sheets.map((sheet) => sheet.name)).toEqual(["表1"]);
  const { addedSheets } = await host.apply([{ type: "add-sheet", sheet: report }]);
  expect(addedSheets).toEqual(["核对结果 (2)"]);
  expect(excel.workbook.sheets.map((sheet) => sheet.name)).toEqual(["表1", "核对结果 (2)"]);
});

test("working out anew concerns this workbook, not every other one that is open", async () => {
  const { excel, Excel } = simulate(
    makeWorkbook([
      { name: "表1", cells: { A1: 1 } },
      { name: "表2", cells: { A1: 1 } },
    ]),
  );
  await recalculateWorkbook({ run: (batch) => Excel.run(batch) });
  expect(excel.recalculated).toEqual(["表1", "表2"]);
});
