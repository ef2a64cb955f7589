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
    "≠": "不=",
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

/** Marks of a list in one sign each, in their order: ①, ⑴, ⒈. */
const CIRCLED = ["①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽", "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑"] as const;
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
  let [at, listed] = [0, 0];
  for (const raw of original) {
    const here = at;
    at += raw.length;
    if (raw === "\n" || raw === "\r") {
      if (LIST_MARK_AHEAD.test(original.slice(at)) && pieces.length > 0) pieces.push({ char: ";", at: here });
      continue;
    }
    const mark = Math.max(...CIRCLED.map((marks) => marks.indexOf(raw))) + 1;
    // "得满分②举办2场": the second mark of a list parts two clauses though nothing stands between them.
    if (mark > 1 && mark === listed + 1 && ENDED.test(pieces.at(-1)?.char ?? "")) pieces.push({ char: ";", at: here });
    if (mark === listed + 1) listed = mark;
    pieces.push(...spelt(mark > 0 ? `${mark}.` : raw, original, here));
  }
  return settleSigns(original, pieces);
}

/** The signs that one as written becomes: none of a blank, but a comma where it parts two numbers. */
function spelt(raw: string, original: string, at: number): readonly { char: string; at: number }[] {
  const folded = REPLACED.get(raw) ?? raw.normalize("NFKC");
  return [...folded].flatMap((char) => {
    const one = REPLACED.get(char) ?? char;
    if (!DROPPED.test(one)) return [{ char: one, at }];
    if (partsLetters(original, at)) return [{ char: ";", at }];
    return partsNumbers(original, at) ? [{ char: ",", at }] : [];
  });
}

/** What a clause may end with before the mark of the next one. */
const ENDED = /^[\p{Script=Han})%）]$/u;

/** "A：…得满分 B：…": a blank before the next letter of a list. */
const partsLetters = (original: string, at: number): boolean =>
  /^\s[B-HＢ-Ｈ]\s?[:：.、]/u.test(original.slice(at, at + 4)) && ENDED.test(original.slice(at - 1, at));

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

/** Whether the digits that end `text` begin a clause, as in "1.", the mark of a list, be it behind marks. */
function startsClause(text: string): boolean {
  return /(?:^|[;。,:]|[\d满得零]分)\d{1,2}$/u.test(text);
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
