import fc from "fast-check";
import { officeNumber, statedWordings, unrecognisedReason } from "../../../src/engine/diagnostics";
import { stated } from "../../../src/engine/diagnostics/wording/stated-zh";
import { linesOf, titleOf, type EquationText } from "../../../src/engine/diagnostics/wording/zh";
import type { Outcome, OutcomeDetail } from "../../../src/engine/reconcile/outcome";
import { checked, madeBudget } from "./made-budget";

const text: EquationText = {
  left: ["1234.56"],
  right: ["1000", "235.46"],
  turned: false,
  unit: "万元",
  nameOf: () => "收入总表“教育支出”合计（E12）",
};

function outcome(detail: OutcomeDetail, more: Partial<Outcome> = {}): Outcome {
  return {
    rule: "rule",
    outcome: "fail",
    severity: "error",
    operands: [],
    reported: "1234.56",
    computed: "1235.46",
    difference: "-0.9",
    detail,
    equation: null,
    ...more,
  };
}

describe("numbers as the office writes them", () => {
  it.each([
    ["1234567.8", "1,234,567.80"],
    ["-0.9", "−0.90"],
    ["0", "0.00"],
    ["1000", "1,000.00"],
    ["0.1234", "0.1234"],
  ])("%s is written %s", (amount, written) => {
    expect(officeNumber(amount)).toBe(written);
  });

  it("keep their value and have no separators in the decimals", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.nat(999_999), (whole, fraction) => {
        const amount = `${whole}.${String(fraction).padStart(6, "0")}`;
        const written = officeNumber(amount);
        expect(written.replace("−", "-").replaceAll(",", "")).toBe(amount);
        expect(written.split(".")[1]).not.toContain(",");
      }),
      { seed: 1 },
    );
  });
});

describe("what a finding says in a line", () => {
  it.each<[string, Outcome]>([
    [
      "收入总表“教育支出”合计比各项之和少 0.90 万元",
      outcome({ code: "sum", total: "收入总表“教育支出”合计", parts: ["甲", "乙"] }),
    ],
    [
      "收入总表 合计比各项之和少 0.01 万元（尾差）",
      outcome(
        { code: "sum", total: "收入总表 合计", parts: ["甲", "乙"] },
        { outcome: "rounding", difference: "-0.01" },
      ),
    ],
    [
      "收支总表 收入总计比收支总表 支出总计多 9.00 万元",
      outcome({ code: "equal", left: "收支总表 收入总计", right: "收支总表 支出总计" }, { difference: "9" }),
    ],
    [
      "公务接待费 7.00 万元，大于“三公”经费表“合计”公务接待费 4.50 万元",
      outcome(
        { code: "at-most", left: "公务接待费", right: "“三公”经费表“合计”公务接待费" },
        { reported: "7", computed: "4.5", difference: "2.5" },
      ),
    ],
    [
      "支出总表 总计空着，各项合计 1,235.46 万元",
      outcome({ code: "blank-total", total: "支出总表 总计" }, { reported: null, difference: null }),
    ],
    [
      "支出总表 总计有数（1,234.56 万元），各项都空着",
      outcome(
        { code: "blank-parts", total: "支出总表 总计" },
        { outcome: "cannot-tell", computed: null, difference: null },
      ),
    ],
    [
      "收入总表“教育支出”合计（E12）写的是“#REF!”，不是金额",
      outcome({ code: "unreadable", cell: 1, content: "#REF!" }, { outcome: "cannot-tell" }),
    ],
    [
      "支出总表没有“项目支出”列",
      outcome({ code: "missing", where: "支出总表", what: "“项目支出”列" }, { outcome: "cannot-tell" }),
    ],
    ["这项核对没有做完", outcome({ code: "crashed", reason: "x" }, { outcome: "cannot-tell" })],
  ])("%s", (title, said) => {
    expect(titleOf(said, text)).toBe(title);
  });

  it("has the equation in three lines, long sums folded", () => {
    expect(linesOf(outcome({ code: "sum", total: "合计", parts: ["甲", "乙"] }), text)).toEqual([
      "合计 1,234.56",
      "各项 1,235.46 = 1,000.00 + 235.46",
      "差 −0.90",
    ]);
    const many = Array.from({ length: 30 }, () => "1");
    const [, folded] = linesOf(outcome({ code: "sum", total: "合计", parts: many }, { computed: "30" }), {
      ...text,
      right: many,
    });
    expect(folded).toContain("（共 30 个数）");
    expect(folded!.length).toBeLessThan(80);
  });

  it("names the sides the right way round where the reported one must not be less", () => {
    const said = outcome(
      { code: "at-most", left: "基本支出表 会议费", right: "说明 会议费" },
      { reported: "3", computed: "5", difference: "-2" },
    );
    expect(linesOf(said, { ...text, left: ["3"], right: ["5"], turned: true }).slice(0, 2)).toEqual([
      "说明 会议费 3.00",
      "基本支出表 会议费 5.00",
    ]);
    expect(titleOf(said, { ...text, turned: true })).toBe("基本支出表 会议费 5.00 万元，大于说明 会议费 3.00 万元");
  });

  it("has no unit and no forced decimals for counts and points", () => {
    expect(
      titleOf(outcome({ code: "sum", total: "分值合计", parts: ["甲", "乙"] }, { difference: "-10" }), {
        ...text,
        unit: null,
      }),
    ).toBe("分值合计比各项之和少 10");
  });
});

describe("wordings of checks that are no equations", () => {
  const filled = { reported: "1", computed: "2", difference: "-1" };

  it.each(Object.keys(statedWordings))("%s fills in what it is given, and leaves no bracket", (id) => {
    const wording = statedWordings[id]!;
    const names = [...[wording.title, ...wording.lines].join("").matchAll(/\{([\w-]+)\}/g)].map((match) => match[1]!);
    const values = Object.fromEntries(names.map((name) => [name, `〈${name}〉`]));
    const said = stated(outcome({ code: "stated", wording: id, values }, filled), id, values);
    expect(said.title).not.toMatch(/[{}]/);
    expect(said.title.length).toBeGreaterThan(4);
    for (const name of names) expect([said.title, ...said.lines].join("")).toContain(`〈${name}〉`);
  });

  it("shows the parameters of an id that nobody worded, rather than nothing", () => {
    expect(
      stated(outcome({ code: "stated", wording: "unknown", values: { a: "甲" } }), "unknown", { a: "甲" }).title,
    ).toBe("甲");
  });
});

describe("why a sheet was not recognised", () => {
  const sheet = checked(madeBudget([[[1]]])).workbook.sheets[0]!;

  it.each([
    "empty",
    "no-title",
    "no-header",
    "no-template",
    "ambiguous",
    "excluded-by-person",
    "hidden-copy",
    "no-cells",
  ] as const)("%s is said in Chinese", (reason) => {
    expect(unrecognisedReason({ sheet, reason, words: ["封面"] })).toMatch(/^[\u4e00-\u9fff（），、]+$/);
  });
});
