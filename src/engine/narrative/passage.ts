import type { CellId } from "../workbook";

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

const numerals = "[一二三四五六七八九十]+";
/** Numbering of headings by depth: 第一部分, 一、, (一), 1., (1). */
const headingStyles: readonly RegExp[] = [
  /^第[一二三四五六七八九十\d]+[部章]分?/,
  new RegExp(`^${numerals}[、.]`),
  new RegExp(`^\\(${numerals}\\)`),
  /^\d{1,2}[.、](?!\d)/,
  /^\(\d{1,2}\)/,
  /^\d{1,2}\)/,
];
const longestHeading = 36;
/** A heading that is a subject of the classification: "1.社会保障和就业支出(类)…(款)…(项)。". */
const longestPath = 90;
const amountInside = /\d[\d,]*(?:\.\d*)?(?:[亿万千]?元|%|辆)/;
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
  const trail: (string | undefined)[] = [];
  let runIn: RunIn | null = null;
  let open: (Writable & Pick<Passage, "headings" | "lead" | "numbered">) | null = null;
  const leads = new LeadIns();
  for (const paragraph of paragraphs) {
    const folded = fold(paragraph);
    if (folded.text === "") continue;
    const depth = headingDepth(folded.text);
    const title = depth === null ? null : headingTitle(folded.text);
    if (open !== null && depth === null && runsOn(open.text) && !startsAnew(paragraph.text, folded.text)) {
      open.text += folded.text;
      for (const cell of folded.cells) open.cells.push(cell);
      for (const offset of folded.offsets) open.offsets.push(offset);
      continue;
    }
    if (depth !== null && title !== null) {
      trail.length = depth;
      trail[depth] = title;
    } else if (depth !== null) trail.length = Math.min(trail.length, depth);
    if (depth !== null && runIn !== null && (runIn.under > 0 || depth < deepestSection)) runIn = null;
    if (depth === null) runIn = runInTitle(folded.text, trail.length, isTopic, runIn);
    open = {
      ...folded,
      headings: headingsOf(trail, runIn),
      lead: leads.of(depth),
      numbered: depth !== null,
    };
    leads.take(folded.text, depth, passages.length);
    passages.push(open);
  }
  return passages;
}

/** "第一部分", "一、" begin a section of their own, whatever a paragraph above them announced. */
const deepestSection = 2;

/**
 * A title in front of a paragraph without a number, and how many headings it stands under. Where it stands under none,
 * the text is divided by such titles: numbered items below belong to it.
 */
interface RunIn {
  readonly title: string;
  readonly under: number;
}

/** Words in front of a colon, or alone in a line, that announce nothing of their own. */
const noTitle = /^(?:其中|主要|具体|原因|包括|分别|如下|注|说明|备注|附)/;

/** The title that goes for a paragraph without a number: its own, none where it has an unknown one, else `last`. */
function runInTitle(
  text: string,
  under: number,
  isTopic: (words: string) => boolean,
  last: RunIn | null,
): RunIn | null {
  const title = /^(?:20\d\d年(?:度)?)?([^,;:。\d]{2,24})(?::(?=.)|$)/.exec(text)?.[1];
  if (title === undefined || noTitle.test(title)) return last;
  return isTopic(title) ? { title, under } : null;
}

/** The headings that are in force, innermost first. */
function headingsOf(trail: readonly (string | undefined)[], runIn: RunIn | null): string[] {
  const titled =
    runIn === null ? trail : [...trail.slice(0, runIn.under), runIn.title, ...trail.slice(runIn.under)];
  return titled.filter((heading) => heading !== undefined).reverse();
}

/** What leads in a list, and the number of its passage. */
export interface LeadIn {
  readonly text: string;
  readonly passage: number;
  /** It leads in the paragraph itself, not one that this is an item of. */
  readonly direct: boolean;
}

/** Lead-ins with the depth of the items that they lead in, one within the other. */
class LeadIns {
  private readonly open: { readonly lead: LeadIn; readonly under: number; depth: number | null }[] = [];

  /** What leads in a paragraph of that depth. */
  of(depth: number | null): LeadIn | null {
    if (depth === null) {
      const last = this.open.at(-1);
      // Without numbers the items go on until a heading comes.
      return last?.depth === null ? last.lead : null;
    }
    for (let last = this.open.at(-1); last !== undefined; last = this.open.at(-1)) {
      if (depth > last.under && (last.depth === null || depth >= last.depth)) {
        last.depth ??= depth;
        return { ...last.lead, direct: depth === last.depth };
      }
      this.open.pop();
    }
    return null;
  }

  /** A paragraph that ends in a colon leads in what follows. */
  take(text: string, depth: number | null, passage: number): void {
    const last = /(?:^|[。;])([^。;]{2,60}):$/.exec(text)?.[1];
    if (last === undefined) return;
    const under = depth ?? -1;
    while (this.open.length > 0 && this.open.at(-1)!.under >= under) this.open.pop();
    this.open.push({ lead: { text: last, passage, direct: true }, under, depth: null });
  }
}

/** A row of a table that was pasted into the text, or a field of a form: "预算安排规模：340.50万元". */
function startsAnew(written: string, text: string): boolean {
  return written.includes("\t") || /^[一-鿿]{2,12}:/.test(text);
}

function runsOn(text: string): boolean {
  if (sentenceEnd.test(text)) return false;
  const words = headingStyles.reduce((rest, style) => rest.replace(style, ""), text);
  const onlyHeading = headingDepth(text) !== null && words.length <= longestHeading && !/[,:]/.test(words);
  return !onlyHeading && text.length > 20 && /[,、:]/.test(words);
}

function headingDepth(text: string): number | null {
  const depth = headingStyles.findIndex((style) => style.test(text));
  return depth < 0 ? null : depth;
}

/**
 * What a numbered paragraph announces: all of it where it is short, else what stands before its first colon or full
 * stop.
 */
function headingTitle(text: string): string | null {
  const bare = headingStyles.reduce((rest, style) => rest.replace(style, ""), text);
  const head = /^[^:。]*/.exec(bare)![0];
  const longest = /\(\d*(?:类|款|项)\)$/.test(head) ? longestPath : longestHeading;
  return head.length > 0 && head.length <= longest && !amountInside.test(head) && !/[,;]/.test(head) ? head : null;
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
