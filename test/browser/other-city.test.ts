/**
 * A clerk of a city that the program has never seen does her whole job: check, go through the findings by keyboard, mend,
 * undo, explain a group, compare, print, make forms, fill them in, save and open again. What it costs her is printed.
 */
import type { Browser } from "playwright-core";
import { readWorkbook, openPackage } from "../../src/hosts/file";
import { manyWrongSums } from "../hosts/simulated/many-wrong-sums";
import { makeWorkbook } from "../hosts/simulated/simulated-workbook";
import { launchBrowser } from "./browser";
import { LAST_YEAR_FILE, STATION_FILE, lastYearWorkbook, ownWorkbook, stationWorkbook } from "./other-city";
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

/** Clicks and keys of one job after the other. */
class Effort {
  private clicks = 0;
  private keys = 0;

  private constructor(private readonly workbench: WorkbenchPage) {}

  static async watch(workbench: WorkbenchPage): Promise<Effort> {
    await workbench.page.evaluate(() => {
      const effort = { clicks: 0, keys: 0 };
      // What a script does to the page (choosing a file, scrolling) is no click of hers.
      window.addEventListener("pointerdown", (event) => event.isTrusted && effort.clicks++, true);
      window.addEventListener("keydown", (event) => event.isTrusted && effort.keys++, true);
      Object.assign(window, { effort });
    });
    return new Effort(workbench);
  }

  async print(job: string): Promise<void> {
    const { clicks, keys } = await this.workbench.page.evaluate(
      () => (window as unknown as { effort: { clicks: number; keys: number } }).effort,
    );
    process.stdout.write(`${job}：点 ${clicks - this.clicks} 下，按 ${keys - this.keys} 次键\n`);
    [this.clicks, this.keys] = [clicks, keys];
  }
}

const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });

/** Text of what has the focus. */
const focused = ({ page }: WorkbenchPage): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");

/** Presses Tab until something of these words has the focus. */
async function tabTo(workbench: WorkbenchPage, words: RegExp): Promise<void> {
  for (let presses = 0; presses < 30 && !words.test(await focused(workbench)); presses++)
    await workbench.page.keyboard.press("Tab");
  expect(await focused(workbench)).toMatch(words);
}

