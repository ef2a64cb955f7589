import { z } from "zod/mini";
import { defineCheck, groupTables, Relation, selectCells } from "../../reconcile";
import type { CheckContext, Outcome } from "../../reconcile";
import { purposeOf } from "../../tables";
import type { Line, Table } from "../../tables";
import { Exact } from "../../workbook";
import type { CellId, ExactDecimal } from "../../workbook";
import { fundsTotal } from "../composition";
import type { Basis } from "../composition";
import { certain, matchProjects } from "../match-projects";
import type { NamedAmount } from "../match-projects";
import { likeness } from "../names";
import { outcomeOf } from "../statement";
import { lineWithoutProject, projectNotInBaseData } from "./projects-sayings";

interface Amount extends NamedAmount {
  readonly cell: CellId;
  readonly labelCell: CellId;
  readonly unitExponent: number;
}

/** The groups of one body and year that hold self-evaluations of projects. */
function groupsOf(context: CheckContext<unknown>): { projects: readonly Table[]; tables: readonly Table[] }[] {
  const own = context.tables.filter((table) => table.document === undefined || table.document === "main");
  return groupTables(own).flatMap(({ tables }) => {
    const projects = tables.filter((table) => purposeOf(table) === "results" && table.blocks[0]?.subject === "project");
    return projects.length > 0 ? [{ projects, tables }] : [];
  });
}

/** A project's 年度资金总额 in one column of its funds. */
function fundsOf(context: CheckContext<unknown>, table: Table, basis: Basis): Amount | null {
  const cell = fundsTotal(context, table, basis);
  const amount = cell === undefined ? null : context.amounts.value(cell);
  const block = table.blocks[0]!;
  return cell === undefined || amount === null
    ? null
    : {
        name: block.name,
        amount: inYuan(amount, table),
        cell,
        labelCell: block.nameCell ?? cell,
        unitExponent: table.unitExponent,
      };
}

/** The same cell as a part of the whole: one that is blank counts nothing, and is not left out. */
type WholePart = Pick<Amount, "cell" | "amount" | "unitExponent">;

function fundsCell(context: CheckContext<unknown>, table: Table, basis: Basis): WholePart | null {
  const cell = fundsTotal(context, table, basis);
  return cell === undefined
    ? null
    : { cell, amount: inYuan(context.amounts.value(cell) ?? new Exact(0), table), unitExponent: table.unitExponent };
}

/**
 * The single projects of the base-data table ("一个专项一行"); its kinds (业务工作经费 …) hold projects that it does not name,
 * and a numbered line that is called like a project is this project.
 */
function linesOf(context: CheckContext<unknown>, table: Table, projects: readonly Amount[]): Amount[] {
  const isProject = ({ roles, label }: Line): boolean =>
    roles.includes("project-item") ||
    (roles.includes("project-kind") && projects.some(({ name }) => likeness(name, label) >= certain));
  return context.figures.sectionsOf(table).flatMap((figures) => {
    const column = figures.section.columns.findIndex((candidate) => candidate.roles.includes("final"));
    if (column < 0) return [];
    return figures.section.lines.flatMap((line, index): Amount[] => {
      const cell = figures.cell(index, column);
      const amount = context.amounts.value(cell);
      return isProject(line) && amount !== null && !amount.isZero()
        ? [
            {
              name: line.label,
              amount: inYuan(amount, table),
              cell,
              labelCell: line.labelCell,
              unitExponent: table.unitExponent,
            },
          ]
        : [];
    });
  });
}

function inYuan(amount: ExactDecimal, table: Table): ExactDecimal {
  return amount.times(new Exact(10).pow(table.unitExponent));
}

/**
 * Each project's 全年执行数 stands in the base-data table: a line by its name, a line of the same amount, or the sum of
 * lines. What finds no partner cannot be told, on either side.
 */
