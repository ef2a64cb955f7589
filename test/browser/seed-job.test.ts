/**
 * The same job on a workbook that comes with the program: through the findings by keyboard alone, mend, take back,
 * explain, compare, print, make and fill forms, save and open again.
 */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { unzipSync, zipSync } from "fflate";
import type { Edit } from "../../src/engine/workbook";
import { openPackage, patchPackage } from "../../src/hosts/file";
import { makeWorkbook } from "../hosts/simulated/simulated-workbook";
import { launchBrowser } from "./browser";
import { Effort, fillMissing, focused, goTo, tabTo, walkThrough } from "./keyboard";
import { serveSite } from "./site";
import { WorkbenchPage, seedBytes } from "./workbench";

const SEED = "practice.xlsx";
const TARGETS = "9项目支出绩效目标表";

let browser: Browser;
let site: { origin: string; close: () => void };

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** The seed as of another year: what it says of its own year it says of that one. */
function ofYear(year: number): Buffer {
  const parts = unzipSync(seedBytes(SEED));
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  for (const [name, content] of Object.entries(parts))
    if (/sharedStrings|sheet\d+\.xml$/.test(name))
      parts[name] = encoder.encode(decoder.decode(content).replaceAll("2026年", `${year}年`));
  return Buffer.from(zipSync(parts));
}

/** What a unit of the same year publishes of its own. */
function ofUnit(): Buffer {
  const rows = [
    ["2026年部门支出总表"],
    ["部门名称：示例市地方志编纂中心", null, null, null, "单位：万元"],
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    [null, "合计", 30, 20, 10],
    ["2010399", "其他政府办公厅（室）及相关机构事务支出", 30, 20, 10],
  ];
  const cells = Object.fromEntries(
    rows.flatMap((row, at) => row.map((value, column) => [`${"ABCDE"[column]!}${at + 1}`, value ?? ""] as const)),
  );
  return Buffer.from(makeWorkbook([{ name: "支出总表", cells }]));
}

/** Slips whose repair is forced: what stands there, and what should. */
const slips = [
  ["5一般公共预算支出表", "F13", 65.62, 66.52],
  ["7一般公共预算“三公”经费支出表", "G6", 45_000, 4.5],
  [TARGETS, "C5", 344, 386],
] as const;

/** What she types for what a form lacks, by the field's name. */
const answers: readonly (readonly [RegExp, string])[] = [
  [/的分值$/, "10"],
  [/的全年(?:预算数|执行数)$/, "96"],
  [/原因|措施/, "受汛期闭馆影响，已延长开放时间"],
  [/^(?:部门支出总成本|项目总成本)/, "40"],
  [/安全事故/, "0"],
  [/率|满意度/, "100%"],
  [/./, "9000"],
];

