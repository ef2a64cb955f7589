/**
 * A long write goes in parts; whatever happens in between, the workbook is as it was, or it is said where it is not.
 */
import type { Edit } from "../../src/engine/workbook";
import type { HostError } from "../../src/hosts/host-problem";
import { writeParts } from "../../src/pane/session/writing";
import { expectNoUnknownMembers, makeWorkbook, simulate } from "../hosts/simulated/simulated-workbook";

afterEach(expectNoUnknownMembers);

const bytes = makeWorkbook([{ name: "表1", cells: { A1: 1 } }]);
const parts: Edit[][] = ["甲", "乙", "丙"].map((name) => [
  { type: "add-sheet", sheet: { name, cells: [] } },
  { type: "set-value", sheet: "表1", address: "A1", value: name },
]);
const names = ({ excel }: ReturnType<typeof simulate>): string[] => excel.workbook.sheets.map(({ name }) => name);

test("all parts are one record, which takes as many steps to take back", async () => {
  const simulation = simulate(bytes);
  const { record, parts: steps } = await writeParts(simulation.host, parts, async () => true);
  expect([record!.addedSheets, steps, names(simulation)]).toEqual([["甲", "乙", "丙"], 3, ["表1", "甲", "乙", "丙"]]);
});

test("a write that is stopped leaves the file as it was", async () => {
  const { host, excel } = simulate(bytes);
  expect(await writeParts(host, parts, async (done) => done < 2)).toEqual({ record: null, parts: 0 });
  expect(Buffer.from(excel.save()).equals(Buffer.from(bytes))).toBe(true);
});

test("a part that fails takes the earlier ones back", async () => {
  const { host, excel } = simulate(bytes);
  const bad: Edit[] = [{ type: "set-value", sheet: "没有这张表", address: "A1", value: 1 }];
  await expect(writeParts(host, [...parts, bad], async () => true)).rejects.toMatchObject({
    problem: { code: "sheet-gone" },
  });
  expect(Buffer.from(excel.save()).equals(Buffer.from(bytes))).toBe(true);
});

test("where the earlier parts cannot be taken back, what is left is named", async () => {
  const simulation = simulate(bytes);
  const error: unknown = await writeParts(simulation.host, parts, async () => {
    simulation.excel.cellBeingEdited = true;
    return true;
  }).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect((error as HostError).problem).toEqual({
    code: "half-done",
    cells: [{ sheet: "表1", address: "A1" }],
    sheets: ["甲"],
  });
  expect(names(simulation)).toEqual(["表1", "甲"]);
});
