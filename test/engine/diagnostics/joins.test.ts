import fc from "fast-check";
import { diagnose, type Finding } from "../../../src/engine/diagnostics";
import type { Operand, Outcome } from "../../../src/engine/reconcile/outcome";
import { checked, madeBudget, type MadeCase, type MadeTable } from "./made-budget";
import { madeAlike, madeRelations, madeSaying, type MadeRelation } from "./made-sayings";

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

/** An outcome of a check outside the equations; by default a failing one of severity error. */
function stated(rule: string, relation: MadeRelation, more: Partial<Outcome> = {}): Outcome {
  return {
    rule,
    outcome: "fail",
    severity: "error",
    operands: [],
    reported: null,
    computed: null,
    difference: null,
    detail: madeSaying(relation),
    equation: null,
    ...more,
  };
}

const at = (...cells: number[]): Operand[] => cells.map((cell) => ({ cell, role: "reported" }));
const using = (...cells: number[]): Operand[] => cells.map((cell) => ({ cell, role: "other" }));

function findings(made: MadeCase, outcomes: readonly Outcome[]): Finding[] {
  return diagnose({ ...made, outcomes: [...made.outcomes, ...outcomes] });
}

const shape = (all: readonly Finding[]): string[][] =>
  all.map(({ code, witnesses }) => [code, ...witnesses.map((witness) => witness.code)]);

describe("a figure of the text that is not the table's", () => {
  const wrong = stated("figure", "plain", { cause: "7:30", lookedAt: ["7:30"] });

  it("is one finding with the list and the rate that it breaks, and speaks for them", () => {
    const list = stated("list", "plain", { lookedAt: ["7:10", "7:30", "7:50"] });
    const rate = stated("rate", "plain", { lookedAt: ["7:30", "7:10"] });
    expect(shape(findings(checked(small()), [list, rate, wrong]))).toEqual([["figure", "list", "rate"]]);
  });

  it("stays apart from another one in the same paragraph; a list of both goes with the first", () => {
    const other = stated("other", "plain", { cause: "7:50" });
    const list = stated("list", "plain", { lookedAt: ["7:10", "7:30", "7:50"] });
    expect(shape(findings(checked(small()), [wrong, other, list]))).toEqual([["figure", "list"], ["other"]]);
  });

  it("that no table knows breaks its list and its rate together", () => {
    const list = stated("list", "plain", { lookedAt: ["7:10", "7:30"] });
    const rate = stated("rate", "plain", { lookedAt: ["7:30", "7:80"] });
    const elsewhere = stated("elsewhere", "plain", { lookedAt: ["7:91", "7:92"] });
    expect(shape(findings(checked(small()), [list, rate, elsewhere]))).toEqual([["list", "rate"], ["elsewhere"]]);
  });
});

describe("what cannot be told because of a fault that is reported", () => {
  it("goes with the missing 分值, whose sum nobody can tell", () => {
    const tables = small();
    tables[0]!.rows[2]!.values[1] = null;
    const made = checked(tables);
    const [blank, filled] = [made.cell(0, 2, 1), made.cell(0, 3, 1)];
    const missing = stated("missing", "blocks", { operands: at(blank) });
    const sum = stated("sum", "plain", { outcome: "cannot-tell", operands: [...at(filled), ...using(blank, filled)] });
    const unrelated = stated("unrelated", "plain", { outcome: "cannot-tell", operands: at(filled) });
    const all = shape(diagnose({ ...made, outcomes: [missing, sum, unrelated] }));
    expect(all).toEqual([["missing", "sum"], ["unrelated"]]);
  });

  it("goes with the score that is written as a percentage", () => {
    const tables = small();
    tables[0]!.rows[2]!.values[1] = "见附件";
    const made = checked(tables);
    const percentage = stated("percentage", "plain", { operands: at(made.cell(0, 2, 1)) });
    const [one, ...others] = findings(made, [percentage]);
    expect(others).toEqual([]);
    expect(one!.code).toBe("percentage");
    expect(one!.witnesses).toHaveLength(made.outcomes.length);
  });

  it("takes along a check that makes use of a figure which is none", () => {
    const made = checked(small());
    const zero = stated("zero", "plain", { operands: at(made.cell(0, 2, 1)) });
    const marks = stated("marks", "plain", { operands: [...at(made.cell(0, 3, 1)), ...using(made.cell(0, 2, 1))] });
    expect(shape(findings(made, [marks, zero]))).toEqual([["zero", "marks"]]);
  });
});

