import { tmpdir } from "node:os";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCheck } from "../../src/cli/check";
import { messageOf, Refusal } from "../../src/cli/refusal";
import { runScore } from "../../src/cli/score";
import { ran } from "./run-command";

const WORDS = ["constructor", "__proto__", "toString", "valueOf", "NaN", "1e999"];

test("no word of a case ends a run of cases: each line has its answer", async () => {
  const cases = [
    { id: "1", criterion: "完成得满分：否则不得分", target: "5", actual: "5", points: "2" },
    ...WORDS.map((word) => ({
      id: word,
      criterion: word,
      target: word,
      actual: word,
      unit: word,
      type: word,
      points: 5,
    })),
    ...WORDS.map((word) => ({ id: word, criterion: "每少1个扣1分", target: "5", actual: "3", unit: word, points: 5 })),
    ...WORDS.map((word) => `{"${word}": {"${word}": 1}, "criterion": "完成得满分"}`),
  ].map((one) => (typeof one === "string" ? one : JSON.stringify(one)));
  const { stdout, stderr } = await ran(runScore, [], { cwd: tmpdir(), stdin: cases.join("\n") });
  const answers = stdout.trim().split("\n");
  expect(answers).toHaveLength(cases.length);
  expect(JSON.parse(answers[0]!)).toMatchObject({ id: "1", status: "scored", score: 2 });
  expect(`${stdout}${stderr}`).not.toMatch(/Error|undefined|出了意外/);
});

test("an error from inside is worded, with a code to pass on and nothing of its own words", () => {
  const told = messageOf(new TypeError("x is not a function"));
  expect(told).toMatch(/^程序出了意外，没有完成，.*（TypeError odd-words\.test\.ts:\d+）。$/);
  expect(messageOf(new Refusal("没有\n这个文件"))).toBe("没有 这个文件");
});

describe("a person's own folder", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "hedui-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ['{"__proto__": {"check": 1}, "check": "constructor"}'],
    ['{"layout": "__proto__", "id": "甲"}'],
    ['{"extends": "constructor", "id": "甲"}'],
    ["[]"],
    ["null"],
    ['"constructor"'],
  ])("%s is refused in one line", async (content) => {
    writeFileSync(join(folder, "甲.json"), content);
    const seed = join(__dirname, "../../seeds/hengyang-project-targets.xlsx");
    const { code, stderr } = await ran(runCheck, [seed, "--catalogue", folder], { cwd: folder });
    expect([code, stderr.trim().split("\n").length]).toEqual([2, 1]);
    expect(stderr).toMatch(/^甲\.json/);
    expect(stderr).not.toMatch(/Error|undefined|出了意外/);
  });
});
