import type { Grid, Region } from "./grid";
import { coveringText, filled, looksNumeric, textAt } from "./grid";
import { oneOf } from "./patterns";
import { isPreambleText } from "./preamble";
import { enumerated } from "./normalise";
import { isFormNumber } from "./titles";
import { CellKind } from "../workbook";

/** The header rows of a table and what each grid column is called. */
export interface Header {
  readonly top: number;
  /** Last header row; a column-number row below it is not counted. */
  readonly bottom: number;
  /** First row of the body: after the header and a column-number row. */
  readonly body: number;
  /** By grid column minus `region.left`: header words from the top down, repeats of merged cells dropped. */
  readonly paths: readonly (readonly string[])[];
  /**
   * By grid column minus `region.left`: for each header row, a number that is the same across the columns of one
   * spanning cell.
   */
  readonly spans: readonly (readonly number[])[];
  /** By grid column minus `region.left`: the word of each header row, "" where it has none. */
  readonly levels: readonly (readonly string[])[];
}

/** Words that only a header has: one is enough to tell a header row from a figure row without numbers. */
const headerWord = oneOf([
  "项目(?:名称|内容)?",
  "收入",
  "支出",
  "收入项目",
  "支出项目",
  "科目",
  "(?:功能|经济|支出|收入|预算|政府|部门)*(?:分类)?科目(?:编码|代码|名称)?",
  "类",
  "款",
  "项",
  "编码",
  "代码",
  "名称",
  String.raw`(?:单位|部门|预算单位|项目)(?:\(.*?\))?(?:编码|代码|名称)`,
  "序号",
  "栏次",
  "行次",
  "金额",
  "预算数",
  "本年预算数?",
  String.raw`20\d{2}年(?:度)?(?:预算|年初预算|执行|决算)?数?`,
  "合计",
  "总计",
  "小计",
  "备注",
  "资金(?:来源|性质|总额)",
  "其中:?",
  "收入(?:内容|来源)",
  "支出(?:内容|功能分类|性质)",
  "功能分类",
  "经济分类",
]);

/** Most header rows a form has, the column-number row not counted. */
const mostHeaderRows = 5;

/** A column-number row: "**", 1, 2, 3 … (in any order, where columns were moved) or "栏次", "甲", "1=2+3". */
export function isColumnNumberRow(grid: Grid, row: number, left: number, right: number): boolean {
  const numbers = new Set<number>();
  let numbered = 0;
  let signs = 0;
  let cells = 0;
  for (let column = left; column <= right; column++) {
    const index = row * grid.width + column;
    const kind = grid.sheet.kinds[index];
    if (kind === CellKind.Blank) continue;
    cells += 1;
    const text = kind === CellKind.Number ? String(grid.sheet.numbers[index]) : textAt(grid, row, column);
    const digits = /^[(]?(\d{1,2})[)]?(?:[=+].*)?$|^(\d{1,2})栏$/.exec(text);
    if (digits) {
      numbers.add(Number(digits[1] ?? digits[2]));
      numbered += 1;
    } else if (/^(?:\*+|栏次|甲|乙|丙|[A-Za-z](?:=.*)?)$/.test(text)) signs += 1;
    else if (!/^(?:—+|-+)$/.test(text)) return false;
  }
  if (cells < 2 || numbers.size !== numbered) return false;
  if (numbered === 0) return signs >= 1;
  const counted = Math.max(...numbers) <= numbered + 3 && Math.min(...numbers) <= 3 && numbers.size >= 2;
  return counted || (signs >= 1 && Math.max(...numbers) <= numbered + 3);
}

