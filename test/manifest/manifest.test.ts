/**
 * The manifest without Microsoft's validation service, which needs a network: what Office's schema and its
 * documentation ask for.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { JSDOM } from "jsdom";

const ROOT = join(__dirname, "../..");
const text = readFileSync(join(ROOT, "manifest.xml"), "utf8");
const manifest = new JSDOM(text, { contentType: "text/xml" }).window.document;

const all = (name: string, from: Document | Element = manifest): Element[] =>
  [...from.getElementsByTagName("*")].filter(({ localName }) => localName === name);
const one = (name: string, from: Document | Element = manifest): Element => {
  const found = all(name, from);
  expect([name, found.length]).toEqual([name, 1]);
  return found[0]!;
};
const type = (element: Element): string =>
  element.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type") ?? "";

describe("structure", () => {
  // `npm run validate` asks Microsoft's service as well, where there is a network.
  test("Microsoft's own tool reads it: a task pane for workbooks, served from one origin", () => {
    const info = execFileSync(
      process.execPath,
      [join(ROOT, "node_modules/office-addin-manifest/cli.js"), "info", join(ROOT, "manifest.xml")],
      { encoding: "utf8" },
    );
    const read = (name: string): string | undefined => new RegExp(`^\\s*${name}: (.*)$`, "m").exec(info)?.[1];
    expect(["Type", "Hosts", "Permissions", "Default Locale", "Name"].map(read)).toEqual([
      "TaskPaneApp",
      "Workbook",
      "ReadWriteDocument",
      "zh-CN",
      "预算核对",
    ]);
    expect(
      new Set(
        ["Source Location", "Icon Url", "High Resolution Icon Url", "AppDomains"].map(
          (name) => new URL(read(name)!).origin,
        ),
      ).size,
    ).toBe(1);
  });

  test("it is well-formed and a task pane add-in for workbooks", () => {
    expect(all("parsererror")).toEqual([]);
    expect(type(manifest.documentElement)).toBe("TaskPaneApp");
    expect(all("Host")[0]!.getAttribute("Name")).toBe("Workbook");
  });

  test("identity and version have their forms", () => {
    expect(one("Id").textContent).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(one("Version").textContent).toMatch(/^\d{1,5}(\.\d{1,5}){1,3}$/);
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    expect(one("Version").textContent).toBe(`${version}.0`);
  });

  test("the ribbon asks for ExcelApi 1.13 and a shared runtime, and everything runs in one long-lived page", () => {
    // The pane itself asks for nothing: in an Excel that is too old it says so.
    expect(all("Requirements").map(({ parentElement }) => parentElement?.localName)).toEqual(["VersionOverrides"]);
    expect(all("Set").map((set) => [set.getAttribute("Name"), set.getAttribute("MinVersion")])).toEqual([
      ["ExcelApi", "1.13"],
      ["SharedRuntime", "1.1"],
    ]);
    expect(one("Runtime").getAttribute("lifetime")).toBe("long");
    const page = one("Runtime").getAttribute("resid");
    expect(one("FunctionFile").getAttribute("resid")).toBe(page);
    expect(one("SourceLocation", one("Page")).getAttribute("resid")).toBe(page);
    const pane = all("Action").find((action) => type(action) === "ShowTaskpane")!;
    expect(one("SourceLocation", pane).getAttribute("resid")).toBe(page);
  });
});

/** Resources by id: kind and values by locale. */
const resources = new Map(
  [...one("Resources").children].flatMap((group) =>
    [...group.children].map(
      (resource) =>
        [
          resource.getAttribute("id")!,
          {
            kind: group.localName,
            value: resource.getAttribute("DefaultValue")!,
            overrides: new Map(
              [...resource.children].map((override) => [
                override.getAttribute("Locale"),
                override.getAttribute("Value")!,
              ]),
            ),
          },
        ] as const,
    ),
  ),
);

