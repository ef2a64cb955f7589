import { z } from "zod/mini";
import { defineCheck, Relation } from "../../reconcile";
import type { CheckContext, Outcome } from "../../reconcile";
import { purposeOf } from "../../tables";
import type { IndicatorBlock, Table } from "../../tables";
import { AmountState, Exact } from "../../workbook";
import type { CellId, ExactDecimal } from "../../workbook";
import { fundsTotal, nearestTo } from "../composition";
import type { Basis } from "../composition";
import { gradeOf, officialBands, plainGrade, statedBands } from "../grades";
import { readMark } from "../marks";
import { likeness, plainName } from "../names";
import { outcomeOf } from "../statement";
import { fieldOf, nameOfBlock } from "../subject";
import { amountCells } from "./rates";
import { formNotListed, gradeDiffers, rowWithoutForm, scoreOutOfRange } from "./summary-sayings";

/** Two names this alike are one project. */
const sameProject = 0.8;

const projectsOf = (table: Table): IndicatorBlock[] =>
  table.blocks.filter((block) => block.subject === "project" && block.name !== "");

function scoreOf(context: CheckContext<unknown>, block: IndicatorBlock): { cell: CellId; value: ExactDecimal } | null {
  const field = fieldOf(block, "score");
  const mark = field ? readMark(context.workbook, field.cell) : null;
  return field && mark?.kind === "mark" ? { cell: field.cell, value: mark.value } : null;
}

/** Each 得分 of a 自评汇总表 lies within 0 and the full marks. */
export const summaryScoresWithin = defineCheck({
  scope: "table",
  parameters: z.strictObject({ most: z.number() }),
  says: [scoreOutOfRange],
  run(context) {
    const most = new Exact(context.parameters.most);
    return projectsOf(context.table).flatMap((block): Outcome[] => {
      const score = scoreOf(context, block);
      if (!score) return [];
      const right = !score.value.isNegative() && !score.value.greaterThan(most);
      return [
        outcomeOf(context, {
          outcome: right ? "pass" : "fail",
          says: scoreOutOfRange.with({
            name: nameOfBlock(context.table, block),
            score: score.value.toFixed(),
            most: most.toFixed(),
          }),
          cells: [score.cell],
        }),
      ];
    });
  },
});

/**
 * Each grade is that of its 得分, by the bands that the sheet states; by the official ones, and then only to be
 * explained, where it states none.
 */
export const summaryGrades = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [gradeDiffers],
  run(context) {
    const stated = statedBands(context.table.sheet);
    const bands = stated ?? officialBands;
    return projectsOf(context.table).flatMap((block): Outcome[] => {
      const field = fieldOf(block, "grade");
      const score = scoreOf(context, block);
      if (!field || !score || score.value.isNegative() || score.value.greaterThan(100)) return [];
      const given = plainGrade(field.text);
      if (!bands.some(({ grade }) => grade === given)) return [];
      const wanted = gradeOf(score.value, bands);
      return [
        outcomeOf(context, {
          outcome: given === wanted ? "pass" : "fail",
          severity: stated ? context.rule.severity : "explain",
          says: gradeDiffers.with({
            name: nameOfBlock(context.table, block),
            grade: field.text,
            score: score.value.toFixed(),
            wanted,
            bands: bands.map(({ grade, least }) => ({ grade, least })),
            stated: stated !== null,
          }),
          cells: [field.cell],
          others: [score.cell],
        }),
      ];
    });
  },
});

/**
 * The self-evaluation of a row: the one of the same name, else the only one of nearly the same name that no other row
 * has.
 */
function formsOf(
  context: CheckContext<unknown>,
  summary: Table,
): Map<IndicatorBlock, { table: Table; block: IndicatorBlock }> {
  const own = (table: Table): boolean =>
    (table.document ?? "main") === (summary.document ?? "main") &&
    (table.year === null || summary.year === null || table.year === summary.year);
  const forms = context.tables
    .filter((table) => purposeOf(table) === "results" && own(table))
    .flatMap((table) =>
      table.blocks
        .filter(({ subject, name }) => subject === "project" && name !== "")
        .map((block) => ({ table, block })),
    );
  const rows = projectsOf(summary);
  const found = new Map<IndicatorBlock, { table: Table; block: IndicatorBlock }>();
  const free = new Set(forms);
  const take = (row: IndicatorBlock, candidates: readonly (typeof forms)[number][]): void => {
    const [only] = candidates;
    if (candidates.length !== 1 || !only) return;
    found.set(row, only);
    free.delete(only);
  };
  for (const row of rows)
    if (rows.filter(({ name }) => plainName(name) === plainName(row.name)).length === 1)
      take(
        row,
        [...free].filter(({ block }) => plainName(block.name) === plainName(row.name)),
      );
  for (const row of rows)
    if (!found.has(row))
      take(
        row,
        [...free].filter(
          ({ block }) =>
            likeness(block.name, row.name) >= sameProject &&
            rows.filter((other) => !found.has(other) && likeness(block.name, other.name) >= sameProject).length === 1,
        ),
      );
  return found;
}

