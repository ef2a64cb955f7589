// What the pane fetches when it is first needed is here before the first test: its time is no test's.
import "../../src/hosts/file";
import "../../src/pane/session/beside";
import "../../src/pane/session/checking";
import { catalogue } from "../../src/catalogue";
import type { Finding } from "../../src/engine/diagnostics";
import { openTextFile, openWorkbookFile } from "../../src/hosts/open-workbook-file";
import type { SimulatedExcel, SimulationSettings } from "../../src/hosts/simulated";
import { FileBatch } from "../../src/pane/session/file-batch";
import { Session } from "../../src/pane/session/session";
import type { Surroundings } from "../../src/pane/session/surroundings";
import type { PaneState } from "../../src/pane/state/state";
import type { MadeSheet } from "../hosts/simulated/simulated-workbook";
import { makeWorkbook, simulate } from "../hosts/simulated/simulated-workbook";

/** A small expenditure summary in which the total of one item is 0.90 short: 24.1 should be 25. */
export const SUMMARY: MadeSheet = {
  name: "支出总表",
  cells: {
    A1: "2025年部门支出总体情况表",
    A2: "部门名称：某市某局",
    G2: "单位：万元",
    A3: "科目编码",
    D3: "功能科目",
    E3: "总计",
    F3: "基本支出",
    G3: "项目支出",
    A4: "类",
    B4: "款",
    C4: "项",
    D5: "合计",
    E5: 60,
    F5: 40,
    G5: 20,
    A6: "205",
    D6: "教育支出",
    E6: 60,
    F6: 40,
    G6: 20,
    B7: "02",
    D7: "普通教育",
    E7: 60,
    F7: 40,
    G7: 20,
    A8: "205",
    B8: "02",
    C8: "01",
    D8: "学前教育",
    E8: 24.1,
    F8: 15,
    G8: 10,
    A9: "205",
    B9: "02",
    C9: "02",
    D9: "小学教育",
    E9: 35,
    F9: 25,
    G9: 10,
  },
};

const open: Session[] = [];

/** Every test that opens sessions must call this afterwards: they share one client. */
export async function closeSessions(): Promise<void> {
  for (const session of open.splice(0)) await session.close();
}

/** A pane's session over a simulated Excel in which a workbook is open, without any page. */
export interface ClerkSession {
  readonly session: Session;
  readonly excel: SimulatedExcel;
  readonly state: () => PaneState;
  /** The finding at the top of the list. */
  readonly first: () => Finding;
}

export function openSession(
  sheets: readonly MadeSheet[] = [SUMMARY],
  settings: SimulationSettings = {},
  bytes: Uint8Array = makeWorkbook(sheets),
  page: Partial<Pick<Surroundings, "now" | "painted" | "exercise">> = {},
): ClerkSession {
  const { excel, host } = simulate(bytes, settings);
  const session = new Session({
    connect: () => Promise.resolve(host),
    loadCatalogue: () => Promise.resolve(catalogue),
    openFile: openWorkbookFile,
    openText: openTextFile,
    batch: new FileBatch(),
    now: () => 0,
    today: () => "2025-02-28",
    painted: () => Promise.resolve(),
    ...page,
  });
  open.push(session);
  const state = session.store.getState;
  return { session, excel, state, first: () => state().checked!.findings[0]! };
}

/** Waits until the list has followed an edit. */
export async function settled(done: () => boolean): Promise<void> {
  for (let waits = 0; waits < 200 && !done(); waits++) await new Promise((resolve) => setTimeout(resolve, 10));
}
