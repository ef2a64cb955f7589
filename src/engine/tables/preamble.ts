import { chineseNumeral } from "../language";
import { bodyInTitle, isBodyName } from "./bodies";
import type { Grid, Region } from "./grid";
import { textAt } from "./grid";

/** What stands above a table and says of all its figures: whose, of which year, in which unit. */
export interface Preamble {
  readonly unit: string | null;
  readonly unitExponent: number | null;
  readonly body: string | null;
  readonly bodyCode: string | null;
  readonly year: number | null;
}

const exponents: ReadonlyMap<string, number> = new Map(Object.entries({ 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 }));

/** Power of ten of a unit of money in 元; null where the word is none. */
export function unitExponent(unit: string): number | null {
  return exponents.get(unit) ?? null;
}

const unitLabelled = /(?:计量|金额|货币|数额)?单位[::]?\s*(?:人民币)?(百万元|万元|千元|亿元|元)(?![\u4e00-\u9fff])/;
const unitBracketed = /[(（](?:单位[::])?(?:人民币)?(百万元|万元|千元|亿元|元)[)）]/;
/** What stands in front of the colon of "部门名称：某市某局". */
const bodyLabels = [
  String.raw`部门(?:\(单位\))?(?:名称|代码)?`,
  "预算(?:部门|单位)(?:名称)?",
  "(?:预算)?(?:单位|部门)(?:编码|代码)(?:及|和|与|、)(?:单位|部门)?名称",
  String.raw`单位(?:\(部门\)|\(专项\))?名称`,
  "(?:编制|填报|公开)(?:单位|部门)|编报单位",
  "部门/单位|主管部门|部门及单位|单位|部门",
];
const bodyLabelled = new RegExp(String.raw`(?:${bodyLabels.join("|")})(?:\(?(?:公章|盖章|章)\)?)?[::](.*)$`);

/** "公开01表", "附件2", "表1-1": the number of the table, at the end of the line that names its body. */
const numberBehind = /(?:(?:预算|决算)?公开|附)?(?:第?[一二三四五六七八九十\d][-.\d]{0,4}表|[表件]\d[-.\d]{0,4})$/;

const longestBanner = 50;

/** Is this normalised text the line "部门名称：…" or "单位：万元" rather than a header or a figure's name? */
export function isPreambleText(text: string): boolean {
  return (unitLabelled.test(text) && text.length < 40) || (bodyLabelled.test(text) && text.length < 60);
}

/** The unit of money a normalised text names, in words; null where it names none. */
export function readUnit(text: string): string | null {
  return (unitLabelled.exec(text) ?? unitBracketed.exec(text))?.[1] ?? null;
}

const unitAlone = /^[(（]?(百万元|万元|千元|亿元|元)[)）]?$/;

/** The unit of money in a cell above a table, where "万元" may stand for "单位：万元"; null where it names none. */
export function readUnitAbove(text: string): string | null {
  return readUnit(text) ?? unitAlone.exec(text)?.[1] ?? null;
}

/** Budget year in a title or a heading: "2025年…", "二〇二五年…", "2025年度". */
export function readYear(text: string): number | null {
  const digits = /(?:^|[^\d])(20\d{2})(?:年|部门|单位|预算|-(?=[^\d]))/.exec(text);
  if (digits) return Number(digits[1]);
  const words = /([二两][〇○零O0][〇○零O0一二三四五六七八九]{2})年/.exec(text);
  return words ? Number(chineseNumeral(words[1]!.replace(/[○O0]/g, "〇"))) : null;
}

/** Body and its code out of "301001某市…", "[301001]…", "301001-…", "某市…[301001]". */
export function readBody(text: string): { name: string | null; code: string | null } {
  const match = /^[[(【]?(\d{3,12})[\])】]?[-_—:、]?(.*)$/.exec(text);
  const behind = match ? null : /^(.*[^\d\s])[[(【（](\d{3,12})[\])】）]$/.exec(text);
  const name = (match ? match[2]! : (behind?.[1] ?? text))
    .replace(/(?:金额)?单位[::](?:人民币)?(?:百万元|万元|千元|亿元|元)$/, "")
    .replace(numberBehind, "")
    .replace(/[(（](?:公章|盖章|章|部门|单位)[)）]/g, "");
  return { name: /[\u4e00-\u9fffA-Za-z]/.test(name) ? name : null, code: match ? match[1]! : (behind?.[2] ?? null) };
}

/** Read the rows above a header. Later rows win for the unit, the first body named wins. */
export function readPreamble(grid: Grid, region: Region, lastRow: number): Preamble {
  let unit: string | null = null;
  let body: string | null = null;
  let bodyCode: string | null = null;
  let year: number | null = null;
  for (let row = region.top; row <= lastRow; row++) {
    for (let column = region.left; column <= region.right; column++) {
      const text = textAt(grid, row, column);
      if (text === "" || text.length > longestLine) continue;
      unit = readUnitAbove(text) ?? unit;
      year = year ?? readYear(text);
      const content = body === null ? behindBodyLabel(grid, row, column, region.right) : "";
      if (content === "") continue;
      if (unitExponent(content) !== null) unit ??= content;
      else if (!isPreambleText(content)) {
        const read = readBody(content);
        body = read.name;
        bodyCode = read.code ?? bodyCode;
      }
    }
  }
  body ??= unlabelledBody(grid, region, lastRow);
  return { unit, unitExponent: unit === null ? null : unitExponent(unit), body, bodyCode, year };
}

function unlabelledBody(grid: Grid, region: Region, lastRow: number): string | null {
  return bodyBesideUnit(grid, region, lastRow) ?? bodyInBanner(grid, region, lastRow);
}

const longestLine = 120;
/** "单位：辆、台（套）" above a table of counts. */
const countedIn = /^[人个辆台套户次批家所件项名座间平方米、,/和()（）]+$/;

/** What stands behind "部门名称：", in its cell or the next one; "" where there is no such label. */
function behindBodyLabel(grid: Grid, row: number, column: number, right: number): string {
  const labelled = bodyLabelled.exec(textAt(grid, row, column).replace(unitLabelled, ""));
  if (labelled === null) return "";
  const content = labelled[1] === "" ? (nextText(grid, row, column, right) ?? "") : labelled[1]!;
  return countedIn.test(content) ? "" : content;
}

/** "某市某局 … 单位：万元": a body named on the unit's line without a label. */
function bodyBesideUnit(grid: Grid, region: Region, lastRow: number): string | null {
  for (let row = region.top; row <= lastRow; row++) {
    const words = Array.from({ length: region.right - region.left + 1 }, (_, slot) =>
      textAt(grid, row, slot + region.left),
    ).filter((text) => text !== "");
    const [first] = words;
    if (words.length === 2 && first !== undefined && isBodyName(first) && readUnit(words[1]!) !== null)
      return readBody(first).name;
  }
  return null;
}

/** "某某幼儿园2026年单位预算公开表" above all tables of a sheet. */
function bodyInBanner(grid: Grid, region: Region, lastRow: number): string | null {
  for (let row = region.top; row <= lastRow; row++) {
    for (let column = region.left; column <= region.right; column++) {
      const text = textAt(grid, row, column);
      if (text.length > longestBanner || !/预算/.test(text)) continue;
      const body = bodyInTitle(text);
      if (body !== null) return body;
    }
  }
  return null;
}

function nextText(grid: Grid, row: number, column: number, right: number): string | null {
  for (let next = column + 1; next <= right; next++) {
    const text = textAt(grid, row, next);
    if (text !== "") return text;
  }
  return null;
}
