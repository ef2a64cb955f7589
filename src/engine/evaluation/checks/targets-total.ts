import {
  addComparison,
  addExplained,
  bothSides,
  defineCheck,
  isListOfAll,
  judgeEquation,
  Relation,
  sidesSchema,
  Verdict,
} from "../../reconcile";
import type { CheckContext, UnitCell } from "../../reconcile";
import { isOwn, listedAmounts, projectsWithTargets } from "../listed-projects";
import type { ListedAmounts } from "../listed-projects";

/**
 * The total of the projects' targets is 项目支出 of the whole. Where the workbook lists all projects, those of its rows
 * that have no targets are added: not every project must publish some.
 */
export const targetsTotalAgrees = defineCheck({
  scope: "group",
  parameters: sidesSchema,
  run(context) {
    const sides = bothSides(context);
    if (sides === null) return;
    const rest = withoutTargets(context);
    if (rest.length === 0) addExplained(context, Relation.Equal, sides.left, sides.right, null);
    else addComparison(context, Relation.Equal, sides.left, [...sides.right, ...rest]);
  },
});

/** The amounts of the projects that have no targets, as a list of all prints them. */
function withoutTargets(context: CheckContext<unknown>): UnitCell[] {
  const lists = context.tables.filter((table) => isOwn(table) && isListOfAll(table));
  const [list] = lists;
  if (list === undefined || lists.length > 1) return [];
  for (const projects of projectsWithTargets(context)) {
    const listed = listedAmounts(context, list, projects);
    if (listed !== null && listed.rows.length === projects.length) {
      const rest = otherRows(context, listed).map((cell) => ({ cell, unitExponent: list.unitExponent }));
      if (makeTotal(context, listed, rest)) return rest;
    }
  }
  return [];
}

/** Figures of the rows that nothing adds up to and that name none of the projects. */
function otherRows({ amounts }: CheckContext<unknown>, { rows, column }: ListedAmounts): number[] {
  const { figures } = rows[0]!;
  const named = new Set(rows.map(({ line }) => line));
  const wholes = new Set(figures.section.lines.map(({ parent }) => parent));
  return figures.section.lines.flatMap(({ repeats, roles }, line) => {
    const isProject = repeats === null && !wholes.has(line) && !named.has(line) && !roles.includes("grand-total");
    const cell = isProject ? figures.cell(line, column) : -1;
    return cell < 0 || amounts.value(cell) === null ? [] : [cell];
  });
}

/** Do these and the projects with targets make the list's total? */
function makeTotal(
  context: CheckContext<unknown>,
  { rows, column }: ListedAmounts,
  rest: readonly UnitCell[],
): boolean {
  const { figures } = rows[0]!;
  const total = figures.section.lines.findIndex(({ roles }) => roles.includes("grand-total"));
  const unitExponent = figures.table.unitExponent;
  const parts = [...rows.map(({ line }) => ({ cell: figures.cell(line, column), unitExponent })), ...rest];
  if (total < 0) return false;
  const whole = { cell: figures.cell(total, column), unitExponent };
  const equation = addComparison(context, Relation.Equal, [whole], parts);
  if (equation < 0) return false;
  const { verdict } = judgeEquation(context.store, equation, context.amounts);
  context.store.takeBack();
  return verdict === Verdict.Pass || verdict === Verdict.Rounding;
}
