import { strToU8, zipSync } from "fflate";
import { WorkbookFileError } from "../../../src/hosts/file";
import { NarrativeFileError, readNarrativeText } from "../../../src/hosts/file/narrative-text";

const sentences = [
  "江城市水务局2024年部门预算公开说明",
  "2024年本部门收入预算5320.40万元，其中：一般公共预算拨款4800.40万元。",
];
const paragraphsIn = (bytes: Uint8Array) =>
  readNarrativeText("说明", bytes).cells.map(({ row, column, value }) => `${row},${column} ${value}`);
const expected = sentences.map((text, row) => `${row},0 ${text}`);

function document(body: string, part = "word/document.xml"): Uint8Array {
  return zipSync({
    [part]: strToU8(
      '<?xml version="1.0" encoding="UTF-8"?>' +
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
        `<w:body>${body}</w:body></w:document>`,
    ),
  });
}

const run = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...texts: string[]) => `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${texts.map(run).join("")}</w:p>`;

function codeOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof NarrativeFileError) return error.code;
    if (error instanceof WorkbookFileError) return error.problem.code;
    throw error;
  }
  return "read";
}

describe("a text file becomes a sheet of one paragraph a row", () => {
  test("in UTF-8 with and without mark, in UTF-16, with either end of line", () => {
    const text = sentences.join("\r\n\r\n");
    expect(paragraphsIn(strToU8(text))).toEqual(expected);
    expect(paragraphsIn(strToU8(`\ufeff${sentences.join("\n")}`))).toEqual(expected);
    expect(
      paragraphsIn(
        new Uint8Array([
          0xff,
          0xfe,
          ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
        ]),
      ),
    ).toEqual(expected);
  });

  test("in GB18030, as Windows in Chinese writes it", () => {
    const bytes = new Uint8Array([
      0xca, 0xd5, 0xc8, 0xeb, 0xd4, 0xa4, 0xcb, 0xe3, 0x31, 0x30, 0x30, 0xcd, 0xf2, 0xd4, 0xaa,
    ]);
    expect(paragraphsIn(bytes)).toEqual(["0,0 收入预算100万元"]);
  });
});

describe("a Word document becomes a sheet of one paragraph a row", () => {
  test("runs are joined, properties and empty paragraphs left out", () => {
    expect(
      paragraphsIn(
        document(
          paragraph(sentences[0]!) +
            paragraph() +
            paragraph("2024年本部门收入预算", "5320.40", "万元，其中：一般公共预算拨款4800.40万元。"),
        ),
      ),
    ).toEqual(expected);
  });

  test("rows of tables are paragraphs with tabs, also with several paragraphs in a cell", () => {
    const cell = (...texts: string[]) =>
      `<w:tc><w:tcPr><w:tcW w:w="10"/></w:tcPr>${texts.map((text) => paragraph(text)).join("")}</w:tc>`;
    expect(
      paragraphsIn(
        document(
          `${paragraph("前")}<w:tbl><w:tr>${cell("项目")}${cell("金", "额")}</w:tr>` +
            `<w:tr>${cell("合计")}${cell("100")}</w:tr></w:tbl>${paragraph("后")}`,
        ),
      ),
    ).toEqual(["0,0 前", "1,0 项目\t金额", "2,0 合计\t100", "3,0 后"]);
  });

  test("deleted text and field codes are not printed, inserted text is", () => {
    expect(
      paragraphsIn(
        document(
          `<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>${run("新")}</w:ins><w:r>` +
            `<w:instrText>PAGE</w:instrText></w:r>${run("&lt;10万元&gt;")}</w:p>`,
        ),
      ),
    ).toEqual(["0,0 新<10万元>"]);
  });
});

describe("tracked changes are read as accepted", () => {
  test("a deleted paragraph mark joins two paragraphs, a deleted row is not there", () => {
    const joined =
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("收入预算")}</w:p>` +
      `<w:p><w:pPr><w:rPr><w:ins w:id="2"/></w:rPr></w:pPr>${run("100万元。")}</w:p>`;
    const row = (text: string, properties = "") => `<w:tr>${properties}<w:tc>${paragraph(text)}</w:tc></w:tr>`;
    expect(
      paragraphsIn(
        document(`${joined}<w:tbl>${row("甲")}${row("乙", '<w:trPr><w:del w:id="3"/></w:trPr>')}${row("丙")}</w:tbl>`),
      ),
    ).toEqual(["0,0 收入预算100万元。", "1,0 甲", "2,0 丙"]);
  });

  test("text that was moved stands where it was moved to", () => {
    const moved =
      `<w:p><w:moveFrom w:id="1">${run("旧处")}</w:moveFrom></w:p>` +
      `<w:p><w:moveTo w:id="1">${run("新处")}</w:moveTo></w:p>`;
    expect(paragraphsIn(document(moved))).toEqual(["0,0 新处"]);
  });
});

test("a line break ends a line; notes stand behind the text, without their separators", () => {
  const notes =
    '<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>—</w:t></w:r></w:p></w:footnote>' +
    `<w:footnote w:id="1">${paragraph("含上年结转12万元。")}</w:footnote></w:footnotes>`;
  const bytes = zipSync({
    "word/document.xml": strToU8(
      '<w:document xmlns:w="w"><w:body>' +
        `<w:p>${run("一、收入")}<w:r><w:br/></w:r>${run("收入预算100万元")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>` +
        "</w:body></w:document>",
    ),
    "word/footnotes.xml": strToU8(notes),
  });
  expect(paragraphsIn(bytes)).toEqual(["0,0 一、收入", "1,0 收入预算100万元", "2,0 含上年结转12万元。"]);
});

describe("what cannot be read is refused in one line", () => {
  test.each([
    ["an empty file", new Uint8Array(0), "empty"],
    ["blanks only", strToU8(" \n\n "), "no-text"],
    ["an old .doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "old-doc"],
    ["a PDF", strToU8("%PDF-1.7"), "pdf"],
    ["a workbook", document("", "xl/workbook.xml"), "workbook"],
    ["another archive", document("", "other.xml"), "not-text"],
    ["bytes that are no text", new Uint8Array([1, 0, 2, 0, 3]), "not-text"],
    ["a cut document", document(paragraph("甲")).subarray(0, 60), "damaged"],
    ["a document with broken markup", document("<w:p><w:r>"), "damaged"],
  ])("%s", (_, bytes, code) => {
    expect(codeOf(() => readNarrativeText("说明", bytes))).toBe(code);
  });

  test("a document that inflates to far more than it is, before it is inflated", () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(80 * 1024 * 1024) }, { level: 9 });
    expect(codeOf(() => readNarrativeText("说明", bomb))).toBe("archive-bomb");
  });
});
