import * as XLSX from "@e965/xlsx";
import { zipSync } from "fflate";
import type { Sheet, Workbook } from "../../../src/engine/workbook";
import { CellKind, gridIndex, parseA1 } from "../../../src/engine/workbook";
import { openPackage, readWorkbook } from "../../../src/hosts/file";
import type { SimpleWorkbook } from "./fixture-package";
import { partsOf, relationships, simpleParts, simpleWorkbook, worksheet, zipParts } from "./fixture-package";

const read = (bytes: Uint8Array): Workbook => readWorkbook(openPackage(bytes));
const readSimple = (workbook: SimpleWorkbook): Workbook => read(simpleWorkbook(workbook));

/** Kind, value and format of a cell by address. */
function cell(workbook: Workbook, address: string, position = 0): unknown[] {
  const sheet = workbook.sheets[position]!;
  const { row, column } = parseA1(address)!;
  const index = gridIndex(sheet, row, column);
  if (index < 0) return [CellKind.Blank];
  const value =
    sheet.kinds[index] === CellKind.Number || sheet.kinds[index] === CellKind.Boolean
      ? sheet.numbers[index]
      : sheet.texts[index];
  return [sheet.kinds[index], value, workbook.numberFormats[sheet.formats[index]!]];
}

function formula(sheet: Sheet, address: string): string | undefined {
  const { row, column } = parseA1(address)!;
  return sheet.formulas.get(gridIndex(sheet, row, column));
}

const rows = (cells: string): string => `<sheetData><row r="1">${cells}</row></sheetData>`;

describe("what a cell holds", () => {
  test("numbers keep their format, built-in or the file's own; dates are numbers", () => {
    const workbook = readSimple({
      sheets: {
        表一: rows(
          '<c r="A1"><v>1234.5</v></c><c r="B1" s="1"><v>0.5</v></c><c r="C1" s="2"><v>45658</v></c>' +
            '<c r="D1" s="3"><v>7</v></c><c r="E1" t="d"><v>2025-01-01</v></c>',
        ),
      },
      styles:
        '<numFmts><numFmt numFmtId="176" formatCode="0&quot;万元&quot;"/></numFmts><cellStyleXfs>' +
        '<xf numFmtId="10"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/>' +
        '<xf numFmtId="176"/></cellXfs>',
    });
    expect(cell(workbook, "A1")).toEqual([CellKind.Number, 1234.5, "General"]);
    expect(cell(workbook, "B1")).toEqual([CellKind.Number, 0.5, "0%"]);
    expect(cell(workbook, "C1")).toEqual([CellKind.Number, 45658, "yyyy/m/d"]);
    expect(cell(workbook, "D1")).toEqual([CellKind.Number, 7, '0"万元"']);
    expect(cell(workbook, "E1")).toEqual([CellKind.Number, 45658, "General"]);
  });

  test("text comes whole: runs joined, phonetic guides left out, escapes read", () => {
    const workbook = readSimple({
      sheets: {
        表一: rows(
          '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>类</t></r>' +
            '<r><t xml:space="preserve"> 款</t></r></is></c><c r="D1" t="str"><v>a&#10;b</v></c>',
        ),
      },
      sharedStrings:
        '<si><r><rPr><b/></rPr><t>一般</t></r><r><t>公共&amp;服务</t></r><rPh sb="0" eb="1"><t>yi</t></rPh></si><si>' +
        "<t>第一行_x000D_第二行_x005F_x0041_</t></si>",
    });
    expect(cell(workbook, "A1").slice(0, 2)).toEqual([CellKind.Text, "一般公共&服务"]);
    expect(cell(workbook, "B1")[1]).toBe("第一行\r第二行_x0041_");
    expect(cell(workbook, "C1")[1]).toBe("类 款");
    expect(cell(workbook, "D1")[1]).toBe("a\nb");
  });

  test("booleans and errors are told apart from text and numbers", () => {
    const workbook = readSimple({
      sheets: {
        表一: rows(
          '<c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1" t="e"><f>A9/0</f><v>#DIV/0!</v></c>',
        ),
      },
    });
    expect(cell(workbook, "A1").slice(0, 2)).toEqual([CellKind.Boolean, 1]);
    expect(cell(workbook, "B1").slice(0, 2)).toEqual([CellKind.Error, "#REF!"]);
    expect(cell(workbook, "C1").slice(0, 2)).toEqual([CellKind.Error, "#DIV/0!"]);
  });

  test("a formula without a calculated value is never blank", () => {
    const workbook = readSimple({
      sheets: {
        表一: rows(
          '<c r="A1"><f>UNKNOWN(1)</f></c><c r="B1"><f>UNKNOWN(1)</f><v/></c><c r="C1" t="str">' +
            '<f>IF(1=1,"","x")</f><v></v></c><c r="D1"><f>1+2</f></c><c r="E1"><f>A1+1</f></c>',
        ),
      },
    });
    expect(cell(workbook, "A1")[0]).toBe(CellKind.Uncalculated);
    expect(cell(workbook, "B1")[0]).toBe(CellKind.Uncalculated);
    expect(cell(workbook, "C1").slice(0, 2)).toEqual([CellKind.Text, ""]);
    expect(cell(workbook, "D1").slice(0, 2)).toEqual([CellKind.Number, 3]);
    expect(cell(workbook, "E1")[0]).toBe(CellKind.Uncalculated);
    expect(formula(workbook.sheets[0]!, "D1")).toBe("1+2");
  });

  test("calculated values are not believed where the writer says that it did not calculate", () => {
    const workbook = readSimple({
      sheets: { 表一: rows('<c r="A1"><v>2</v></c><c r="B1"><f>A1*3</f><v>0</v></c>') },
      afterSheets: '<calcPr fullCalcOnLoad="1"/>',
    });
    expect(cell(workbook, "B1").slice(0, 2)).toEqual([CellKind.Number, 6]);
  });

  test("every cell of a shared formula has its own formula", () => {
    const { sheets } = readSimple({
      sheets: {
        表一:
          '<sheetData><row r="1"><c r="C1"><f t="shared" ref="C1:C3" ' +
          'si="0">SUM(A1:$B1)+\'A1 表\'!A$1+LOG10(B1)</f><v>1</v></c></row><row r="2"><c r="C2">' +
          '<f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="C3">' +
          '<f t="shared" si="0"/></c></row></sheetData>',
      },
    });
    expect(formula(sheets[0]!, "C2")).toBe("SUM(A2:$B2)+'A1 表'!A$1+LOG10(B2)");
    expect(formula(sheets[0]!, "C3")).toBe("SUM(A3:$B3)+'A1 表'!A$1+LOG10(B3)");
  });
});

