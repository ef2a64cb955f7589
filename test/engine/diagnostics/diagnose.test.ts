import fc from "fast-check";
import { diagnose, type Finding } from "../../../src/engine/diagnostics";
import { equalFigures } from "../../../src/engine/reconcile/equation-sayings";
import type { Outcome } from "../../../src/engine/reconcile/outcome";
import { checked, madeBudget, type MadeCase, type MadeTable } from "./made-budget";
import { madeSaying } from "./made-sayings";
import { plainFinding } from "./plain-finding";

/** Two classes of two items from two sources, in hundredths of 万元. */
const small = (): MadeTable[] =>
  madeBudget([
    [
      [100_000, 23_456],
      [50_000, 7_000],
    ],
    [
      [30_000, 1_000],
      [4_000, 900],
    ],
  ]);

function set(
  tables: MadeTable[],
  table: number,
  row: number,
  column: number,
  value: number | string | null,
): MadeTable[] {
  tables[table]!.rows[row]!.values[column] = value;
  return tables;
}

function findings(made: MadeCase, more: readonly Outcome[] = []): Finding[] {
  return diagnose({ ...made, outcomes: [...made.outcomes, ...more] });
}

const codesOf = (all: readonly Finding[]): string[] =>
  all.flatMap((finding) => [finding.code, ...finding.witnesses.map(({ code }) => code)]).sort();

describe("one cause is one finding", () => {
  it("a figure with swapped digits is shown with its repair and the other checks as witnesses", () => {
    const [finding, ...others] = findings(checked(set(small(), 0, 2, 0, 1243.56)));
    expect(others).toEqual([]);
    expect(finding!.witnesses).toHaveLength(2);
    expect(finding!.suspects[0]).toMatchObject({
      sheet: "收入总表",
      address: "C6",
      kind: "digits-swapped",
      reason: "数字对调：“1,243.56”应为“1,234.56”",
      proposed: "1234.56",
    });
    expect(finding).toMatchObject({
      outcome: "fail",
      severity: "error",
      reported: "1243.56",
      computed: "1234.56",
      difference: "9",
      unit: "万元",
    });
    expect(finding!.title).toBe("收入总表“20101 第1类第1款”合计应为 1,234.56 万元，写成了 1,243.56（数字对调）");
    expect(finding!.message).toBe("合计 1,243.56；各项 1,234.56 = 1,000.00 + 234.56；差 9.00");
  });

  it("a deleted figure is one finding, though one check fails and another cannot be told", () => {
    const [one, other] = madeBudget([[[100_000, 23_456]], [[30_000, 1_000]]]) as [MadeTable, MadeTable];
    const made = checked(set([one, other], 0, 2, 1, null));
    expect(new Set(made.outcomes.map(({ outcome }) => outcome))).toEqual(new Set(["fail", "cannot-tell"]));
    const [finding, ...others] = findings(made);
    expect(others).toEqual([]);
    expect(finding!.outcome).toBe("fail");
    expect(finding!.suspects[0]).toMatchObject({ address: "D6", kind: "value-missing", proposed: "1000" });
  });

  it("a #REF! that stops several checks is one finding, with the value that the others ask for", () => {
    const [finding, ...others] = findings(checked(set(small(), 0, 1, 0, "#REF!")));
    expect(others).toEqual([]);
    expect(finding!.outcome).toBe("cannot-tell");
    expect(finding!.witnesses).toHaveLength(3);
    expect(finding!.title).toBe("收入总表“201 第1类”合计（C5）写的是“#REF!”，不是可以计算的数");
    expect(finding!.suspects).toEqual([expect.objectContaining({ address: "C5", proposed: "1804.56" })]);
  });

  it("a figure repeated from the one beside it is named as copied", () => {
    const [finding] = findings(checked(set(small(), 0, 3, 1, 1000)));
    expect(finding!.suspects[0]).toMatchObject({ address: "D7", kind: "neighbour-copied", proposed: "500" });
    expect(finding!.suspects[0]!.reason).toContain("D6");
  });

  it("a text against a figure that is wrong itself joins the figure's finding", () => {
    const made = checked(set(small(), 0, 2, 0, 1243.56));
    const claim: Outcome = {
      rule: "text-agrees",
      outcome: "fail",
      severity: "error",
      operands: [{ cell: made.cell(0, 2, 0), role: "part" }],
      reported: "1234.56",
      computed: "1243.56",
      difference: "-9",
      detail: equalFigures.with({ left: "说明", right: "收入总表" }),
      equation: null,
    };
    const all = findings(made, [claim]);
    expect(all).toHaveLength(1);
    expect(codesOf(all)).toContain("text-agrees");
    const other: Outcome = { ...claim, difference: "-8" };
    expect(findings(made, [other])).toHaveLength(2);
  });

  it("a text that is too small only against a wrong figure joins the figure's finding", () => {
    const made = checked(set(small(), 0, 2, 0, 12345.6));
    const claim: Outcome = {
      rule: "text-at-least",
      outcome: "fail",
      severity: "error",
      operands: [
        { cell: made.cell(1, 0, 0), role: "reported" },
        { cell: made.cell(0, 2, 0), role: "other" },
      ],
      reported: "2000",
      computed: "12345.6",
      difference: "-10345.6",
      detail: madeSaying("bound"),
      equation: null,
    };
    expect(findings(made, [claim])).toHaveLength(1);
    expect(findings(made, [{ ...claim, reported: "1000", difference: "-11345.6" }])).toHaveLength(2);
  });

  it("a rate made from the wrong figure joins its finding, and makes it the first suspect of a single sum", () => {
    const [one, other] = madeBudget([[[100_000], [50_000], [7_000]]]) as [MadeTable, MadeTable];
    const plain = checked(set([one, other], 0, 3, 1, 537));
    const [alone] = findings({ ...plain, outcomes: plain.outcomes.filter(({ rule }) => rule === "lines-add-up") });
    expect(alone!.suspects.length).toBeGreaterThan(1);
    const cell = alone!.suspects.at(-1)!.cell;
    const rate: Outcome = {
      rule: "rate",
      outcome: "fail",
      severity: "error",
      operands: [
        { cell: plain.cell(1, 0, 0), role: "reported" },
        { cell, role: "part" },
      ],
      reported: "1",
      computed: "1.5",
      difference: "-0.5",
      detail: madeSaying("derived"),
      equation: null,
    };
    const all = findings({
      ...plain,
      outcomes: [...plain.outcomes.filter(({ rule }) => rule === "lines-add-up"), rate],
    });
    expect(all).toHaveLength(1);
    expect(all[0]!.suspects[0]!.cell).toBe(cell);
  });

  it("checks that name the same cause are one finding", () => {
    const made = checked(small());
    const claim = (rule: string, outcome: Outcome["outcome"], cause: string): Outcome => ({
      rule,
      outcome,
      severity: "error",
      operands: [],
      reported: null,
      computed: null,
      difference: null,
      detail: madeSaying("plain", "2024年"),
      cause,
      equation: null,
    });
    const all = findings(made, [
      claim("a", "fail", "1:2"),
      claim("b", "cannot-tell", "1:2"),
      claim("c", "fail", "1:9"),
    ]);
    expect(all.map(({ code, witnesses }) => [code, ...witnesses.map((witness) => witness.code)])).toEqual([
      ["a", "b"],
      ["c"],
    ]);
  });

  it("two figures wrong in different places are two findings", () => {
    const all = findings(checked(set(set(small(), 0, 2, 1, 1001), 1, 6, 2, 90)));
    expect(all.map(({ suspects }) => [suspects[0]!.sheet, suspects[0]!.address, suspects[0]!.proposed])).toEqual([
      ["收入总表", "D6", "1000"],
      ["支出总表", "E10", "9"],
    ]);
  });
});

