/** In an Excel whose list of steps to take back is emptied by every call, nothing is asked that nobody asked for. */
import { expectNoUnknownMembers } from "../hosts/simulated/simulated-workbook";
import { SUMMARY, closeSessions, openSession, settled } from "./clerk-session";

afterEach(async () => {
  await closeSessions();
  expectNoUnknownMembers();
});

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));

test("before ExcelApi 1.19 typed cells can be taken back after a check: edits are not followed", async () => {
  const clerk = openSession([SUMMARY], { apiSet: "1.14" });
  await clerk.session.check();
  clerk.excel.type(SUMMARY.name, "E8", 25);
  clerk.excel.type(SUMMARY.name, "F8", 15);
  await pause();
  expect([clerk.session.followsEdits(), clerk.excel.undoSteps, clerk.state().checked!.findings.length]).toEqual([
    false,
    2,
    1,
  ]);
});

test("who asks for it has edits followed, at the price of her steps", async () => {
  const clerk = openSession([SUMMARY], { apiSet: "1.14" });
  await clerk.session.check();
  clerk.session.store.dispatch({ type: "live-asked", asked: true });
  clerk.excel.type(SUMMARY.name, "E8", 25);
  await settled(() => clerk.state().checked!.findings.length === 0);
  expect([clerk.excel.undoSteps, clerk.state().checked!.findings.length]).toEqual([0, 0]);
});

test("from 1.19 on edits are followed, and the steps are kept", async () => {
  const clerk = openSession([SUMMARY], { apiSet: "1.19" });
  await clerk.session.check();
  clerk.excel.type(SUMMARY.name, "E8", 25);
  await settled(() => clerk.state().checked!.findings.length === 0);
  expect([clerk.excel.undoSteps, clerk.state().checked!.findings.length]).toEqual([1, 0]);
});

test("a mark that Ctrl+Z has brought back is told by its sheet; no sheet is said to be deleted", async () => {
  const clerk = openSession();
  await clerk.session.check();
  await clerk.session.clearMarks();
  clerk.excel.bringBackDeletedFormats(SUMMARY.name);
  await clerk.session.check();
  expect([clerk.state().problem, clerk.state().unreadable]).toEqual([null, [SUMMARY.name]]);
});
