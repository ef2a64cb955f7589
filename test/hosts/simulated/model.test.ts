import { strFromU8, unzipSync } from "fflate";
import { SimulatedExcel, shownText } from "../../../src/hosts/simulated";
import { numberText } from "../../../src/hosts/simulated/model/number-text";
import { BLANK_CELL } from "../../../src/hosts/simulated/model/sheet";
import { movedReferences } from "../../../src/hosts/simulated/model/moved-references";
import { typeInto } from "../../../src/hosts/simulated/model/typing";
import { openPackage, readSettings, readWorkbook } from "../../../src/hosts/file";
import { makeWorkbook } from "./simulated-workbook";

describe("a number shows as its format says", () => {
  test.each<[number, string, string]>([
    [1234.5, "#,##0.00", "1,234.50"],
    [-1234.5, "#,##0.00", "-1,234.50"],
    [0.125, "0.00%", "12.50%"],
    [1234567, "#,##0", "1,234,567"],
    [0, '#,##0.00;-#,##0.00;"—"', "—"],
    [-5, "#,##0.00;(#,##0.00)", "(5.00)"],
    [12, '0"万元"', "12万元"],
    [2.5, "#.##", "2.5"],
    [1.005, "0.00", "1.01"],
    [45_658, 'yyyy"年"m"月"d"日"', "2025年1月1日"],
    [45_658.5, "yyyy/m/d h:mm", "2025/1/1 12:00"],
    [1234.5678, "General", "1234.5678"],
    [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"],
    [1_234_567, "#,##0.0,", "1,234.6"],
    [1234.5, "G/通用格式", "1234.5"],
    [0.5, "# ?/?", "1/2"],
    [1234.5, "0.00E+00", "1.23E+03"],
    [-3, "[红色]0.00", "-3.00"],
    [4, "[>5]0;0.0", "4.0"],
    [0.1 + 0.2, "General", "0.3"],
    [7, "0.00 [", "7"],
  ])("%d as %s is %s", (value, format, shown) => expect(numberText(value, format)).toBe(shown));
});

describe("typing into a cell", () => {
  test.each<[string | number, unknown]>([
    ["12", 12],
    ["1,234.5", 1234.5],
    ["12%", 0.12],
    ["'12", "12"],
    ["true", true],
    ["预算", "预算"],
    ["-", "-"],
    ["", null],
    [3, 3],
    ["1,2", "1,2"],
  ])("%p is %p", (typed, value) => expect(typeInto(BLANK_CELL, typed).value).toBe(value));

  test("a text format keeps what looks like a number a text", () =>
    expect(typeInto({ ...BLANK_CELL, format: "@" }, "05").value).toBe("05"));
  test("an error value is one", () => expect(typeInto(BLANK_CELL, "#n/a").error).toBe("#N/A"));
});

describe("a workbook in memory", () => {
  const bytes = makeWorkbook([
    {
      name: "表1",
      cells: {
        A1: 1,
        A2: 2,
        A3: { formula: "SUM(A1:A2)", value: 3 },
        B3: { formula: "A3*2", value: 6 },
        C1: { formula: "CUBEVALUE(A1)", value: 8 },
      },
    },
    { name: "汇总", cells: { A1: { formula: "表1!B3", value: 6 } } },
  ]);

  test("what depends on an edit is calculated, through other sheets too, and in a cell that was emptied", () => {
    const excel = SimulatedExcel.open(bytes);
    excel.type("表1", "A1", 10);
    expect(excel.sheet("汇总").cell(0, 0).value).toBe(24);
    excel.type("表1", "A2", "");
    expect(excel.sheet("汇总").cell(0, 0).value).toBe(20);
  });

  test("a formula beyond the calculation keeps its value; a new one shows #NAME?", () => {
    const excel = SimulatedExcel.open(bytes);
    excel.type("表1", "A1", 10);
    excel.type("表1", "D1", "=CUBEVALUE(A1)");
    expect([shownText(excel.sheet("表1"), 0, 2), shownText(excel.sheet("表1"), 0, 3)]).toEqual(["8", "#NAME?"]);
  });

  test("a new formula is calculated from what stands there", () => {
    const excel = SimulatedExcel.open(bytes);
    excel.type("汇总", "B1", "=表1!A1+A1");
    expect(excel.sheet("汇总").cell(0, 1).value).toBe(7);
  });

  test("saved unchanged it is the same file, byte for byte", () => {
    expect(Buffer.from(SimulatedExcel.open(bytes).save()).equals(Buffer.from(bytes))).toBe(true);
  });

  test("an edit that is taken back by hand leaves the same file", () => {
    const excel = SimulatedExcel.open(bytes);
    excel.type("表1", "A1", 10);
    excel.type("表1", "A1", 1);
    expect(Buffer.from(excel.save()).equals(Buffer.from(bytes))).toBe(true);
  });

  test("edits, settings and calculated values reach the file", () => {
    const excel = SimulatedExcel.open(bytes);
    excel.type("表1", "A1", 10);
    excel.type("表1", "D9", "=A1*3");
    excel.workbook.xmlParts.push({ id: "1", xml: '<hedui xmlns="urn:hedui:1"/>' });
    const saved = openPackage(excel.save());
    expect(readSettings(saved)).toBe('<hedui xmlns="urn:hedui:1"/>');
    const [sheet, summary] = readWorkbook(saved).sheets;
    expect(summary!.numbers[0]).toBe(24);
    expect([...sheet!.formulas.values()]).toContain("A1*3");
    expect([...sheet!.numbers]).toContain(30);
  });

  test("what the page does not show stays: frozen panes, others' formats, validations and print set-up", () => {
    const before =
      '<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><sheetViews><sheetView workbookViewId="0">' +
      '<pane xSplit="1" ySplit="1" topLeftCell="B2" state="frozen"/></sheetView></sheetViews>';
    const after =
      '<conditionalFormatting sqref="A1:A9"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan">' +
      "<formula>0</formula></cfRule></conditionalFormatting>" +
      '<conditionalFormatting sqref="B1:B9"><cfRule type="colorScale" priority="2"><colorScale>' +
      '<cfvo type="min"/><cfvo type="max"/><color rgb="FFFFFFFF"/>' +
      '<color rgb="FFFF0000"/></colorScale></cfRule></conditionalFormatting>' +
      '<dataValidations count="1"><dataValidation type="list" sqref="C1">' +
      '<formula1>"是,否"</formula1></dataValidation></dataValidations>' +
      '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
      '<pageSetup orientation="landscape"/>' +
      '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" ' +
      'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">' +
      "<x14:conditionalFormattings/></ext></extLst>";
    const original = makeWorkbook([{ name: "表1", cells: { A1: 1, A2: 2 }, before, after }]);
    const excel = SimulatedExcel.open(original);
    excel.type("表1", "A1", 10);
    const [was, now] = [original, excel.save()].map((bytes) => unzipSync(bytes)) as [
      Record<string, Uint8Array>,
      Record<string, Uint8Array>,
    ];
    const part = "xl/worksheets/sheet1.xml";
    expect(Object.keys(was).filter((name) => Buffer.compare(was[name]!, now[name]!) !== 0)).toEqual([part]);
    expect(strFromU8(now[part]!)).toBe(strFromU8(was[part]!).replace("<v>1</v>", "<v>10</v>"));
  });

  test("a file that cannot say what was done is not written", () => {
    const excel = SimulatedExcel.open(bytes);
    excel.workbook.deleteSheet(excel.sheet("汇总"), { byClient: false, remote: false });
    expect(() => excel.save()).toThrow("renamed or deleted");
  });
});

describe("rows that are inserted or taken out take formulas along", () => {
  const shift = { shifted: "表 1", own: "表 1", at: 2 };
  test.each<[string, number, string]>([
    ["A1+A3+$B$9", 1, "A1+A4+$B$10"],
    ["SUM(A2:A5)", 2, "SUM(A2:A7)"],
    ["SUM(A3:A5)", -1, "SUM(A3:A4)"],
    ["SUM(A3:A4)", -2, "SUM(#REF!)"],
    ["A3&A4", -1, "#REF!&A3"],
    ["'表 1'!A3+汇总!A3", 1, "'表 1'!A4+汇总!A3"],
    ['LOG10(A3)&"A3"&Total_A3', 1, 'LOG10(A4)&"A3"&Total_A3'],
  ])("%s by %d is %s", (formula, count, moved) => expect(movedReferences(formula, { ...shift, count })).toBe(moved));

  test("in another sheet only what names the one that was changed", () =>
    expect(movedReferences("A3+'表 1'!A3", { ...shift, own: "汇总", count: 1 })).toBe("A3+'表 1'!A4"));
});
