import { z } from "zod/mini";
import { defineCheck } from "../../reconcile";
import type { CheckContext } from "../../reconcile";
import type { Table } from "../../tables";
import { Exact } from "../../workbook";
import type { CellId, ExactDecimal } from "../../workbook";
import { readMark } from "../marks";
import { outcomeOf } from "../statement";
import { fieldOf } from "../subject";
import { averageDiffers } from "./summary-sayings";

/**
 * 平均得分 of a 自评汇总表 is the plain average of the projects' 得分, or that weighted with one of their amounts, rounded half
 * up to the decimals it is printed with. With a 得分 that is missing or no number nothing is told.
 */
export const summaryAverages = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [averageDiffers],
  run(context) {
    const scores = scoresOf(context);
    if (scores === null || scores.length === 0) return [];
    const plain = average(scores.map(({ value }) => ({ value, weight: new Exact(1) })))!;
    return context.table.fields
      .filter(({ role }) => role === "average-score")
      .flatMap(({ cell, label }) => {
        const mark = readMark(context.workbook, cell);
        if (mark.kind !== "mark") return [];
        const printed = mark.value;
        const decimals = Math.min(printed.decimalPlaces(), mostDecimals);
        const rounded = (value: ExactDecimal, to = decimals): ExactDecimal =>
          value.toDecimalPlaces(to, Exact.ROUND_HALF_UP);
        const fits = [plain, ...weighted(context, scores)].some((value) => rounded(value).equals(rounded(printed)));
        return [
          outcomeOf(context, {
            outcome: fits ? "pass" : "fail",
            says: averageDiffers.with({ label, projects: scores.length }),
            cells: [cell],
            others: scores.map((score) => score.cell),
            reported: printed,
            computed: fits ? printed : rounded(plain, Math.max(decimals, leastDecimals)),
          }),
        ];
      });
  },
});

/** To so many decimals an average is told. */
const leastDecimals = 2;
/** More are what a formula left. */
const mostDecimals = 4;

interface Score {
  readonly cell: CellId;
  readonly value: ExactDecimal;
  /** Of the project, in the table's lines. */
  readonly line: number | null;
}

/** The 得分 of all projects; null where one is missing or no number. */
function scoresOf({ table, workbook }: CheckContext<unknown>): Score[] | null {
  const scores: Score[] = [];
  for (const block of table.blocks.filter(({ subject }) => subject === "project")) {
    const field = fieldOf(block, "score");
    const mark = field ? readMark(workbook, field.cell) : null;
    if (!field || mark?.kind !== "mark") return null;
    scores.push({ cell: field.cell, value: mark.value, line: block.line });
  }
  return scores;
}

/** The averages weighted with each column of amounts that is there for all projects. */
function weighted(context: CheckContext<unknown>, scores: readonly Score[]): ExactDecimal[] {
  const main = mainOf(context, context.table);
  if (!main) return [];
  return main.section.columns.flatMap((_, column) => {
    const weights = scores.flatMap(({ line, value }) => {
      const weight = line === null ? null : context.amounts.value(main.cell(line, column));
      return weight === null ? [] : [{ value, weight }];
    });
    const one = weights.length === scores.length ? average(weights) : null;
    return one === null ? [] : [one];
  });
}

const mainOf = ({ figures }: CheckContext<unknown>, table: Table) =>
  figures.sectionsOf(table).find(({ section }) => section.name === "main");

/** Null where nothing weighs anything. */
function average(
  parts: readonly { readonly value: ExactDecimal; readonly weight: ExactDecimal }[],
): ExactDecimal | null {
  const all = parts.reduce((sum, { weight }) => sum.plus(weight), new Exact(0));
  if (all.isZero()) return null;
  return parts.reduce((sum, { value, weight }) => sum.plus(value.times(weight)), new Exact(0)).dividedBy(all);
}
