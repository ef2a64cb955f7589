import { PassThrough } from "node:stream";
import type { Streams } from "../../src/cli/streams";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Run a command as the terminal would, and keep what it printed. */
export async function ran(
  command: (args: string[], streams: Streams) => Promise<number>,
  args: string[],
  { cwd, stdin = "" }: { cwd: string; stdin?: string },
): Promise<Ran> {
  const [input, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  input.end(stdin);
  const texts = ["", ""];
  stdout.on("data", (chunk: Buffer) => (texts[0] += chunk.toString("utf8")));
  stderr.on("data", (chunk: Buffer) => (texts[1] += chunk.toString("utf8")));
  const code = await command(args, { stdin: input, stdout, stderr, cwd });
  await new Promise((done) => setImmediate(done));
  return { code, stdout: texts[0]!, stderr: texts[1]! };
}
