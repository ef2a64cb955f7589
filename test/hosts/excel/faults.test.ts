/** Whatever goes wrong has its name, and nothing is half done. */
import type { Edit } from "../../../src/engine/workbook";
import type { LiveHost } from "../../../src/hosts/host";
import type { HostProblem } from "../../../src/hosts/host-problem";
import { HostError } from "../../../src/hosts/host-problem";
import { openPackage, patchPackage } from "../../../src/hosts/file";
import { markLevelOf } from "../../../src/hosts/looks";
import type { SimulatedExcel } from "../../../src/hosts/simulated";
import { CO_AUTHOR, OfficeError, atMember } from "../../../src/hosts/simulated";
import { expectNoUnknownMembers, makeWorkbook, simulate } from "../simulated/simulated-workbook";

afterEach(expectNoUnknownMembers);

const bytes = makeWorkbook([
  { name: "收入总表", cells: { A1: "合计", B1: 100, B2: { formula: "B1*2", value: 200 } } },
  { name: "支出总表", cells: { A1: "合计", B1: 100 } },
]);

/** One edit of each kind. */
const everything: Edit[] = [
  { type: "clear-marks" },
  { type: "set-value", sheet: "收入总表", address: "B1", value: 90 },
  { type: "set-formula", sheet: "支出总表", address: "B1", formula: "收入总表!B1", value: null },
  {
    type: "add-sheet",
    sheet: {
      name: "核对结果",
      cells: [
        { row: 0, column: 0, value: "核对结果", style: "title" },
        { row: 1, column: 0, value: 1.5, style: "amount" },
      ],
    },
  },
  { type: "mark", sheet: "收入总表", address: "B1", level: "error" },
  { type: "mark", sheet: "支出总表", address: "B1", level: "hint" },
];

async function problemOf(promise: Promise<unknown>): Promise<HostProblem> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof HostError)) throw error ?? new Error("nothing was refused");
  return error.problem;
}

const actions: readonly (readonly [string, (host: LiveHost) => Promise<unknown>])[] = [
  ["reading", (host) => host.read()],
  ["writing", (host) => host.apply(everything)],
  ["taking back", (host) => host.undo()],
  ["revealing", (host) => host.reveal({ sheet: "支出总表", address: "B1" })],
  ["remembering", (host) => host.remember('<h xmlns="urn:hedui:1"/>')],
  ["recalling", (host) => host.recall()],
];

describe.each<[string, number, HostProblem]>([
  ["a cell is being edited", OfficeError.CellEdit, { code: "cell-being-edited" }],
  ["the session is lost", OfficeError.Session, { code: "session-lost" }],
  ["a dialogue is open", OfficeError.ModalDialog, { code: "dialog-open" }],
  ["Excel is busy", OfficeError.ActivityLimit, { code: "busy" }],
])("while %s", (_, office, problem) => {
  test.each(actions)("%s says so, does nothing, and works afterwards", async (_name, act) => {
    const { host, excel } = simulate(bytes);
    await host.read();
    await host.apply([{ type: "set-value", sheet: "收入总表", address: "A2", value: "备注" }]);
    const before = Buffer.from(excel.save());
    excel.faults.always({ office });
    expect(await problemOf(act(host))).toEqual(problem);
    expect(Buffer.from(excel.save()).equals(before)).toBe(true);
    excel.faults.clear();
    await act(host);
  });
});

test("a cell that is being edited stops the write, and nothing has been written", async () => {
  const { host, excel } = simulate(bytes);
  await host.read();
  excel.faults.next({ office: OfficeError.CellEdit }, 1);
  expect(await problemOf(host.apply(everything))).toEqual({ code: "cell-being-edited" });
  expect(Buffer.from(excel.save()).equals(Buffer.from(bytes))).toBe(true);
  expect(host.undoable()).toBeNull();
});

