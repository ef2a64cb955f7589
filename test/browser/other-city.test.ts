/**
 * A clerk of a city that the program has never seen does her whole job by keyboard: goes through the findings, mends,
 * takes back, explains, compares, prints, makes and fills forms, saves and opens again. What it costs is printed.
 */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { manyWrongSums } from "../hosts/simulated/many-wrong-sums";
import { makeWorkbook } from "../hosts/simulated/simulated-workbook";
import { launchBrowser } from "./browser";
import { unzipSync } from "fflate";
import { DeadStretches } from "./dead-stretches";
import { Effort, fillMissing, focused, goTo, tabTo, walkThrough } from "./keyboard";
import { lastYearsWorkbook, ownWorkbook, stationsWorkbook } from "./other-city";
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

  // From a finding to what ends the check, and round all parts of the page back to where she was.
  const finding = await focused(workbench);
  const regions: string[] = [];
  for (let presses = 0; presses < 6; presses++) {
    await page.keyboard.press(presses === 5 ? "Shift+F6" : "F6");
    regions.push(await focused(workbench));
  }
  expect(regions).toEqual([
    "核对结果表",
    "打开工作簿…",
    expect.stringMatching(/^工作表 /),
    expect.stringMatching(/，\d+ 处$/),
    finding,
    expect.stringMatching(/，\d+ 处$/),
  ]);
  await page.keyboard.press("F6");
  await effort.print("在各部分之间走一圈");
  // The same without F6, which Excel keeps for itself: the list is one stop, and so is the row of buttons below it.
  await page.keyboard.press("ArrowLeft");
  expect(await tabTo(workbench, /^打印$/)).toBeLessThanOrEqual(6);
  await effort.print("从一处问题到打印");

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
  workbench.leave(browser);
}, 300_000);

/** What she types for what a form lacks, by the field's name. */
const answers: readonly (readonly [RegExp, string])[] = [
  [/的分值$/, "20"],
  [/^汛前检查完成时间/, "2026年4月20日"],
  [/^巡查水库座次/, "240"],
  [/^工程验收合格率/, "98"],
  [/^受益人口/, "36"],
  [/^用水户满意度/, "95.5"],
  [/的全年(?:预算数|执行数)$/, "2,251.75"],
];

test("from explaining a group to forms that are filled in, saved and opened again, by keyboard", async () => {
  const workbench = await WorkbenchPage.open(browser, site.origin, null, { width: 1280, height: 800 });
  const { page, pane } = workbench;
  await workbench.openFile("水务局2026.xlsx", ownWorkbook());
  const effort = await Effort.watch(workbench);
  const dead = await DeadStretches.watch(page);
  const done = async (job: string): Promise<void> => {
    await effort.print(job);
    process.stdout.write(`  最长停顿 ${Math.round((await dead.taken())[0]?.duration ?? 50)} ms\n`);
  };
  await workbench.check();
  await done("核对");

  // Every place of the group is explained at once, with one reason.
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
  expect(await focused(workbench)).not.toBe("");
  await done("说明一组");

  // Last year's workbook and a unit's beside it, each taken for what it is; what contradicts them is found.
  await workbench.button("一键核对").focus();
  await tabTo(workbench, /对照上年/);
  await page.keyboard.press("Enter");
  await pane
    .getByLabel("拿来对照的文件")
    .setInputFiles(
      [["水务局2025.xlsx", lastYearsWorkbook()] as const, ["监测站2026.xlsx", stationsWorkbook()] as const].map(
        ([name, buffer]) => ({ name, mimeType: "", buffer }),
      ),
    );
  await workbench.button("对照 2 份").waitFor();
  await workbench.idle();
  expect(await pane.getByLabel("水务局2025.xlsx是什么").inputValue()).toBe("prior");
  expect(await pane.getByLabel("监测站2026.xlsx是什么").inputValue()).toBe("unit");
  await workbench.card(/320/).waitFor();
  await workbench.card(/监测站/).waitFor();
  await workbench.picture("other-city-compared", pane);
  await done("对照上年和所属单位");

  await page.evaluate(() => (window.print = () => undefined));
  await tabTo(workbench, /^打印$/);
  await page.keyboard.press("Enter");
  const printed = page.locator(".printed-sheet");
  await printed.waitFor({ state: "attached" });
  expect(await printed.textContent()).toMatch(/澜江市水务局[^]*处理情况[^]*核对人（签字）：/);
  await done("打印核对结果");

  await goTo(workbench, "自评表", "ArrowRight");
  await workbench.button("生成 2 张").waitFor();
  await tabTo(workbench, /^生成 2 张$/);
  await page.keyboard.press("Enter");
  await workbench.button("逐处填").waitFor();
  expect(await workbench.selectedAfter("自评-水库安全巡查经费 A1")).toBe("自评-水库安全巡查经费 A1");
  await workbench.picture("other-city-form");
  await done("生成自评表");

  await pane.getByRole("tab", { selected: true }).focus();
  await tabTo(workbench, /^逐处填$/);
  await page.keyboard.press("Enter");
  const fields = await fillMissing(workbench, answers);
  await done(`逐处填 ${fields} 处`);
  await tabTo(workbench, /^填写得分/);
  await page.keyboard.press("Enter");
  // What she filled in last is still being written: the press waits for it.
  await workbench.button("确定填写").waitFor();
  expect(await focused(workbench)).toBe("确定填写");
  await page.keyboard.press("Enter");
  await pane.getByText("得分已填 12/12").waitFor({ timeout: 90_000 });
  await workbench.picture("self-evaluation");
  await done("填写得分");

  await goTo(workbench, "核对", "ArrowLeft");
  await workbench.idle();
  await tabTo(workbench, /^另存$/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  await done("另存");
  const bytes = readFileSync(await download.path());
  // A percentage stays one in the file; what she typed for money is a number with two decimals.
  const forms = Object.entries(unzipSync(bytes)).flatMap(([part, content]) => {
    const markup = new TextDecoder().decode(content);
    return /worksheets\//.test(part) && markup.includes("绩效自评表") ? [markup] : [];
  });
  expect(forms).toHaveLength(2);
  for (const markup of forms) {
    expect(textOfCell(markup, "F13")).toBe("98%");
    expect(textOfCell(markup, "F19")).toBe("95.5%");
    expect(textOfCell(markup, "F5")).toBe("2251.75");
  }

  await workbench.openFile(download.suggestedFilename(), bytes);
  await workbench.check();
  expect(await workbench.button(/^已说明 \d+ 处/).innerText()).toBe(explained);
  await goTo(workbench, "自评表", "ArrowRight");
  await pane.getByText("得分已填 12/12").waitFor({ timeout: 90_000 });
  expect(workbench.errors).toEqual([]);
  expect(workbench.foreign).toEqual([]);
  workbench.leave(browser);
}, 300_000);

/** What stands in a cell of a sheet's markup: an inline text, or a number. */
function textOfCell(markup: string, address: string): string | undefined {
  const cell = new RegExp(`<c r="${address}"[^>]*>(.*?)</c>`).exec(markup)?.[1] ?? "";
  return /<(?:t|v)[^>]*>([^<]*)</.exec(cell)?.[1];
}

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
  workbench.leave(browser);
});
