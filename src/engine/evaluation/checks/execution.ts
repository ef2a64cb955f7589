import { z } from "zod/mini";
import { defineCheck } from "../../reconcile";
import type { CheckContext, Outcome } from "../../reconcile";
import type { Field, IndicatorBlock } from "../../tables";
import { Exact } from "../../workbook";
import type { CellId, ExactDecimal } from "../../workbook";
import { fundsTotal } from "../composition";
import { executionRules, scoreExecution } from "../execution";
import type { ExecutionRule } from "../execution";
import { firstLevelOf } from "../levels";
import { readMark, readMarkOf } from "../marks";
import type { Mark } from "../marks";
import { readRate } from "../rates";
import { outcomeOf } from "../statement";
import { fieldOf, isFilledIn, nameOfBlock, realIndicators } from "../subject";
import {
  executionAbove,
  executionOtherWay,
  executionRateDiffers,
  executionScoreDiffers,
  rateMissing,
  rateUnreadable,
  rateWithoutAmounts,
} from "./execution-sayings";

/** 全年预算数 and 全年执行数 of 年度资金总额, in this order; fewer where the form lacks one. */
function amountsOf(context: CheckContext<unknown>): CellId[] {
  return (["annual-budget", "executed"] as const).flatMap((basis) => fundsTotal(context, context.table, basis) ?? []);
}

/** 全年预算数 and 全年执行数 with their quotient; null where one of them is not written or the budget is 0. */
function fundsOf(context: CheckContext<unknown>): { budget: CellId; executed: CellId; rate: ExactDecimal } | null {
  const [budget, executed] = amountsOf(context);
  if (budget === undefined || executed === undefined) return null;
  const [whole, part] = [context.amounts.value(budget), context.amounts.value(executed)];
  return whole === null || part === null || whole.isZero() ? null : { budget, executed, rate: part.dividedBy(whole) };
}

/** 执行率 = 全年执行数 / 全年预算数, at the decimals that are printed. */
export const executionRate = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [executionRateDiffers, rateMissing, rateUnreadable, rateWithoutAmounts],
  run(context) {
    const block = context.table.blocks[0];
    const field = block ? fieldOf(block, "rate") : null;
    const funds = fundsOf(context);
    if (!block || !field) return;
    if (field.text === "" || !funds) return blankRate(context, block, field, funds);
    const given = readRate(context, field.cell, field.text, funds.rate);
    const cells = { cells: [field.cell], parts: [funds.executed, funds.budget] };
    const told = { name: nameOfBlock(context.table, block), content: field.text, exact: funds.rate.toFixed() };
    if (given === null)
      return [outcomeOf(context, { ...cells, outcome: "cannot-tell", says: rateUnreadable.with(told) })];
    const computed = funds.rate.toDecimalPlaces(given.decimals, Exact.ROUND_HALF_UP);
    const agrees = given.value.equals(computed) || given.value.equals(funds.rate);
    return [
      outcomeOf(context, {
        ...cells,
        outcome: agrees ? "pass" : "fail",
        says: executionRateDiffers.with(told),
        reported: given.value,
        computed,
        cause: agrees ? undefined : wrongRate(field.cell),
      }),
    ];
  },
});

/**
 * 执行率 left blank in a form that is filled in, though both amounts are there; or written where an amount is missing, so
 * that nobody can tell.
 */
function blankRate(
  context: CheckContext<unknown>,
  block: IndicatorBlock,
  field: Field,
  funds: ReturnType<typeof fundsOf>,
): Outcome[] {
  const name = nameOfBlock(context.table, block);
  if (field.text !== "" && !/^[/—–－-]+$/.test(field.text))
    return [
      outcomeOf(context, {
        outcome: "cannot-tell",
        says: rateWithoutAmounts.with({ name, content: field.text }),
        cells: [field.cell],
        parts: amountsOf(context),
      }),
    ];
  if (field.text !== "" || !funds || !isFilledIn(block)) return [];
  return [
    outcomeOf(context, {
      outcome: "fail",
      says: rateMissing.with({ name, exact: funds.rate.toFixed() }),
      cells: [field.cell],
      parts: [funds.executed, funds.budget],
    }),
  ];
}

/**
 * 得分 of 执行率 agrees with the way of scoring that is set (in proportion, or by steps). Where it agrees with the other
 * official way, or the rate is above 100%, a person must say.
 */
export const executionScore = defineCheck({
  scope: "table",
  parameters: z.strictObject({ rule: z.enum(executionRules) }),
  says: [executionScoreDiffers, executionAbove, executionOtherWay],
  run(context) {
    const block = context.table.blocks[0];
    const cells = block ? executionCells(context, block) : null;
    const funds = fundsOf(context);
    if (!cells || !funds) return;
    const given = readMark(context.workbook, cells.score);
    const points = cells.printed ?? readMark(context.workbook, cells.points);
    if (given.kind !== "mark" || points.kind !== "mark") return;
    return [
      judge(
        context,
        cells.score,
        given.value,
        { cell: cells.points, value: points.value },
        funds,
        context.parameters.rule,
      ),
    ];
  },
});

