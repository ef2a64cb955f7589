import { z } from "zod/mini";
import { defineCheck, type CheckContext, type Outcome } from "../../reconcile";
import { Exact, powerOfTen, type ExactDecimal } from "../../workbook";
import type { Change, Claim } from "../claim";
import { compareQuantity } from "../comparison";
import { outcomeOf, type Statement } from "../outcomes";
import { absolute, halfPlace, type Quantity } from "../quantity";
import { resolve } from "../resolve";
import { textsOf, type NarrativeText } from "../text";
import { bestOf } from "./figures";
import {
  changeAmountDiffers,
  changeContradictsItself,
  changeImpossible,
  changeNotLevel,
  changeRateDiffers,
  type RateWorking,
} from "./change-sayings";

/**
 * "较去年减少x万元，下降y%": y = x / (this ± x), at the decimals that y shows. Where it is not sure which figure is compared, any
 * that fits will do. A rate over nothing ("上年无此预算") may be called 100%.
 */
export const changeRateFits = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [changeRateDiffers, changeContradictsItself, changeAmountDiffers, changeImpossible, changeNotLevel],
  run(context) {
    const outcomes: Outcome[] = [];
    for (const text of textsOf(context)) {
      for (const stated of text.reading.changes) {
        const change = settled(stated, text, context);
        for (const statement of [
          impossible(change) ?? directionOf(change) ?? rateOf(change),
          onlyRight(change, amountOf(change)),
          levelOf(change),
        ])
          if (statement) outcomes.push(outcomeOf(context, statement));
      }
    }
    return outcomes;
  },
});

/**
 * The change with the figures that it is reckoned from: last year's is that of a sentence before; beside this year's,
 * as the text states it, stands the tables', where the two differ.
 */
function settled(change: Change, text: NarrativeText, context: Pick<CheckContext, "figures" | "amounts">): Change {
  if (change.before === null) return change;
  const bases = change.bases.slice(0, 1).flatMap((base): Claim[] => {
    const found = resolve(base, text, context);
    const readable = "missing" in found ? [] : found.facts.filter(({ value }) => value !== null);
    if (readable.length === 0 || bestOf(base, readable).outcome !== "fail") return [base];
    const { exponent, decimals } = base.quantity;
    const value = readable[0]!.value!.times(powerOfTen(-exponent)).toDecimalPlaces(decimals, Exact.ROUND_HALF_UP);
    return [{ ...base, quantity: { ...base.quantity, value } }, base];
  });
  return { ...change, prior: change.prior ?? change.before.quantity, bases };
}

/** Where it is not sure that a change is compared with what it is reckoned from, it can only be right. */
function onlyRight({ open }: Change, statement: Statement | null): Statement | null {
  return open && statement?.outcome === "fail" ? null : statement;
}

/** "比2022年预算执行数持平": this year's figure is that of last year. */
function levelOf(change: Change): Statement | null {
  const { direction, prior, bases, before } = change;
  const [base] = bases;
  if (direction !== "flat" || prior === null || base === undefined) return null;
  const verdicts = bases.map(({ quantity }) => compareQuantity(quantity, absolute(prior), halfPlace(prior)));
  const outcome = verdicts.includes("pass") ? "pass" : verdicts.includes("rounding") ? "rounding" : "fail";
  return {
    outcome,
    says: (told) =>
      changeNotLevel.with(() => ({
        text: told.text,
        current: { value: base.quantity.value.toFixed(base.quantity.decimals), unit: base.quantity.unit },
        before: { value: prior.value.toFixed(prior.decimals), unit: prior.unit },
      })),
    at: change,
    quantity: null,
    computed: null,
    claims: [base, ...priorOf(change), ...(before === null ? [] : [before])],
  };
}

/** "0万元，增加1421.25万元": last year's figure would have been less than nothing. */
function impossible(change: Change): Statement | null {
  const { amount, bases, prior, direction } = change;
  const [base, ...others] = bases;
  if (
    change.open ||
    amount === null ||
    prior !== null ||
    direction !== "up" ||
    base === undefined ||
    amount.value.isNegative()
  )
    return null;
  if ([base, ...others].some(({ quantity }) => !absolute(quantity).lessThan(absolute(amount)))) return null;
  if (bases.some(({ label, quantity }) => label.version === "executed" || quantity.value.isNegative())) return null;
  const half = halfPlace(base.quantity, base.quantity.known).plus(halfPlace(amount, amount.known));
  if (absolute(amount).minus(absolute(base.quantity)).lessThanOrEqualTo(half)) return null;
  return {
    outcome: "fail",
    says: (told) =>
      changeImpossible.with(() => ({
        text: told.text,
        current: { value: base.quantity.value.toFixed(base.quantity.decimals), unit: base.quantity.unit },
        by: { value: amount.value.toFixed(amount.decimals), unit: amount.unit },
      })),
    at: change,
    quantity: amount,
    computed: absolute(base.quantity),
    cause: { passage: change.passage, quantity: amount },
    claims: [base, { passage: change.passage, quantity: amount }],
  };
}

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

