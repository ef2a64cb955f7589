import { readFileSync } from "node:fs";
import { join } from "node:path";
import { source as axeSource } from "axe-core";
import type { AxeResults } from "axe-core";
import type { Browser, ElementHandle, Locator, Page } from "playwright-core";
import { makeWorkbook } from "../hosts/simulated/simulated-workbook";

export const SEED = "changsha-industry-budget-2025.xlsx";
const BLANK = Buffer.from(makeWorkbook([{ name: "空", cells: { A1: 1 } }]));
const PICTURES = join(__dirname, "../..", process.env.PICTURES ?? "dist/pictures");

export function seedBytes(name: string): Buffer {
  return readFileSync(join(__dirname, "../../seeds", name));
}

/** Pages that tests have left to those behind them: a page takes longer to begin than a workbook to be opened in it. */
const left = new WeakMap<Browser, WorkbenchPage[]>();

/** The workbench in a browser, as a person uses it. */
export class WorkbenchPage {
  /** What the page asked of other servers, and what went wrong in it. */
  readonly foreign: string[] = [];
  readonly errors: string[] = [];
  private narrowed: ElementHandle | null = null;
  /** The Excel behind it is not the usual one. */
  private pretends = false;

  private constructor(
    readonly page: Page,
    origin: string,
  ) {
    page.on("request", (request) => {
      if (!new RegExp(`^(?:${origin}/|data:|blob:)`).test(request.url())) this.foreign.push(request.url());
    });
    page.on("response", (response) => {
      if (response.status() >= 400) this.errors.push(`${response.status()} ${response.url()}`);
    });
    page.on("pageerror", (error) => this.errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
  }

  /** Opens the page, or one that another test has left, and one of the workbooks that come with it. */
  static async open(
    browser: Browser,
    origin: string,
    seed: string | null = SEED,
    viewport = { width: 1400, height: 860 },
    { apiSet }: { apiSet?: string } = {},
  ): Promise<WorkbenchPage> {
    const earlier = apiSet === undefined ? left.get(browser)?.pop() : undefined;
    if (earlier) {
      await earlier.beginAnew(seed, viewport);
      return earlier;
    }
    const page = await browser.newPage({ viewport, acceptDownloads: true, locale: "zh-CN" });
    const workbench = new WorkbenchPage(page, origin);
    workbench.pretends = apiSet !== undefined;
    if (apiSet !== undefined) await page.addInitScript(pretendApiSet, apiSet);
    await page.goto(origin);
    if (apiSet !== undefined) return workbench;
    await workbench.ready();
    if (seed !== null) await workbench.openFile(seed, seedBytes(seed));
    return workbench;
  }

  /** Leaves the page to the next test; only where nothing but its workbook, its theme and its width was changed. */
  leave(browser: Browser): void {
    if (this.pretends) void this.page.close();
    else left.set(browser, [...(left.get(browser) ?? []), this]);
  }

  /** As a page is that has just been opened: with every workbook the pane begins anew. */
  private async beginAnew(seed: string | null, viewport: { width: number; height: number }): Promise<void> {
    await this.narrowed?.evaluate((style) => (style as Element).remove());
    this.narrowed = null;
    await this.page.emulateMedia({ media: null, forcedColors: null });
    await this.page.setViewportSize(viewport);
    await this.choose("浅色");
    await this.page.getByLabel("缩放").selectOption("100%");
    await this.openFile(seed ?? "空.xlsx", seed === null ? BLANK : seedBytes(seed));
    this.errors.length = 0;
    this.foreign.length = 0;
  }

  /** The pane as narrow as Excel shows it at first. */
  async narrow(): Promise<void> {
    this.narrowed = await this.page.addStyleTag({ content: ".pane-frame { width: 320px !important; }" });
  }

  get pane(): Locator {
    return this.page.getByRole("main");
  }

  button(name: string | RegExp): Locator {
    return this.pane.getByRole("button", { name, exact: typeof name === "string" });
  }

  /** The card of a finding by words of its title. */
  card(words: string | RegExp): Locator {
    return this.pane.getByRole("article", { name: words }).first();
  }

  /** The row of a finding by the cell where one looks first: "收入总表 C12". */
  cardAt(place: string): Locator {
    return this.pane
      .getByRole("article")
      .filter({ hasText: new RegExp(`${place}(?!\\d)`) })
      .first();
  }

  /** Opens a row of the list that is folded. A list that is drawn anew at that moment is tried again. */
  async unfold(card: Locator): Promise<void> {
    await card.waitFor();
    const head = card.getByRole("heading").getByRole("button");
    const open = card.getByRole("heading").getByRole("button", { expanded: true });
    for (let tries = 0; tries < 3 && (await head.getAttribute("aria-expanded")) === "false"; tries++) {
      await head.click();
      await open.waitFor({ timeout: 5_000 }).catch(() => undefined);
    }
  }

  /** Waits for a workbook to be open in the pane. */
  async ready(): Promise<void> {
    await this.pane.getByText(/已认出|没有认出/).waitFor();
  }

  async openFile(name: string, bytes: Buffer): Promise<void> {
    const before = await this.page.locator(".sheet-area").elementHandle();
    await this.page.getByLabel("选择工作簿").setInputFiles({
      name,
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: bytes,
    });
    // A workbook is opened in steps: until its sheets stand there, the page still shows those of the one before. What
    // was changed in that one is not wanted.
    const goOn = `不要改动，打开${name}`;
    const happened = await this.page.waitForFunction(
      ([sheets, words]) => {
        if (!(sheets as Element | null)?.isConnected) return "opened";
        return [...document.querySelectorAll("button")].some(({ textContent }) => textContent === words) && "asked";
      },
      [before, goOn] as const,
    );
    if ((await happened.jsonValue()) === "asked") {
      await this.page.getByRole("button", { name: goOn, exact: true }).click();
      await this.page.waitForFunction((sheets) => !sheets?.isConnected, before);
    }
    await this.pane.getByRole("tab").first().waitFor();
    await this.ready();
  }

  async check(): Promise<void> {
    await this.button("一键核对").click();
    await this.pane.getByRole("group", { name: "按轻重筛选" }).waitFor();
    await this.idle();
  }

  /** Waits until nothing is being checked or marked. */
  async idle(): Promise<void> {
    await this.button("一键核对").and(this.page.locator(":not([aria-disabled=true])")).waitFor();
  }

  /** The tab of a sheet, with or without a count of its findings behind the name. */
  sheetTab(name: string): Locator {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return this.page
      .getByRole("tablist", { name: "工作表" })
      .getByRole("tab", { name: new RegExp(`^${escaped}(?: ?，|$)`) });
  }

  async showSheet(name: string): Promise<void> {
    await this.sheetTab(name).click();
  }

  /** Types into a cell of a sheet, as a person does. */
  async type(sheet: string, address: string, text: string): Promise<void> {
    await this.showSheet(sheet);
    const cell = this.page.locator(`#cell-${address}`);
    await cell.scrollIntoViewIfNeeded();
    await cell.dblclick();
    await this.page.getByLabel(`编辑 ${address}`).fill(text);
    await this.page.keyboard.press("Enter");
  }

  cellText(address: string): Promise<string> {
    return this.page.locator(`#cell-${address}`).innerText();
  }

  /** Sheet and address of the selected cell. */
  async selected(): Promise<string> {
    const sheet = await this.page
      .getByRole("tablist", { name: "工作表" })
      .getByRole("tab", { selected: true })
      .evaluate((tab) => tab.firstChild?.textContent ?? "");
    return `${sheet} ${await this.page.locator(".formula-place").innerText()}`;
  }

  /**
   * Sheet and address of the selected cell, as soon as they are those; what is selected after a while where they never
   * are.
   */
  async selectedAfter(place: string): Promise<string> {
    for (let waits = 0; waits < 100 && (await this.selected()) !== place; waits++) await this.page.waitForTimeout(50);
    return this.selected();
  }

  /** 另存一份: the file as the person gets it. */
  async save(): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.getByRole("button", { name: "另存一份" }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }

  /** From now on Excel refuses every request with that error of Office; null: it answers again. */
  async refuseAll(office: number | null): Promise<void> {
    await this.page.evaluate((number) => {
      const external = window.external as unknown as { Execute: Execute; answering?: Execute };
      const answering = (external.answering ??= external.Execute);
      external.Execute = number === null ? answering : (_id, _message, callback) => callback(number);
    }, office);
  }

  /** The number on a counter. */
  async count(word: string): Promise<number> {
    return Number(
      (
        await this.pane.getByRole("group", { name: "按轻重筛选" }).getByRole("button", { name: word }).innerText()
      ).match(/\d+/)![0],
    );
  }

  async choose(theme: "浅色" | "深色" | "高对比"): Promise<void> {
    await this.page.getByLabel("外观").selectOption(theme);
  }

  /** What axe finds wrong, with its places: in the page, or in an element of it; by some of its rules, or by all. */
  async axe(place = "html", rules: readonly string[] = []): Promise<string[]> {
    await this.page.evaluate(axeSource);
    const options = {
      resultTypes: ["violations"],
      ...(rules.length > 0 ? { runOnly: { type: "rule", values: rules } } : {}),
    };
    const results = await this.page.evaluate<AxeResults>(`axe.run("${place}", ${JSON.stringify(options)})`);
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`),
    );
  }

  /** A picture for the README: PICTURES=docs/pictures puts it there. */
  async picture(name: string, place: Page | Locator = this.page): Promise<void> {
    await place.screenshot({ path: join(PICTURES, `${name}.png`) });
  }
}

/** How office.js reaches the simulated Excel in the page. */
type Execute = (id: number, message: unknown, callback: (answer: unknown) => void) => void;

/** Runs in the page before anything else: the Excel behind it says that it knows no more than that set of the API. */
function pretendApiSet(highest: string): void {
  const define = Object.defineProperty;
  Object.defineProperty = function <T>(
    target: T,
    name: PropertyKey,
    descriptor: PropertyDescriptor & ThisType<unknown>,
  ): T {
    if (name === "external") {
      const external = descriptor.value as { GetContext: () => Record<string, () => unknown> };
      const { GetContext } = external;
      external.GetContext = () => ({
        ...GetContext(),
        GetSupportedMatrix: () => JSON.stringify({ ExcelApi: highest }),
      });
    }
    return define(target, name, descriptor) as T;
  };
}
