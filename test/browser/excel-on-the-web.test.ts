/**
 * The add-in as Excel on the web runs it: the client of the web in a frame of another site, out of sight first, with
 * the workbook on the other side of the messages; shown when it asks to be.
 */
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser";
import type { OnlinePage } from "./excel-online";
import { hostScript, openOnline } from "./excel-online";
import { SEED, seedBytes } from "./workbench";

const FOLDER = join(__dirname, "../../dist/site");
let browser: Browser;
let script: string;
let online: OnlinePage;

beforeAll(async () => {
  [browser, script] = await Promise.all([launchBrowser(), hostScript()]);
  online = await openOnline(browser, { script, workbook: seedBytes(SEED), folder: FOLDER });
}, 120_000);

afterAll(() => browser.close());

/** Conditional formats in the workbook, the seed's own not among them. */
const marks = ({ page }: OnlinePage): Promise<number> =>
  page.evaluate(() =>
    globalThis.online.excel.workbook.sheets.reduce(
      (sum, { conditionalFormats }) => sum + conditionalFormats.filter(({ foreign }) => !foreign).length,
      0,
    ),
  );

/** Waits until that many marks are there, or more than none. */
async function marked({ page }: OnlinePage, some: boolean): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      globalThis.online.excel.workbook.sheets.some(({ conditionalFormats }) =>
        conditionalFormats.some(({ foreign }) => !foreign),
      ) === wanted,
    some,
    { polling: 100 },
  );
}

test("一键核对 starts the add-in out of sight, is done at once for Excel, marks, and shows the pane", async () => {
  await online.page.evaluate(() => globalThis.online.excel.type("3部门支出总表", "G11", 1448));
  expect(await online.page.evaluate(() => globalThis.online.press("checkWorkbook"))).toBe(0);
  await marked(online, true);
  expect(await marks(online)).toBeGreaterThan(0);
  await online.frame().getByRole("article").first().waitFor();
  expect(await online.page.evaluate(() => globalThis.online.frame.style.display)).toBe("block");
});

test("the button is not lost where the add-in's own script comes later than Office's", async () => {
  const late = /\/(?:pane|vendors)[^/]*\.js$/;
  const other = await openOnline(browser, { script, workbook: seedBytes(SEED), folder: FOLDER, late });
  expect(await other.page.evaluate(() => globalThis.online.press("checkWorkbook"))).toBe(0);
  await other.page.close();
});

test("before, no frame was drawn out of sight, although the page did not say that it was hidden", async () => {
  const other = await openOnline(browser, { script, workbook: seedBytes(SEED), folder: FOLDER });
  await other.page.evaluate(() => globalThis.online.start());
  await other.page.waitForFunction(() => globalThis.online.frame.contentWindow !== null);
  await other.waits(() => document.getElementById("pane")?.textContent?.includes("已认出") ?? false);
  const [hidden, drawn] = await other.frame().evaluate(async () => {
    const draws = await Promise.race([
      new Promise<boolean>((resolve) => requestAnimationFrame(() => resolve(true))),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1_000)),
    ]);
    return [document.hidden, draws];
  });
  expect([hidden, drawn]).toEqual([false, false]);
  await other.page.close();
});

test("it is the client of the web, on another site than Excel, which says that it has ExcelApi 1.19", async () => {
  const [platform, newest, sameSite] = await online.frame().evaluate(() => {
    let readable = true;
    try {
      readable = window.parent.document !== null;
    } catch {
      readable = false;
    }
    const { requirements, diagnostics } = Office.context;
    return [String(diagnostics.platform), requirements.isSetSupported("ExcelApi", "1.19"), readable];
  });
  expect([platform, newest, sameSite]).toEqual(["OfficeOnline", true, false]);
});

test("a figure of a card takes the person to its cell", async () => {
  const slip = online.frame().getByRole("article").first();
  await slip.getByRole("heading").getByRole("button").dispatchEvent("click");
  const figure = slip.getByRole("button", { name: "1,448.00", exact: true });
  await figure.dispatchEvent("click");
  await online.page.waitForFunction(() => globalThis.online.excel.workbook.activeSheet?.name === "3部门支出总表");
});

test("a person's edit reaches the open pane: live checking is on in an Excel that keeps its undo steps", async () => {
  await online.page.evaluate(() => globalThis.online.excel.type("3部门支出总表", "G11", 1484));
  await online.waits(() => !/1,448/.test(document.getElementById("pane")?.textContent ?? ""));
  await online.page.evaluate(() => globalThis.online.excel.type("3部门支出总表", "G11", 1448));
  await online.waits(() => /1,448/.test(document.getElementById("pane")?.textContent ?? ""));
});

test("清除标记 takes the marks away", async () => {
  expect(await online.page.evaluate(() => globalThis.online.press("clearMarks"))).toBe(0);
  await marked(online, false);
  expect(await marks(online)).toBe(0);
});

test.each(["old", "new"] as const)(
  "functions are worked out for an Excel of a build that is %s: a blank is no zero",
  async (build) => {
    const shown = await online.page.evaluate(async (wanted) => {
      const sheet = globalThis.online.excel.workbook.sheets[0]!.name;
      const work = (actual: { cell: string } | { value: number }): Promise<unknown> =>
        globalThis.online.workOut("SCORE", {
          parameters: 6,
          given: [{ value: "完成10次及以上得满分，每少1次扣1分，扣完为止" }, { value: 10 }, actual, { value: 10 }],
          build: wanted,
        });
      return Promise.all([work({ value: 8 }), work({ value: 0 }), work({ cell: `'${sheet}'!ZZ999` })]);
    }, build);
    expect(shown).toEqual([
      { value: [[8]] },
      { value: [[0]] },
      // 1 is #N/A.
      { errorCode: 1, message: "缺实际完成值，请补充" },
    ]);
  },
);

test("Excel may read functions.json from its own site, and every function that it names is there", async () => {
  const answers = await online.page.evaluate(async () => {
    const described = (await (await fetch("https://caiwu.example.gov.cn/functions.json")).json()) as {
      functions: { id: string; parameters: unknown[] }[];
    };
    return Promise.all(
      described.functions.map(({ id, parameters }) =>
        globalThis.online.workOut(id, { parameters: parameters.length, given: [], build: "new" }),
      ),
    );
  });
  // Nothing was given: each asks for something, none is unknown to the page (10, or 1 without a message).
  expect(answers.map((answer) => "message" in answer && answer.message !== "")).toEqual(answers.map(() => true));
});

test("nothing was asked that the simulation does not have, nothing of other servers, nothing was thrown", async () => {
  const [members, others] = await online.page.evaluate(() => [
    globalThis.online.excel.unknownMembers,
    globalThis.online.unknown,
  ]);
  // office.js itself tries the storage of its page, which a frame of another site may not have.
  const errors = online.errors.filter((error) => !error.includes("/office/excel-web-16.00.js"));
  expect({ members, others, refused: online.refused, errors }).toEqual({
    members: [],
    others: [],
    refused: [],
    errors: [],
  });
  expect([...online.servers].sort()).toEqual(["caiwu.example.gov.cn", "excel.officeapps.live.com"]);
});