describe("a sum that is off", () => {
  const made = checked(small());
  const [first, second] = [made.cell(0, 2, 1), made.cell(0, 3, 1)];
  const sum = (difference: string): Outcome =>
    stated("sum", "sums", {
      operands: [first, second].map((cell) => ({ cell, role: "part" })),
      reported: "90",
      computed: "100",
      difference,
    });
  const wanting = (rule: string, ...wants: NonNullable<Outcome["wants"]>): Outcome =>
    stated(rule, "plain", { operands: at(first), reported: "1", computed: "2", wants });

  it("goes with the check that would have one of its parts changed by just that", () => {
    const changed = wanting("changed", { cell: first, from: "10", to: "20" });
    expect(shape(findings(made, [sum("-10"), changed]))).toEqual([["changed", "sum"]]);
    expect(shape(findings(made, [sum("-9"), changed]))).toHaveLength(2);
    expect(shape(findings(made, [sum("10"), changed]))).toHaveLength(2);
  });

  it("stands for itself where two checks would do", () => {
    const one = wanting("one", { cell: first, from: "10", to: "20" });
    const other = wanting("other", { cell: second, from: "5", to: "15" });
    expect(shape(findings(made, [sum("-10"), one, other]))).toHaveLength(3);
  });
});

describe("cells that a check says stand in the way", () => {
  const tables = small();
  tables[0]!.rows[2]!.values[1] = null;
  tables[0]!.rows[3]!.values[1] = null;
  const made = checked(tables);
  const blanks = [made.cell(0, 2, 1), made.cell(0, 3, 1)];

  it("take along the sums that use them, where there are several", () => {
    const [one, ...others] = findings(made, [stated("missing", "blocks", { operands: at(...blanks) })]);
    expect(one!.code).toBe("missing");
    expect(one!.witnesses.length).toBeGreaterThan(1);
    expect(others).toEqual([]);
  });

  it("leave a single blank to its sums, which tell what it should be", () => {
    const [one] = findings(made, [stated("missing", "blocks", { operands: at(blanks[0]!) })]);
    expect(one!.suspects).not.toEqual([]);
  });
});

describe("a figure that sums suspect", () => {
  const withFault = (): MadeCase => {
    const tables = small();
    tables[0]!.rows[2]!.values[1] = 0;
    return checked(tables);
  };

  it("takes along the fault that another check finds in that very cell", () => {
    const made = withFault();
    const zero = stated("zero", "plain", { operands: at(made.cell(0, 2, 1)) });
    const all = findings(made, [zero]);
    expect(all).toHaveLength(1);
    expect(all[0]!.title).toContain("应为 1,000.00 万元");
    const several = { ...zero, operands: at(made.cell(0, 2, 1), made.cell(0, 6, 1)) };
    expect(findings(made, [several])).toHaveLength(2);
  });

  it("is named in the title only where several sums ask for the same value", () => {
    expect(findings(withFault(), [])[0]).toMatchObject({
      certain: true,
      title: "收入总表“20101 第1类第1款”来源1应为 1,000.00 万元，写成了 0.00",
    });
    const made = withFault();
    const [alone] = diagnose({ ...made, outcomes: made.outcomes.slice(0, 1) });
    expect(alone).toMatchObject({ certain: false });
    expect(alone!.title).toContain("比各项之和");
  });
});

describe("the same fault at several indicators of a table", () => {
  const echo = (rule: string, cell: number, name: string, indicator: string, more: Partial<Outcome> = {}): Outcome =>
    stated(rule, "plain", { detail: madeAlike(name, indicator), operands: at(cell), ...more });

  it("is one finding with all places", () => {
    const made = checked(small());
    const places = [2, 3, 5].map((row) => made.cell(0, row, 1));
    const [one, ...others] = findings(
      made,
      places.map((cell, place) => echo("echo", cell, "收入总表", `“指标${place}”`)),
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      alike: true,
      title: "收入总表有 3 条指标的实际完成值照抄了指标值，不是完成数",
      reported: null,
    });
    expect(one!.cells.map(({ cell }) => cell)).toEqual(places);
    expect(one!.lines[0]).toBe("“指标0”≥9家、“指标1”≥9家、“指标2”≥9家");
    expect(one!.witnesses).toHaveLength(2);
  });

  it("stays apart in another table, of another rule, of another severity", () => {
    const made = checked(small());
    const outcomes = [
      echo("echo", made.cell(0, 2, 1), "收入总表", "“甲”"),
      echo("echo", made.cell(1, 2, 1), "支出总表", "“乙”"),
      echo("other", made.cell(0, 3, 1), "收入总表", "“丙”"),
      echo("echo", made.cell(0, 4, 1), "收入总表", "“丁”", { severity: "hint" }),
    ];
    expect(findings(made, outcomes)).toHaveLength(4);
  });
});

