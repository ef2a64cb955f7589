import { z } from "zod/mini";
import {
  AmountState,
  Exact,
  plainNumber,
  formatDecimals,
  isPercentFormat,
  type CellId,
  type ExactDecimal,
} from "../../workbook";
import { defineCheck, type CheckContext } from "../check";
import { formatOf } from "./cell-format";
import { declare } from "../declaration";
import { blankParts, blankTotal, unreadable } from "../equation-sayings";
import type { Operand, Outcome } from "../outcome";
import { figuresSchema, type Figures } from "../rule";
import { isEmptyTable, selectCells } from "../select";

export const ratioDiffers = declare("ratio", {
  parameters: z.strictObject({ rate: z.string(), numerator: z.string(), denominator: z.string() }),
  relation: "derived",
  title: ({ rate }, { reported, computed }) =>
    `${rate}写的是 ${plainNumber(reported)}，按算应为 ${plainNumber(computed)}`,
  lines: ({ numerator, denominator }, { computed, difference }) => [
    `${numerator} ÷ ${denominator} = ${plainNumber(computed)}`,
    `差 ${plainNumber(difference)}`,
  ],
  pass: ({ rate, numerator, denominator }) => `${rate}等于${numerator} ÷ ${denominator}`,
});

/**
 * A rate is its numerator through its denominator, rounded to the decimals it shows: 控制率 = 实际在职 / 编制. A rate kept as a
 * plain number may be in percent (93.75) or a share (0.9375).
 */
export const ratio = defineCheck({
  scope: "group",
  parameters: z.strictObject({ rate: figuresSchema, numerator: figuresSchema, denominator: figuresSchema }),
  says: [ratioDiffers],
  run(context) {
    const { parameters, amounts } = context;
    const rate = only(context, parameters.rate);
    const numerator = only(context, parameters.numerator);
    const denominator = only(context, parameters.denominator);
    if (rate === null || numerator === null || denominator === null) return;
    const cells: RatioCells = { rate, numerator, denominator };
    const obstacle = [rate, numerator, denominator].find((cell) => amounts.state[cell] === AmountState.Unreadable);
    if (obstacle !== undefined) {
      const detail = unreadable.with({ cell: obstacle, content: amounts.content(obstacle) });
      return [untold(context, cells, "cannot-tell", detail)];
    }
    const above = amounts.value(numerator);
    const below = amounts.value(denominator);
    const given = amounts.value(rate);
    // Nothing was planned, or the form was left blank: there is no rate to check.
    if (below?.isZero() || (given === null && (above === null || below === null))) {
      context.countNotApplicable();
      return;
    }
    const total = context.figures.name(rate);
    if (above === null || below === null) return [untold(context, cells, "cannot-tell", blankParts.with({ total }))];
    if (given === null) return [untold(context, cells, "fail", blankTotal.with({ total }))];
    return [compared(context, cells, given, above.dividedBy(below))];
  },
});

/** The cells of a rate. */
interface RatioCells {
  readonly rate: CellId;
  readonly numerator: CellId;
  readonly denominator: CellId;
}

function commonOf({ rule }: CheckContext<unknown>, cells: RatioCells) {
  return { rule: rule.id, severity: rule.severity, operands: operandsOf(cells), equation: null } as const;
}

/** A rate that nothing can be worked out for. */
function untold(
  context: CheckContext<unknown>,
  cells: RatioCells,
  outcome: Outcome["outcome"],
  detail: Outcome["detail"],
): Outcome {
  const reported = context.amounts.value(cells.rate)?.toFixed() ?? null;
  return { ...commonOf(context, cells), outcome, reported, computed: null, difference: null, detail };
}

/** A rate as it is given beside the share that it should be. */
function compared(
  context: CheckContext<unknown>,
  cells: RatioCells,
  given: ExactDecimal,
  share: ExactDecimal,
): Outcome {
  const { rate, numerator, denominator } = cells;
  const asPercent = !isPercent(context, rate) && given.minus(share.times(100)).abs().lessThan(given.minus(share).abs());
  const exact = asPercent ? share.times(100) : share;
  const least = Math.max(decimalsWritten(context, rate), asPercent ? 0 : WHOLE_PERCENT);
  const computed = roundedLike(context, rate, exact, least);
  return {
    ...commonOf(context, cells),
    outcome: given.equals(computed) || given.equals(exact) || isRoundingOf(given, exact, least) ? "pass" : "fail",
    reported: given.toFixed(),
    computed: computed.toFixed(),
    difference: given.minus(computed).toFixed(),
    detail: ratioDiffers.with({
      rate: context.figures.name(rate),
      numerator: context.figures.name(numerator),
      denominator: context.figures.name(denominator),
    }),
  };
}

function operandsOf({ rate, numerator, denominator }: RatioCells): Operand[] {
  return [
    { cell: rate, role: "reported" },
    { cell: numerator, role: "part" },
    { cell: denominator, role: "part" },
  ];
}

function only(context: CheckContext<unknown>, figures: Figures): CellId | null {
  const table = context.tableOf(figures.table);
  if (table === null || isEmptyTable(context.figures, context.amounts, table)) return null;
  const cells = selectCells(context.figures, table, figures);
  return cells.length === 1 ? cells[0]! : null;
}

function isPercent(context: CheckContext<unknown>, cell: CellId): boolean {
  return isPercentFormat(formatOf(context, cell)) || /[%％]\s*$/.test(context.amounts.content(cell));
}

/** The exact rate at the decimals that the given one is written or shown with. */
function roundedLike(context: CheckContext<unknown>, cell: CellId, exact: ExactDecimal, least: number): ExactDecimal {
  const written = context.amounts.value(cell)!.decimalPlaces();
  const shown = formatDecimals(formatOf(context, cell)) ?? 0;
  return exact.toDecimalPlaces(Math.max(written, shown, least), Exact.ROUND_HALF_UP);
}

/** Nobody rounds a rate to less than whole percents: 90% is no rounding of 93.75%. */
const WHOLE_PERCENT = 2;

/** Decimals that a rate kept as text is written with, as a share: 4 of "90.00%"; none where the cell holds a number. */
function decimalsWritten(context: CheckContext<unknown>, cell: CellId): number {
  const written = /\.(\d+)\s*([%％]?)\s*$/.exec(context.amounts.content(cell));
  return written ? written[1]!.length + (written[2] === "" ? 0 : 2) : 0;
}

/** True where the figure is the exact rate rounded half up to the decimals that it is written with. */
function isRoundingOf(given: ExactDecimal, exact: ExactDecimal, decimals: number): boolean {
  return given.equals(exact.toDecimalPlaces(Math.max(given.decimalPlaces(), decimals), Exact.ROUND_HALF_UP));
}
