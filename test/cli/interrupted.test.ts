/**
 * Runs that are killed, find no room, or may not write: what was there stays as it was, no half file has a name that
 * somebody takes for a whole one, and what is said is one line.
 */
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { runCheck } from "../../src/cli/check";
import { runFill, runSelfEvaluation } from "../../src/cli/evaluate";
import { filesBelow } from "../../src/cli/folders";
import { openPackage, readWorkbook } from "../../src/hosts/file";
import { evaluationBook, targetsBook } from "./evaluation-books";
import { ran } from "./run-command";

const repository = join(__dirname, "../..");
/** A run that never ends is ended. */
const timeout = 60_000;
const COMMAND = [join(repository, "src/cli/packed.cjs"), join(repository, "src/cli/index.ts")];
const OLD = "旧的结果";
let cwd: string;
let books: readonly (readonly [string, Uint8Array])[];

beforeAll(async () => {
  books = [
    ["自评.xlsx", await evaluationBook()],
    ["目标.xlsx", await targetsBook()],
  ];
  // The command keeps what it made of its own sources: that is there before anybody is killed.
  spawnSync(process.execPath, [...COMMAND, "--help"]);
});
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "hedui-"));
  for (const [name, bytes] of books) writeFileSync(join(cwd, name), bytes);
});
afterEach(() => {
  for (const [name, bytes] of books) expect(readFileSync(join(cwd, name)).equals(bytes)).toBe(true);
  rmSync(cwd, { recursive: true, force: true });
});

const writers = [
  ["check", runCheck, "自评.xlsx"],
  ["fill", runFill, "自评.xlsx"],
  ["selfeval", runSelfEvaluation, "目标.xlsx"],
] as const;

/** The command line as a process of its own; `hook` is run in it before anything else. */
function run(args: readonly string[], hook = "") {
  const required = join(cwd, "hook.cjs");
  writeFileSync(required, hook);
  const env = { ...process.env, INIT_CWD: cwd, NODE_OPTIONS: `--require ${required}` };
  const result = spawnSync(process.execPath, [...COMMAND, ...args], { cwd, env, timeout, encoding: "utf8" });
  rmSync(required);
  return result;
}

const outputs = (): string[] => readdirSync(cwd).filter((name) => !books.some(([book]) => book === name));
const isWhole = (name: string): boolean => readWorkbook(openPackage(readFileSync(join(cwd, name)))).sheets.length > 1;

describe.each(writers)("%s --out", (_, command, file) => {
  /** A name that is just short enough for a file, and so too long for the temporary one beside it. */
  const tooLong = `${"长".repeat(83)}.xlsx`;

  test("that cannot write leaves the old output and nothing else", async () => {
    writeFileSync(join(cwd, tooLong), OLD);
    const { code, stderr } = await ran(command, [file, "--out", tooLong, "--force"], { cwd });
    expect([code, stderr.trim().split("\n").length]).toEqual([2, 1]);
    expect(readFileSync(join(cwd, tooLong), "utf8")).toBe(OLD);
    expect(outputs()).toEqual([tooLong]);
  });

  test("where nobody can write, whoever runs it, is told in one line", async () => {
    for (const out of ["目标.xlsx/结果.xlsx", "没有/结果.xlsx", "/proc/结果.xlsx"]) {
      const { code, stderr } = await ran(command, [file, "--out", out, "--force"], { cwd });
      expect([code, stderr.trim().split("\n").length]).toEqual([2, 1]);
      expect(stderr).toContain(`无法写入 `);
    }
    expect(outputs()).toEqual([]);
  });

  test("that is its input under another name touches nothing", async () => {
    mkdirSync(join(cwd, "夹"));
    linkSync(join(cwd, file), join(cwd, "硬.xlsx"));
    symlinkSync(file, join(cwd, "软.xlsx"));
    symlinkSync(cwd, join(cwd, "夹", "回"));
    const before = outputs();
    for (const out of ["硬.xlsx", "软.xlsx", `夹/回/${file}`, `./夹/../${file}`]) {
      const { code, stderr } = await ran(command, [file, "--out", out, "--force"], { cwd });
      expect([code, stderr.trim().split("\n").length]).toEqual([2, 1]);
      expect(stderr).toContain("就是输入文件");
    }
    expect(outputs()).toEqual(before);
  });

  test("that is its input in other letters, on a drive that takes them for the same, touches nothing", async () => {
    const ownStats = fs.statSync;
    const stats = jest
      .spyOn(fs, "statSync")
      .mockImplementation(((path: string, options?: fs.StatSyncOptions) =>
        ownStats(join(dirname(path), basename(path).toLowerCase()), options)) as typeof fs.statSync);
    try {
      const out = file.toUpperCase();
      expect(out).not.toBe(file);
      const { code, stderr } = await ran(command, [file, "--out", out, "--force"], { cwd });
      expect([code, stderr.trim().split("\n").length]).toEqual([2, 1]);
      expect(stderr).toContain("就是输入文件");
    } finally {
      stats.mockRestore();
    }
    expect(outputs()).toEqual([]);
  });
});

