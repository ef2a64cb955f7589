import { refuse } from "../problem";

/** Refuses what is no zip archive, saying what it is instead where its first bytes tell. */
export function refuseForeignFiles(bytes: Uint8Array): void {
  if (bytes.length === 0) refuse({ code: "empty-file" });
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    refuse({ code: isEncryptedPackage(bytes) ? "encrypted" : "old-xls" });
  // BIFF 2 to 4 came without a compound file around them.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1]!) && bytes[3] === 0x00) refuse({ code: "old-xls" });
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) refuse({ code: "other-format", format: "pdf" });
  if (startsWith(bytes, [0x50, 0x4b])) {
    if (bytes.length < 22) refuse({ code: "truncated" });
    return;
  }
  const head = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart().toLowerCase();
  if (/^<(!doctype html|html|table|\?xml[^>]*>\s*<(html|workbook))/.test(head))
    refuse({ code: "other-format", format: "html" });
  refuse(
    isSeparatedText(bytes.subarray(0, 4096)) ? { code: "other-format", format: "csv" } : { code: "not-a-workbook" },
  );
}

/**
 * Whether bytes are lines of text with separators, in whatever encoding of Chinese: a .csv, or a .txt exported from
 * somewhere.
 */
function isSeparatedText(bytes: Uint8Array): boolean {
  const control = bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte));
  const [first = ""] = new TextDecoder("latin1").decode(bytes).split(/[\r\n]/);
  return !control && /[,;\t]/.test(first);
}

/**
 * Whether a compound file (MS-CFB) holds an encrypted OOXML package: its directory then has an entry "EncryptedPackage"
 * (MS-OFFCRYPTO 2.3.4.4), whose name stands in the file as UTF-16.
 */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  const name = Array.from("EncryptedPackage").flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (
    let at = bytes.indexOf(0x45, 512);
    at >= 0 && at + name.length <= bytes.length;
    at = bytes.indexOf(0x45, at + 1)
  ) {
    if (name.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

/** Refuses archives that are another kind of document; `has` tells whether the archive has an entry of that name. */
export function refuseOtherDocuments(has: (name: string) => boolean, mimetype: string | null): void {
  if (mimetype?.startsWith("application/vnd.oasis.opendocument") ?? false)
    refuse({ code: "other-format", format: "ods" });
  if (has("xl/workbook.bin")) refuse({ code: "other-format", format: "xlsb" });
  if (has("word/document.xml")) refuse({ code: "other-format", format: "docx" });
  if (has("ppt/presentation.xml")) refuse({ code: "other-format", format: "pptx" });
  if (has("OFD.xml")) refuse({ code: "other-format", format: "ofd" });
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}
