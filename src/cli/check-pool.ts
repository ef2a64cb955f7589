import { fork, type ChildProcess } from "node:child_process";
import { basename, join } from "node:path";
import type { FileResult } from "./check-file";
import { ExitCode } from "./streams";

/** What goes to a worker. */
export type ToWorker =
  | { readonly kind: "start"; readonly args: readonly string[]; readonly cwd: string }
  | { readonly kind: "check"; readonly index: number; readonly file: string };

/** What comes from it. */
export type FromWorker =
  { readonly kind: "ready" } | { readonly kind: "done"; readonly index: number; readonly result: FileResult };

/** So many files a worker may be ahead of the one that is printed next: results that wait stay few. */
const mostAhead = 8;

/**
 * Checks files in several processes at a time and hands over the results in the order of the files. A process that
 * breaks takes its file with it, is said so, and is replaced. `begin` is told of each file when it is begun.
 */
export function checkInProcesses(
  files: readonly string[],
  jobs: number,
  request: { readonly args: readonly string[]; readonly cwd: string },
  take: (result: FileResult) => void,
  begin: (file: string) => void,
): Promise<void> {
  return new Promise((done) => new Pool(files, jobs, request, take, begin, done).start());
}

class Pool {
  private next = 0;
  private printed = 0;
  private readonly waiting = new Map<number, FileResult>();
  private readonly busy = new Map<ChildProcess, number>();
  private readonly idle = new Set<ChildProcess>();
  /** All that have not ended, those too that are not ready yet. */
  private readonly alive = new Set<ChildProcess>();

  constructor(
    private readonly files: readonly string[],
    private readonly jobs: number,
    private readonly request: { readonly args: readonly string[]; readonly cwd: string },
    private readonly take: (result: FileResult) => void,
    private readonly begin: (file: string) => void,
    private readonly done: () => void,
  ) {}

  start(): void {
    for (let job = 0; job < this.jobs; job++) this.open();
  }

  private open(): void {
    const worker = startWorker();
    this.alive.add(worker);
    worker.on("message", (message: FromWorker) => {
      if (message.kind === "done") this.finish(message.index, message.result);
      this.busy.delete(worker);
      this.idle.add(worker);
      this.handOut();
    });
    worker.on("exit", () => this.lose(worker));
    worker.on("error", () => this.lose(worker));
    tell(worker, { kind: "start", ...this.request });
  }

  private handOut(): void {
    for (const worker of this.idle) {
      if (this.next >= this.files.length || this.next - this.printed >= this.jobs * mostAhead) return;
      const index = this.next++;
      const file = this.files[index]!;
      this.idle.delete(worker);
      this.busy.set(worker, index);
      this.begin(file);
      tell(worker, { kind: "check", index, file });
    }
  }

  private finish(index: number, result: FileResult): void {
    this.waiting.set(index, result);
    for (let ready = this.waiting.get(this.printed); ready !== undefined; ready = this.waiting.get(this.printed)) {
      this.waiting.delete(this.printed++);
      this.take(ready);
    }
    if (this.printed < this.files.length) return;
    for (const worker of this.alive) if (worker.connected) worker.disconnect();
    this.done();
  }

  /** A process ended before its time, or never began: its file is one that could not be checked. */
  private lose(worker: ChildProcess): void {
    if (!this.alive.delete(worker)) return;
    const index = this.busy.get(worker);
    this.idle.delete(worker);
    this.busy.delete(worker);
    // A process that never got ready has nothing to do with any file: it is not started over and over.
    if (index !== undefined) {
      this.giveUp(index);
      if (this.next < this.files.length) this.open();
    }
    if (this.alive.size === 0) while (this.next < this.files.length) this.giveUp(this.next++);
  }

  private giveUp(index: number): void {
    this.finish(index, brokenOn(this.files[index]!, this.request.args.includes("--json")));
  }
}

function brokenOn(file: string, json: boolean): FileResult {
  const message = "核对这个文件时程序中断，没有完成，请单独核对它。";
  return {
    file,
    printed: json ? `${JSON.stringify({ schema: 1, workbook: file, error: message })}\n` : "",
    notes: [`${file}：${message}`],
    code: ExitCode.impossible,
    row: { body: basename(file), errors: 0, explains: 0, cannotTell: 0, unrecognised: 0, failed: true },
  };
}

/** A process that has just ended hears nothing: that it ended is heard here. */
function tell(worker: ChildProcess, message: ToWorker): void {
  worker.send(message, () => undefined);
}

/** The worker as the command itself is run. */
function startWorker(): ChildProcess {
  return fork(join(__dirname, "packed.cjs"), [join(__dirname, "check-worker.ts")], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}
