import { z } from "zod/mini";
import { defineCheck, type CheckContext } from "../../reconcile";
import { Exact, powerOfTen, type ExactDecimal } from "../../workbook";
import type { Claim, Completion } from "../claim";
import { outcomeOf, type Statement } from "../outcomes";
import { absolute, halfPlace } from "../quantity";
import { resolve } from "../resolve";
import { textsOf, type NarrativeText } from "../text";
import { sameTopic } from "../topic";
import { completionDiffers } from "./change-sayings";

/**
 * "年初预算为…，支出决算为…，完成年初预算的y%": y = 决算 ÷ 预算, at the decimals that y shows, with the rounding of both. Where the
 * text does not give the planned figure, it is that of the tables.
 */
export const completionFits = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [completionDiffers],
  run(context) {
    return textsOf(context).flatMap((text) =>
      text.reading.completions.flatMap((completion) => {
        const judged = settledFigures(completion, text, context).flatMap((settled): Statement[] => {
          const planned = completion.planned ?? plannedClaim(settled, text, context);
          const apart = planned === null ? plannedApart({ ...completion, settled }, text) : null;
          const plan = planned ?? apart?.planned;
          const statement = plan === undefined ? null : judge({ ...completion, settled }, plan);
          if (statement === null) return [];
          return [apart === null ? statement : { ...statement, claims: [...statement.claims!, ...apart.by] }];
        });
        const best =
          judged.find(({ outcome }) => outcome === "pass") ?? judged.find(({ outcome }) => outcome === "rounding");
        const statement = best ?? judged[0];
        if (statement === undefined) return [];
        // What a sentence that names nothing is about is not sure: that no figure fits asks for a reason.
        const sure = judged.length === 1 || !inNewSentence(completion);
        return [outcomeOf(context, best !== undefined || sure ? statement : { ...statement, severity: "explain" })];
      }),
    );
  },
});

/**
 * The settled figures that a rate may be of, the likeliest first: what the planned one is called by ("一般公共预算财政拨款支出完成
 * 年初预算4332.0万元的106.5%"), else the last one; in a sentence of its own also what that is a part of.
 */
function settledFigures(
  completion: Completion,
  text: NarrativeText,
  context: Pick<CheckContext, "figures" | "amounts">,
): Claim[] {
  const { settled, planned } = completion;
  if (planned !== null && isNamed(planned) && !sameTopic(planned, settled)) {
    const said = text.reading.claims.filter(
      (claim) =>
        claim.label.version !== "budget" && !claim.label.lastYear && !claim.reason && sameTopic(claim, planned),
    );
    const inTables = settledClaim(planned, text, context);
    return inTables === null ? said : [...said, inTables];
  }
  if (!inNewSentence(completion)) return [settled];
  const wholes: Claim[] = [];
  for (let whole = settled.head; whole !== null; whole = whole.head) wholes.push(whole);
  return [settled, ...wholes];
}

/** It has a name of its own, not only that of a stage. */
function isNamed({ measure, path, label }: Claim): boolean {
  return (label.measure !== null && label.measure === measure) || (path !== null && label.path === path);
}

/** A full stop stands between the settled figure and the rate. */
function inNewSentence({ settled, passage, end }: Completion): boolean {
  return settled.passage !== passage || passage.text.slice(settled.end, end).includes("。");
}

/** What the tables say was planned of a settled figure, in 元; null where they do not, or leave open which it is. */
export function plannedInTables(
  settled: Claim,
  text: NarrativeText,
  context: Pick<CheckContext, "figures" | "amounts">,
): ExactDecimal | null {
  if (text.stage !== "final") return null;
  const found = resolve({ ...settled, label: { ...settled.label, version: "budget" } }, text, context);
  const [value, ...others] = "missing" in found ? [] : found.facts.map((fact) => fact.value);
  if (value === undefined || value === null) return null;
  return others.every((other) => other !== null && other.eq(value)) ? value : null;
}

