import { z } from "zod/mini";
import { defineCheck, Relation } from "../../reconcile";
import type { CheckContext } from "../../reconcile";
import { purposeOf } from "../../tables";
import type { IndicatorBlock, Section, Table } from "../../tables";
import { CellKind, Exact } from "../../workbook";
import type { CellId, ExactDecimal } from "../../workbook";
import { approvedFor } from "../approved-targets";
import { fundsTotal } from "../composition";
import { plainName } from "../names";

/** An amount of a project, and the same amount as another table should say it. */
interface Pair {
  readonly left: Amount;
  readonly right: Amount;
}

interface Amount {
  readonly cell: CellId;
  readonly unitExponent: number;
}

/** So many pairs that agree allow for one more that does not. */
const agreeingForDiffering = 2;

/**
 * Are these figures told of the same money? The figures themselves must say so: some agree, and most do. Where they
 * mean something else (a part of the money, another year's), hardly any would.
 */
function areTheSame(context: CheckContext<unknown>, pairs: readonly Pair[]): boolean {
  const agreeing = agreeingIn(context, pairs);
  const differing = pairs.length - agreeing;
  return differing < agreeing && differing <= Math.max(1, Math.floor(agreeing / agreeingForDiffering));
}

function agreeingIn(context: CheckContext<unknown>, pairs: readonly Pair[]): number {
  const inYuan = ({ cell, unitExponent }: Amount): ExactDecimal =>
    (context.amounts.value(cell) ?? new Exact(0)).times(new Exact(10).pow(unitExponent));
  return pairs.filter(({ left, right }) => inYuan(left).equals(inYuan(right))).length;
}

function addEquations(context: CheckContext<unknown>, pairs: readonly Pair[]): void {
  for (const { left, right } of pairs) {
    context.store.open(context.rule.id, Relation.Equal, context.options);
    context.store.left(left.cell);
    context.store.right(right.cell, right.unitExponent - left.unitExponent);
    context.store.close();
  }
}

/** The amount of a project's targets: the total of its form, or of its line in a list. Null where it is not written. */
function amountOf(context: CheckContext<unknown>, table: Table, block: IndicatorBlock): Amount | null {
  const figures = context.figures.sectionsOf(table).find(({ section }) => section.name === "main");
  const column = figures?.section.columns.findIndex(({ roles }) => roles.includes("total")) ?? -1;
  if (!figures || block.line === null || column < 0) return null;
  const cell = figures.cell(block.line, column);
  return cell < 0 || context.amounts.value(cell) === null ? null : { cell, unitExponent: table.unitExponent };
}

const isOwn = ({ document = "main" }: Table): boolean => document === "main";

/** The amounts of all projects with targets, by plain name; names that two projects have are left out. */
function amountsByName(context: CheckContext<unknown>): ReadonlyMap<string, Amount> {
  const found = new Map<string, Amount | null>();
  for (const table of context.tables.filter((one) => isOwn(one) && purposeOf(one) === "targets"))
    for (const block of table.blocks) {
      if (block.subject !== "project" || block.name === "") continue;
      const name = plainName(block.name);
      found.set(name, found.has(name) ? null : amountOf(context, table, block));
    }
  return new Map([...found].flatMap(([name, amount]) => (amount === null ? [] : [[name, amount] as const])));
}

/**
 * A list of projects that no template knows (项目支出情况表, 项目绩效目标汇总表) says the amounts of the single targets: in the column
 * in which most of them agree. Rows are found by the project's name, wherever it stands in them.
 */
export const projectListsEqualTargets = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  run(context) {
    const projects = amountsByName(context);
    if (projects.size === 0) return;
    for (const table of context.tables.filter((one) => isOwn(one) && one.template.lastResort === true)) {
      const columns = table.sections.flatMap((section) => columnsOf(context, table, section, projects));
      const best = columns.reduce<readonly Pair[]>(
        (chosen, pairs) => (agreeingIn(context, pairs) > agreeingIn(context, chosen) ? pairs : chosen),
        [],
      );
      if (areTheSame(context, best)) addEquations(context, best);
    }
  },
});

/** For each column of a list its figures beside those of the projects named in its rows. */
function columnsOf(
  context: CheckContext<unknown>,
  table: Table,
  section: Section,
  projects: ReadonlyMap<string, Amount>,
): Pair[][] {
  const figures = context.figures.sectionsOf(table).find((one) => one.section === section);
  const lines = new Map<string, number[]>();
  section.lines.forEach((line, index) => {
    if (line.repeats !== null) return;
    const { sheet } = section.pages[line.page]!;
    const width = sheet.columns.length;
    for (let at = line.position * width; at < (line.position + 1) * width; at++) {
      const name = sheet.kinds[at] === CellKind.Text ? plainName(sheet.texts[at]!) : "";
      if (projects.has(name)) return void lines.set(name, [...(lines.get(name) ?? []), index]);
    }
  });
  const single = [...lines].filter(([, found]) => found.length === 1);
  if (!figures || single.length === 0) return [];
  return section.columns.map((_, column) =>
    single.flatMap(([name, [line]]): Pair[] => {
      const cell = figures.cell(line!, column);
      const isWritten = cell >= 0 && context.amounts.value(cell) !== null;
      return isWritten ? [{ left: { cell, unitExponent: table.unitExponent }, right: projects.get(name)! }] : [];
    }),
  );
}

/** Where money comes from, as a list has columns for it and a form lines. */
const told = ["total", "fiscal-line", "general-public", "government-fund", "state-capital", "carry-over", "other"];

/** What a project's targets say of its money, by role: of its line in a list, of the lines of its form. */
function amountsByRole(
  context: CheckContext<unknown>,
  table: Table,
  block: IndicatorBlock,
): ReadonlyMap<string, Amount> {
  const figures = context.figures.sectionsOf(table).find(({ section }) => section.name === "main");
  if (!figures || block.line === null) return new Map();
  const { lines, columns } = figures.section;
  const isForm = table.blocks.length === 1 && columns.length === 1;
  const places = isForm
    ? lines.map(({ roles }, line) => ({ roles, line, column: 0 }))
    : columns.map(({ roles }, column) => ({ roles, line: block.line!, column }));
  const found = new Map<string, Amount>();
  for (const { roles, line, column } of places) {
    const cell = figures.cell(line, column);
    const role = told.find((one) => roles.includes(one));
    if (role !== undefined && !found.has(role) && cell >= 0 && context.amounts.value(cell) !== null)
      found.set(role, { cell, unitExponent: table.unitExponent });
  }
  return found;
}

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
      const own = amountsByRole(context, form, form.blocks[0]!);
      const other = amountsByRole(context, same[0]!.list, same[0]!.block);
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
