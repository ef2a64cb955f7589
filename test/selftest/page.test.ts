/** @jest-environment jsdom */
/** What the person who runs the self-test sees, and what she hands over. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SelfTestPage } from "../../src/selftest/page";
import type { StepResult } from "../../src/selftest/step";

const html = readFileSync(join(__dirname, "../../src/selftest/selftest.html"), "utf8");
const result = (change: Partial<StepResult>): StepResult => ({
  id: "a",
  title: "读出数字",
  outcome: "passed",
  comparisons: [],
  remark: "",
  ...change,
});
const text = (id: string): string => document.getElementById(id)!.textContent ?? "";

beforeEach(() => (document.body.innerHTML = /<body>([^]*)<\/body>/.exec(html)![1]!));

test("each step is shown with what was expected and seen where they differ", () => {
  const page = new SelfTestPage(document);
  page.addResult(result({}));
  page.addResult(
    result({ outcome: "failed", comparisons: [{ what: "合并", expected: ["B2:C3"], seen: [], agrees: false }] }),
  );
  page.addResult(result({ outcome: "crashed", remark: "HostError refused" }));
  expect([...document.querySelectorAll("li")].map((item) => item.textContent)).toEqual([
    "符合：读出数字",
    '不符：读出数字合并：应为 ["B2:C3"]，实为 []',
    "出错：读出数字HostError refused",
  ]);
});

test("the file is there as a text to copy, also where the clipboard is refused, as on a Mac", async () => {
  const page = new SelfTestPage(document);
  page.finish([result({})], '{"excel":{}}');
  expect(text("words")).toMatch(/^自检完成，1 步：符合 1 步，不符或出错 0 步/);
  const file = document.getElementById("file") as HTMLTextAreaElement;
  expect([file.hidden, file.value]).toEqual([false, '{"excel":{}}']);
  document.getElementById("copy")!.click();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(text("words")).toContain("⌘C");
  expect(file.selectionEnd).toBe(file.value.length);
});

test("a run that breaks off says so, and can be begun again", async () => {
  const page = new SelfTestPage(document);
  page.onRun(() => Promise.reject(new Error("断了")));
  const button = document.getElementById("run") as HTMLButtonElement;
  button.click();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect([text("words"), button.disabled]).toEqual(["自检没有做完：Error: 断了", false]);
});

test("it is offered to send the file only where somebody collects", async () => {
  const page = new SelfTestPage(document);
  const button = document.getElementById("send") as HTMLButtonElement;
  expect(button.hidden).toBe(true);
  page.onSend(() => Promise.resolve());
  button.click();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect([button.hidden, text("words")]).toEqual([false, "已发出。"]);
});
