/** Every view in every theme: legible, named and reachable by keyboard; nothing asked of another server. */
import type { Browser } from "playwright-core";
import { makeWorkbook } from "../hosts/simulated/simulated-workbook";
import { viewNames, viewWords } from "../../src/pane/state/views";
import { launchBrowser } from "./browser";
import { serveSite } from "./site";
import { WorkbenchPage } from "./workbench";

const THEMES = [
  ["浅色", "light"],
  ["深色", "dark"],
  ["高对比", "contrast"],
] as const;
/**
 * Those of the code; what is in the page is compared with them. 多个文件 is there with files alone: clerk.test.ts has some.
 */
const VIEWS = viewNames.filter((name) => name !== "files").map((name) => [viewWords[name], name] as const);

let browser: Browser;
let site: { origin: string; close: () => void };

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

test.each(THEMES)(
  "axe finds nothing on any view, %s",
  async (word, theme) => {
    const workbench = await WorkbenchPage.open(browser, site.origin);
    // A theme changes colours and nothing else.
    const only = theme === "light" ? [] : ["color-contrast"];
    await workbench.choose(word);
    expect(await workbench.axe("html", only)).toEqual([]);
    expect(await workbench.pane.getByRole("tab").allInnerTexts()).toEqual(VIEWS.map(([word]) => word));
    await workbench.type("3部门支出总表", "G11", "1448");
    await workbench.check();
    const slip = workbench.cardAt("3部门支出总表 G11");
    await workbench.unfold(slip);
    await slip.getByRole("button", { name: /^改为/ }).click();
    await slip.getByRole("button", { name: /^另有/ }).click();
    await slip.getByRole("button", { name: "依据" }).click();
    for (const [view, name] of VIEWS) {
      await workbench.pane.getByRole("tab", { name: view, exact: true }).click();
      if (name === "rules") await workbench.button(/部门支出总表/).click();
      await workbench.pane.getByText("正在打开…").waitFor({ state: "detached" });
      if (theme === "light" || name === "check") await workbench.picture(`pane-${name}-${theme}`, workbench.pane);
      expect([view, await workbench.axe("main", only)]).toEqual([view, []]);
    }
    await workbench.pane.getByRole("tab", { name: "核对", exact: true }).click();
    await workbench.button(/必改$/).click();
    expect(["核对 必改", await workbench.axe("main", only)]).toEqual(["核对 必改", []]);
    expect(workbench.foreign).toEqual([]);
    workbench.leave(browser);
  },
  180_000,
);

test("somebody who comes for the first time is shown slips that are planted, and mends one", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin, "hengyang-project-targets.xlsx");
  await workbench.button("打开练习工作簿").click();
  await workbench.pane.getByText("故意放了 8 处差错，已改 0 处").waitFor();
  await workbench.check();
  await workbench.picture("first-run");
  const slip = workbench.cardAt("5一般公共预算支出表 F13");
  await workbench.unfold(slip);
  await slip.getByRole("button", { name: "改为 66.52" }).click();
  await slip.getByRole("button", { name: "确定修改" }).click();
  await workbench.pane.getByText("故意放了 8 处差错，已改 1 处").waitFor();
  await workbench.button("看是哪 8 处").click();
  await workbench.button("9项目支出绩效目标表 C5").first().click();
  expect(await workbench.selectedAfter("9项目支出绩效目标表 C5")).toBe("9项目支出绩效目标表 C5");
  await workbench.pane.getByRole("tab", { name: "帮助" }).click();
  await workbench.pane.getByText(/^版本 \d+\.\d+\.\d+$/).waitFor();
  expect(workbench.errors).toEqual([]);
  workbench.leave(browser);
});

test("with colours of the person's own, marks and what is chosen can still be told", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin, "practice.xlsx");
  await workbench.check();
  await workbench.page.emulateMedia({ forcedColors: "active" });
  await workbench.showSheet("5一般公共预算支出表");
  const looks = (address: string): Promise<string> =>
    workbench.page.locator(`#cell-${address}`).evaluate((cell) => {
      const { backgroundColor, borderTopWidth } = getComputedStyle(cell);
      return `${backgroundColor} ${borderTopWidth}`;
    });
  // The figure that is wrong, and the sum that only shows it.
  expect(await looks("F13")).toBe("rgb(192, 0, 0) 2px");
  expect(await looks("F12")).toBe("rgb(255, 199, 206) 2px");
  expect(await looks("F14")).not.toContain("2px");
  expect(await workbench.axe()).toEqual([]);
  await workbench.picture("forced-colours");
  workbench.leave(browser);
});

test("a workbook without tables says so to those who hear it", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin, null);
  await workbench.openFile("通讯录.xlsx", Buffer.from(makeWorkbook([{ name: "通讯录", cells: { A1: "姓名" } }])));
  const status = workbench.pane.getByRole("status").last();
  expect(await status.textContent()).toContain("没有可以核对的表");
  await workbench.check();
  expect(await status.textContent()).toContain("没有可以核对的表");
  workbench.leave(browser);
});

