import type { CellId } from "../../workbook";
import type { LayoutInput, TableContent } from "../layout";
import { readBody, readUnit, readUnitAbove, readYear } from "../preamble";
import { gridOf } from "../grid";
import { headerColumnsOf } from "../header-columns";
import type { Evidence, Field, HeaderColumn, Table } from "../table";
import type { TableTemplate } from "../template";
import { pointsName, pointsSection, printedLevelPoints } from "./points-section";
import { figureSection, readForm } from "./targets-form";
import type { IndicatorHeader } from "./targets-header";
import { readList } from "./targets-list";
import { cutIntoForms, isTitle } from "./targets-segments";
import type { FormSegment } from "./targets-segments";
import { readTasks } from "./targets-tasks";
import { roleIdsOf } from "../roles";
import { View } from "../view";

/**
 * Every table of 绩效目标 in the rows given, from the top: one list, or one or more forms; none where no header names the
 * levels of indicators.
 */
export function readAllTargets(input: LayoutInput): TableContent[] {
  const view = new View(input);
  const further = (input.pages ?? []).map(
    (page) => new View({ ...input, ...page, columns: page.columns, pages: undefined }),
  );
  const list = readList([view, ...further], input.template);
  if (list) {
    if (resultRoles.some((role) => list.header.columns.has(role))) return [];
    const head = readHead(view, input.template, view.first, list.header.top - 1);
    const sections = list.section.columns.length > 0 ? [list.section] : [];
    return [
      {
        ...head,
        unit: head.unit ?? unitOfHeader(list.header),
        ...describe(view, input.template, list.header, [], head.title, false),
        area: areaOf(view, view.first, view.last),
        sections,
        fields: [],
        blocks: list.blocks,
        embedded: printedLevelPoints(list.blocks.flatMap(({ indicators }) => indicators)),
      },
    ];
  }
  const forms = cutIntoForms(view, input.template).filter(
    (form) => !form.headers.some((header) => resultRoles.some((role) => header.columns.has(role))),
  );
  const contents = forms.map((form) => readTargetForm(view, input.template, form));
  return further.reduce((found, page) => withPage(found, page, input.template), contents);
}

/**
 * The indicators of a further page belong to the last form. Its 分值 stand on several sheets then: they are no one
 * section.
 */
function withPage(contents: readonly TableContent[], page: View, template: TableTemplate): TableContent[] {
  const last = contents.at(-1);
  const block = last?.blocks[0];
  if (!last || !block) return [...contents];
  const more = cutIntoForms(page, template).flatMap((form) => form.indicators);
  if (more.length === 0) return [...contents];
  const joined: TableContent = {
    ...last,
    sections: last.sections.filter(({ name }) => name !== pointsName),
    embedded: new Map([...last.embedded, ...printedLevelPoints(more)]),
    blocks: [{ ...block, indicators: [...block.indicators, ...more] }],
  };
  return [...contents.slice(0, -1), joined];
}

function readTargetForm(view: View, template: TableTemplate, form: FormSegment): TableContent {
  const { block, fields, figures } = readForm(view, template, form);
  const head = readHead(view, template, form.from, form.headEnd);
  const sections =
    figures.length > 0 ? [figureSection(view, figures, "main", block.subject === "project" ? "project" : "unit")] : [];
  const line = sections[0]?.lines.findIndex((candidate) => candidate.roles.includes("total")) ?? -1;
  const tasks = block.subject === "project" ? null : readTasks(view, form.from, form.headEnd);
  if (tasks) sections.push(tasks);
  const embedded = new Map<CellId, string>(
    figures.flatMap((figure) => (figure.embedded === null ? [] : [[figure.labelCell, figure.embedded] as const])),
  );
  const points = pointsSection(view, form, fields);
  if (points) {
    sections.push(points.section);
    for (const [cell, amount] of points.embedded) embedded.set(cell, amount);
  }
  return {
    ...head,
    ...bodyNamed(fields, head),
    ...describe(view, template, form.headers[0]!, fields, head.title, true),
    area: areaOf(view, form.from, form.to),
    sections,
    fields,
    blocks: [line >= 0 ? { ...block, line } : block],
    embedded,
  };
}

/**
 * The body a form is about: its department, else its unit ("219001-某镇人民政府" has its code in front), else what stands
 * above.
 */
