/** What a clerk asks of the pane, over Office's genuine client and a simulated Excel. */
import { chooseSheet, settingsToXml } from "../../src/engine/settings";
import { finish } from "../../src/engine/steps";
import { excluded } from "../../src/engine/tables";
import { openPackage, patchPackage } from "../../src/hosts/file";
import { OfficeError, atMember } from "../../src/hosts/simulated";
import { overlayAt } from "../../src/hosts/simulated/model/sheet";
import { isExplained } from "../../src/engine/report";
import { stages } from "../../src/pane/state/state";
import { expectNoUnknownMembers, makeWorkbook } from "../hosts/simulated/simulated-workbook";
import type { ClerkSession } from "./clerk-session";
import { SUMMARY, closeSessions, openSession, settled } from "./clerk-session";

afterEach(async () => {
  await closeSessions();
  expectNoUnknownMembers();
});

const value = ({ excel }: ClerkSession, row: number, column: number) =>
  excel.sheet(SUMMARY.name).cell(row, column).value;
const leaveOut = ({ session, state }: ClerkSession, sheet: string, choice: string | null = excluded): Promise<void> => {
  const workbook = state().workbook!;
  return session.changeSettings(
    (settings) =>
      chooseSheet(
        settings,
        workbook,
        workbook.sheets.find(({ name }) => name === sheet)!,
        choice,
      ),
    true,
  );
};
const marked = ({ excel }: ClerkSession, row: number, column: number): boolean =>
  overlayAt(excel.sheet(SUMMARY.name), row, column) !== null;

test("before any check it says what it has recognised, and marks nothing", async () => {
  const clerk = openSession();
  await clerk.session.start();
  expect(clerk.state().recognised!.tables.map(({ template }) => template.kind)).toEqual(["expenditure-summary"]);
  expect([clerk.state().connected, clerk.state().checked, marked(clerk, 7, 4)]).toEqual([true, null, false]);
});

test("一键核对 lists what does not agree, marks it, and names the likeliest cell", async () => {
  const clerk = openSession();
  await clerk.session.check();
  expect(clerk.first().suspects[0]).toMatchObject({ address: "E8", proposed: "25" });
  expect([clerk.state().marks, marked(clerk, 7, 4), clerk.state().progress]).toEqual(["current", true, null]);
  expect(clerk.state().announcement).toMatch(/^核对完成，1 张表 \d+ 项。必改 1 处/);
});

test("a suggestion is written only when asked for, the list follows, and it can be taken back", async () => {
  const clerk = openSession();
  await clerk.session.check();
  const [suspect] = clerk.first().suspects;
  expect([clerk.session.contentsOf(suspect!).before, value(clerk, 7, 4)]).toEqual(["24.1", 24.1]);
  await clerk.session.adopt(suspect!);
  expect([value(clerk, 7, 4), clerk.state().checked!.findings.length, marked(clerk, 7, 4)]).toEqual([25, 0, false]);
  expect(clerk.state().history.at(-1)!.cells).toEqual([
    { sheet: SUMMARY.name, address: "E8", before: 24.1, after: 25 },
  ]);
  await clerk.session.undo();
  expect([value(clerk, 7, 4), clerk.state().history.length, marked(clerk, 7, 4)]).toEqual([24.1, 0, true]);
  expect(clerk.first().suspects[0]!.address).toBe("E8");
});

test("several writes are taken back one by one, the latest first; the bar says what is left", async () => {
  const clerk = openSession();
  await clerk.session.check();
  await clerk.session.adopt(clerk.first().suspects[0]!);
  await clerk.session.makeResultSheet();
  const names = (): string[] => clerk.excel.workbook.sheets.map(({ name }) => name);
  expect([clerk.state().history.length, names().length, clerk.state().bar]).toEqual([2, 2, "written"]);
  await clerk.session.undo();
  expect([clerk.state().history.length, names(), clerk.state().bar]).toEqual([1, [SUMMARY.name], "taken-back"]);
  expect(value(clerk, 7, 4)).toBe(25);
  await clerk.session.undo();
  expect([clerk.state().history, value(clerk, 7, 4)]).toEqual([[], 24.1]);
});

test("an explanation takes the mark away, is kept in the workbook, and comes back with another session", async () => {
  const clerk = openSession();
  await clerk.session.check();
  await clerk.session.explain([clerk.first()], "四舍五入");
  expect([isExplained(clerk.first()), marked(clerk, 7, 4)]).toEqual([true, false]);
  const again = openSession([], {}, clerk.excel.save());
  await again.session.check();
  expect(again.first().accepted).toEqual({ reason: "四舍五入", stale: false });
  await again.session.withdraw([again.first()]);
  expect([again.first().accepted, again.excel.workbook.xmlParts.length, marked(again, 7, 4)]).toEqual([null, 0, true]);
});

