/** A large workbook opens in steps, so that a page draws and can leave it off in between. */
import { SimulatedExcel } from "../../../src/hosts/simulated";
import { finish } from "../../../src/engine/steps";
import { makeWorkbook } from "./simulated-workbook";

const ROWS = 20_000;
const cells = Object.fromEntries(Array.from({ length: ROWS }, (_, row) => [`A${row + 1}`, row]));
const bytes = makeWorkbook([{ name: "明细", cells }]);

test("it says again and again how far it is, never less than before, and opens the same workbook", () => {
  const shares: number[] = [];
  const steps = SimulatedExcel.openInSteps(bytes);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) shares.push(step.value);
  expect(shares.length).toBeGreaterThan(5);
  expect(shares.every((share, at) => share >= (shares[at - 1] ?? 0) && share <= 1)).toBe(true);
  expect(step.value.sheet("明细").cell(ROWS - 1, 0).value).toBe(ROWS - 1);
});

test("one that was left off does not keep the next from opening", () => {
  SimulatedExcel.openInSteps(bytes).next();
  expect(finish(SimulatedExcel.openInSteps(bytes)).workbook.sheets).toHaveLength(1);
});