export function bodyNamed(
  fields: readonly Field[],
  head: Pick<TableContent, "body" | "bodyCode">,
): Pick<TableContent, "body" | "bodyCode"> {
  const named = ["department", "unit-name"]
    .map((role) => fields.find((field) => field.role === role && field.text !== "")?.text)
    .find((text) => text !== undefined);
  if (named === undefined) return { body: head.body, bodyCode: head.bodyCode };
  const { name, code } = readBody(named);
  return { body: name ?? head.body, bodyCode: code ?? head.bodyCode };
}

/** Title, year, unit and body out of the rows above a header. */
export function readHead(
  view: View,
  template: TableTemplate,
  from: number,
  to: number,
): Pick<TableContent, "title" | "year" | "unit" | "body" | "bodyCode"> {
  let title: string | null = null;
  let year: number | null = null;
  let unit: string | null = null;
  let body: string | null = null;
  let bodyCode: string | null = null;
  for (let row = from; row <= to; row++) {
    const filled = view.filled(row);
    for (const column of filled) {
      const word = view.word(row, column);
      if (word.length > 60) continue;
      if (title === null && isTitle(word, template)) title = view.written(row, column);
      if (title !== null || filled.length <= 2) year = year ?? readYear(word);
      unit = unit ?? readUnitAbove(word);
      const labelled =
        /^(?:预算)?(?:部门|单位|填报单位|编制单位|填报部门|预算部门)(?:\(.*?\))?(?:名称)?(?:\(.*?章\))?[::](.+)$/.exec(
          word,
        );
      if (!labelled || body !== null || readUnit(word) !== null) continue;
      const read = readBody(labelled[1]!);
      body = read.name;
      bodyCode = read.code;
    }
  }
  return { title, year, unit, body, bodyCode };
}

/** "预算金额（万元）": the unit that the words of a header name. */
export function unitOfHeader(header: Pick<IndicatorHeader, "paths">): string | null {
  for (const path of header.paths)
    for (const word of path) if (readUnit(word) !== null && !/度量|计量/.test(word)) return readUnit(word);
  return null;
}

/** Roles that only a table with results has: such a table is an evaluation, whatever its other columns. */
export const resultRoles = ["actual", "score"] as const;

/**
 * Evidence, and the share of what the template requires that was found: columns in the header, fields in the head of a
 * form.
 */
export function describe(
  view: View,
  template: TableTemplate,
  header: IndicatorHeader,
  fields: readonly Field[],
  title: string | null,
  isForm: boolean,
): Pick<TableContent, "evidence" | "confidence" | "headerColumns"> {
  const words = [...new Set([...header.columns.values()].map((column) => header.paths[column]?.at(-1) ?? ""))].filter(
    (word) => word !== "",
  );
  const evidence: Evidence[] = [{ code: "header", words }];
  if (title !== null) evidence.unshift({ code: "title", words: [title] });
  const columns = (template.columns ?? []).filter((role) => role.required === true);
  const places = isForm ? (template.fields ?? []).filter((role) => role.required === true) : [];
  const found =
    columns.filter((role) => header.columns.has(role.role)).length +
    places.filter((role) => fields.some((field) => field.role === role.role)).length;
  return {
    evidence,
    headerColumns: indicatorColumns(view, template, header),
    confidence: columns.length + places.length === 0 ? 0.5 : found / (columns.length + places.length),
  };
}

/**
 * The columns of indicators (and of the list they stand in); those of the same indicators once more are read as
 * well.
 */
function indicatorColumns(view: View, template: TableTemplate, header: IndicatorHeader): HeaderColumn[] {
  const roles = template.columns;
  const { top, bottom, paths } = header;
  return headerColumnsOf(
    { grid: gridOf(view.sheet), rows: [top, bottom], left: 0, paths },
    (column) => roleIdsOf(roles, paths[column]!.at(-1) ?? "").length > 0,
  );
}

/** Sheet area of grid rows, over the columns that are seen. */
export function areaOf(view: View, from: number, to: number): Table["area"] {
  const { rows, columns } = view.sheet;
  return {
    top: rows[from] ?? 0,
    left: columns[view.left] ?? 0,
    bottom: rows[to] ?? 0,
    right: columns[view.right] ?? 0,
  };
}
