/** The sheet beside the pane, as far as a clerk needs one: frozen titles, typing, blocks, taking back, other files. */
import type { Browser } from "playwright-core";
import { makeWorkbook } from "../hosts/simulated/simulated-workbook";
import type { MadeSheet } from "../hosts/simulated/simulated-workbook";
import { SUMMARY } from "../pane/clerk-session";
import { launchBrowser } from "./browser";
import { serveSite } from "./site";
import { SEED, WorkbenchPage, seedBytes } from "./workbench";

let browser: Browser;
let site: { origin: string; close: () => void };

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

const frozen =
  '<sheetViews><sheetView workbookViewId="0"><pane xSplit="4" ySplit="4" topLeftCell="E5" state="frozen"/>' +
  "</sheetView></sheetViews>";
const wide = Object.fromEntries(
  Array.from({ length: 120 }, (_, row) => [
    [`D${row + 10}`, `第${row}项`],
    [`Z${row + 10}`, row],
  ]).flat(),
);

const open = async (sheets: readonly MadeSheet[] = [SUMMARY], name = "支出.xlsx"): Promise<WorkbenchPage> => {
  const workbench = await WorkbenchPage.open(browser, site.origin, null);
  await workbench.openFile(name, Buffer.from(makeWorkbook(sheets)));
  return workbench;
};
const press = async ({ page }: WorkbenchPage, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

test("frozen rows and columns stay in sight while the rest scrolls", async () => {
  const workbench = await open([{ ...SUMMARY, before: frozen, cells: { ...SUMMARY.cells, ...wide } }]);
  await workbench.page.locator(".grid").evaluate((grid) => grid.scrollTo(900, 1500));
  await workbench.page.locator("#cell-Z60").waitFor();
  const [title, label] = await Promise.all([
    workbench.page.locator("#cell-D3").boundingBox(),
    workbench.page.locator("#cell-D60").boundingBox(),
  ]);
  const grid = (await workbench.page.locator(".grid").boundingBox())!;
  expect(title!.y - grid.y).toBeLessThan(120);
  expect(label!.x - grid.x).toBeLessThan(300);
  await workbench.page.locator("#cell-Z60").click();
  await press(workbench, "Control+Home");
  expect(await workbench.selected()).toBe(`${SUMMARY.name} A1`);
  workbench.leave(browser);
});

test("a block is selected with the keyboard, added up, copied, pasted, taken back and done again", async () => {
  const workbench = await open();
  await workbench.page.locator("#cell-F8").click();
  await press(workbench, "Shift+ArrowDown", "Shift+ArrowRight");
  await workbench.page.getByText("F8:G9 · 计数 4 · 求和 60.00").waitFor();
  await press(workbench, "Control+c");
  await workbench.page.locator("#cell-F12").click();
  await press(workbench, "Control+v");
  expect([await workbench.cellText("F12"), await workbench.cellText("G13")]).toEqual(["15", "10"]);
  await press(workbench, "Control+z");
  expect([await workbench.cellText("F12"), await workbench.cellText("G13")]).toEqual(["", ""]);
  await workbench.page.getByRole("button", { name: "恢复" }).click();
  expect(await workbench.cellText("F12")).toBe("15");
  expect(await workbench.axe()).toEqual([]);
  expect(workbench.errors).toEqual([]);
  workbench.leave(browser);
});

test("typing goes on with Tab and Enter; a formula is calculated; Delete empties what is selected", async () => {
  const workbench = await open();
  await workbench.page.locator("#cell-E12").click();
  await workbench.page.keyboard.type("12");
  await press(workbench, "Tab");
  await workbench.page.keyboard.type("=E12*2");
  await press(workbench, "Enter");
  expect([await workbench.cellText("E12"), await workbench.cellText("F12"), await workbench.selected()]).toEqual([
    "12",
    "24",
    `${SUMMARY.name} F13`,
  ]);
  await workbench.page.locator("#cell-E12").click();
  await press(workbench, "Shift+ArrowRight", "Delete");
  expect([await workbench.cellText("E12"), await workbench.cellText("F12")]).toEqual(["", ""]);
  await workbench.page.keyboard.type("9");
  await press(workbench, "Escape");
  expect(await workbench.cellText("E12")).toBe("");
  workbench.leave(browser);
});

test("a protected sheet takes no typing, and says why", async () => {
  const workbench = await open([{ ...SUMMARY, after: '<sheetProtection sheet="1"/>' }]);
  await workbench.page.locator("#cell-E8").click();
  await workbench.page.keyboard.type("1");
  await workbench.page.getByRole("alert").getByText("这张工作表设有保护，不能改。").waitFor();
  expect(await workbench.cellText("E8")).toBe("24.1");
  workbench.leave(browser);
});

test("a hidden sheet can be shown", async () => {
  const workbench = await open([SUMMARY, { name: "底稿", cells: { A1: "底稿内容" }, hidden: true }]);
  expect(await workbench.page.getByRole("tab", { name: "底稿" }).count()).toBe(0);
  await workbench.page.getByLabel("取消隐藏工作表").selectOption("底稿");
  await workbench.page.getByRole("gridcell", { name: "底稿内容" }).waitFor();
  expect(await workbench.page.getByLabel("取消隐藏工作表").count()).toBe(0);
  workbench.leave(browser);
});

test("a file that is dropped on the page is opened; changes that are not saved are asked about first", async () => {
  const workbench = await open();
  const drop = async (name: string, bytes: Buffer): Promise<void> => {
    const files = await workbench.page.evaluateHandle(
      ([called, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(content as number[])], called as string));
        return transfer;
      },
      [name, [...bytes]] as const,
    );
    for (const type of ["dragenter", "drop"])
      await workbench.page.locator(".grid").dispatchEvent(type, { dataTransfer: files });
  };
  await drop(SEED, seedBytes(SEED));
  await workbench.page.getByRole("tab", { name: "3部门支出总表" }).waitFor();
  await workbench.ready();
  await workbench.type("3部门支出总表", "G11", "1448");
  await drop("支出.xlsx", Buffer.from(makeWorkbook([SUMMARY])));
  await workbench.page.getByText("现在的工作簿有改动还没有另存。").waitFor();
  await workbench.page.getByRole("button", { name: "先不打开" }).click();
  expect(await workbench.cellText("G11")).toBe("1,448.00");
  await drop("支出.xlsx", Buffer.from(makeWorkbook([SUMMARY])));
  await workbench.page.getByRole("button", { name: "不要改动，打开支出.xlsx" }).click();
  await workbench.page.getByRole("tab", { name: SUMMARY.name }).waitFor();
  expect(workbench.errors).toEqual([]);
  workbench.leave(browser);
});

