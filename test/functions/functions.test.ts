/** =HEDUI.SCORE and =HEDUI.READ as Excel calls them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BlankCells, noWorkbook } from "../../src/functions/blank-cells";
import { customFunctions } from "../../src/functions/functions";
import { WorkbookPractice } from "../../src/functions/workbook-practice";

interface Described {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly type: string;
    readonly optional?: boolean;
  }[];
  readonly result: { readonly type: string; readonly dimensionality: string };
  readonly options: { readonly requiresParameterAddresses: boolean };
}

const { functions: described } = JSON.parse(
  readFileSync(join(__dirname, "../../src/functions/functions.json"), "utf8"),
) as { functions: Described[] };

class ErrorValue extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const associated = new Map<string, (...values: unknown[]) => Promise<unknown>>();
const excel = {
  Error: ErrorValue,
  ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
  associate: (id: string, run: (...values: unknown[]) => Promise<unknown>) => void associated.set(id, run),
};

beforeAll(async () => {
  Object.assign(globalThis, { CustomFunctions: excel });
  await import("../../src/functions");
});

const parametersOf = (id: string): number => described.find((one) => one.id === id)!.parameters.length;
/** As Excel calls a function whose values all stand in the formula: none of them has an address. */
const written = (id: string, values: readonly unknown[]): unknown[] => {
  const padded = Array.from({ length: parametersOf(id) }, (_, position) => values[position] ?? null);
  return [...padded, { parameterAddresses: padded.map(() => "") }];
};
const call = async (id: string, ...values: unknown[]): Promise<unknown> =>
  ((await associated.get(id)!(...written(id, values))) as unknown[][])[0]![0];
/** What the cell shows, with the sentence behind it. */
const shown = (id: string, ...values: unknown[]): Promise<unknown> =>
  call(id, ...values).catch((error: ErrorValue) => `${error.code} ${error.message}`);

const PER_TIME = "完成10次及以上得满分，每少1次扣1分，扣完为止";

describe("functions.json, which Excel reads before anything runs", () => {
  test("describes every function that is there, and no other", () => {
    expect([...associated.keys()].sort()).toEqual(described.map(({ id }) => id).sort());
  });

  test("says the parameters of the documented call, the last two may be left out", () => {
    const { parameters } = described.find(({ id }) => id === "SCORE")!;
    expect(parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ")).toBe(
      "评分标准, 指标值, 实际完成值, 分值, [指标值类型], [计量单位]",
    );
  });

  test("gives each function as many parameters as its code takes, of any type, optional ones last", () => {
    for (const { id, parameters } of described) {
      // The last one is what Excel tells of the call.
      expect([id, associated.get(id)!.length]).toEqual([id, parameters.length + 1]);
      expect(parameters.map(({ type }) => type)).toEqual(parameters.map(() => "any"));
      const optional = parameters.map((one) => one.optional === true);
      expect(optional).toEqual([...optional].sort());
    }
  });

  test("has the names and keys that Excel takes, and words for everything that it shows", () => {
    for (const one of described) {
      expect([one.id, one.name, Object.keys(one).sort()]).toEqual([
        one.name.toUpperCase(),
        one.id,
        ["description", "id", "name", "options", "parameters", "result"],
      ]);
      expect(one.id).toMatch(/^[A-Z][A-Z0-9_.]{2,}$/);
      for (const words of [one.description, ...one.parameters.map(({ description }) => description)])
        expect(words.length).toBeGreaterThan(3);
    }
    expect(described.map(({ id, result }) => [id, result.type])).toEqual([
      ["SCORE", "number"],
      ["READ", "string"],
    ]);
  });

  test("asks for the addresses of the parameters, which Excel tells to functions that give a matrix only", () => {
    for (const { result, options } of described)
      expect([result.dimensionality, options]).toEqual(["matrix", { requiresParameterAddresses: true }]);
  });
});

test("a score is a number, whether cells hold numbers or texts", async () => {
  expect(await call("SCORE", PER_TIME, 10, 8, 10, "≥", "次")).toBe(8);
  expect(await call("SCORE", PER_TIME, "≥10次", "8次", "10分")).toBe(8);
});

test("a percentage is the fraction that its cell holds", async () => {
  const BANDS = "满意度≥95%得满分，每低1个百分点扣0.5分，扣完为止";
  expect(await call("SCORE", BANDS, 0.95, 0.93, 10, "≥", "%")).toBe(9);
  expect(await call("SCORE", BANDS, "95%", 0.93, 10)).toBe(9);
});

test("a date is the number that its cell holds, beside a date in words", async () => {
  const LATE = "12月底前完成得满分，每延迟一天扣1分";
  expect(await call("SCORE", LATE, "2025年12月31日前", 46024, 5, "定性")).toBe(3);
  expect(await call("SCORE", LATE, 46022, "2026年1月2日", 5, "定性")).toBe(3);
  expect(await call("SCORE", "按时完成得满分，每延迟一天扣1分", "2025年12月31日", 46021.5, 5)).toBe(5);
});

