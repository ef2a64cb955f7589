import { z } from "zod/mini";
import { decimal, declare } from "../../reconcile";
import { ofIndicators, ofResult, percentText } from "../parameters";

export const actualMissing = declare("actual-missing", {
  parameters: z.strictObject(ofResult),
  alike: {
    ...ofIndicators,
    fault: () => "没有填实际完成值",
    item: ({ indicator }) => indicator,
    advice: () => "请补填。",
  },
  title: ({ name, indicator }) => `${name}${indicator}没有填实际完成值`,
  lines: ({ target }) => [`指标值：${target}`],
  pass: ({ name, indicator }) => `${name}${indicator}填了实际完成值`,
});

export const scoreMissing = declare("score-missing", {
  parameters: z.strictObject(ofResult),
  reason: () => "没有填得分",
  title: ({ name, indicator }) => `${name}${indicator}没有填得分`,
  lines: ({ target, actual }) => [`指标值 ${target}，实际 ${actual}；请按评分标准计分。`],
  pass: ({ name, indicator }) => `${name}${indicator}填了得分`,
});

export const actualEchoesTarget = declare("actual-echo", {
  parameters: z.strictObject(ofResult),
  alike: {
    ...ofIndicators,
    fault: () => "的实际完成值照抄了指标值，不是完成数",
    item: ({ indicator, actual }) => `${indicator}${actual}`,
    advice: () => "请填实际完成的数。",
  },
  title: ({ name, indicator, actual }) => `${name}${indicator}的实际完成值照抄了指标值“${actual}”，不是完成数`,
  lines: ({ target }) => [`请填实际完成的数，例如目标“${target}”完成了多少就填多少。`],
});

export const actualIsNoNumber = declare("actual-no-number", {
  parameters: z.strictObject(ofResult),
  alike: {
    ...ofIndicators,
    fault: () => "的实际完成值不是数，不能判断是否完成",
    item: ({ indicator, actual, target }) => `${indicator}${actual}（指标值 ${target}）`,
    advice: () => "请填能与指标值相比的数。",
  },
  title: ({ name, indicator, actual, target }) =>
    `${name}${indicator}的实际完成值“${actual}”不是数，指标值是“${target}”`,
  lines: () => ["不能判断是否完成；请填能与指标值相比的数。"],
  pass: ({ name, indicator }) => `${name}${indicator}的实际完成值可以与指标值相比`,
});

export const actualOpposesTarget = declare("actual-opposite", {
  parameters: z.strictObject(ofResult),
  title: ({ name, indicator, actual, target }) =>
    `${name}${indicator}的实际完成值“${actual}”与指标值“${target}”方向相反`,
  lines: () => ["一个说不低于，一个说下降，不能判断是否完成；请写明考核的是增长还是下降。"],
});

export const actualWithoutUnit = declare("actual-unit", {
  parameters: z.strictObject(ofResult),
  alike: {
    ...ofIndicators,
    fault: () => "的实际完成值没有写单位",
    item: ({ indicator, actual, target }) => `${indicator}${actual}（指标值 ${target}）`,
    advice: () => "已按指标值的单位理解。",
  },
  title: ({ name, indicator, actual, target }) =>
    `${name}${indicator}的实际完成值“${actual}”没有写单位（指标值“${target}”）`,
  lines: () => ["已按指标值的单位理解。"],
  pass: ({ name, indicator }) => `${name}${indicator}的单位写全了`,
});

/** What was achieved through what was aimed at, as a share; null where that is no number. */
const ratio = z.nullable(decimal);

/** "46.7%". */
function ratioText(share: string | null): string {
  return share === null ? "" : percentText(share, 1);
}

export const fullMarksNotMet = declare("full-marks-not-met", {
  parameters: z.strictObject({ ...ofResult, ratio, score: decimal }),
  title: ({ name, indicator, score }) => `${name}${indicator}没有完成，却得满分 ${score}`,
  lines: (told) => [`指标值 ${told.target}，实际 ${told.actual}，完成率 ${ratioText(told.ratio)}`],
  pass: ({ name, indicator }) => `${name}${indicator}得分与完成情况不矛盾`,
});

export const metWithLess = declare("met-with-less", {
  parameters: z.strictObject({ ...ofResult, score: decimal, points: decimal }),
  alike: {
    ...ofIndicators,
    fault: () => "完成了指标值，却没有得满分",
    item: ({ indicator, score, points }) => `${indicator}得 ${score} 分（分值 ${points}）`,
    advice: () => "请核对得分，或者写明扣分的原因。",
  },
  title: ({ name, indicator, score, points }) => `${name}${indicator}完成了指标值，得分 ${score} 却低于分值 ${points}`,
  lines: ({ target, actual }) => [`指标值 ${target}，实际 ${actual}；请核对得分，或者写明扣分的原因。`],
  pass: ({ name, indicator }) => `${name}${indicator}完成了指标值，得了满分`,
});

export const shortfallWithoutReason = declare("shortfall-no-reason", {
  parameters: z.strictObject(ofResult),
  alike: {
    ...ofIndicators,
    fault: () => "没有完成，也没有写偏差原因",
    item: ({ indicator, actual, target }) => `${indicator}${actual}（指标值 ${target}）`,
    advice: () => "请补写原因和改进措施。",
  },
  title: ({ name, indicator }) => `${name}${indicator}没有完成，没有写偏差原因`,
  lines: ({ target, actual }) => [`指标值 ${target}，实际 ${actual}`],
  pass: ({ name, indicator }) => `${name}${indicator}写了偏差原因`,
});

/** `limit`: percent of the target above which a reason is asked for. */
export const excessWithoutReason = declare("excess-no-reason", {
  parameters: z.strictObject({ ...ofResult, ratio, limit: z.number() }),
  alike: {
    ...ofIndicators,
    fault: ({ limit }) => `超过指标值的 ${limit}%，没有说明原因`,
    item: (told) => `${told.indicator}${told.actual}（指标值 ${told.target}，${ratioText(told.ratio)}）`,
    advice: () => "请说明是否目标定低了。",
  },
  title: (told) => `${told.name}${told.indicator}完成了指标值的 ${ratioText(told.ratio)}，没有说明原因`,
  lines: ({ target, actual, limit }) => [`指标值 ${target}，实际 ${actual}；超过 ${limit}% 的要说明是否目标定低了。`],
  pass: ({ name, indicator }) => `${name}${indicator}没有超出目标太多，或已说明`,
});