function plannedClaim(
  settled: Claim,
  text: NarrativeText,
  context: Pick<CheckContext, "figures" | "amounts">,
): Claim | null {
  return withValue(settled, plannedInTables(settled, text, context));
}

/** "…，决算数与预算数持平" behind the rate. */
const asPlanned = /^,?(?:支出)?(?:决算数?)?(?:与|和|同)(?:年初|全年|调整)?预算(?:数)?(?:相比)?(?:持平|一致|相同)/;

/** "完成预算99.2%，决算数小于预算数13.62万元": what was planned, by how far the settled figure is from it. */
function plannedApart(
  { settled, passage, end }: Completion,
  { reading }: NarrativeText,
): { readonly planned: Claim; readonly by: readonly Pick<Claim, "passage" | "quantity">[] } | null {
  const amount = absolute(settled.quantity);
  if (asPlanned.test(passage.text.slice(end, end + 24))) return { planned: withValue(settled, amount)!, by: [] };
  const change = reading.changes.find(
    (one) =>
      one.passage === passage &&
      one.start >= end &&
      one.bases[0] === settled &&
      !one.reason &&
      isApart.test(one.against),
  );
  const apart = change?.amount ?? null;
  if (change === undefined || apart === null || change.direction === "flat") return null;
  const value = change.direction === "down" ? amount.plus(absolute(apart)) : amount.minus(absolute(apart));
  return { planned: withValue(settled, value)!, by: [{ passage, quantity: apart }] };
}

/** "小于预算数", "比年初预算". */
const isApart = /(?:大于|高于|超过|超出|多于|小于|低于|少于|[比较])(?:年初|全年|调整)?预算/;

/** What the tables say came of a planned figure; null where they do not, or leave open which it is. */
function settledClaim(
  planned: Claim,
  text: NarrativeText,
  context: Pick<CheckContext, "figures" | "amounts">,
): Claim | null {
  if (text.stage !== "final") return null;
  const found = resolve({ ...planned, label: { ...planned.label, version: null } }, text, context);
  const [value, ...others] = "missing" in found ? [] : found.facts.map((fact) => fact.value);
  if (value === undefined || others.some((other) => value === null || other?.eq(value) !== true)) return null;
  return withValue(planned, value);
}

/** The same claim with a figure of the tables, in 元. */
function withValue(claim: Claim, amount: ExactDecimal | null): Claim | null {
  if (amount === null) return null;
  const { exponent, decimals } = claim.quantity;
  const value = amount.times(powerOfTen(-exponent));
  const known = Math.max(decimals, value.decimalPlaces());
  return { ...claim, quantity: { ...claim.quantity, value, decimals: known, known } };
}

function judge({ settled, percent, passage, start, end, planned: said }: Completion, planned: Claim): Statement | null {
  const [above, below] = [absolute(settled.quantity), absolute(planned.quantity)];
  if (below.isZero()) return null;
  const exact = above.dividedBy(below).times(100);
  const rate = exact.toDecimalPlaces(percent.decimals, Exact.ROUND_HALF_UP);
  const slack = halfPlace(settled.quantity, settled.quantity.known)
    .plus(exact.dividedBy(100).times(halfPlace(planned.quantity, planned.quantity.known)))
    .dividedBy(below)
    .times(100)
    .plus(halfPlace({ ...percent, exponent: 0 }));
  const apart = exact.minus(percent.value).abs();
  return {
    outcome: rate.eq(percent.value) ? "pass" : apart.lessThanOrEqualTo(slack) ? "rounding" : "fail",
    says: (told) =>
      completionDiffers.with(() => ({
        ...told.compared(),
        settled: settled.quantity.value.toFixed(),
        planned: planned.quantity.value.toFixed(),
        rate: exact.toDecimalPlaces(Math.max(2, percent.decimals + 2)).toFixed(),
      })),
    at: { passage, start, end },
    quantity: percent,
    computed: rate,
    claims: said === null ? [settled] : [settled, planned],
  };
}
