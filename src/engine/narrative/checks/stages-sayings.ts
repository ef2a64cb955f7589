import { z } from "zod/mini";
import { declare } from "../../reconcile";
import { amount, amountText, quoted } from "../parameters";

/** Settled beside planned, in words: `should` is what the two figures (or the rate alone, in percent) say. */
export const stagesContradicted = declare("narrative-stages", {
  parameters: z.strictObject({
    ...quoted,
    should: z.enum(["大于", "小于", "等于"]),
    settled: z.nullable(amount),
    planned: z.nullable(amount),
    rate: z.nullable(z.string()),
  }),
  reason: ({ text }) => text,
  title: ({ text, should }) => `说明中“${text}”写反了：按两个数，决算数${should}预算数`,
  lines: ({ settled, planned, rate }) =>
    settled !== null && planned !== null
      ? [`决算数 ${amountText(settled)}，预算数 ${amountText(planned)}`]
      : [`说明中写的是完成预算的 ${rate}%`],
  pass: ({ text }) => `说明中“${text}”与两个数相符`,
});
