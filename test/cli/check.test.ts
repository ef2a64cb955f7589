import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { unzipSync } from "fflate";
import { catalogue } from "../../src/catalogue";
import { runCheck } from "../../src/cli/check";
import { allChecks } from "../../src/engine/all-checks";
import { checkWorkbook } from "../../src/engine/check-workbook";
import { acceptFinding, DEFAULT_SETTINGS, settingsToXml } from "../../src/engine/settings";
import { openPackage, patchPackage, readWorkbook } from "../../src/hosts/file";
import { ran } from "./run-command";

const seeds = join(__dirname, "../../seeds");
const agreeing = join(seeds, "changsha-industry-budget-2025.xlsx");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hedui-"));
  copyFileSync(agreeing, join(folder, "好.xlsx"));
  writeFileSync(
    join(folder, "错.xlsx"),
    patchPackage(openPackage(readFileSync(agreeing)), [
      { type: "set-value", sheet: "3部门支出总表", address: "F12", value: 4464.58 },
    ]),
  );
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const check = (...args: string[]) => ran(runCheck, args, { cwd: folder });

interface Json {
  schema: number;
  workbook: string;
  error?: string;
  tables: {
    sheet: string;
    range: string;
    kind: string;
    title: string | null;
    year: number | null;
    unit: string | null;
    body: string | null;
    code: string | null;
  }[];
  unrecognised: unknown[];
  findings: {
    code: string;
    outcome: string;
    severity: string;
    title: string;
    message: string;
    cells: { sheet: string; address: string; role: string; value: number | string | null }[];
    reported: number;
    computed: number;
    difference: number;
    suspects: { sheet: string; address: string; kind: string; proposed: number | null }[];
    witnesses: { code: string }[];
    accepted: null;
  }[];
  summary: { checks: number; pass: number; rounding: number; fail: number; cannotTell: number; notApplicable: number };
}

describe("hedui check", () => {
  test("tells in JSON which tables there are and that nothing but hints is left to do, with exit code 0", async () => {
    const { code, stdout } = await check("好.xlsx", "--json");
    const result = JSON.parse(stdout) as Json;
    expect(Object.keys(result)).toEqual(["schema", "workbook", "tables", "unrecognised", "findings", "summary"]);
    expect(result.workbook).toBe("好.xlsx");
    expect(result.tables.slice(0, 4).map(({ sheet, kind, year, unit }) => [sheet, kind, year, unit])).toEqual([
      ["部门预算说明", "narrative", 2025, null],
      ["1部门收支总表", "budget-summary", 2025, "万元"],
      ["2部门收入总表", "income-summary", 2025, "万元"],
      ["3部门支出总表", "expenditure-summary", 2025, "万元"],
    ]);
    const { checks, pass, rounding, fail, cannotTell } = result.summary;
    expect(checks).toBe(pass + rounding + fail + cannotTell);
    expect(checks).toBeGreaterThan(200);
    const budget = result.findings.filter(({ cells }) => cells.some(({ sheet }) => /^[1-8]部/.test(sheet)));
    expect(budget).toEqual([]);
    expect(code).toBe(
      result.findings.some(({ severity, outcome }) => severity === "error" && outcome === "fail") ? 1 : 0,
    );
  });

  test("one wrong cell is one finding; the cell is the first suspect, with the value that repairs it", async () => {
    const { code, stdout } = await check("错.xlsx", "--json");
    const { findings } = JSON.parse(stdout) as Json;
    const found = findings.filter(({ cells, suspects }) =>
      [...cells, ...suspects].some(({ sheet }) => sheet === "3部门支出总表"),
    );
    expect(found).toHaveLength(1);
    expect(found[0]!.suspects[0]).toMatchObject({
      sheet: "3部门支出总表",
      address: "F12",
      kind: "digits-swapped",
      proposed: 4464.85,
    });
    expect(found[0]!.witnesses.length).toBeGreaterThan(0);
    expect(found[0]!.reported - found[0]!.computed).toBeCloseTo(found[0]!.difference, 9);
    expect(code).toBe(1);
  });

  test("--all lists what agrees as well, as many as are counted", async () => {
    const { stdout } = await check("好.xlsx", "--json", "--all");
    const { findings, summary } = JSON.parse(stdout) as Json;
    expect(findings.filter(({ outcome }) => outcome === "pass")).toHaveLength(summary.pass);
  });

  test("several files give an object a line in their order; an unreadable one does not stop the others", async () => {
    writeFileSync(join(folder, "坏.xlsx"), "这不是工作簿");
    const { code, stdout, stderr } = await check("好.xlsx", "坏.xlsx", "错.xlsx", "--json");
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Json);
    expect(lines.map(({ workbook }) => workbook)).toEqual(["好.xlsx", "坏.xlsx", "错.xlsx"]);
    expect(Object.keys(lines[1]!)).toEqual(["schema", "workbook", "error"]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain("坏.xlsx");
    expect(code).toBe(2);
  });

  test("the report for people names the fault, the place, the cause and the rule's source", async () => {
    const { stdout } = await check("错.xlsx");
    expect(stdout).toMatch(/必改 · 不符/);
    expect(stdout).toMatch(/3部门支出总表 F12/);
    expect(stdout).toMatch(/4,464\.85/);
    expect(stdout).toMatch(/依据：/);
  });
});

