import type { CellId } from "../../workbook";
import type { LayoutInput, TableContent } from "../layout";
import type { Section } from "../table";
import type { TableTemplate } from "../template";
import { pointsSection } from "./points-section";
import { readFunds } from "./evaluation-form-funds";
import { byProject } from "./project-column";
import { readFormFigures } from "./targets-fields";
import { figureSection, readForm } from "./targets-form";
import { cutIntoForms } from "./targets-segments";
import type { FormSegment } from "./targets-segments";
import { areaOf, bodyNamed, describe, readHead } from "./targets";
import { View } from "../view";

/**
 * Every 绩效自评表 in the rows given, from the top, one a form; a table without 得分 (绩效监控) is none. Section "funds": the rows
 * of 年度资金总额 and its parts × 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分. Section "composition": amounts by source and by nature
 * that stand beside or inside their labels and belong to no column. Section "points": see `pointsSection`.
 */
export function readAllEvaluationForms(input: LayoutInput): TableContent[] {
  const view = new View(input);
  return cutIntoForms(view, input.template)
    .filter((form) => form.headers.some((header) => header.columns.has("score")))
    .flatMap((form) => readList(view, input.template, form) ?? [readOne(view, input.template, form)]);
}

/** A list with the project in a column: a table a project, under the head of the list. Null for a form. */
function readList(view: View, template: TableTemplate, form: FormSegment): TableContent[] | null {
  const projects = byProject(view, form);
  if (!projects) return null;
  const head = readHead(view, template, form.from, form.headEnd);
  return projects.map(({ name, cell, from, to, indicators, fields }, at): TableContent => {
    const points = pointsSection(view, { ...form, indicators: [...indicators] }, fields);
    return {
      ...head,
      ...describe(view, template, form.headers[0]!, [], head.title, false),
      area: areaOf(view, at === 0 ? form.from : from, to),
      sections: points ? [points.section] : [],
      fields,
      blocks: [{ subject: "project", name, nameCell: cell, code: null, line: null, fields, indicators }],
      embedded: points?.embedded ?? new Map(),
    };
  });
}

function readOne(view: View, template: TableTemplate, form: FormSegment): TableContent {
  const { block: plain, fields: places } = readForm(view, template, form);
  const head = readHead(view, template, form.from, form.headEnd);
  const funds = readFunds(view, template, form.from, form.headEnd);
  const fields = [...places, ...(funds?.fields ?? [])];
  const block = { ...plain, fields };
  const sections: Section[] = funds ? [...funds.sections] : [];
  const figures = readFormFigures(view, template, form.from, form.headEnd).filter(
    (figure) => !funds?.rows.has(figure.row),
  );
  if (figures.length > 0) sections.push(figureSection(view, figures, "composition", "grand-total"));
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
    blocks: [block],
    embedded,
  };
}
