import { z } from "zod/mini";
import { defineCheck } from "../../reconcile";
import { Exact } from "../../workbook";
import type { Completion } from "../claim";
import { outcomeOf, type Statement } from "../outcomes";
import { absolute, halfPlace } from "../quantity";
import { textsOf } from "../text";
import { completionDiffers } from "./change-sayings";

/** "年初预算为…，支出决算为…，完成年初预算的y%": y = 决算 ÷ 预算, at the decimals that y shows, with the rounding of both. */
export const completionFits = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [completionDiffers],
  run(context) {
    return textsOf(context).flatMap(({ reading }) =>
      reading.completions.flatMap((completion) => {
        const statement = judge(completion);
        return statement === null ? [] : [outcomeOf(context, statement)];
      }),
    );
  },
});

function judge({ settled, planned, percent, passage, start, end }: Completion): Statement | null {
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
    claims: [settled, planned],
  };
}
