import { z } from "zod/mini";
import {
  AmountState,
  Exact,
  formatDecimals,
  isPercentFormat,
  plainNumber,
  type CellId,
  type ExactDecimal,
} from "../../workbook";
import { defineCheck, type CheckContext } from "../check";
import { declare } from "../declaration";
import { formatOf } from "./cell-format";
import { Relation } from "../equations";
import type { SectionFigures } from "../figures";
import type { Outcome } from "../outcome";

/** The figures of one line that speak of both years; -1 where the table has no such column. */
interface Compared {
  readonly current: CellId;
  readonly prior: CellId;
  readonly change: CellId;
  readonly rate: CellId;
  /** Of 决算 beside the budget: 执行率. */
  readonly completion: CellId;
}

/**
 * In each line the change is this year's figure less last year's (2025年预算数比2024年执行数增减额). A column that does not agree
 * in most of its lines compares something else; nothing is said of it.
 */
export const changeFromLastYear = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  run(context) {
    for (const figures of context.figures.comparisonsOf(context.table)) {
      const lines = linesOf(figures).filter(({ change }) => change >= 0);
      if (!mostly(lines, (line) => changeFits(context, line))) {
        if (lines.length > 0) context.countNotApplicable();
        continue;
      }
      for (const { current, prior, change } of lines) {
        if (!isFilled(context, change)) continue;
        context.store.open(context.rule.id, Relation.Equal, context.options);
        context.store.left(change);
        context.store.right(current);
        context.store.right(prior, 0, -1);
        context.store.close();
      }
    }
  },
});

export const rateOfChangeDiffers = declare("rate-of-change", {
  parameters: z.strictObject({ rate: z.string(), current: z.string(), prior: z.string() }),
  title: ({ rate }, { reported, computed }) =>
    `${rate}写的是 ${plainNumber(reported)}%，按算应为 ${plainNumber(computed)}%`,
  lines: ({ current, prior }, { computed, difference }) => [
    `（${current} − ${prior}）÷ ${prior} = ${plainNumber(computed)}%`,
    `差 ${plainNumber(difference)} 个百分点`,
  ],
  pass: ({ rate }) => `${rate}与两年的数相符`,
});

export const completionDiffers = declare("completion-rate", {
  parameters: z.strictObject({ rate: z.string(), current: z.string(), prior: z.string() }),
  title: ({ rate }, { reported, computed }) =>
    `${rate}写的是 ${plainNumber(reported)}%，按算应为 ${plainNumber(computed)}%`,
  lines: ({ current, prior }, { computed, difference }) => [
    `${current} ÷ ${prior} = ${plainNumber(computed)}%`,
    `差 ${plainNumber(difference)} 个百分点`,
  ],
  pass: ({ rate }) => `${rate}与决算数、预算数相符`,
});

/**
 * In each line the rate is the change through last year's figure, in percent, as near as the figures shown allow. Where
 * the change itself is wrong nothing is said of its rate.
 */
export const rateOfChange = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  says: [rateOfChangeDiffers, completionDiffers],
  run(context) {
    return context.figures.comparisonsOf(context.table).flatMap((figures) =>
      (["rate", "completion"] as const).flatMap((kind) => {
        const lines = linesOf(figures).filter((line) => line[kind] >= 0);
        if (mostly(lines, (line) => rateFits(context, line, kind)?.fits ?? null))
          return lines.flatMap((line) => rateOutcome(context, line, kind));
        if (lines.length > 0) context.countNotApplicable();
        return [];
      }),
    );
  },
});

/**
 * Last year's figures (of 决算: the budget's beside them) add up as this year's do. Where most of them do not, items
 * of last year that have ended are left out of the table, and nothing is said, unless one figure stands in all of these
 * sums.
 */
