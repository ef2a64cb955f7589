/** Copying and pasting a block, within the page and with other programs. */
import fc from "fast-check";
import { SimulatedExcel } from "../../src/hosts/simulated";
import { copiedCells, copiedText, pastedCells } from "../../src/workbench/grid/clipboard";
import { makeWorkbook } from "../hosts/simulated/simulated-workbook";

const sheet = SimulatedExcel.open(
  makeWorkbook([
    {
      name: "表1",
      cells: { A1: 1234.5, B1: "05", A2: { formula: "A1*2", value: 2469 }, B2: '他说"好"' },
      styles: { A1: 1 },
      after: '<mergeCells count="1"><mergeCell ref="D1:E2"/></mergeCells>',
    },
  ]),
).sheet("表1");
const area = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });
const typed = (target: ReturnType<typeof area>, own: string, text: string) =>
  pastedCells(sheet, target, own, text).map(({ row, column, typed: contents }) => [row, column, contents]);

test("other programs get what shows, in lines and tabs", () => {
  expect(copiedText(sheet, area(0, 0, 1, 1))).toBe('1,234.50\t05\n2469\t"他说""好"""\n');
  expect(copiedText(sheet, area(0, 1))).toBe("05");
});

test("within the page exact figures, texts that look like figures, and formulas that move along are pasted", () => {
  expect(typed(area(3, 1), copiedCells(sheet, area(0, 0, 1, 1)), "")).toEqual([
    [3, 1, 1234.5],
    [3, 2, "'05"],
    [4, 1, "=B4*2"],
    [4, 2, '\'他说"好"'],
  ]);
});

test("a single cell fills what is selected, its formula moved to each place", () => {
  expect(typed(area(4, 0, 5, 1), copiedCells(sheet, area(1, 0)), "")).toEqual([
    [4, 0, "=A4*2"],
    [4, 1, "=B4*2"],
    [5, 0, "=A5*2"],
    [5, 1, "=B5*2"],
  ]);
});

test("what Excel puts on the clipboard is pasted cell by cell, its last line end is none", () => {
  expect(typed(area(0, 0), "", '科目\t金额\r\n"两\n行"\t1,234.50\r\n\t\r\n')).toEqual([
    [0, 0, "科目"],
    [0, 1, "金额"],
    [1, 0, "两\n行"],
    [1, 1, "1,234.50"],
    [2, 0, ""],
    [2, 1, ""],
  ]);
});

test("a word pasted is one cell; cells that a merged one covers are left alone", () => {
  expect(typed(area(0, 0), "", "教育")).toEqual([[0, 0, "教育"]]);
  expect(typed(area(0, 3), "", "甲\t乙\n丙\t丁")).toEqual([[0, 3, "甲"]]);
});

test("whatever block of texts is copied as text comes back as the same block", () => {
  const text = fc.string({ unit: fc.constantFrom("教", "育", " ", '"', "\t", "\n", "1", ",", "=") });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
      fc.infiniteStream(text),
      (height, width, stream) => {
        const excel = SimulatedExcel.open(makeWorkbook([{ name: "表1", cells: {} }]));
        const from = excel.sheet("表1");
        const texts = Array.from({ length: height }, () =>
          Array.from({ length: width }, () => stream.next().value as string),
        );
        texts.forEach((row, r) =>
          row.forEach((value, c) => from.setCell(r, c, { value: value === "" ? null : value, format: "@" })),
        );
        const pasted = pastedCells(from, area(0, 0), "", copiedText(from, area(0, 0, height - 1, width - 1)));
        expect(pasted.map(({ row, column, typed: contents }) => [row, column, contents])).toEqual(
          texts.flatMap((row, r) => row.map((value, c) => [r, c, value])),
        );
      },
    ),
  );
});