describe("a rounding difference", () => {
  it("is shown as 尾差, alone, and laid to nobody", () => {
    const tables = small();
    tables[0]!.rows[0]!.values[0] = 2163.57;
    const all = findings(checked(tables));
    expect(all.map(({ outcome }) => outcome)).not.toContain("fail");
    expect(all[0]!.title).toContain("（尾差）");
  });
});

describe("every check that does not pass", () => {
  const place = fc.record({
    table: fc.nat(1),
    row: fc.nat(6),
    column: fc.nat(2),
    value: fc.oneof(
      fc.constantFrom(null, "#REF!", "见附件"),
      fc.integer({ min: -99_999, max: 99_999 }).map((value) => value / 100),
    ),
  });

  it("appears exactly once, as a finding or among witnesses, and the finding is as grave as its gravest member", () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 10 }), (places) => {
        let tables = small();
        for (const { table, row, column, value } of places) tables = set(tables, table, row, column, value);
        const made = checked(tables);
        const all = findings(made);
        expect(codesOf(all)).toEqual(made.outcomes.map(({ rule }) => rule).sort());
        const shown = all
          .flatMap((finding) => [finding, ...finding.witnesses])
          .map(({ cells }) => cells.map(({ cell }) => cell).join());
        expect(shown.sort()).toEqual(
          made.outcomes.map(({ operands }) => operands.map(({ cell }) => cell).join()).sort(),
        );
        expect(all.filter(({ outcome }) => outcome === "fail").length > 0).toBe(
          made.outcomes.some(({ outcome }) => outcome === "fail"),
        );
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it("is diagnosed alike each time, and nothing that was handed in is changed", () => {
    const made = checked(set(set(small(), 0, 2, 1, 1001), 1, 6, 2, "#REF!"));
    const before = JSON.stringify([made.outcomes, made.workbook]);
    expect(findings(made).map(plainFinding)).toEqual(findings(made).map(plainFinding));
    expect(JSON.stringify([made.outcomes, made.workbook])).toBe(before);
  });
});

describe("the key of a finding", () => {
  it("stays the same when rows are inserted above and the sheet is renamed", () => {
    const key = (tables: MadeTable[]): string[] => findings(checked(tables)).map((finding) => finding.key);
    const plain = set(small(), 0, 2, 1, 1001);
    const moved = set(small(), 0, 2, 1, 1001).map((table) => ({
      ...table,
      rows: [
        ...table.rows.slice(0, 1),
        { label: "新增类", code: "299", parent: 0, values: [0, 0, 0] },
        ...table.rows.slice(1),
      ].map((row) => ({ ...row, parent: row.parent !== null && row.parent > 0 ? row.parent + 1 : row.parent })),
    }));
    expect(key(moved)).toEqual(key(plain));
  });

  it("differs between lines, columns and rules", () => {
    const keys = [
      set(small(), 0, 2, 1, 1001),
      set(small(), 0, 5, 1, 1001),
      set(small(), 0, 2, 2, 1001),
      set(small(), 1, 2, 1, 1001),
    ].map((tables) => findings(checked(tables))[0]!.key);
    expect(new Set(keys).size).toBe(4);
  });
});
