import fc from "fast-check";
import { unrecognisedReason } from "../../../src/engine/diagnostics";
import type { Account } from "../../../src/engine/reconcile/declaration";
import * as says from "../../../src/engine/reconcile/equation-sayings";
import { officeNumber } from "../../../src/engine/workbook";
import { checked, madeBudget } from "./made-budget";

/** A sum that is 0.90 万元 less than its parts. */
const account: Account = {
  reported: "1234.56",
  computed: "1235.46",
  difference: "-0.9",
  left: ["1234.56"],
  right: ["1000", "235.46"],
  unit: "万元",
  nameOf: () => "收入总表“教育支出”合计（E12）",
};

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

describe("what an equation says of itself", () => {
  it.each<[string, string]>([
    [
      "收入总表“教育支出”合计比各项之和少 0.90 万元",
      says.sum.title({ total: "收入总表“教育支出”合计", parts: ["甲", "乙"] }, account),
    ],
    [
      "收支总表 收入总计比收支总表 支出总计多 9.00 万元",
      says.equalFigures.title(
        { left: "收支总表 收入总计", right: "收支总表 支出总计" },
        { ...account, difference: "9" },
      ),
    ],
    [
      "公务接待费 7.00 万元，大于“三公”经费表“合计”公务接待费 4.50 万元",
      says.atMostFigures.title(
        { left: "公务接待费", right: "“三公”经费表“合计”公务接待费", turned: false },
        { ...account, reported: "7", computed: "4.5", difference: "2.5" },
      ),
    ],
    [
      "支出总表 总计空着，各项合计 1,235.46 万元",
      says.blankTotal.title({ total: "支出总表 总计" }, { ...account, reported: null, difference: null }),
    ],
    [
      "支出总表 总计有数（1,234.56 万元），各项都空着",
      says.blankParts.title({ total: "支出总表 总计" }, { ...account, computed: null, difference: null }),
    ],
    [
      "收入总表“教育支出”合计（E12）写的是“#REF!”，不是可以计算的数",
      says.unreadable.title({ cell: 1, content: "#REF!" }, account),
    ],
    ["支出总表没有“项目支出”列", says.missing.title({ where: "支出总表", what: "“项目支出”列" }, account)],
    ["这项核对没有做完", says.crashed.title({ reason: "x" }, account)],
  ])("%s", (title, said) => {
    expect(said).toBe(title);
  });

  it("has its terms in three lines, long sums folded", () => {
    expect(says.sum.lines({ total: "合计", parts: ["甲", "乙"] }, account)).toEqual([
      "合计 1,234.56",
      "各项 1,235.46 = 1,000.00 + 235.46",
      "差 −0.90",
    ]);
    const many = Array.from({ length: 30 }, () => "1");
    const [, folded] = says.sum.lines({ total: "合计", parts: many }, { ...account, computed: "30", right: many });
    expect(folded).toContain("（共 30 个数）");
    expect(folded!.length).toBeLessThan(80);
  });

  it("names the sides the right way round where the reported one must not be less", () => {
    const bound = { left: "基本支出表 会议费", right: "说明 会议费", turned: true };
    const below = { ...account, reported: "3", computed: "5", difference: "-2", left: ["3"], right: ["5"] };
    expect(says.atMostFigures.lines(bound, below).slice(0, 2)).toEqual(["说明 会议费 3.00", "基本支出表 会议费 5.00"]);
    expect(says.atMostFigures.title(bound, below)).toBe("基本支出表 会议费 5.00 万元，大于说明 会议费 3.00 万元");
  });

  it("has no unit and no forced decimals for counts and points", () => {
    const points = { ...account, difference: "-10", unit: null };
    expect(says.sum.title({ total: "分值合计", parts: ["甲", "乙"] }, points)).toBe("分值合计比各项之和少 10");
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
    "cells-left-out",
    "program-broke",
  ] as const)("%s is said in Chinese", (reason) => {
    expect(unrecognisedReason({ sheet, reason, words: ["封面"] })).toMatch(/^[\u4e00-\u9fff（），、]+$/);
  });
});
