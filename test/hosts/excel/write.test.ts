import fc from "fast-check";
import type { AuthoredSheet, Edit } from "../../../src/engine/workbook";
import { openPackage, readWorkbook } from "../../../src/hosts/file";
import { HostError } from "../../../src/hosts/host-problem";
import type { HostProblem } from "../../../src/hosts/host-problem";
import { CO_AUTHOR, shownText } from "../../../src/hosts/simulated";
import { writtenContents } from "../../../src/hosts/simulated/model/sheet";
import type { Simulation } from "../simulated/simulated-workbook";
import { expectNoUnknownMembers, makeWorkbook, simulate } from "../simulated/simulated-workbook";

afterEach(expectNoUnknownMembers);

const budget = (after = "", styles: Record<string, number> = {}): Uint8Array =>
  makeWorkbook([
    {
      name: "收入总表",
      cells: {
        A1: "教育收入",
        B1: 235.46,
        A2: "其他收入",
        B2: 1000,
        A3: "合计",
        B3: { formula: "SUM(B1:B2)", value: 1235.46 },
      },
      styles: { B1: 1, ...styles },
      after,
    },
    { name: "支出总表", cells: { A1: "合计", B1: { formula: "收入总表!B3", value: 1235.46 } } },
  ]);

const set = (address: string, value: string | number | null, sheet = "收入总表"): Edit => ({
  type: "set-value",
  sheet,
  address,
  value,
});

async function problemOf(promise: Promise<unknown>): Promise<HostProblem> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof HostError)) throw error ?? new Error("nothing was refused");
  return error.problem;
}

/** Contents of a cell as typed. */
const at = ({ excel }: Simulation, address: string, sheet = "收入总表"): unknown => {
  const [, letters, row] = /^([A-Z])(\d+)$/.exec(address)!;
  return writtenContents(excel.sheet(sheet).cell(Number(row) - 1, letters!.charCodeAt(0) - 65));
};

describe("writing a value", () => {
  test("takes three round trips (looking, writing, events on), and what depends on it is calculated anew", async () => {
    const simulation = simulate(budget());
    await simulation.host.read();
    const before = simulation.excel.roundTrips;
    await simulation.host.apply([set("B1", 234.56)]);
    expect(simulation.excel.roundTrips - before).toBe(3);
    expect(shownText(simulation.excel.sheet("收入总表"), 0, 1)).toBe("234.56");
    expect(simulation.excel.sheet("支出总表").cell(0, 1).value).toBe(1234.56);
  });

  test("reaches the file: only the cell, and what depends on it, is different", async () => {
    const simulation = simulate(budget());
    await simulation.host.apply([set("B1", 234.56)]);
    const saved = readWorkbook(openPackage(simulation.excel.save()));
    expect([...saved.sheets[0]!.numbers].filter((value) => value !== 0)).toEqual([234.56, 1000, 1234.56]);
    expect([...saved.sheets[1]!.numbers]).toEqual([0, 1234.56]);
  });

  test("texts stay texts, whatever they look like", () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.constantFrom("=1+1", "05", "TRUE", "1,234", "-", "@x", "'引号", "12%", "二〇二五年", "教育 收入", "3月"),
          fc.string({ minLength: 1, maxLength: 12 }),
        ),
        async (text) => {
          const simulation = simulate(budget());
          await simulation.host.apply([set("C1", text)]);
          expect(simulation.excel.sheet("收入总表").cell(0, 2).value).toBe(text);
        },
      ),
      { numRuns: 40 },
    ));

  test("null empties the cell, a formula is calculated", async () => {
    const simulation = simulate(budget());
    await simulation.host.apply([
      set("B2", null),
      { type: "set-formula", sheet: "收入总表", address: "C3", formula: "B3*2", value: null },
    ]);
    expect(at(simulation, "B2")).toBe("");
    expect(at(simulation, "C3")).toBe("=B3*2");
    expect(simulation.excel.sheet("收入总表").cell(2, 2).value).toBe(470.92);
  });

  test.each<[string, Edit, HostProblem]>([
    ["a sheet that is not there", set("A1", 1, "没有"), { code: "sheet-gone", sheet: "没有" }],
    ["an address that is none", set("ABCD1", 1), { code: "bad-address", sheet: "收入总表", address: "ABCD1" }],
    ["a number that is none", set("A1", NaN), { code: "bad-value", sheet: "收入总表", address: "A1" }],
    [
      "a text that is too long",
      set("A1", "长".repeat(32_768)),
      { code: "bad-value", sheet: "收入总表", address: "A1" },
    ],
  ])("%s is refused before anything is done", async (_, edit, problem) => {
    const simulation = simulate(budget());
    expect(await problemOf(simulation.host.apply([set("B1", 1), edit]))).toEqual(problem);
    expect(at(simulation, "B1")).toBe(235.46);
  });
});

