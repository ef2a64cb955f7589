import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { toJson } from "../../../src/engine/diagnostics";
import { CellKind, gridIndex } from "../../../src/engine/workbook";
import { openPackage, readWorkbook } from "../../../src/hosts/file";
import { simpleParts, zipParts } from "./fixture-package";

const text = (reference: string, words: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${words}</t></is></c>`;

const row = (number: number, ...cells: string[]): string => `<row r="${number}">${cells.join("")}</row>`;

/** A 收支总表 with some more cells in it, as a file. */
function book(more: string, columns = ""): Uint8Array {
  const figures = [
    row(1, text("A1", "2025年部门收支总表")),
    row(2, text("A2", "部门名称：某市某局"), text("D2", "单位：万元")),
    row(3, text("A3", "收入"), text("C3", "支出")),
    row(4, text("A4", "项目"), text("B4", "预算数"), text("C4", "项目"), text("D4", "预算数")),
    row(
      5,
      text("A5", "一般公共预算拨款收入"),
      '<c r="B5"><v>7</v></c>',
      text("C5", "教育支出"),
      '<c r="D5"><v>7</v></c>',
    ),
    row(6, text("A6", "收入总计"), '<c r="B6"><v>7</v></c>', text("C6", "支出总计"), '<c r="D6"><v>7</v></c>'),
  ];
  return zipParts(simpleParts({ sheets: { 收支总表: `${columns}<sheetData>${figures.join("")}${more}</sheetData>` } }));
}

const read = (bytes: Uint8Array) => readWorkbook(openPackage(bytes)).sheets[0]!;

function checked(bytes: Uint8Array) {
  return toJson(checkWorkbook("书", readWorkbook(openPackage(bytes)), catalogue, allChecks), true);
}

describe("a cell that no sheet has room for", () => {
  test.each(["XFE7", "ZZZZ7", "A0", "A1048577", "7", "A-7", "-A7", ""])(
    "%s is left out and named, and the rest of the file is read",
    (reference) => {
      const sheet = read(book(`<row r="7"><c r="${reference}"><v>1</v></c><c r="A7"><v>2</v></c></row>`));
      expect(sheet.leftOut).toEqual([reference]);
      expect(sheet.numbers[gridIndex(sheet, 6, 0)]).toBe(2);
    },
  );

  test("so is one of a row that no sheet has, and one behind the last column", () => {
    expect(read(book('<row r="-3"><c><v>1</v></c></row>')).leftOut).toEqual(["A1"]);
    expect(read(book('<row r="7"><c r="XFD7"><v>1</v></c><c><v>2</v></c></row>')).leftOut).toEqual(["XFE7"]);
  });

  test("so is one whose text the file does not have", () => {
    expect(read(book('<row r="7"><c r="A7" t="s"><v>99</v></c></row>')).leftOut).toEqual(["A7"]);
  });

  test("the check goes on, and says what was not read beside the table", () => {
    const { tables, unrecognised } = checked(book('<row r="7"><c r="XFE7"><v>1</v></c></row>'));
    expect(tables.map(({ kind }) => kind)).toEqual(["budget-summary"]);
    expect(unrecognised).toEqual([{ sheet: "收支总表", reason: "有单元格的位置或内容不合规格，没有读取（XFE7）" }]);
  });
});

test.each([
  ["TRUE", '<c r="B5" t="b"><v>1</v></c>'],
  ["an error", '<c r="B5" t="e"><v>#REF!</v></c>'],
  ["a formula that nobody calculated", '<c r="B5"><f>NOW()</f></c>'],
])("%s among the amounts does not end the reading of their table", (_, cell) => {
  const { tables, unrecognised } = checked(book(`<row r="5">${cell}</row>`));
  expect([tables.map(({ kind }) => kind), unrecognised]).toEqual([["budget-summary"], []]);
});

test("columns from before the first one are hidden in no time", () => {
  const sheet = read(book("", '<cols><col min="-1000000000" max="99999999999" hidden="1"/></cols>'));
  expect(sheet.hiddenColumns.size).toBe(16_384);
});

test.each(["NaN", "Infinity", "1e999", "-1e999", "constructor"])(
  "a formula whose cached value is %s is no number, and does not end the check",
  (value) => {
    const bytes = book(`<row r="5"><c r="B5"><f>1+1</f><v>${value}</v></c></row>`);
    const sheet = read(bytes);
    expect(sheet.kinds[gridIndex(sheet, 4, 1)]).toBe(CellKind.Text);
    expect(checked(bytes).tables).toHaveLength(1);
  },
);

test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("%s is a word like any other", (word) => {
  const { tables, unrecognised, findings } = checked(
    book([row(7, text("A7", word), text("B7", word)), row(8, text("A8", `单位：${word}`))].join("")),
  );
  expect([tables.length, unrecognised]).toEqual([1, []]);
  expect(findings.filter(({ code }) => code === "crashed")).toEqual([]);
});

test("what is no formula but was taken for one (=0件) is the text that was meant", () => {
  const sheet = read(book('<row r="7"><c r="A7"><f>0件</f><v></v></c><c r="B7"><f>B6+1</f></c></row>'));
  const at = (column: number): number => gridIndex(sheet, 6, column);
  expect([sheet.kinds[at(0)], sheet.texts[at(0)]]).toEqual([CellKind.Text, "=0件"]);
  expect(sheet.numbers[at(1)]).toBe(8);
});
