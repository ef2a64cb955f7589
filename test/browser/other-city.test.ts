/**
 * A clerk of a city that the program has never seen checks, goes through the findings by keyboard, mends three of them
 * and takes that back. What it costs is printed.
 */
import type { Browser } from "playwright-core";
import { manyWrongSums } from "../hosts/simulated/many-wrong-sums";
import { makeWorkbook } from "../hosts/simulated/simulated-workbook";
import { launchBrowser } from "./browser";
import { ownWorkbook } from "./other-city";
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

/** Text of what has the focus. */
const focused = ({ page }: WorkbenchPage): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");

/** Presses Tab until something of these words has the focus. */
async function tabTo(workbench: WorkbenchPage, words: RegExp): Promise<void> {
  for (let presses = 0; presses < 30 && !words.test(await focused(workbench)); presses++)
    await workbench.page.keyboard.press("Tab");
  expect(await focused(workbench)).toMatch(words);
}

/** Presses F8 until it leads no further; the findings that it has led to. */
async function walkThrough({ page, pane }: WorkbenchPage): Promise<string[]> {
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
    if (now === null || now === before || now === seen[0]) break;
    seen.push(now);
  }
  return seen;
}

test("from opening to three repairs and back, with the keyboard wherever there is much to do", async () => {
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
  const seen = await walkThrough(workbench);
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