describe("protection", () => {
  test("nothing is written on a protected sheet, and nothing elsewhere", async () => {
    const simulation = simulate(budget('<sheetProtection sheet="1"/>'));
    expect(await problemOf(simulation.host.apply([set("B1", 1, "支出总表"), set("B1", 1)]))).toEqual({
      code: "sheet-protected",
      sheets: ["收入总表"],
    });
    expect(at(simulation, "B1", "支出总表")).toBe("=收入总表!B3");
  });

  test("the cells of a protected form that are left open can be written", async () => {
    const simulation = simulate(budget('<sheetProtection sheet="1"/>', { B1: 2 }));
    await simulation.host.apply([set("B1", 7)]);
    expect(at(simulation, "B1")).toBe(7);
  });

  test("a workbook opened for reading only is not written", async () => {
    const simulation = simulate(budget());
    simulation.excel.workbook.readOnly = true;
    expect(await problemOf(simulation.host.apply([set("B1", 1)]))).toEqual({ code: "read-only" });
  });
});

describe("somebody else has changed a cell meanwhile", () => {
  test("it is not overwritten, and what it was and is now is told", async () => {
    const simulation = simulate(budget());
    await simulation.host.read();
    simulation.excel.type("收入总表", "B1", 300, CO_AUTHOR);
    expect(await problemOf(simulation.host.apply([set("B2", 1), set("B1", 234.56)]))).toEqual({
      code: "changed-meanwhile",
      cells: [{ sheet: "收入总表", address: "B1", was: 235.46, now: 300 }],
    });
    expect([at(simulation, "B1"), at(simulation, "B2")]).toEqual([300, 1000]);
  });

  test("after reading again it can be written", async () => {
    const simulation = simulate(budget());
    await simulation.host.read();
    simulation.excel.type("收入总表", "B1", 300, CO_AUTHOR);
    await simulation.host.read();
    await simulation.host.apply([set("B1", 234.56)]);
    expect(at(simulation, "B1")).toBe(234.56);
  });

  test("a formula whose value has moved is still the same formula", async () => {
    const simulation = simulate(budget());
    await simulation.host.read();
    simulation.excel.type("收入总表", "B2", 1, CO_AUTHOR);
    await simulation.host.apply([set("B3", 5)]);
    expect(at(simulation, "B3")).toBe(5);
  });
});

describe("taking a write back", () => {
  test("puts numbers, texts, formulas and blanks back", async () => {
    const simulation = simulate(budget());
    await simulation.host.read();
    const before = ["A1", "B1", "B3", "C1"].map((address) => at(simulation, address));
    await simulation.host.apply([set("A1", "=x"), set("B1", 1), set("B3", 2), set("C1", "05")]);
    expect(simulation.host.undoable()?.cells[1]).toEqual({
      sheet: "收入总表",
      address: "B1",
      before: 235.46,
      after: 1,
    });
    await simulation.host.undo();
    expect(["A1", "B1", "B3", "C1"].map((address) => at(simulation, address))).toEqual(before);
    expect(simulation.host.undoable()).toBeNull();
    expect(await problemOf(simulation.host.undo())).toEqual({ code: "nothing-to-undo" });
  });

  test("any writes taken back in turn leave the file as it was", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom("A1", "A2", "B1", "B2", "B3", "C9"),
            fc.oneof(fc.integer(), fc.constantFrom("文字", "=1", "007", "'x"), fc.constant(null)),
          ),
          { minLength: 1, maxLength: 5 },
        ),
        async (writes) => {
          const bytes = budget();
          const simulation = simulate(bytes);
          await simulation.host.read();
          for (const [address, value] of writes) await simulation.host.apply([set(address, value)]);
          while (simulation.host.undoable()) await simulation.host.undo();
          expect(Buffer.from(simulation.excel.save()).equals(Buffer.from(openPackage(bytes).archive.bytes))).toBe(true);
        },
      ),
      { numRuns: 25 },
    ));

  test("does not overwrite what somebody has typed since", async () => {
    const simulation = simulate(budget());
    await simulation.host.apply([set("B1", 1), set("B2", 2)]);
    simulation.excel.type("收入总表", "B2", 99);
    expect(await problemOf(simulation.host.undo())).toEqual({
      code: "changed-meanwhile",
      cells: [{ sheet: "收入总表", address: "B2", was: 2, now: 99 }],
    });
    expect([at(simulation, "B1"), at(simulation, "B2")]).toEqual([1, 99]);
  });

  test("marks are not a write that is taken back", async () => {
    const { host } = simulate(budget());
    await host.apply([{ type: "mark", sheet: "收入总表", address: "B1", level: "error" }]);
    expect(host.undoable()).toBeNull();
  });
});

