/**
 * The pane as Excel on the web opens it: in a frame of another origin, out of sight first, shown when it is asked for.
 */
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import webpack from "webpack";
import { launchBrowser } from "./browser";
import { serveSite } from "./site";
import { SEED, seedBytes } from "./workbench";

const ROOT = join(__dirname, "../..");
let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;
let host: Server;
let page: Page;
let frame: Frame;

/** The simulated Excel as one script, for the frame. */
function frameScript(): Promise<string> {
  const path = join(tmpdir(), `frame-excel-${process.pid}`);
  const compiler = webpack({
    mode: "development",
    devtool: false,
    context: ROOT,
    entry: "./test/browser/frame-excel.ts",
    output: { path, filename: "frame-excel.js" },
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [
        { test: /\.ts$/, loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
      ],
    },
  });
  return new Promise((resolve, reject) =>
    compiler!.run((error, stats) =>
      error || stats?.hasErrors()
        ? reject(error ?? new Error(stats!.toString("errors-only")))
        : resolve(readFileSync(join(path, "frame-excel.js"), "utf8")),
    ),
  );
}

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
  const script = await frameScript();
  host = createServer((_, response) =>
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8" })
      .end(`<title>host</title><iframe id="pane" src="${site.origin}/pane.html" style="display:none"></iframe>`),
  );
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  page = await browser.newPage({ viewport: { width: 400, height: 800 }, locale: "zh-CN" });
  await page.addInitScript(`globalThis.workbookToOpen = ${JSON.stringify(seedBytes(SEED).toString("base64"))};`);
  await page.addInitScript(script);
  // Another site than "localhost": Chromium puts the frame into a process of its own, as it does Excel's.
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
  frame = page.frames().find((candidate) => candidate.url().startsWith(site.origin))!;
  await waits(() => document.getElementById("pane")?.textContent?.includes("已认出") ?? false);
}, 120_000);

afterAll(async () => {
  await browser.close();
  host.close();
  site.close();
});

/** Waits until something holds in the frame. By the clock: it draws no frames. */
async function waits(holds: () => boolean): Promise<void> {
  await frame.waitForFunction(holds, undefined, { polling: 100 });
}

/** Calls a command of the ribbon as Excel does, by the name under which it is associated; done when Excel hears so. */
function command(name: string): Promise<void> {
  return frame.evaluate(
    (id) =>
      new Promise<void>((resolve) => {
        const { mappings } = (
          Office.actions as unknown as {
            _association: { mappings: Record<string, (event: { completed(): void }) => void> };
          }
        )._association;
        const run = Object.entries(mappings).find(([known]) => known.toLowerCase() === id.toLowerCase())![1];
        run({ completed: resolve });
      }),
    name,
  );
}

/** Conditional formats in the workbook, the seed's own not among them. */
const marks = (): Promise<number> =>
  frame.evaluate(() =>
    globalThis.excel.workbook.sheets.reduce(
      (sum, { conditionalFormats }) => sum + conditionalFormats.filter(({ foreign }) => !foreign).length,
      0,
    ),
  );

test("no frame is drawn out of sight, although the page does not say that it is hidden", async () => {
  const [hidden, drawn] = await frame.evaluate(async () => {
    const draws = await Promise.race([
      new Promise<boolean>((resolve) => requestAnimationFrame(() => resolve(true))),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1_000)),
    ]);
    return [document.hidden, draws];
  });
  expect([hidden, drawn]).toEqual([false, false]);
});

test("一键核对 out of sight comes to its end and marks", async () => {
  await frame.evaluate(() => globalThis.excel.type("3部门支出总表", "G11", 1448));
  await command("checkWorkbook");
  await waits(() =>
    globalThis.excel.workbook.sheets.some(({ conditionalFormats }) =>
      conditionalFormats.some(({ foreign }) => !foreign),
    ),
  );
  expect(await marks()).toBeGreaterThan(0);
});

test("shown, the pane has the list; 清除标记 takes the marks away", async () => {
  await page.evaluate(() => {
    const pane = document.getElementById("pane")!;
    pane.style.display = "block";
    pane.style.width = "380px";
    pane.style.height = "760px";
  });
  await frame.getByRole("article").first().waitFor();
  await command("clearMarks");
  await waits(() =>
    globalThis.excel.workbook.sheets.every(({ conditionalFormats }) =>
      conditionalFormats.every(({ foreign }) => foreign),
    ),
  );
  expect(await marks()).toBe(0);
});

test("Excel may read functions.json from its own origin, and the functions that it names are there", async () => {
  const described = await page.evaluate(
    async (origin) => (await (await fetch(`${origin}/functions.json`)).json()) as { functions: { id: string }[] },
    site.origin,
  );
  const associated = await frame.evaluate(() =>
    Object.keys((CustomFunctions as unknown as { _association: { mappings: object } })._association.mappings),
  );
  expect(associated.sort()).toEqual(described.functions.map(({ id }) => id).sort());
});

test("nothing was asked of Excel that the simulation does not have, nor anything thrown", async () => {
  expect(await frame.evaluate(() => globalThis.excel.unknownMembers)).toEqual([]);
});