const compound = (stream: string): Buffer => {
  const bytes = Buffer.alloc(2048);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  Buffer.from(stream, "utf16le").copy(bytes, 1024);
  return bytes;
};

test("files that cannot be read are refused in words that say what to do, and the open one stays", async () => {
  const workbench = await open();
  const bad: readonly (readonly [string, Buffer, string])[] = [
    ["旧表.xls", compound("Workbook"), "请用 Excel 或 WPS 打开后另存为 .xlsx 再试"],
    ["旧表.et", compound("ETExtData"), "WPS 的 .et"],
    ["加密.xlsx", compound("EncryptedPackage"), "设有打开密码"],
    ["明细.csv", Buffer.from("科目,金额\n教育,1"), "文本文件（.csv"],
    ["半截.xlsx", Buffer.from(makeWorkbook([SUMMARY])).subarray(0, 900), "文件不完整"],
    ["空.xlsx", Buffer.alloc(0), "0 字节"],
    ["图.xlsx", Buffer.from("89504e470d0a1a0a", "hex"), "不是 Excel 工作簿"],
  ];
  for (const [name, buffer, words] of bad) {
    await workbench.page.getByLabel("选择工作簿").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await workbench.page
      .getByRole("alert")
      .filter({ hasText: `${name}：` })
      .waitFor();
    expect(await workbench.page.getByRole("alert").innerText()).toContain(words);
  }
  expect(await workbench.cellText("E8")).toBe("24.1");
  await workbench.check();
  workbench.leave(browser);
});

test.each([
  [1280, 800],
  [1024, 700],
  [700, 900],
  [400, 800],
])("at %d × %d everything can be reached, nothing runs out of the page", async (width, height) => {
  const workbench = await WorkbenchPage.open(browser, site.origin, SEED, { width, height });
  await workbench.check();
  expect(await workbench.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  const [grid, pane] = await Promise.all([
    workbench.page.locator(".grid").boundingBox(),
    workbench.page.locator(".pane-place").boundingBox(),
  ]);
  expect(Math.min(grid!.width, pane!.width, grid!.height, pane!.height)).toBeGreaterThan(150);
  if (width > 760) expect(pane!.width).toBe(320);
  await workbench.page.getByLabel("缩放").selectOption("70%");
  await workbench.picture(`workbench-${width}`);
  workbench.leave(browser);
});