describe("resources", () => {
  const references = [...manifest.getElementsByTagName("*")].filter((element) => element.hasAttribute("resid"));

  test("every reference resolves, and every resource is used", () => {
    expect(references.length).toBeGreaterThan(20);
    expect(new Set(references.map((element) => element.getAttribute("resid")))).toEqual(new Set(resources.keys()));
  });

  test("ids are unique and no longer than 32 characters", () => {
    const ids = [...manifest.getElementsByTagName("*")]
      .map((element) => element.getAttribute("id"))
      .filter((id) => id !== null);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.length > 32)).toEqual([]);
  });

  test("each kind of reference points to its kind of resource", () => {
    const kinds: Readonly<Record<string, string>> = {
      Image: "Images",
      SourceLocation: "Urls",
      FunctionFile: "Urls",
      Runtime: "Urls",
      LearnMoreUrl: "Urls",
      Label: "ShortStrings",
      Title: "ShortStrings",
      Namespace: "ShortStrings",
      Description: "LongStrings",
    };
    for (const element of references)
      expect([element.localName, resources.get(element.getAttribute("resid")!)?.kind]).toEqual([
        element.localName,
        kinds[element.localName],
      ]);
  });

  test.each([
    ["ShortStrings", 125],
    ["LongStrings", 250],
  ] as const)("%s are at most %d characters, in Chinese first and in English too", (kind, most) => {
    for (const [id, { value, overrides }] of [...resources].filter(([, resource]) => resource.kind === kind)) {
      const values = [value, ...overrides.values()];
      expect([id, ...overrides.keys()]).toEqual([id, "en-US"]);
      expect(values.filter((each) => each === "" || each.length > most)).toEqual([]);
      if (id !== "Functions.Namespace") expect(value).toMatch(/\p{sc=Han}/u);
      expect(overrides.get("en-US")).not.toMatch(/\p{sc=Han}/u);
    }
  });

  test("name and description are within their limits and in both languages", () => {
    expect(one("DefaultLocale").textContent).toBe("zh-CN");
    for (const [name, most] of [
      ["DisplayName", 125],
      ["Description", 250],
    ] as const) {
      const element = [...manifest.documentElement.children].find(({ localName }) => localName === name)!;
      const override = one("Override", element);
      expect(override.getAttribute("Locale")).toBe("en-US");
      for (const value of [element.getAttribute("DefaultValue")!, override.getAttribute("Value")!])
        expect(value.length).toBeLessThanOrEqual(most);
    }
  });

  test("every address is https and of one origin", () => {
    const addresses = [...text.matchAll(/"(https?:\/\/localhost[^"]*)"|>(https?:\/\/localhost[^<]*)</g)].map(
      (match) => new URL(match[1] ?? match[2]!),
    );
    expect(addresses.length).toBeGreaterThan(10);
    expect(new Set(addresses.map(({ origin }) => origin))).toEqual(new Set(["https://localhost:3000"]));
  });
});

describe("ribbon", () => {
  const buttons = all("Control").map((control) => ({
    label: resources.get(one("Label", control).getAttribute("resid")!)!.value,
    action: type(one("Action", control)),
    calls: all("FunctionName", control)[0]?.textContent,
  }));

  test("the tab has 一键核对, 面板 and 清除标记", () => {
    const label = [...one("CustomTab").children].at(-1)!;
    expect(resources.get(label.getAttribute("resid")!)?.value).toBe("预算核对");
    expect(buttons).toEqual([
      { label: "一键核对", action: "ExecuteFunction", calls: "checkWorkbook" },
      { label: "面板", action: "ShowTaskpane", calls: undefined },
      { label: "清除标记", action: "ExecuteFunction", calls: "clearMarks" },
    ]);
  });

  test("every icon comes at 16, 32 and 80 pixels", () => {
    for (const icon of all("Icon"))
      expect([...icon.children].map((image) => image.getAttribute("size"))).toEqual(["16", "32", "80"]);
  });
});

describe("icons", () => {
  const wanted = [
    ...all("Image")
      .filter((image) => image.hasAttribute("size"))
      .map(
        (image) => [resources.get(image.getAttribute("resid")!)!.value, Number(image.getAttribute("size"))] as const,
      ),
    [one("IconUrl").getAttribute("DefaultValue")!, 32] as const,
    [one("HighResolutionIconUrl").getAttribute("DefaultValue")!, 64] as const,
  ].map(([url, size]) => [new URL(url).pathname.slice(1), size] as const);

  test.each([...new Map(wanted)])("%s is there, %d pixels square", (path, size) => {
    expect(existsSync(join(ROOT, path))).toBe(true);
    const { width, height } = decode(path);
    expect([width, height]).toEqual([size, size]);
  });

  test.each(["icon", "pane", "clear"])(
    "%s is legible at 16 pixels: most of it is painted, and light and dark stand against each other",
    (name) => {
      const { pixels } = decode(`assets/${name}-16.png`);
      const painted = pixels.filter(({ alpha }) => alpha > 200);
      expect(painted.length).toBeGreaterThan(16 * 16 * 0.5);
      const luminances = painted.map(({ luminance }) => luminance).sort((a, b) => a - b);
      const [dark, light] = [
        luminances[Math.floor(luminances.length * 0.05)]!,
        luminances[Math.floor(luminances.length * 0.95)]!,
      ];
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThan(4.5);
    },
  );

  test("what is drawn is what the script draws: three pictures that differ", () => {
    const pictures = ["icon", "pane", "clear"].map((name) =>
      readFileSync(join(ROOT, `assets/${name}-32.png`)).toString("base64"),
    );
    expect(new Set(pictures).size).toBe(3);
  });
});

interface Pixel {
  readonly alpha: number;
  /** Relative luminance (WCAG 2). */
  readonly luminance: number;
}

/** Reads a PNG of ours: eight bits a channel with transparency, rows unfiltered, one chunk of data. */
function decode(path: string): { width: number; height: number; pixels: Pixel[] } {
  const bytes = readFileSync(join(ROOT, path));
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const data = bytes.subarray(41, 41 + bytes.readUInt32BE(33));
  const rows = inflateSync(data);
  const linear = (channel: number): number =>
    channel <= 10 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4;
  const pixels = Array.from({ length: width * height }, (_, index): Pixel => {
    const at = Math.floor(index / width) * (width * 4 + 1) + 1 + (index % width) * 4;
    const [red, green, blue, alpha] = [rows[at]!, rows[at + 1]!, rows[at + 2]!, rows[at + 3]!];
    return { alpha, luminance: 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) };
  });
  return { width, height, pixels };
}
