/** Saving in steps: the page draws meanwhile, and the file is what the workbook was when it began. */
import { finish } from "../../../src/engine/steps";
import { openPackage, readWorkbook } from "../../../src/hosts/file";
import { SimulatedExcel } from "../../../src/hosts/simulated";
import { makeWorkbook } from "./simulated-workbook";

const made = (rows: number): Uint8Array =>
  makeWorkbook([
    {
      name: "表1",
      cells: Object.fromEntries(Array.from({ length: rows }, (_, row) => [`A${row + 1}`, row] as const)),
    },
    { name: "表2", cells: { A1: 1 } },
  ]);

const figures = (bytes: Uint8Array): number[] =>
  readWorkbook(openPackage(bytes)).sheets.map(({ numbers }) => numbers[0]!);

test("what is typed after it has begun is not in the file, and is the next time", () => {
  const excel = SimulatedExcel.open(made(3));
  excel.type("表1", "A1", 7);
  const steps = excel.saveInSteps();
  steps.next();
  excel.type("表2", "A1", 8);
  expect(figures(finish(steps))).toEqual([7, 1]);
  expect(figures(excel.save())).toEqual([7, 8]);
});

test("a large sheet is written in many steps, whose share never falls", () => {
  const excel = SimulatedExcel.open(made(20_000));
  excel.type("表1", "A1", 7);
  const shares = [...excel.saveInSteps()];
  expect(shares.length).toBeGreaterThan(20);
  expect(shares.every((share, at) => share >= (shares[at - 1] ?? 0) && share <= 1)).toBe(true);
});

test("a cell that is typed back to what the file has leaves no trace", () => {
  const bytes = made(3);
  const excel = SimulatedExcel.open(bytes);
  excel.type("表1", "A2", 9);
  excel.type("表1", "A2", 1);
  expect(Buffer.from(excel.save()).equals(Buffer.from(bytes))).toBe(true);
});