test("what is read beside the file is not written to either", async () => {
  const beside = ["--targets", "目标.xlsx", "--out", "目标.xlsx", "--force"];
  for (const [command, ...args] of [
    [runCheck, "自评.xlsx", ...beside],
    [runFill, "自评.xlsx", ...beside],
    [runSelfEvaluation, "目标.xlsx", "--actuals", "自评.xlsx", "--out", "自评.xlsx", "--force"],
  ] as const) {
    const { code, stderr } = await ran(command, [...args], { cwd });
    expect([code, stderr.includes("就是输入文件")]).toEqual([2, true]);
  }
});

/** Ends the process, as if the machine had ended it, at a moment of writing its output. */
const moments = [
  ["before the first byte", "fs.writeSync = die;"],
  [
    "half-way",
    "const own = fs.writeSync; fs.writeSync = (d, bytes) => die(own(d, bytes.subarray(0, bytes.length / 2)));",
  ],
  ["when all is written", "fs.fsyncSync = die;"],
  ["before it has its name", "fs.linkSync = fs.renameSync = die;"],
  [
    "when it has its name",
    "for (const f of ['linkSync', 'renameSync']) { const own = fs[f]; fs[f] = (...a) => die(own(...a)); }",
  ],
] as const;
const dying = 'const fs = require("node:fs"); const die = () => process.kill(process.pid, "SIGKILL");';

describe.each([
  ["check", "自评.xlsx", moments],
  ["selfeval", "目标.xlsx", moments.slice(2, 3)],
] as const)("%s killed", (command, file, times) => {
  const args = [command, file, "--out", "结果.xlsx", "--force"];

  test.each([...times])("%s leaves the old output or the whole new one; the next run removes the rest", (_, moment) => {
    writeFileSync(join(cwd, "结果.xlsx"), OLD);
    expect(run(args, `${dying} ${moment}`).signal).toBe("SIGKILL");
    const left = outputs().filter((name) => name !== "结果.xlsx");
    expect(left.every((name) => /^结果\.xlsx\.未写完-\d+-[\da-f]+\.tmp$/.test(name))).toBe(true);
    expect(left.length === 0 ? isWhole("结果.xlsx") : readFileSync(join(cwd, "结果.xlsx"), "utf8")).toBe(
      left.length === 0 ? true : OLD,
    );
    expect(run(args).status).toBeLessThan(2);
    expect([outputs(), isWhole("结果.xlsx")]).toEqual([["结果.xlsx"], true]);
  });
});

test.each(moments.slice(3))("an output that was not there, killed %s, is whole or not there", (_, moment) => {
  const args = ["check", "自评.xlsx", "--out", "结果.xlsx"];
  expect(run(args, `${dying} ${moment}`).signal).toBe("SIGKILL");
  const left = outputs().filter((name) => name !== "结果.xlsx");
  expect(left.map((name) => /^结果\.xlsx\.未写完-\d+-[\da-f]+\.tmp$/.test(name))).toEqual([true]);
  if (outputs().includes("结果.xlsx")) expect(isWhole("结果.xlsx")).toBe(true);
  expect(run([...args, "--force"]).status).toBeLessThan(2);
  expect([outputs(), isWhole("结果.xlsx")]).toEqual([["结果.xlsx"], true]);
});

test("a disk that fills up half-way is said in one line, and nothing is left on it", () => {
  const limited = (args: readonly string[]) =>
    spawnSync("sh", ["-c", 'ulimit -f 1; exec "$0" "$@"', process.execPath, ...COMMAND, ...args], {
      cwd,
      env: { ...process.env, INIT_CWD: cwd },
      encoding: "utf8",
    });
  for (const [command, , file] of writers) {
    const { status, stderr } = limited([command, file, "--out", "结果.xlsx"]);
    expect([status, stderr.trim().split("\n").length]).toEqual([2, 1]);
    expect(stderr).toContain("磁盘是否已满");
    expect(outputs()).toEqual([]);
  }
});

