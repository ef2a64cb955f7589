import { z } from "zod/mini";
import { decimal, declare } from "../../reconcile";
import { amount, amountText, compared, comparedWith, quoted } from "../parameters";

/** How a rate was worked out, in the unit of the text; null where there is nothing to show. */
const rateWorking = z.nullable(
  z.union([
    /** `down` is null where `current` is last year's figure itself. */
    z.strictObject({ moved: decimal, current: decimal, down: z.nullable(z.boolean()), rate: decimal }),
    /** Last year would have been less than nothing. */
    z.strictObject({ impossible: decimal }),
  ]),
);
export type RateWorking = z.infer<typeof rateWorking>;

function rateText(working: RateWorking): string {
  if (working === null) return "";
  if ("impossible" in working) return `上年为 ${working.impossible}元，不可能`;
  const { moved, current, down, rate } = working;
  if (down === null) return `${moved} ÷ ${current} ＝ ${rate}%`;
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

export const changeImpossible = declare("narrative-change-impossible", {
  parameters: z.strictObject({ ...quoted, current: amount, by: amount }),
  title: ({ text, current, by }) =>
    `说明中“${text}”不可能：今年只有 ${amountText(current)}，增加不了 ${amountText(by)}`,
  lines: () => ["照此上年数会小于零，请核对增减额是否抄自别的项目"],
});

export const changeNotLevel = declare("narrative-change-not-level", {
  parameters: z.strictObject({ ...quoted, current: amount, before: amount }),
  title: ({ text, current, before }) =>
    `说明中“${text}”写的是持平，两年的数却是 ${amountText(current)} 和 ${amountText(before)}`,
  lines: () => [],
  pass: ({ text }) => `说明中“${text}”，两年的数相同`,
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

/** "完成年初预算的98.5%": `settled` ÷ `planned` = `rate` in percent. */
export const completionDiffers = declare("narrative-completion", {
  parameters: z.strictObject({ ...compared, settled: decimal, planned: decimal, rate: decimal }),
  title: ({ text, expected }) => `说明中“${text}”的完成比例按两个数算应为 ${amountText(expected)}`,
  lines: ({ settled, planned, rate, stated }) => [
    `${settled} ÷ ${planned} ＝ ${rate}%`,
    `说明中写的是 ${amountText(stated)}`,
  ],
  pass: ({ text }) => `说明中“${text}”的完成比例与两个数相符`,
});

/** The change of a whole beside those of its parts, each with its sign. */
export const changesDiffer = declare("narrative-changes", {
  parameters: z.strictObject({ ...compared, parts: z.array(z.string()) }),
  title: ({ text, expected }) => `说明中“${text}”的增减额与各部分增减额之和 ${amountText(expected)}不相等`,
  lines: ({ parts, expected, stated }) => [
    `${parts.join("；")}，合计 ${amountText(expected)}`,
    `说明中写的是 ${amountText(stated)}`,
  ],
  pass: ({ text }) => `说明中“${text}”的增减额等于各部分之和`,
});

/** `other`: the words that said the same change before. */
export const changesRepeatDiffer = declare("narrative-changes-repeated", {
  parameters: z.strictObject({ ...compared, other: z.string() }),
  title: ({ text, other }) => `说明中同一增减前后写得不一样：“${text}”与“${other}”`,
  lines: ({ stated, expected }) => [`一处：${amountText(stated)}`, `另一处：${amountText(expected)}`],
  pass: ({ text }) => `说明中“${text}”与前面所写一致`,
});

/** `part` ÷ `whole` = `rate` in percent. */
export const shareDiffers = declare("narrative-share", {
  parameters: z.strictObject({ ...compared, part: decimal, whole: decimal, rate: decimal }),
  title: ({ text, expected }) => `说明中“${text}”的占比按金额算应为 ${amountText(expected)}`,
  lines: ({ part, whole, rate, stated }) => [`${part} ÷ ${whole} ＝ ${rate}%`, `说明中写的是 ${amountText(stated)}`],
  pass: ({ text }) => `说明中“${text}”的占比与金额相符`,
});

/** "比上年有所增长" without an amount: `current` and `before` are those of the tables. */
export const movedOtherWay = declare("narrative-moved", {
  parameters: z.strictObject({ ...quoted, name: z.string(), current: amount, before: amount }),
  title: ({ text, name, current, before }) =>
    `说明中“${text}”与表不符：${name}今年 ${amountText(current)}，上年 ${amountText(before)}`,
  lines: () => [],
  pass: ({ text, name }) => `说明中“${text}”与两年的${name}相符`,
});
