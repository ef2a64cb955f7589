import { openPackage, readSettings } from "../../../src/hosts/file";
import type { CellPlace, WorkbookChange } from "../../../src/hosts/host";
import type { HostProblem } from "../../../src/hosts/host-problem";
import { HostError } from "../../../src/hosts/host-problem";
import { connectExcel, recalculateWorkbook } from "../../../src/hosts/excel";
import { CO_AUTHOR } from "../../../src/hosts/simulated";
import { expectNoUnknownMembers, makeWorkbook, simulate } from "../simulated/simulated-workbook";

afterEach(expectNoUnknownMembers);

const bytes = makeWorkbook([
  { name: "收入总表", cells: { A1: 1, B2: 2 } },
  { name: "底稿", cells: { A1: 1 }, hidden: true },
  { name: "表 3", cells: { A1: 1 } },
]);

async function problemOf(promise: Promise<unknown>): Promise<HostProblem> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof HostError)) throw error ?? new Error("nothing was refused");
  return error.problem;
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe("going to a cell", () => {
  test("brings its sheet to the front and selects it, in one round trip", async () => {
    const { host, excel } = simulate(bytes);
    await host.read();
    const before = excel.roundTrips;
    await host.reveal({ sheet: "表 3", address: "C5" });
    expect(excel.roundTrips - before).toBe(1);
    expect(excel.workbook.activeSheet?.name).toBe("表 3");
    expect(excel.workbook.selection).toEqual({ top: 4, left: 2, bottom: 4, right: 2 });
  });

  test("works where nothing has been read yet", async () => {
    const { host, excel } = simulate(bytes);
    await host.reveal({ sheet: "表 3", address: "A1" });
    expect(excel.workbook.activeSheet?.name).toBe("表 3");
  });

  test.each<[string, string, HostProblem]>([
    ["底稿", "A1", { code: "sheet-hidden", sheet: "底稿" }],
    ["没有", "A1", { code: "sheet-gone", sheet: "没有" }],
    ["表 3", "一号", { code: "bad-address", sheet: "表 3", address: "一号" }],
  ])("on %s %s says why not", async (sheet, address, problem) => {
    expect(await problemOf(simulate(bytes).host.reveal({ sheet, address }))).toEqual(problem);
  });

  test("reading, writing and marking never move the selection", async () => {
    const { host, excel } = simulate(bytes);
    excel.select("收入总表", "B2");
    await host.read();
    await host.apply([
      { type: "set-value", sheet: "表 3", address: "A1", value: 2 },
      { type: "mark", sheet: "表 3", address: "A1", level: "error" },
      { type: "add-sheet", sheet: { name: "核对结果", cells: [] } },
    ]);
    await host.undo();
    expect([excel.workbook.activeSheet?.name, excel.workbook.selection.left]).toEqual(["收入总表", 1]);
  });
});

describe("watching", () => {
  test("tells of edits by the person and by others, never of ours, until it is stopped", async () => {
    const { host, excel } = simulate(bytes);
    await host.read();
    const changes: WorkbookChange[] = [];
    const stop = await host.watch((change) => changes.push(change));
    excel.type("收入总表", "A1", 5);
    excel.type("表 3", "B7", "注", CO_AUTHOR);
    await soon();
    await host.apply([
      { type: "set-value", sheet: "表 3", address: "A1", value: 2 },
      { type: "add-sheet", sheet: { name: "核对结果", cells: [] } },
    ]);
    await soon();
    await host.undo();
    excel.workbook.deleteSheet(excel.sheet("底稿"), CO_AUTHOR);
    await soon();
    await stop();
    await stop();
    excel.type("收入总表", "A1", 6);
    await soon();
    expect(changes).toEqual([
      { kind: "cells", remote: false, sheet: "收入总表", address: "A1" },
      { kind: "cells", remote: true, sheet: "表 3", address: "B7" },
      { kind: "structure", remote: true },
    ]);
  });
});

