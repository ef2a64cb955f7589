import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { WorkbookFileError, describeFileProblem, openPackage, readWorkbook } from "../../../src/hosts/file";
import { richParts, simpleParts, simpleWorkbook, worksheet, zipParts } from "./fixture-package";

const CELL = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const simple = simpleWorkbook({ sheets: { 表一: CELL } });

/** What is wrong with a file, as the code and as the sentence that a person reads. */
function problemOf(bytes: Uint8Array): { code: string; text: string } {
  try {
    readWorkbook(openPackage(bytes));
  } catch (error) {
    if (error instanceof WorkbookFileError)
      return { code: error.problem.code, text: describeFileProblem(error.problem) };
    throw error;
  }
  return { code: "none", text: "" };
}

/** A compound file whose directory has an entry of that name. */
function compoundFile(entry: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...entry].forEach((letter, at) => (bytes[1024 + 2 * at] = letter.charCodeAt(0)));
  return bytes;
}

/** The same archive with the size that its directory declares for one entry replaced. */
function declaring(bytes: Uint8Array, part: string, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const name = strToU8(part);
  for (let at = 0; at + 46 + name.length < copy.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50 || !name.every((byte, offset) => copy[at + 46 + offset] === byte))
      continue;
    view.setUint32(at + 24, size, true);
    return copy;
  }
  throw new Error(`no ${part}`);
}

