import type { LayoutInput, TableContent } from "../layout";
import type { Field } from "../table";
import type { TableTemplate } from "../template";
import { readFunds } from "./evaluation-form-funds";
import { monitoredUntil } from "./monitored-period";
import { byProject } from "./project-column";
import { areaOf, bodyNamed, describe, readHead } from "./targets";
import { readForm } from "./targets-form";
import type { IndicatorHeader } from "./targets-header";
import { cutIntoForms } from "./targets-segments";
import type { FormSegment } from "./targets-segments";
import { View } from "../view";

/**
 * Every 绩效运行监控表 in the rows given, from the top: forms of one project each, or a list with the project in a column. An
 * indicator's "actual" is what was done by then; the field "until" says by which month, where a heading or the title
 * does. Section "funds": as of a 自评表, with the period's 执行数 as "executed". A table with 得分 is a 自评表 and none of these.
 */
export function readAllMonitoring(input: LayoutInput): TableContent[] {
  const view = new View(input);
  return cutIntoForms(view, input.template)
    .filter(
      (form) =>
        form.headers.some((header) => header.columns.has("actual")) &&
        !form.headers.some((header) => header.paths.some((path) => /^(?:自评)?得分$/.test(path.at(-1) ?? ""))),
    )
    .map((form) => readOne(view, input.template, form));
}

function readOne(view: View, template: TableTemplate, form: FormSegment): TableContent {
  const { block: plain, fields: places } = readForm(view, template, form);
  const head = readHead(view, template, form.from, form.headEnd);
  const funds = readFunds(view, template, form.from, form.headEnd);
  const until = untilOf(view, form.headers[0]!, head.title);
  const fields = [...places, ...(funds?.fields ?? []), ...(until ? [until] : [])];
  return {
    ...head,
    ...bodyNamed(fields, head),
    ...describe(view, template, form.headers[0]!, fields, head.title, !form.headers[0]!.columns.has("project-name")),
    area: areaOf(view, form.from, form.to),
    sections: funds?.sections ?? [],
    fields,
    blocks: byProject(view, form)?.map(({ name, cell, indicators }) => ({
      ...plain,
      fields,
      subject: "project" as const,
      name,
      nameCell: cell,
      indicators,
    })) ?? [{ ...plain, fields }],
    embedded: new Map(),
  };
}

/** The month that the column of results, else the title, speaks of. */
function untilOf(view: View, header: IndicatorHeader, title: string | null): Field | null {
  const column = header.columns.get("actual")!;
  const path = header.paths[column] ?? [];
  const row = path.length === 0 ? header.top : header.bottom;
  const place = view.anchor(row, column);
  const until =
    path.reduceRight((found: number | null, word) => found ?? monitoredUntil(word), null) ??
    (title === null ? null : monitoredUntil(title.replace(/20\d\d年?度/, "")));
  return until === null
    ? null
    : { role: "until", label: path.at(-1) ?? "", cell: view.cell(place.row, place.column), text: String(until) };
}