test("results that the disk has no room for are no verdict", () => {
  const full = (args: readonly string[], [out, err]: readonly ["pipe" | number, "pipe" | number]) =>
    spawnSync(process.execPath, [...COMMAND, ...args], {
      cwd,
      env: { ...process.env, INIT_CWD: cwd },
      stdio: ["ignore", out, err],
      encoding: "utf8",
    });
  const device = openSync("/dev/full", "w");
  for (const args of [
    ["check", "自评.xlsx"],
    ["check", "自评.xlsx", "目标.xlsx", "--json", "--jobs", "2"],
  ]) {
    const { status, stderr } = full(args, [device, "pipe"]);
    expect([status, stderr]).toEqual([2, "结果没有写完整，请检查磁盘是否已满、输出的位置是否可写，再运行一次。\n"]);
  }
  expect(full(["check", "没有.xlsx"], ["pipe", device]).status).toBe(2);
});

test("of two at once with one output one has it, the other says so; told to replace, both do", async () => {
  const both = async (...more: string[]): Promise<(number | null)[]> => {
    const args = [...COMMAND, "check", "自评.xlsx", "--out", "结果.xlsx", ...more];
    const env = { ...process.env, INIT_CWD: cwd };
    const ended = [0, 1].map(() => spawn(process.execPath, args, { cwd, env, stdio: "ignore" }));
    return Promise.all(ended.map((child) => new Promise<number | null>((done) => child.once("exit", done))));
  };
  const codes = await both();
  expect(codes.filter((code) => code === 2)).toHaveLength(1);
  expect([outputs(), isWhole("结果.xlsx")]).toEqual([["结果.xlsx"], true]);
  expect(await both("--force")).not.toContain(2);
  expect([outputs(), isWhole("结果.xlsx")]).toEqual([["结果.xlsx"], true]);
});

describe("many files in several processes", () => {
  const folder = (): string => {
    const path = join(cwd, "报送");
    mkdirSync(path);
    for (const name of ["a", "b", "c", "d", "e", "f"]) copyFileSync(join(cwd, "目标.xlsx"), join(path, `${name}.xlsx`));
    return path;
  };
  const onReading = (name: string, deed: string): string => `
    const fs = require("node:fs");
    const own = fs.readFileSync;
    fs.readFileSync = (path, ...more) => {
      if (String(path).endsWith("${name}")) ${deed}
      return own(path, ...more);
    };`;

  test("a process that is killed takes its own file with it and no other", () => {
    folder();
    const hook = onReading("c.xlsx", 'process.kill(process.pid, "SIGKILL");');
    const { status, stdout, stderr } = run(["check", "报送", "--json", "--jobs", "2"], hook);
    const lines = stdout.trim().split("\n");
    expect(lines.map((line) => [(JSON.parse(line) as { error?: string }).error !== undefined])).toEqual(
      ["a", "b", "c", "d", "e", "f"].map((name) => [name === "c"]),
    );
    expect([status, stderr]).toEqual([2, "报送/c.xlsx：核对这个文件时程序中断，没有完成，请单独核对它。\n"]);
  });

  test("where the command itself is killed, its processes end without a word", () => {
    folder();
    const hook = onReading("c.xlsx", 'process.kill(process.ppid, "SIGKILL");');
    const { signal, stderr } = run(["check", "报送", "--json", "--jobs", "2"], hook);
    expect([signal, stderr]).toEqual(["SIGKILL", ""]);
  });
});

describe("a folder", () => {
  test("with links that lead in a circle is gone through once", () => {
    for (const name of ["甲", "乙"]) symlinkSync(".", join(cwd, name));
    symlinkSync("没有", join(cwd, "丙.xlsx"));
    symlinkSync("丁.xlsx", join(cwd, "丁.xlsx"));
    expect(filesBelow(cwd, cwd).files.map((file) => basename(file))).toEqual(
      ["丁.xlsx", "丙.xlsx", "目标.xlsx", "自评.xlsx"].sort(),
    );
  });

  test("that may not be looked into is named, and the rest is checked", async () => {
    mkdirSync(join(cwd, "锁着"));
    const ownRead = fs.readdirSync;
    const read = jest.spyOn(fs, "readdirSync").mockImplementation(((path: string) => {
      if (path.endsWith("锁着")) throw Object.assign(new Error("no"), { code: "EACCES", syscall: "scandir" });
      return ownRead(path);
    }) as typeof fs.readdirSync);
    try {
      const { code, stdout, stderr } = await ran(runCheck, [".", "--json", "--jobs", "1"], { cwd });
      expect([code, stdout.trim().split("\n").length]).toEqual([2, 2]);
      expect(stderr).toContain("锁着：打不开这个目录，里面的文件没有核对，请检查权限。\n");
    } finally {
      read.mockRestore();
    }
  });
});