/** 分值 and 得分 of 执行率: beside the funds, else in the only row of the indicators that is about it. */
function executionCells(
  { workbook }: CheckContext<unknown>,
  block: IndicatorBlock,
): { points: CellId; score: CellId; printed?: Mark } | null {
  const [score, points] = [fieldOf(block, "rate-score"), fieldOf(block, "rate-points")];
  if (score) return { points: points?.cell ?? -1, score: score.cell, printed: readMarkOf(workbook, points) };
  const rows = realIndicators(block).filter((indicator) => firstLevelOf(indicator) === "execution");
  const own = rows.length === 1 ? rows[0]!.cells : null;
  return own?.["score"] === undefined ? null : { points: own["points"] ?? -1, score: own["score"] };
}

/** Names the cause of a 得分 that follows from a wrong 执行率, so that both are one finding. */
function wrongRate(cell: CellId): string {
  return `execution-rate ${cell}`;
}

/** The printed 执行率 where it is not what the amounts make; null elsewhere. */
function writtenRate(
  context: CheckContext<unknown>,
  block: IndicatorBlock,
  rate: ExactDecimal,
): { cell: CellId; value: ExactDecimal } | null {
  const field = fieldOf(block, "rate");
  const written = field ? readRate(context, field.cell, field.text, rate) : null;
  return !field ||
    !written ||
    written.value.equals(rate) ||
    written.value.equals(rate.toDecimalPlaces(written.decimals, Exact.ROUND_HALF_UP))
    ? null
    : { cell: field.cell, value: written.value };
}

/** The cause of a 得分 that is right for the 执行率 as it is written. */
function causeInRate(
  given: ExactDecimal,
  written: { cell: CellId; value: ExactDecimal } | null,
  points: ExactDecimal,
  rule: ExecutionRule,
): string | undefined {
  const score = written === null ? null : scoreExecution(written.value, points, rule);
  return score !== null && given.equals(score.toDecimalPlaces(Math.min(2, given.decimalPlaces()), Exact.ROUND_HALF_UP))
    ? wrongRate(written!.cell)
    : undefined;
}

/** Decimals that the form's scores are written with: the most that any of them shows. */
function decimalsOfScores(context: CheckContext<unknown>, block: IndicatorBlock, given: ExactDecimal): number {
  const scores = realIndicators(block).map((indicator) => readMark(context.workbook, indicator.cells["score"]));
  return scores.reduce(
    (most, mark) => (mark.kind === "mark" ? Math.max(most, mark.value.decimalPlaces()) : most),
    given.decimalPlaces(),
  );
}

function judge(
  context: CheckContext<unknown>,
  cell: CellId,
  given: ExactDecimal,
  { cell: pointsCell, value: points }: { cell: CellId; value: ExactDecimal },
  funds: { budget: CellId; executed: CellId; rate: ExactDecimal },
  rule: ExecutionRule,
): Outcome {
  const wanted = scoreExecution(funds.rate, points, rule);
  const other = scoreExecution(funds.rate, points, rule === "proportion" ? "steps" : "proportion");
  const block = context.table.blocks[0]!;
  const name = nameOfBlock(context.table, block);
  const told = { name, exact: funds.rate.toFixed(), points: points.toFixed() };
  const cells = {
    cells: [cell],
    parts: [funds.executed, funds.budget, pointsCell],
    cause: causeInRate(given, writtenRate(context, block, funds.rate), points, rule),
  };
  if (wanted === null) return outcomeOf(context, { ...cells, outcome: "cannot-tell", says: executionAbove.with(told) });
  const rounded = wanted.toDecimalPlaces(Math.min(2, decimalsOfScores(context, block, given)), Exact.ROUND_HALF_UP);
  if (given.equals(wanted.toDecimalPlaces(2, Exact.ROUND_HALF_UP)) || given.equals(rounded))
    return outcomeOf(context, {
      ...cells,
      outcome: "pass",
      says: executionScoreDiffers.with(told),
      reported: given,
      computed: given,
    });
  // By steps a project that is finished within its budget earns all points at any rate: whoever gave them has said so.
  if (rule === "steps" && given.equals(points))
    return outcomeOf(context, {
      ...cells,
      outcome: "pass",
      says: executionScoreDiffers.with(told),
      reported: given,
      computed: given,
    });
  const computed = wanted.toDecimalPlaces(2, Exact.ROUND_HALF_UP);
  if (other !== null && given.equals(other))
    return outcomeOf(context, {
      ...cells,
      outcome: "cannot-tell",
      says: executionOtherWay.with({ name, other: other.toFixed(), own: computed.toFixed() }),
    });
  return outcomeOf(context, {
    ...cells,
    outcome: "fail",
    says: executionScoreDiffers.with(told),
    reported: given,
    computed,
  });
}