test("a clerk's whole job on a seed, by keyboard", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin, null, { width: 1280, height: 800 });
  const { page, pane } = workbench;
  // One more indicator without points: two places of one fault are a group.
  const edits: Edit[] = [{ type: "set-value", sheet: TARGETS, address: "M19", value: null }];
  await workbench.openFile(SEED, Buffer.from(patchPackage(openPackage(seedBytes(SEED)), edits)));
  const effort = await Effort.watch(workbench);
  const valueOf = async (address: string): Promise<number> =>
    Number((await workbench.cellText(address)).replace(/,/g, ""));

  await workbench.button("一键核对").focus();
  await page.keyboard.press("Enter");
  await pane.getByRole("article").first().waitFor();
  await workbench.idle();
  const list = pane.getByRole("list", { name: /处问题/ }).first();
  const problems = Number(/\d+/.exec((await list.getAttribute("aria-label")) ?? "")![0]);
  expect(problems).toBe(8);
  const seen = await walkThrough(workbench);
  expect(seen.length).toBeGreaterThanOrEqual(problems);
  await effort.print(`核对，逐处看完 ${seen.length} 处`);

  for (const [sheet, address, , right] of slips) {
    const row = workbench.cardAt(`${sheet} ${address}`);
    await workbench.unfold(row);
    await row.getByRole("heading").getByRole("button").focus();
    await tabTo(workbench, /^改为/);
    await page.keyboard.press("Enter");
    await tabTo(workbench, /^确定修改/);
    await page.keyboard.press("Enter");
    await row.waitFor({ state: "detached" });
    await workbench.idle();
    await workbench.showSheet(sheet);
    expect([address, await valueOf(address)]).toEqual([address, right]);
  }
  await effort.print("改 3 处");
  for (const [sheet, address, wrong] of [...slips].reverse()) {
    await pane.getByRole("button", { name: /^撤销/ }).first().focus();
    await page.keyboard.press("Enter");
    await workbench.cardAt(`${sheet} ${address}`).waitFor();
    await workbench.idle();
    await workbench.showSheet(sheet);
    expect([address, await valueOf(address)]).toEqual([address, wrong]);
  }
  await effort.print("撤销 3 步");

  const current = pane.locator("[aria-current=true]");
  for (let steps = 0; steps < 20; steps++) {
    await page.keyboard.press("F8");
    await current.waitFor();
    await page.waitForTimeout(100);
    if (/没有填分值/.test((await current.getAttribute("aria-label")) ?? "")) break;
  }
  await tabTo(workbench, /^全部已说明/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.type("分值待财政批复后补填");
  await page.keyboard.press("Enter");
  await workbench.button(/^已说明 \d+ 处/).waitFor();
  await workbench.idle();
  const explained = await workbench.button(/^已说明 \d+ 处/).innerText();
  await effort.print("说明一组");

  // The year before, the year after and a unit: each is taken for what it is, the year after for nothing unasked.
  await workbench.button("一键核对").focus();
  await tabTo(workbench, /对照上年/);
  await page.keyboard.press("Enter");
  const beside = [
    ["档案馆2025.xlsx", ofYear(2025), "prior"],
    ["档案馆2027.xlsx", ofYear(2027), "other"],
    ["地方志2026.xlsx", ofUnit(), "unit"],
  ] as const;
  await pane
    .getByLabel("拿来对照的文件")
    .setInputFiles(beside.map(([name, buffer]) => ({ name, mimeType: "", buffer })));
  for (const [name, , role] of beside) {
    const what = pane.getByLabel(`${name}是什么`);
    await what.waitFor();
    expect([name, await what.inputValue()]).toEqual([name, role]);
  }
  await workbench.idle();
  await effort.print("对照上年和所属单位");

  await page.evaluate(() => (window.print = () => undefined));
  await tabTo(workbench, /^打印$/);
  await page.keyboard.press("Enter");
  const printed = page.locator(".printed-sheet");
  await printed.waitFor({ state: "attached" });
  expect(await printed.textContent()).toMatch(/示例市档案馆[^]*处理情况[^]*核对人（签字）：/);
  await effort.print("打印核对结果");

  await goTo(workbench, "自评表", "ArrowRight");
  // The seed has one form already: making others is folded away below it.
  await tabTo(workbench, /^.?由绩效目标表再生成自评表$/);
  await page.keyboard.press("Enter");
  await workbench.button(/^生成 \d+ 张$/).waitFor();
  await tabTo(workbench, /^生成 \d+ 张$/);
  await page.keyboard.press("Enter");
  await pane.getByText(/^[2-9] 份自评表/).waitFor();
  await effort.print("生成自评表");
  await pane.getByRole("tab", { selected: true }).focus();
  await tabTo(workbench, /^逐处填$/);
  await page.keyboard.press("Enter");
  await effort.print(`逐处填 ${await fillMissing(workbench, answers)} 处`);
  await tabTo(workbench, /^填写得分/);
  await page.keyboard.press("Enter");
  await workbench.button("确定填写").waitFor();
  expect(await focused(workbench)).toBe("确定填写");
  await page.keyboard.press("Enter");
  const filled = pane.getByText(/得分已填 (\d+)\/\1/);
  await filled.waitFor({ timeout: 90_000 });
  const scores = await filled.innerText();
  await effort.print("填写得分");

  await goTo(workbench, "核对", "ArrowLeft");
  await workbench.idle();
  await tabTo(workbench, /^另存$/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  await effort.print("另存");
  await workbench.openFile(download.suggestedFilename(), readFileSync(await download.path()));
  await workbench.check();
  expect(await workbench.button(/^已说明 \d+ 处/).innerText()).toBe(explained);
  await goTo(workbench, "自评表", "ArrowRight");
  await filled.waitFor({ timeout: 90_000 });
  expect(await filled.innerText()).toBe(scores);
  expect(workbench.errors).toEqual([]);
  expect(workbench.foreign).toEqual([]);
}, 600_000);
