import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** `npm run selftest:collect` at work, in a folder of its own and with a certificate of its own. */
export interface Collector {
  readonly port: number;
  /** Resolves when it has ended, with what it has written and how it ended. */
  readonly ended: Promise<{ readonly said: string; readonly code: number | null }>;
  /** The files that it has taken in, as texts by name. */
  taken(): Map<string, string>;
  stop(): void;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts it as package.json does, and waits until it listens or has ended. */
export async function startCollector(port: number): Promise<Collector> {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const [, ...given] = scripts["selftest:collect"]!.split(" ");
  const folder = mkdtempSync(join(tmpdir(), "collected-"));
  const child: ChildProcess = spawn(
    process.execPath,
    ["--require", join(__dirname, "own-certificate.cjs"), ...given, folder, String(port)],
    { cwd: ROOT },
  );
  let said = "";
  const ended = new Promise<{ said: string; code: number | null }>((resolve) =>
    child.on("close", (code) => resolve({ said, code })),
  );
  const listens = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes("waiting on")) resolve();
    };
    child.stdout!.on("data", hear);
    child.stderr!.on("data", hear);
  });
  await Promise.race([listens, ended]);
  return {
    port,
    ended,
    taken: () => new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")])),
    stop: () => {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
