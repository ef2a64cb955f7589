import type { CellId } from "../../workbook";
import type { Field, IndicatorBlock, Line, Page, Section } from "../table";
import type { TableTemplate } from "../template";
import { projectInTitle } from "./project-in-title";
import { withPartsBeside } from "./funds-parts";
import { partsBySource } from "./targets-amounts";
import { readFields, readFormFigures } from "./targets-fields";
import type { FormFigure } from "./targets-fields";
import { normalise } from "../normalise";
import type { FormSegment, SumRow } from "./targets-segments";
import { coordinatesOf } from "../view";
import type { View } from "../view";

/** What one form says: its block of indicators, its amounts, the amounts inside labels. */
export interface FormContent {
  readonly block: IndicatorBlock;
  readonly fields: readonly Field[];
  readonly figures: readonly FormFigure[];
}

/**
 * Read the head of a form and make its block. A project's form is named by its project (in the title, where no field
 * names it), any other by its department or unit.
 */
export function readForm(view: View, template: TableTemplate, form: FormSegment): FormContent {
  const printed = [...totals(view, form.total, "total"), ...totals(view, form.indicatorsTotal, "indicators")];
  const own = new Set(printed.map(({ role }) => role));
  const head = readFields(view, template, form.from, form.headEnd).filter((field) => isHead(field, own));
  const fields = [...head, ...printed];
  const isProject = (template.fields ?? []).some((field) => field.role === "project-name");
  const named = nameOf(view, form, fields, isProject);
  const code = fields.find((field) => field.role === (isProject ? "project-code" : "unit-code"))?.text ?? null;
  const block: IndicatorBlock = {
    subject: isProject ? "project" : "department",
    name: named?.name ?? "",
    nameCell: named?.cell ?? null,
    code: code === "" ? null : code,
    line: null,
    fields,
    indicators: form.indicators,
  };
  return { block, fields, figures: readFormFigures(view, template, form.from, form.headEnd) };
}

/** What a form is named by, and the cell that says so; null where nothing names it. */
function nameOf(
  view: View,
  form: FormSegment,
  fields: readonly Field[],
  isProject: boolean,
): { readonly name: string; readonly cell: CellId } | null {
  const naming = isProject ? ["project-name"] : ["department", "unit-name"];
  for (const role of naming) {
    const field = fields.find((one) => one.role === role && one.text !== "");
    if (field !== undefined) return { name: field.text, cell: field.cell };
  }
  return isProject ? projectInTitle(view, form.from, form.headEnd) : null;
}

/** "自评总分" in the head of a form counts where the form has no such row, and where a mark stands beside it. */
function isHead({ role, text }: Field, printed: ReadonlySet<string>): boolean {
  return role !== "total-score" || (!printed.has(role) && /^\d+(?:\.\d+)?分?$/.test(normalise(text)));
}

/**
 * A row of sums as fields, "total-points" and "total-score" of 总分, "indicators-points" and "indicators-score" of 指标合计,
 * where the header has those columns.
 */
function totals(view: View, sum: SumRow | null, of: "total" | "indicators"): Field[] {
  if (!sum) return [];
  const { row, header } = sum;
  const label = view.written(row, view.filled(row)[0]!);
  return (["points", "score"] as const).flatMap((role) => {
    const column = header.columns.get(role);
    // Forms leave the 分值 of 总分 blank; a blank 得分 is asked for.
    const isLeft =
      column === undefined || view.covered(row, column) || (role === "points" && view.word(row, column) === "");
    return isLeft
      ? []
      : [{ role: `${of}-${role}`, label, cell: view.cell(row, column), text: view.written(row, column) }];
  });
}

/**
 * Amounts of a form as a section: one column "amount", one line a figure. Figures stand anywhere in a form, so each
 * grid column that holds some is a page of its own. Amounts under a second total add up among themselves; their roles
 * begin with "term-" (the whole term's) or "beside-".
 */
export function figureSection(view: View, figures: readonly FormFigure[], name: string, subject: string): Section {
  const columns = [...new Set(figures.map((figure) => figure.column))].sort((a, b) => a - b);
  const pages: Page[] = columns.map((column) => ({ sheet: view.sheet, positions: [column] }));
  const lines: Line[] = [];
  for (const group of groupsByTotal(view, figures)) {
    const offset = lines.length;
    const total = group.figures.findIndex((figure) => figure.roles.includes("total"));
    const parts = partsBySource(
      group.figures.map((figure) => ({ roles: figure.roles, ofWhich: figure.label.startsWith("其中") })),
    );
    group.figures.forEach((figure, at) => {
      const { parent, part } = parts[at]!;
      const roles = at === total ? [...figure.roles, subject] : figure.roles;
      lines.push({
        page: columns.indexOf(figure.column),
        position: figure.row,
        label: figure.label,
        labelCell: figure.labelCell,
        code: null,
        roles: roles.map((role) => group.prefix + role),
        parent: parent === null ? null : parent + offset,
        part,
        repeats: null,
      });
    });
  }
  const column = { path: ["金额"], roles: ["amount", "total"], parent: null, part: "sum" } as const;
  return withPartsBeside({ name, pages, columns: [column], lines });
}

const wholeTerm = /实施期|中期|中长期|总体/;
const thisYear = /年度|当年|本年/;

/** Amounts that share a total; those of the first group are the form's own. */
interface AmountGroup {
  readonly figures: readonly FormFigure[];
  /** Put in front of the roles, so that nobody takes them for the form's own. */
  readonly prefix: string;
}

/**
 * Forms print amounts of the whole term beside those of the year (实施期资金总额, 年度资金总额), and income beside expenditure, each
 * under a total of its own: an amount goes with the nearest total at or to the left of its label.
 */
function groupsByTotal(view: View, figures: readonly FormFigure[]): AmountGroup[] {
  const totals = figures.filter((figure) => figure.roles.includes("total"));
  if (totals.length < 2) return [{ figures, prefix: "" }];
  const place = (figure: FormFigure): { row: number; column: number } => coordinatesOf(view, figure.labelCell);
  const nearest = (figure: FormFigure): FormFigure => {
    const own = place(figure);
    const distance = (total: FormFigure): number =>
      (own.column - place(total).column) * 1000 + Math.abs(own.row - place(total).row);
    return (
      totals.filter((total) => place(total).column <= own.column).sort((a, b) => distance(a) - distance(b))[0] ??
      totals[0]!
    );
  };
  const own =
    totals.find((total) => thisYear.test(total.label)) ??
    totals.find((total) => !wholeTerm.test(total.label)) ??
    totals[0]!;
  return [own, ...totals.filter((total) => total !== own)].map((total) => ({
    figures: figures.filter((figure) => (figure.roles.includes("total") ? figure : nearest(figure)) === total),
    prefix: total === own ? "" : wholeTerm.test(total.label) ? "term-" : "beside-",
  }));
}
