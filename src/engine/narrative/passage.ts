import type { CellId } from "../workbook";
import { headingDepth, Headings, longestHeading, withoutNumber } from "./headings";
import { LeadIns, type LeadIn } from "./lead-ins";

/** One paragraph as it stands in a cell; `at` is where it begins there. */
export interface Paragraph {
  readonly cell: CellId;
  readonly text: string;
  readonly at?: number;
}

/**
 * Running text as it is read: one paragraph, or several that a page break cut apart. `text` is folded to half-width
 * forms without blanks and quotation marks; `cells[i]` and `offsets[i]` say where its i-th letter came from.
 */
export interface Passage {
  readonly text: string;
  readonly cells: readonly CellId[];
  readonly offsets: readonly number[];
  /** Headings that the passage stands under, innermost first; the one that opens the passage itself included. */
  readonly headings: readonly string[];
  /** What leads in the list that the passage is an item of: "财政拨款支出主要内容如下"; null where nothing does. */
  readonly lead: LeadIn | null;
  /** It begins with the number of an item: "(一)", "1.". */
  readonly numbered: boolean;
}

/** A stretch of a cell's text: `end` is behind the last letter. */
export interface Span {
  readonly cell: CellId;
  readonly start: number;
  readonly end: number;
}

/**
 * The place in the cell's own text of a stretch of a passage; cut at the end of the first cell where it runs on into
 * the next.
 */
export function spanOf(passage: Passage, start: number, end: number): Span {
  const cell = passage.cells[start]!;
  let last = start;
  while (last + 1 < end && passage.cells[last + 1] === cell) last++;
  return { cell, start: passage.offsets[start]!, end: passage.offsets[last]! + 1 };
}

const sentenceEnd = /[。;:!?]$/;

/** The letters of a passage while paragraphs are added to it. */
interface Writable {
  text: string;
  readonly cells: CellId[];
  readonly offsets: number[];
}

/**
 * Paragraphs as passages. A paragraph that ends in the middle of a sentence runs on into the next one (texts pasted
 * from a PDF are cut at every page); a heading never does. `isTopic`: these words in front of a paragraph's first colon
 * announce what it is about, though they have no number ("收入情况：本年收入…").
 */
export function readPassages(
  paragraphs: readonly Paragraph[],
  isTopic: (words: string) => boolean = () => false,
): Passage[] {
  const passages: Passage[] = [];
  const headings = new Headings(isTopic);
  let open: (Writable & Pick<Passage, "headings" | "lead" | "numbered">) | null = null;
  const leads = new LeadIns();
  for (const paragraph of paragraphs) {
    const folded = fold(paragraph);
    if (folded.text === "") continue;
    const depth = headingDepth(folded.text);
    if (open !== null && depth === null && runsOn(open.text) && !startsAnew(paragraph.text, folded.text)) {
      open.text += folded.text;
      for (const cell of folded.cells) open.cells.push(cell);
      for (const offset of folded.offsets) open.offsets.push(offset);
      continue;
    }
    headings.take(folded.text, depth);
    open = {
      ...folded,
      headings: headings.inForce(),
      lead: leads.of(depth),
      numbered: depth !== null,
    };
    leads.take(folded.text, depth, passages.length);
    passages.push(open);
  }
  return passages;
}

/** A row of a table that was pasted into the text, or a field of a form: "预算安排规模：340.50万元". */
function startsAnew(written: string, text: string): boolean {
  return written.includes("\t") || /^[一-鿿]{2,12}:/.test(text);
}

function runsOn(text: string): boolean {
  if (sentenceEnd.test(text)) return false;
  const words = withoutNumber(text);
  const onlyHeading = headingDepth(text) !== null && words.length <= longestHeading && !/[,:]/.test(words);
  return !onlyHeading && text.length > 20 && /[,、:]/.test(words);
}

/** "“教育支出”类“普通教育”款“小学教育”项": the level that stands behind a closing quotation mark; else null. */
function levelBehindQuote(text: string, at: number): string | null {
  if (!/[”"」』]/.test(text[at]!)) return null;
  return /^(?:类(?!别)|款(?!项)|项(?!目))/.exec(text.slice(at + 1, at + 3))?.[0] ?? null;
}

/**
 * Letters as they are matched: full-width forms folded, blanks, quotation marks and the marks of plain-text formatting
 * (`**`, `#`) left out. A blank between "1." and a digit becomes "、", so that numbering never runs into a figure.
 */
function fold(paragraph: Paragraph): { text: string; cells: CellId[]; offsets: number[] } {
  let text = "";
  const offsets: number[] = [];
  const at = paragraph.at ?? 0;
  let blank = false;
  for (let i = 0; i < paragraph.text.length; i++) {
    const letter = paragraph.text[i]!;
    const level = levelBehindQuote(paragraph.text, i);
    if (level !== null) {
      text += `(${level})`;
      offsets.push(at + i, at + i + 1, at + i + 1);
      i += 1;
      blank = false;
      continue;
    }
    // Most letters are plain Chinese characters, and mean themselves.
    if (letter >= "\u4e00" && letter <= "\u9fff") {
      text += letter;
      offsets.push(at + i);
      blank = false;
      continue;
    }
    if (text === "" && /^[^\p{L}\p{N}(（<《〈"“「『[【〔\-−]$/u.test(letter)) continue;
    if (/[\s\u200b-\u200d\ufeff"'“”‘’「」『』*#|■□●]/.test(letter)) {
      blank = true;
      continue;
    }
    const plain = /[\u2460-\u24ff]/.test(letter)
      ? letter
      : letter
          .normalize("NFKC")
          .replace(/\s/g, "")
          .replace(/[‐-―−─]/g, "-")
          .replace(/[﹐]/g, ",");
    if (blank && /\d/.test(plain) && /(?:^|[^\d.])\d{1,2}\.$/.test(text)) {
      text += "、";
      offsets.push(at + i);
    }
    blank = false;
    text += plain;
    for (let k = 0; k < plain.length; k++) offsets.push(at + i);
  }
  return { text, cells: offsets.map(() => paragraph.cell), offsets };
}
