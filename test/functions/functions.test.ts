/** =HEDUI.SCORE and =HEDUI.READ as Excel calls them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Described {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly optional?: boolean }[];
}

const { functions: described } = JSON.parse(readFileSync(join(__dirname, "../../src/functions/functions.json"), "utf8")) as { functions: Described[] };

class ErrorValue extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const associated = new Map<string, (...values: unknown[]) => Promise<unknown>>();
const excel = { Error: ErrorValue, ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" }, associate: (id: string, run: (...values: unknown[]) => Promise<unknown>) => void associated.set(id, run) };

beforeAll(async () => {
  Object.assign(globalThis, { CustomFunctions: excel });
  await import("../../src/functions");
});

const call = (id: string, ...values: unknown[]): Promise<unknown> => associated.get(id)!(...values);
/** What the cell shows, with the sentence behind it. */
const shown = (id: string, ...values: unknown[]): Promise<unknown> => call(id, ...values).catch((error: ErrorValue) => `${error.code} ${error.message}`);

const PER_TIME = "完成10次及以上得满分，每少1次扣1分，扣完为止";

test("every function that functions.json describes is there, and no other", () => {
  expect([...associated.keys()].sort()).toEqual(described.map(({ id }) => id).sort());
});

test("the parameters are those of the documented call, the last two may be left out", () => {
  const { parameters } = described.find(({ id }) => id === "SCORE")!;
  expect(parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ")).toBe("评分标准, 指标值, 实际完成值, 分值, [指标值类型], [计量单位]");
  expect(described.flatMap((one) => one.parameters).every(({ type }) => type === "any")).toBe(true);
});

test("a score is a number, whether cells hold numbers or texts", async () => {
  expect(await call("SCORE", PER_TIME, 10, 8, 10, "≥", "次")).toBe(8);
  expect(await call("SCORE", PER_TIME, "≥10次", "8次", "10分")).toBe(8);
});

test("without a criterion the general rule counts", async () => {
  expect(await call("SCORE", null, 10, 5, 10, "≥", "次")).toBe(5);
});

test.each([
  ["a missing actual value", [PER_TIME, 10, null, 10, "≥", "次"], /^#N\/A 缺实际完成值，请补充$/],
  ["a judgement, with its choices", ["优秀得10分，良好得8分，合格得6分，不合格不得分", "优秀", "", 10, "定性"], /^#N\/A /],
  ["a text that states no rule", ["按照文件要求执行", 10, 8, 10], /^#VALUE! 读不懂评分标准：/],
] as const)("%s gives no number but an error value that says why", async (_, values, words) => {
  expect(await shown("SCORE", ...values)).toMatch(words);
});

test("a judgement names what may be given", async () => {
  expect(await shown("SCORE", "完成得5分，未完成不得分", "开展宣传", "已部署", 5, "定性")).toMatch(/^#N\/A 需要人判断：.+分.*）$/);
});

test("a reading is plain words; no rule is #VALUE!, no text #N/A", async () => {
  expect(await call("READ", PER_TIME)).toMatch(/满分/);
  expect(await shown("READ", "按照文件要求执行")).toMatch(/^#VALUE! /);
  expect(await shown("READ", "")).toMatch(/^#N\/A /);
});

test("a message is never longer than Excel shows", async () => {
  expect(String(await shown("SCORE", `由评审组${"认真".repeat(300)}评定`, 10, 8, 10)).length).toBeLessThanOrEqual(260);
});