test("tells of the first cell of whatever is selected, and asks nothing of Excel for it", async () => {
  const { host, excel } = simulate(bytes);
  await host.read();
  const places: CellPlace[] = [];
  const stop = await host.watch(
    () => undefined,
    (place) => places.push(place),
  );
  const before = excel.roundTrips;
  excel.workbook.select(excel.sheet("收入总表"), { top: 6, left: 2, bottom: 8, right: 3 });
  excel.workbook.select(excel.sheet("表 3"), { top: 0, left: 0, bottom: 0, right: 0 });
  await soon();
  expect(excel.roundTrips).toBe(before);
  await stop();
  excel.workbook.select(excel.sheet("表 3"), { top: 1, left: 0, bottom: 1, right: 0 });
  await soon();
  expect(places).toEqual([
    { sheet: "收入总表", address: "C7" },
    { sheet: "表 3", address: "A1" },
  ]);
});

describe("settings", () => {
  const xml = '<hedui xmlns="urn:hedui:1"><exception rule="a">已说明</exception></hedui>';

  test("are kept in the workbook, replaced, and taken out without a trace", async () => {
    const { host, excel } = simulate(bytes);
    expect(await host.recall()).toBeNull();
    await host.remember('<hedui xmlns="urn:hedui:1"/>');
    await host.remember(xml);
    expect(await host.recall()).toBe(xml);
    expect(readSettings(openPackage(excel.save()))).toBe(xml);
    await host.remember(null);
    expect(await host.recall()).toBeNull();
    expect(Buffer.from(excel.save()).equals(Buffer.from(bytes))).toBe(true);
  });

  test("of a file that was saved before are found again", async () => {
    const first = simulate(bytes);
    await first.host.remember(xml);
    expect(await simulate(first.excel.save()).host.recall()).toBe(xml);
  });

  test("the parts of others are left alone", async () => {
    const { host, excel } = simulate(bytes);
    excel.workbook.xmlParts.push({ id: "theirs", xml: '<a xmlns="urn:other"/>' });
    await host.remember(xml);
    await host.remember(null);
    expect(excel.workbook.xmlParts.map(({ id }) => id)).toEqual(["theirs"]);
  });
});

describe("connecting", () => {
  const realm = globalThis as unknown as { Office: unknown };
  const genuine = realm.Office;
  afterEach(() => (realm.Office = genuine));

  const office = (ready: Promise<{ host: string | null }>, version = "1.15"): unknown => ({
    onReady: () => ready,
    HostType: { Excel: "Excel" },
    context: {
      requirements: {
        isSetSupported: (_: string, wanted: string) => Number(wanted.split(".")[1]) <= Number(version.split(".")[1]),
      },
    },
  });

  test.each<[string, unknown, HostProblem]>([
    ["a page without office.js", undefined, { code: "no-excel" }],
    ["a page outside Excel", office(Promise.resolve({ host: null })), { code: "no-excel" }],
    ["a page in Word", office(Promise.resolve({ host: "Word" })), { code: "no-excel" }],
    ["an Excel that never answers", office(new Promise(() => undefined)), { code: "excel-silent" }],
    [
      "an Excel that is too old",
      office(Promise.resolve({ host: "Excel" }), "1.12"),
      { code: "unsupported-excel", needed: "1.13" },
    ],
  ])("%s is told apart", async (_, given, problem) => {
    realm.Office = given;
    expect(await problemOf(connectExcel(undefined, 20))).toEqual(problem);
  });

  test("an Excel that is new enough gives its workbook", async () => {
    const { excel } = simulate(bytes);
    realm.Office = office(Promise.resolve({ host: "Excel" }));
    const host = await connectExcel();
    expect(host.capabilities.application).toBe("Excel");
    expect((await host.read()).sheets).toHaveLength(excel.workbook.sheets.length);
  });

  test.each([
    ["1.14", false],
    ["1.18", false],
    ["1.19", true],
  ])("ExcelApi %s: whether it keeps the person's steps is known", async (version, keepsUndoSteps) => {
    simulate(bytes);
    realm.Office = office(Promise.resolve({ host: "Excel" }), version);
    expect((await connectExcel()).capabilities).toMatchObject({ keepsUndoSteps });
  });
});

test("every formula is worked out anew in two round trips, where custom functions would answer otherwise", async () => {
  const { excel, Excel } = simulate(bytes);
  const before = excel.roundTrips;
  await recalculateWorkbook({ run: (batch) => Excel.run(batch) });
  expect(excel.roundTrips - before).toBe(2);
});
