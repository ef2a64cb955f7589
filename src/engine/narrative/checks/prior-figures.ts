import { z } from "zod/mini";
import { defineCheck, type CheckContext, type Outcome } from "../../reconcile";
import { powerOfTen, type ExactDecimal } from "../../workbook";
import type { Change, Claim } from "../claim";
import { compareQuantity } from "../comparison";
import { factsOf, type Fact } from "../facts";
import { amountOf, outcomeOf, othersOf, type Statement } from "../outcomes";
import type { Amount } from "../parameters";
import { absolute, type Quantity } from "../quantity";
import { nameOf, resolveIn } from "../resolve";
import { textsOf, type NarrativeText } from "../text";
import { changeOffTables, priorFigureDiffers } from "./change-sayings";
import { isOwn } from "./mentions-agree";

type Sources = Pick<CheckContext, "figures" | "amounts">;

/** The figures of both years that a change may be about, in 元. */
interface BothYears {
  readonly base: Claim;
  readonly current: Fact;
  readonly before: Fact;
}

/** Words that speak of last year's outcome, not of its budget. */
const outturn = /决算|执行|实际|完成|调整/;

/**
 * What the text says of a change is what the two years' tables say: "较去年减少365.43万元" is this year's figure less last
 * year's; so is last year's figure that a comparison names. Only where this year's figure agrees with its table and
 * both years give one answer.
 */
export const priorFiguresAgree = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [changeOffTables, priorFigureDiffers],
  run(context) {
    const outcomes: Outcome[] = [];
    for (const text of textsOf(context)) {
      if (text.prior === null) continue;
      for (const change of text.reading.changes) {
        if (speaksOfOutturn(change)) continue;
        const found = change.bases.flatMap((base) => bothYears(base, text, context));
        const prior = priorOf(change, found);
        // Reckoned from a wrong figure of last year, the change is wrong for that.
        for (const statement of prior?.outcome === "fail" ? [prior] : [changeOf(change, found), prior])
          if (statement !== null) outcomes.push(outcomeOf(context, statement));
      }
    }
    return outcomes;
  },
});

/** "较去年减少365.43万元": the difference of the two years. */
function changeOf(change: Change, found: readonly BothYears[]): Statement | null {
  const { amount, direction } = change;
  if (amount === null || direction === "flat") return null;
  const stated = direction === "down" ? absolute(amount).negated() : absolute(amount);
  const signed: Quantity = { ...amount, value: direction === "down" ? amount.value.negated() : amount.value };
  const judged = found.map((one) => {
    const difference = one.current.value!.minus(one.before.value!);
    return { ...one, difference, verdict: verdictOf(signed, stated, difference, one) };
  });
  const best =
    judged.find(({ verdict }) => verdict === "pass") ??
    judged.find(({ verdict }) => verdict === "rounding") ??
    only(judged, ({ difference }) => difference);
  if (!best) return null;
  const inUnit = (value: ExactDecimal): Amount => amountOf(amount, value.times(powerOfTen(-amount.exponent)));
  return {
    outcome: best.verdict,
    says: ({ text: words }) =>
      changeOffTables.with(() => ({
        text: words,
        name: `“${nameOf(best.base)}”`,
        said: { down: direction === "down", by: inUnit(stated.abs()) },
        should: { down: best.difference.isNegative(), by: inUnit(best.difference.abs()) },
        current: inUnit(best.current.value!),
        before: inUnit(best.before.value!),
      })),
    at: change,
    quantity: signed,
    computed: best.difference,
    others: [...othersOf(best.current), ...othersOf(best.before)],
    cause: best.verdict === "fail" ? { passage: change.passage, quantity: amount } : null,
    claims: [best.base],
  };
}

/** Both years are rounded before they are subtracted, or after: either is right. */
function verdictOf(signed: Quantity, stated: ExactDecimal, difference: ExactDecimal, { current, before }: BothYears) {
  if (difference.eq(stated)) return "pass" as const;
  const verdict = compareQuantity(signed, difference, current.half.plus(before.half));
  const place = powerOfTen(signed.exponent - signed.decimals);
  return verdict === "fail" && stated.minus(difference).abs().lessThanOrEqualTo(place)
    ? ("rounding" as const)
    : verdict;
}

/** "比2024年预算10465万元减少…": last year's figure inside a comparison. */
function priorOf(change: Change, found: readonly BothYears[]): Statement | null {
  const { prior } = change;
  if (prior === null) return null;
  const judged = found.map((one) => ({ ...one, verdict: compareQuantity(prior, one.before.value!, one.before.half) }));
  const best =
    judged.find(({ verdict }) => verdict === "pass") ??
    judged.find(({ verdict }) => verdict === "rounding") ??
    only(judged, ({ before }) => before.value!);
  return best
    ? {
        outcome: best.verdict,
        says: (told) => priorFigureDiffers.with(() => ({ ...told.compared(), name: `“${nameOf(best.base)}”` })),
        at: change,
        quantity: prior,
        computed: best.before.value!,
        others: othersOf(best.before),
      }
    : null;
}

/** The figures of both years, where this year's is the one that the text states. */
function bothYears(base: Claim, text: NarrativeText, context: Sources): BothYears[] {
  if (!isOwn({ ...base, head: null }, text) || text.group === null || text.prior === null) return [];
  const [now, then] = [factsOf(text.group, context), factsOf(text.prior, context)].map((facts) =>
    resolveIn(base, facts),
  );
  return now!.flatMap((current) => {
    if (current.value === null || compareQuantity(base.quantity, current.value, current.half) === "fail") return [];
    const same = then!.filter(
      ({ table, facets, value }) =>
        value !== null &&
        table.template.kind === current.table.template.kind &&
        JSON.stringify(facets) === JSON.stringify(current.facets),
    );
    return same.length === 1 ? [{ base, current, before: same[0]! }] : [];
  });
}

/** The only answer there is; undefined where the places give several. */
function only<Found>(found: readonly Found[], answer: (one: Found) => ExactDecimal): Found | undefined {
  const [first] = found;
  return first !== undefined && found.every((other) => answer(other).eq(answer(first))) ? first : undefined;
}

function speaksOfOutturn({ passage, start, end }: Change): boolean {
  return outturn.test(passage.text.slice(Math.max(0, start - 12), end));
}