describe("a sheet of ours", () => {
  const results: AuthoredSheet = {
    name: "核对结果",
    cells: [
      { row: 0, column: 0, value: "核对结果", style: "title" },
      { row: 1, column: 0, value: "位置", style: "header" },
      { row: 1, column: 1, value: "差额", style: "header" },
      { row: 2, column: 0, value: "收入总表 B1", link: { sheet: "收入总表", address: "B1" } },
      { row: 2, column: 1, value: -0.9, style: "amount" },
      { row: 2, column: 2, value: "=不是公式", style: "text" },
      { row: 3, column: 1, formula: "SUM(B3:B3)", value: -0.9, style: "amount" },
      { row: 3, column: 2, value: "", style: "input", choices: ["已说明", "已改正"] },
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
    widths: [24, 12, 40],
    heights: { 0: 30 },
    bordered: [{ top: 1, left: 0, bottom: 3, right: 2 }],
    freezeRows: 2,
    print: { orientation: "landscape", onePage: false },
  };

  test("comes with contents, looks, links, choices in four round trips (one for the page), and is saved", async () => {
    const simulation = simulate(budget());
    await simulation.host.read();
    const before = simulation.excel.roundTrips;
    const applied = await simulation.host.apply([{ type: "add-sheet", sheet: results }]);
    expect(simulation.excel.roundTrips - before).toBe(4);
    expect(applied.addedSheets).toEqual(["核对结果"]);
    const added = simulation.excel.sheet("核对结果");
    expect(added.links.get("A3")).toBe("'收入总表'!B1");
    expect(added.choices.get("C4")).toBe("已说明,已改正");
    expect(added.frozenRows).toBe(2);
    expect(added.cell(2, 1).format).toBe("#,##0.00");
    expect(added.cell(1, 0).dress).toMatchObject({ bold: true, fill: "#E7E6E6" });
    const reopened = simulate(simulation.excel.save()).excel.sheet("核对结果");
    expect(writtenContents(reopened.cell(2, 2))).toBe("=不是公式");
    expect(reopened.cell(3, 1)).toMatchObject({ formula: "SUM(B3:B3)", value: -0.9 });
    expect(reopened.cell(1, 0).dress).toMatchObject({ bold: true, fill: "#E7E6E6" });
    expect(reopened.merges).toEqual(results.merges);
  });

  test("gets a number where its name is taken, and links within go to it", async () => {
    const { host, excel } = simulate(budget());
    const withLink: AuthoredSheet = {
      name: "核对结果",
      cells: [{ row: 0, column: 0, value: "返回", link: { sheet: "核对结果 目录", address: "A1" } }],
    };
    await host.apply([{ type: "add-sheet", sheet: { ...results, name: "核对结果 目录" } }]);
    await host.apply([{ type: "add-sheet", sheet: results }]);
    expect((await host.apply([{ type: "add-sheet", sheet: withLink }])).addedSheets).toEqual(["核对结果 (2)"]);
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual([
      "收入总表",
      "支出总表",
      "核对结果 目录",
      "核对结果",
      "核对结果 (2)",
    ]);
  });

  test("goes again by taking back, unless somebody has worked in it", async () => {
    const { host, excel } = simulate(budget());
    await host.apply([{ type: "add-sheet", sheet: results }]);
    excel.type("核对结果", "C3", "已核实");
    expect(await problemOf(host.undo())).toMatchObject({ code: "changed-meanwhile", cells: [{ sheet: "核对结果" }] });
    excel.type("核对结果", "C3", "'=不是公式");
    expect((await host.undo()).addedSheets).toEqual(["核对结果"]);
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(["收入总表", "支出总表"]);
  });

  test("is not taken out again where the structure is protected since, and no cell is put back either", async () => {
    const { host, excel } = simulate(budget());
    await host.apply([set("B1", 1), { type: "add-sheet", sheet: results }]);
    excel.workbook.structureProtected = true;
    expect(await problemOf(host.undo())).toEqual({ code: "workbook-protected" });
    expect([excel.workbook.sheets.length, excel.sheet("收入总表").cell(0, 1).value]).toEqual([3, 1]);
    excel.workbook.structureProtected = false;
    await host.undo();
    expect([excel.workbook.sheets.length, excel.sheet("收入总表").cell(0, 1).value]).toEqual([2, 235.46]);
  });

  test("is not added to a workbook whose structure is protected", async () => {
    const { host, excel } = simulate(
      makeWorkbook([{ name: "表1", cells: { A1: 1 } }], '<workbookProtection lockStructure="1"/>'),
    );
    expect(await problemOf(host.apply([set("A1", 2, "表1"), { type: "add-sheet", sheet: results }]))).toEqual({
      code: "workbook-protected",
    });
    expect(excel.sheet("表1").cell(0, 0).value).toBe(1);
  });
});
