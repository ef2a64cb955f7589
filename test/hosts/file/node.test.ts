import { spawnSync } from "node:child_process";
import fs, {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WorkbookFileError } from "../../../src/hosts/file";
import { checkTarget, readFileHost, writeFileSafely } from "../../../src/hosts/file/node";

const BYTES = new Uint8Array([1, 2, 3]);
let folder: string;
let input: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hedui-"));
  input = join(folder, "预算.xlsx");
  writeFileSync(input, "原件");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function code(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof WorkbookFileError) return error.problem.code;
    throw error;
  }
  return "none";
}

describe("reading", () => {
  test("gives the file's bytes", () => {
    expect(Buffer.from(readFileHost(input)).toString()).toBe("原件");
  });

  test("says what is wrong with the path", () => {
    expect(code(() => readFileHost(join(folder, "没有.xlsx")))).toBe("file-not-found");
    expect(code(() => readFileHost(join(input, "x.xlsx")))).toBe("file-not-found");
    expect(code(() => readFileHost(folder))).toBe("not-a-file");
  });
});

describe("writing", () => {
  test("leaves the whole file and nothing else", () => {
    const target = join(folder, "结果.xlsx");
    writeFileSafely(target, BYTES, { inputs: [input] });
    expect([...readFileSync(target)]).toEqual([1, 2, 3]);
    expect(readdirSync(folder).sort()).toEqual(["结果.xlsx", "预算.xlsx"].sort());
  });

  test("never goes to an input, under whatever name and even if forced", () => {
    const [symbolic, hard] = [join(folder, "link.xlsx"), join(folder, "hard.xlsx")];
    symlinkSync(input, symbolic);
    linkSync(input, hard);
    mkdirSync(join(folder, "sub"));
    for (const target of [input, symbolic, hard, `${folder}/sub/../预算.xlsx`])
      expect(code(() => writeFileSafely(target, BYTES, { force: true, inputs: [input] }))).toBe("target-is-input");
    expect(code(() => writeFileSafely(input, BYTES, { force: true, inputs: [symbolic] }))).toBe("target-is-input");
    expect(readFileSync(input, "utf8")).toBe("原件");
  });

  test("replaces an existing file only if forced", () => {
    const target = join(folder, "旧.xlsx");
    writeFileSync(target, "旧");
    expect(code(() => writeFileSafely(target, BYTES, { inputs: [input] }))).toBe("target-exists");
    expect(readFileSync(target, "utf8")).toBe("旧");
    writeFileSafely(target, BYTES, { force: true, inputs: [input] });
    expect([...readFileSync(target)]).toEqual([1, 2, 3]);
  });

  test("is refused where it cannot be done, and leaves nothing behind", () => {
    const places = [join(folder, "没有", "a.xlsx"), join(input, "a.xlsx"), folder];
    for (const target of places)
      expect(code(() => writeFileSafely(target, BYTES, { force: true, inputs: [] }))).toBe("target-not-writable");
    expect(readdirSync(folder)).toEqual(["预算.xlsx"]);
  });

  test("a write that fails half-way takes its temporary file away", () => {
    const target = join(folder, "长".repeat(90) + ".xlsx");
    expect(code(() => writeFileSafely(target, BYTES, { inputs: [] }))).toBe("target-not-writable");
    expect(readdirSync(folder)).toEqual(["预算.xlsx"]);
  });

  test("a full disk is said, and leaves what was there", () => {
    const target = join(folder, "旧.xlsx");
    writeFileSync(target, "旧");
    const full = jest.spyOn(fs, "writeSync").mockImplementation(() => {
      throw Object.assign(new Error("no space left"), { code: "ENOSPC", syscall: "write" });
    });
    try {
      expect(code(() => writeFileSafely(target, BYTES, { force: true, inputs: [] }))).toBe("target-not-writable");
    } finally {
      full.mockRestore();
    }
    expect(readFileSync(target, "utf8")).toBe("旧");
    expect(readdirSync(folder).sort()).toEqual(["旧.xlsx", "预算.xlsx"].sort());
  });

  test("a folder that may not be written to is said, whoever asks", () => {
    const own = process.geteuid?.();
    chmodSync(folder, 0o555);
    if (own === 0) process.seteuid?.(65534);
    try {
      expect(code(() => writeFileSafely(join(folder, "新.xlsx"), BYTES, { inputs: [input] }))).toBe(
        "target-not-writable",
      );
    } finally {
      if (own === 0) process.seteuid?.(0);
      chmodSync(folder, 0o755);
    }
    expect(readdirSync(folder)).toEqual(["预算.xlsx"]);
  });

  test("what a killed process left half-written is seen by its name, and goes at the next run", () => {
    const gone = spawnSync(process.execPath, ["-e", ""]).pid;
    const [left, samePid, live, others] = [
      `新.xlsx.未写完-${gone}-0a1b2c3d.tmp`,
      `新.xlsx.未写完-${process.pid}-0a1b2c3d.tmp`,
      `新.xlsx.未写完-${process.ppid}-0a1b2c3d.tmp`,
      `新.xlsx.未写完-甲.tmp`,
    ];
    for (const name of [left, samePid, live, others]) writeFileSync(join(folder, name), "半");
    writeFileSafely(join(folder, "新.xlsx"), BYTES, { inputs: [input] });
    expect(readdirSync(folder).sort()).toEqual(["新.xlsx", live, others, "预算.xlsx"].sort());
  });

  test("of two processes with one output the first has it, and the second says so", () => {
    const target = join(folder, "新.xlsx");
    const flush = jest.spyOn(fs, "fsyncSync").mockImplementation(() => writeFileSync(target, "别人的"));
    try {
      expect(code(() => writeFileSafely(target, BYTES, { inputs: [input] }))).toBe("target-exists");
    } finally {
      flush.mockRestore();
    }
    expect(readFileSync(target, "utf8")).toBe("别人的");
    expect(readdirSync(folder).sort()).toEqual(["新.xlsx", "预算.xlsx"].sort());
  });

  test("can be checked before the work is done", () => {
    expect(code(() => checkTarget(input, { inputs: [input] }))).toBe("target-is-input");
    expect(code(() => checkTarget(join(folder, "新.xlsx"), { inputs: [input] }))).toBe("none");
    expect(existsSync(join(folder, "新.xlsx"))).toBe(false);
  });
});
