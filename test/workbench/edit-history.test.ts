/** What a person types in the grid can be taken back and done again. */
import fc from "fast-check";
import { CO_AUTHOR, SimulatedExcel } from "../../src/hosts/simulated";
import { EditHistory } from "../../src/workbench/grid/edit-history";
import { makeWorkbook } from "../hosts/simulated/simulated-workbook";

const made = (after = "") =>
  makeWorkbook([
    {
      name: "表1",
      cells: { A1: 1, A2: 2, A3: { formula: "SUM(A1:A2)", value: 3 }, B1: "字" },
      styles: { A1: 1, B1: 2 },
      after,
    },
  ]);
const open = (after?: string) => {
  const excel = SimulatedExcel.open(made(after));
  const sheet = excel.sheet("表1");
  return {
    excel,
    sheet,
    history: new EditHistory(excel.workbook),
    value: (row: number, column: number) => sheet.cell(row, column).value,
  };
};

test("typing is taken back with everything that depends on it, and done again", () => {
  const { sheet, history, value } = open();
  history.type(sheet, [
    { row: 0, column: 0, typed: "10" },
    { row: 1, column: 0, typed: "" },
  ]);
  expect([value(0, 0), value(1, 0), value(2, 0)]).toEqual([10, null, 10]);
  expect(history.undo()!.cells.map(({ row }) => row)).toEqual([0, 1]);
  expect([value(0, 0), value(1, 0), value(2, 0), history.canUndo]).toEqual([1, 2, 3, false]);
  history.redo();
  expect([value(2, 0), history.canRedo]).toEqual([10, false]);
});

test("any typing, taken back step by step, leaves the file as it was to the last byte", () => {
  const cell = fc.record({
    row: fc.integer({ min: 0, max: 4 }),
    column: fc.integer({ min: 0, max: 2 }),
    typed: fc.constantFrom("", "7", "文字", "=A1+A2", "12%", "'05"),
  });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (steps) => {
      const { excel, sheet, history } = open();
      for (const cells of steps) history.type(sheet, cells);
      while (history.canUndo) expect(history.undo()).not.toBeNull();
      expect(Buffer.from(excel.save()).equals(Buffer.from(made()))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("what somebody else has written over since is not taken back", () => {
  const { excel, sheet, history, value } = open();
  history.type(sheet, [{ row: 0, column: 0, typed: "10" }]);
  excel.type("表1", "A1", 99, CO_AUTHOR);
  expect([history.undo(), value(0, 0)]).toEqual([null, 99]);
});

test("typing what is there already is nothing to take back; new typing ends what could be done again", () => {
  const { sheet, history } = open();
  history.type(sheet, [{ row: 0, column: 0, typed: "1" }]);
  expect(history.canUndo).toBe(false);
  history.type(sheet, [{ row: 0, column: 0, typed: "2" }]);
  history.undo();
  history.type(sheet, [{ row: 1, column: 0, typed: "5" }]);
  expect(history.canRedo).toBe(false);
});

test("on a protected sheet nothing is typed, save into the cells that are left open", () => {
  const { sheet, history, value } = open('<sheetProtection sheet="1"/>');
  expect(
    history.type(sheet, [
      { row: 0, column: 1, typed: "改" },
      { row: 0, column: 0, typed: "10" },
    ]),
  ).toBe(false);
  expect([value(0, 0), value(0, 1)]).toEqual([1, "字"]);
  expect([history.type(sheet, [{ row: 0, column: 1, typed: "改" }]), value(0, 1)]).toEqual([true, "改"]);
});

test("what the pane writes stands in the same order: the latest of both is taken back first", () => {
  const { excel, sheet, value } = open();
  let writes = 0;
  const history: EditHistory = new EditHistory(excel.workbook, () => history.noteWrites(--writes));
  let heard = 0;
  history.listen(() => heard++);
  history.type(sheet, [{ row: 0, column: 0, typed: "10" }]);
  history.noteWrites(++writes);
  history.type(sheet, [{ row: 1, column: 0, typed: "20" }]);
  expect([history.undo()!.cells[0]!.row, value(1, 0), writes]).toEqual([1, 2, 1]);
  expect([history.undo(), writes, value(0, 0), history.canUndo]).toEqual([null, 0, 10, true]);
  expect([history.undo()!.cells[0]!.row, value(0, 0), history.canUndo]).toEqual([0, 1, false]);
  expect(heard).toBeGreaterThan(5);
});

test("a write that the pane's own button takes back is no longer in the way of what was typed after it", () => {
  const { excel, sheet, value } = open();
  const history = new EditHistory(excel.workbook);
  history.noteWrites(1);
  history.type(sheet, [{ row: 0, column: 0, typed: "10" }]);
  history.noteWrites(0);
  expect([history.undo()!.cells.length, value(0, 0), history.canUndo]).toEqual([1, 1, false]);
});
