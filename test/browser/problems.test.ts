/** What a clerk sees when something stands in the way: in the pane, in words, with a way on, and nothing half done. */
import type { Browser } from "playwright-core";
import { OfficeError } from "../../src/hosts/simulated";
import { makeWorkbook } from "../hosts/simulated/simulated-workbook";
import { SUMMARY } from "../pane/clerk-session";
import { launchBrowser } from "./browser";
import { serveSite } from "./site";
import { WorkbenchPage } from "./workbench";

let browser: Browser;
let site: { origin: string; close: () => void };

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

const open = async (sheets = [SUMMARY], workbookMarkup = ""): Promise<WorkbenchPage> => {
  const workbench = await WorkbenchPage.open(browser, site.origin, null);
  await workbench.openFile("支出.xlsx", Buffer.from(makeWorkbook(sheets, workbookMarkup)));
  return workbench;
};

/** The workbench as it is when all is well again. */
async function expectWell(workbench: WorkbenchPage): Promise<void> {
  expect(await workbench.axe()).toEqual([]);
  expect(workbench.errors).toEqual([]);
  workbench.leave(browser);
}

test.each([
  ["a cell is being edited", OfficeError.CellEdit, "cell-being-edited", "请先按回车结束单元格编辑，再点“继续”。"],
  ["a dialogue is open", OfficeError.ModalDialog, "dialog-open", "请先关闭对话框，再点“继续”。"],
  ["Excel is busy", OfficeError.ActivityLimit, "busy", "请稍等片刻再点“继续”。"],
] as const)("while %s, 一键核对 says so and waits; 继续 goes on where it stopped", async (_, office, code, remedy) => {
  const workbench = await open();
  await workbench.refuseAll(office);
  await workbench.button("一键核对").click();
  await workbench.pane.getByText(remedy, { exact: true }).waitFor();
  await workbench.picture(`problem-${code}`, workbench.pane);
  expect(await workbench.axe()).toEqual([]);
  await workbench.refuseAll(null);
  await workbench.button("继续").click();
  await workbench.pane.getByRole("article").first().waitFor();
  expect(await workbench.pane.getByText(remedy, { exact: true }).count()).toBe(0);
  await expectWell(workbench);
});

test("a lost connection says what counts as written, and offers no button that cannot help", async () => {
  const workbench = await open();
  await workbench.check();
  await workbench.refuseAll(OfficeError.Session);
  await workbench.unfold(workbench.card(/./));
  await workbench.button("改为 25").click();
  await workbench.button("确定修改").click();
  await workbench.pane.getByText("与 Excel 的连接已中断。", { exact: true }).waitFor();
  await workbench.picture("problem-session-lost", workbench.pane);
  expect(await workbench.button("继续").count()).toBe(0);
  expect(await workbench.cellText("E8")).toBe("24.1");
  await workbench.refuseAll(null);
  await workbench.check();
  await expectWell(workbench);
});

test("on a protected sheet the results are there, nothing is marked, and why is said; nothing is written", async () => {
  const workbench = await open([{ ...SUMMARY, after: '<sheetProtection sheet="1"/>' }]);
  await workbench.check();
  await workbench.pane.getByText("设有保护，没有作标记；结果都在下面。").waitFor();
  await workbench.unfold(workbench.card(/./));
  await workbench.button("改为 25").click();
  await workbench.button("确定修改").click();
  await workbench.pane.getByText(`工作表“${SUMMARY.name}”设有保护，不能写入。`, { exact: true }).waitFor();
  await workbench.picture("problem-sheet-protected", workbench.pane);
  expect(await workbench.cellText("E8")).toBe("24.1");
  await expectWell(workbench);
});

test("where the structure is protected no sheet of results is added, and it is said how it can be", async () => {
  const workbench = await open([SUMMARY], '<workbookProtection lockStructure="1"/>');
  await workbench.check();
  await workbench.button("核对结果表").click();
  await workbench.pane.getByText("工作簿的结构设有保护，不能增加或删除工作表。", { exact: true }).waitFor();
  await workbench.picture("problem-workbook-protected", workbench.pane);
  expect(await workbench.page.getByRole("tab", { name: "核对结果" }).count()).toBe(0);
  await expectWell(workbench);
});