describe("Excel refuses in the middle of a write", () => {
  const places: readonly (readonly [string, string, number])[] = [
    ["before anything", "EnableEvents", 1],
    ["at the second cell", "Formulas", 2],
    ["at the new sheet", "Add", 1],
    ["at the look of a cell", "NumberFormat", 1],
    ["at the first mark", "Formula", 1],
    ["at the second mark", "Color", 9],
  ];

  test.each(places)("%s: everything is put back", async (_, member, nth) => {
    const { host, excel } = simulate(bytes);
    await host.read();
    excel.faults.next({ refuse: "GeneralException", at: atMember(member, nth) }, 1);
    expect((await problemOf(host.apply(everything))).code).toBe("refused");
    expect(Buffer.from(excel.save()).equals(Buffer.from(bytes))).toBe(true);
    expect(host.undoable()).toBeNull();
  });

  test.each(places)("%s: the same can be done afterwards", async (_, member, nth) => {
    const { host, excel } = simulate(bytes);
    await host.read();
    excel.faults.next({ refuse: "GeneralException", at: atMember(member, nth) }, 1);
    await problemOf(host.apply(everything));
    expect((await host.apply(everything)).addedSheets).toEqual(["核对结果"]);
  });

  test("and cannot be made to put it back: the places are named", async () => {
    const { host, excel } = simulate(bytes);
    await host.read();
    excel.faults.next({ refuse: "GeneralException", at: atMember("Add") }, 1);
    excel.faults.next({ office: OfficeError.Session }, 2);
    expect(await problemOf(host.apply(everything))).toEqual({
      code: "half-done",
      cells: [
        { sheet: "收入总表", address: "B1" },
        { sheet: "支出总表", address: "B1" },
      ],
      sheets: ["核对结果"],
    });
  });
});

describe("a workbook that is marked already, and a write that fails in the middle", () => {
  const marked = patchPackage(openPackage(bytes), [
    { type: "mark", sheet: "收入总表", address: "A1:B1", level: "explain" },
    { type: "mark", sheet: "支出总表", address: "A1", level: "error" },
  ]);
  const marksIn = (excel: SimulatedExcel): unknown =>
    excel.workbook.sheets.map(({ conditionalFormats }) =>
      conditionalFormats.map(({ areas, formula, look }) => ({ areas, formula, look })),
    );

  test.each([
    ["before anything", "EnableEvents", 1],
    ["at the second cell", "Formulas", 2],
    ["at the new sheet", "Add", 1],
    ["at the first mark", "Formula", 1],
    ["at the second mark", "Color", 9],
  ] as const)("%s: the marks are as they were, the file is the same to the last byte", async (_, member, nth) => {
    const { host, excel } = simulate(marked);
    await host.read();
    const before = marksIn(excel);
    excel.faults.next({ refuse: "GeneralException", at: atMember(member, nth) }, 1);
    expect((await problemOf(host.apply(everything))).code).toBe("refused");
    expect(marksIn(excel)).toEqual(before);
    expect(Buffer.from(excel.save()).equals(Buffer.from(marked))).toBe(true);
  });

  test("marks that were drawn in this session are put back as well", async () => {
    const { host, excel } = simulate(bytes);
    await host.read();
    await host.apply([{ type: "mark", sheet: "收入总表", address: "B1", level: "hint" }]);
    const before = marksIn(excel);
    excel.faults.next({ refuse: "GeneralException", at: atMember("Color", 4) }, 1);
    await problemOf(
      host.apply([
        { type: "clear-marks" },
        { type: "mark", sheet: "收入总表", address: "B2", level: "error" },
        { type: "mark", sheet: "支出总表", address: "B1", level: "error" },
      ]),
    );
    expect(marksIn(excel)).toEqual(before);
  });

  test.each([1, 2])(
    "a mark of before (the %d. one) that will not go at once is taken away in a second attempt, and the write is whole",
    async (nth) => {
      const { host, excel } = simulate(marked);
      await host.read();
      excel.faults.next({ refuse: "GeneralException", at: atMember("Delete", nth) }, 1);
      expect((await host.apply(everything)).addedSheets).toEqual(["核对结果"]);
      expect(
        excel.workbook.sheets.map(({ conditionalFormats }) =>
          conditionalFormats.map(({ formula }) => markLevelOf(formula)),
        ),
      ).toEqual([["error"], ["hint"], []]);
      expect(host.undoable()).toMatchObject({
        cells: [
          { before: 100, after: 90 },
          { before: 100, after: "=收入总表!B1" },
        ],
        addedSheets: ["核对结果"],
      });
      await host.undo();
      expect(excel.sheet("收入总表").cell(0, 1).value).toBe(100);
    },
  );

  test("marks that will not go at all: the places are named", async () => {
    const { host, excel } = simulate(marked);
    await host.read();
    for (const request of [1, 3]) excel.faults.next({ refuse: "GeneralException", at: atMember("Delete") }, request);
    expect(await problemOf(host.apply(everything))).toMatchObject({
      code: "half-done",
      cells: [{ address: "B1" }, { address: "B1" }],
      sheets: ["核对结果"],
    });
  });
});

