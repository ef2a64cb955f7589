import { affirmationsOf, lostBy } from "../../../src/engine/diagnostics/affirmations";
import type { Outcome } from "../../../src/engine/reconcile";
import { Exact } from "../../../src/engine/workbook";

const CELL = 7;

function passing(reported: string | null, difference: string | null, equation: number | null = null): Outcome {
  return { equation, reported, difference, operands: [{ cell: CELL, role: "part" }] } as unknown as Outcome;
}

function against(change: string, present: string, ...outcomes: Outcome[]): number {
  return lostBy(new Exact(change), new Exact(present), affirmationsOf(outcomes).get(CELL));
}

describe("what agrees with a figure outside the equations", () => {
  it("speaks against a change that it would see", () => {
    expect(against("3", "80.96", passing("100", "0.3"))).toBe(1);
    expect(against("0.01", "950.12", passing("950.12", "0.001"), passing("0.8512", "0"))).toBe(1);
  });

  it("says nothing of a change that its last printed decimal can't show: a rate of 100% fits 80.69 and 80.96", () => {
    expect(against("0.27", "80.69", passing("100", "0.3"))).toBe(0);
  });

  it("speaks of a blank as of any change", () => {
    expect(lostBy(new Exact(5), null, affirmationsOf([passing("5", "0")]).get(CELL))).toBe(1);
  });

  it("is neither a bound with room to spare, nor an equation, nor a check without a figure", () => {
    expect(affirmationsOf([passing("100", "-20"), passing("100", "0", 3), passing(null, null)]).size).toBe(0);
  });

  it("loses nothing where nothing changes, and of cells that none speaks of", () => {
    expect(against("0", "80.96", passing("100", "0"))).toBe(0);
    expect(lostBy(new Exact(1), new Exact(2), undefined)).toBe(0);
  });
});
