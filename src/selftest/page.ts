import { differenceLines, outcomeWords, summaryWords } from "./report";
import type { StepResult } from "./step";

/** What the self-test shows: each step with what was expected and seen, and the file to hand over. */
export class SelfTestPage {
  private readonly words: HTMLElement;
  private readonly steps: HTMLElement;
  private readonly file: HTMLTextAreaElement;
  private readonly buttons: Readonly<Record<"run" | "copy" | "send", HTMLButtonElement>>;

  constructor(private readonly document: Document) {
    const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
    this.words = byId("words");
    this.steps = byId("steps");
    this.file = byId("file");
    this.buttons = { run: byId("run"), copy: byId("copy"), send: byId("send") };
    this.buttons.copy.addEventListener("click", () => void this.copy());
  }

  say(words: string): void {
    this.words.textContent = words;
  }

  /** Lets the person begin. */
  onRun(run: () => Promise<void>): void {
    const { run: button } = this.buttons;
    button.disabled = false;
    button.addEventListener("click", () => {
      button.disabled = true;
      this.steps.replaceChildren();
      run()
        .catch((error: unknown) => this.say(`自检没有做完：${String(error)}`))
        .finally(() => (button.disabled = false));
    });
  }

  addResult(result: StepResult): void {
    const item = this.document.createElement("li");
    item.dataset.outcome = result.outcome;
    item.textContent = `${outcomeWords(result)}：${result.title}`;
    for (const line of differenceLines(result)) {
      const detail = this.document.createElement("div");
      detail.textContent = line;
      item.append(detail);
    }
    this.steps.append(item);
  }

  finish(results: readonly StepResult[], file: string): void {
    this.say(`${summaryWords(results)}请点“复制结果”，粘贴到一个文本文件里交给开发人员。`);
    this.file.value = file;
    this.file.hidden = false;
    this.buttons.copy.disabled = false;
  }

  /** Offers to send the file to the developer's own server. */
  onSend(send: () => Promise<void>): void {
    const { send: button } = this.buttons;
    button.hidden = false;
    button.onclick = () =>
      void send().then(
        () => this.say("已发出。"),
        (error: unknown) => this.say(`没有发出：${String(error)}。请用“复制结果”。`),
      );
  }

  /** By the clipboard where the page may, else by selecting the text: on a Mac a download does nothing. */
  private async copy(): Promise<void> {
    this.file.focus();
    this.file.select();
    try {
      await navigator.clipboard.writeText(this.file.value);
      this.say("已复制。");
    } catch {
      this.say("这里不能自动复制：下面的文字已选中，请按 Ctrl+C（Mac 上 ⌘C）。");
    }
  }
}
