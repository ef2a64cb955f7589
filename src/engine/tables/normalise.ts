import { chineseNumeral } from "../language";

/**
 * Text as it is matched: NFKC (full-width forms folded), without any blanks and quotation marks, dashes unified.
 * Never shown and never written back.
 */
export function normalise(text: string): string {
  if (isPlain(text)) return text;
  const known = cache.get(text);
  if (known !== undefined) return known;
  const result = text
    .replace(/[①-⑳]/g, (digit) => `(${digit.codePointAt(0)! - 0x245f})`)
    .normalize("NFKC")
    .replace(/[\s\u200b-\u200d\ufeff"'“”‘’「」『』`]+/g, "")
    .replace(/[‐-―−─－]/g, "-");
  if (cache.size > 20000) cache.clear();
  cache.set(text, result);
  return result;
}

/** By code below 128: 1 for digits, letters and half-width signs, in which there is nothing to fold. */
const plainAscii = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[\w,.():+*/%<>=-]/.test(String.fromCharCode(code))),
);

/**
 * Nothing to fold: Chinese, digits, letters and half-width signs only. A loop: this is asked of every label of a
 * workbook.
 */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 ? plainAscii[code] === 0 : code < 0x4e00 || code > 0x9fff) return false;
  }
  return true;
}

/** Normalising is pure, and the same header and row words come back on every sheet. */
const cache = new Map<string, string>();

/** The numbering in front of a row's name, and the name without it. */
export interface Enumerated {
  /** Style of the numbering: "一、" "(一)" "1、" "(1)" "a"; "" where there is none. */
  readonly style: "" | "一、" | "(一)" | "1、" | "(1)";
  /** Its number in that style: 三、 3; 0 where there is none. */
  readonly order: number;
  /** "其中:" stood in front: named within the line above, not beside it. */
  readonly ofWhich: boolean;
  readonly name: string;
}

const numerals = "[一二三四五六七八九十百]+";
const styles: readonly (readonly [Exclude<Enumerated["style"], "">, RegExp])[] = [
  ["一、", new RegExp(`^${numerals}[、.,．:]`)],
  ["(一)", new RegExp(`^[(（]${numerals}[)）]、?`)],
  ["1、", /^\d{1,2}(?:[、．,]|\.(?!\d))/],
  ["(1)", /^(?:\(\d{1,2}\)|\d{1,2}\))[、.]?/],
];

/** What a numbering or "其中" can begin with; most names begin with none of it. */
const numberedFront = new Set([..."一二三四五六七八九十百(（0123456789其"].map((letter) => letter.charCodeAt(0)));

/** Split a normalised row label into numbering, "其中" and name. */
export function enumerated(label: string): Enumerated {
  if (!numberedFront.has(label.charCodeAt(0))) return { style: "", order: 0, ofWhich: false, name: label };
  let rest = label;
  let ofWhich = false;
  let style: Enumerated["style"] = "";
  let order = 0;
  for (let round = 0; round < 3; round++) {
    const which = /^(?:其中)[::]?/.exec(rest);
    if (which && rest.length > which[0].length) {
      ofWhich = true;
      rest = rest.slice(which[0].length);
    }
    if (style !== "") continue;
    for (const [name, pattern] of styles) {
      const match = pattern.exec(rest);
      if (!match) continue;
      style = name;
      order = orderOf(match[0]);
      rest = rest.slice(match[0].length);
      break;
    }
  }
  return { style, order, ofWhich, name: rest };
}

function orderOf(numbering: string): number {
  const digits = /\d+/.exec(numbering)?.[0] ?? chineseNumeral(numbering.replace(/[^一二三四五六七八九十百]/g, ""));
  return Number(digits ?? 0);
}

/** Leading blanks of a label as written, full-width ones counted double: how offices show depth without codes. */
export function indentation(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === 0x20 || letter === 0xa0) depth += 1;
    else if (letter === 0x3000 || letter === 0x09) depth += 2;
    else break;
  }
  return depth;
}

/** A label for people: line breaks and blanks inside removed, nothing else changed. */
export function tidy(text: string): string {
  if (isPlain(text)) return text;
  return text.replace(/[\s\u3000\u00a0]+/g, "");
}