/** Is there a cell in this row that only the body of a table can hold: an amount, a code, a numbered name? */
function isBodyRow(grid: Grid, row: number, region: Region): boolean {
  for (let column = region.left; column <= region.right; column++) {
    if (!filled(grid, row, column)) continue;
    if (looksNumeric(grid, row, column)) return true;
    const text = textAt(grid, row, column);
    const { style, name } = enumerated(text);
    if (style !== "" && !headerWord.test(name)) return true;
    if (/^[[(]?\d{3,}/.test(text) && !/^20\d{2}年?/.test(text)) return true;
  }
  return false;
}

/**
 * Find the header in a region: the first row that is not preamble and holds two or more words, with the rows that go on
 * naming columns below it. Null where no row qualifies.
 */
export function findHeader(grid: Grid, region: Region, from: number): Header | null {
  for (let top = from; top <= Math.min(region.bottom, from + 12); top++) {
    const words = rowWords(grid, top, region);
    if (words.length < 2 || words.every(isOfWholeTable) || words.some((word) => word.length > 60)) continue;
    if (words.some(isPreambleText) && !words.some((word) => headerWord.test(word) && !yearAlone.test(word))) continue;
    if (isColumnNumberRow(grid, top, region.left, region.right)) continue;
    if (isBodyRow(grid, top, region)) {
      if (!words.some((word) => headerWord.test(word))) continue;
    }
    const plain = lastHeaderRow(grid, region, top);
    const steps = stepRow(grid, region, plain + 1);
    const bottom = steps === null ? plain : plain + 1;
    let body = steps === "and-figures" ? bottom : bottom + 1;
    while (body <= region.bottom && isColumnNumberRow(grid, body, region.left, region.right)) body += 1;
    return { top, bottom, body, ...headerPaths(grid, region, [top, bottom], steps !== null) };
  }
  return null;
}

/** What is said of the whole table and of none of its columns: the body, the unit, "2023年度", "公开06表". */
function isOfWholeTable(word: string): boolean {
  return isPreambleText(word) || yearAlone.test(word) || isFormNumber(word);
}

/** "2023年度" between the body's name and the unit. */
const yearAlone = /^20\d{2}年(?:度)?$/;
const stepWord = /^[类款项]$/;

/**
 * "类 | 款 | 项 | 栏次 | 1 | 2" or "类 | 款 | 项 | 合计 | 8,114.20": the row names the code columns and numbers the others, or is
 * the first row of figures. Null where it is neither.
 */
function stepRow(grid: Grid, region: Region, row: number): "and-numbers" | "and-figures" | null {
  if (row > region.bottom) return null;
  let steps = 0;
  let figures = 0;
  for (let column = region.left; column <= region.right; column++) {
    if (!filled(grid, row, column)) continue;
    if (stepWord.test(textAt(grid, row, column))) steps += 1;
    else if (looksNumeric(grid, row, column)) figures += 1;
  }
  if (steps < 2 || figures === 0) return null;
  return isColumnNumberRow(grid, row, region.left + steps, region.right) ? "and-numbers" : "and-figures";
}

/**
 * Is this the same header again? A row of names without amounts on a page that has no header looks like one, in other
 * words.
 */
export function isHeaderAgain(first: Header, next: Header): boolean {
  const known = new Set(first.paths.flat());
  const words = new Set(next.paths.flat());
  return [...words].filter((word) => known.has(word)).length >= words.size / 2;
}

/** Does the header begin with a row that nothing but a header can be ("科目编码", "科目名称", "合计")? */
export function isPlainHeader(grid: Grid, region: Region, { top }: Header): boolean {
  for (let column = region.left; column <= region.right; column++) if (looksNumeric(grid, top, column)) return false;
  return rowWords(grid, top, region).filter((word) => headerWord.test(word)).length >= fewestPlainWords;
}

const fewestPlainWords = 2;

function rowWords(grid: Grid, row: number, region: Region): string[] {
  const words: string[] = [];
  for (let column = region.left; column <= region.right; column++) {
    const text = textAt(grid, row, column);
    if (text !== "") words.push(text);
  }
  return words;
}

function lastHeaderRow(grid: Grid, region: Region, top: number): number {
  let bottom = top;
  for (let row = top + 1; row <= Math.min(region.bottom, top + mostHeaderRows - 1); row++) {
    if (isColumnNumberRow(grid, row, region.left, region.right) || isBodyRow(grid, row, region)) break;
    let words = 0;
    let named = 0;
    let beneathSpan = 0;
    for (let column = region.left; column <= region.right; column++) {
      const text = textAt(grid, row, column);
      if (text === "") continue;
      words += 1;
      if (headerWord.test(text)) named += 1;
      if (isBeneathSpan(grid, region, top, row, column)) beneathSpan += 1;
    }
    if (words === 0) {
      // A row that only lower halves of merged header cells take is part of the header; a blank row is not.
      if (coveredByHeader(grid, region, top, row)) bottom = row;
      else break;
      continue;
    }
    if (beneathSpan === 0 && named < Math.min(words, 2)) break;
    if (beneathSpan === 0 && words === 1) break;
    bottom = row;
  }
  return bottom;
}

/** A cell below a header cell that spans several columns, merged or with blanks to its right. */
function isBeneathSpan(grid: Grid, region: Region, top: number, row: number, column: number): boolean {
  for (let above = row - 1; above >= top; above--) {
    const anchor = grid.anchors.get(above * grid.width + column);
    if (anchor !== undefined) {
      const first = anchor % grid.width;
      const next = grid.anchors.get(above * grid.width + first + 1);
      return next === anchor && first + 1 <= region.right;
    }
    if (filled(grid, above, column)) {
      return (
        column < region.right &&
        !filled(grid, above, column + 1) &&
        filled(grid, row, column + 1) &&
        grid.anchors.get(above * grid.width + column + 1) === undefined
      );
    }
  }
  return true;
}

function coveredByHeader(grid: Grid, region: Region, top: number, row: number): boolean {
  for (let column = region.left; column <= region.right; column++) {
    const anchor = grid.anchors.get(row * grid.width + column);
    if (anchor === undefined) continue;
    const anchorRow = Math.floor(anchor / grid.width);
    if (anchorRow >= top && anchorRow < row) return true;
  }
  return false;
}

/**
 * What header rows call each column of a region. The last one may be the row of 类, 款 and 项 (`ofSteps`), whose other
 * cells name nothing.
 */
export function headerPaths(
  grid: Grid,
  region: Region,
  [top, bottom]: readonly [number, number],
  ofSteps = false,
): Pick<Header, "paths" | "spans" | "levels"> {
  const empty = <Item>(): Item[][] => Array.from({ length: region.right - region.left + 1 }, () => []);
  const paths = empty<string>();
  const spans = empty<number>();
  const levels = empty<string>();
  for (let row = top; row <= bottom; row++) {
    let carried: HeadCell = noHead;
    for (let column = region.left; column <= region.right; column++) {
      const slot = column - region.left;
      const own = headCell(grid, row, column);
      // An unmerged group: the word stands over its first column only, the others are blank beside it.
      const reaches = isOpen(own) && headedBelow(grid, row, bottom, column) && sameParent(spans, slot);
      let cell = reaches ? carried : own;
      if (ofSteps && row === bottom && !stepWord.test(cell.word)) cell = noHead;
      carried = cell.ends ? noHead : cell;
      const path = paths[slot]!;
      if (cell.word !== "" && path[path.length - 1] !== cell.word) path.push(cell.word);
      spans[slot]!.push(cell.word === "" ? -1 : cell.span);
      levels[slot]!.push(cell.word);
    }
  }
  return { paths, spans, levels };
}

/** What a column is called in one header row, with the number of the cell that says so. */
interface HeadCell {
  readonly word: string;
  readonly span: number;
  readonly merged: boolean;
  /** A merge that ends here does not reach further right. */
  readonly ends: boolean;
}

const noHead: HeadCell = { word: "", span: -1, merged: false, ends: false };

/** A blank cell that no merge covers: what stands to its left may be meant for it. */
function isOpen({ word, merged }: HeadCell): boolean {
  return word === "" && !merged;
}

function headCell(grid: Grid, row: number, column: number): HeadCell {
  const index = row * grid.width + column;
  const anchor = grid.anchors.get(index);
  if (anchor === undefined) return { word: textAt(grid, row, column), span: index, merged: false, ends: false };
  return {
    word: coveringText(grid, row, column),
    span: anchor,
    merged: true,
    ends: grid.anchors.get(index + 1) !== anchor,
  };
}

/** Does a lower header row name this column? Only then does a blank above mean "as to the left". */
function headedBelow(grid: Grid, row: number, bottom: number, column: number): boolean {
  for (let below = row + 1; below <= bottom; below++) if (filled(grid, below, column)) return true;
  return false;
}

/** Two neighbours can share a word of this row only where they share all words above it. */
function sameParent(spans: readonly (readonly number[])[], slot: number): boolean {
  const here = spans[slot]!;
  const before = spans[slot - 1];
  return before !== undefined && here.every((span, level) => span === before[level]);
}
