/** The pages as the build writes them: where office.js comes from, and what the browser lets them ask for. */
import { createRequire } from "node:module";
import { join } from "node:path";

interface Page {
  readonly userOptions: { readonly filename: string; readonly policy: string; readonly officeScript?: string };
}

const configure = createRequire(__filename)(join(__dirname, "../../webpack.config.js")) as (
  env: object,
  argv?: { mode: string },
) => Promise<{ plugins: object[]; entry: object }>;

async function pages(office?: string): Promise<Map<string, Page["userOptions"]>> {
  const { plugins } = await configure(office === undefined ? {} : { office });
  return new Map(
    plugins
      .filter((plugin): plugin is Page => "userOptions" in plugin)
      .map(({ userOptions }) => [userOptions.filename, userOptions]),
  );
}

test.each([
  [undefined, "office/office.js", "script-src 'self';"],
  [
    "cdn",
    "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    "script-src 'self' https://appsforoffice.microsoft.com;",
  ],
  // As Microsoft documents it for Office 365 operated by 21Vianet.
  [
    "cdn-cn",
    "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
    "script-src 'self' https://appsforoffice.cdn.partner.office365.cn;",
  ],
])("office=%s: the pane takes office.js from there, and scripts from nowhere else", async (office, script, policy) => {
  const pane = (await pages(office)).get("pane.html")!;
  expect(pane.officeScript).toBe(script);
  expect(pane.policy).toContain(policy);
  expect(pane.policy).toContain("default-src 'none'");
  expect(pane.policy).toContain("connect-src 'self'");
});

test("the workbench asks nobody but its own site, wherever the pane takes office.js from", async () => {
  expect((await pages("cdn")).get("index.html")!.policy).toContain("script-src 'self';");
});

test("a source that is none is refused with those that are", async () => {
  await expect(pages("elsewhere")).rejects.toThrow("local, folder, cdn, cdn-cn");
});

const DIST = join(__dirname, "../../node_modules/@microsoft/office-js/dist");

test("a folder that was copied from Microsoft's servers is served beside the pane, whole", async () => {
  const { plugins } = await configure({ office: "folder", officeFolder: DIST });
  const copies = plugins.flatMap((plugin) => ("patterns" in plugin ? (plugin.patterns as { context?: string }[]) : []));
  expect(copies[0]).toMatchObject({ from: "**/*", context: DIST, to: "office" });
});

test("a folder that is no such copy is refused, and what is missing is named", async () => {
  await expect(configure({ office: "folder", officeFolder: __dirname })).rejects.toThrow(
    "no office.js, excel-win32-16.01.js, excel-web-16.00.js, excel-mac-16.00.js, zh-cn/office_strings.js there",
  );
});

test("the self-test is for developers: no page of it is in what is shipped", async () => {
  const shipped = await configure({}, { mode: "production" });
  const built = await configure({}, { mode: "development" });
  expect(Object.keys(shipped.entry)).not.toContain("selftest");
  expect(Object.keys(built.entry)).toContain("selftest");
});