test("a sheet that a co-author deletes while we write is not missed: the rest is put back", async () => {
  const { host, excel } = simulate(bytes);
  await host.read();
  const answer = excel.answer.bind(excel);
  let requests = 0;
  excel.answer = async (body, flags) => {
    if (++requests === 2) excel.workbook.deleteSheet(excel.sheet("支出总表"), CO_AUTHOR);
    return answer(body, flags);
  };
  expect(await problemOf(host.apply(everything))).toEqual({ code: "sheet-gone", sheet: "支出总表" });
  expect([excel.sheet("收入总表").cell(0, 1).value, excel.workbook.sheets.length, host.undoable()]).toEqual([
    100,
    1,
    null,
  ]);
});

describe("beyond the payload limit", () => {
  const many: Edit[] = Array.from({ length: 400 }, (_, row) => ({
    type: "set-value" as const,
    sheet: "收入总表",
    address: `D${row + 1}`,
    value: row,
  }));

  test("a write goes in pieces", async () => {
    const { host, excel } = simulate(bytes, { requestLimit: 60_000 });
    await host.read();
    const before = excel.roundTrips;
    await host.apply(many);
    expect(excel.roundTrips - before).toBeGreaterThan(2);
    expect(excel.sheet("收入总表").cell(399, 3).value).toBe(399);
  });

  test("a piece that fails takes the earlier ones back", async () => {
    const { host, excel } = simulate(bytes);
    await host.read();
    for (const request of [1, 2]) excel.faults.next({ office: OfficeError.RequestTooLarge }, request);
    excel.faults.next({ refuse: "GeneralException", at: atMember("Formulas", 10) }, 4);
    expect((await problemOf(host.apply(many))).code).toBe("refused");
    expect(Buffer.from(excel.save()).equals(Buffer.from(bytes))).toBe(true);
  });
});

test("a mark that is gone when it is to be taken away is looked for again", async () => {
  const { host, excel } = simulate(bytes);
  await host.read();
  await host.apply(everything);
  excel.faults.next({ refuse: "ItemNotFound", at: atMember("Delete") }, 1);
  await host.apply([{ type: "clear-marks" }]);
  expect(excel.workbook.sheets.flatMap(({ conditionalFormats }) => conditionalFormats)).toEqual([]);
});

test("events come again after a write that failed", async () => {
  const { host, excel, Excel } = simulate(bytes);
  await host.read();
  excel.faults.next({ refuse: "GeneralException", at: atMember("Add") }, 1);
  await problemOf(host.apply(everything));
  await Excel.run(async (context) => {
    context.runtime.load("enableEvents");
    await context.sync();
    expect(context.runtime.enableEvents).toBe(true);
  });
});
