import { z } from "zod/mini";
import { defineCheck, type CheckContext, type Outcome } from "../../reconcile";
import type { Facets } from "../../tables";
import { Exact, powerOfTen, type ExactDecimal } from "../../workbook";
import type { Claim, Share } from "../claim";
import type { Passage } from "../passage";
import { factsOf } from "../facts";
import { outcomeOf, type Statement } from "../outcomes";
import { absolute, halfPlace, type Quantity } from "../quantity";
import { textsOf, type NarrativeText } from "../text";
import { shareDiffers } from "./change-sayings";

type Sources = Pick<CheckContext, "figures" | "amounts">;

/** What a part may be a share of: a figure that the text states, or one of the tables. */
interface Whole {
  readonly quantity: Quantity;
  readonly measure: string | null;
  /** The figure of the text; null for one of the tables. */
  readonly claim: Claim | null;
}

/** "…万元，占45.8%": the share of the part in the whole, at the decimals that it shows. Any whole that fits will do. */
export const shareFits = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [shareDiffers],
  run(context) {
    const outcomes: Outcome[] = [];
    for (const text of textsOf(context)) {
      const { shares } = text.reading;
      for (const share of shares) {
        const statement =
          judge(share, wholesOf(share, text, context), shares) ?? ofTableTotal(share, shares, text, context);
        if (statement) outcomes.push(outcomeOf(context, statement));
      }
    }
    return outcomes;
  },
});

/**
 * Those named as the whole anywhere in the text or in the tables; else what the part belongs to and what was said
 * before.
 */
function wholesOf(share: Share, text: NarrativeText, context: Sources): Whole[] {
  const { part, whole, meaning } = share;
  const named =
    whole === null
      ? []
      : text.reading.claims.filter(
          (claim) =>
            alike(claim.measure, whole) && ofThatMoney(claim, meaning) && !claim.reason && !claim.label.lastYear,
        );
  const said = [...new Set([...share.wholes, ...named])].filter(
    (claim) => claim !== part && claim.quantity.dimension === part.quantity.dimension && !claim.quantity.value.isZero(),
  );
  const stated = said.map((claim): Whole => ({ quantity: claim.quantity, measure: claim.measure, claim }));
  return [...stated, ...inTables(meaning, whole, part, text, context)];
}

/** "占一般公共预算项目支出": of that fund, where the words name one. */
function ofThatMoney({ meaning }: Claim, named: Facets | null): boolean {
  if (named === null || meaning === null) return true;
  return ["fund", "nature"].every(
    (one) => named[one] === undefined || named[one] === "all" || meaning[one] === named[one],
  );
}

/** The figures of the tables that a name may mean, in the unit of the part. */
function inTables(
  meaning: Facets | null,
  measure: string | null,
  { quantity }: Claim,
  { group }: NarrativeText,
  context: Sources,
): Whole[] {
  if (meaning === null || group === null || quantity.dimension !== "money") return [];
  return factsOf(group, context)
    .find(meaning)
    .flatMap(({ value }): Whole[] => {
      if (value === null || value.isZero()) return [];
      const own = value.times(powerOfTen(-quantity.exponent));
      const decimals = Math.max(quantity.decimals, own.decimalPlaces());
      return [{ quantity: { ...quantity, value: own, decimals, known: decimals }, measure, claim: null }];
    });
}

/**
 * "按支出功能分类：一般公共服务支出…，占0.80%；…": shares without a word for the whole are of the tables' total of such money,
 * where most of them in the passage are.
 */
function ofTableTotal(share: Share, shares: readonly Share[], text: NarrativeText, context: Sources): Statement | null {
  if (share.whole !== null || share.named || share.meaning !== null || share.part.head !== null) return null;
  const together = shares.filter(
    ({ passage, whole, part }) => inOneList(passage, share.passage) && whole === null && part.head === null,
  );
  const totals = totalsFor(share.part, text, context);
  for (const total of totals) {
    const fitting = together.filter((one) => compare(total, one).outcome !== "fail");
    const own = compare(total, share);
    if (own.outcome === "fail" ? fitting.length >= 2 && fitting.length * 2 > together.length : fitting.length >= 2)
      return statementOf(share, total, own);
  }
  return null;
}

/** The same paragraph, or another item of its list. */
function inOneList(one: Passage, other: Passage): boolean {
  if (one === other) return true;
  const [, ...above] = one.headings;
  return one.numbered && other.numbered && above.length > 0 && above.join() === other.headings.slice(1).join();
}

function totalsFor(part: Claim, text: NarrativeText, context: Sources): Whole[] {
  const side = part.meaning?.["side"];
  if (side === undefined || part.meaning?.["item"] !== undefined) return [];
  const fund = part.meaning?.["fund"];
  const funds = fund === undefined ? ["general-public", "fiscal", "all"] : [fund];
  // Beside a total with what was carried over the one of this year's money.
  const totals = funds.flatMap((one): Facets[] => [
    { side, fund: one },
    { side, fund: one, carried: "this-year" },
  ]);
  return totals.flatMap((total) => inTables(total, null, part, text, context));
}

