import type { SourceSheet } from "../../engine/workbook";
import { findEntry, readArchive } from "./archive/archive";
import { extract } from "./archive/extract";
import { decodeXml } from "./markup/text";
import { WorkbookFileError } from "./problem";
import { readWordPart } from "./word-document";

/** What can be wrong with a text file that goes with a workbook; worded here, one line each. */
export type NarrativeFileCode =
  "empty" | "old-doc" | "pdf" | "workbook" | "no-text" | "not-text" | "damaged" | "encoding";

const wordings: Readonly<Record<NarrativeFileCode, string>> = {
  empty: "说明文件是空的（0 字节），请重新导出或向提供人索取。",
  "old-doc": "这是旧版 Word 97-2003 文件（.doc）或加密的文件，请用 Word 或 WPS 打开后另存为 .docx 再试。",
  pdf: "这是 PDF 文件，请提供说明的 .docx 或 .txt 原件。",
  workbook: "这是工作簿，不是说明文字；说明在工作表里的，直接核对该工作簿即可。",
  "no-text": "说明文件里没有文字，请核对文件是否选错。",
  "not-text": "不是 Word 文档（.docx），也不是文本文件（.txt），请核对文件是否选错。",
  damaged: "说明文件不完整或已损坏，请重新获取一份。",
  encoding: "文本文件的编码无法识别，请另存为 UTF-8 编码的 .txt 再试。",
};

/** A text file that cannot be read. `message` is one line for people. */
export class NarrativeFileError extends Error {
  override readonly name = "NarrativeFileError";

  constructor(readonly code: NarrativeFileCode) {
    super(wordings[code]);
  }
}

/**
 * A 说明 in a .docx or .txt file as a sheet of one paragraph a row in column A, so that it goes the way of every other
 * sheet. Rows of Word tables are paragraphs with tabs between the cells, notes stand behind the text. `name` becomes
 * the sheet's name.
 * @throws NarrativeFileError, WorkbookFileError (archive-bomb, too-large) before anything is inflated beyond the limits
 */
export function readNarrativeText(name: string, bytes: Uint8Array): SourceSheet {
  const paragraphs = paragraphsOf(bytes).filter((text) => text.trim() !== "");
  if (paragraphs.length === 0) throw new NarrativeFileError("no-text");
  return { name, cells: paragraphs.map((value, row) => ({ row, column: 0, value })) };
}

function paragraphsOf(bytes: Uint8Array): string[] {
  if (bytes.length === 0) throw new NarrativeFileError("empty");
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new NarrativeFileError("old-doc");
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw new NarrativeFileError("pdf");
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return readDocument(bytes);
  return decodeText(bytes).split(/\r\n|\r|\n|\u2028|\f/);
}

/** UTF-8 or UTF-16 where the bytes are that, else GB18030, as Windows in Chinese writes it. */
function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) throw new NarrativeFileError("not-text");
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  throw new NarrativeFileError("encoding");
}

function readDocument(bytes: Uint8Array): string[] {
  try {
    const archive = readArchive(bytes);
    if (findEntry(archive, "xl/workbook.xml") !== null) throw new NarrativeFileError("workbook");
    const main = findEntry(archive, "word/document.xml") ?? findEntry(archive, "word/document2.xml");
    if (main === null) throw new NarrativeFileError("not-text");
    const notes = ["word/footnotes.xml", "word/endnotes.xml"].map((name) => findEntry(archive, name));
    return [main, ...notes].flatMap((part) =>
      part === null ? [] : readWordPart(decodeXml(extract(archive, part)), part.name),
    );
  } catch (error) {
    if (!(error instanceof WorkbookFileError)) throw error;
    if (error.problem.code === "archive-bomb" || error.problem.code === "too-large") throw error;
    throw new NarrativeFileError("damaged");
  }
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}
