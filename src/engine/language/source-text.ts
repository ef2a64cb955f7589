/**
 * The text of a criterion, brought to one way of writing, with the way back to the original.
 *
 * People write the same sentence with full-width or half-width signs, with blanks and line breaks that a PDF left
 * behind, with ×, * or x. The grammar reads one spelling only; a finding must point at the text as written. So every
 * character of the normalised text remembers the position it came from.
 */

/** A stretch of text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Normalised text; `origin[i]` is where the i-th character came from, with one more entry for the end. */
export interface SourceText {
  readonly original: string;
  readonly text: string;
  readonly origin: readonly number[];
}

const REPLACED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "—": "-",
    "–": "-",
    "―": "-",
    "‐": "-",
    "‑": "-",
    "−": "-",
    "﹣": "-",
    "－": "-",
    "─": "-",
    "～": "~",
    "∼": "~",
    "〜": "~",
    "≧": "≥",
    "⩾": "≥",
    "≦": "≤",
    "⩽": "≤",
    "≮": "≥",
    "≯": "≤",
    "*": "×",
    "✕": "×",
    "✖": "×",
    "╳": "×",
    "∗": "×",
    "÷": "/",
    "∕": "/",
    "⁄": "/",
    "【": "(",
    "】": ")",
    "〔": "(",
    "〕": ")",
    "｡": "。",
    "!": "。",
    "?": "。",
    "∶": ":",
    "│": "|",
    "｜": "|",
    "∣": "|",
    丨: "|",
    "﹪": "%",
    "٪": "%",
  }),
);

/** A normalised text that says nothing: blank, a dash, 无. */
export const NO_TEXT = /^[-/\\、.。无]*$/u;

const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const DROPPED = /[\s\u200b-\u200f\ufeff"'“”‘’「」『』#]/u;
const FACTOR_BEFORE = /[)%0-9率值分数比度]/u;
const FACTOR_AFTER = /[(0-9指分权该本满标项]/u;

/**
 * Line breaks part two clauses only where a list goes on or a sentence had already begun anew; elsewhere a PDF wrapped
 * the line.
 */
const LIST_MARK_AHEAD =
  /^\s*(?:\d{1,2}[.、)]|[(（]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}[、.]|[(（][一二三四五六七八九十]{1,2}[)）])/u;

/**
 * Brings a criterion to the one spelling the grammar reads (NFKC, one dash, one sign for times and at least, no blanks,
 * no quotation marks). Never fails; the empty text gives the empty text.
 */
export function normaliseText(original: string): SourceText {
  const pieces: { char: string; at: number }[] = [];
  let at = 0;
  for (const raw of original) {
    const here = at;
    at += raw.length;
    if (raw === "\n" || raw === "\r") {
      if (LIST_MARK_AHEAD.test(original.slice(at)) && pieces.length > 0) pieces.push({ char: ";", at: here });
      continue;
    }
    const circled = CIRCLED.indexOf(raw);
    const folded = circled >= 0 ? `${circled + 1}.` : (REPLACED.get(raw) ?? raw.normalize("NFKC"));
    for (const char of folded) {
      const one = REPLACED.get(char) ?? char;
      if (!DROPPED.test(one)) pieces.push({ char: one, at: here });
      else if (partsNumbers(original, here)) pieces.push({ char: ",", at: here });
    }
  }
  return settleSigns(original, pieces);
}

/** "80-90 8分": marks behind a blank behind a range; any other blank inside a number is one that a PDF left there. */
function partsNumbers(original: string, at: number): boolean {
  return /^\s+\d{1,2}(?:\.\d)?分/u.test(original.slice(at, at + 8)) && RANGE_BEFORE.test(original.slice(0, at));
}
const RANGE_BEFORE = /[-~—–～至到≥≤<>＞＜]\s?\d{1,4}(?:\.\d{1,2})?$/u;

/** Comparisons of two signs. */
const COMPARISONS: ReadonlyMap<string, string> = new Map([
  [">=", "≥"],
  ["=>", "≥"],
  ["≥=", "≥"],
  ["<=", "≤"],
  ["=<", "≤"],
  ["≤=", "≤"],
]);

/** Signs that mean something else by their neighbours: ">=", a letter x between factors, a dot that ends a sentence. */
function settleSigns(original: string, pieces: readonly { char: string; at: number }[]): SourceText {
  let text = "";
  const origin: number[] = [];
  const put = (char: string, at: number): void => {
    for (let i = 0; i < char.length; i += 1) origin.push(at);
    text += char;
  };
  for (let i = 0; i < pieces.length; i += 1) {
    const { char, at } = pieces[i]!;
    const after = pieces[i + 1]?.char ?? "";
    const comparison = COMPARISONS.get(char + after);
    if (comparison !== undefined) i += 1;
    put(comparison ?? settled(char, text, after), at);
  }
  origin.push(original.length);
  return { original, text, origin };
}

/** What a sign is between the text before it and the character behind it; "" where it is none. */
function settled(char: string, text: string, after: string): string {
  const before = text.slice(-1);
  const digitBefore = /\d/u.test(before);
  const between = /[xX·•⋅.]/u.test(char) && FACTOR_BEFORE.test(before) && FACTOR_AFTER.test(after);
  if (between && !(char === "." && digitBefore)) return "×";
  if (char === "·" || char === "•") return "";
  if (char !== ".") return char;
  const ends = !digitBefore || (!/\d/u.test(after) && !startsClause(text));
  return ends ? "。" : char;
}

/** Whether the digits that end `text` stand at the beginning of a clause, as in "1.", the mark of a list. */
function startsClause(text: string): boolean {
  return /(?:^|[;。,:])\d{1,2}$/u.test(text);
}

/** The place in the original that a span of the normalised text came from. */
export function originalSpan(source: SourceText, span: Span): Span {
  const start = source.origin[span.start] ?? source.original.length;
  const last = source.origin[Math.max(span.start, span.end - 1)] ?? source.original.length;
  const width =
    source.original.codePointAt(last) === undefined
      ? 0
      : String.fromCodePoint(source.original.codePointAt(last)!).length;
  return { start, end: Math.max(start, Math.min(source.original.length, last + width)) };
}