test("after a check an edit is followed, without a write to the workbook; switched off, it is not", async () => {
  const clerk = openSession();
  await clerk.session.check();
  const trips = clerk.excel.roundTrips;
  clerk.excel.type(SUMMARY.name, "E8", 25);
  await settled(() => clerk.state().checked!.findings.length === 0);
  expect([clerk.state().checked!.findings.length, clerk.state().marks, marked(clerk, 7, 4)]).toEqual([
    0,
    "outdated",
    true,
  ]);
  expect(clerk.excel.roundTrips - trips).toBeLessThanOrEqual(3);
  await clerk.session.refreshMarks();
  expect([clerk.state().marks, marked(clerk, 7, 4)]).toEqual(["current", false]);
  await clerk.session.changeSettings((settings) => ({ ...settings, live: false }), false);
  clerk.excel.type(SUMMARY.name, "E8", 24);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(clerk.state().checked!.findings.length).toBe(0);
});

test("a cell that is being edited stops a check with words, and 继续 goes on", async () => {
  const clerk = openSession();
  await clerk.session.start();
  clerk.excel.cellBeingEdited = true;
  await clerk.session.check();
  expect(clerk.state().problem).toMatchObject({ remedy: "请先按回车结束单元格编辑，再点“继续”。", canRetry: true });
  clerk.excel.cellBeingEdited = false;
  await clerk.session.retry();
  expect([clerk.state().problem, clerk.state().checked!.findings.length]).toEqual([null, 1]);
});

test("an edit that is followed while somebody types on is not a problem: it waits", async () => {
  const clerk = openSession();
  await clerk.session.check();
  clerk.excel.type(SUMMARY.name, "E8", 25);
  clerk.excel.cellBeingEdited = true;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(clerk.state().problem).toBeNull();
  clerk.excel.cellBeingEdited = false;
  await settled(() => clerk.state().checked!.findings.length === 0);
  expect(clerk.state().checked!.findings.length).toBe(0);
});

test("on a protected sheet the results are listed, and it is said that nothing was marked", async () => {
  const clerk = openSession([{ ...SUMMARY, after: '<sheetProtection sheet="1"/>' }]);
  await clerk.session.check();
  expect([clerk.state().checked!.findings.length, clerk.state().unmarked, marked(clerk, 7, 4)]).toEqual([
    1,
    [SUMMARY.name],
    false,
  ]);
  await clerk.session.adopt(clerk.first().suspects[0]!);
  expect(clerk.state().problem!.happened).toBe(`工作表“${SUMMARY.name}”设有保护，不能写入。`);
  expect(value(clerk, 7, 4)).toBe(24.1);
});

test("a figure that a co-author changed meanwhile is not overwritten", async () => {
  const clerk = openSession();
  await clerk.session.check();
  await clerk.session.changeSettings((settings) => ({ ...settings, live: false }), false);
  clerk.excel.type(SUMMARY.name, "E8", 24.5);
  await clerk.session.adopt(clerk.first().suspects[0]!);
  expect(clerk.state().problem!.happened).toContain("由 24.1 变为 24.5");
  expect(value(clerk, 7, 4)).toBe(24.5);
});

test("a lost connection is said so, with detail to copy", async () => {
  const clerk = openSession();
  await clerk.session.start();
  clerk.excel.faults.next({ office: OfficeError.Session });
  await clerk.session.check();
  expect(clerk.state().problem).toMatchObject({ happened: "与 Excel 的连接已中断。" });
  expect(clerk.state().problem!.detail).not.toBe("");
});

test("a mark that Excel refuses leaves the list as it is, with words", async () => {
  const clerk = openSession();
  await clerk.session.start();
  clerk.excel.faults.always({ at: atMember("Formula"), refuse: "GeneralException" });
  await clerk.session.check();
  expect([
    clerk.state().problem!.happened !== "",
    clerk.state().checked!.findings.length,
    clerk.state().progress,
  ]).toEqual([true, 1, null]);
});

test("a check that is stopped changes nothing", async () => {
  const clerk = openSession([SUMMARY], { latency: 20 });
  await clerk.session.start();
  const check = clerk.session.check();
  await settled(() => clerk.state().progress?.stage === "read");
  clerk.session.stop();
  await check;
  expect([clerk.state().progress, clerk.state().checked, marked(clerk, 7, 4), clerk.state().announcement]).toEqual([
    null,
    null,
    false,
    "已停止",
  ]);
});

