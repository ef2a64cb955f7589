/**
 * A run of `fill` or `selfeval` that fails, or is killed in the middle of writing: an output that was there stays as it
 * was.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runFill, runSelfEvaluation } from "../../src/cli/evaluate";
import { openPackage, readWorkbook } from "../../src/hosts/file";
import { evaluationBook, targetsBook } from "./evaluation-books";
import { ran } from "./run-command";

const repository = join(__dirname, "../..");
const OLD = "旧的结果";
let cwd: string;

beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), "hedui-"));
  writeFileSync(join(cwd, "自评.xlsx"), await evaluationBook());
  writeFileSync(join(cwd, "目标.xlsx"), await targetsBook());
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** A name that is just short enough for a file, and so too long for the temporary one beside it. */
const tooLong = `${"长".repeat(83)}.xlsx`;

test.each([
  ["fill", runFill, "自评.xlsx"],
  ["selfeval", runSelfEvaluation, "目标.xlsx"],
] as const)("%s that cannot write leaves the old output and nothing else", async (_, command, file) => {
  writeFileSync(join(cwd, tooLong), OLD);
  const { code, stderr } = await ran(command, [file, "--out", tooLong, "--force"], { cwd });
  expect([code, stderr.trim().split("\n").length]).toEqual([2, 1]);
  expect(readFileSync(join(cwd, tooLong), "utf8")).toBe(OLD);
  expect(readdirSync(cwd).sort()).toEqual([tooLong, "目标.xlsx", "自评.xlsx"].sort());
});

/**
 * Runs the command line as a process that ends, as if the machine had ended it, when its bytes are written and before
 * they take their place.
 */
function runAndKill(args: readonly string[]): NodeJS.Signals | null {
  const deadly = join(cwd, "killed.cjs");
  writeFileSync(deadly, 'require("node:fs").fsyncSync = () => process.kill(process.pid, "SIGKILL");');
  return spawnSync(
    process.execPath,
    ["--require", deadly, join(repository, "src/cli/packed.cjs"), join(repository, "src/cli/index.ts"), ...args],
    { cwd, env: { ...process.env, INIT_CWD: cwd } },
  ).signal;
}

test("killed in the middle, the old output is there; run again it goes through", async () => {
  const input = readFileSync(join(cwd, "目标.xlsx"));
  writeFileSync(join(cwd, "结果.xlsx"), OLD);
  const args = ["目标.xlsx", "--out", "结果.xlsx", "--force"];
  expect(runAndKill(["selfeval", ...args])).toBe("SIGKILL");
  expect(readFileSync(join(cwd, "结果.xlsx"), "utf8")).toBe(OLD);
  expect(readFileSync(join(cwd, "目标.xlsx")).equals(input)).toBe(true);
  expect((await ran(runSelfEvaluation, args, { cwd })).code).toBe(0);
  expect(readWorkbook(openPackage(readFileSync(join(cwd, "结果.xlsx")))).sheets.length).toBeGreaterThan(2);
});
