/** The whole job of a clerk in the workbench: check, see, mend, take back, explain, clear, save, open again. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser";
import { SITE, serveSite } from "./site";
import { SEED, WorkbenchPage, seedBytes } from "./workbench";

const EXPENDITURE = "3部门支出总表";
const UNIT = "changsha-enterprise-service-budget-2025.xlsx";
const BASIC = "6一般公共预算基本支出表";

let browser: Browser;
let site: { origin: string; close: () => void };

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

test("a slip is found, shown, mended, taken back, explained, and the explanation survives saving", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin);
  await workbench.type(EXPENDITURE, "G11", "1448");
  await workbench.type(BASIC, "E26", "17");
  await workbench.check();
  const slip = workbench.cardAt(`${EXPENDITURE} G11`);
  await workbench.unfold(slip);
  expect(await slip.innerText()).toContain("合计 3,115.02");
  expect(await slip.innerText()).toMatch(/另有 \d+ 项核对因此不符/);
  const before = await workbench.count("必改");

  await slip.getByRole("button", { name: "1,448.00", exact: true }).click();
  expect(await workbench.selectedAfter(`${EXPENDITURE} G11`)).toBe(`${EXPENDITURE} G11`);
  await workbench.picture("workbench");

  await slip.getByRole("button", { name: "改为 1,484" }).click();
  expect(await slip.getByRole("group", { name: "改动预览" }).innerText()).toContain("1,448 → 1,484");
  expect(await workbench.cellText("G11")).toBe("1,448.00");
  await slip.getByRole("button", { name: "确定修改" }).click();
  await workbench.pane.getByText(`已改：${EXPENDITURE} G11 1,448 → 1,484`).waitFor();
  await slip.waitFor({ state: "detached" });
  expect(await workbench.cellText("G11")).toBe("1,484.00");
  expect(await workbench.count("必改")).toBe(before - 1);

  await workbench.button("撤销").click();
  await slip.waitFor();
  expect(await workbench.cellText("G11")).toBe("1,448.00");

  await slip.getByRole("button", { name: "已说明…" }).click();
  await slip.getByLabel("为什么这样是对的").fill("年中已按批复调整");
  await slip.getByRole("button", { name: "保存说明" }).click();
  await workbench.button("已说明 1 处").waitFor();
  expect(await workbench.count("必改")).toBe(before - 1);

  await workbench.button("清除标记").click();
  const { name, bytes } = await workbench.save();
  expect(name).toBe(SEED.replace(".xlsx", "（核对）.xlsx"));

  await workbench.openFile(name, bytes);
  await workbench.check();
  await workbench.button("已说明 1 处").click();
  await workbench.unfold(slip);
  expect(await slip.innerText()).toContain("理由：年中已按批复调整");

  await workbench.type(EXPENDITURE, "G11", "1449");
  await workbench.pane.getByLabel("工作表").selectOption(EXPENDITURE);
  const stale = workbench.cardAt(`${EXPENDITURE} G11`).filter({ hasText: "说明后数字已变动" });
  await workbench.unfold(stale);
  expect(await stale.innerText()).toContain("数字已变动。原来的说明：年中已按批复调整");
  expect(workbench.errors).toEqual([]);
  expect(workbench.foreign).toEqual([]);
  workbench.leave(browser);
});

test("other documents beside it, its own text number by number, several workbooks at once, one history", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin);
  const { page, pane } = workbench;
  await workbench.check();
  await workbench.button(/^对照上年/).click();
  const text = "长沙市工业和信息化局2025年部门预算说明\n一、2025年收入预算99,999.99万元。";
  await pane.getByLabel("拿来对照的文件").setInputFiles([
    { name: UNIT, mimeType: "application/octet-stream", buffer: seedBytes(UNIT) },
    { name: "说明.txt", mimeType: "text/plain", buffer: Buffer.from(text) },
    { name: "照片.xlsx", mimeType: "image/png", buffer: Buffer.from("no workbook") },
  ]);
  await workbench.button("对照 2 份").waitFor();
  expect(await pane.getByLabel(`${UNIT}是什么`).inputValue()).toBe("unit");
  expect(await pane.getByLabel("说明.txt是什么").inputValue()).toBe("text");
  expect(await pane.getByRole("alert").innerText()).toMatch(/^照片\.xlsx：不是 Excel 工作簿/);
  await workbench.picture("pane-documents-light", pane);
  expect(await workbench.axe()).toEqual([]);

  await pane.getByRole("tab", { name: "说明", exact: true }).click();
  const counts = pane.getByRole("group", { name: "按核对结果筛选" });
  expect(await counts.innerText()).toMatch(/不符 [1-9]\d*[^]*一致 [1-9]\d*[^]*无从核对 \d+/);
  await counts.getByRole("button", { name: /不符/ }).click();
  await pane.getByRole("button", { name: "99,999.99万元 不符" }).first().click();
  await workbench.picture("pane-narrative-light", pane);
  expect(await workbench.axe()).toEqual([]);
  await workbench.button("看这处问题").click();
  await pane.getByRole("tab", { name: "核对", exact: true, selected: true }).waitFor();
  await pane.locator("[aria-current=true]").waitFor();

  await workbench.type(EXPENDITURE, "G11", "1448");
  const slip = workbench.cardAt(`${EXPENDITURE} G11`);
  await workbench.unfold(slip);
  await slip.getByRole("button", { name: "改为 1,484" }).click();
  await slip.getByRole("button", { name: "确定修改" }).click();
  await slip.waitFor({ state: "detached" });
  await workbench.idle();
  await page.locator(".grid").focus();
  await page.keyboard.press("Control+z");
  await slip.waitFor();
  expect(await workbench.cellText("G11")).toBe("1,448.00");
  expect(await workbench.sheetTab(EXPENDITURE).innerText()).toMatch(/●\d+/);
  await page.locator(".grid").focus();
  await page.keyboard.press("Control+z");
  await slip.waitFor({ state: "detached" });
  expect(await workbench.cellText("G11")).toBe("1,484.00");

  await page.getByRole("separator", { name: "面板宽度" }).press("End");
  await page.getByLabel("选择工作簿").setInputFiles(
    [UNIT, "zhuzhou-targets.xlsx"].map((name) => ({
      name,
      mimeType: "application/octet-stream",
      buffer: seedBytes(name),
    })),
  );
  await pane.getByText("2 个工作簿，核对了 2 个").waitFor();
  const row = pane.getByRole("row").filter({ hasText: UNIT });
  expect(await row.innerText()).toMatch(/长沙市企业服务中心[^]*2025 年 · \d+ 张表/);
  await workbench.picture("pane-files-light", pane);
  expect(await workbench.axe()).toEqual([]);
  await row.getByRole("button").click();
  await page.getByRole("button", { name: `另存一份，再打开${UNIT}` }).waitFor();
  await page.getByRole("button", { name: `不要改动，打开${UNIT}` }).click();
  await workbench.ready();
  await pane.getByRole("tab", { name: "多个文件" }).waitFor();
  expect(workbench.errors).toEqual([]);
  await page.close();
}, 120_000);

test("after an edit the list follows by itself, without moving the selection", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin);
  await workbench.check();
  await workbench.type(EXPENDITURE, "G11", "1448");
  await workbench.cardAt(`${EXPENDITURE} G11`).waitFor();
  expect(await workbench.selected()).toBe(`${EXPENDITURE} G12`);
  await workbench.type(EXPENDITURE, "G11", "1484");
  await workbench.cardAt(`${EXPENDITURE} G11`).waitFor({ state: "detached" });
  await workbench.pane.getByText("表里的标记还是上次的").waitFor();
  await workbench.pane.getByRole("tab", { name: "设置" }).click();
  await workbench.pane.getByRole("switch", { name: "边改边核对" }).click();
  await workbench.pane.getByRole("tab", { name: "核对", exact: true }).click();
  await workbench.type(EXPENDITURE, "G11", "1448");
  await workbench.page.waitForTimeout(500);
  expect(await workbench.cardAt(`${EXPENDITURE} G11`).count()).toBe(0);
  workbench.leave(browser);
});

test("marks come and go without a trace: the saved file is the same part by part", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin);
  await workbench.check();
  const marked = unzipSync(await workbench.save().then(({ bytes }) => bytes));
  const original = unzipSync(seedBytes(SEED));
  expect(changedParts(original, marked).length).toBeGreaterThan(0);
  await workbench.button("清除标记").click();
  await workbench.pane.getByText("标记已清除。").waitFor();
  const cleared = unzipSync(await workbench.save().then(({ bytes }) => bytes));
  expect(changedParts(original, cleared)).toEqual([]);
  workbench.leave(browser);
});

test("a counter filters, a sheet filters, and nothing left over says so", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin);
  await workbench.type(EXPENDITURE, "G11", "1448");
  await workbench.check();
  const errors = await workbench.count("必改");
  await workbench.button(/必改$/).click();
  expect(await workbench.pane.getByRole("list", { name: `${errors} 处问题` }).count()).toBe(1);
  await workbench.pane.getByLabel("工作表").selectOption(EXPENDITURE);
  expect(await workbench.pane.getByRole("article").count()).toBe(1);
  await workbench.button(/提示$/).click();
  await workbench.pane.getByText("这里没有问题。").waitFor();
  await workbench.button("显示全部").click();
  await workbench.cardAt(`${EXPENDITURE} G11`).waitFor();
  workbench.leave(browser);
});

test("the sheet of results is made on request, lists what was explained, and can be taken back", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin);
  await workbench.check();
  const first = workbench.card(/./);
  await workbench.unfold(first);
  await first.getByRole("button", { name: "已说明…" }).click();
  await first.getByLabel(/是对的$/).fill("按市里统一口径");
  await first.getByRole("button", { name: "保存说明" }).click();
  await workbench.button("已说明 1 处").waitFor();
  await workbench.button("核对结果表").click();
  await workbench.pane.getByText("已生成工作表“核对结果”").first().waitFor();
  await workbench.page.evaluate(() => (window.print = () => undefined));
  await workbench.button("打印").click();
  await workbench.page.emulateMedia({ media: "print" });
  await workbench.picture("report-printed");
  const printed = workbench.page.locator(".printed-sheet");
  expect(await printed.innerText()).toMatch(/核对结果[^]*单位：[^]*处理情况[^]*核对人（签字）：/);
  expect(await workbench.pane.isVisible()).toBe(false);
  await workbench.page.emulateMedia({ media: null });
  await workbench.showSheet("核对结果");
  await workbench.page.locator(".grid").focus();
  await workbench.page.keyboard.press("Control+End");
  await workbench.page.getByRole("gridcell", { name: "按市里统一口径" }).first().waitFor();
  await workbench.button("撤销").click();
  await workbench.page.getByRole("tab", { name: "核对结果" }).waitFor({ state: "detached" });
  expect(workbench.errors).toEqual([]);
  workbench.leave(browser);
});

test("a file that is no workbook is refused in words, and the open one stays", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin);
  await workbench.page
    .getByLabel("选择工作簿")
    .setInputFiles({ name: "清单.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("no workbook") });
  expect(await workbench.page.getByRole("alert").innerText()).toContain("清单.xlsx：");
  await workbench.check();
  workbench.leave(browser);
});

test("opened from a folder, without any server, it works as well", async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  await page.goto(pathToFileURL(join(SITE, "index.html")).href);
  await page.getByText("已认出").waitFor();
  await page.getByRole("button", { name: "一键核对" }).click();
  await page.getByRole("group", { name: "按轻重筛选" }).waitFor();
  expect(errors).toEqual([]);
  await page.close();
});

function changedParts(before: Record<string, Uint8Array>, after: Record<string, Uint8Array>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !before[name] || !after[name] || Buffer.compare(before[name], after[name]) !== 0);
}
