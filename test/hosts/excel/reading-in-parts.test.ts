/** A large workbook is read in parts, between which the page draws and the person can leave off. */
import { createExcelHost } from "../../../src/hosts/excel";
import { expectNoUnknownMembers, makeWorkbook, simulate } from "../simulated/simulated-workbook";

afterEach(expectNoUnknownMembers);

const rows = Array.from({ length: 90 }, (_, row) => row + 1);
const bytes = makeWorkbook([
  {
    name: "明细",
    cells: Object.fromEntries(rows.flatMap((row) => [`A${row}`, `B${row}`].map((address) => [address, row]))),
    after: '<mergeCells><mergeCell ref="A40:B41"/></mergeCells>',
    rowAttributes: { 77: ' hidden="1"' },
  },
  { name: "汇总", cells: { A1: "合计", B1: { formula: "SUM(明细!A1:A90)", value: 4095 } } },
]);

const inParts = () => {
  const { Excel, host } = simulate(bytes);
  return createExcelHost({ run: (batch) => Excel.run(batch) }, host.capabilities, 20);
};

test("what is read in parts is what is read at once", async () => {
  expect(await inParts().read()).toEqual(await simulate(bytes).host.read());
});

test("it says again and again how far it is, and never less than before", async () => {
  const shares: number[] = [];
  await inParts().read((share) => Promise.resolve(shares.push(share) > 0));
  expect(shares.length).toBeGreaterThan(9);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});

test("it can be left off at each of these places; the next reading is whole", async () => {
  const host = inParts();
  for (const places of [1, 5, 11]) {
    let seen = 0;
    expect(await host.read(() => Promise.resolve(++seen < places))).toBeNull();
    expect(seen).toBe(places);
  }
  expect((await host.read()).sheets).toHaveLength(2);
});
