import fc from "fast-check";
import { CellKind } from "../../../src/engine/workbook";
import { openPackage, readWorkbook, recalculateEdits } from "../../../src/hosts/file";
import { shiftFormula } from "../../../src/hosts/file/read/shared-formula";
import { simpleWorkbook } from "./fixture-package";

/** A sheet 数据 to calculate over: amounts in B1:B6 with one text and one blank, codes in A, and a second sheet. */
const DATA =
  '<cols/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>201</t></is></c><c r="B1"><v>10.5</v></c></row>' +
  '<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>20101</t></is></c><c r="B2"><v>-3</v></c></row>' +
  '<row r="3"><c r="A3"><v>201</v></c><c r="B3" t="inlineStr"><is><t>7</t></is></c></row><row r="4">' +
  '<c r="A4" t="inlineStr"><is><t>合计</t></is></c><c r="B4"><v>2.005</v></c></row>' +
  '<row r="6"><c r="A6" t="b"><v>1</v></c><c r="B6"><f>SUBTOTAL(9,B1:B4)</f><v>9.505</v></c></row><row r="7">' +
  '<c r="A7" t="e"><v>#N/A</v></c></row></sheetData>';

/** What a formula on the sheet 结果 comes to; undefined where it is not calculated. */
function calculate(formula: string): unknown {
  const escaped = formula.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const bytes = simpleWorkbook({
    sheets: { "数 据": DATA, 结果: `<sheetData><row r="1"><c r="A1"><f>${escaped}</f></c></row></sheetData>` },
    afterSheets:
      "<definedNames><definedName name=\"金额\">'数 据'!$B$1:$B$4</definedName>" +
      '<definedName name="税率">0.13</definedName><definedName name="圈">圈+1</definedName></definedNames>',
  });
  const sheet = readWorkbook(openPackage(bytes)).sheets[1]!;
  switch (sheet.kinds[0]) {
    case CellKind.Number:
      return sheet.numbers[0];
    case CellKind.Boolean:
      return sheet.numbers[0] === 1;
    case CellKind.Uncalculated:
      return undefined;
    default:
      return sheet.texts[0];
  }
}

describe("a formula without a calculated value comes to what Excel makes of it", () => {
  test.each<[string, unknown]>([
    ["1+2*3^2", 19],
    ["-2^2", 4],
    ["2^3^2", 64],
    ["10%*50", 5],
    ["(1+2)*-3", -9],
    ["1=1.0", true],
    ['"a"="A"', true],
    ['2<"1"', true],
    ['"第"&1&"季度"', "第1季度"],
    ['0.1+0.2&""', "0.3"],
    ["'数 据'!B5+1", 1],
    ["'数 据'!B5", 0],
    ["'数 据'!B3+1", 8],
    ["'数 据'!A4+1", "#VALUE!"],
    ["1/0", "#DIV/0!"],
    ["#REF!+1", "#REF!"],
    ["没有的表!A1", "#REF!"],
    ["SUM('数 据'!B1:B4)", 9.505],
    ["SUM('数 据'!B:B)", 19.01],
    ["SUM('数 据'!1:2)", 7.5],
    ['SUM(金额,"2",TRUE)', 12.505],
    ["SUM('数 据'!A1:A7)", "#N/A"],
    ["SUBTOTAL(9,'数 据'!B1:B6)", 9.505],
    ["SUBTOTAL(109,'数 据'!B1:B6)", 12.505],
    ["AVERAGE('数 据'!B1:B2)", 3.75],
    ["MAX('数 据'!B1:B4)-MIN('数 据'!B1:B4)", 13.5],
    ["COUNT('数 据'!B1:B6)", 4],
    ["COUNTA('数 据'!B1:B6)", 5],
    ["ROUND(2.005,2)", 2.01],
    ["ROUND(-2.5,0)", -3],
    ["ROUND(1234.5,-2)", 1200],
    ["ROUNDDOWN(-1.29,1)", -1.2],
    ["ROUNDUP(1.21,1)", 1.3],
    ["INT(-1.5)", -2],
    ["MOD(-3,2)", 1],
    ["ABS('数 据'!B2)", 3],
    ["SUMIF('数 据'!A1:A4,\"201\",'数 据'!B1:B4)", 10.5],
    ["SUMIF('数 据'!A1:A4,\"201*\",'数 据'!B1:B4)", 7.5],
    ["SUMIF('数 据'!B1:B4,\">0\")", 12.505],
    ["SUMIFS('数 据'!B1:B4,'数 据'!A1:A4,\"<>合计\",'数 据'!B1:B4,\"<0\")", -3],
    ["COUNTIF('数 据'!B1:B5,\"\")", 1],
    ["SUMPRODUCT('数 据'!B1:B2,'数 据'!B1:B2)", 119.25],
    ["IF('数 据'!B1>5,\"是\",1/0)", "是"],
    ["IF(FALSE,1)", false],
    ["IFERROR(1/0,0)", 0],
    ["AND(TRUE,1,'数 据'!B1>0)", true],
    ["NOT(OR(FALSE,0))", true],
    ["VLOOKUP(\"合计\",'数 据'!A1:B4,2,FALSE)", 2.005],
    ["VLOOKUP(\"没有\",'数 据'!A1:B4,2,0)", "#N/A"],
    ["INDEX('数 据'!A1:B4,MATCH(\"20101\",'数 据'!A1:A4,0),2)", -3],
    ["LEFT('数 据'!A2,3)&LEN('数 据'!A2)", "2015"],
    ['REPT("■",2.9)&REPT("□",0)', "■■"],
    ['VALUE("1,234.5")*税率', 160.485],
    ["ISBLANK('数 据'!B5)", true],
    ['_xlfn.IFS(1=2,"甲",TRUE,"乙")', "乙"],
  ])("%s", (formula, expected) => {
    const value = calculate(formula);
    if (typeof expected === "number") expect(value).toBeCloseTo(expected, 9);
    else expect(value).toBe(expected);
  });

  test.each([
    'INDIRECT("A1")',
    "TODAY()",
    "[1]预算!A1",
    "SUM('数 据:结果'!A1)",
    "{1,2}",
    "Table1[金额]",
    "没有的名称",
    "圈",
    "A1",
    "'数 据'!A1:A3+1",
    "VLOOKUP(1,'数 据'!A1:B4,2)",
    "SUM(",
    ")",
  ])("%s is left uncalculated, not guessed", (formula) => {
    expect(calculate(formula)).toBeUndefined();
  });

  test("a chain of thousands of formulas, in the worst order", () => {
    const length = 20_000;
    const rows = Array.from(
      { length },
      (_, row) =>
        `<row r="${row + 1}"><c r="A${row + 1}">${row === length - 1 ? "<v>1</v>" : `<f>A${row + 2}+1</f>`}</c></row>`,
    ).join("");
    const sheet = readWorkbook(openPackage(simpleWorkbook({ sheets: { 表一: `<sheetData>${rows}</sheetData>` } })))
      .sheets[0]!;
    expect(sheet.numbers[0]).toBe(length);
  });

  test("any text in place of a formula is calculated or left, never more than that", () => {
    const piece = fc.constantFrom(
      "SUM(",
      "IF(",
      "ROUND(",
      ")",
      "(",
      ",",
      "A1",
      "'数 据'!B1:B4",
      "B:B",
      "1:3",
      "+",
      "-",
      "*",
      "/",
      "^",
      "%",
      "&",
      "=",
      "<>",
      '"x"',
      "1",
      "2.5",
      "金额",
      "#REF!",
      " ",
      "!",
      ":",
      "{",
      "$",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(["number", "string", "boolean", "undefined"]).toContain(typeof calculate(pieces.join("")));
      }),
      { numRuns: 300 },
    );
  });
});