test.each([
  ["a blank cell", [null, ""]],
  ["an argument that is left out", [undefined]],
])("%s says nothing: the type goes by the meaning, a missing figure is asked for", async (_, blanks) => {
  for (const blank of blanks) {
    expect(await call("SCORE", PER_TIME, "10次", "8次", 10, blank, blank)).toBe(8);
    expect(await shown("SCORE", PER_TIME, 10, blank, 10)).toBe("#N/A 缺实际完成值，请补充");
    expect(await shown("SCORE", "完成率达到100%得满分，每低1%扣分值的5%", 10, 8, blank)).toBe("#N/A 缺分值，请补充");
  }
});

test.each([
  ["a logical value", true],
  ["a word", "很多"],
])("%s in the place of a number is no number", async (_, value) => {
  expect(await shown("SCORE", PER_TIME, 10, value, 10, "≥", "次")).toMatch(/^#N\/A /);
  expect(await shown("SCORE", PER_TIME, 10, 8, value, "≥", "次")).toBe("#N/A 缺分值，请补充");
  expect(await shown("SCORE", value, 10, 8, 10, "≥", "次")).toBe("#VALUE! 读不懂评分标准：没有写明怎样得分或扣分");
});

test("without a criterion the general rule counts", async () => {
  expect(await call("SCORE", null, 10, 5, 10, "≥", "次")).toBe(5);
});

test.each([
  ["a missing actual value", [PER_TIME, 10, null, 10, "≥", "次"], /^#N\/A 缺实际完成值，请补充$/],
  [
    "a judgement, with its choices",
    ["优秀得10分，良好得8分，合格得6分，不合格不得分", "优秀", "", 10, "定性"],
    /^#N\/A /,
  ],
  ["a text that states no rule", ["按照文件要求执行", 10, 8, 10], /^#VALUE! 读不懂评分标准：/],
] as const)("%s gives no number but an error value that says why", async (_, values, words) => {
  expect(await shown("SCORE", ...values)).toMatch(words);
});

test("a judgement names what may be given", async () => {
  expect(await shown("SCORE", "完成得5分，未完成不得分", "开展宣传", "已部署", 5, "定性")).toMatch(
    /^#N\/A 需要人判断：.+分.*）$/,
  );
});

test("a reading is plain words; no rule is #VALUE!, no text #N/A", async () => {
  expect(await call("READ", PER_TIME)).toMatch(/满分/);
  expect(await shown("READ", "按照文件要求执行")).toMatch(/^#VALUE! /);
  expect(await shown("READ", "")).toMatch(/^#N\/A /);
});

test("a message is never longer than Excel shows", async () => {
  expect(String(await shown("SCORE", `由评审组${"认真".repeat(300)}评定`, 10, 8, 10)).length).toBeLessThanOrEqual(260);
});

describe("in an open workbook", () => {
  const open = (): {
    practice: WorkbookPractice;
    score: (...values: unknown[]) => Promise<unknown>;
    read: (criterion: string) => Promise<unknown>;
  } => {
    const practice = new WorkbookPractice();
    const { SCORE, READ } = customFunctions(practice, new BlankCells(noWorkbook));
    const words = (error: ErrorValue): [[string]] => [[`${error.code} ${error.message}`]];
    return {
      practice,
      score: async (...values) => (await SCORE(...written("SCORE", values)).catch(words))[0]![0],
      read: async (criterion) => (await READ(...written("READ", [criterion])).catch(words))[0]![0],
    };
  };
  const FILES = "完成1000卷得满分，每少100卷扣2分，扣完为止";
  const half = [FILES, "≥1000卷", "850卷", 20];

  test("its conventions and corrected readings count", async () => {
    const { practice, score, read } = open();
    practice.tell({
      conventions: { steps: "exact" },
      corrections: [
        {
          criterion: PER_TIME,
          reading: { kind: "text", text: "完成10次及以上得满分，每少1次扣3分，扣完为止" },
          by: "",
          on: "2025-02-28",
        },
      ],
    });
    expect(await score(...half)).toBe(17);
    expect(await score(PER_TIME, 10, 8, 10, "≥", "次")).toBe(4);
    expect(await read(PER_TIME)).toMatch(/3.*（已更正）$/);
  });

  test("what is left to a person is #N/A", async () => {
    const { practice, score, read } = open();
    practice.tell({
      conventions: {},
      corrections: [{ criterion: FILES, reading: { kind: "judgement" }, by: "", on: "2025-02-28" }],
    });
    expect(await score(...half)).toMatch(/^#N\/A 需要人判断：这条评分标准已定为由人判断/);
    expect(await read(FILES)).toBe("由人判断（已更正）");
  });

  test("a cell waits until they are known", async () => {
    const { practice, score } = open();
    let answer: unknown = "waiting";
    const asked = score(...half).then((found) => (answer = found));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(answer).toBe("waiting");
    expect(practice.tell({ conventions: { steps: "exact" }, corrections: [] })).toBe(false);
    await asked;
    expect(answer).toBe(17);
  });

  test("when they change, cells that were answered want working out anew, and only then", async () => {
    const { practice, score } = open();
    expect(practice.tell({ conventions: {}, corrections: [] })).toBe(false);
    expect(practice.tell({ conventions: { steps: "exact" }, corrections: [] })).toBe(false);
    expect(await score(...half)).toBe(17);
    expect(practice.tell({ conventions: { steps: "exact" }, corrections: [] })).toBe(false);
    expect(practice.tell({ conventions: {}, corrections: [] })).toBe(true);
    expect(await score(...half)).toBe(18);
  });
});