describe("--out", () => {
  test("writes a copy with marks and a sheet 核对结果 with links to the cells; the input stays as it was", async () => {
    const before = readFileSync(join(folder, "错.xlsx"));
    await check("错.xlsx", "--out", "结果.xlsx");
    expect(readFileSync(join(folder, "错.xlsx")).equals(before)).toBe(true);
    const parts = unzipSync(readFileSync(join(folder, "结果.xlsx")));
    const result = readWorkbook(openPackage(readFileSync(join(folder, "结果.xlsx")))).sheets.find(
      (sheet) => sheet.name === "核对结果",
    )!;
    expect(result.texts.filter((text) => text !== undefined)).toEqual(
      expect.arrayContaining(["核对结果", "级别", "必改"]),
    );
    const text = (name: string) => new TextDecoder().decode(parts[name]);
    expect(
      Object.keys(parts).some((name) => name.startsWith("xl/worksheets/") && text(name).includes("N(&quot;hedui")),
    ).toBe(true);
    expect(
      Object.keys(parts).some(
        (name) => name.startsWith("xl/worksheets/") && text(name).includes("'3部门支出总表'!F12"),
      ),
    ).toBe(true);
  });

  test("parts that no edit names stay byte for byte the same", async () => {
    await check("错.xlsx", "--out", "结果.xlsx");
    const before = unzipSync(readFileSync(join(folder, "错.xlsx")));
    const after = unzipSync(readFileSync(join(folder, "结果.xlsx")));
    const changed = Object.keys(before).filter(
      (name) => !after[name] || Buffer.compare(Buffer.from(before[name]!), Buffer.from(after[name]!)) !== 0,
    );
    expect(
      changed.filter(
        (name) =>
          !/^xl\/(?:workbook|styles|_rels\/workbook|worksheets\/sheet\d+)\.xml(?:\.rels)?$/.test(name) &&
          name !== "[Content_Types].xml",
      ),
    ).toEqual([]);
    expect(changed.filter((name) => name.startsWith("xl/worksheets/")).length).toBeLessThan(
      Object.keys(before).filter((name) => name.startsWith("xl/worksheets/sheet")).length,
    );
  });

  test.each([
    ["the input itself", ["错.xlsx", "--out", "错.xlsx", "--force"]],
    ["the input by another spelling", ["错.xlsx", "--out", "./子/../错.xlsx", "--force"]],
    ["a file that exists", ["错.xlsx", "--out", "好.xlsx"]],
    ["a folder that is not there", ["错.xlsx", "--out", "没有/结果.xlsx"]],
    ["a result for two files", ["错.xlsx", "好.xlsx", "--out", "结果.xlsx"]],
  ])("refuses %s, in one line, exit code 2, nothing written", async (_, args) => {
    mkdirSync(join(folder, "子"));
    const before = readdirSync(folder).sort();
    const good = readFileSync(join(folder, "好.xlsx"));
    const { code, stdout, stderr } = await check(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(readFileSync(join(folder, "好.xlsx")).equals(good)).toBe(true);
  });

  test("replaces an existing file when told to", async () => {
    writeFileSync(join(folder, "结果.xlsx"), "旧的");
    expect((await check("错.xlsx", "--out", "结果.xlsx", "--force")).code).toBe(1);
    expect(readFileSync(join(folder, "结果.xlsx")).length).toBeGreaterThan(1000);
    expect(readdirSync(folder).some((name) => name.endsWith(".tmp"))).toBe(false);
  });
});

describe("what cannot be carried out gives one clear line and exit code 2", () => {
  const files: readonly (readonly [string, string, Uint8Array | string, RegExp])[] = [
    ["a text with another ending", "说明.xlsx", "部门预算", /不是/],
    [
      "an old workbook",
      "旧.xls",
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]),
      /\.xlsx|另存/,
    ],
    ["an empty file", "空.xlsx", "", /空/],
  ];

  test.each(files)("%s", async (_, name, content, words) => {
    writeFileSync(join(folder, name), content);
    const { code, stderr } = await check(name, "--json");
    expect(code).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(words);
  });

  test("half a file, and one with flipped bits", async () => {
    const whole = readFileSync(agreeing);
    writeFileSync(join(folder, "半.xlsx"), whole.subarray(0, whole.length / 2));
    const flipped = Buffer.from(whole);
    for (let at = 4000; at < 4100; at++) flipped[at] = flipped[at]! ^ 0x55;
    writeFileSync(join(folder, "翻.xlsx"), flipped);
    const { code, stderr } = await check("半.xlsx", "翻.xlsx");
    expect(code).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(2);
  });

  test.each([
    ["no file named", []],
    ["an option that does not exist", ["好.xlsx", "--colour"]],
    ["a file that is not there", ["没有.xlsx"]],
    ["a folder of rules that is not there", ["好.xlsx", "--catalogue", "没有"]],
    ["targets that are not there", ["好.xlsx", "--targets", "没有.xlsx"]],
    ["a text that is not there", ["好.xlsx", "--text", "没有.docx"]],
  ])("%s", async (_, args) => {
    const { code, stderr } = await check(...args);
    expect(code).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).not.toMatch(/ENOENT|Error|undefined/);
  });

  test("a workbook without any table of ours", async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ["处室", "房间"],
        ["办公室", 101],
      ]),
      "房间",
    );
    writeFileSync(join(folder, "名单.xlsx"), write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
    const { code, stderr } = await check("名单.xlsx");
    expect(code).toBe(2);
    expect(stderr).toMatch(/没有认出/);
  });
});