describe("every check that does not pass, whatever it states", () => {
  const operand = fc.record({
    table: fc.nat(1),
    row: fc.nat(6),
    column: fc.nat(2),
    role: fc.constantFrom<Operand["role"]>("reported", "part", "other"),
  });
  const outcome = fc.record({
    relation: fc.constantFrom(...madeRelations),
    kind: fc.constantFrom<Outcome["outcome"]>("fail", "cannot-tell", "rounding", "pass"),
    severity: fc.constantFrom<Outcome["severity"]>("error", "explain", "hint"),
    cause: fc.option(fc.constantFrom("1:1", "1:2", "1:3")),
    lookedAt: fc.array(fc.constantFrom("1:1", "1:2", "1:3", "1:4"), { maxLength: 3 }),
    operands: fc.array(operand, { maxLength: 3 }),
    difference: fc.option(fc.constantFrom("9", "-9", "0.5")),
  });
  const slip = fc.record({
    table: fc.nat(1),
    row: fc.nat(6),
    column: fc.nat(2),
    value: fc.constantFrom<number | string | null>(null, "#REF!", 0, 1243.56, 1000),
  });

  it("appears exactly once, and no finding is graver than its members", () => {
    fc.assert(
      fc.property(fc.array(slip, { maxLength: 3 }), fc.array(outcome, { maxLength: 12 }), (slips, drawn) => {
        const tables = small();
        for (const { table, row, column, value } of slips) tables[table]!.rows[row]!.values[column] = value;
        const made = checked(tables);
        const more = drawn.map(({ relation, kind, severity, cause, lookedAt, operands, difference }, place) =>
          stated(`drawn-${place}`, relation, {
            outcome: kind,
            severity,
            cause: cause ?? undefined,
            lookedAt: lookedAt.length === 0 ? undefined : lookedAt,
            operands: operands.map(({ table, row, column, role }) => ({ cell: made.cell(table, row, column), role })),
            difference,
          }),
        );
        const all = findings(made, more);
        const shown = all.flatMap((finding) => [finding, ...finding.witnesses].map(({ code }) => code)).sort();
        expect(shown).toEqual([...made.outcomes, ...more].map(({ rule }) => rule).sort());
        const graves = (list: readonly { outcome: string }[]): number =>
          list.filter((one) => one.outcome === "fail").length;
        expect(graves(all) > 0).toBe(graves([...made.outcomes, ...more]) > 0);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe("a figure that was changed with the total of its line", () => {
  it("is one finding, although no single cell explains it", () => {
    const tables = small();
    tables[0]!.rows[2]!.values[1] = 1900;
    tables[0]!.rows[2]!.values[0] = 2134.56;
    const [one, ...others] = findings(checked(tables), []);
    expect(others).toEqual([]);
    expect(one!.suspects[0]).toMatchObject({ sheet: "收入总表", address: "C6", proposed: null });
    expect(one!.suspects[0]!.reason).toContain("由它算出的合计也要改");
  });

  it("is laid to a single cell wherever that explains as much", () => {
    const tables = small();
    tables[0]!.rows[1]!.values[1] = 1600;
    const [one, ...others] = findings(checked(tables), []);
    expect(others).toEqual([]);
    expect(one!.suspects[0]).toMatchObject({ address: "D5", proposed: "1500" });
    expect(one!.suspects[0]!.reason).not.toContain("随之改动");
  });
});

describe("two columns that say the same anyway", () => {
  it("make no figure look copied from the one beside it", () => {
    const [one, other] = madeBudget([
      [
        [100_000, 100_000],
        [50_000, 50_000],
        [7_000, 7_000],
      ],
    ]) as [MadeTable, MadeTable];
    one.rows[1]!.values[0] = 3139;
    const all = findings(checked([one, other]), []);
    expect(all.length).toBeGreaterThan(0);
    expect(all.flatMap(({ suspects }) => suspects.map(({ kind }) => kind))).not.toContain("neighbour-copied");
  });
});
