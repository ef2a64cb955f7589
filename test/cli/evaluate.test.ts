import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { runFill, runSelfEvaluation } from "../../src/cli/evaluate";
import { runCheck } from "../../src/cli/check";
import { DEFAULT_SETTINGS, chooseConvention, correctReading, settingsToXml } from "../../src/engine/settings";
import type { Settings } from "../../src/engine/settings";
import { gridIndex, parseArea } from "../../src/engine/workbook";
import { openPackage, patchPackage, readWorkbook } from "../../src/hosts/file";
import { actualsBook, evaluationBook, targetsBook } from "./evaluation-books";
import { ran } from "./run-command";

interface Line {
  readonly sheet: string;
  readonly address: string;
  readonly indicator: string;
  readonly status: string;
  readonly score: number | null;
  readonly points: number | null;
  readonly reading: string;
  readonly previous: string | number | null;
  readonly written: number | null;
}

const keys = ["sheet", "address", "indicator", "status", "score", "points", "reading", "previous", "written"];
let cwd: string;
const path = (name: string): string => join(cwd, name);
const place = (name: string, bytes: Uint8Array): void => writeFileSync(path(name), bytes);
const bytesOf = (name: string): Buffer => readFileSync(path(name));
const fill = (...args: string[]) => ran(runFill, args, { cwd });
const selfEvaluate = (...args: string[]) => ran(runSelfEvaluation, args, { cwd });
const linesOf = (stdout: string): Line[] => JSON.parse(stdout) as Line[];
const sheetNames = (name: string): string[] =>
  readWorkbook(openPackage(bytesOf(name))).sheets.map((sheet) => sheet.name);

/** Value or formula's cached value of a cell of a written file. */
function cellOf(name: string, sheetName: string, address: string): string | number | null {
  const sheet = readWorkbook(openPackage(bytesOf(name))).sheets.find((one) => one.name === sheetName)!;
  const { top, left } = parseArea(address)!;
  const index = gridIndex(sheet, top, left);
  return index < 0 ? null : (sheet.texts[index] ?? sheet.numbers[index] ?? null);
}

beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), "evaluate-"));
  place("自评.xlsx", await evaluationBook());
  place("目标.xlsx", await targetsBook());
  place("实绩.xlsx", await actualsBook());
});
afterEach(() => rmSync(cwd, { recursive: true }));

