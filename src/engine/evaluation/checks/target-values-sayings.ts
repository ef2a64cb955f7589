import { z } from "zod/mini";
import { declare } from "../../reconcile";
import { ofIndicator } from "../parameters";

export const targetInWords = declare("target-in-words", {
  parameters: z.strictObject({ ...ofIndicator, target: z.string(), type: z.string() }),
  reason: () => "指标值是文字",
  title: ({ name, indicator, target, type }) =>
    `${name}${indicator}的指标值是文字“${target}”，指标值类型写的是“${type}”`,
  lines: () => ["类型要求是数，文字无法比较；请填数值，或把类型改为定性。"],
  pass: ({ name, indicator }) => `${name}${indicator}的指标值与类型相符`,
});

/** The target with its sign and unit. */
const ofTarget = { ...ofIndicator, full: z.string() };

export const targetAlwaysMet = declare("target-always-met", {
  parameters: z.strictObject(ofTarget),
  reason: () => "任何结果都达到",
  title: ({ name, indicator, full }) => `${name}${indicator}的指标值“${full}”任何结果都达到`,
  lines: () => ["不低于 0 的目标不起考核作用；请填写要完成的数。"],
  pass: ({ name, indicator }) => `${name}${indicator}的指标值不是任何结果都达到`,
});

export const countInPercent = declare("target-unit-of-count", {
  parameters: z.strictObject(ofTarget),
  reason: () => "个数写成百分比",
  title: ({ name, indicator, full }) => `${name}${indicator}是个数，指标值写成了百分比“${full}”，需说明`,
  lines: () => ["请核对计量单位（家、个、次等）；如指增长的比例，请在指标名称中写明。"],
  pass: ({ name, indicator }) => `${name}${indicator}的计量单位与名称不矛盾`,
});
