/** 对照 and several workbooks at once, over Office's genuine client and a simulated Excel. */
import { FileBatch } from "../../src/pane/session/file-batch";
import type { PickedFile } from "../../src/pane/session/picked-file";
import type { MadeSheet } from "../hosts/simulated/simulated-workbook";
import { expectNoUnknownMembers, makeWorkbook } from "../hosts/simulated/simulated-workbook";
import { openTextFile, openWorkbookFile } from "../../src/hosts/open-workbook-file";
import { SUMMARY, closeSessions, openSession } from "./clerk-session";

afterEach(async () => {
  await closeSessions();
  expectNoUnknownMembers();
});

const file = (name: string, bytes: Uint8Array): PickedFile => ({
  name,
  arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
});
const summaryOf = (cells: MadeSheet["cells"]): Uint8Array =>
  makeWorkbook([{ ...SUMMARY, cells: { ...SUMMARY.cells, ...cells } }]);
const LAST_YEAR = summaryOf({ A1: "2024年部门支出总体情况表" });
const UNIT = summaryOf({ A2: "部门名称：某市某中心" });
const TEXT = new TextEncoder().encode("2025年部门预算说明\n一、2025年支出预算61万元，其中：基本支出40万元。");

test("a document is named and taken for what its tables say, or for what a person says", async () => {
  const { session, state } = openSession();
  await session.start();
  await session.compareWith([file("去年.xlsx", LAST_YEAR), file("中心.xlsx", UNIT), file("说明.txt", TEXT)]);
  const roles = (): unknown => state().beside.documents.map(({ name, document }) => [name, document]);
  expect(roles()).toEqual([
    ["去年.xlsx", "prior"],
    ["中心.xlsx", "unit"],
    ["说明.txt", "text"],
  ]);
  expect(
    state()
      .beside.documents.slice(0, 2)
      .map(({ year, body }) => [year, body]),
  ).toEqual([
    [2024, "某市某局"],
    [2025, "某市某中心"],
  ]);
  const [first, second] = state().beside.documents;
  await session.changeDocument(second!.id, "prior");
  await session.changeDocument(first!.id, null);
  expect(roles()).toEqual([
    ["中心.xlsx", "prior"],
    ["说明.txt", "text"],
  ]);
});

test("last year's workbook of another body is named, and compared only where a person says so", async () => {
  const { session, state } = openSession();
  await session.check();
  const before = state().checked!.findings.length;
  await session.compareWith([
    file("别局.xlsx", summaryOf({ A1: "2024年部门支出总体情况表", A2: "部门名称：某市别局" })),
  ]);
  expect(state().beside.documents.map(({ document, body }) => [document, body])).toEqual([["other", "某市别局"]]);
  expect([state().checked!.findings.length, [...state().checked!.elsewhere]]).toEqual([before, []]);
  await session.changeDocument(state().beside.documents[0]!.id, "prior");
  expect([...state().checked!.elsewhere]).toEqual([expect.stringMatching(/^别局\.xlsx：/)]);
});

test("a text beside the workbook is checked with it, and taken away again its findings go", async () => {
  const { session, state } = openSession();
  await session.check();
  const before = state().checked!.findings.length;
  await session.compareWith([file("说明.txt", TEXT)]);
  const { checked } = state();
  expect(checked!.result.text.map(({ words, verdict }) => [words, verdict])).toContainEqual(["61万元", "contradicted"]);
  expect(checked!.findings.length).toBeGreaterThan(before);
  expect([...checked!.elsewhere]).toEqual(["说明.txt：说明.txt"]);
  expect(state().workbook!.sheets.map(({ name }) => name)).toEqual([SUMMARY.name]);
  await session.changeDocument(state().beside.documents[0]!.id, null);
  expect(state().checked!.findings.length).toBe(before);
});

test("what cannot be taken is refused by name and in words; the others are taken", async () => {
  const { session, state } = openSession();
  await session.start();
  const blank = makeWorkbook([{ name: "通讯录", cells: { A1: "姓名", B1: "电话" } }]);
  await session.compareWith([
    file("坏的.xlsx", new Uint8Array([1, 2, 3])),
    file("通讯录.xlsx", blank),
    file("老说明.doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])),
    file("去年.xlsx", LAST_YEAR),
    file("去年.xlsx", LAST_YEAR),
  ]);
  const { documents, refused, reading } = state().beside;
  expect(documents.map(({ name }) => name)).toEqual(["去年.xlsx", "去年.xlsx（2）"]);
  expect(refused).toEqual([
    expect.stringMatching(/^坏的\.xlsx：不是 Excel 工作簿/),
    expect.stringMatching(/^通讯录\.xlsx：没有认出/),
    expect.stringMatching(/^老说明\.doc：.*另存为 \.docx/),
  ]);
  expect([reading, state().problem]).toEqual([null, null]);
});

test("reading that is stopped leaves what was taken before it, and says nothing of the rest", async () => {
  let time = 0;
  const clerk = openSession(undefined, {}, undefined, {
    now: () => (time += 100),
    painted: () => {
      if (clerk.state().beside.reading?.name === "再一份.xlsx") clerk.session.stopComparing();
      return Promise.resolve();
    },
  });
  await clerk.session.start();
  await clerk.session.compareWith([file("去年.xlsx", LAST_YEAR), file("再一份.xlsx", UNIT)]);
  const { documents, refused, reading } = clerk.state().beside;
  expect([documents.map(({ name }) => name), refused, reading]).toEqual([["去年.xlsx"], [], null]);
});

test("several workbooks are checked one after the other: whose they are and what there is to do in each", async () => {
  const batch = new FileBatch();
  const around = {
    openFile: openWorkbookFile,
    openText: openTextFile,
    loadCatalogue: async () => (await import("../../src/catalogue")).catalogue,
    now: () => 0,
    painted: () => Promise.resolve(),
  };
  await batch.check([file("中心.xlsx", UNIT), file("坏的.xlsx", new Uint8Array([1]))], around);
  await batch.check([file("齐的.xlsx", summaryOf({ E8: 25 }))], around);
  const { files, running } = batch.store.getState();
  expect(files.map(({ standing }) => standing)).toEqual([
    {
      kind: "checked",
      overview: { body: "某市某中心", year: 2025, tables: 1, errors: 1, explains: 0, cannotTell: 0, unrecognised: 0 },
    },
    { kind: "refused", words: expect.stringContaining("不是 Excel 工作簿") },
    { kind: "checked", overview: expect.objectContaining({ errors: 0, year: 2025 }) },
  ]);
  expect(running).toBe(false);
  batch.empty();
  expect(batch.store.getState().files).toEqual([]);
});

test("a batch that is stopped leaves what it has, and goes on where it was left", async () => {
  const batch = new FileBatch();
  let now = 0;
  let stop = true;
  const around = {
    openFile: openWorkbookFile,
    loadCatalogue: async () => (await import("../../src/catalogue")).catalogue,
    now: () => (now += 100),
    painted: () => {
      const { files } = batch.store.getState();
      if (stop && files[1]?.standing.kind === "checking") batch.stop();
      return Promise.resolve();
    },
  };
  await batch.check([file("一.xlsx", UNIT), file("二.xlsx", LAST_YEAR)], around);
  const kinds = (): string[] => batch.store.getState().files.map(({ standing }) => standing.kind);
  expect(kinds()).toEqual(["checked", "waiting"]);
  stop = false;
  await batch.check([], around);
  expect(kinds()).toEqual(["checked", "checked"]);
});
