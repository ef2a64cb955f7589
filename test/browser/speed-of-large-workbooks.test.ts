/**
 * Opening and checking a workbook of a million cells in a real page: it says how far it is and can be stopped. How long
 * it stands still depends on the machine: that is printed, not judged.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser";
import type { DeadStretch } from "./dead-stretches";
import { DeadStretches } from "./dead-stretches";
import { largeWorkbook } from "./large-workbook";
import { serveSite } from "./site";
import { SEED, WorkbenchPage } from "./workbench";

const PATIENCE = 200_000;

let browser: Browser;
let site: { origin: string; close: () => void };
let workbench: WorkbenchPage;
let dead: DeadStretches;
const bytes = largeWorkbook();
/** A file that the browser reads by itself: what a test hands over is put together in the page, which stands still. */
const folder = mkdtempSync(join(tmpdir(), "large-"));
const file = join(folder, "大表.xlsx");
writeFileSync(file, bytes);

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
  workbench = await WorkbenchPage.open(browser, site.origin);
  workbench.page.setDefaultTimeout(PATIENCE);
  dead = await DeadStretches.watch(workbench.page);
}, PATIENCE);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await browser?.close();
  site?.close();
});

function print(what: string, begun: number, stretches: readonly DeadStretch[]): void {
  const over = stretches.filter(({ duration }) => duration > 100);
  const longest = stretches.slice(0, 5).map(({ duration }) => Math.round(duration));
  process.stdout.write(
    `${what}：${((Date.now() - begun) / 1000).toFixed(1)} 秒，最长停顿 ${longest.join("、") || "50 以下"} ms，` +
      `超过 100 ms 的 ${over.length} 次\n`,
  );
}

const choose = (): Promise<void> => workbench.page.getByLabel("选择工作簿").setInputFiles(file);

test(
  "opening is told and can be stopped; the workbook that was open stays",
  async () => {
    await choose();
    const bar = workbench.page.getByRole("progressbar", { name: "正在打开 大表.xlsx" });
    await bar.waitFor();
    await workbench.page.getByRole("button", { name: "停止" }).click();
    await bar.waitFor({ state: "detached" });
    expect(await workbench.pane.getByText(/已认出/).innerText()).toMatch(/已认出 \d+ 张表/);
    expect(await workbench.page.getByText(SEED).count()).toBeGreaterThan(0);
    await dead.taken();
  },
  PATIENCE,
);

test(
  "a million cells are opened, read and recognised",
  async () => {
    const begun = Date.now();
    await choose();
    await workbench.page
      .getByRole("tab", { name: /^支出总表1(?!\d)/ })
      .first()
      .waitFor();
    print(`打开 ${(bytes.length / 1e6).toFixed(1)} MB、一百万格`, begun, await dead.taken());
    const reading = Date.now();
    const bar = workbench.pane.getByRole("progressbar", { name: "读取进度" });
    await bar.waitFor();
    await workbench.button("停止").click();
    await workbench.pane.getByText("工作簿还没有读完").waitFor();
    await workbench.button("重新读取").click();
    await workbench.pane.getByText(/已认出 100 张表/).waitFor();
    print("停一次，再读取并认表", reading, await dead.taken());
  },
  PATIENCE,
);

test(
  "checking them is told and can be stopped, then goes through",
  async () => {
    await workbench.button("一键核对").click();
    const bar = workbench.pane.getByRole("progressbar", { name: "核对进度" });
    await bar.waitFor();
    await workbench.button("停止").click();
    await bar.waitFor({ state: "detached" });
    expect(await workbench.pane.getByRole("article").count()).toBe(0);
    const begun = Date.now();
    await workbench.button("一键核对").click();
    await workbench.pane.getByRole("article").first().waitFor();
    print("核对到第一条结果", begun, await dead.taken());
    await workbench.idle();
    print("标记完", begun, await dead.taken());
    expect(await workbench.count("必改")).toBe(100);
    expect(workbench.errors).toEqual([]);
  },
  PATIENCE,
);

test(
  "saving them is told and can be stopped, then gives the file",
  async () => {
    const save = workbench.page.getByRole("button", { name: "另存一份" });
    await save.click();
    const bar = workbench.page.getByRole("progressbar", { name: "正在另存 大表.xlsx" });
    await bar.waitFor();
    await workbench.page.getByRole("button", { name: "停止" }).click();
    await bar.waitFor({ state: "detached" });
    await dead.taken();
    const begun = Date.now();
    const { name } = await workbench.save();
    print("另存", begun, await dead.taken());
    expect(name).toBe("大表（核对）.xlsx");
    expect(workbench.errors).toEqual([]);
  },
  PATIENCE,
);
