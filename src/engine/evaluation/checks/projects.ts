import { z } from "zod/mini";
import { defineCheck, groupTables, Relation, selectCells } from "../../reconcile";
import type { CheckContext, Outcome } from "../../reconcile";
import { purposeOf } from "../../tables";
import type { Table } from "../../tables";
import { Exact } from "../../workbook";
import type { CellId, ExactDecimal } from "../../workbook";
import { fundsTotal } from "../composition";
import type { Basis } from "../composition";
import { matchProjects } from "../match-projects";
import type { NamedAmount } from "../match-projects";
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

/** The single projects of the base-data table ("一个专项一行"); its kinds (业务工作经费 …) hold projects that it does not name. */
function linesOf(context: CheckContext<unknown>, table: Table): Amount[] {
  return context.figures.sectionsOf(table).flatMap((figures) => {
    const column = figures.section.columns.findIndex((candidate) => candidate.roles.includes("final"));
    if (column < 0) return [];
    return figures.section.lines.flatMap((line, index): Amount[] => {
      const cell = figures.cell(index, column);
      const amount = context.amounts.value(cell);
      return line.roles.includes("project-item") && amount !== null && !amount.isZero()
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
        .flatMap((table) => linesOf(context, table));
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
      const [cell] = selectCells(context.figures, table, {
        table: table.template.kind,
        sections: ["composition"],
        lines: [{ roles: ["project"] }],
      });
      const stated = cell === undefined ? null : context.amounts.value(cell);
      if (cell === undefined || stated === null) continue;
      const [executed, budgeted] = (["executed", "annual-budget"] as const).map((basis) =>
        forms.flatMap((form) => fundsCell(context, form, basis) ?? []),
      );
      const makes = (projects: readonly WholePart[]): boolean =>
        projects.reduce((sum, { amount }) => sum.plus(amount), new Exact(0)).equals(inYuan(stated, table));
      const projects = !makes(executed!) && makes(budgeted!) ? budgeted! : executed!;
      if (projects.length > 1) addEquation(context, { cell, unitExponent: table.unitExponent }, projects);
    }
  },
});

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
