import type { CheckContext, Outcome } from "../reconcile";
import { Exact, formatDecimals, isPercentFormat, locate } from "../workbook";
import type { CellId, ExactDecimal } from "../workbook";
import { printedRateDiffers, printedRateUnreadable } from "./checks/execution-sayings";
import { outcomeOf } from "./statement";

/** A rate as a share ("96.5%" → 0.965), with the decimals that are written of the share. */
export interface WrittenRate {
  readonly value: ExactDecimal;
  readonly decimals: number;
}

/**
 * "96.5%" in a percent format or as text, "96.5" as percent, "0.965" as a share: whichever is nearer to `rate`. Null
 * where it is no number.
 */
export function readRate(
  context: Pick<CheckContext<unknown>, "workbook">,
  cell: CellId,
  text: string,
  rate: ExactDecimal,
): WrittenRate | null {
  const match = /^(-?\d+(?:\.(\d+))?)(%)?$/.exec(text.normalize("NFKC").replace(/[\s,]/g, ""));
  if (!match) return null;
  const written = new Exact(match[1]!);
  const decimals = match[2]?.length ?? 0;
  const { sheet, index } = locate(context.workbook, cell);
  const format = context.workbook.numberFormats[sheet.formats[index]!] ?? "General";
  if (match[3] === "%")
    return {
      value: written.times("0.01"),
      decimals: Math.max(decimals + 2, isPercentFormat(format) ? (formatDecimals(format) ?? 0) : 0),
    };
  const asShare = written.minus(rate).abs().lessThan(written.times("0.01").minus(rate).abs());
  return asShare
    ? { value: written, decimals: Math.max(decimals, formatDecimals(format) ?? 0) }
    : { value: written.times("0.01"), decimals: decimals + 2 };
}

/** A printed rate with the amounts it may be the quotient of. */
export interface PrintedRate {
  readonly name: string;
  readonly cell: CellId;
  readonly text: string;
  readonly executed: CellId;
  /** The budgets that 执行率 may be taken of, the usual one first. */
  readonly budgets: readonly CellId[];
}

/** 执行率 = 执行数 / 预算数 at the decimals that are printed; null where there is nothing to compare. */
export function judgeRate(context: CheckContext<unknown>, printed: PrintedRate): Outcome | null {
  const part = context.amounts.value(printed.executed);
  if (part === null || /^[/—–－-]*$/.test(printed.text)) return null;
  const rates = printed.budgets.flatMap((budget): { budget: CellId; rate: ExactDecimal }[] => {
    const whole = budget < 0 ? null : context.amounts.value(budget);
    return whole === null || whole.isZero() ? [] : [{ budget, rate: part.dividedBy(whole) }];
  });
  const [first] = rates;
  if (!first) return null;
  const cells = { cells: [printed.cell], parts: [printed.executed, first.budget] };
  const values = { name: printed.name, content: printed.text, exact: first.rate.toFixed() };
  const given = readRate(context, printed.cell, printed.text, first.rate);
  if (given === null)
    return outcomeOf(context, { ...cells, outcome: "cannot-tell", says: printedRateUnreadable.with(values) });
  const rounded = (rate: ExactDecimal): ExactDecimal => rate.toDecimalPlaces(given.decimals, Exact.ROUND_HALF_UP);
  const agrees = rates.some(({ rate }) => given.value.equals(rounded(rate)) || given.value.equals(rate));
  return outcomeOf(context, {
    ...cells,
    outcome: agrees ? "pass" : "fail",
    says: printedRateDiffers.with(values),
    reported: given.value,
    computed: agrees ? given.value : rounded(first.rate),
  });
}
