import { z } from "zod/mini";
import { defineCheck, type CheckContext } from "../../reconcile";
import { Exact, powerOfTen, type ExactDecimal } from "../../workbook";
import type { Claim, Completion } from "../claim";
import { outcomeOf, type Statement } from "../outcomes";
import { absolute, halfPlace } from "../quantity";
import { resolve } from "../resolve";
import { textsOf, type NarrativeText } from "../text";
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
        const planned = completion.planned ?? plannedClaim(completion.settled, text, context);
        const statement = planned === null ? null : judge(completion, planned);
        return statement === null ? [] : [outcomeOf(context, statement)];
      }),
    );
  },
});

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
  const planned = plannedInTables(settled, text, context);
  if (planned === null) return null;
  const { exponent, decimals } = settled.quantity;
  const value = planned.times(powerOfTen(-exponent));
  const known = Math.max(decimals, value.decimalPlaces());
  return { ...settled, quantity: { ...settled.quantity, value, decimals: known, known } };
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
