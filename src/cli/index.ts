import { mishapOf } from "../engine/mishap";
import { help } from "./help";
import { ExitCode } from "./streams";
import type { Streams } from "./streams";

type Command = (args: string[], streams: Streams) => Promise<number>;

/** Commands by name; each is loaded only when it is asked for, so that the command line starts quickly. */
const commands = new Map<string, () => Promise<Command>>(
  Object.entries({
    check: async () => (await import("./check")).runCheck,
    fill: async () => (await import("./evaluate")).runFill,
    selfeval: async () => (await import("./evaluate")).runSelfEvaluation,
    score: async () => (await import("./score")).runScore,
  }),
);

async function main(): Promise<number> {
  const [name, ...args] = process.argv.slice(2);
  const streams: Streams = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.env.INIT_CWD ?? process.cwd(),
  };
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? streams.stderr : streams.stdout).write(help);
    return name === undefined ? ExitCode.impossible : ExitCode.clean;
  }
  const command = commands.get(name);
  if (!command) {
    streams.stderr.write(`没有“${name}”这个命令。可用的有：${[...commands.keys()].join("、")}；--help 看用法。\n`);
    return ExitCode.impossible;
  }
  return (await command())(args, streams);
}

// A reader that has seen enough (`| head`) closes the pipe: that is no fault. Results that cannot be kept are one, and
// whoever reads the exit code must not take them for a verdict.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") return;
  process.stderr.write("结果没有写完整，请检查磁盘是否已满、输出的位置是否可写，再运行一次。\n");
  process.exit(ExitCode.impossible);
});
// Where not even an error can be told, the exit code is still right.
process.stderr.on("error", () => undefined);

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`程序出了意外，没有完成，请把括号里的代号交给维护人员（${mishapOf(error)}）。\n`);
    process.exitCode = ExitCode.impossible;
  },
);