export const projectsInBaseData = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [projectNotInBaseData, lineWithoutProject],
  run(context) {
    const outcomes: Outcome[] = [];
    for (const { projects: forms, tables } of groupsOf(context)) {
      const projects = forms.flatMap((table) => fundsOf(context, table, "executed") ?? []);
      const lines = tables
        .filter((table) => purposeOf(table) === "base-data")
        .flatMap((table) => linesOf(context, table, projects));
      if (lines.length === 0) continue;
      const used = new Set<Amount>();
      const matches = matchProjects(projects, lines);
      const alone = matches.filter(({ by }) => by === "none");
      // What one project without its lines leaves over on the other side are these lines.
      const cause = alone.length === 1 ? `project-unmatched ${alone[0]!.project.cell}` : undefined;
      for (const match of matches) {
        for (const line of match.lines) used.add(line);
        if (match.by === "none")
          outcomes.push(
            outcomeOf(context, {
              outcome: "cannot-tell",
              says: projectNotInBaseData.with({ project: match.project.name }),
              cells: [match.project.cell],
              others: [match.project.labelCell],
              cause,
            }),
          );
        else addEquation(context, match.project, match.lines);
      }
      for (const line of lines)
        if (!used.has(line))
          outcomes.push(
            outcomeOf(context, {
              outcome: "cannot-tell",
              says: lineWithoutProject.with({ project: line.name }),
              cells: [line.cell],
              others: [line.labelCell],
              cause,
            }),
          );
    }
    return outcomes;
  },
});

/**
 * 项目支出 of the whole = the sum of all projects' 全年执行数 or of their 全年预算数, where only those make it: forms do not say
 * which.
 */
export const projectsMakeWhole = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  run(context) {
    for (const { projects: forms, tables } of groupsOf(context)) {
      const whole = tables.filter((table) => purposeOf(table) === "results" && table.blocks[0]?.subject !== "project");
      const [table] = whole;
      if (whole.length !== 1 || !table || forms.length < 2) continue;
      const beside = lineCell(context, table, "composition");
      if (beside === undefined) columnsMakeWhole(context, table, forms);
      else amountMakesWhole(context, table, forms, beside);
    }
  },
});

/** 项目支出 of a self-evaluation of the whole, in a section and, where it has several columns, in one of them. */
function lineCell(context: CheckContext<unknown>, table: Table, section: string, basis?: Basis): CellId | undefined {
  return selectCells(context.figures, table, {
    table: table.template.kind,
    sections: [section],
    lines: [{ roles: ["project"] }],
    columns: basis === undefined ? undefined : [{ roles: [basis] }],
  })[0];
}

function makes(context: CheckContext<unknown>, table: Table, cell: CellId, projects: readonly WholePart[]): boolean {
  const stated = inYuan(context.amounts.value(cell) ?? new Exact(0), table);
  return projects.reduce((sum, { amount }) => sum.plus(amount), new Exact(0)).equals(stated);
}

const partsBy = (context: CheckContext<unknown>, forms: readonly Table[], basis: Basis): readonly WholePart[] =>
  forms.flatMap((form) => fundsCell(context, form, basis) ?? []);

/** One amount, beside its label. */
function amountMakesWhole(context: CheckContext<unknown>, table: Table, forms: readonly Table[], cell: CellId): void {
  if (context.amounts.value(cell) === null) return;
  const executed = partsBy(context, forms, "executed");
  const budgeted = partsBy(context, forms, "annual-budget");
  const fits = (parts: readonly WholePart[]): boolean => makes(context, table, cell, parts);
  const projects = !fits(executed) && fits(budgeted) ? budgeted : executed;
  if (projects.length > 1) addEquation(context, { cell, unitExponent: table.unitExponent }, projects);
}

/** An amount in each column: where the projects make none of them, not every project has a form of its own. */
function columnsMakeWhole(context: CheckContext<unknown>, table: Table, forms: readonly Table[]): void {
  const columns = (["initial-budget", "annual-budget", "executed"] as const).flatMap((basis) => {
    const cell = lineCell(context, table, "funds", basis);
    const parts = partsBy(context, forms, basis);
    const isWritten = cell !== undefined && context.amounts.value(cell) !== null && parts.length > 1;
    return isWritten ? [{ cell, parts, fits: makes(context, table, cell, parts) }] : [];
  });
  if (!columns.some(({ fits }) => fits)) return;
  for (const { cell, parts } of columns) addEquation(context, { cell, unitExponent: table.unitExponent }, parts);
}

function addEquation(
  context: CheckContext<unknown>,
  left: Pick<Amount, "cell" | "unitExponent">,
  right: readonly Pick<Amount, "cell" | "unitExponent">[],
): void {
  context.store.open(context.rule.id, Relation.Equal, context.options);
  context.store.left(left.cell);
  for (const part of right) context.store.right(part.cell, part.unitExponent - left.unitExponent);
  context.store.close();
}
