import * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import type { Edit, MarkLevel } from "../../../src/engine/workbook";
import {
  WorkbookFileError,
  describeFileProblem,
  openPackage,
  patchPackage,
  readWorkbook,
} from "../../../src/hosts/file";
import { partsOf, relationships, richParts, simpleParts, simpleWorkbook, zipParts } from "./fixture-package";

const rich = zipParts(richParts());
const patch = (bytes: Uint8Array, ...edits: Edit[]): Uint8Array => patchPackage(openPackage(bytes), edits);

/** Names of the parts that differ between two files. */
function differing(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [partsOf(before), partsOf(after)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]);
}

/** What another library reads in a cell. */
function oracle(bytes: Uint8Array, sheet: string, address: string): XLSX.CellObject {
  return XLSX.read(bytes, { type: "array", cellFormula: true, cellNF: true }).Sheets[sheet]![
    address
  ] as XLSX.CellObject;
}

/** What the file reads as, for comparing. */
function plain(bytes: Uint8Array): string {
  return JSON.stringify(readWorkbook(openPackage(bytes)), (_, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );
}

function refusal(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof WorkbookFileError) return `${error.problem.code}：${describeFileProblem(error.problem)}`;
    throw error;
  }
  return "none";
}

const MARKS: Edit[] = [
  { type: "mark", sheet: "收支总表", address: "B7", level: "error" },
  { type: "mark", sheet: "收支总表", address: "D7", level: "explain" },
  { type: "mark", sheet: "收支总表", address: "C5", level: "hint" },
  { type: "mark", sheet: "支出总表", address: "B1", level: "cannot-tell" },
];

describe("nothing is damaged", () => {
  test("without edits the file stays the same, byte for byte", () => {
    expect(patch(rich)).toEqual(rich);
  });

  test("parts that no edit names keep their bytes and their order", () => {
    const marked = patch(rich, MARKS[0]!);
    expect(differing(rich, marked)).toEqual(["xl/worksheets/sheet1.xml", "xl/styles.xml"]);
    expect(Object.keys(partsOf(marked))).toEqual(Object.keys(partsOf(rich)));
    const compressed = (bytes: Uint8Array, part: string): Uint8Array => {
      const { archive } = openPackage(bytes);
      const entry = archive.byName.get(part)!;
      return archive.bytes.subarray(entry.localStart, entry.localEnd);
    };
    for (const part of ["xl/charts/chart1.xml", "xl/worksheets/sheet2.xml", "xl/drawings/vmldrawing1.vml"])
      expect(compressed(marked, part)).toEqual(compressed(rich, part));
  });

  test("in a sheet that is edited, protection, extension lists, drawing and print set-up stay as they stand", () => {
    const before = partsOf(rich)["xl/worksheets/sheet1.xml"]!;
    const after = partsOf(patch(rich, ...MARKS, { type: "set-value", sheet: "收支总表", address: "B5", value: 7 }))[
      "xl/worksheets/sheet1.xml"
    ]!;
    for (const element of [
      "sheetPr",
      "sheetViews",
      "cols",
      "sheetProtection",
      "protectedRanges",
      "mergeCells",
      "dataValidations",
      "pageSetup",
      "headerFooter",
      "drawing",
      "legacyDrawing",
      "extLst",
    ]) {
      const found = new RegExp(`<${element}[ >/][\\s\\S]*?(?:</${element}>|/>)`).exec(before)![0];
      expect(after).toContain(found);
    }
  });

  test("all edits or none: one that cannot be applied leaves no file", () => {
    expect(
      refusal(() => patch(rich, MARKS[0]!, { type: "mark", sheet: "没有的表", address: "A1", level: "hint" })),
    ).toMatch(/^no-such-sheet：.*没有的表.*未作任何改动/);
    expect(refusal(() => patch(rich, { type: "set-value", sheet: "收支总表", address: "AAAA1", value: 1 }))).toMatch(
      /^bad-address：/,
    );
    expect(refusal(() => patch(rich, { type: "set-value", sheet: "收支总表", address: "A1", value: NaN }))).toMatch(
      /^bad-value：/,
    );
    expect(
      refusal(() => patch(rich, { type: "set-value", sheet: "收支总表", address: "A1", value: "长".repeat(40_000) })),
    ).toMatch(/^bad-value：.*32767/);
  });

  test("a damaged part is not copied into a new file", () => {
    const broken = rich.slice();
    const entry = openPackage(rich).archive.byName.get("xl/worksheets/sheet2.xml")!;
    broken[entry.dataStart + 8]! ^= 4;
    expect(refusal(() => patch(broken, MARKS[0]!))).toMatch(/^damaged-part：.*sheet2/);
  });
});

