import { z } from "zod/mini";
import { defineCheck } from "../../reconcile";
import type { CheckContext } from "../../reconcile";
import { purposeOf } from "../../tables";
import { approvedFor } from "../approved-targets";
import { fundsTotal } from "../composition";
import { isOwn, listedAmounts, projectsWithTargets } from "../listed-projects";
import { plainName } from "../names";
import { addPair, agrees, amountOf, amountsBySource } from "../project-amounts";
import type { Pair } from "../project-amounts";

/** So many pairs that agree allow for one more that does not. */
const agreeingForDiffering = 2;

/**
 * Are these figures told of the same money? The figures themselves must say so: some agree, and most do. Where they
 * mean something else (a part of the money, another year's), hardly any would.
 */
function areTheSame(context: CheckContext<unknown>, pairs: readonly Pair[]): boolean {
  const agreeing = pairs.filter((pair) => agrees(context, pair)).length;
  const differing = pairs.length - agreeing;
  return differing < agreeing && differing <= Math.max(1, Math.floor(agreeing / agreeingForDiffering));
}

function addEquations(context: CheckContext<unknown>, pairs: readonly Pair[]): void {
  for (const pair of pairs) addPair(context, pair);
}

/**
 * A list of projects that no template knows (项目支出情况表, 项目绩效目标汇总表) says the amounts of the single targets. Rows are found
 * by the project's code or name, wherever it stands in them.
 */
export const projectListsEqualTargets = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  run(context) {
    const lists = context.tables.filter((one) => isOwn(one) && one.template.lastResort === true);
    if (lists.length === 0) return;
    for (const projects of projectsWithTargets(context))
      for (const list of lists) addEquations(context, listedAmounts(context, list, projects)?.pairs ?? []);
  },
});

/** A project's targets in a table of their own, and in the list of all projects, where both are of one year. */
function formsAndLists(context: CheckContext<unknown>): Pair[][] {
  const targets = context.tables.filter((one) => isOwn(one) && purposeOf(one) === "targets");
  const listed = targets.filter(({ blocks }) => blocks.length > 1);
  return targets
    .filter(({ blocks }) => blocks.length === 1 && blocks[0]!.subject === "project" && blocks[0]!.name !== "")
    .flatMap((form) => {
      const name = plainName(form.blocks[0]!.name);
      const same = listed
        .filter(({ year }) => year === form.year)
        .flatMap((list) =>
          list.blocks.filter((block) => plainName(block.name) === name).map((block) => ({ list, block })),
        );
      if (same.length !== 1) return [];
      const own = amountsBySource(context, form, form.blocks[0]!);
      const other = amountsBySource(context, same[0]!.list, same[0]!.block);
      return [[...own].flatMap(([role, left]) => (other.has(role) ? [{ left, right: other.get(role)! }] : []))];
    });
}

/** The form of a project and its line in the list of all projects say the same amounts, where most of them do. */
export const projectFormsEqualLists = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  run(context) {
    const pairs = formsAndLists(context).flat();
    if (areTheSame(context, pairs)) addEquations(context, pairs);
  },
});

/** 年初预算数 of each project's self-evaluation is the amount of its approved targets, where most are. */
export const initialBudgetEqualsTargets = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  run(context) {
    const pairs = context.tables
      .filter((table) => isOwn(table) && purposeOf(table) === "results" && table.blocks[0]?.subject === "project")
      .flatMap((table): Pair[] => {
        const block = table.blocks[0]!;
        const cell = fundsTotal(context, table, "initial-budget");
        const approved = approvedFor(context.tables, table, block);
        const amount = approved === null ? null : amountOf(context, approved.table, approved.block);
        const isWritten = cell !== undefined && context.amounts.value(cell) !== null;
        return isWritten && amount !== null
          ? [{ left: { cell, unitExponent: table.unitExponent }, right: amount }]
          : [];
      });
    if (areTheSame(context, pairs)) addEquations(context, pairs);
  },
});
