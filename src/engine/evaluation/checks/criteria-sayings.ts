import { z } from "zod/mini";
import { decimal, declare } from "../../reconcile";
import { plainNumber } from "../../workbook";
import { ofIndicators, ofIndicator } from "../parameters";

/** Faults that differ in a detail only, told alike for several indicators, by the code of the fault. */
const sameFault: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "criterion-shared-bound": "的评分标准没有写明界限值含在哪一档",
    "criterion-amount-open": "的评分标准没有写明扣多少分，不同的人会给出不同的分",
    "criterion-unit-named-otherwise": "的评分标准与计量单位用词不同",
    "criterion-residue": "的评分标准末尾像是粘进了别的栏目，已不计",
  }),
);

/** `fault` and `message` are what `checkCriterion` says; null and "" where the criterion is in order. */
export const criterionFaulty = declare("criterion", {
  parameters: z.strictObject({
    ...ofIndicator,
    criterion: z.string(),
    fault: z.nullable(z.string()),
    message: z.string(),
  }),
  alike: {
    ...ofIndicators,
    fault: ({ fault, message }) => sameFault.get(fault ?? "") ?? message,
    item: ({ indicator }) => indicator,
    advice: ({ indicator, criterion }) => `例：${indicator}评分标准“${criterion}”`,
  },
  title: ({ name, indicator, message }) => `${name}${indicator}：${message}`,
  lines: ({ criterion }) => [`评分标准：${criterion}`],
  pass: ({ name, indicator }) => `${name}${indicator}的评分标准没有这类问题`,
});

/** A score beside its criterion as it is read. */
const scored = { ...ofIndicator, criterion: z.string() };

export const scoreOffCriterion = declare("score-by-criterion", {
  parameters: z.strictObject({ ...scored, steps: z.array(z.string()) }),
  title: ({ name, indicator }, { reported, computed }) =>
    `${name}${indicator}得分 ${plainNumber(reported)}，按评分标准应得 ${plainNumber(computed)}`,
  lines: ({ criterion, steps }) => [`评分标准：${criterion}`, steps.join("；")],
  pass: ({ name, indicator }) => `${name}${indicator}得分符合评分标准`,
});

export const scoreByOtherConvention = declare("score-other-convention", {
  parameters: z.strictObject({
    ...scored,
    steps: z.array(z.string()),
    given: decimal,
    scored: z.nullable(decimal),
    assumption: z.string(),
  }),
  title: (told) => `${told.name}${told.indicator}得分 ${told.given}，按通常的理解应得 ${told.scored ?? ""}，请确认`,
  lines: ({ criterion, steps, given, assumption }) => [
    `评分标准：${criterion}`,
    steps.join("；"),
    `只有这样理解才得 ${given}：${assumption}`,
  ],
});

export const scoreOutsideChoices = declare("score-outside-choices", {
  parameters: z.strictObject({ ...scored, given: decimal, question: z.string() }),
  title: ({ name, indicator, given }) => `${name}${indicator}得分 ${given}，不在评分标准可能给出的分数之中，请确认`,
  lines: ({ criterion, question }) => [`评分标准：${criterion}`, question],
});