/** With last year's figure given, the change has a direction of its own. */
function wrongWay(change: Change, base: Claim): boolean {
  if (change.prior === null) return false;
  const moved = absolute(base.quantity).minus(absolute(change.prior));
  return change.direction === "down" ? moved.isPositive() && !moved.isZero() : moved.isNegative();
}

function rateOf(change: Change): Statement | null {
  const { amount, percent, bases } = change;
  if (percent === null || (amount === null && change.prior === null)) return null;
  // That it went the other way is said of the amount.
  if (amount !== null && bases.length > 0 && bases.every((base) => wrongWay(change, base))) return null;
  const judged = change.bases.flatMap((base) => {
    const verdict = judge(change, base);
    if (verdict === null) return [];
    return [
      { base, ...verdict, outcome: amount === null && wrongWay(change, base) ? ("fail" as const) : verdict.outcome },
    ];
  });
  const best =
    judged.find(({ outcome }) => outcome === "pass") ??
    judged.find(({ outcome }) => outcome === "rounding") ??
    judged[0];
  if (!best) return null;
  // Of several figures that stand in other sentences, none of which fits, it is not sure which is compared.
  const open = best.outcome === "fail" && differ(judged.map(({ base }) => base)) && !isBeside(change, best.base);
  return {
    outcome: best.outcome,
    ...(open ? { severity: "explain" as const } : {}),
    says: (told) => changeRateDiffers.with(() => ({ ...told.compared(), working: best.working() })),
    at: change,
    quantity: percent,
    computed: best.rate,
    claims: [
      best.base,
      ...(amount === null ? priorOf(change) : [{ passage: change.passage, quantity: amount }]),
      ...(change.before === null ? [] : [change.before]),
    ],
  };
}

function differ([first, ...others]: readonly Claim[]): boolean {
  return others.some(({ quantity }) => !absolute(quantity).eq(absolute(first!.quantity)));
}

/** The compared figure stands in the sentence that compares it. */
function isBeside({ passage, start }: Change, base: Claim): boolean {
  return base.passage === passage && !passage.text.slice(base.end, start).includes("。");
}

function judge(
  change: Change,
  base: Claim,
): { outcome: "pass" | "rounding" | "fail"; rate: ExactDecimal; working: () => RateWorking } | null {
  const percent = change.percent!;
  const current = absolute(base.quantity);
  const moved = change.amount === null ? absolute(change.prior!).minus(current).abs() : absolute(change.amount).abs();
  const before =
    change.amount === null
      ? absolute(change.prior!)
      : change.direction === "down"
        ? current.plus(moved)
        : current.minus(moved);
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
    current: show(change.amount === null ? before : current),
    down: change.amount === null ? null : change.direction === "down",
    rate: exact.toDecimalPlaces(Math.max(2, percent.decimals + 2)).toFixed(),
  });
  if (rate.equals(stated) || isOfCurrent(change, current, moved)) return { outcome: "pass", rate, working };
  const { low, high } = extremesOf(change, base);
  const half = halfPlace({ ...percent, exponent: 0 });
  const possible = stated.plus(half).greaterThanOrEqualTo(low) && stated.minus(half).lessThanOrEqualTo(high);
  return { outcome: possible ? "rounding" : "fail", rate, working };
}

/** "年初预算100万元，增加15万元，增长15%": where it is open what is compared, the figure in front may be the one before. */
function isOfCurrent({ open, percent }: Change, current: ExactDecimal, moved: ExactDecimal): boolean {
  if (!open || current.isZero()) return false;
  const rate = moved.dividedBy(current).times(100).toDecimalPlaces(percent!.decimals, Exact.ROUND_HALF_UP);
  return rate.eq(percent!.value.abs());
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
    claims: [
      best.base,
      ...priorOf(change),
      ...(change.before === null ? [] : [change.before]),
      { passage: change.passage, quantity: amount },
    ],
  };
}

/** Last year's figure that the change itself names: it takes part in what is reckoned. */
function priorOf({ passage, prior, before }: Change): { passage: Change["passage"]; quantity: Quantity }[] {
  return prior === null || before !== null ? [] : [{ passage, quantity: prior }];
}