test("from opening to saving, with the keyboard wherever there is much to do", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin, null, { width: 1280, height: 800 });
  const { page, pane } = workbench;
  await workbench.openFile("水务局2026.xlsx", ownWorkbook());
  const effort = await Effort.watch(workbench);

  const begun = Date.now();
  await workbench.button("一键核对").focus();
  await page.keyboard.press("Enter");
  await pane.getByRole("article").first().waitFor();
  process.stdout.write(`第一条结果：${Date.now() - begun} ms\n`);
  await workbench.idle();
  await effort.print("核对");
  await workbench.picture("other-city-list", pane);
  const list = pane.getByRole("list", { name: /处问题/ }).first();
  const problems = Number(/\d+/.exec((await list.getAttribute("aria-label")) ?? "")![0]);
  expect(problems).toBeGreaterThanOrEqual(6);

  // Through all of them with F8: each is opened, and its cell shown.
  const seen: string[] = [];
  const current = pane.locator("[aria-current=true]");
  for (let steps = 0; steps < 60; steps++) {
    const before = seen.at(-1);
    await page.keyboard.press("F8");
    await current.waitFor();
    let now = await current.getAttribute("aria-label");
    for (let waits = 0; waits < 20 && now === before; waits++) {
      await page.waitForTimeout(100);
      now = await current.getAttribute("aria-label");
    }
    if (now === null || now === before) break;
    seen.push(now);
  }
  expect(seen.length).toBeGreaterThanOrEqual(problems);
  expect(await focused(workbench)).not.toBe("");
  await effort.print(`逐处看完 ${seen.length} 处`);

  // Three repairs, by keyboard alone, each in the place to which F8 has led.
  const wrong = [
    ["支出总表", "D7", "74.85"],
    ["功能分类支出表", "C9", "239.95"],
    ["功能分类支出表", "D11", "145.6"],
  ] as const;
  for (const [sheet, address, was] of wrong) {
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
    expect([address, Number((await workbench.cellText(address)).replace(/,/g, "")) === Number(was)]).toEqual([
      address,
      false,
    ]);
  }
  await effort.print("改 3 处");
  for (const [sheet, address] of [...wrong].reverse()) {
    await pane.getByRole("button", { name: /^撤销/ }).first().click();
    await workbench.cardAt(`${sheet} ${address}`).waitFor();
  }
  await workbench.showSheet("支出总表");
  expect(Number((await workbench.cellText("D7")).replace(/,/g, ""))).toBe(74.85);
  await effort.print("撤销 3 步");

  // A group is explained as a whole.
  const group = pane.getByRole("article", { name: /没有填分值/ }).first();
  await workbench.unfold(group);
  await group
    .getByRole("button", { name: /已说明…$/ })
    .first()
    .click();
  await group.getByRole("textbox").fill("分值待市财政局统一下达");
  await page.keyboard.press("Tab");
  await tabTo(workbench, /^保存说明/);
  await page.keyboard.press("Enter");
  const explained = workbench.button(/^已说明 \d+ 处/);
  await explained.waitFor();
  const told = await explained.innerText();
  await effort.print("一组一次说明");

  // Last year and the station beside it.
  await workbench.button(/^对照上年/).click();
  await pane
    .getByLabel("拿来对照的文件")
    .setInputFiles([file(LAST_YEAR_FILE, lastYearWorkbook()), file(STATION_FILE, stationWorkbook())]);
  await workbench.button("对照 2 份").waitFor();
  expect(await pane.getByLabel(`${LAST_YEAR_FILE}是什么`).inputValue()).toBe("prior");
  expect(await pane.getByLabel(`${STATION_FILE}是什么`).inputValue()).toBe("unit");
  await workbench.idle();
  expect(await list.innerText()).toContain(STATION_FILE.replace(".xlsx", ""));
  await effort.print("与上年、所属单位对照");

  await page.evaluate(() => (window.print = () => undefined));
  await workbench.button("打印核对结果").click();
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".printed-sheet").innerText()).toMatch(/澜江市水务局[^]*核对人（签字）：/);
  await workbench.picture("other-city-printed");
  await page.emulateMedia({ media: null });
  await effort.print("打印核对结果");

  // Forms out of the targets, shown at once, filled in from the list with Enter.
  await pane.getByRole("tab", { name: "自评表", exact: true }).click();
  await pane.getByRole("button", { name: /^生成 \d+ 张$/ }).click();
  const missing = pane.getByRole("region", { name: "还缺的" });
  await missing.waitFor();
  expect(await page.getByRole("tab", { selected: true, name: /自评/ }).count()).toBeGreaterThan(0);
  await workbench.picture("other-city-form");
  await effort.print("生成自评表");
  const actuals = new Map([
    ["巡查水库座次", "236"],
    ["工程验收合格率", "97.5"],
    ["汛前检查完成时间", "2026年4月25日"],
    ["受益人口", "36.5"],
    ["用水户满意度", "93"],
  ]);
  await missing.getByRole("button", { name: "逐处填" }).click();
  let filled = 0;
  for (; filled < 40; filled++) {
    const current = missing.locator("article[aria-current=true]");
    if ((await current.count()) === 0) break;
    const name = (await current.getAttribute("aria-label")) ?? "";
    const input = current.getByRole("textbox").first();
    if ((await input.count()) === 0) break;
    const known = [...actuals].find(([indicator]) => name.startsWith(indicator))?.[1];
    await input.fill(name.endsWith("原因") ? "汛期提前，部分水库封库检修" : (known ?? "100"));
    await page.keyboard.press("Enter");
    await workbench.page.waitForTimeout(300);
    await pane
      .getByText(/已写入/)
      .first()
      .waitFor({ state: "attached" });
  }
  await effort.print(`填 ${filled} 处`);
  expect(filled).toBeGreaterThanOrEqual(10);
  await workbench.picture("other-city-filled");

  const { bytes } = await workbench.save();
  const saved = readWorkbook(openPackage(bytes));
  const forms = saved.sheets.filter(({ name }) => name.includes("自评"));
  expect(forms.length).toBeGreaterThanOrEqual(2);
  const formats = new Set(forms.flatMap((form) => [...form.formats].map((at) => saved.numberFormats[at]!)));
  expect([...formats].some((format) => format.includes("%"))).toBe(true);
  await workbench.openFile("水务局2026（核对）.xlsx", bytes);
  await workbench.check();
  expect(await explained.innerText()).toBe(told);
  expect(workbench.errors).toEqual([]);
  expect(workbench.foreign).toEqual([]);
  await page.close();
}, 300_000);

test("28 findings fit into two thousand pixels", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin, null, { width: 1280, height: 800 });
  await workbench.openFile("多处不符.xlsx", Buffer.from(makeWorkbook(manyWrongSums(27))));
  await workbench.check();
  const list = workbench.pane.getByRole("list", { name: "28 处问题" });
  const height = (): Promise<number> => list.evaluate((element) => element.getBoundingClientRect().height);
  const folded = await height();
  const group = workbench.pane.getByRole("article").first();
  await workbench.unfold(group);
  await workbench.page.waitForTimeout(500);
  process.stdout.write(
    `28 处问题的列表：${Math.round(folded)} 像素；展开第一条后 ${Math.round(await height())} 像素\n`,
  );
  expect(folded).toBeLessThanOrEqual(2_000);
  await workbench.page.close();
});