describe("a file that is no sound workbook is refused in one clear line", () => {
  test.each([
    ["an empty file", new Uint8Array(0), "empty-file", "0 字节"],
    ["a note", strToU8("预算表见附件"), "not-a-workbook", ".xlsx"],
    [
      "a picture that was named .xlsx",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0x2c]),
      "not-a-workbook",
      ".xlsx",
    ],
    ["a .csv", strToU8("科目,金额\n基本支出,100"), "other-format", "另存为 .xlsx"],
    [
      "a web page that was named .xlsx",
      strToU8("<html><table><tr><td>1</td></tr></table></html>"),
      "other-format",
      "网页",
    ],
    ["a PDF", strToU8("%PDF-1.7 …"), "other-format", "PDF"],
    ["an old .xls", compoundFile("Workbook"), "old-xls", "另存为 .xlsx"],
    ["a WPS .et", compoundFile("ETExtData"), "old-xls", ".et"],
    [
      "a .csv as Excel saves it",
      Buffer.from([0xb1, 0xe0, 0xc2, 0xeb, 0x2c, 0xcf, 0xee, 0xc4, 0xbf, 0x0d, 0x0a, 0x31, 0x2c, 0x32]),
      "other-format",
      "文本文件（.csv",
    ],
    ["a workbook with a password", compoundFile("EncryptedPackage"), "encrypted", "密码"],
    [
      "a .docx",
      zipParts({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>" }),
      "other-format",
      "Word",
    ],
    [
      "an .ods",
      zipParts({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>" }),
      "other-format",
      ".ods",
    ],
    ["an .xlsb", zipParts({ "[Content_Types].xml": "<Types/>", "xl/workbook.bin": "…" }), "other-format", ".xlsb"],
    ["a zip of something else", zipParts({ "readme.txt": "hello" }), "no-workbook-part", "没有工作簿"],
    ["a workbook without sheets", zipParts(simpleParts({ sheets: {} })), "no-sheets", "没有任何工作表"],
    ["a cut file", simple.subarray(0, simple.length - 200), "truncated", "不完整"],
    ["a file cut near its beginning", simple.subarray(0, 12), "truncated", "不完整"],
    [
      "a sheet that is not there",
      zipParts(without(simpleParts({ sheets: { 表一: CELL } }), "xl/worksheets/sheet1.xml")),
      "missing-part",
      "sheet1.xml",
    ],
    [
      "a sheet whose markup breaks off",
      zipParts({
        ...simpleParts({ sheets: { 表一: CELL } }),
        "xl/worksheets/sheet1.xml": worksheet(CELL).slice(0, -30),
      }),
      "malformed-part",
      "sheet1.xml",
    ],
  ])("%s", (_, bytes, code, words) => {
    const problem = problemOf(bytes);
    expect(problem.code).toBe(code);
    expect(problem.text).toContain(words);
    expect(problem.text).not.toContain("\n");
  });

  function without<T>(parts: Record<string, T>, name: string): Record<string, T> {
    return Object.fromEntries(Object.entries(parts).filter(([part]) => part !== name));
  }

  test("a macro workbook is read like any other", () => {
    const parts = simpleParts({ sheets: { 表一: CELL } });
    parts["[Content_Types].xml"] = String(parts["[Content_Types].xml"]).replace(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
      "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    );
    expect(problemOf(zipParts(parts)).code).toBe("none");
  });
});

describe("a file that would inflate to far more than it is", () => {
  const bomb = zipSync({
    ...Object.fromEntries(
      Object.entries(simpleParts({ sheets: { 表一: CELL } })).map(([name, text]) => [name, strToU8(String(text))]),
    ),
    "xl/media/image1.png": new Uint8Array(70_000_000),
  });

  test("is refused by its directory, before anything is inflated", () => {
    expect(problemOf(bomb)).toMatchObject({ code: "archive-bomb" });
  });

  test("is refused while inflating where the directory lies", () => {
    expect(problemOf(declaring(bomb, "xl/media/image1.png", 1000)).code).toBe("archive-lies");
    expect(problemOf(declaring(bomb, "xl/media/image1.png", 0)).code).toBe("archive-lies");
  });

  test("a sheet of a million rows is refused by name", () => {
    const rows = Array.from(
      { length: 1_000_000 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${(row * 7919) % 100_003}</v></c></row>`,
    ).join("");
    const problem = problemOf(
      zipParts(simpleParts({ sheets: { 封面: CELL, 流水账: `<sheetData>${rows}</sheetData>` } }), 0),
    );
    expect(problem.code).toBe("too-many-rows");
    expect(problem.text).toContain("流水账");
  });

  test("a million formatted rows without content are no hindrance", () => {
    const rows = Array.from({ length: 1_000_000 }, (_, row) => `<row r="${row + 1}" s="1"/>`).join("");
    expect(problemOf(zipParts(simpleParts({ sheets: { 表一: `<sheetData>${rows}</sheetData>` } }), 0)).code).toBe(
      "none",
    );
  });

  test("formatted blank cells out to the last column are no hindrance", () => {
    const rows = Array.from(
      { length: 2000 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c><c r="XFD${row + 1}" s="0"/></row>`,
    ).join("");
    expect(problemOf(simpleWorkbook({ sheets: { 表一: `<sheetData>${rows}</sheetData>` } })).code).toBe("none");
  });
});

describe("damage", () => {
  const whole = zipParts(richParts());
  const plain = JSON.stringify(readWorkbook(openPackage(whole)), replacer);

  function replacer(_: string, value: unknown): unknown {
    return value instanceof Map || value instanceof Set ? [...value] : value;
  }

  test("a flipped bit is either harmless or reported, wherever it is", () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(7), (at, bit) => {
        const flipped = whole.slice();
        flipped[at]! ^= 1 << bit;
        if (problemOf(flipped).code === "none")
          expect(JSON.stringify(readWorkbook(openPackage(flipped)), replacer)).toBe(plain);
      }),
      { numRuns: 400 },
    );
  });

  test("a cut file is always reported", () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        expect(problemOf(whole.subarray(0, length)).code).not.toBe("none");
      }),
      { numRuns: 150 },
    );
  });

  test("markup that somebody broke is read or reported, never more than that", () => {
    const parts = richParts();
    const names = [
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
      "xl/styles.xml",
      "xl/sharedStrings.xml",
      "xl/_rels/workbook.xml.rels",
      "_rels/.rels",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.constantFrom("<", ">", '"', "/", "&", "", "<row>", "</c>", "-", "9e999", "A"),
        fc.nat(3),
        (name, at, text, removed) => {
          const original = String(parts[name]);
          const place = at % original.length;
          const broken = original.slice(0, place) + text + original.slice(place + removed);
          expect(typeof problemOf(zipParts({ ...parts, [name]: broken })).code).toBe("string");
        },
      ),
      { numRuns: 300 },
    );
  });
});
