import type { Steps } from "../../../engine/steps";
const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }),
);

/** Text or an attribute's value as written in XML → as meant. Unknown entities stay as they are. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES.get(name) ?? whole;
      const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** For element content and attribute values alike; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return removeForbidden(text).replace(/[&<>"]/g, (character) =>
    character === "&" ? "&amp;" : character === "<" ? "&lt;" : character === ">" ? "&gt;" : "&quot;",
  );
}

/** Text of a cell: Excel writes characters that XML cannot hold as _xHHHH_ (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
export function unescapeCellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** The counterpart: control characters become _xHHHH_, and text that merely looks like such an escape is protected. */
export function escapeCellText(text: string): string {
  const shielded = text.replace(/\r\n?/g, "\n").replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  return escapeXml(
    shielded.replace(
      CONTROL,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    ),
  );
}

const CONTROL = new RegExp("[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]", "g");
const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

function removeForbidden(text: string): string {
  return text.replace(CONTROL, "").replace(SURROGATES, (found) => (found.length === 2 ? found : "\ufffd"));
}

/** The characters of an XML part, in the encoding that its first bytes or its declaration name. */
export function decodeXml(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** Bytes that are decoded at a time. */
const DECODED_AT_ONCE = 4 * 1024 * 1024;

/** The same in steps, for parts that may be large. */
export function* decodeXmlInSteps(bytes: Uint8Array): Steps<string> {
  const decoder = new TextDecoder(encodingOf(bytes));
  let text = "";
  for (let at = 0; at < bytes.length; at += DECODED_AT_ONCE) {
    const end = at + DECODED_AT_ONCE;
    text += decoder.decode(bytes.subarray(at, end), { stream: end < bytes.length });
    yield at / bytes.length;
  }
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  const declared =
    /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? "utf-8";
  return declared === "gb2312" || declared === "gbk" || declared === "gb18030" ? "gb18030" : "utf-8";
}

/** The bytes of an XML part that was edited: always UTF-8, and its declaration says so. */
export function encodeXml(text: string): Uint8Array {
  const declared = text.replace(/^(<\?xml[^>]*?encoding\s*=\s*)(["'])(?!utf-8)[\w-]+\2/i, "$1$2UTF-8$2");
  return new TextEncoder().encode(declared);
}
