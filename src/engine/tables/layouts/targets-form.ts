import type { Field, IndicatorBlock, Line, Page, Section } from "../table";
import type { TableTemplate } from "../template";
import { partsBySource } from "./targets-amounts";
import { readFields, readFormFigures } from "./targets-fields";
import type { FormFigure } from "./targets-fields";
import type { FormSegment } from "./targets-segments";
import { coordinatesOf } from "./targets-view";
import type { View } from "./targets-view";

/** What one form says: its block of indicators, its amounts, the amounts inside labels. */
export interface FormContent {
  readonly block: IndicatorBlock;
  readonly fields: readonly Field[];
  readonly figures: readonly FormFigure[];
}

/** Read the head of a form and make its block. A project's form is named by its project, any other by its department or unit. */
export function readForm(view: View, template: TableTemplate, form: FormSegment): FormContent {
  const fields = [...readFields(view, template, form.from, form.headEnd), ...totals(view, form)];
  const isProject = (template.fields ?? []).some((field) => field.role === "project-name");
  const naming = isProject ? ["project-name"] : ["department", "unit-name"];
  const named = naming.map((role) => fields.find((field) => field.role === role && field.text !== "")).find((field) => field !== undefined);
  const code = fields.find((field) => field.role === (isProject ? "project-code" : "unit-code"))?.text ?? null;
  const block: IndicatorBlock = {
    subject: isProject ? "project" : "department",
    name: named?.text ?? "",
    nameCell: named?.cell ?? null,
    code: code === "" ? null : code,
    line: null,
    fields,
    indicators: form.indicators,
  };
  return { block, fields, figures: readFormFigures(view, template, form.from, form.headEnd) };
}

/** The 总分 row as fields: "total-points" and "total-score", where the header has those columns. */
function totals(view: View, form: FormSegment): Field[] {
  if (!form.total) return [];
  const { row, header } = form.total;
  const label = view.written(row, view.filled(row)[0]!);
  return (["points", "score"] as const).flatMap((role) => {
    const column = header.columns.get(role);
    return column === undefined || view.covered(row, column) ? [] : [{ role: `total-${role}`, label, cell: view.cell(row, column), text: view.written(row, column) }];
  });
}

/**
 * Amounts of a form as a section: one column "amount", one line a figure. Figures stand anywhere in a form, so each
 * grid column that holds some is a page of its own. Amounts of the whole term beside those of the year (实施期资金总额) add up
 * among themselves; their roles begin with "term-".
 */
export function figureSection(view: View, figures: readonly FormFigure[], name: string, subject: string): Section {
  const columns = [...new Set(figures.map((figure) => figure.column))].sort((a, b) => a - b);
  const pages: Page[] = columns.map((column) => ({ sheet: view.sheet, positions: [column] }));
  const { year, term } = splitTerms(view, figures);
  const lines = [...linesOf(year, (roles) => roles, 0), ...linesOf(term, (roles) => roles.map((role) => `term-${role}`), year.length)];

  function linesOf(members: readonly FormFigure[], named: (roles: readonly string[]) => readonly string[], offset: number): Line[] {
    const total = members.findIndex((figure) => figure.roles.includes("total"));
    const parts = partsBySource(members.map((figure) => ({ roles: figure.roles, ofWhich: figure.label.startsWith("其中") })));
    return members.map((figure, at) => ({
      page: columns.indexOf(figure.column),
      position: figure.row,
      label: figure.label,
      labelCell: figure.labelCell,
      code: null,
      roles: named(at === total ? [...figure.roles, subject] : figure.roles),
      parent: parts[at]!.parent === null ? null : parts[at]!.parent + offset,
      part: parts[at]!.part,
      repeats: null,
    }));
  }

  return { name, pages, columns: [{ path: ["金额"], roles: ["amount", "total"], parent: null, part: "sum" }], lines };
}

const wholeTerm = /实施期|中期|中长期|总体/;

/** Amounts of the whole term and of the year, each with the total that stands above them or to their left. */
function splitTerms(view: View, figures: readonly FormFigure[]): { year: readonly FormFigure[]; term: readonly FormFigure[] } {
  const totals = figures.filter((figure) => figure.roles.includes("total"));
  if (totals.length < 2 || !totals.some((total) => wholeTerm.test(total.label)) || totals.every((total) => wholeTerm.test(total.label))) return { year: figures, term: [] };
  const columnOf = (figure: FormFigure): number => coordinatesOf(view, figure.labelCell).column;
  const ofTerm = (figure: FormFigure): boolean => {
    const nearest = totals.filter((total) => columnOf(total) <= columnOf(figure)).sort((a, b) => columnOf(b) - columnOf(a))[0];
    return nearest !== undefined && wholeTerm.test(nearest.label);
  };
  return { year: figures.filter((figure) => !ofTerm(figure)), term: figures.filter(ofTerm) };
}
