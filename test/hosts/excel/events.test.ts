/** Our own writes are silent, everybody else's edits are heard: also after a write or an undo that failed. */
import type { Edit } from "../../../src/engine/workbook";
import type { LiveHost, WorkbookChange } from "../../../src/hosts/host";
import type { SimulatedExcel } from "../../../src/hosts/simulated";
import { OfficeError, atMember } from "../../../src/hosts/simulated";
import { expectNoUnknownMembers, makeWorkbook, simulate } from "../simulated/simulated-workbook";

afterEach(expectNoUnknownMembers);

const bytes = makeWorkbook([{ name: "表1", cells: { A1: 1, A2: 2, A3: 3 } }]);
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
const write: Edit[] = [{ type: "set-value", sheet: "表1", address: "A1", value: 7 }];

async function watched(): Promise<{ host: LiveHost; excel: SimulatedExcel; heard: WorkbookChange[] }> {
  const { host, excel } = simulate(bytes);
  await host.read();
  const heard: WorkbookChange[] = [];
  await host.watch((change) => heard.push(change));
  return { host, excel, heard };
}

test("what we write is not heard, although Excel tells of a request when it has been done", async () => {
  const { host, excel, heard } = await watched();
  await host.apply(write);
  await soon();
  await host.undo();
  await soon();
  expect(heard).toEqual([]);
  excel.type("表1", "A2", 5);
  await soon();
  expect(heard).toHaveLength(1);
});

test.each(["Add", "Formulas"])("edits are heard after a write that failed at %s", async (member) => {
  const { host, excel, heard } = await watched();
  excel.faults.next({ refuse: "GeneralException", at: atMember(member) }, 1);
  await host.apply([...write, { type: "add-sheet", sheet: { name: "核对结果", cells: [] } }]).catch(() => undefined);
  excel.type("表1", "A2", 5);
  await soon();
  expect(heard.at(-1)).toMatchObject({ address: "A2" });
});

test("edits are heard after an undo that failed in the middle", async () => {
  const { host, excel, heard } = await watched();
  await host.apply([...write, { type: "set-value", sheet: "表1", address: "A3", value: 9 }]);
  excel.faults.next({ refuse: "GeneralException", at: atMember("Formulas", 2) }, 1);
  await expect(host.undo()).rejects.toMatchObject({ problem: { code: "half-done" } });
  excel.type("表1", "A2", 5);
  await soon();
  expect(heard.at(-1)).toMatchObject({ address: "A2" });
});

test("edits are heard although a page that was closed in the middle of a write has left the switch off", async () => {
  const { host, excel, Excel } = simulate(bytes);
  await Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    await context.sync();
  });
  await host.read();
  const heard: WorkbookChange[] = [];
  await host.watch((change) => heard.push(change));
  excel.type("表1", "A2", 5);
  await soon();
  expect(heard).toHaveLength(1);
});

test("where Excel will not be asked just then, they are heard from the next time that it is", async () => {
  const { host, excel, heard } = await watched();
  excel.faults.next({ office: OfficeError.CellEdit }, 2);
  await host.apply(write).catch(() => undefined);
  await host.read();
  excel.type("表1", "A2", 5);
  await soon();
  expect(heard.at(-1)).toMatchObject({ address: "A2" });
});

test("rows that come or go are a change of structure", async () => {
  const { excel, heard } = await watched();
  excel.shiftRows("表1", 2, 1);
  excel.shiftRows("表1", 2, -1);
  await soon();
  expect(heard).toEqual([
    { kind: "structure", remote: false, sheet: "表1" },
    { kind: "structure", remote: false, sheet: "表1" },
  ]);
});

test("a value is not written over a row that has moved", async () => {
  const { host, excel } = await watched();
  excel.shiftRows("表1", 1, 1);
  await expect(host.apply(write)).rejects.toMatchObject({ problem: { code: "changed-meanwhile" } });
});
