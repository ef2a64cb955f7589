/** Numbers in an equation lead to the cells in which they stand. */
import type { FindingCell } from "../../src/engine/diagnostics";
import { linkNumbers } from "../../src/pane/views/check/number-links";

const cell = (address: string, value: number | string | null, role: FindingCell["role"] = "part"): FindingCell => ({
  cell: 0,
  sheet: "表1",
  address,
  role,
  value,
  name: null,
});
const links = (lines: string[], cells: FindingCell[]) =>
  linkNumbers(lines, cells).map((pieces) =>
    pieces.flatMap((piece) => (piece.cell ? [`${piece.text}→${piece.cell.address}`] : [])),
  );

test("total and parts lead to their cells; a sum that stands nowhere leads nowhere", () => {
  const cells = [cell("E5", 1234.56, "reported"), cell("E6", 1000), cell("E7", 235.46)];
  expect(links(["合计 1,234.56", "各项 1,235.46 = 1,000.00 + 235.46", "差 −0.90"], cells)).toEqual([
    ["1,234.56→E5"],
    ["1,000.00→E6", "235.46→E7"],
    [],
  ]);
});

test("the same figure in two cells leads to one after the other", () => {
  expect(links(["各项 20.00 = 10.00 + 10.00"], [cell("E6", 10), cell("E7", 10)])).toEqual([["10.00→E6", "10.00→E7"]]);
});

test("a negative part and a number kept as text are found", () => {
  expect(links(["合计 7.00 = 12.50 − 5.50"], [cell("E6", "12.50"), cell("E7", -5.5)])).toEqual([
    ["12.50→E6", "5.50→E7"],
  ]);
});

test("nothing of the line is lost", () => {
  const line = "各项 20.00 = 10.00 + 10.00 + …（共 14 个数）";
  expect(
    linkNumbers([line], [cell("E6", 10), cell("E7", null), cell("E8", "无")])[0]!
      .map(({ text }) => text)
      .join(""),
  ).toBe(line);
});
