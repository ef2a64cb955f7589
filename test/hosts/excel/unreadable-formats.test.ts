/** Conditional formats that Excel cannot read any more stop neither marking nor clearing, and say nothing false. */
import type { Edit } from "../../../src/engine/workbook";
import { markLevelOf } from "../../../src/hosts/looks";
import type { Fault, SimulatedExcel } from "../../../src/hosts/simulated";
import { atMember } from "../../../src/hosts/simulated";
import { expectNoUnknownMembers, makeWorkbook, simulate } from "../simulated/simulated-workbook";

afterEach(expectNoUnknownMembers);

const COUNT = 8;
const bytes = makeWorkbook(
  Array.from({ length: COUNT }, (_, position) => ({ name: `表${position + 1}`, cells: { A1: 1, B2: 2 } })),
);
const clear: Edit = { type: "clear-marks" };
const everywhere: Edit[] = [
  clear,
  ...Array.from({ length: COUNT }, (_, position): Edit => ({
    type: "mark",
    sheet: `表${position + 1}`,
    address: "B2",
    level: "error",
  })),
];
/** Marks of ours on each sheet that can be read. */
const marks = (excel: SimulatedExcel): number[] =>
  excel.workbook.sheets.map(
    ({ conditionalFormats }) =>
      conditionalFormats.filter(({ formula, unreadable }) => !unreadable && markLevelOf(formula)).length,
  );

describe("a mark that Ctrl+Z has brought back (office-js #6396)", () => {
  async function broughtBack() {
    const simulation = simulate(bytes);
    await simulation.host.read();
    await simulation.host.apply(everywhere);
    await simulation.host.apply([clear]);
    simulation.excel.bringBackDeletedFormats("表3");
    return simulation;
  }

  test("marking goes on: only its sheet is left as it is, and is named", async () => {
    const { host, excel } = await broughtBack();
    const applied = await host.apply(everywhere);
    expect(applied).toMatchObject({ unmarkedSheets: [], unreadableSheets: ["表3"] });
    expect(marks(excel)).toEqual([1, 1, 0, 1, 1, 1, 1, 1]);
  });

  test("clearing takes away what can be, and names the sheet", async () => {
    const { host, excel } = await broughtBack();
    await host.apply(everywhere);
    expect(await host.apply([clear])).toMatchObject({ unreadableSheets: ["表3"] });
    expect(marks(excel)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test("values are written as well, and can be taken back", async () => {
    const { host, excel } = await broughtBack();
    await host.apply([{ type: "set-value", sheet: "表3", address: "A1", value: 5 }, ...everywhere]);
    expect(excel.sheet("表3").cell(0, 0).value).toBe(5);
    await host.undo();
    expect(excel.sheet("表3").cell(0, 0).value).toBe(1);
  });

  test("it is found in a number of round trips that grows with the logarithm of the sheets", async () => {
    const { host, excel } = await broughtBack();
    const before = excel.roundTrips;
    await host.apply(everywhere);
    // One that fails, one without the marks; three times two halves, of which one is the sheet; its rules; the writing.
    expect(excel.roundTrips - before).toBeLessThanOrEqual(13);
    expect(excel.keptReferences).toBe(0);
  });
});

test("a rule of the person's that cannot be read, among marks that can: the marks go, the rule stays", async () => {
  const { host, excel } = simulate(bytes);
  await host.read();
  await host.apply(everywhere);
  const theirs = {
    id: "theirs",
    areas: [],
    type: "CellValue",
    formula: "1",
    look: {},
    foreign: true,
    unreadable: true,
  };
  excel.sheet("表2").conditionalFormats.push({ ...theirs, areas: [{ top: 0, left: 0, bottom: 5, right: 5 }] });
  expect(await host.apply([clear])).toMatchObject({ unreadableSheets: ["表2"] });
  expect(marks(excel)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  expect(excel.sheet("表2").conditionalFormats.map(({ id }) => id)).toEqual(["theirs"]);
});

test("a sheet that can be asked for each of its rules, not for all at once, is marked and cleared", async () => {
  const { host, excel } = simulate(bytes);
  await host.read();
  await host.apply(everywhere);
  // Excel answers for no sheet together with this one, and for this one only rule by rule.
  const refusesList: Fault = { refuse: "ItemNotFound", at: atQueryOfAll };
  excel.faults.always(refusesList);
  expect(await host.apply([clear])).toMatchObject({ unreadableSheets: [] });
  expect(marks(excel)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

/** The action that lists the conditional formats of a sheet. */
function atQueryOfAll({ Actions, ObjectPaths }: Parameters<ReturnType<typeof atMember>>[0]): number {
  return Actions.findIndex(
    ({ ActionType, ObjectPathId }) => ActionType === 2 && ObjectPaths[ObjectPathId]?.Name === "ConditionalFormats",
  );
}

test("what Excel does not find, and is no sheet, is a refusal with Excel's own words", async () => {
  const { host, excel } = simulate(bytes);
  await host.read();
  excel.faults.always({ refuse: "ItemNotFound", at: atMember("Formulas") });
  await expect(host.apply([{ type: "set-value", sheet: "表3", address: "A1", value: 5 }])).rejects.toMatchObject({
    problem: { code: "refused", detail: expect.stringContaining("ItemNotFound") as string },
  });
});

test("a sheet that has been deleted is still said to be deleted", async () => {
  const { host, excel } = simulate(bytes);
  await host.read();
  excel.workbook.deleteSheet(excel.sheet("表2"), { byClient: false, remote: true });
  await expect(host.apply(everywhere)).rejects.toMatchObject({ problem: { code: "sheet-gone", sheet: "表2" } });
});