describe("what a sheet is", () => {
  test("merges, hidden rows, columns and sheets are known", () => {
    const parts = simpleParts({
      sheets: {
        表一:
          '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="2" hidden="1"><c r="A2">' +
          '<v>1</v></c></row></sheetData><mergeCells><mergeCell ref="B2:C4"/></mergeCells>',
        表二: "<sheetData/>",
      },
    });
    parts["xl/workbook.xml"] = String(parts["xl/workbook.xml"]).replace(
      'name="表二"',
      'name="表二" state="veryHidden"',
    );
    const [first, second] = read(zipParts(parts)).sheets;
    expect(first!.merges).toEqual([{ top: 1, left: 1, bottom: 3, right: 2 }]);
    expect([...first!.hiddenRows]).toEqual([1]);
    expect([...first!.hiddenColumns]).toEqual([1, 2]);
    expect([first!.hidden, second!.hidden]).toEqual([false, true]);
  });

  test("a chart sheet is a sheet without cells", () => {
    const parts = simpleParts({ sheets: { 表一: rows('<c r="A1"><v>1</v></c>'), 图: "" } });
    parts["xl/worksheets/sheet2.xml"] = "<chartsheet/>";
    parts["xl/_rels/workbook.xml.rels"] = relationships(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "chartsheet", "worksheets/sheet2.xml"],
    );
    expect(read(zipParts(parts)).sheets.map(({ name, kinds }) => [name, kinds.length])).toEqual([
      ["表一", 1],
      ["图", 0],
    ]);
  });

  test("only rows and columns that hold something take room, formatted blanks do not", () => {
    const sheet = readSimple({
      sheets: {
        表一:
          '<sheetData><row r="3"><c r="B3"><v>1</v></c><c r="C3" s="0"/><c r="Z3" t="inlineStr"><is>' +
          '<t>x</t></is></c></row><row r="900000"><c r="B900000"><v>2</v></c></row></sheetData>',
      },
    }).sheets[0]!;
    expect([[...sheet.rows], [...sheet.columns]]).toEqual([
      [2, 899_999],
      [1, 25],
    ]);
  });
});

