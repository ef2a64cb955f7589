import fc from "fast-check";
import { slipBetween } from "../../../src/engine/reconcile/slips";
import { Exact } from "../../../src/engine/workbook";

const slip = (present: string | null, right: string) =>
  slipBetween(present === null ? null : new Exact(present), new Exact(right));

describe("what kind of slip turns the right figure into the present one", () => {
  it.each([
    ["235.46", "234.56", "digits-swapped"],
    ["1234.56", "4231.56", "digits-swapped"],
    ["1234.56", "1284.56", "digit-changed"],
    ["134.56", "1234.56", "digit-changed"],
    ["12234.56", "1234.56", "digit-changed"],
    ["-12.5", "12.5", "sign"],
    ["123.45", "1234.5", "scale"],
    ["123400", "12.34", "scale"],
    ["123456.78", "12.35", "scale"],
    [null, "12.34", "value-missing"],
    ["0", "12.34", "value-missing"],
  ])("%s for %s is %s", (present, right, kind) => {
    expect(slip(present, right)?.kind).toBe(kind);
  });

  it.each([
    ["12.34", "98.76"],
    ["12.34", "12.34"],
    ["12.34", "0"],
    ["0", "0"],
  ])("%s for %s has no such structure", (present, right) => {
    expect(slip(present, right)).toBeNull();
  });

  it("says by which power of ten a figure is too large", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 1, max: 8 }), (cents, power) => {
        const right = new Exact(cents).times("0.01");
        expect(slipBetween(right.times(new Exact(10).pow(power)), right)).toEqual({
          kind: "scale",
          power,
          strength: 3,
        });
      }),
      { seed: 1 },
    );
  });

  it("takes neighbouring digits swapped for likelier than distant ones", () => {
    expect(slip("2135.00", "1235.00")!.strength).toBeGreaterThan(slip("3215.00", "1235.00")!.strength);
  });
});
