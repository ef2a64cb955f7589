import { z } from "zod/mini";
import { decimal, declare } from "../../reconcile";
import { amount, amountText, compared, comparedWith, quoted } from "../parameters";

/** How a rate was worked out, in the unit of the text; null where there is nothing to show. */
const rateWorking = z.nullable(
  z.union([
    z.strictObject({ moved: decimal, current: decimal, down: z.boolean(), rate: decimal }),
    /** Last year would have been less than nothing. */
    z.strictObject({ impossible: decimal }),
  ]),
);
export type RateWorking = z.infer<typeof rateWorking>;

function rateText(working: RateWorking): string {
  if (working === null) return "";
  if ("impossible" in working) return `上年为 ${working.impossible}元，不可能`;
  const { moved, current, down, rate } = working;
  return `${moved} ÷（${current} ${down ? "＋" : "－"} ${moved}）＝ ${rate}%`;
}

export const changeRateDiffers = declare("narrative-change-rate", {
  parameters: z.strictObject({ ...compared, working: rateWorking }),
  title: ({ text, expected }) => `说明中“${text}”的增减幅度按增减额算应为 ${amountText(expected)}`,
  lines: ({ working, stated }) => [rateText(working), `说明中写的是 ${amountText(stated)}`],
  pass: ({ text }) => `说明中“${text}”的增减幅度与增减额相符`,
});

export const changeContradictsItself = declare("narrative-change-direction", {
  parameters: z.strictObject(quoted),
  title: ({ text }) => `说明中“${text}”一处说增加、一处说减少`,
  lines: () => [],
});

export const changeAmountDiffers = declare("narrative-change-amount", {
  parameters: z.strictObject({ ...compared, larger: decimal, smaller: decimal, result: decimal }),
  title: ({ text, expected }) => `说明中“${text}”的增减额按两年的数算应为 ${amountText(expected)}`,
  lines: ({ larger, smaller, result, stated }) => [
    `${larger} － ${smaller} ＝ ${result}`,
    `说明中写的是 ${amountText(stated)}`,
  ],
  pass: ({ text }) => `说明中“${text}”的增减额与两年的数相符`,
});

/** A change without its sign. */
const change = z.strictObject({ down: z.boolean(), by: amount });

function changeText({ down, by }: z.infer<typeof change>): string {
  return `${down ? "减少" : "增加"} ${amountText(by)}`;
}

/** `current` and `before`: the figure of both years, in the unit of the text. */
export const changeOffTables = declare("narrative-prior-change", {
  parameters: z.strictObject({
    ...quoted,
    name: z.string(),
    said: change,
    should: change,
    current: amount,
    before: amount,
  }),
  title: ({ text, name, should }) => `说明中“${text}”，按两年的${name}应为${changeText(should)}`,
  lines: ({ current, before, said }) => [
    `今年 ${amountText(current)} － 去年 ${amountText(before)}`,
    `说明中写的是${changeText(said)}`,
  ],
  pass: ({ text, name }) => `说明中“${text}”与两年的${name}相符`,
});

export const priorFigureDiffers = declare("narrative-prior-figure", {
  parameters: z.strictObject(comparedWith),
  title: ({ text, name, expected }) => `说明中“${text}”与去年表中的${name} ${amountText(expected)}不一致`,
  lines: ({ stated, name, expected }) => [`说明：${amountText(stated)}`, `去年的${name}：${amountText(expected)}`],
  pass: ({ text, name }) => `说明中“${text}”与去年表中的${name}一致`,
});

/** `part` ÷ `whole` = `rate` in percent. */
export const shareDiffers = declare("narrative-share", {
  parameters: z.strictObject({ ...compared, part: decimal, whole: decimal, rate: decimal }),
  title: ({ text, expected }) => `说明中“${text}”的占比按金额算应为 ${amountText(expected)}`,
  lines: ({ part, whole, rate, stated }) => [`${part} ÷ ${whole} ＝ ${rate}%`, `说明中写的是 ${amountText(stated)}`],
  pass: ({ text }) => `说明中“${text}”的占比与金额相符`,
});