test("a figure that was changed after the check is not overwritten; what it was and is now is said", async () => {
  const workbench = await open();
  await workbench.pane.getByRole("tab", { name: "设置" }).click();
  await workbench.pane.getByRole("switch", { name: "边改边核对" }).click();
  await workbench.pane.getByRole("tab", { name: "核对", exact: true }).click();
  await workbench.check();
  await workbench.type(SUMMARY.name, "E8", "24.5");
  await workbench.unfold(workbench.card(/./));
  await workbench.button("改为 25").click();
  await workbench.button("确定修改").click();
  await workbench.pane.getByText(`读取之后，“${SUMMARY.name}”E8 由 24.1 变为 24.5。`, { exact: true }).waitFor();
  await workbench.picture("problem-changed-meanwhile", workbench.pane);
  expect(await workbench.cellText("E8")).toBe("24.5");
  await expectWell(workbench);
});

test("a cell on a hidden sheet cannot be shown: it is said how to show the sheet", async () => {
  const workbench = await open([
    SUMMARY,
    { ...SUMMARY, name: "附表", hidden: true, cells: { ...SUMMARY.cells, A1: "2025年部门一般公共预算支出表" } },
  ]);
  await workbench.pane.getByRole("tab", { name: "表格" }).click();
  await workbench.pane.getByRole("article", { name: "附表" }).getByRole("button", { name: "A1:G9" }).click();
  await workbench.pane.getByText("工作表“附表”是隐藏的，无法转到该单元格。", { exact: true }).waitFor();
  await workbench.picture("problem-sheet-hidden", workbench.pane);
  await expectWell(workbench);
});

test("what a column was said to be is an error where its heading has changed, until it is taken back", async () => {
  const workbench = await open([{ ...SUMMARY, cells: { ...SUMMARY.cells, H3: "列支渠道三", H5: 7 } }]);
  await workbench.check();
  await workbench.pane.getByRole("tab", { name: "表格" }).click();
  await workbench.pane.getByLabel("支出总表的“列支渠道三”是什么").selectOption("operating-expenditure");
  await workbench.type("支出总表", "H3", "列支渠道四");
  const alert = workbench.pane.getByRole("alert").filter({ hasText: /^“列支渠道三”指定为.+没有用上/ });
  await alert.waitFor();
  expect(await workbench.axe()).toEqual([]);
  await workbench.button("取消指定：支出总表的“列支渠道三”").click();
  await alert.waitFor({ state: "detached" });
  await expectWell(workbench);
});

test("an Excel that is too old is told so at once, with the way that is left", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin, null, undefined, { apiSet: "1.12" });
  await workbench.pane.getByText("这个版本的 Excel 太旧，用不了本加载项。", { exact: true }).waitFor();
  expect(await workbench.pane.innerText()).toContain("可把工作簿拖进预算核对的网页里核对");
  await workbench.picture("problem-unsupported-excel", workbench.pane);
  await expectWell(workbench);
});

test("the pane says that somebody types; leaving the cell keeps what was typed, and the pane goes on", async () => {
  const workbench = await open([SUMMARY, { name: "附表", cells: { A1: "附表" } }]);
  await workbench.check();
  await workbench.unfold(workbench.card(/./));
  await workbench.showSheet("附表");
  await workbench.page.locator("#cell-B2").dblclick();
  await workbench.page.getByLabel("编辑 B2").fill("5");
  // A click would end the typing; what a screen reader presses does not.
  await workbench
    .button("看单元格")
    .first()
    .evaluate((button: HTMLElement) => button.click());
  await workbench.pane.getByText("有单元格正在编辑，Excel 暂时不能读写。", { exact: true }).waitFor();
  await workbench.button("继续").click();
  await workbench.page.locator(".formula-place", { hasText: "E8" }).waitFor();
  await workbench.showSheet("附表");
  expect(await workbench.cellText("B2")).toBe("5");
  await expectWell(workbench);
});
