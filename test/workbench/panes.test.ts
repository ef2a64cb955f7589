/** Frozen rows and columns, and the part of a sheet that is drawn beside them. */
import { SimulatedExcel } from "../../src/hosts/simulated";
import { layOutSheet } from "../../src/workbench/grid/geometry";
import { drawnCells, withMerges } from "../../src/workbench/grid/merges";
import { panesOf, scrollTo } from "../../src/workbench/grid/panes";
import { copyName } from "../../src/workbench/save-file";
import { makeWorkbook } from "../hosts/simulated/simulated-workbook";

const cells = Object.fromEntries(Array.from({ length: 300 }, (_, row) => [`A${row + 1}`, row]));
const frozen =
  '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" state="frozen"/>' +
  "</sheetView></sheetViews>";
const sheet = SimulatedExcel.open(
  makeWorkbook([
    {
      name: "表1",
      cells: { ...cells, N9: 1 },
      before: frozen,
      after: '<mergeCells count="2"><mergeCell ref="A1:E1"/><mergeCell ref="C50:D51"/></mergeCells>',
    },
  ]),
).sheet("表1");
const geometry = layOutSheet(sheet, 1);

test("what is frozen is drawn wherever the rest is scrolled to, and the rest begins after it", () => {
  const panes = panesOf(sheet, geometry, { top: 4000, left: 300, width: 900, height: 600 });
  expect([panes.frozenRows, panes.frozenColumns]).toEqual([2, 1]);
  expect(panes.rows.first).toBeGreaterThan(150);
  expect(panesOf(sheet, geometry, { top: 0, left: 0, width: 900, height: 600 })).toMatchObject({
    rows: { first: 2 },
    columns: { first: 1 },
  });
});

test("a window that is too small for what is frozen scrolls it along", () => {
  expect(panesOf(sheet, geometry, { top: 0, left: 0, width: 130, height: 80 })).toMatchObject({
    frozenRows: 0,
    frozenColumns: 0,
  });
});

test("a merged area is drawn once: with what is frozen where it begins there", () => {
  const part = { rows: 2, columns: 1 };
  const drawn = (top: number, left: number, bottom: number, right: number) =>
    [...drawnCells(sheet, { top, left, bottom, right }, part)]
      .flatMap(([, inRow]) => inRow)
      .filter(({ area }) => area.right > area.left);
  expect(drawn(0, 0, 1, 0).length).toBe(1);
  expect(drawn(0, 1, 1, 9).length).toBe(0);
  expect(drawn(50, 3, 60, 9).map(({ row, column }) => [row, column])).toEqual([[49, 2]]);
});

test("a selection takes in every merged area that it touches", () => {
  expect(withMerges(sheet, { top: 48, left: 3, bottom: 49, right: 3 })).toEqual({
    top: 48,
    left: 2,
    bottom: 50,
    right: 3,
  });
});

test("a cell is scrolled into view from under what is frozen, and one that is frozen is always in view", () => {
  expect(scrollTo(500, 400, 60, 520, 20)).toBe(460);
  expect(scrollTo(500, 400, 60, 1000, 20)).toBe(620);
  expect(scrollTo(500, 400, 60, 20, 20)).toBe(500);
  expect(scrollTo(500, 400, 60, 700, 20)).toBe(500);
});

test("at half the size everything takes half the room", () => {
  const half = layOutSheet(sheet, 0.5);
  // Rows are whole pixels high.
  expect([half.lefts[1]! / geometry.lefts[1]!, Math.round((half.tops[300]! / geometry.tops[300]!) * 10) / 10]).toEqual([
    0.5, 0.5,
  ]);
});

test("a copy has a name of its own, and a workbook with macros stays one", () => {
  expect(["预算.xlsx", "预算（核对）.xlsx", "预算.XLSM", "预算"].map(copyName)).toEqual([
    "预算（核对）.xlsx",
    "预算（核对）.xlsx",
    "预算（核对）.XLSM",
    "预算（核对）.xlsx",
  ]);
});
