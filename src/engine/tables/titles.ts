import { CellKind } from "../workbook";
import type { Grid } from "./grid";
import { textAt } from "./grid";
import { enumerated } from "./normalise";
import { expression, matchesAny, oneOf } from "./patterns";
import { isPreambleText } from "./preamble";
import type { TableTemplate } from "./template";

/**
 * A row that names a table, and the templates whose title patterns it fits, best first; none for a table that is none
 * of ours.
 */
export interface TitleRow {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly templates: readonly TableTemplate[];
}

/** Rows with more filled cells than this are figures, not titles. */
const mostCellsBesideTitle = 5;
const longestTitle = 70;
/** What a sentence or a note has and a title has not. */
const sentence = /[。;；]|^(?:注|备注|说明)[::]|本表|此表|上表|下表|详见|见附|反映/;

/** "财政拨款（含一般公共预算和政府性基金预算）…": what a table includes besides does not make it another table. */
const included = /[(（](?:含|包括|包含)[^()（）]{1,30}[)）]/g;

/**
 * Templates whose title patterns fit a normalised text; those that take more of it first. What is longer than any title
 * is none: a text as long as a page would take the patterns minutes.
 */
export function templatesByTitle(text: string, templates: readonly TableTemplate[]): TableTemplate[] {
  if (text.length > longestTitle) return [];
  const fitting: { template: TableTemplate; length: number }[] = [];
  for (const template of templates) {
    if (isRefused(text, template)) continue;
    let length = 0;
    for (const pattern of template.titles) length = Math.max(length, expression(pattern).exec(text)?.[0].length ?? 0);
    if (length > 0) fitting.push({ template, length });
  }
  return fitting.sort((a, b) => b.length - a.length).map(({ template }) => template);
}

/** Does a normalised title say that its table is none of this kind? */
export function isRefused(title: string, { notTitles = [] }: TableTemplate): boolean {
  const words = title.replace(included, "");
  return matchesAny(notTitles, words);
}

/** What another table is called: anything with 表 behind it. */
const tableName = /^(?!\d+[、.]).{2,60}表(?:[(（].{1,20}[)）])?$/;
/** A banner over all sheets ("2026年部门预算公开表") or a list of what follows, not the name of one table. */
const banner =
  /^(?:.{0,30}(?:部门|单位|本级|政府|年度?))?(?:预算|决算|预决算)?(?:信息)?(?:公开)?(?:报|附|套|目录|一览|总)?表$/;

/** Is this normalised text the name of some table? */
function isTableName(text: string): boolean {
  return tableName.test(text) && !banner.test(text) && !formNumber.test(text);
}

/** All title rows of a sheet, from the top. */
export function findTitles(grid: Grid, templates: readonly TableTemplate[]): TitleRow[] {
  const found: TitleRow[] = [];
  for (let row = 0; row < grid.height; row++) {
    if (isFull(grid, row)) continue;
    const start = row * grid.width;
    for (let column = 0; column < grid.width; column++) {
      if (grid.sheet.kinds[start + column] !== Text) continue;
      const title = titleIn(grid, row, column, templates);
      if (title !== null) found.push(title);
    }
  }
  return found;
}

// Read once: an exported constant is asked for anew at every use, and these are used once a cell.
const { Blank, Text } = CellKind;

/** More cells are filled than stand beside a title. */
function isFull({ sheet, width }: Grid, row: number): boolean {
  const start = row * width;
  let filled = 0;
  for (let column = 0; column < width; column++)
    if (sheet.kinds[start + column] !== Blank && ++filled > mostCellsBesideTitle) return true;
  return false;
}

/** The title in a cell of text; null where it is none. */
function titleIn(grid: Grid, row: number, column: number, templates: readonly TableTemplate[]): TitleRow | null {
  const raw = grid.sheet.texts[row * grid.width + column]!;
  if (raw.length > 2 * longestTitle || !mayBeTitle.test(raw)) return null;
  const written = textAt(grid, row, column);
  const text = titleWords(written);
  if (text.length > longestTitle || sentence.test(text) || isPreambleText(text)) return null;
  const fitting = templatesByTitle(text, templates);
  return (fitting.length > 0 || isTableName(text)) && standsAlone(grid, row, column, templates)
    ? { row, column, text: written, templates: fitting }
    : null;
}

/**
 * A title without the unit that stands behind it; "…收支总体情况" names a table as "…收支总体情况表" does, unless it is a numbered
 * heading.
 */
function titleWords(text: string): string {
  const bare = text.replace(/[(（]?(?:金额|计量)?单位[::](?:人民币)?(?:百万元|万元|千元|亿元|元)[)）]?$/, "");
  return /情况$/.test(bare) && enumerated(bare).style === "" ? `${bare}表` : bare;
}

/**
 * Beside a title stand at most its number, the unit, the body, or another table's title; beside a header cell stand
 * header cells.
 */
function standsAlone(grid: Grid, row: number, column: number, templates: readonly TableTemplate[]): boolean {
  for (let other = 0; other < grid.width; other++) {
    if (other === column || grid.sheet.kinds[row * grid.width + other] === CellKind.Blank) continue;
    if (grid.sheet.kinds[row * grid.width + other] !== CellKind.Text) return false;
    const text = titleWords(textAt(grid, row, other));
    if (
      !isPreambleText(text) &&
      !formNumber.test(text) &&
      !isTableName(text) &&
      templatesByTitle(text, templates).length === 0
    )
      return false;
  }
  return true;
}

/** "附件1", "附表3", "预算公开01表", "浙财预公开07表", "表七", "(续)", "单位预算公开表"; a dash alone stands for an amount. */
const formNumber = oneOf([
  String.raw`(?!-+$)[(（]?(?:附[件表录]?|表|公开|预算|财决|续|部门|单位|第)*[\d一二三四五六七八九十-]*(?:表|页)?[)）]?[::]?`,
  String.raw`[(（]?[\u4e00-\u9fff]{1,8}\d{1,2}(?:-\d{1,2})?表[)）]?[::]?`,
]);

/** Is this normalised text the number of a form ("预算公开05表", "附件2") and nothing else? */
export function isFormNumber(text: string): boolean {
  return /[表件录]/.test(text) && formNumber.test(text);
}

/** A row that holds the number of a form ("预算公开05表", "附件2") and nothing else. */
export function isFormNumberRow(grid: Grid, row: number): boolean {
  let numbers = 0;
  for (let column = 0; column < grid.width; column++) {
    if (grid.sheet.kinds[row * grid.width + column] === CellKind.Blank) continue;
    const text = textAt(grid, row, column);
    if (!isFormNumber(text)) return false;
    numbers += 1;
  }
  return numbers > 0;
}

/** Letters that every title has at least one of; asked first because it is cheap. */
const mayBeTitle = /表|情况|三\s*公|说\s*明/;
