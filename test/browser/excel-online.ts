import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import type { Browser, Frame, Page, Route } from "playwright-core";
import webpack from "webpack";
import { contentTypes } from "./site";

const ROOT = join(__dirname, "../..");
const OFFICE = join(ROOT, "node_modules/@microsoft/office-js/dist");

/** Where Excel on the web is; office.js answers no page that is not there. */
const EXCEL = "https://excel.officeapps.live.com/host.html";
/** Where the add-in is. */
const SITE = "https://caiwu.example.gov.cn";

/** Where office.js is on Microsoft's servers and on those of 21Vianet. */
const CDN =
  /^https:\/\/appsforoffice\.(?:microsoft\.com|cdn\.partner\.office365\.cn\/appsforoffice)\/lib\/1\/hosted\/([^?]+)/;

/** A page of Excel on the web with the add-in in a frame of another site. */
export interface OnlinePage {
  readonly page: Page;
  /** The frame of the add-in, once it has been started. */
  frame(): Frame;
  /** Waits until something holds in the frame. By the clock: out of sight it draws no frames. */
  waits(holds: () => boolean): Promise<void>;
  /** Addresses that nobody answers. */
  readonly refused: readonly string[];
  /** Hosts from which something came. */
  readonly servers: ReadonlySet<string>;
  /** What was thrown or logged as an error. */
  readonly errors: readonly string[];
}

/** The simulated Excel on the web as one script, for the page around the frame. */
export function hostScript(): Promise<string> {
  const path = join(tmpdir(), `online-host-${process.pid}`);
  const compiler = webpack({
    mode: "development",
    devtool: false,
    context: ROOT,
    entry: "./test/browser/online-host.ts",
    output: { path, filename: "online-host.js" },
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
        : resolve(readFileSync(join(path, "online-host.js"), "utf8")),
    ),
  );
}

/**
 * Opens a workbook in Excel on the web. Nothing is started yet. No network is needed: both sites and the servers of
 * office.js are answered here.
 * @param given the host's script, the built site as a folder, and what of it comes seconds late
 */
export async function openOnline(
  browser: Browser,
  { script, workbook, folder, late }: { script: string; workbook: Uint8Array; folder: string; late?: RegExp },
): Promise<OnlinePage> {
  const page = await browser.newPage({ viewport: { width: 400, height: 800 }, locale: "zh-CN" });
  const [refused, errors, servers] = [[] as string[], [] as string[], new Set<string>()];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.route("**/*", async (route) => {
    const url = route.request().url();
    if (late?.test(url)) await new Promise((resolve) => setTimeout(resolve, 4_000));
    const file = fileOf(url, folder);
    servers.add(new URL(url).host);
    if (url === EXCEL) return route.fulfill({ contentType: contentTypes[".html"]!, body: "<title>Excel</title>" });
    if (file !== null) return answer(route, file);
    refused.push(url);
    return route.abort();
  });
  await page.goto(EXCEL);
  const given = { workbook: Buffer.from(workbook).toString("base64"), pane: `${SITE}/pane.html` };
  await page.evaluate(`globalThis.given = ${JSON.stringify(given)};`);
  await page.evaluate(script);
  const isPane = (candidate: Frame): boolean => candidate.url().startsWith(SITE);
  const frame = (): Frame => page.frames().find(isPane)!;
  // The frame has a window of its own before it has the pane's address.
  const arrived = async (): Promise<Frame> =>
    page.frames().find(isPane) ?? (await page.waitForEvent("framenavigated", isPane));
  return {
    page,
    frame,
    waits: async (holds) => void (await (await arrived()).waitForFunction(holds, undefined, { polling: 100 })),
    refused,
    servers,
    errors,
  };
}

function fileOf(url: string, folder: string): string | null {
  const { origin, pathname } = new URL(url);
  if (origin === SITE) return join(folder, normalize(decodeURIComponent(pathname)));
  const onServer = CDN.exec(url)?.[1];
  return onServer === undefined ? null : join(OFFICE, normalize(onServer));
}

async function answer(route: Route, path: string): Promise<void> {
  try {
    await route.fulfill({
      headers: {
        "content-type": contentTypes[extname(path)] ?? "application/octet-stream",
        "access-control-allow-origin": "*",
      },
      body: readFileSync(path),
    });
  } catch {
    await route.fulfill({ status: 404 });
  }
}