describe("hedui fill", () => {
  test("writes the empty scores by the criteria of the approved targets, and says what it did", async () => {
    const { code, stdout } = await fill("自评.xlsx", "--out", "填好.xlsx", "--targets", "目标.xlsx", "--json");
    expect(code).toBe(0);
    const lines = linesOf(stdout);
    expect(lines.map((line) => Object.keys(line))).toEqual(lines.map(() => keys));
    expect(
      lines.map(({ address, indicator, status, score, previous, written }) => [
        address,
        indicator,
        status,
        score,
        previous,
        written,
      ]),
    ).toEqual([
      ["G8", "巡查次数", "scored", 27, null, 27],
      ["G9", "整改完成率", "scored", 20, 18, null],
      ["G10", "投诉下降情况", "needs-judgement", null, null, null],
      ["G11", "居民满意度", "scored", 8, null, 8],
      ["G4", "预算执行率", "scored", 9.5, null, 9.5],
    ]);
    expect(cellOf("填好.xlsx", "自评", "G8")).toBe(27);
    expect(cellOf("填好.xlsx", "自评", "G9")).toBe(18);
  });

  test("without the approved targets the general rule counts", async () => {
    const { stdout } = await fill("自评.xlsx", "--out", "填好.xlsx", "--json");
    expect(linesOf(stdout).map(({ indicator, score }) => [indicator, score])).toEqual([
      ["巡查次数", 28.5],
      ["整改完成率", 20],
      ["投诉下降情况", null],
      ["居民满意度", 9.56],
      ["预算执行率", 9.5],
    ]);
    expect(linesOf(stdout)[0]!.reading).toContain("一般规则");
  });

  describe("what people decided in the pane counts", () => {
    const CRITERION = "完成1200次得满分，每少20次扣1分，扣完为止";
    const rewritten = correctReading(
      DEFAULT_SETTINGS,
      CRITERION,
      { kind: "text", text: "完成1200次得满分，每少10次扣1分，扣完为止" },
      "2025-02-28",
    );
    const decided = (settings: Settings, from: string, to: string): void =>
      place(to, patchPackage(openPackage(bytesOf(from)), [], { settings: settingsToXml(settings) }));
    const firstScore = async (settings: Settings, ...args: string[]): Promise<number | null> => {
      decided(settings, "自评.xlsx", "定过.xlsx");
      return linesOf((await fill("定过.xlsx", "--out", "填好.xlsx", "--json", ...args)).stdout)[0]!.score;
    };

    test("another convention", async () => {
      expect(await firstScore(chooseConvention(DEFAULT_SETTINGS, "general-rule", "all-or-nothing"))).toBe(0);
    });

    test("a corrected reading", async () => {
      expect(await firstScore(rewritten, "--targets", "目标.xlsx")).toBe(24);
    });

    test("a criterion that is left to a person", async () => {
      expect(
        await firstScore(
          correctReading(DEFAULT_SETTINGS, CRITERION, { kind: "judgement" }, "2025-02-28"),
          "--targets",
          "目标.xlsx",
        ),
      ).toBeNull();
    });

    test("a sheet that is left out", async () => {
      decided(
        { ...DEFAULT_SETTINGS, choices: [{ sheet: "自评", as: "excluded", sign: "" }] },
        "自评.xlsx",
        "定过.xlsx",
      );
      expect(await fill("定过.xlsx", "--out", "填好.xlsx")).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/没有找到绩效自评表/),
      });
    });

    test("and the check of what was filled in goes by it as well", async () => {
      await fill("自评.xlsx", "--out", "填好.xlsx", "--targets", "目标.xlsx");
      const disagreeing = async (file: string): Promise<string[]> => {
        const { stdout } = await ran(runCheck, [file, "--targets", "目标.xlsx", "--json"], { cwd });
        return (JSON.parse(stdout) as { findings: { code: string; message: string }[] }).findings
          .filter(({ code, message }) => code === "self-evaluation-score-by-criterion" && message.includes(CRITERION))
          .map(({ message }) => message);
      };
      expect(await disagreeing("填好.xlsx")).toEqual([]);
      decided(rewritten, "填好.xlsx", "更正.xlsx");
      expect(await disagreeing("更正.xlsx")).toEqual([
        expect.stringContaining("（已更正为“完成1200次得满分，每少10次扣1分，扣完为止”）"),
      ]);
    });
  });

  test("changes only the sheet it fills, and there only the scores and what depends on them", async () => {
    await fill("自评.xlsx", "--out", "填好.xlsx", "--targets", "目标.xlsx");
    const [before, after] = [unzipSync(bytesOf("自评.xlsx")), unzipSync(bytesOf("填好.xlsx"))];
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    expect(
      Object.keys(before).filter((part) => Buffer.compare(Buffer.from(before[part]!), Buffer.from(after[part]!)) !== 0),
    ).toEqual(["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]);
    const cellsOf = (xml: Uint8Array): Map<string, string> =>
      new Map(
        [
          ...Buffer.from(xml)
            .toString("utf8")
            .matchAll(/<c r="([A-Z]+\d+)"(?:[^>]*\/>|.*?<\/c>)/gs),
        ].map((match) => [match[1]!, match[0]]),
      );
    const changed = (part: string): string[] => {
      const [one, other] = [cellsOf(before[part]!), cellsOf(after[part]!)];
      return [...new Set([...one.keys(), ...other.keys()])]
        .filter((address) => one.get(address) !== other.get(address))
        .sort();
    };
    expect(changed("xl/worksheets/sheet1.xml")).toEqual(["G11", "G13", "G4", "G8"]);
    expect(changed("xl/worksheets/sheet2.xml")).toEqual(["B2"]);
  });

  test("brings up to date what formulas made of the scores, also on another sheet", async () => {
    await fill("自评.xlsx", "--out", "填好.xlsx", "--targets", "目标.xlsx");
    expect([cellOf("填好.xlsx", "自评", "G13"), cellOf("填好.xlsx", "汇总", "B2")]).toEqual([62.5, 62.5]);
  });

  test("overwrites what a person typed only when told to", async () => {
    const { stdout } = await fill("自评.xlsx", "--out", "填好.xlsx", "--targets", "目标.xlsx", "--overwrite", "--json");
    expect(linesOf(stdout)[1]).toMatchObject({ address: "G9", score: 20, previous: 18, written: 20 });
    expect(cellOf("填好.xlsx", "自评", "G9")).toBe(20);
  });

  test("a second run finds nothing more to write", async () => {
    await fill("自评.xlsx", "--out", "一.xlsx", "--targets", "目标.xlsx");
    const { stdout } = await fill("一.xlsx", "--out", "二.xlsx", "--targets", "目标.xlsx", "--json");
    expect(linesOf(stdout).filter(({ written }) => written !== null)).toEqual([]);
    expect(unzipSync(bytesOf("二.xlsx"))).toEqual(unzipSync(bytesOf("一.xlsx")));
  });

  test("tells a person what is left to judge", async () => {
    const { stdout, stderr } = await fill("自评.xlsx", "--out", "填好.xlsx", "--targets", "目标.xlsx");
    expect(stdout).toContain("共 5 个得分，写入 3 个，保留原有的 1 个，1 个要由人判断或补数");
    expect(stdout).toMatch(/自评 G10 {2}投诉下降情况：.+/);
    expect(stderr).toContain("填好.xlsx");
  });

  test.each([
    [["自评.xlsx"], "用法"],
    [["自评.xlsx", "实绩.xlsx", "--out", "填好.xlsx"], "用法"],
    [["自评.xlsx", "--out", "自评.xlsx", "--force"], "自评.xlsx"],
    [["自评.xlsx", "--out", "目标.xlsx", "--targets", "目标.xlsx", "--force"], "目标.xlsx"],
    [["自评.xlsx", "--out", "实绩.xlsx"], "实绩.xlsx"],
    [["自评.xlsx", "--out", "没有/填好.xlsx"], "填好.xlsx"],
    [["没有.xlsx", "--out", "填好.xlsx"], "没有.xlsx"],
    [["自评.xlsx", "--out", "填好.xlsx", "--targets", "没有.xlsx"], "没有.xlsx"],
    [["目标.xlsx", "--out", "填好.xlsx"], "没有找到绩效自评表"],
    [["自评.xlsx", "--out", "填好.xlsx", "--nope"], "--nope"],
  ])("refuses %j in one line, and writes nothing", async (args, says) => {
    const before = readdirSync(cwd).map((name) => [name, bytesOf(name).toString("base64")]);
    const { code, stdout, stderr } = await fill(...args);
    expect([code, stdout, stderr.trimEnd().split("\n").length]).toEqual([2, "", 1]);
    expect(stderr).toContain(says);
    expect(readdirSync(cwd).map((name) => [name, bytesOf(name).toString("base64")])).toEqual(before);
  });

  test("writes over an existing file when told to", async () => {
    expect((await fill("自评.xlsx", "--out", "实绩.xlsx", "--force")).code).toBe(0);
  });
});

