/**
 * The site built with each source of office.js, opened as Excel on the web opens it: check, mark, clear, functions.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import webpack from "webpack";
import type { Configuration } from "webpack";
import { launchBrowser } from "./browser";
import { hostScript, openOnline } from "./excel-online";
import { SEED, seedBytes } from "./workbench";

const ROOT = join(__dirname, "../..");
const OFFICE = join(ROOT, "node_modules/@microsoft/office-js/dist");
const configure = createRequire(__filename)(join(ROOT, "webpack.config.js")) as (
  env: object,
  argv: { mode: string },
) => Promise<Configuration>;

const folders: string[] = [];
const made = (): string => {
  folders.push(mkdtempSync(join(tmpdir(), "office-source-")));
  return folders.at(-1)!;
};
const cache = made();
let browser: Browser;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([launchBrowser(), hostScript()]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The files that docs/deployment.md says to copy from Microsoft's servers, in a folder of their own. */
function copiedFolder(): string {
  const guide = readFileSync(join(ROOT, "docs/deployment.md"), "utf8");
  const [, list] = /复制目录：([^]*?)目录结构照原样/.exec(guide)!;
  const files = [...list!.matchAll(/`([^`:]+\.js)`/g)].map(([, name]) => name!);
  const folder = made();
  for (const name of files) cpSync(join(OFFICE, name), join(folder, name), { recursive: true });
  expect(files.map((name) => dirname(name))).toContain("zh-cn");
  return folder;
}

/** Builds the site and says where it is. Not minified: that is the same whatever the source. */
async function build(env: object): Promise<string> {
  const path = made();
  const config = await configure(env, { mode: "development" });
  const { pane, functions } = config.entry as Record<string, string>;
  const site: Configuration = {
    ...config,
    devtool: false,
    // Nothing but the page and the folder beside it differs: what has been compiled once is.
    cache: { type: "filesystem", cacheDirectory: cache },
    entry: { pane: pane!, functions: functions! },
    output: { ...config.output, path },
    plugins: config.plugins!.filter((plugin) => !/index\.html|selftest\.html/.test(filenameOf(plugin))),
  };
  await new Promise<void>((resolve, reject) =>
    webpack(site)!.run((error, stats) =>
      error || stats?.hasErrors() ? reject(error ?? new Error(stats!.toString("errors-only"))) : resolve(),
    ),
  );
  return path;
}

function filenameOf(plugin: unknown): string {
  return (plugin as { userOptions?: { filename?: string } }).userOptions?.filename ?? "";
}

test.each([
  ["folder", () => ({ office: "folder", officeFolder: copiedFolder() }), null],
  ["cdn", () => ({ office: "cdn" }), "appsforoffice.microsoft.com"],
  ["cdn-cn", () => ({ office: "cdn-cn" }), "appsforoffice.cdn.partner.office365.cn"],
] as const)(
  "office=%s: the add-in checks, marks, clears and works out functions, and asks no other server",
  async (_, env, server) => {
    const online = await openOnline(browser, { script, workbook: seedBytes(SEED), folder: await build(env()) });
    const marked = (wanted: boolean): Promise<unknown> =>
      online.page.waitForFunction(
        (some) =>
          globalThis.online.excel.workbook.sheets.some(({ conditionalFormats }) =>
            conditionalFormats.some(({ foreign }) => !foreign),
          ) === some,
        wanted,
        { polling: 100 },
      );
    await online.page.evaluate(() => globalThis.online.excel.type("3部门支出总表", "G11", 1448));
    expect(await online.page.evaluate(() => globalThis.online.press("checkWorkbook"))).toBe(0);
    await marked(true);
    await online.frame().getByRole("article").first().waitFor();
    expect(await online.page.evaluate(() => globalThis.online.press("clearMarks"))).toBe(0);
    await marked(false);
    const score = await online.page.evaluate(() =>
      globalThis.online.workOut("SCORE", {
        parameters: 6,
        given: [{ value: "" }, { value: 10 }, { value: 5 }, { value: 10 }, { value: "≥" }, { value: "次" }],
        build: "new",
      }),
    );
    expect(score).toEqual({ value: [[5]] });
    const own = ["caiwu.example.gov.cn", "excel.officeapps.live.com"];
    expect([...online.servers].sort()).toEqual([...own, ...(server === null ? [] : [server])].sort());
    expect(online.refused).toEqual([]);
    expect(await online.page.evaluate(() => globalThis.online.excel.unknownMembers)).toEqual([]);
    await online.page.close();
  },
  180_000,
);
