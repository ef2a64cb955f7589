/** Sheets that are no tables and could not be one are told from those that were missed. */
import { hasNothingToCheck } from "../../../src/engine/tables";
import type { Unrecognised } from "../../../src/engine/tables";
import type { SourceCell } from "../../../src/engine/workbook";
import { buildWorkbook } from "../../../src/engine/workbook";

const column = (at: number, values: readonly (string | number)[], format?: string): SourceCell[] =>
  values.map((value, row) => ({ row, column: at, value, format }));

function nothingIn(cells: readonly SourceCell[], reason: Unrecognised["reason"] = "no-title"): boolean {
  const workbook = buildWorkbook([{ name: "表", cells: [...cells] }]);
  return hasNothingToCheck(workbook, { sheet: workbook.sheets[0]!, reason, words: [] });
}

test("a cover with its date, a list of contents with numbers of lines and pages", () => {
  expect(nothingIn([...column(0, ["某市某局2025年部门预算"]), ...column(1, [45_677], "yyyy年m月d日")])).toBe(true);
  expect(nothingIn([...column(0, [1, 2, 3]), ...column(1, ["一、概况", "二、表格", "三、说明"])])).toBe(true);
  expect(nothingIn([...column(1, ["概况", "表格", "说明"]), ...column(2, [1, 3, 3])])).toBe(true);
});

test("whatever may be an amount is not passed over: typed, as text, or by a formula that nobody has calculated", () => {
  expect(nothingIn(column(0, [12, 7]))).toBe(false);
  expect(nothingIn(column(0, [12.5]))).toBe(false);
  expect(nothingIn(column(0, ["1,234.56"]))).toBe(false);
  expect(nothingIn(column(0, [125_000]))).toBe(false);
  expect(nothingIn([{ row: 0, column: 0, formula: "SUM(B1:B9)", value: null }])).toBe(false);
});

test("what was not read through is not judged by what is in it", () => {
  expect(nothingIn(column(0, ["封面"]), "program-broke")).toBe(false);
  expect(nothingIn([], "empty")).toBe(true);
});
