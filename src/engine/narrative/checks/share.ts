import { z } from "zod/mini";
import { defineCheck, type Outcome } from "../../reconcile";
import { Exact, powerOfTen, type ExactDecimal } from "../../workbook";
import type { Claim, Share } from "../claim";
import { outcomeOf, type Statement } from "../outcomes";
import { absolute, halfPlace } from "../quantity";
import { textsOf } from "../text";
import { shareDiffers } from "./change-sayings";

/** "…万元，占45.8%": the share of the part in the whole, at the decimals that it shows. Any whole that fits will do. */
export const shareFits = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [shareDiffers],
  run(context) {
    const outcomes: Outcome[] = [];
    for (const { reading } of textsOf(context)) {
      for (const share of reading.shares) {
        const statement = judge(share, wholesOf(share, reading.claims), reading.shares);
        if (statement) outcomes.push(outcomeOf(context, statement));
      }
    }
    return outcomes;
  },
});

/** Those named as the whole anywhere in the text; else what the part belongs to and the figures said before. */
function wholesOf(share: Share, claims: readonly Claim[]): Claim[] {
  const { part, whole } = share;
  const named =
    whole === null
      ? []
      : claims.filter((claim) => alike(claim.measure, whole) && !claim.reason && !claim.label.lastYear);
  return [...new Set([...share.wholes, ...named])].filter(
    (claim) => claim !== part && claim.quantity.dimension === part.quantity.dimension && !claim.quantity.value.isZero(),
  );
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

function judge(share: Share, wholes: readonly Claim[], shares: readonly Share[]): Statement | null {
  const { part, percent } = share;
  const lastPlace = powerOfTen(-percent.decimals);
  const judged = wholes.map((whole) => {
    const found = compare(part, whole, share);
    const bent =
      found.outcome === "fail" &&
      found.rate.minus(percent.value).abs().lessThanOrEqualTo(lastPlace) &&
      isBalanced(share, shares);
    return { whole, ...found, outcome: bent ? ("rounding" as const) : found.outcome };
  });
  const best =
    judged.find(({ outcome }) => outcome === "pass") ??
    judged.find(({ outcome }) => outcome === "rounding") ??
    judged[0];
  // Without a whole that it surely belongs to, the share may be one of something else.
  if (!best || (best.outcome === "fail" && part.head === null && share.whole === null && !share.named)) return null;
  const sure = (measure: string | null): boolean =>
    /-total$/.test(share.whole ?? "") ? measure === share.whole : alike(measure, share.whole!);
  if (best.outcome === "fail" && share.whole !== null && !judged.some(({ whole }) => sure(whole.measure))) return null;
  return {
    outcome: best.outcome,
    says: (told) =>
      shareDiffers.with(() => ({
        ...told.compared(),
        part: part.quantity.value.toFixed(),
        whole: best.whole.quantity.value.toFixed(),
        rate: best.exact.toDecimalPlaces(Math.max(2, percent.decimals + 2)).toFixed(),
      })),
    at: { passage: part.passage, start: part.passage === share.passage ? part.start : share.start, end: share.end },
    quantity: percent,
    computed: best.rate,
    claims: [part, best.whole],
  };
}

function compare(
  part: Claim,
  whole: Claim,
  { percent }: Share,
): { outcome: "pass" | "rounding" | "fail"; rate: ExactDecimal; exact: ExactDecimal } {
  const exact = absolute(part.quantity).dividedBy(absolute(whole.quantity)).times(100);
  const rate = exact.toDecimalPlaces(percent.decimals, Exact.ROUND_HALF_UP);
  if (rate.equals(percent.value)) return { outcome: "pass", rate, exact };
  const slack = halfPlace(part.quantity, part.quantity.known);
  const wholeSlack = halfPlace(whole.quantity, whole.quantity.known);
  const low = absolute(part.quantity).minus(slack).dividedBy(absolute(whole.quantity).plus(wholeSlack)).times(100);
  const below = absolute(whole.quantity).minus(wholeSlack);
  const high =
    below.isPositive() && !below.isZero() ? absolute(part.quantity).plus(slack).dividedBy(below).times(100) : exact;
  const half = new Exact("0.5").times(powerOfTen(-percent.decimals));
  const possible =
    percent.value.plus(half).greaterThanOrEqualTo(low) && percent.value.minus(half).lessThanOrEqualTo(high);
  return { outcome: possible ? "rounding" : "fail", rate, exact };
}
