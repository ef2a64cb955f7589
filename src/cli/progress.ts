import type { CheckStage } from "../engine/check-workbook";

const words: Readonly<Record<CheckStage | "read" | "write", string>> = { read: "读取", recognise: "认表", reconcile: "核对", diagnose: "找原因", write: "另存" };

/** One line on stderr that says which file and which stage; only on a terminal, where it can be wiped. */
export class Progress {
  private done = 0;
  private name = "";
  private readonly shown: boolean;

  constructor(private readonly stream: NodeJS.WritableStream, private readonly total: number) {
    this.shown = "isTTY" in stream && stream.isTTY === true;
  }

  begin(name: string): void {
    this.name = name;
    this.done += 1;
  }

  stage(stage: CheckStage | "read" | "write"): void {
    if (this.shown) this.stream.write(`\r\u001b[K[${this.done}/${this.total}] ${this.name}：${words[stage]}…`);
  }

  end(): void {
    if (this.shown) this.stream.write("\r\u001b[K");
  }
}