test("the pane fits into 320 pixels", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin);
  await workbench.narrow();
  await workbench.check();
  for (const [view] of VIEWS) {
    await workbench.pane.getByRole("tab", { name: view, exact: true }).click();
    const [wide, seen] = await workbench.pane
      .getByRole("tabpanel")
      .evaluate((panel) => [panel.scrollWidth, panel.clientWidth]);
    expect([view, wide! <= seen!]).toEqual([view, true]);
  }
  workbench.leave(browser);
});

test("the making and the filling of self-evaluations fit into 320 pixels, and axe finds nothing", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin, "zhuzhou-targets.xlsx");
  await workbench.pane.getByRole("tab", { name: "自评表", exact: true }).click();
  const widths = (): Promise<number[]> =>
    workbench.pane.getByRole("tabpanel").evaluate((panel) => [Math.max(0, panel.scrollWidth - panel.clientWidth)]);
  await workbench.button(/^生成 \d+ 张$/).waitFor();
  expect(await widths()).toEqual([0]);
  expect(await workbench.axe()).toEqual([]);
  await workbench.button(/^生成 \d+ 张$/).click();
  await workbench.button("逐处填").waitFor();
  expect(await widths()).toEqual([0]);
  expect(await workbench.axe()).toEqual([]);
  await workbench.button("撤销").click();
  await workbench.button(/^生成 \d+ 张$/).waitFor();
  expect(await workbench.page.getByRole("tablist", { name: "工作表" }).getByRole("tab").allInnerTexts()).toEqual([
    "部门整体支出绩效目标表",
    "项目支出绩效目标表",
  ]);
  workbench.leave(browser);
});

test("the keyboard alone does the job: check, go to a number's cell, come back", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin);
  await workbench.type("3部门支出总表", "G11", "1448");
  await workbench.showSheet("部门预算说明");
  await workbench.button("一键核对").focus();
  await workbench.page.keyboard.press("Enter");
  await workbench.cardAt("3部门支出总表 G11").waitFor();
  for (let presses = 0; presses < 30; presses++) {
    await workbench.page.keyboard.press("F8");
    await workbench.pane.locator("[aria-current=true]").waitFor();
    await workbench.page.waitForTimeout(100);
    if ((await workbench.selected()) === "3部门支出总表 G11") break;
  }
  await workbench.page.locator(".formula-place", { hasText: "G11" }).waitFor();
  expect(await workbench.selected()).toBe("3部门支出总表 G11");
  expect(await workbench.page.evaluate(() => document.activeElement?.textContent)).toContain("3部门支出总表 G11");
  workbench.leave(browser);
});

test("a screen reader hears the result, not the progress", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin);
  await workbench.check();
  const status = workbench.pane.getByRole("status").last();
  expect(await status.textContent()).toMatch(/^核对完成，11 张表 \d+ 项。必改 \d+ 处，需说明 \d+ 处/);
  workbench.leave(browser);
});

test("a sheet can be left out of the check and taken for another table", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin);
  await workbench.check();
  await workbench.pane.getByRole("tab", { name: "表格" }).click();
  const sheet = workbench.pane.getByRole("article", { name: "3部门支出总表" });
  await sheet.getByRole("combobox").selectOption("不参加核对");
  await sheet.getByText("已设为不参加核对").waitFor();
  await workbench.pane.getByRole("tab", { name: "核对", exact: true }).click();
  await workbench.pane.getByText("10 张表").waitFor();
  workbench.leave(browser);
});

test("a rule is switched off with a reason and stays in words", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin);
  await workbench.pane.getByRole("tab", { name: "规则" }).click();
  await workbench.pane.getByLabel("查找规则").fill("三公");
  await workbench
    .button(/三公.*（\d+）/)
    .first()
    .click();
  const rule = workbench.pane.getByRole("article").first();
  await rule.getByRole("switch").click();
  await rule.getByLabel("为什么不用这条规则").fill("本年没有这类支出");
  await rule.getByRole("button", { name: "停用" }).click();
  await rule.getByText("停用理由：本年没有这类支出").waitFor();
  workbench.leave(browser);
});

test("the pages may ask nothing of another server: the browser itself forbids it", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin, null);
  const refused = await workbench.page.evaluate(() =>
    fetch("https://example.invalid/").then(
      () => "sent",
      () =>
        new Promise<string>((resolve) =>
          setTimeout(
            () => resolve(document.querySelector("meta[http-equiv=Content-Security-Policy]")!.getAttribute("content")!),
            0,
          ),
        ),
    ),
  );
  expect(refused).toContain("connect-src 'self'");
  expect(workbench.errors.join()).toContain("Content Security Policy");
  expect(workbench.foreign).toEqual([]);
  workbench.leave(browser);
});

test("the pane's own page says what to do where it is not opened in Excel", async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.goto(`${site.origin}/pane.html`);
  await page.getByText("这个页面没有在 Excel 里打开。", { exact: true }).waitFor();
  expect(await page.getByRole("main").innerText()).toContain("或改用预算核对的网页");
  const last = await page.getByRole("tab").last().boundingBox();
  // Excel draws its own button over the upper right corner: 34 pixels stay free.
  expect(last!.x + last!.width).toBeLessThanOrEqual(320 - 34);
  await page.close();
});
