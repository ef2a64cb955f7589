import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { runScore } from "../../src/cli/score";
import { DEFAULT_SETTINGS, chooseConvention, correctReading, settingsToXml } from "../../src/engine/settings";
import { openPackage, patchPackage } from "../../src/hosts/file";
import { makeWorkbook } from "../hosts/simulated/simulated-workbook";

async function run(
  args: string[],
  input = "",
  cwd = ".",
): Promise<{ code: number; lines: Record<string, unknown>[]; errors: string[] }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await runScore(args, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr, cwd });
  stdout.end();
  stderr.end();
  const read = (stream: PassThrough): string[] =>
    String(stream.read() ?? "")
      .split("\n")
      .filter((l) => l !== "");
  return { code, lines: read(stdout).map((l) => JSON.parse(l) as Record<string, unknown>), errors: read(stderr) };
}

const good = JSON.stringify({
  id: "a",
  criterion: "完成10次得满分，每少1次扣1分",
  target: 10,
  unit: "次",
  type: "≥",
  actual: "9.5",
  points: 10,
});

it("一行一个用例，一行一个答案，次序不变", async () => {
  const { code, lines } = await run([], `${good}\n${good.replace('"a"', '"b"').replace("9.5", "7")}\n`);
  expect(code).toBe(0);
  expect(lines.map((l) => [l["id"], l["status"], l["score"]])).toEqual([
    ["a", "scored", 10],
    ["b", "scored", 7],
  ]);
});

it("不是用例的行答“读不懂”，退出码 2，其余照常", async () => {
  const { code, lines, errors } = await run([], `${good}\n不是JSON\n\n[1]\n${good}\n\n`);
  expect(code).toBe(2);
  expect(lines.map((l) => l["status"])).toEqual(["scored", "unreadable", "unreadable", "unreadable", "scored"]);
  expect(errors).toHaveLength(3);
});

it("从文件读，约定可以改", async () => {
  const folder = mkdtempSync(join(tmpdir(), "score-"));
  try {
    writeFileSync(join(folder, "cases.jsonl"), `\uFEFF${good}\r\n`);
    const { code, lines } = await run(["--file", "cases.jsonl", "--convention", "steps=exact"], "", folder);
    expect([code, lines[0]!["score"]]).toEqual([0, 9.5]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("约定和更正过的读法可以按一个工作簿里定的来，命令行给的约定再盖过它", async () => {
  const folder = mkdtempSync(join(tmpdir(), "score-"));
  try {
    const settings = correctReading(
      chooseConvention(DEFAULT_SETTINGS, "steps", "exact"),
      "完成5次得满分",
      { kind: "judgement" },
      "2025-02-28",
    );
    writeFileSync(
      join(folder, "定过.xlsx"),
      patchPackage(openPackage(makeWorkbook([{ name: "表1", cells: { A1: 1 } }])), [], {
        settings: settingsToXml(settings),
      }),
    );
    const other = JSON.stringify({ id: "c", criterion: "完成5次得满分", target: 5, actual: 5, points: 10 });
    const { lines } = await run(["--workbook", "定过.xlsx"], `${good}\n${other}\n`, folder);
    expect(lines.map((l) => [l["score"], l["status"]])).toEqual([
      [9.5, "scored"],
      [null, "needs-judgement"],
    ]);
    const overruled = await run(["--workbook=定过.xlsx", "--convention", "steps=whole"], good, folder);
    expect(overruled.lines[0]!["score"]).toBe(10);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("参数或文件不对：标准错误一行，退出码 2，标准输出没有内容", async () => {
  for (const args of [
    ["--nope"],
    ["--file"],
    ["--file", "没有.jsonl"],
    ["--convention", "steps=some"],
    ["--workbook", "没有.xlsx"],
  ]) {
    const { code, lines, errors } = await run(args);
    expect([code, lines.length, errors.length]).toEqual([2, 0, 1]);
  }
});
