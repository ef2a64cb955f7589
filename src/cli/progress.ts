import type { CheckProgress, CheckStage } from "../engine/check-workbook";

const words: Readonly<Record<CheckStage | "read" | "write", string>> = {
  read: "读取",
  recognise: "认表",
  reconcile: "核对",
  diagnose: "找原因",
  write: "另存",
};

/** One line on stderr that says which file and which stage; only on a terminal, where it can be wiped. */
export class Progress {
  private done = 0;
  private name = "";
  private line = "";
  private readonly shown: boolean;

  constructor(
    private readonly stream: NodeJS.WritableStream,
    private readonly total: number,
  ) {
    this.shown = "isTTY" in stream && stream.isTTY === true;
  }

  begin(name: string): void {
    this.name = name;
    this.done += 1;
  }

  /** `share` of the stage is done (0 to 1). */
  stage(stage: CheckStage | "read" | "write", share = 0): void {
    const percent = share < 0.01 ? "" : ` ${Math.floor(share * 100)}%`;
    const line = `[${this.done}/${this.total}] ${this.name}：${words[stage]}…${percent}`;
    if (!this.shown || line === this.line) return;
    this.line = line;
    this.stream.write(`\r\u001b[K${line}`);
  }

  /** Carries a check out and says how far it has come. @throws what the check throws */
  follow<Result>(steps: Generator<CheckProgress, Result, void>): Result {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      this.stage(value.stage, value.share);
    }
  }

  end(): void {
    this.line = "";
    if (this.shown) this.stream.write("\r\u001b[K");
  }
}
