import { diagnose } from "../../../src/engine/diagnostics";
import { withoutCrowds } from "../../../src/engine/diagnostics/crowds";
import { FigureFinder } from "../../../src/engine/diagnostics/figures";
import { checked, madeBudget, type MadeCase } from "./made-budget";

/** A budget of so many items, the total of each of which is off by another amount. */
function everyRowOff(items: number): MadeCase {
  const tables = madeBudget([Array.from({ length: items }, (_, item) => [1000 + 7 * item, 500 + item])]);
  tables[0]!.rows.forEach((row, index) => (row.values[0] = (row.values[0] as number) + 3 + index / 100));
  return checked(tables);
}

describe("a table in which thousands of checks fail", () => {
  const made = everyRowOff(2100);
  const all = diagnose(made);

  it("is told in one finding for each rule, which says that causes were not sought", () => {
    const [crowd] = all.filter(({ witnesses }) => witnesses.length > 2000);
    expect(crowd!.title).toMatch(/^收入总表有 2\d{3} 处同类核对不符/);
    expect(crowd!.message).toContain("没有逐处查找原因");
    expect(crowd!.suspects).toEqual([]);
    expect(all.length).toBeLessThan(20);
  });

  it("still shows every check once", () => {
    const shown = all
      .flatMap((finding) => [finding, ...finding.witnesses])
      .map(({ code, cells }) => `${code} ${cells.map(({ cell }) => cell).join()}`);
    expect(shown.sort()).toEqual(
      made.outcomes.map(({ rule, operands }) => `${rule} ${operands.map(({ cell }) => cell).join()}`).sort(),
    );
  });
});

describe("a table in another unit than it says, thousands of rows long", () => {
  const [incomeTable, spending] = madeBudget(
    [Array.from({ length: 2100 }, (_, item) => [1000 + 7 * item, 500 + item])],
    "元",
  );
  const made = checked([incomeTable!, { ...spending!, unit: "万元" }]);
  const all = diagnose(made);

  it("is one finding that says by how much all of it is off, with a figure of it first", () => {
    expect(all.map(({ title }) => title)).toEqual([expect.stringMatching(/：整张表差 10,000 倍，可能单位写错$/)]);
    expect(all[0]!.suspects.map(({ kind }) => kind)).toEqual(["scale"]);
    expect(1 + all[0]!.witnesses.length).toBe(made.outcomes.length);
  });
});

describe("where the number of failing checks is bounded for the workbook", () => {
  const made = everyRowOff(12);
  const figures = new FigureFinder(made.workbook, made.tables);

  it("every check is either looked into or set aside", () => {
    const { sought, crowds } = withoutCrowds(made.outcomes, figures, { ofAKind: 5, ofAWorkbook: 100 });
    expect(crowds.length).toBeGreaterThan(0);
    expect(new Set([...sought, ...crowds.flat()])).toEqual(new Set(made.outcomes));
    expect(sought.length + crowds.flat().length).toBe(made.outcomes.length);
    for (const crowd of crowds) expect(new Set(crowd.map(({ rule }) => rule)).size).toBe(1);
  });

  it("smaller lots are looked into before larger ones", () => {
    const { sought, crowds } = withoutCrowds(made.outcomes, figures, { ofAKind: 1000, ofAWorkbook: 10 });
    expect({ sought: sought.length, crowds: crowds.length }).toEqual({ sought: made.outcomes.length, crowds: 0 });
    const bounded = withoutCrowds(made.outcomes, figures, { ofAKind: 12, ofAWorkbook: 10 });
    expect(bounded.sought.length).toBeLessThanOrEqual(10 + 1);
    expect(Math.min(...bounded.crowds.map((crowd) => crowd.length))).toBeGreaterThan(1);
  });
});