describe("hedui selfeval", () => {
  test("adds a form for each project and for the whole, and leaves every part that was there", async () => {
    const { code, stdout } = await selfEvaluate("目标.xlsx", "--out", "新.xlsx", "--json");
    expect(code).toBe(0);
    expect(sheetNames("新.xlsx")).toEqual([
      ...sheetNames("目标.xlsx"),
      "自评-街面秩序巡查",
      "自评-公厕改造",
      "整体自评表",
    ]);
    expect(linesOf(stdout).map((line) => Object.keys(line))).toEqual(linesOf(stdout).map(() => keys));
    expect(linesOf(stdout).every(({ written }) => written === null)).toBe(true);
    const [before, after] = [unzipSync(bytesOf("目标.xlsx")), unzipSync(bytesOf("新.xlsx"))];
    const sheets = Object.keys(before).filter((part) => part.startsWith("xl/worksheets/sheet"));
    expect(sheets.map((part) => Buffer.compare(Buffer.from(before[part]!), Buffer.from(after[part]!)))).toEqual(
      sheets.map(() => 0),
    );
  });

  test("what it wrote is recognised, agrees with the targets and has nothing that must be corrected", async () => {
    await selfEvaluate("目标.xlsx", "--out", "新.xlsx");
    const { code, stdout } = await ran(runCheck, ["新.xlsx", "--json", "--targets", "目标.xlsx"], { cwd });
    const report = JSON.parse(stdout) as {
      tables: { sheet: string; kind: string }[];
      findings: { code: string; outcome: string; cells: { sheet: string }[] }[];
    };
    expect(report.tables.map(({ sheet, kind }) => [sheet, kind])).toEqual([
      ["项目目标", "project-performance-target"],
      ["整体目标", "overall-performance-target"],
      ["自评-街面秩序巡查", "project-self-evaluation"],
      ["自评-公厕改造", "project-self-evaluation"],
      ["整体自评表", "overall-self-evaluation"],
    ]);
    expect(
      report.findings.filter(({ outcome, cells }) => outcome === "fail" && cells[0]?.sheet !== "项目目标"),
    ).toEqual([]);
    expect(code).toBe(0);
  });

  test("only the projects that are named", async () => {
    await selfEvaluate("目标.xlsx", "--out", "新.xlsx", "--project", "公厕改造");
    expect(sheetNames("新.xlsx")).toEqual([...sheetNames("目标.xlsx"), "自评-公厕改造"]);
  });

  test("a project that is not there is said so, the others are written, and the exit code tells", async () => {
    const { code, stderr } = await selfEvaluate(
      "目标.xlsx",
      "--out",
      "新.xlsx",
      "--project",
      "公厕改造",
      "--project",
      "亮化工程",
    );
    expect([code, existsSync(path("新.xlsx"))]).toEqual([2, true]);
    expect(stderr).toContain("亮化工程");
  });

  test("with actuals also writes them, the 全年 figures, reasons and scores; sums need no calculation", async () => {
    const { code, stdout } = await selfEvaluate(
      "目标.xlsx",
      "--out",
      "新.xlsx",
      "--project",
      "街面秩序巡查",
      "--actuals",
      "实绩.xlsx",
      "--json",
    );
    expect(code).toBe(0);
    expect(
      linesOf(stdout).map(({ address, indicator, score, written }) => [address, indicator, score, written]),
    ).toEqual([
      ["H12", "巡查次数", 27, 27],
      ["H13", "整改完成率", 20, 20],
      ["H16", "投诉下降情况", null, null],
      ["H19", "居民满意度", 8, 8],
      ["I8", "预算执行率", 9.5, 9.5],
    ]);
    const sheet = "自评-街面秩序巡查";
    expect(
      ["D8", "E8", "F8", "H8", "I8", "F12", "I12", "G20", "H20"].map((address) => cellOf("新.xlsx", sheet, address)),
    ).toEqual([60, 62, 58.9, 0.95, 9.5, "1140次", "暴雨停巡12天；雨后补巡。", 100, 64.5]);
  });

  test("filling what it wrote changes nothing more", async () => {
    await selfEvaluate("目标.xlsx", "--out", "新.xlsx", "--project", "街面秩序巡查", "--actuals", "实绩.xlsx");
    const { stdout } = await fill("新.xlsx", "--out", "填好.xlsx", "--json");
    expect(linesOf(stdout).filter(({ written }) => written !== null)).toEqual([]);
    expect(linesOf(stdout).map(({ indicator, score }) => [indicator, score])).toEqual([
      ["巡查次数", 27],
      ["整改完成率", 20],
      ["投诉下降情况", null],
      ["居民满意度", 8],
      ["预算执行率", 9.5],
    ]);
  });

  test.each([
    [["目标.xlsx"], "用法"],
    [["目标.xlsx", "--out", "目标.xlsx", "--force"], "目标.xlsx"],
    [["目标.xlsx", "--out", "实绩.xlsx", "--actuals", "实绩.xlsx", "--force"], "实绩.xlsx"],
    [["目标.xlsx", "--out", "新.xlsx", "--project", "亮化工程"], "亮化工程"],
    [["实绩.xlsx", "--out", "新.xlsx"], "没有找到绩效目标表"],
    [["目标.xlsx", "--out", "新.xlsx", "--actuals", "目标.xlsx"], "实际完成值"],
    [["目标.xlsx", "--out", "新.xlsx", "--actuals", "没有.xlsx"], "没有.xlsx"],
  ])("refuses %j in one line, and writes nothing", async (args, says) => {
    const before = readdirSync(cwd).map((name) => [name, bytesOf(name).toString("base64")]);
    const { code, stdout, stderr } = await selfEvaluate(...args);
    expect([code, stdout, stderr.trimEnd().split("\n").length]).toEqual([2, "", 1]);
    expect(stderr).toContain(says);
    expect(readdirSync(cwd).map((name) => [name, bytesOf(name).toString("base64")])).toEqual(before);
  });
});
