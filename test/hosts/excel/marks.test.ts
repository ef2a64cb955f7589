import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Edit, MarkLevel } from "../../../src/engine/workbook";
import { openPackage, patchPackage } from "../../../src/hosts/file";
import { MARK_LEVELS, markFormula, markLevelOf } from "../../../src/hosts/looks";
import { overlayAt } from "../../../src/hosts/simulated";
import { expectNoUnknownMembers, makeWorkbook, simulate } from "../simulated/simulated-workbook";

afterEach(expectNoUnknownMembers);

const mark = (sheet: string, address: string, level: MarkLevel = "error"): Edit => ({
  type: "mark",
  sheet,
  address,
  level,
});
const clear: Edit = { type: "clear-marks" };

/** Parts of a file by name, as text. */
function parts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content).toString("base64")]),
  );
}

const made = (count: number): Uint8Array =>
  makeWorkbook(
    Array.from({ length: count }, (_, position) => ({ name: `表${position + 1}`, cells: { A1: 1, B2: 2 } })),
  );

describe("marking", () => {
  test.each([1, 30])("takes two round trips for %d sheets, clearing the old marks included", async (count) => {
    const { host, excel } = simulate(made(count));
    await host.read();
    const edits: Edit[] = [clear, ...Array.from({ length: count }, (_, position) => mark(`表${position + 1}`, "B2"))];
    await host.apply(edits);
    const before = excel.roundTrips;
    await host.apply(edits);
    expect(excel.roundTrips - before).toBe(2);
    expect(excel.workbook.sheets.map(({ conditionalFormats }) => conditionalFormats.length)).toEqual(
      Array.from({ length: count }, () => 1),
    );
    expect(excel.keptReferences).toBe(0);
  });

  test("draws as few conditional formats as it can, the strongest before the others", async () => {
    const { host, excel } = simulate(made(1));
    await host.apply([
      mark("表1", "A1", "hint"),
      mark("表1", "B2", "error"),
      mark("表1", "C3", "error"),
      mark("表1", "A1", "explain"),
    ]);
    expect(
      excel.sheet("表1").conditionalFormats.map(({ formula, areas }) => [markLevelOf(formula), areas.length]),
    ).toEqual([
      ["error", 2],
      ["explain", 1],
    ]);
  });

  test("a marked cell looks like its level, in colour and in its border", async () => {
    const { host, excel } = simulate(made(1));
    await host.apply([mark("表1", "A1", "explain")]);
    expect(overlayAt(excel.sheet("表1"), 0, 0)).toEqual({
      fill: "#FFEB9C",
      colour: "#7F4F00",
      bold: true,
      border: { style: "Dash", colour: "#BF8F00" },
    });
    expect(overlayAt(excel.sheet("表1"), 0, 1)).toBeNull();
  });

  test("hundreds of cells are not too many for one list of addresses", async () => {
    const { host, excel } = simulate(made(1));
    await host.apply(Array.from({ length: 450 }, (_, row) => mark("表1", `B${row + 1}`)));
    expect(excel.sheet("表1").conditionalFormats.flatMap(({ areas }) => areas)).toHaveLength(450);
    expect(Math.max(...excel.sheet("表1").conditionalFormats.map(({ areas }) => areas.length))).toBeLessThanOrEqual(
      100,
    );
  });

  test("leaves a protected sheet alone and names it", async () => {
    const bytes = makeWorkbook([
      { name: "表1", cells: { A1: 1 }, after: '<sheetProtection sheet="1"/>' },
      { name: "表2", cells: { A1: 1 } },
      { name: "表3", cells: { A1: 1 }, after: '<sheetProtection sheet="1" formatCells="0"/>' },
    ]);
    const { host, excel } = simulate(bytes);
    const applied = await host.apply([clear, mark("表1", "A1"), mark("表2", "A1"), mark("表3", "A1")]);
    expect(applied.unmarkedSheets).toEqual(["表1"]);
    expect(excel.workbook.sheets.map(({ conditionalFormats }) => conditionalFormats.length)).toEqual([0, 1, 1]);
  });
});

describe("clearing marks", () => {
  test("needs no reading before, and takes three round trips then", async () => {
    const marked = patchPackage(openPackage(made(3)), [mark("表2", "B2")]);
    const { host, excel } = simulate(marked);
    await host.apply([clear]);
    expect(excel.roundTrips).toBe(3);
    expect(excel.sheet("表2").conditionalFormats).toEqual([]);
  });

  test("leaves the conditional formats of others", async () => {
    const theirs =
      '<conditionalFormatting sqref="A1:B2"><cfRule type="expression" dxfId="0" priority="1">' +
      '<formula>A1&gt;1</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="A1">' +
      '<cfRule type="cellIs" operator="equal" priority="2">' +
      "<formula>1</formula></cfRule></conditionalFormatting>";
    const { host, excel } = simulate(makeWorkbook([{ name: "表1", cells: { A1: 1 }, after: theirs }]));
    await host.apply([mark("表1", "A1")]);
    await host.apply([clear]);
    expect(excel.sheet("表1").conditionalFormats.map(({ type, formula }) => [type, formula])).toEqual([
      ["Custom", "A1>1"],
      ["CellValue", "1"],
    ]);
  });

  test("finds the marks on a sheet that somebody has added since", async () => {
    const { host, excel } = simulate(made(1));
    await host.read();
    await host.apply([mark("表1", "A1")]);
    await host.apply([{ type: "add-sheet", sheet: { name: "表1 副本", cells: [] } }]);
    const copy = excel.sheet("表1 副本");
    copy.conditionalFormats.push({ ...excel.sheet("表1").conditionalFormats[0]!, id: "copied" });
    await host.apply([clear]);
    expect(copy.conditionalFormats).toEqual([]);
  });

  test("looks again where a sheet has been deleted since", async () => {
    const { host, excel } = simulate(made(3));
    await host.read();
    await host.apply([mark("表1", "A1"), mark("表3", "A1")]);
    excel.workbook.deleteSheet(excel.sheet("表2"), { byClient: false, remote: true });
    await host.apply([clear]);
    expect(excel.workbook.sheets.map(({ conditionalFormats }) => conditionalFormats.length)).toEqual([0, 0]);
  });

  test.each(["changsha-industry-budget-2025.xlsx", "hengyang-project-targets.xlsx"])(
    "leaves %s as it was, part by part",
    async (name) => {
      const bytes = readFileSync(join(__dirname, "../../../seeds", name));
      const { host, excel } = simulate(bytes);
      const { sheets } = await host.read();
      await host.apply([
        clear,
        ...sheets.flatMap((sheet) => MARK_LEVELS.map((level, row) => mark(sheet.name, `A${row + 1}`, level))),
      ]);
      expect(parts(excel.save())).not.toEqual(parts(bytes));
      await host.apply([clear]);
      expect(parts(excel.save())).toEqual(parts(bytes));
    },
  );
});

describe("marks are the same in Excel and in a file", () => {
  test.each(MARK_LEVELS)("%s is told again from its formula", (level) => {
    expect(markLevelOf(`=${markFormula(level)}`)).toBe(level);
  });

  test("what Excel has marked, the file host clears to the last byte", async () => {
    const bytes = made(2);
    const { host, excel } = simulate(bytes);
    await host.apply([mark("表1", "A1"), mark("表2", "B2", "cannot-tell")]);
    expect(parts(patchPackage(openPackage(excel.save()), [clear]))).toEqual(parts(bytes));
  });
});
