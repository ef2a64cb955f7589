import { mkdtempSync, mkdirSync, copyFileSync, writeFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCheck } from "../../src/cli/check";
import { ran } from "./run-command";

const made = join(__dirname, "..", "workbooks", "w13-final-standard-2023.xlsx");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hedui-folder-"));
  mkdirSync(join(folder, "b"));
  copyFileSync(made, join(folder, "c.xlsx"));
  copyFileSync(made, join(folder, "b", "a.xlsx"));
  writeFileSync(join(folder, "a-broken.xlsx"), "no workbook");
  writeFileSync(join(folder, "~$c.xlsx"), "a lock of Excel");
  writeFileSync(join(folder, "readme.txt"), "no workbook either");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The workbooks of the lines that were printed, with what became of them. */
function lines(stdout: string): string[] {
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { workbook: string; error?: string })
    .map(({ workbook, error }) => `${workbook.slice(folder.length + 1)}${error === undefined ? "" : " error"}`);
}

describe("a folder", () => {
  test("stands for every workbook below it, in the order of their names; a broken one stops nothing", async () => {
    const { code, stdout, stderr } = await ran(runCheck, [folder, "--json", "--jobs", "1"], { cwd: folder });
    expect(lines(stdout)).toEqual(["a-broken.xlsx error", "b/a.xlsx", "c.xlsx"]);
    expect(stderr).toContain("a-broken.xlsx：");
    expect(code).toBe(2);
  });

  test("several processes print the same in the same order", async () => {
    const one = await ran(runCheck, [folder, "--json", "--jobs", "1"], { cwd: folder });
    const two = await ran(runCheck, [folder, "--json", "--jobs", "2"], { cwd: folder });
    expect(two).toEqual(one);
  }, 120_000);

  test("ends with a table, body by body", async () => {
    const { stdout } = await ran(runCheck, [folder, "--jobs", "1"], { cwd: folder });
    const table = stdout.slice(stdout.indexOf("各单位核对结果"));
    expect(table).toContain("各单位核对结果（3 个文件）");
    expect(table).toMatch(/a-broken\.xlsx\s+没有核对/);
    expect(table).toMatch(/临河市住房和城乡建设局\s+0\s+0\s+0\s+0/);
  });

  test("without a workbook is said in one line; so is a copy that would be of several files", async () => {
    const empty = join(folder, "empty");
    mkdirSync(empty);
    expect(await ran(runCheck, [empty], { cwd: folder })).toMatchObject({ code: 2, stdout: "" });
    const out = await ran(runCheck, [folder, "--out", join(folder, "out.xlsx")], { cwd: folder });
    expect(out).toMatchObject({ code: 2, stderr: "--out 只能在核对一个文件时用。\n" });
  });
});