describe("a shared formula", () => {
  test.each([
    ["A1+$A$1+$A1+A$1", "B3+$A$1+$A3+B$1"],
    ["SUM(A:B,1:2,$C:C)", "SUM(B:C,3:4,$C:D)"],
    ["LOG10(A1)&\"A1\"&'A1'!A1&表A1!A1", "LOG10(B3)&\"A1\"&'A1'!B3&表A1!B3"],
    ["[1]A1!A1", "[1]A1!B3"],
  ])("%s two rows down and one column right reads %s", (formula, shifted) => {
    expect(shiftFormula(formula, 2, 1)).toBe(shifted);
  });

  test("shifted off the sheet it is #REF!", () => {
    expect(shiftFormula("A1+B2", -1, 0)).toBe("#REF!+B1");
  });

  test("shifting there and back changes nothing", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(20), fc.nat(100), fc.nat(10), (row, column, down, right) => {
        const formula = `SUM(${String.fromCharCode(65 + column)}${row + 1}:$Z$9)+ROUND(A1,2)`;
        expect(shiftFormula(shiftFormula(formula, down, right), -down, -right)).toBe(formula);
      }),
    );
  });
});

describe("after some cells are written", () => {
  const book = simpleWorkbook({
    sheets: {
      表一:
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+A2</f><v>1</v></c><c r="C1"><f>B1*2</f>' +
        '<v>2</v></c><c r="D1"><f>9*1</f><v>9</v></c></row></sheetData>',
      表二:
        '<sheetData><row r="1"><c r="A1"><f>SUM(表一!A1:A9)</f><v>1</v></c><c r="B1">' +
        '<f>COUNTIF(表一!B1:B1,"&gt;0")</f><v>1</v></c></row></sheetData>',
    },
  });

  test("exactly the formulas are listed whose value is another one", () => {
    const result = recalculateEdits(openPackage(book), [{ type: "set-value", sheet: "表一", address: "A2", value: 5 }]);
    expect(result.complete).toBe(true);
    expect(result.changed.map(({ sheet, row, column, value }) => [sheet, row, column, value])).toEqual([
      ["表一", 0, 1, 6],
      ["表一", 0, 2, 12],
      ["表二", 0, 0, 6],
    ]);
  });

  test("a formula that is written is calculated with the rest", () => {
    const result = recalculateEdits(openPackage(book), [
      { type: "set-formula", sheet: "表一", address: "A2", formula: "A1*10", value: null },
    ]);
    expect(result.changed.map(({ sheet, value }) => [sheet, value])).toEqual([
      ["表一", 10],
      ["表一", 11],
      ["表一", 22],
      ["表二", 11],
    ]);
  });
});
