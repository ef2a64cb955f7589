/** The self-test as developers build it, over the simulated Excel: what a person runs in a real one. */
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { SelfTestFile } from "../../src/selftest/report";
import { launchBrowser } from "./browser";
import { serveSite } from "./site";
import { startCollector } from "../selftest/collector";

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite(join(__dirname, "../../dist/developer"))]);
});

afterAll(async () => {
  await browser.close();
  site.close();
});

test("every step agrees, and the file has every request and answer", async () => {
  const page = await browser.newPage({ locale: "zh-CN" });
  await page.goto(`${site.origin}/selftest.html?excel=simulated`);
  await page.getByRole("button", { name: "开始自检" }).click();
  await page.getByText(/^自检完成/).waitFor();
  const outcomes = await page
    .locator("#steps > li")
    .evaluateAll((items) => items.map((item) => [(item as HTMLElement).dataset.outcome, item.textContent]));
  expect(outcomes.filter(([outcome]) => outcome !== "passed")).toEqual([
    ["not-run", expect.stringContaining("HEDUI.SCORE")],
  ]);
  const file = JSON.parse(await page.getByLabel("结果").inputValue()) as SelfTestFile;
  expect(file.results).toHaveLength(outcomes.length);
  expect(file.recording!.requests.length).toBeGreaterThan(100);
  expect(file.recording!.events.length).toBeGreaterThan(0);
  console.log(`selftest: ${outcomes.length} steps, ${file.recording!.requests.length} requests`);
  await page.close();
});

/** Where the page looks for somebody who collects. */
const PORT = 4201;

test("where somebody collects, the file is sent whole (npm run selftest:collect)", async () => {
  const collector = await startCollector(PORT);
  // The person has agreed to trust the certificate; here nobody has.
  const page = await browser.newPage({ locale: "zh-CN", ignoreHTTPSErrors: true });
  await page.goto(`${site.origin}/selftest.html?excel=simulated`);
  await page.getByRole("button", { name: "开始自检" }).click();
  await page.getByRole("button", { name: "发给开发用的收集程序" }).click();
  await page.getByText("已发出。").waitFor();
  expect((await collector.ended).code).toBe(0);
  expect([...collector.taken().values()]).toEqual([await page.getByLabel("结果").inputValue()]);
  await page.close();
  collector.stop();
});
