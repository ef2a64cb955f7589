import { z } from "zod/mini";
import { defineCheck, type Outcome } from "../../reconcile";
import { Exact, powerOfTen, type ExactDecimal } from "../../workbook";
import type { Change, Claim } from "../claim";
import { outcomeOf, type Statement } from "../outcomes";
import { absolute, halfPlace, type Quantity } from "../quantity";
import { textsOf } from "../text";
import { changeAmountDiffers, changeContradictsItself, changeRateDiffers, type RateWorking } from "./change-sayings";

/**
 * "较去年减少x万元，下降y%": y = x / (this ± x), at the decimals that y shows. Where it is not sure which figure is compared, any
 * that fits will do. A rate over nothing ("上年无此预算") may be called 100%.
 */
export const changeRateFits = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [changeRateDiffers, changeContradictsItself, changeAmountDiffers],
  run(context) {
    const outcomes: Outcome[] = [];
    for (const { reading } of textsOf(context)) {
      for (const change of reading.changes) {
        for (const statement of [directionOf(change) ?? rateOf(change), amountOf(change)])
          if (statement) outcomes.push(outcomeOf(context, statement));
      }
    }
    return outcomes;
  },
});

/** "减少…，增长…%" contradicts itself; with a change of nothing it does not matter. */
function directionOf(change: Change): Statement | null {
  const { amount, percent, direction, percentDirection } = change;
  if (amount === null || percent === null || percentDirection === null || direction === percentDirection) return null;
  if (percent.value.isZero() || amount.value.isZero() || percent.value.isNegative() || amount.value.isNegative())
    return null;
  return {
    outcome: "fail",
    says: (told) => changeContradictsItself.with({ text: told.text }),
    at: change,
    quantity: null,
    computed: null,
  };
}

function rateOf(change: Change): Statement | null {
  const { amount, percent } = change;
  if (percent === null || (amount === null && change.prior === null)) return null;
  const judged = change.bases.flatMap((base) => {
    const verdict = judge(change, base);
    return verdict === null ? [] : [{ base, ...verdict }];
  });
  const best =
    judged.find(({ outcome }) => outcome === "pass") ??
    judged.find(({ outcome }) => outcome === "rounding") ??
    judged[0];
  if (!best) return null;
  return {
    outcome: best.outcome,
    says: (told) => changeRateDiffers.with(() => ({ ...told.compared(), working: best.working() })),
    at: change,
    quantity: percent,
    computed: best.rate,
    claims: amount === null ? [best.base] : [best.base, { passage: change.passage, quantity: amount }],
  };
}

function judge(
  change: Change,
  base: Claim,
): { outcome: "pass" | "rounding" | "fail"; rate: ExactDecimal; working: () => RateWorking } | null {
  const percent = change.percent!;
  const current = absolute(base.quantity);
  const moved = change.amount === null ? absolute(change.prior!).minus(current).abs() : absolute(change.amount).abs();
  const before = change.direction === "down" ? current.plus(moved) : current.minus(moved);
  if (before.isNegative())
    return {
      outcome: "fail",
      rate: new Exact(0),
      working: () => ({ impossible: current.minus(moved).toFixed() }),
    };
  const stated = percent.value.abs();
  if (before.isZero())
    return stated.equals(100) || stated.isZero() ? { outcome: "pass", rate: stated, working: () => null } : null;
  const exact = moved.dividedBy(before).times(100);
  const rate = exact.toDecimalPlaces(percent.decimals, Exact.ROUND_HALF_UP);
  const show = (value: ExactDecimal) => value.times(powerOfTen(-base.quantity.exponent)).toFixed();
  const working = (): RateWorking => ({
    moved: show(moved),
    current: show(current),
    down: change.direction === "down",
    rate: exact.toDecimalPlaces(Math.max(2, percent.decimals + 2)).toFixed(),
  });
  if (rate.equals(stated)) return { outcome: "pass", rate, working };
  const { low, high } = extremesOf(change, base);
  const half = halfPlace({ ...percent, exponent: 0 });
  const possible = stated.plus(half).greaterThanOrEqualTo(low) && stated.minus(half).lessThanOrEqualTo(high);
  return { outcome: possible ? "rounding" : "fail", rate, working };
}

/**
 * Between what the rate lies where both amounts are rounded themselves: of this year's c and the change m it is m ÷ (c
 * ± m), of this year's c and last year's p it is |p − c| ÷ p.
 */
function extremesOf(change: Change, { quantity }: Claim): { low: ExactDecimal; high: ExactDecimal } {
  const current = absolute(quantity);
  const slack = halfPlace(quantity, quantity.known);
  const other = change.amount ?? change.prior!;
  const size = absolute(other).abs();
  const otherSlack = halfPlace(other, other.known);
  const down = change.direction === "down";
  const rates = [slack, slack.negated()].flatMap((offCurrent) =>
    [otherSlack, otherSlack.negated()].map((off) => {
      const [c, o] = [current.plus(offCurrent), size.plus(off)];
      const moved = change.amount === null ? o.minus(c).abs() : o;
      const before = change.amount === null ? o : down ? c.plus(o) : c.minus(o);
      return before.isPositive() && !before.isZero() ? moved.dividedBy(before).times(100) : new Exact(100);
    }),
  );
  return { low: Exact.min(...rates), high: Exact.max(...rates) };
}

/** "比上年1000万元增加100万元": with this year's figure, the three must fit. */
function amountOf(change: Change): Statement | null {
  const { amount, prior } = change;
  if (amount === null || prior === null || change.bases.length === 0) return null;
  const judged = change.bases.map((base) => {
    const expected =
      change.direction === "down"
        ? absolute(prior).minus(absolute(base.quantity))
        : absolute(base.quantity).minus(absolute(prior));
    const gap = expected.minus(absolute(amount)).abs();
    const tolerance = [base.quantity, prior, amount].reduce(
      (sum: ExactDecimal, quantity: Quantity) => sum.plus(halfPlace(quantity, quantity.known)),
      new Exact(0),
    );
    const outcome = gap.isZero()
      ? ("pass" as const)
      : gap.lessThanOrEqualTo(tolerance)
        ? ("rounding" as const)
        : ("fail" as const);
    return { base, expected, outcome };
  });
  const best = judged.find(({ outcome }) => outcome !== "fail") ?? judged[0]!;
  const show = (value: ExactDecimal) => value.times(powerOfTen(-amount.exponent)).toFixed();
  const [larger, smaller] = change.direction === "down" ? [prior, best.base.quantity] : [best.base.quantity, prior];
  return {
    outcome: best.outcome,
    says: (told) =>
      changeAmountDiffers.with(() => ({
        ...told.compared(),
        larger: show(absolute(larger)),
        smaller: show(absolute(smaller)),
        result: show(best.expected),
      })),
    at: change,
    quantity: amount,
    computed: best.expected,
    claims: [best.base, { passage: change.passage, quantity: amount }],
  };
}
