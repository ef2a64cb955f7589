/**
 * 评分 in a real page: legible at 320 pixels in every theme, reachable by keyboard, quick with thousands of indicators.
 */
import type { Browser } from "playwright-core";
import { makeWorkbook } from "../hosts/simulated/simulated-workbook";
import { performanceSheets } from "../pane/performance-session";
import { launchBrowser } from "./browser";
import { manyIndicators } from "./many-indicators";
import { serveSite } from "./site";
import { WorkbenchPage } from "./workbench";

const FORM = "项目自评表";
const SENTENCE = "完成1000卷得满分，每少100卷扣2分，扣完为止";

let browser: Browser;
let site: { origin: string; close: () => void };

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function scoring(bytes: Uint8Array): Promise<WorkbenchPage> {
  const workbench = await WorkbenchPage.open(browser, site.origin, null);
  await workbench.openFile("绩效.xlsx", Buffer.from(bytes));
  await workbench.narrow();
  await workbench.pane.getByRole("tab", { name: "评分", exact: true }).click();
  await workbench.pane.getByRole("group", { name: "按情况筛选" }).waitFor();
  return workbench;
}

const small = (): Uint8Array =>
  makeWorkbook(
    performanceSheets(
      [FORM, "F11", "850卷"],
      [FORM, "H11", null],
      [FORM, "F12", "基本按进度推进"],
      [FORM, "H12", null],
    ),
  );
const card = ({ pane }: WorkbenchPage, name: string) => pane.getByRole("article", { name: new RegExp(`^${name}，`) });

test.each([
  ["浅色", "light"],
  ["深色", "dark"],
  ["高对比", "contrast"],
] as const)("axe finds nothing, and nothing is wider than the pane, %s", async (word, theme) => {
  const workbench = await scoring(small());
  await workbench.choose(word);
  await workbench.button(/需判断 1$/).click();
  expect(await workbench.axe()).toEqual([]);
  await workbench.button(/^全部/).click();
  for (const name of ["整理档案卷数", "整理完成时间"])
    await card(workbench, name).getByRole("button", { expanded: false }).first().click();
  const fits = async (): Promise<boolean> =>
    workbench.pane.getByRole("tabpanel").evaluate((panel) => panel.scrollWidth <= panel.clientWidth);
  expect([await workbench.axe(), await fits()]).toEqual([[], true]);
  const files = card(workbench, "整理档案卷数");
  await files.getByRole("button", { name: "这样读不对…" }).click();
  expect([await workbench.axe(), await fits()]).toEqual([[], true]);
  await files.getByRole("radio", { name: "换一句话写清楚" }).click();
  await files.getByRole("textbox", { name: "换成程序读得懂的话" }).fill("完成1000卷得满分，每少50卷扣2分，扣完为止");
  await files.getByText("这条指标得 14 分（原来 18 分）").waitFor();
  if (theme === "light") await workbench.picture("pane-scoring-light", workbench.pane);
  expect([await workbench.axe(), await fits()]).toEqual([[], true]);
  await files.getByRole("button", { name: "告诉维护人员…" }).click();
  await files.getByRole("button", { name: "就这样读" }).click();
  await files.getByRole("group", { name: "已更正" }).waitFor();
  expect([await workbench.axe(), await fits(), workbench.errors, workbench.foreign]).toEqual([[], true, [], []]);
  workbench.leave(browser);
});

test("a reading is corrected by keyboard alone, the focus never gets lost, and the file keeps it", async () => {
  const workbench = await scoring(small());
  const { page } = workbench;
  const focused = (): Promise<string> =>
    page.evaluate(
      () => document.activeElement?.textContent || (document.activeElement as HTMLInputElement | null)?.value || "",
    );
  await card(workbench, "整理档案卷数").getByRole("button", { expanded: false }).first().focus();
  await page.keyboard.press("Enter");
  for (let presses = 0; presses < 12 && (await focused()) !== "这样读不对…"; presses++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await focused()).toBe("conventions");
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe("text");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe(SENTENCE);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("完成1000卷得满分，每少50卷扣2分，扣完为止");
  await card(workbench, "整理档案卷数").getByText("这条指标得 14 分").waitFor();
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("就这样读");
  await page.keyboard.press("Enter");
  await card(workbench, "整理档案卷数").getByText("14/20 分").waitFor();
  expect(await focused()).toBe("再改…");
  expect(await workbench.pane.getByRole("status").last().textContent()).toBe("已更正，按新的读法计分");

  const { bytes } = await workbench.save();
  const again = await scoring(bytes);
  await card(again, "整理档案卷数").getByText("14/20 分").waitFor();
  await card(again, "整理档案卷数").getByRole("button", { expanded: false }).first().click();
  await card(again, "整理档案卷数").getByRole("button", { name: "取消更正" }).click();
  await card(again, "整理档案卷数").getByText("18/20 分").waitFor();
  again.leave(browser);
  workbench.leave(browser);
});

test("of thousands of indicators all are counted, those in view are drawn, and a filter finds the few", async () => {
  const workbench = await scoring(manyIndicators(300));
  await workbench.button("全部 7500").waitFor({ timeout: 60_000 });
  expect(await workbench.pane.getByRole("article").count()).toBeLessThan(60);
  await workbench.pane.getByRole("tabpanel").evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
  await card(workbench, "指标300之25").waitFor();
  await workbench.button(/读不懂 1$/).click();
  await workbench.pane.getByRole("list", { name: "1 条指标" }).waitFor();
  expect(await workbench.pane.getByRole("article").first().innerText()).toContain("指标7之3");
  expect(workbench.errors).toEqual([]);
  workbench.leave(browser);
});