/** "支出总额" and "本年支出" may be the same figure. */
function alike(measure: string | null, whole: string): boolean {
  return (
    measure !== null &&
    (measure === whole || measure === "budget-total" || measure.split("-")[0] === whole.split("-")[0])
  );
}

/**
 * The shares of one list make 100% together because the last of them was bent by one in the last place: a rounding
 * difference.
 */
function isBalanced(share: Share, shares: readonly Share[]): boolean {
  const together = shares.filter((other) =>
    share.part.head === null
      ? other.part.head === null && other.passage === share.passage
      : other.part.head === share.part.head,
  );
  return (
    together.length >= 2 &&
    together.reduce((sum: ExactDecimal, other) => sum.plus(other.percent.value), new Exact(0)).equals(100)
  );
}

function judge(share: Share, wholes: readonly Whole[], shares: readonly Share[]): Statement | null {
  const { percent } = share;
  const lastPlace = powerOfTen(-percent.decimals);
  const judged = wholes.map((whole) => {
    const found = compare(whole, share);
    const bent =
      found.outcome === "fail" &&
      found.rate.minus(percent.value).abs().lessThanOrEqualTo(lastPlace) &&
      isBalanced(share, shares);
    return { whole, ...found, outcome: bent ? ("rounding" as const) : found.outcome };
  });
  const best =
    judged.find(({ outcome }) => outcome === "pass") ??
    judged.find(({ outcome }) => outcome === "rounding") ??
    nearest(judged, percent.value);
  if (!best || (best.outcome === "fail" && !isSure(share, wholes))) return null;
  return statementOf(share, best.whole, best);
}

/** Of several wholes none of which fits, the likeliest: whose share is nearest to the stated one. */
function nearest<Found extends Compared>(judged: readonly Found[], stated: ExactDecimal): Found | undefined {
  const apart = (one: Found): ExactDecimal => one.rate.minus(stated).abs();
  return judged.reduce<Found | undefined>(
    (best, one) => (best === undefined || apart(one).lessThan(apart(best)) ? one : best),
    undefined,
  );
}

/** Without a whole that it surely belongs to, the share may be one of something else. */
function isSure({ part, whole, named }: Share, wholes: readonly Whole[]): boolean {
  if (whole === null) return part.head !== null || named;
  return wholes.some(({ measure }) => (/-total$/.test(whole) ? measure === whole : alike(measure, whole)));
}

function statementOf(share: Share, whole: Whole, { outcome, rate, exact }: Compared): Statement {
  const { part, percent, together } = share;
  return {
    outcome,
    says: (told) =>
      shareDiffers.with(() => ({
        ...told.compared(),
        part: sumOf(share).times(powerOfTen(-part.quantity.exponent)).toFixed(),
        whole: whole.quantity.value.toFixed(),
        rate: exact.toDecimalPlaces(Math.max(2, percent.decimals + 2)).toFixed(),
      })),
    at: { passage: share.passage, start: part.passage === share.passage ? part.start : share.start, end: share.end },
    quantity: percent,
    computed: rate,
    claims: whole.claim === null ? together : [...together, whole.claim],
  };
}

/** How a stated share stands to the one that is worked out: `rate` at its decimals, `exact` in full. */
interface Compared {
  readonly outcome: "pass" | "rounding" | "fail";
  readonly rate: ExactDecimal;
  readonly exact: ExactDecimal;
}

function sumOf({ together }: Share): ExactDecimal {
  return together.reduce((sum: ExactDecimal, { quantity }) => sum.plus(absolute(quantity)), new Exact(0));
}

function compare(whole: Pick<Whole, "quantity">, share: Share): Compared {
  const { percent, together } = share;
  const part = sumOf(share);
  const exact = part.dividedBy(absolute(whole.quantity)).times(100);
  const rate = exact.toDecimalPlaces(percent.decimals, Exact.ROUND_HALF_UP);
  if (rate.equals(percent.value)) return { outcome: "pass", rate, exact };
  const slack = together.reduce(
    (all: ExactDecimal, { quantity }) => all.plus(halfPlace(quantity, quantity.known)),
    new Exact(0),
  );
  const wholeSlack = halfPlace(whole.quantity, whole.quantity.known);
  const low = part.minus(slack).dividedBy(absolute(whole.quantity).plus(wholeSlack)).times(100);
  const below = absolute(whole.quantity).minus(wholeSlack);
  const high = below.isPositive() && !below.isZero() ? part.plus(slack).dividedBy(below).times(100) : exact;
  const half = new Exact("0.5").times(powerOfTen(-percent.decimals));
  const possible =
    percent.value.plus(half).greaterThanOrEqualTo(low) && percent.value.minus(half).lessThanOrEqualTo(high);
  return { outcome: possible ? "rounding" : "fail", rate, exact };
}