const aspects = z.enum(["amounts", "scores", "listed"]);

/**
 * A 自评汇总表 against the self-evaluations in the workbook, matched by project: "amounts" (预算数, 执行数, units converted),
 * "scores" (得分 = 总分), "listed" (each form has its row).
 */
export const summaryEqualsForms = defineCheck({
  scope: "table",
  parameters: z.strictObject({ aspect: aspects }),
  says: [formNotListed, rowWithoutForm],
  run(context) {
    const forms = formsOf(context, context.table);
    if (context.parameters.aspect === "listed") return unlisted(context, forms);
    for (const [row, form] of forms) {
      if (context.parameters.aspect === "scores") scoreEquation(context, row, form);
      else
        for (const role of ["initial-budget", "annual-budget", "executed"] as const)
          amountEquation(context, row, form.table, role);
    }
    return [];
  },
});

function amountEquation(context: CheckContext<unknown>, row: IndicatorBlock, form: Table, role: Basis): void {
  const [left = -1] = amountCells(context, row, role);
  const stated = left < 0 ? null : context.amounts.value(left);
  if (stated === null) return;
  const shift = form.unitExponent - context.table.unitExponent;
  const right = basesOf(context.table, role).flatMap((basis): { cell: CellId; value: ExactDecimal }[] => {
    const cell = fundsTotal(context, form, basis);
    const value = cell === undefined ? null : context.amounts.value(cell);
    return cell === undefined || value === null ? [] : [{ cell, value: value.times(new Exact(10).pow(shift)) }];
  });
  const own = nearestTo(stated, right, ({ value }) => value);
  if (own === null) return;
  context.store.open(context.rule.id, Relation.Equal, context.options);
  context.store.left(left);
  context.store.right(own.cell, shift);
  context.store.close();
}

/** What a heading means: "预算数" alone may be either of the two budgets. */
function basesOf(summary: Table, role: Basis): readonly Basis[] {
  if (role !== "annual-budget") return [role];
  const own = summary.sections[0]?.columns.find((column) => column.roles.includes(role));
  return own?.basis === "adjusted" ? ["annual-budget"] : ["annual-budget", "initial-budget"];
}

/** 得分 = 总分 of the form, else the sum of its 得分. */
function scoreEquation(
  context: CheckContext<unknown>,
  row: IndicatorBlock,
  { table, block }: { table: Table; block: IndicatorBlock },
): void {
  const score = scoreOf(context, row);
  const total = fieldOf(block, "total-score");
  const cells =
    total && readMark(context.workbook, total.cell).kind === "mark" ? [total.cell] : singleScores(context, table);
  if (!score || cells.length === 0 || cells.some((cell) => context.amounts.state[cell] === AmountState.Unreadable))
    return;
  context.store.open(context.rule.id, Relation.Equal, { ...context.options, exact: true });
  context.store.left(score.cell);
  for (const cell of cells) context.store.right(cell);
  context.store.close();
}

function singleScores(context: CheckContext<unknown>, table: Table): CellId[] {
  const cells = context.figures
    .sectionsOf(table)
    .flatMap((figures) =>
      figures.section.name === "points"
        ? figures.section.lines.flatMap((line, at) =>
            line.roles.includes("indicator") || line.roles.includes("execution") ? [figures.cell(at, 1)] : [],
          )
        : [],
    );
  return cells.some((cell) => cell < 0 || context.amounts.value(cell) === null) ? [] : cells;
}

function unlisted(context: CheckContext<unknown>, forms: ReturnType<typeof formsOf>): Outcome[] {
  const rows = projectsOf(context.table);
  const listed = new Set([...forms.values()].map(({ block }) => block));
  const own = context.tables.filter(
    (table) => purposeOf(table) === "results" && (table.document ?? "main") === (context.table.document ?? "main"),
  );
  const projects = own.flatMap((table) =>
    table.blocks.filter(({ subject, name }) => subject === "project" && name !== "").map((block) => ({ table, block })),
  );
  if (forms.size === 0) return [];
  const mostHaveForms = forms.size * 2 > rows.length;
  // A form that names another year is found, and the year is what is wrong.
  const named = new Set(projects.map(({ block }) => plainName(block.name)));
  return [
    ...projects.map(({ block }) =>
      outcomeOf(context, {
        outcome: listed.has(block) ? "pass" : "fail",
        says: formNotListed.with({ project: block.name }),
        cells: block.nameCell === null ? [] : [block.nameCell],
      }),
    ),
    ...rows
      .filter((row) => !forms.has(row) && mostHaveForms && !named.has(plainName(row.name)))
      .map((row) =>
        outcomeOf(context, {
          outcome: "cannot-tell",
          says: rowWithoutForm.with({ project: row.name }),
          cells: row.nameCell === null ? [] : [row.nameCell],
        }),
      ),
  ];
}