describe("what people decided in the pane is kept in the workbook", () => {
  const explained = async (change: number) => {
    const book = openPackage(readFileSync(join(folder, "错.xlsx")));
    const { findings } = checkWorkbook("错.xlsx", readWorkbook(book), catalogue, allChecks);
    const settings = acceptFinding(
      DEFAULT_SETTINGS,
      findings,
      findings.find(({ suspects }) => suspects[0]?.address === "F12")!,
      "口径不同",
      "2025-02-01",
    );
    writeFileSync(
      join(folder, "说明过.xlsx"),
      patchPackage(book, [{ type: "set-value", sheet: "3部门支出总表", address: "F12", value: change }], {
        settings: settingsToXml(settings),
      }),
    );
    const { stdout } = await check("说明过.xlsx", "--json");
    return (JSON.parse(stdout) as Json).findings.find(({ suspects }) => suspects[0]?.address === "F12")!.accepted;
  };

  test("an explained finding says so, with the reason", async () => {
    expect(await explained(4464.58)).toEqual({ reason: "口径不同", stale: false });
  });

  test("… and comes back when the figures have changed", async () => {
    expect(await explained(4464.08)).toEqual({ reason: "口径不同", stale: true });
  });
});

describe("a person's own rules", () => {
  const put = (name: string, content: string): void => writeFileSync(join(folder, "规则", name), content);
  const rule = (id: string, own: object): string =>
    JSON.stringify({
      id,
      title: "自己的",
      tables: ["budget-summary"],
      severity: "error",
      check: "lines-add-up",
      source: "本市",
      explanation: "…",
      ...own,
    });
  beforeEach(() => mkdirSync(join(folder, "规则"), { recursive: true }));
  afterEach(() => rmSync(join(folder, "规则"), { recursive: true }));

  test("a faulty file is named with its field in a line of its own, and the rest goes on", async () => {
    put("own.json", rule("own", { severity: "严重" }));
    put("half.json", "{");
    const template = { id: "bad", kind: "bad", name: "表", short: "表", layout: "matrix", source: "本市" };
    put("bad.json", JSON.stringify({ ...template, titles: ["政府采购(预算表"] }));
    put("of-bad.json", rule("of-bad", { tables: ["bad"] }));
    const plain = await check("好.xlsx");
    const { code, stdout, stderr } = await check("好.xlsx", "--catalogue", "规则");
    expect([code, stdout]).toEqual([2, plain.stdout]);
    const lines = stderr.trim().split("\n");
    expect(lines).toHaveLength(4);
    expect(lines.every((line) => line.endsWith("没有用上，其余照常核对。"))).toBe(true);
    for (const line of [
      /own\.json 的 severity/,
      /half\.json.*JSON/,
      /bad\.json 的 titles.*括号/,
      /of-bad\.json 的 tables/,
    ])
      expect(stderr).toMatch(line);
  });

  test("what is right beside it is used", async () => {
    put("half.json", "{");
    put("own.json", rule("own", { tables: ["expenditure-summary"] }));
    const checks = async (...args: string[]): Promise<number> =>
      (JSON.parse((await check("好.xlsx", "--json", ...args)).stdout) as Json).summary.checks;
    expect(await checks("--catalogue", "规则")).toBeGreaterThan(await checks());
  });
});