export const lastYearAddsUp = defineCheck({
  scope: "table",
  parameters: z.strictObject({}),
  run(context) {
    const sums = context.figures
      .comparisonsOf(context.table)
      .flatMap(priorSums)
      // Nothing is known of a year of which only the total is printed.
      .filter(({ total, parts }) => isFilled(context, total) && parts.some((part) => isFilled(context, part)));
    const addsUp = ({ total, parts }: (typeof sums)[number]): boolean => {
      const sum = parts.reduce((all, part) => all.plus(valueOf(context, part)), new Exact(0));
      return valueOf(context, total)
        .minus(sum)
        .abs()
        .lessThanOrEqualTo(parts.reduce((all, part) => all.plus(unsureBy(context, part)), unsureBy(context, total)));
    };
    if (!mostly(sums, addsUp) && !haveOneInCommon(sums.filter((sum) => !addsUp(sum)))) {
      if (sums.length > 0) context.countNotApplicable();
      return;
    }
    for (const { total, parts } of sums) {
      context.store.open(context.rule.id, Relation.Equal, context.options);
      context.store.left(total);
      for (const part of parts) context.store.right(part);
      context.store.close();
    }
  },
});

/** Two sums or more with one figure in all of them. */
function haveOneInCommon(sums: readonly { readonly total: CellId; readonly parts: readonly CellId[] }[]): boolean {
  const [first, ...others] = sums.map(({ total, parts }) => [total, ...parts]);
  return others.length > 0 && first!.some((cell) => others.every((cells) => cells.includes(cell)));
}

/** The sums of last year's figures: down the lines, and across where they are divided by columns. */
function priorSums(figures: SectionFigures): { total: CellId; parts: CellId[] }[] {
  const { columns, lines } = figures.section;
  const own = columns.flatMap(({ roles }, column) =>
    roles.includes("prior") || roles.includes("prior-part") ? [column] : [],
  );
  const down = figures.lineParts.sum.flatMap((parts, total) =>
    parts.length === 0
      ? []
      : own.map((column) => ({
          total: figures.cell(total, column),
          parts: parts.map((part) => figures.cell(part, column)),
        })),
  );
  const across = figures.columnParts.sum.flatMap((parts, total) =>
    parts.length === 0
      ? []
      : lines.flatMap(({ repeats }, line) =>
          repeats === null
            ? [{ total: figures.cell(line, total), parts: parts.map((part) => figures.cell(line, part)) }]
            : [],
        ),
  );
  return [...down, ...across];
}

function linesOf(figures: SectionFigures): Compared[] {
  const place = (role: string): number => figures.section.columns.findIndex(({ roles }) => roles.includes(role));
  const roles = ["current", "prior", "change", "rate", "completion"] as const;
  const [current, prior, change, rate, completion] = roles.map(place) as [number, number, number, number, number];
  const cell = (line: number, column: number): CellId => (column < 0 ? -1 : figures.cell(line, column));
  return figures.section.lines.flatMap(({ repeats }, line) =>
    repeats === null
      ? [
          {
            current: cell(line, current),
            prior: cell(line, prior),
            change: cell(line, change),
            rate: cell(line, rate),
            completion: cell(line, completion),
          },
        ]
      : [],
  );
}

/** At least as many lines hold as do not, and one of them does; lines that say nothing (null) are passed over. */
function mostly<Line>(lines: readonly Line[], holds: (line: Line) => boolean | null): boolean {
  const said = lines.map(holds);
  const yes = said.filter((one) => one === true).length;
  return yes > 0 && yes >= said.filter((one) => one === false).length;
}

function changeFits(context: CheckContext, { current, prior, change }: Compared): boolean | null {
  const given = context.amounts.value(change);
  const difference = valueOf(context, current).minus(valueOf(context, prior));
  if (given === null || (given.isZero() && difference.isZero())) return null;
  return given
    .minus(difference)
    .abs()
    .lessThanOrEqualTo(unsureBy(context, current).plus(unsureBy(context, prior)).plus(unsureBy(context, change)));
}

interface RateFit {
  readonly fits: boolean;
  readonly given: ExactDecimal;
  readonly computed: ExactDecimal;
}

/**
 * The rate as given and as it should be, in percent; null where there is nothing to divide, or the change beside it is
 * wrong itself.
 */
