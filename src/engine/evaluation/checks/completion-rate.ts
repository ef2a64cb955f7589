import { z } from "zod/mini";
import { declare, decimal, defineCheck } from "../../reconcile";
import type { CheckContext, Outcome } from "../../reconcile";
import type { Indicator, IndicatorBlock } from "../../tables";
import { Exact } from "../../workbook";
import type { ExactDecimal } from "../../workbook";
import { attainmentOf } from "../attainment";
import { readMark } from "../marks";
import { ofResult, percentText } from "../parameters";
import { readRate } from "../rates";
import { outcomeOf } from "../statement";
import { isFilledIn, nameOfBlock, nameOfIndicator, realIndicators } from "../subject";

export const completionRateDiffers = declare("indicator-completion", {
  parameters: z.strictObject({ ...ofResult, written: z.string(), exact: decimal, borneOut: z.boolean() }),
  title: ({ name, indicator, written, exact }) =>
    `${name}${indicator}的完成率写的是 ${written}，按指标值和实际完成值应为 ${percentText(exact)}`,
  lines: ({ target, actual, borneOut }) => [
    `指标值 ${target}，实际 ${actual}`,
    borneOut ? "得分与写的完成率相符，请先核对指标值和实际完成值。" : "请核对完成率。",
  ],
  pass: ({ name, indicator }) => `${name}${indicator}的完成率与指标值、实际完成值相符`,
});

/** One indicator's 完成率 beside what it may be. */
interface Printed {
  readonly indicator: Indicator;
  readonly written: ExactDecimal;
  readonly exact: ExactDecimal;
  readonly agrees: boolean;
}

/**
 * 完成率 of an indicator = 实际完成值 / 指标值, as it stands or capped at 100%; where less is better, also 指标值 / 实际完成值, 2 − the
 * quotient, or 100% where it is met. Forms have conventions of their own: one that most of its rates do not follow is
 * left alone. Rates of words, dates and a target of 0 are not looked at.
 */
export const completionRateFits = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [completionRateDiffers],
  run(context) {
    return context.table.blocks.filter(isFilledIn).flatMap((block) => {
      const printed = realIndicators(block).flatMap((indicator) => printedRate(context, indicator) ?? []);
      const agreeing = printed.filter(({ agrees }) => agrees).length;
      if (agreeing * 2 < printed.length || agreeing === 0) return [];
      return printed.map((rate) => outcomeFor(context, block, rate));
    });
  },
});

function printedRate(context: CheckContext<unknown>, indicator: Indicator): Printed | null {
  const cell = indicator.cells["completion"];
  const { ratio: share, better } = attainmentOf(indicator);
  const ratio = share === null ? null : new Exact(share.toFixed());
  if (cell === undefined || ratio === null || ratio.isNegative()) return null;
  const written = readRate(context, cell, indicator.texts["completion"] ?? "", ratio);
  if (written === null) return null;
  const one = new Exact(1);
  const capped = (rate: ExactDecimal): ExactDecimal => (rate.greaterThan(one) ? one : rate);
  const turned = better === "less" && !ratio.isZero() ? [one.dividedBy(ratio), new Exact(2).minus(ratio), one] : [];
  const rates = [ratio, ...turned].flatMap((rate) => [rate, capped(rate)]);
  const agrees = rates.some((rate) =>
    [Exact.ROUND_HALF_UP, Exact.ROUND_DOWN].some((way) =>
      written.value.equals(rate.toDecimalPlaces(written.decimals, way)),
    ),
  );
  return {
    indicator,
    written: written.value,
    exact: ratio.toDecimalPlaces(written.decimals, Exact.ROUND_HALF_UP),
    agrees,
  };
}

function outcomeFor(context: CheckContext<unknown>, block: IndicatorBlock, printed: Printed): Outcome {
  const { indicator, written, exact, agrees } = printed;
  const { cells, texts } = indicator;
  const [rate, target, actual, score] = ["completion", "target", "actual", "score"].map((role) => cells[role] ?? -1);
  const borneOut = !agrees && scoreFollows(context, indicator, written);
  return outcomeOf(context, {
    outcome: agrees ? "pass" : "fail",
    says: completionRateDiffers.with({
      name: nameOfBlock(context.table, block),
      indicator: nameOfIndicator(indicator),
      target: texts["target"] ?? "",
      actual: texts["actual"] ?? "",
      written: texts["completion"] ?? "",
      exact: exact.toFixed(),
      borneOut,
    }),
    cells: borneOut ? [target!] : [rate!],
    others: borneOut ? [actual!, rate!, score!] : [target!, actual!],
  });
}

/** Whether 得分 is the written rate of 分值: then it is not the rate that is wrong. */
function scoreFollows(context: CheckContext<unknown>, { cells }: Indicator, rate: ExactDecimal): boolean {
  const [points, score] = [readMark(context.workbook, cells["points"]), readMark(context.workbook, cells["score"])];
  if (points.kind !== "mark" || score.kind !== "mark" || rate.greaterThanOrEqualTo(1)) return false;
  return score.value.equals(
    rate.times(points.value).toDecimalPlaces(Math.max(score.value.decimalPlaces(), 0), Exact.ROUND_HALF_UP),
  );
}
