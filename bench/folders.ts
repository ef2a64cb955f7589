import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FEW = 20;
const MANY = 200;
/** A workbook of ten sheets and a text. */
const SEED = join(process.cwd(), "seeds", "changsha-enterprise-service-budget-2025.xlsx");

/** Writes, at the end of every process of the command, how much memory it had at most, in KB. */
const HOOK = `process.on("exit", () =>
  require("fs").appendFileSync(process.env.PEAKS, process.resourceUsage().maxRSS + "\\n"));`;

/** Prints how fast a folder is checked on two cores against one, and how memory grows with the number of files. */
export function benchFolders(): void {
  const home = mkdtempSync(join(tmpdir(), "hedui-bench-"));
  try {
    const [few, many] = [folderOf(join(home, "few"), FEW), folderOf(join(home, "many"), MANY)];
    check(home, few, 2);
    const [one, two] = [check(home, many, 1), check(home, many, 2)];
    const small = check(home, few, 2);
    console.log(
      `\n目录：${MANY} 个工作簿（每个十张表和一份说明），两个核 ${(MANY / two.seconds).toFixed(1)} 个/秒，` +
        `一个核 ${(MANY / one.seconds).toFixed(1)} 个/秒`,
    );
    console.log(`  ${(one.seconds / two.seconds).toFixed(2)}  一个核的用时 / 两个核的用时（目标 ≥ 1.7）`);
    console.log(
      `  ${(two.peak / small.peak).toFixed(2)}  内存峰值：${MANY} 个文件 / ${FEW} 个文件（目标 ≤ 1.2；${two.peak.toFixed(0)} MB）`,
    );
  } finally {
    rmSync(home, { recursive: true });
  }
}

function folderOf(prefix: string, files: number): string {
  const folder = mkdtempSync(prefix);
  for (let index = 0; index < files; index++)
    copyFileSync(SEED, join(folder, `${String(index).padStart(3, "0")}.xlsx`));
  return folder;
}

/** Seconds, and MB of the process that used most. */
function check(home: string, folder: string, jobs: number): { readonly seconds: number; readonly peak: number } {
  const [hook, peaks] = [join(home, "hook.cjs"), join(home, "peaks.txt")];
  writeFileSync(hook, HOOK);
  writeFileSync(peaks, "");
  const start = performance.now();
  const command = ["src/cli/packed.cjs", "src/cli/index.ts", "check", folder, "--json", "--jobs", String(jobs)];
  const { status } = spawnSync(process.execPath, command, {
    env: { ...process.env, NODE_OPTIONS: `--require ${hook}`, PEAKS: peaks },
    stdio: ["ignore", "ignore", "ignore"],
  });
  if (status !== 0 && status !== 1) throw new Error(`check ended with ${status}`);
  const seconds = (performance.now() - start) / 1000;
  const most = Math.max(...readFileSync(peaks, "utf8").trim().split("\n").map(Number));
  return { seconds, peak: most / 1024 };
}
