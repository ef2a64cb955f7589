import type { Indicator } from "../table";
import { matchesAny } from "../patterns";
import type { TableTemplate } from "../template";
import { findIndicatorHeaders } from "./targets-header";
import type { IndicatorHeader } from "./targets-header";
import { noLevels, readIndicator } from "./targets-indicators";
import type { Levels } from "./targets-indicators";
import { labelWord } from "./targets-fields";
import { firstRoleOf } from "../roles";
import type { View } from "../view";

/** One form: the rows above its indicators, its indicators under one header or several (page cuts), its 总分 row. */
export interface FormSegment {
  readonly from: number;
  to: number;
  /** Last row above the first indicator header. */
  readonly headEnd: number;
  readonly headers: IndicatorHeader[];
  readonly indicators: Indicator[];
  /** Row of 总分, with its header. */
  total: SumRow | null;
  /** Row of 指标合计: the indicators without 执行率, whose points stand in the form's head. */
  indicatorsTotal: SumRow | null;
}

/** A row of a form that sums others up, and the header it stands under. */
export interface SumRow {
  readonly row: number;
  readonly header: IndicatorHeader;
}

/** "总分", "合计", "权重合计", "分值总计(分)": what all the 分值 of a form come to. */
const totalWord =
  /^(?:(?:分值|权重|得分)?(?:合计|总计)|合计(?:分值|权重|得分)|总(?:分值?|权重|得分)|自评[总得]分|综合得分)(?:[(（].*[)）])?$/;
/** "指标合计", "绩效指标得分小计": what the indicators come to, without 执行率. */
const indicatorsWord = /^(?:绩效)?指标(?:得分|分值|权重|总分)?(?:合计|总计|小计|总分|得分)$/;
/** "产出指标小计": a part of the indicators, summed up between them. */
const partWord = /小计$/;
const footerWord =
  /^(?:填表人|填报人|填报日期|填表日期|联系电话|联系人|经办人|单位负责人|单位\(盖章\)|审核|复核|备注[::]|注[::]|注\d|说明[::]|填表说明|填报说明)/;

/** What a row without an indicator sums up, by its first word. */
function sumOf(word: string): "indicators" | "part" | "all" | null {
  if (indicatorsWord.test(word)) return "indicators";
  if (partWord.test(word)) return "part";
  return totalWord.test(word) ? "all" : null;
}

/**
 * Cut a stretch of rows into forms. A new form begins where, after indicators, something is said again that names a
 * form (a title, a project, a department, amounts); a repeated header alone is a page cut.
 */
export function cutIntoForms(view: View, template: TableTemplate): FormSegment[] {
  const headers = findIndicatorHeaders(view, template);
  const forms: FormSegment[] = [];
  let from = view.first;
  headers.forEach((header, at) => {
    const limit = (headers[at + 1]?.top ?? view.last + 1) - 1;
    const last = forms.at(-1);
    const continues = last !== undefined && last.total === null && !namesForm(view, template, from, header.top - 1);
    const form: FormSegment = continues
      ? last
      : {
          from,
          to: header.bottom,
          headEnd: header.top - 1,
          headers: [],
          indicators: [],
          total: null,
          indicatorsTotal: null,
        };
    if (!continues) forms.push(form);
    else if (!isOfWholeTerm(header) && form.headers.every(isOfWholeTerm)) form.indicators.length = 0;
    form.headers.push(header);
    form.to = readRows(view, template, form, header, limit);
    from = form.to + 1;
  });
  const trailing = forms.at(-1);
  if (trailing) while (trailing.to < view.last && !startsForm(view, template, trailing.to + 1)) trailing.to += 1;
  return forms;
}

/**
 * "长期绩效指标" in front of a header, over "年度绩效指标" in front of the next: the year's count, as they do beside each
 * other.
 */
function isOfWholeTerm({ paths }: IndicatorHeader): boolean {
  return paths.some((path) => path.some((word) => /^(?:长期|中期|中长期|实施期|总体)(?:绩效)?指标$/.test(word)));
}

/** Read indicator rows until the form ends; gives the last row that belongs to it. */
function readRows(
  view: View,
  template: TableTemplate,
  form: FormSegment,
  header: IndicatorHeader,
  limit: number,
): number {
  const levels = levelsAfter(form.indicators.at(-1));
  let row = header.body;
  for (; row <= limit; row++) {
    const first = firstWord(view, row);
    if (first === "") continue;
    const sum = hasThirdLevel(view, header, row) ? null : sumOf(first);
    if (sum === "indicators") form.indicatorsTotal = { row, header };
    if (sum === "indicators" || sum === "part") continue;
    if (sum === "all") {
      form.total = { row, header };
      // Above the indicators it is the first row of them, below them the last.
      if (form.indicators.length === 0) continue;
      row += 1;
      break;
    }
    if (footerWord.test(first) || startsForm(view, template, row)) break;
    const indicator = readIndicator(view, header, row, levels);
    if (indicator) form.indicators.push(indicator);
    form.indicators.push(...indicatorsBeside(view, header, row, levels));
  }
  while (row <= limit && footerWord.test(firstWord(view, row))) row += 1;
  return row - 1;
}

/** The levels as they stand behind an indicator; none where there is none. */
function levelsAfter(before: Indicator | undefined): Levels {
  if (before === undefined) return noLevels();
  return {
    level1: before.level1,
    level2: before.level2,
    level1Points: before.level1Points,
    level1Cell: before.cells["level1"] ?? null,
    level2Cell: before.cells["level2"] ?? null,
  };
}

/** The indicators of further groups in the same row. */
function indicatorsBeside(view: View, header: IndicatorHeader, row: number, levels: Levels): Indicator[] {
  return header.beside.flatMap((columns) => {
    const other = readIndicator(view, { ...header, columns }, row, levels);
    return other && !other.empty ? [other] : [];
  });
}

function hasThirdLevel(view: View, header: IndicatorHeader, row: number): boolean {
  const column = header.columns.get("level3")!;
  const word = view.word(row, column);
  return word !== "" && !totalWord.test(word.replace(colonBehind, ""));
}

/** Without the colon behind it: "总分：". */
function firstWord(view: View, row: number): string {
  const column = view.filled(row)[0];
  return column === undefined ? "" : view.word(row, column).replace(colonBehind, "");
}

const colonBehind = /[:：]$/;

/** A row that can only stand at the head of a form: its title, or the label of the project or department. */
export function startsForm(view: View, template: TableTemplate, row: number): boolean {
  const filled = view.filled(row);
  if (filled.length === 0) return false;
  if (filled.length <= 2 && isTitle(view.word(row, filled[0]!), template)) return true;
  const word = view.word(row, filled[0]!);
  const label = labelWord(/[:：]/.test(word) ? word.slice(0, word.search(/[:：]/)) : word);
  const role = label.length <= 24 ? firstRoleOf(template.fields, label) : null;
  return role === "project-name" || role === "department" || role === "unit-name";
}

/** A title of this kind of table: short, and without the look of a list of contents. */
export function isTitle(word: string, template: TableTemplate): boolean {
  return (
    word.length >= 4 &&
    word.length <= 48 &&
    matchesAny(template.titles, word) &&
    !matchesAny(template.notTitles, word) &&
    /(?:表|目标|自评|申报)(?:[(（].*[)）])?$/.test(word)
  );
}

function namesForm(view: View, template: TableTemplate, from: number, to: number): boolean {
  for (let row = from; row <= to; row++) if (startsForm(view, template, row)) return true;
  return false;
}
