import { z } from "zod/mini";
import { decimal, declare } from "../../reconcile";
import { plainNumber } from "../../workbook";
import { ofBlock, percentText } from "../parameters";

/** 执行率 as written, and what the amounts make, as a share. */
const ofRate = { ...ofBlock, content: z.string(), exact: decimal };

export const executionRateDiffers = declare("execution-rate", {
  parameters: z.strictObject(ofRate),
  relation: "derived",
  title: ({ name, content, exact }) =>
    `${name}执行率写的是 ${content}，按全年执行数 ÷ 全年预算数应为 ${percentText(exact)}`,
  lines: () => [],
  pass: ({ name }) => `${name}执行率等于全年执行数 ÷ 全年预算数`,
});

export const rateMissing = declare("rate-missing", {
  parameters: z.strictObject({ ...ofBlock, exact: decimal }),
  reason: () => "没有填执行率",
  title: ({ name }) => `${name}没有填执行率`,
  lines: ({ exact }) => [`按全年执行数 ÷ 全年预算数为 ${percentText(exact)}`],
});

export const rateWithoutAmounts = declare("rate-without-amounts", {
  parameters: z.strictObject({ ...ofBlock, content: z.string() }),
  relation: "derived",
  reason: () => "没有填预算数或执行数",
  title: ({ name, content }) => `${name}执行率写的是 ${content}，全年预算数或全年执行数没有填，无法核对`,
  lines: () => [],
});

export const rateUnreadable = declare("rate-unreadable", {
  parameters: z.strictObject(ofRate),
  title: ({ name, content }) => `${name}执行率写的是“${content}”，读不出来`,
  lines: ({ exact }) => [`按全年执行数 ÷ 全年预算数为 ${percentText(exact)}`],
});

/** 得分 of 执行率: its 分值, and the rate that the amounts make. */
const ofScore = { ...ofBlock, exact: decimal, points: decimal };

export const executionScoreDiffers = declare("execution-score", {
  parameters: z.strictObject(ofScore),
  relation: "derived",
  title: ({ name, exact }, { reported, computed }) =>
    `${name}执行率得分 ${plainNumber(reported)}，按执行率 ${percentText(exact)} 应得 ${plainNumber(computed)}`,
  lines: ({ exact, points }, { computed }) => [
    `执行率 ${percentText(exact)} × 分值 ${points} = ${plainNumber(computed)}`,
  ],
  pass: ({ name }) => `${name}执行率得分正确`,
});

export const executionAbove = declare("execution-above", {
  parameters: z.strictObject(ofScore),
  relation: "derived",
  title: ({ name, exact }) => `${name}执行率 ${percentText(exact)}，超过 100%，得几分需要判断`,
  lines: () => ["超预算执行怎样计分没有统一规定，请按本地办法确定。"],
});

/** `own`: points by the way that is set, `other`: by the other official way. */
export const executionOtherWay = declare("execution-other-way", {
  parameters: z.strictObject({ ...ofBlock, own: decimal, other: decimal }),
  reason: () => "另一种计分办法",
  title: ({ name }) => `${name}执行率得分与另一种计分办法一致，请确认用哪一种`,
  lines: ({ own, other }) => [
    `按设定的办法应得 ${own} 分，按另一种办法（按比例／分档）得 ${other} 分`,
    "可在设置中选定执行率的计分办法。",
  ],
});

export const printedRateDiffers = declare("printed-rate", {
  parameters: z.strictObject(ofRate),
  relation: "derived",
  title: ({ name, content, exact }) => `${name}执行率写的是 ${content}，按执行数 ÷ 预算数应为 ${percentText(exact)}`,
  lines: () => [],
  pass: ({ name }) => `${name}执行率等于执行数 ÷ 预算数`,
});

export const printedRateUnreadable = declare("printed-rate-unreadable", {
  parameters: z.strictObject(ofRate),
  title: ({ name, content }) => `${name}执行率写的是“${content}”，读不出来`,
  lines: ({ exact }) => [`按执行数 ÷ 预算数为 ${percentText(exact)}`],
});
