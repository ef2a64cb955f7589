import fc from "fast-check";
import { Amounts, AmountState, buildWorkbook, type SourceCell } from "../../../src/engine/workbook";

/** Reads one row of cells as the figures of one table in 万元. */
function amountsOf(...cells: Partial<SourceCell>[]): Amounts {
  const workbook = buildWorkbook([
    { name: "表", cells: cells.map((cell, column) => ({ row: 0, column, value: null, ...cell })) },
  ]);
  const amounts = new Amounts(workbook);
  amounts.readGroup(Int32Array.from(cells.keys()), "万元");
  return amounts;
}

describe("the figures of a workbook", () => {
  test("a double is the decimal a person typed, at most 15 digits of it", () => {
    const amounts = amountsOf({ value: 0.1 + 0.2 }, { value: 10099.57 }, { value: 1 / 3 });
    expect([0, 1, 2].map((cell) => amounts.value(cell)?.toFixed())).toEqual(["0.3", "10099.57", "0.333333333333333"]);
    expect(amounts.scaled[1]).toBe(1009957);
  });

  test("every hundredth is exact in the array of whole numbers", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (hundredths) => {
        const amounts = amountsOf({ value: hundredths / 100 });
        expect(amounts.state[0]).toBe(AmountState.Exact);
        expect(amounts.scaled[0]).toBe(hundredths === 0 ? 0 : hundredths);
      }),
    );
  });

  test("error values, booleans and formulas nobody calculated are neither blank nor zero", () => {
    const amounts = amountsOf({ error: "#REF!" }, { value: true }, { formula: "A1+1" }, { value: "见附件" });
    expect([...amounts.state]).toEqual([
      AmountState.Unreadable,
      AmountState.Unreadable,
      AmountState.Unreadable,
      AmountState.Unreadable,
    ]);
    expect([0, 1, 2, 3].map((cell) => amounts.content(cell))).toEqual(["#REF!", "TRUE", "=A1+1", "见附件"]);
  });

  test("decimals come from the number format; General and text borrow the most that their table shows", () => {
    const amounts = amountsOf(
      { value: 12, format: "0" },
      { value: 12.5 },
      { value: "7" },
      { value: 3.25, format: "0.000" },
    );
    expect([0, 1, 2, 3].map((cell) => amounts.decimals(cell))).toEqual([0, 3, 3, 3]);
  });

  test("a percentage lends no decimals to the amounts beside it", () => {
    const amounts = amountsOf({ value: 12.5 }, { value: 0.9375, format: "0.00%" });
    expect(amounts.decimals(0)).toBe(1);
  });

  test("a figure is displayed rounded half up to its format", () => {
    const amounts = amountsOf(
      { value: 0.004, format: "0.00" },
      { value: 2.345, format: "0.00" },
      { value: -2.345, format: "0.00" },
      { value: 12345, format: "0," },
    );
    expect([0, 1, 2, 3].map((cell) => amounts.displayed(cell)?.toFixed())).toEqual(["0", "2.35", "-2.35", "12000"]);
  });

  test("hints name the cells that are written in an unusual way", () => {
    expect(amountsOf({ value: "12.5" }, { value: 3 }, { value: "—" }).hints).toEqual([
      { cell: 0, code: "number-as-text" },
      { cell: 2, code: "placeholder" },
    ]);
  });
});
