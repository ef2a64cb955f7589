/** A list of thousands of rows does not hold up a page: it is read in steps that do not grow with it. */
import { catalogue } from "../../../src/catalogue";
import { recogniseInSteps } from "../../../src/engine/tables";
import type { SourceCell } from "../../../src/engine/workbook";
import { buildWorkbook } from "../../../src/engine/workbook";

/** How many steps it takes to read a list of vouchers, which is no table that we know. */
function stepsOf(rows: number): number {
  const head = ["凭证号", "摘要", "借方", "贷方"].map((value, column): SourceCell => ({ row: 0, column, value }));
  const body = Array.from({ length: rows }, (_, at): SourceCell[] =>
    [`记${at}`, `付${at}号款`, ((at * 7_919) % 10_000) / 100, ((at * 104_729) % 10_000) / 100].map((value, column) => ({
      row: at + 1,
      column,
      value,
    })),
  ).flat();
  const workbook = buildWorkbook([{ name: "凭证", cells: [...head, ...body] }]);
  return [...recogniseInSteps(workbook, catalogue.templates)].length;
}

test("twice as many rows are twice as many steps", () => {
  const [few, many] = [stepsOf(10_000), stepsOf(20_000)];
  expect(many - few).toBeGreaterThan(100);
});