describe("marks", () => {
  test("are conditional formats that come and go without a trace", () => {
    const marked = patch(rich, ...MARKS);
    expect(differing(rich, marked)).toEqual(["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml"]);
    expect(patch(marked, { type: "clear-marks" })).not.toEqual(marked);
    expect(differing(rich, patch(marked, { type: "clear-marks" }))).toEqual([]);
  });

  test("do not change what any cell holds", () => {
    expect(plain(patch(rich, ...MARKS))).toBe(plain(rich));
  });

  test("any marks come and go without a trace, whatever the style sheet looks like", () => {
    const styles = fc.constantFrom(
      '<dxfs count="0"/><tableStyles count="0"/>',
      "<tableStyles/>",
      '<dxfs count="1"><dxf><font><b/></font></dxf></dxfs>',
      "<cellXfs><xf/></cellXfs>",
      "<dxfs><dxf/>\n</dxfs>",
    );
    const mark = fc.record({
      type: fc.constant("mark" as const),
      sheet: fc.constantFrom("表一", "表二"),
      address: fc.constantFrom("A1", "B2:C3", "XFD1048576"),
      level: fc.constantFrom<MarkLevel>("error", "explain", "hint", "cannot-tell"),
    });
    fc.assert(
      fc.property(styles, fc.array(mark, { minLength: 1, maxLength: 8 }), (sheetStyles, marks) => {
        const bytes = simpleWorkbook({
          sheets: {
            表一:
              '<sheetData/><conditionalFormatting sqref="A1">' +
              '<cfRule type="duplicateValues" priority="4"/></conditionalFormatting>',
            表二: "<sheetData/><extLst/>",
          },
          styles: sheetStyles,
        });
        const twice = patch(patch(bytes, ...marks), { type: "clear-marks" }, ...marks);
        expect(differing(bytes, patch(twice, { type: "clear-marks" }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("are still found after LibreOffice or Excel has written them its own way", () => {
    const rewritten =
      '<sheetData/><conditionalFormatting sqref="A1"><cfRule type="expression" priority="1" dxfId="0">' +
      '<formula>AND(1,N("hedui:error")=0)</formula></cfRule>' +
      '<cfRule type="cellIs" priority="2" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>';
    const cleared = partsOf(patch(simpleWorkbook({ sheets: { 表一: rewritten } }), { type: "clear-marks" }));
    expect(cleared["xl/worksheets/sheet1.xml"]).not.toContain("hedui");
    expect(cleared["xl/worksheets/sheet1.xml"]).toContain('operator="lessThan"');
  });

  test("leave a style alone that something else has come to use", () => {
    const parts = partsOf(patch(rich, MARKS[0]!));
    const used = zipParts({ ...parts, "xl/tables/table1.xml": '<table dataDxfId="1"/>' });
    expect(partsOf(patch(used, { type: "clear-marks" }))["xl/styles.xml"]).toBe(parts["xl/styles.xml"]);
  });

  test("a cell that is marked twice shows the stronger mark; new marks can replace the old ones in one go", () => {
    const sheet = partsOf(
      patch(
        rich,
        { type: "mark", sheet: "收支总表", address: "B7", level: "error" },
        { type: "mark", sheet: "收支总表", address: "B7", level: "hint" },
      ),
    )["xl/worksheets/sheet1.xml"]!;
    expect(sheet.match(/hedui:\w+/g)).toEqual(["hedui:error"]);
    const replaced = partsOf(
      patch(
        patch(rich, ...MARKS),
        { type: "clear-marks" },
        { type: "mark", sheet: "收支总表", address: "A1", level: "hint" },
      ),
    );
    expect(replaced["xl/worksheets/sheet1.xml"]!.match(/hedui:\w+/g)).toEqual(["hedui:hint"]);
    expect(replaced["xl/worksheets/sheet2.xml"]).toBe(partsOf(rich)["xl/worksheets/sheet2.xml"]);
    expect(replaced["xl/styles.xml"]).toBe(
      partsOf(patch(rich, { type: "mark", sheet: "收支总表", address: "A1", level: "hint" }))["xl/styles.xml"],
    );
  });

  test("a file without a style sheet gets one", () => {
    const marked = patch(simpleWorkbook({ sheets: { 表一: '<sheetData/><pageMargins left="1"/>' } }), {
      type: "mark",
      sheet: "表一",
      address: "A1",
      level: "error",
    });
    expect(partsOf(marked)["xl/styles.xml"]).toContain("<dxfs");
    expect(partsOf(marked)["xl/worksheets/sheet1.xml"]).toMatch(/<sheetData\/><conditionalFormatting.*<pageMargins/);
    expect(XLSX.read(marked, { type: "array" }).SheetNames).toEqual(["表一"]);
  });
});

describe("a value that is written", () => {
  test("keeps the cell's style; text is text whatever it begins with", () => {
    const texts = ["=1+1", "+5", "-x", "@SUM(A1)", " 前后 ", 'a<b>&"c"', "一\n二", "_x0041_", "\u0001", "😀"];
    const edits = texts.map((value, row): Edit => ({
      type: "set-value",
      sheet: "收支总表",
      address: `B${row + 5}`,
      value,
    }));
    const written = patch(rich, ...edits);
    texts.forEach((value, row) => {
      const found = oracle(written, "收支总表", `B${row + 5}`);
      expect([found.t, found.v, found.f, found.z]).toEqual(["s", value, undefined, "#,##0.00_ "]);
    });
    expect(readWorkbook(openPackage(written)).sheets[0]!.texts).toEqual(expect.arrayContaining(texts));
  });

  test("stands where it belongs among the rows and cells that are there", () => {
    const book = simpleWorkbook({
      sheets: {
        表一:
          '<dimension ref="B2:D2"/><sheetData><row r="2" spans="2:4"><c r="B2"><v>1</v></c><c r="D2">' +
          '<v>2</v></c></row><row r="5" s="0"/></sheetData>',
      },
    });
    const at = (address: string, value: number): Edit => ({ type: "set-value", sheet: "表一", address, value });
    const sheet = partsOf(patch(book, at("E9", 9), at("A2", 3), at("C2", 4), at("F2", 5), at("A1", 6), at("B5", 7)))[
      "xl/worksheets/sheet1.xml"
    ]!;
    expect(sheet.match(/ r="[A-Z]+\d+"/g)!.join("")).toBe(' r="A1" r="A2" r="B2" r="C2" r="D2" r="F2" r="B5" r="E9"');
    expect(sheet.match(/<row r="\d+"/g)).toEqual(['<row r="1"', '<row r="2"', '<row r="5"', '<row r="9"']);
    expect(sheet).toContain('<dimension ref="A1:F9"/>');
    expect(sheet).toContain('spans="1:6"');
  });

  test("in an empty cell takes the format of its row or column", () => {
    const sheet =
      '<cols><col min="2" max="2" style="3"/></cols><sheetData><row r="1" s="5" customFormat="1">' +
      '<c r="A1"/></row></sheetData>';
    const book = simpleWorkbook({ sheets: { 表一: sheet } });
    const written = partsOf(
      patch(
        book,
        ...["B1", "B2", "C2"].map((address): Edit => ({ type: "set-value", sheet: "表一", address, value: 1 })),
      ),
    )["xl/worksheets/sheet1.xml"]!;
    expect(written).toContain('<c r="B1" s="5">');
    expect(written).toContain('<c r="B2" s="3">');
    expect(written).toContain('<c r="C2"><v>');
  });

  test("any writes read back as they were meant, and leave every other cell as it was", () => {
    const address = fc
      .tuple(fc.constantFrom("A", "B", "C", "D", "F"), fc.integer({ min: 1, max: 9 }))
      .map(([letter, row]) => `${letter}${row}`);
    const value = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(address, value), { maxLength: 12, selector: ([place]) => place }),
        (writes) => {
          const merged = ["B1", "C1", "D1"];
          const chosen = writes.filter(([place]) => !merged.includes(place));
          const edits = chosen.map(([place, content]): Edit => ({
            type: "set-value",
            sheet: "收支总表",
            address: place,
            value: content,
          }));
          const [before, after] = [rich, patch(rich, ...edits)].map(
            (bytes) => XLSX.read(bytes, { type: "array" }).Sheets["收支总表"]!,
          );
          const readable = (text: string): string =>
            text
              .replace(/\r\n?/g, "\n")
              .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
          for (const [place, content] of chosen) {
            const found = after![place] as XLSX.CellObject | undefined;
            if (content === null || content === "") expect(found?.v).toBeUndefined();
            else expect(found!.v).toEqual(typeof content === "string" ? readable(content) : content + 0);
          }
          const written = new Set([...chosen.map(([place]) => place), "B7", "D7", "!ref"]);
          for (const place of Object.keys(before!).filter((key) => !written.has(key)))
            expect(after![place]).toEqual(before![place]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("meant for a cell that a merged area covers goes to the one that shows", () => {
    const written = patch(rich, { type: "set-value", sheet: "收支总表", address: "C1", value: "收支预算总表" });
    expect(oracle(written, "收支总表", "A1").v).toBe("收支预算总表");
  });
});

describe("formulas", () => {
  test("calculated values of what depends on a written cell are brought up to date, on other sheets too", () => {
    const written = patch(rich, { type: "set-value", sheet: "收支总表", address: "D6", value: 100.25 });
    expect(oracle(written, "收支总表", "D7")).toMatchObject({ f: "SUM(D5:D6)", v: 1000.75, z: "#,##0.00_ " });
    expect(oracle(written, "支出总表", "B1")).toMatchObject({ v: 1000.75 });
    expect(differing(rich, written)).toEqual(["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]);
  });

  test("a value that cannot be calculated here is taken out, and Excel is asked to calculate", () => {
    const book = simpleWorkbook({
      sheets: {
        表一: '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>XIRR(A1)</f><v>1</v></c></row></sheetData>',
      },
      afterSheets: '<calcPr calcId="1"/><extLst/>',
    });
    const written = partsOf(patch(book, { type: "set-value", sheet: "表一", address: "A1", value: 2 }));
    expect(written["xl/worksheets/sheet1.xml"]).toContain('<c r="B1"><f>XIRR(A1)</f></c>');
    expect(written["xl/workbook.xml"]).toContain('<calcPr calcId="1" fullCalcOnLoad="1"/>');
  });

  test("a formula that is written has its value; one without is calculated", () => {
    const written = patch(
      rich,
      { type: "set-formula", sheet: "收支总表", address: "B6", formula: "=D5-B5", value: -100.07 },
      { type: "set-formula", sheet: "收支总表", address: "D6", formula: 'IF(B5<0,"少","多")', value: null },
    );
    expect(oracle(written, "收支总表", "B6")).toMatchObject({ f: "D5-B5", v: -100.07 });
    expect(oracle(written, "收支总表", "D6")).toMatchObject({ f: 'IF(B5<0,"少","多")', v: "多" });
    expect(oracle(written, "收支总表", "B7").v).toBeCloseTo(900.5, 9);
  });

  test("a formula that gives way to a value leaves the calculation chain", () => {
    const once = patch(rich, { type: "set-value", sheet: "收支总表", address: "B7", value: 1 });
    expect(partsOf(once)["xl/calcChain.xml"]).toContain('<c r="D7" i="1"/><c r="B1" i="2"/>');
    const all = patch(
      once,
      { type: "set-value", sheet: "收支总表", address: "D7", value: 1 },
      { type: "set-value", sheet: "支出总表", address: "B1", value: 1 },
    );
    expect(partsOf(all)["xl/calcChain.xml"]).toBeUndefined();
    expect(partsOf(all)["[Content_Types].xml"]).not.toContain("calcChain");
    expect(partsOf(all)["xl/_rels/workbook.xml.rels"]).not.toContain("calcChain");
  });

  test("the followers of a shared formula keep theirs when its first cell is overwritten", () => {
    const rows = [1, 2, 3].map(
      (row) =>
        `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}">` +
        `<f t="shared" ${row === 1 ? 'ref="B1:B3" ' : ""}si="0"${row === 1 ? ">A1*2</f>" : "/>"}` +
        `<v>${row * 2}</v></c></row>`,
    );
    const written = patch(
      simpleWorkbook({ sheets: { 表一: `<sheetData>${rows.join("")}</sheetData>` } }),
      { type: "set-value", sheet: "表一", address: "B1", value: 5 },
      { type: "set-value", sheet: "表一", address: "A3", value: 10 },
    );
    expect(
      ["B1", "B2", "B3"].map((address) => [oracle(written, "表一", address).f, oracle(written, "表一", address).v]),
    ).toEqual([
      [undefined, 5],
      ["A2*2", 4],
      ["A3*2", 20],
    ]);
  });

  test("a cell of an array formula is not overwritten", () => {
    const book = simpleWorkbook({
      sheets: {
        表一:
          '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">TRANSPOSE(C1:D1)</f><v>1</v></c></row>' +
          '<row r="2"><c r="A2"><v>2</v></c></row></sheetData>',
      },
    });
    expect(refusal(() => patch(book, { type: "set-value", sheet: "表一", address: "A2", value: 1 }))).toMatch(
      /^array-formula：.*A1:A2/,
    );
  });
});

describe("files of other writers", () => {
  test("elements with a namespace prefix are added with it", () => {
    const parts = simpleParts({
      sheets: { 表一: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' },
      styles: '<dxfs count="0"/>',
    });
    for (const name of ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
      parts[name] = String(parts[name])
        .replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:")
        .replace("xmlns=", "xmlns:x=");
    const before = zipParts(parts);
    const edits: Edit[] = [
      { type: "set-value", sheet: "表一", address: "B1", value: "甲" },
      { type: "mark", sheet: "表一", address: "A1", level: "error" },
      { type: "add-sheet", sheet: { name: "核对结果", cells: [] } },
    ];
    const after = patch(before, ...edits);
    expect(partsOf(after)["xl/worksheets/sheet1.xml"]!.replace(/<\/?x:|<\?xml/g, "")).not.toMatch(/<(?!\/?x:)\w/);
    expect(readWorkbook(openPackage(after)).sheets.map(({ name, texts }) => [name, texts.filter(Boolean)])).toEqual([
      ["表一", ["甲"]],
      ["核对结果", []],
    ]);
  });

  test("rows and cells without addresses", () => {
    const book = simpleWorkbook({
      sheets: { 表一: "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>" },
    });
    const written = patch(
      book,
      { type: "set-value", sheet: "表一", address: "B1", value: 20 },
      { type: "set-value", sheet: "表一", address: "B2", value: 4 },
    );
    expect([...readWorkbook(openPackage(written)).sheets[0]!.numbers]).toEqual([1, 20, 3, 4]);
  });

  test("an absolute path to the workbook and a relationship id that is taken", () => {
    const parts = simpleParts({ sheets: { 表一: "<sheetData/>" } });
    parts["_rels/.rels"] = relationships(["rId1", "officeDocument", "/xl/workbook.xml"]);
    parts["xl/_rels/workbook.xml.rels"] = relationships(["rId2", "worksheet", "/xl/worksheets/sheet1.xml"]);
    parts["xl/workbook.xml"] = String(parts["xl/workbook.xml"]).replace('r:id="rId1"', 'r:id="rId2"');
    const after = patch(zipParts(parts), {
      type: "add-sheet",
      sheet: { name: "核对结果", cells: [{ row: 0, column: 0, value: "甲" }] },
    });
    expect(readWorkbook(openPackage(after)).sheets.map(({ name }) => name)).toEqual(["表一", "核对结果"]);
  });
});
