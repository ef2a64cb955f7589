import { diagnose } from "../../../src/engine/diagnostics";
import type { Finding } from "../../../src/engine/diagnostics";
import type { Outcome } from "../../../src/engine/reconcile";
import { madeBudget, checked, type MadeTable } from "./made-budget";
import { madeSaying } from "./made-sayings";

/** Two tables alike: 合计, two classes of two 款 each, two sources. */
const budget = (): MadeTable[] =>
  madeBudget([
    [
      [100_00, 20_00],
      [30_00, 4_50],
    ],
    [
      [7_00, 9_00],
      [61_00, 3_25],
    ],
  ]);

/** A table that no other table is compared with. */
const unrelated: MadeTable = {
  name: "另一张表",
  unit: "万元",
  rows: [{ label: "别的", code: null, parent: null, values: [1] }],
};

/** The findings of the tables, with what passes outside the equations beside them. */
function findingsOf(
  tables: MadeTable[],
  passing: (made: ReturnType<typeof checked>) => readonly Outcome[] = () => [],
): Finding[] {
  const made = checked(tables);
  return diagnose({ ...made, passing: passing(made) });
}

const proposals = (findings: readonly Finding[]): (string | null)[] =>
  findings.flatMap(({ suspects }) => suspects.map(({ proposed }) => proposed));

describe("改为 is offered", () => {
  it("where several sums ask for one value in one cell", () => {
    const tables = budget();
    tables[0]!.rows[2]!.values[1] = 130;
    const [finding, ...others] = findingsOf(tables);
    expect(others).toEqual([]);
    expect(finding!.suspects[0]).toMatchObject({ proposed: "100" });
    expect(finding!.suspects.slice(1).every(({ proposed }) => proposed === null)).toBe(true);
    expect(finding!.title).toContain("应为 100.00 万元");
  });

  it("for a total left blank beside totals that hold", () => {
    const tables = [budget()[0]!, unrelated];
    tables[0]!.rows[0]!.values[1] = null;
    expect(proposals(findingsOf(tables))).toContain("198");
  });
});

describe("改为 is not offered", () => {
  it("for any cell of a single sum, whatever slip it looks like", () => {
    const [table] = budget();
    const lone: MadeTable = {
      ...table!,
      rows: table!.rows.slice(0, 2).map(({ values, ...row }) => ({ ...row, values: values.slice(0, 1) })),
    };
    lone.rows[1]!.values[0] = 154.5;
    lone.rows[0]!.values[0] = 145.5;
    const findings = findingsOf([lone, unrelated]);
    expect(findings.length).toBe(1);
    expect(proposals(findings).every((proposed) => proposed === null)).toBe(true);
    expect(findings[0]!.suspects.map(({ reason }) => reason).join()).not.toContain("应为");
  });

  it("where a text agrees with the figure as it stands", () => {
    const tables = budget();
    tables[0]!.rows[2]!.values[1] = 130;
    const findings = findingsOf(tables, (made) => [
      {
        rule: "text",
        outcome: "pass",
        severity: "error",
        operands: [{ cell: made.cell(0, 2, 1), role: "other" }],
        reported: "130",
        computed: "130",
        difference: "0",
        detail: madeSaying("plain"),
        equation: null,
      },
    ]);
    expect(proposals(findings).every((proposed) => proposed === null)).toBe(true);
  });

  it("where the totals above were changed along with the figure: one table is wrong, nobody knows which", () => {
    const tables = budget();
    for (const row of [0, 1, 2])
      for (const column of [0, 1])
        tables[0]!.rows[row]!.values[column] = (tables[0]!.rows[row]!.values[column] as number) + 5;
    const findings = findingsOf(tables);
    expect(findings.length).toBeGreaterThan(0);
    expect(proposals(findings).every((proposed) => proposed === null)).toBe(true);
  });
});