function rateFits(context: CheckContext, line: Compared, kind: "rate" | "completion"): RateFit | null {
  const cell = line[kind];
  const written = context.amounts.value(cell);
  const [now, before] = [valueOf(context, line.current), valueOf(context, line.prior)];
  if (written === null || before.lessThanOrEqualTo(0) || now.isNegative()) return null;
  if (line.change >= 0 && changeFits(context, line) === false) return null;
  const whole = kind === "completion" ? 100 : 0;
  const exact = now.minus(before).dividedBy(before).times(100).plus(whole);
  const asShare = isShare(context, cell) || written.times(100).minus(exact).abs().lessThan(written.minus(exact).abs());
  const given = asShare ? written.times(100) : written;
  const shown = decimalsOf(context, cell, asShare);
  const [low, high] = ratesWithin(context, line, now, before);
  const slack = halfUnit(shown);
  return {
    fits:
      given.greaterThanOrEqualTo(low.plus(whole).minus(slack)) && given.lessThanOrEqualTo(high.plus(whole).plus(slack)),
    given,
    computed: exact.toDecimalPlaces(Math.max(shown, 0), Exact.ROUND_HALF_UP),
  };
}

/** The least and the greatest rate that the figures could have before they were rounded. */
function ratesWithin(
  context: CheckContext,
  { current, prior }: Compared,
  now: ExactDecimal,
  before: ExactDecimal,
): [ExactDecimal, ExactDecimal] {
  const [most, least] = [
    before.plus(unsureBy(context, prior)),
    Exact.max(before.minus(unsureBy(context, prior)), before.dividedBy(2)),
  ];
  const rate = (amount: ExactDecimal, of: ExactDecimal): ExactDecimal => amount.dividedBy(of).minus(1).times(100);
  return [
    rate(Exact.max(0, now.minus(unsureBy(context, current))), most),
    rate(now.plus(unsureBy(context, current)), least),
  ];
}

function rateOutcome(context: CheckContext, line: Compared, kind: "rate" | "completion"): Outcome[] {
  const fit = rateFits(context, line, kind);
  if (fit === null) return [];
  const { rule, figures } = context;
  return [
    {
      rule: rule.id,
      severity: rule.severity,
      outcome: fit.fits ? "pass" : "fail",
      operands: [
        { cell: line[kind], role: "reported" },
        { cell: line.current, role: "part" },
        { cell: line.prior, role: "part" },
      ],
      reported: fit.given.toFixed(),
      computed: fit.computed.toFixed(),
      difference: fit.given.minus(fit.computed).toFixed(),
      equation: null,
      detail: (kind === "rate" ? rateOfChangeDiffers : completionDiffers).with({
        rate: figures.name(line[kind]),
        current: figures.name(line.current),
        prior: figures.name(line.prior),
      }),
    },
  ];
}

/** A dash says that there is nothing to print. */
function isFilled({ amounts }: CheckContext, cell: CellId): boolean {
  return cell >= 0 && amounts.state[cell] !== AmountState.Blank;
}

/** A blank beside figures of the other year is nothing. */
function valueOf(context: CheckContext, cell: CellId): ExactDecimal {
  return context.amounts.value(cell) ?? new Exact(0);
}

function unsureBy(context: CheckContext, cell: CellId): ExactDecimal {
  return halfUnit(context.amounts.decimals(cell));
}

function halfUnit(decimals: number): ExactDecimal {
  return new Exact(10).pow(-decimals).dividedBy(2);
}

function isShare(context: CheckContext, cell: CellId): boolean {
  return isPercentFormat(formatOf(context, cell));
}

/** Decimals of a rate in percent, as its cell shows them. */
function decimalsOf(context: CheckContext, cell: CellId, asShare: boolean): number {
  const shown = formatDecimals(formatOf(context, cell));
  const written = context.amounts.value(cell)!.decimalPlaces();
  // "0.00%" keeps four decimals and shows two of them in percent.
  return asShare || isShare(context, cell) ? Math.max(0, (shown ?? written) - 2) : (shown ?? written);
}