describe("files of other writers", () => {
  const expected = [CellKind.Number, 12.5, "General"];

  test("elements with a namespace prefix, and parts addressed from the root", () => {
    const prefixed = (text: string): string =>
      text.replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:").replace("xmlns=", "xmlns:x=");
    const parts = simpleParts({
      sheets: { 表一: rows('<c r="A1"><v>12.5</v></c><c r="B1" t="s"><v>0</v></c>') },
      sharedStrings: "<si><t>合计</t></si>",
    });
    for (const name of ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
      parts[name] = prefixed(String(parts[name]));
    parts["xl/_rels/workbook.xml.rels"] = relationships(
      ["rId1", "worksheet", "/xl/worksheets/sheet1.xml"],
      ["rId102", "sharedStrings", "/xl/sharedStrings.xml"],
    );
    parts["_rels/.rels"] = relationships(["rId1", "officeDocument", "/xl/workbook.xml"]);
    const workbook = read(zipParts(parts));
    expect(cell(workbook, "A1")).toEqual(expected);
    expect(cell(workbook, "B1")[1]).toBe("合计");
  });

  test("strict Open XML", () => {
    const strict = (text: string): string =>
      text
        .replace(
          /http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main/g,
          "http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        .replace(
          /http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\//g,
          "http://purl.oclc.org/ooxml/officeDocument/",
        );
    const parts = simpleParts({
      sheets: { 表一: rows('<c r="A1"><v>12.5</v></c>') },
      styles: '<cellXfs><xf numFmtId="0"/></cellXfs>',
    });
    const workbook = read(
      zipParts(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strict(String(text))]))),
    );
    expect(cell(workbook, "A1")).toEqual(expected);
  });

  test("rows and cells without addresses count on from the one before", () => {
    const sheet =
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c>' +
      "<v>4</v></c></row><row><c><v>5</v></c></row></sheetData>";
    const workbook = readSimple({ sheets: { 表一: sheet } });
    expect(["A1", "B1", "C4", "D4", "A5"].map((address) => cell(workbook, address)[1])).toEqual([1, 2, 3, 4, 5]);
  });

  test("UTF-16 and GBK parts, a byte order mark, comments and CDATA", () => {
    const parts = simpleParts({ sheets: { 表一: "", 表二: "" } });
    const text =
      '<?xml version="1.0" encoding="UTF-16"?><!-- <c> -->' +
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">' +
      '<c r="A1" t="inlineStr"><is><t><![CDATA[甲<乙]]></t></is></c></row></sheetData></worksheet>';
    parts["xl/worksheets/sheet1.xml"] = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer),
    ]);
    parts["xl/worksheets/sheet2.xml"] = `\ufeff${worksheet(rows('<c r="A1"><v>12.5</v></c>'))}`;
    const workbook = read(zipParts(parts));
    expect(cell(workbook, "A1")[1]).toBe("甲<乙");
    expect(cell(workbook, "A1", 1)).toEqual(expected);
  });

  test("entries that are stored, not deflated, and part names in another case", () => {
    const parts = simpleParts({ sheets: { 表一: rows('<c r="A1"><v>12.5</v></c>') } });
    const renamed = Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [
        name.replace("worksheets/sheet1", "Worksheets/Sheet1"),
        new TextEncoder().encode(String(text)),
      ]),
    );
    expect(cell(read(zipSync(renamed, { level: 0 })), "A1")).toEqual(expected);
  });

  test("a workbook of another library reads as that library reads it", () => {
    const data = [
      ["科目编码", "科目名称", "合计", "占比", "日期"],
      ["201", "一般公共服务支出", 1234.56, 0.5, 45000],
      ["", "小计", 99.9, true, "=文本"],
    ];
    const sheet = XLSX.utils.aoa_to_sheet(data);
    (sheet["C3"] as XLSX.CellObject).z = "#,##0.00";
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, "支出 (表)");
    const bytes = new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
    const workbook = read(bytes);
    const values = ["A1", "B2", "C2", "D2", "E2", "C3", "D3", "E3"].map((address) => cell(workbook, address)[1]);
    expect(values).toEqual(["科目编码", "一般公共服务支出", 1234.56, 0.5, 45000, 99.9, 1, "=文本"]);
    expect(cell(workbook, "C3")[2]).toBe("#,##0.00");
    expect(Object.keys(partsOf(bytes))).toContain("xl/workbook.xml");
  });
});
