import * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import type { AuthoredSheet, CellStyle, Edit } from "../../../src/engine/workbook";
import { openPackage, patchPackage, readWorkbook } from "../../../src/hosts/file";
import { uniqueSheetName } from "../../../src/hosts/sheet-names";
import { partsOf, richParts, simpleWorkbook, zipParts } from "./fixture-package";

const rich = zipParts(richParts());

const RESULT: AuthoredSheet = {
  name: "核对结果",
  cells: [
    { row: 0, column: 0, value: "核对结果", style: "title" },
    { row: 1, column: 0, value: "位置", style: "header" },
    { row: 1, column: 1, value: "差额", style: "header" },
    { row: 1, column: 2, value: "处理", style: "header" },
    { row: 2, column: 0, value: "收支总表!B7", link: { sheet: "收支总表", address: "B7" } },
    { row: 2, column: 1, value: 100.07, style: "amount" },
    { row: 2, column: 2, value: "=待定", style: "input", choices: ["已更正", "已说明"] },
    { row: 3, column: 1, formula: "SUM(B3:B3)", value: 100.07, style: "amount" },
    { row: 3, column: 2, style: "input", choices: ["一，二", "三,四"] },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
  widths: [20, 12, 10],
  heights: { 0: 30 },
  bordered: [{ top: 1, left: 0, bottom: 3, right: 2 }],
  freezeRows: 2,
  print: { orientation: "landscape", onePage: false },
};

const add = (bytes: Uint8Array, sheet: AuthoredSheet, replaceAuthored = false): Uint8Array =>
  patchPackage(openPackage(bytes), [{ type: "add-sheet", sheet }], { replaceAuthored });
const sheetNames = (bytes: Uint8Array): string[] => XLSX.read(bytes, { type: "array" }).SheetNames;

describe("a sheet that is added", () => {
  const added = add(rich, RESULT);
  const markup = partsOf(added)["xl/worksheets/sheet3.xml"]!;

  test("comes last, and every other sheet stays as it is", () => {
    expect(sheetNames(added)).toEqual(["收支总表", "支出总表", "核对结果"]);
    const [before, after] = [partsOf(rich), partsOf(added)];
    const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
    expect(changed).toEqual(["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"]);
  });

  test("holds its values and formulas; text that begins with = is text", () => {
    const sheet = XLSX.read(added, { type: "array", cellNF: true }).Sheets["核对结果"]!;
    expect(sheet["A1"]).toMatchObject({ t: "s", v: "核对结果" });
    expect(sheet["B3"]).toMatchObject({ t: "n", v: 100.07, z: "#,##0.00" });
    expect(sheet["C3"]).toMatchObject({ t: "s", v: "=待定" });
    expect(sheet["B4"]).toMatchObject({ f: "SUM(B3:B3)", v: 100.07 });
    expect(sheet["!merges"]).toEqual([{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }]);
  });

  test("links to cells, offers choices, is frozen under its header and prints on A4", () => {
    expect(markup).toContain(`<hyperlink ref="A3" location="'收支总表'!B7"`);
    expect(markup).toContain('sqref="C3"><formula1>&quot;已更正,已说明&quot;</formula1>');
    expect(markup).toContain('sqref="C4"><formula1>$E$1:$E$2</formula1>');
    expect(markup).toContain('<col min="5" max="5" width="9" hidden="1" customWidth="1"/>');
    expect(markup).toContain('<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>');
    expect(markup).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(markup).toContain('<row r="1" ht="30" customHeight="1">');
  });

  test.each([
    [1, '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'],
    [0, '<sheetView workbookViewId="0"/>'],
  ])("is frozen under %d rows, and not where there are none", (freezeRows, view) => {
    expect(partsOf(add(rich, { ...RESULT, freezeRows }))["xl/worksheets/sheet3.xml"]).toContain(view);
  });

  test("borders cover the whole area, blank cells too; merged cells share the style of the first", () => {
    const styles = partsOf(added)["xl/styles.xml"]!;
    const cellXfs = /<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/
      .exec(styles)![1]!
      .match(/<xf [\s\S]*?(?:\/>|<\/xf>)(?=<xf|$)/g)!;
    const styleOf = (address: string): string =>
      cellXfs[Number(new RegExp(`<c r="${address}" s="(\\d+)"`).exec(markup)![1])]!;
    for (const address of ["A2", "C2", "A4", "C4"]) expect(styleOf(address)).toContain('borderId="1"');
    expect(styleOf("C1")).toBe(styleOf("A1"));
    expect(styles).toContain('<cellXfs count="' + cellXfs.length + '"');
  });

  test("written in the workbook's own font", () => {
    expect(partsOf(added)["xl/styles.xml"]).toContain(
      '<font><b/><sz val="16"/><name val="宋体"/><charset val="134"/></font>',
    );
  });

  test("a second one uses the same styles", () => {
    const twice = add(added, RESULT);
    expect(partsOf(twice)["xl/styles.xml"]).toBe(partsOf(added)["xl/styles.xml"]);
    expect(sheetNames(twice)).toEqual(["收支总表", "支出总表", "核对结果", "核对结果 (2)"]);
  });

  test("takes the place of an earlier one of ours only if told, and never of a sheet of the user's", () => {
    const again = add(added, { ...RESULT, cells: [{ row: 0, column: 0, value: "新" }] }, true);
    expect(sheetNames(again)).toEqual(["收支总表", "支出总表", "核对结果"]);
    expect(readWorkbook(openPackage(again)).sheets[2]!.texts).toEqual(["新"]);
    expect(sheetNames(add(rich, { name: "收支总表", cells: [] }, true))).toEqual([
      "收支总表",
      "支出总表",
      "收支总表 (2)",
    ]);
  });

  test("links to a sheet that was renamed on the way follow it; quotes in names are doubled", () => {
    const link = (sheet: string): AuthoredSheet["cells"] => [
      { row: 0, column: 0, value: "看", link: { sheet, address: "A1" } },
    ];
    const edits: Edit[] = [
      { type: "add-sheet", sheet: { name: "A/B", cells: link("甲'乙") } },
      { type: "add-sheet", sheet: { name: "目录", cells: link("A/B") } },
    ];
    const parts = partsOf(
      patchPackage(openPackage(simpleWorkbook({ sheets: { "甲&apos;乙": "<sheetData/>" } })), edits),
    );
    expect(parts["xl/worksheets/sheet2.xml"]).toContain("location=\"'甲''乙'!A1\"");
    expect(parts["xl/worksheets/sheet3.xml"]).toContain("location=\"'A／B'!A1\"");
  });

  test("rows are high enough for text that wraps", () => {
    const long = {
      row: 0,
      column: 0,
      value: "收入合计与支出合计不符，请核对各明细行".repeat(3),
      style: "text" as const,
    };
    const one = partsOf(add(rich, { name: "x", cells: [long], widths: [20] }))["xl/worksheets/sheet3.xml"]!;
    expect(Number(/<row r="1" ht="(\d+)"/.exec(one)![1])).toBeGreaterThan(60);
  });

  test("every style can be written, with borders and without", () => {
    const all: CellStyle[] = [
      "plain",
      "title",
      "header",
      "label",
      "text",
      "centre",
      "amount",
      "points",
      "percent",
      "input",
      "note",
      "link",
      "error",
      "explain",
      "hint",
      "cannot-tell",
    ];
    const cells = all.flatMap((style, row) => [
      { row, column: 0, value: style, style },
      { row, column: 1, value: 1, style },
    ]);
    const written = add(rich, { name: "样式", cells, bordered: [{ top: 0, left: 0, bottom: 15, right: 0 }] });
    const ids = [...partsOf(written)["xl/worksheets/sheet3.xml"]!.matchAll(/<c r="\w+" s="(\d+)"/g)].map(([, id]) =>
      Number(id),
    );
    const count = Number(/<cellXfs count="(\d+)"/.exec(partsOf(written)["xl/styles.xml"]!)![1]);
    expect(ids).toHaveLength(32);
    expect(Math.max(...ids)).toBe(count - 1);
    // Labels and centred cells look alike; all others differ.
    expect(new Set(ids).size).toBe(30);
  });
});

describe("a sheet's name", () => {
  test.each([
    ["核对结果", [], "核对结果"],
    ["核对结果", ["核对结果"], "核对结果 (2)"],
    ["Check", ["check", "CHECK (2)"], "Check (3)"],
    ["a/b:c?d*[e]\\", [], "a／b：c？d＊［e］＼"],
    ["'引号'", [], "引号"],
    ["", [], "工作表"],
    ["History", [], "History_"],
  ])("%j beside %j becomes %j", (wanted, taken, name) => {
    expect(uniqueSheetName(wanted, taken)).toBe(name);
  });

  test("is always one that Excel accepts and nobody has", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.nat(3), (wanted, rounds) => {
        const taken: string[] = [];
        for (let round = 0; round <= rounds; round++) {
          const name = uniqueSheetName(wanted, taken);
          expect(name).toMatch(/^(?!')[^:\\/?*[\]]{1,31}(?<!')$/u);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(taken.map((other) => other.toLowerCase())).not.toContain(name.toLowerCase());
          taken.push(name);
        }
      }),
    );
  });
});