test.each(["recognise", "reconcile", "diagnose"] as const)(
  "a check can be stopped in the midst of its work (%s)",
  async (stage) => {
    const clerk = openSession([SUMMARY, { ...SUMMARY, name: "支出总表（二）" }], {}, undefined, slowPage());
    await clerk.session.start();
    let reached = 0;
    clerk.session.store.subscribe(() => {
      const { progress } = clerk.state();
      if (progress?.stage !== stage || reached > 0) return;
      reached = progress.share;
      if (reached > 0) clerk.session.stop();
    });
    await clerk.session.check();
    expect(reached).toBeGreaterThan(0);
    expect([clerk.state().progress, clerk.state().checked, marked(clerk, 7, 4), clerk.state().announcement]).toEqual([
      null,
      null,
      false,
      "已停止",
    ]);
  },
);

test("a check that takes long shows how far it is, never going back", async () => {
  const clerk = openSession([SUMMARY, { ...SUMMARY, name: "支出总表（二）" }], {}, undefined, slowPage());
  await clerk.session.start();
  const seen: number[] = [];
  clerk.session.store.subscribe(() => {
    const { progress } = clerk.state();
    if (progress) seen.push(stages.indexOf(progress.stage) + progress.share);
  });
  await clerk.session.check();
  expect(seen.length).toBeGreaterThan(20);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(clerk.state().checked!.findings.length).toBeGreaterThan(0);
});

test("the sheet of results can be taken back; it is never checked itself", async () => {
  const clerk = openSession();
  await clerk.session.check();
  await clerk.session.makeResultSheet();
  expect(clerk.state().history.at(-1)!.addedSheets).toEqual(["核对结果"]);
  await clerk.session.check();
  expect(clerk.state().checked!.result.unrecognised.map(({ sheet, reason }) => [sheet.name, reason])).toEqual([
    ["核对结果", "excluded-by-person"],
  ]);
  await clerk.session.undo();
  expect(clerk.excel.workbook.sheets.map(({ name }) => name)).toEqual([SUMMARY.name]);
});

test("清除标记 takes every mark away; the list stays", async () => {
  const clerk = openSession();
  await clerk.session.check();
  await clerk.session.clearMarks();
  expect([clerk.state().marks, marked(clerk, 7, 4), clerk.state().checked!.findings.length]).toEqual([
    "none",
    false,
    1,
  ]);
});

test("a sheet left out by a person stays out, also after opening again", async () => {
  const clerk = openSession();
  await clerk.session.check();
  await leaveOut(clerk, SUMMARY.name);
  expect(clerk.state().checked!.result.tables).toEqual([]);
  const again = openSession([], {}, clerk.excel.save());
  await again.session.start();
  expect(again.state().recognised!.unrecognised[0]!.reason).toBe("excluded-by-person");
});

test("a sheet left out by a person stays out under another name, at once and when opened again", async () => {
  const clerk = openSession();
  await clerk.session.check();
  await leaveOut(clerk, SUMMARY.name);
  clerk.excel.sheet(SUMMARY.name).name = "附表3";
  await clerk.session.check();
  expect(clerk.state().checked!.result.unrecognised.map(({ sheet, reason }) => [sheet.name, reason])).toEqual([
    ["附表3", "excluded-by-person"],
  ]);
  const again = openSession(
    [],
    {},
    patchPackage(openPackage(makeWorkbook([{ ...SUMMARY, name: "附表3（改）" }])), [], {
      settings: settingsToXml(clerk.state().settings),
    }),
  );
  await again.session.check();
  expect(again.state().checked!.result.unrecognised[0]!.reason).toBe("excluded-by-person");
  await leaveOut(again, "附表3（改）", null);
  expect([again.state().checked!.result.tables.length, again.state().settings.choices]).toEqual([1, []]);
});

test("damaged settings are said so, and the workbook can still be checked", async () => {
  const clerk = openSession();
  clerk.excel.workbook.xmlParts.push({
    id: clerk.excel.workbook.newId(),
    xml: '<hedui xmlns="urn:hedui:1" live="maybe"/>',
  });
  await clerk.session.start();
  expect(clerk.state().problem!.happened).toBe("工作簿里保存的核对设置已损坏，无法使用。");
  await clerk.session.check();
  expect(clerk.state().checked!.findings.length).toBe(1);
});

test("what agrees is worked out only when asked for, and does not pass for a finding", async () => {
  const clerk = openSession();
  await clerk.session.check();
  expect(finish(clerk.session.passing()).length).toBe(clerk.state().checked!.result.summary.pass);
});

/** A page on which every step of the work takes so long that it has to draw. */
function slowPage(): { now: () => number; painted: () => Promise<void> } {
  let passed = 0;
  return { now: () => (passed += 1000), painted: () => Promise.resolve() };
}
