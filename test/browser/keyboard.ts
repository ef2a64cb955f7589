/** The pane by keyboard alone, as somebody uses it who has no hand free for a mouse. */
import type { WorkbenchPage } from "./workbench";

/** Clicks and keys of one job after the other. */
export class Effort {
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
export const focused = ({ page }: WorkbenchPage): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");

/** Whether it is in the toolbar of what has the focus. */
const besideFocus = ({ page }: WorkbenchPage, words: RegExp): Promise<boolean> =>
  page.evaluate((pattern) => {
    const buttons = document.activeElement?.closest("[role=toolbar]")?.querySelectorAll("button:enabled") ?? [];
    return [...buttons].some((one) =>
      new RegExp(pattern).test(one.getAttribute("aria-label") ?? one.textContent ?? ""),
    );
  }, words.source);

/**
 * Presses Tab until something of these words has the focus, and → along a row of buttons: how many keys that takes.
 * Where nothing ever has, what had it is told.
 */
export async function tabTo(
  workbench: WorkbenchPage,
  words: RegExp,
  key: "Tab" | "Shift+Tab" = "Tab",
): Promise<number> {
  const passed = [await focused(workbench)];
  for (; passed.length <= 30 && !words.test(passed.at(-1)!); passed.push(await focused(workbench)))
    await workbench.page.keyboard.press((await besideFocus(workbench, words)) ? "ArrowRight" : key);
  expect(passed.map((one) => one.slice(0, 40)).join("\n")).toMatch(new RegExp(words.source, "m"));
  return passed.length - 1;
}

/** Goes along the tabs of the pane to a view. */
export async function goTo(workbench: WorkbenchPage, view: string, key: "ArrowRight" | "ArrowLeft"): Promise<void> {
  await workbench.pane.getByRole("tab", { selected: true }).focus();
  for (let presses = 0; presses < 9 && (await focused(workbench)) !== view; presses++)
    await workbench.page.keyboard.press(key);
  expect(await focused(workbench)).toBe(view);
}

/** Presses F8 until it leads no further; the findings that it has led to. */
export async function walkThrough({ page, pane }: WorkbenchPage): Promise<string[]> {
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

/**
 * Types what the list of 逐处填 asks for, one field after the other, until nothing is missing; how many that were.
 * @param answers what is typed, by the field's name
 */
export async function fillMissing(
  workbench: WorkbenchPage,
  answers: readonly (readonly [RegExp, string])[],
): Promise<number> {
  const { page, pane } = workbench;
  await pane.locator("input:focus, textarea:focus").waitFor();
  let fields = 0;
  for (; fields < 90 && (await pane.getByText("没有缺的：").count()) === 0; fields++) {
    const name = await focused(workbench);
    const answer = answers.find(([words]) => words.test(name));
    expect([name, answer !== undefined]).toEqual([name, true]);
    await page.keyboard.type(answer![1]);
    await page.keyboard.press("Enter");
    for (let waits = 0; waits < 100 && (await focused(workbench)) === name; waits++) await page.waitForTimeout(50);
  }
  await pane.getByText("没有缺的：").waitFor();
  return fields;
}
