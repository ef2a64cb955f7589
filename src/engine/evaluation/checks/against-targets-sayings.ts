import { z } from "zod/mini";
import { declare } from "../../reconcile";
import { plainNumber } from "../../workbook";
import { matchEvidence, type MatchEvidence } from "../match-indicators";
import { ofIndicators, ofBlock, ofIndicator } from "../parameters";

export const targetsNotFound = declare("targets-not-found", {
  parameters: z.strictObject(ofBlock),
  reason: () => "没有找到批复的目标",
  title: ({ name }) => `${name}在绩效目标表中没有找到，不能与批复的目标核对`,
  lines: () => ["按名称查找；请核对名称，或确认是否批复过目标。"],
});

/** An indicator beside the approved one. */
const matched = { ...ofIndicator, approved: z.string() };

export const indicatorRenamed = declare("indicator-renamed", {
  parameters: z.strictObject({ ...matched, evidence: z.array(z.enum(matchEvidence)) }),
  alike: {
    ...ofIndicators,
    fault: () => "与批复的名称不同",
    item: ({ indicator, approved }) => `${indicator}（批复为${approved}）`,
    advice: () => "同一指标改了名称的，请说明。",
  },
  title: ({ name, indicator, approved }) => `${name}${indicator}与批复的指标${approved}名称不同`,
  lines: ({ evidence }) => [
    `依据：${evidence.map((one) => evidenceNames[one]).join("、")}`,
    "同一指标改了名称的，请说明。",
  ],
  pass: ({ name, indicator }) => `${name}${indicator}与批复的指标一致`,
});

const evidenceNames: Readonly<Record<MatchEvidence, string>> = {
  name: "名称相同",
  explanation: "名称与指标解释相同",
  "similar-name": "名称相近",
  target: "指标值相同",
  unit: "单位相同",
  place: "同属一个二级指标",
};

export const indicatorReplaced = declare("indicator-replaced", {
  parameters: z.strictObject(matched),
  title: ({ name, indicator, approved }) => `${name}用${indicator}换掉了批复的指标${approved}`,
  lines: () => ["同一个二级指标下，批复的没有，自评的不在批复里。"],
});

/** `where`: the block of the approved targets. */
export const indicatorMissing = declare("indicator-missing", {
  parameters: z.strictObject({ ...ofBlock, where: z.string(), approved: z.string() }),
  alike: {
    subject: ({ name }) => name,
    place: () => "",
    fault: () => "批复了，没有自评",
    item: ({ approved }) => approved,
    advice: () => "请补上，或说明为什么不评。",
  },
  title: ({ name, approved }) => `${name}没有自评批复的指标${approved}`,
  lines: ({ where }) => [`${where}里有这一条。`],
});

export const indicatorAdded = declare("indicator-added", {
  parameters: z.strictObject({ ...ofIndicator, where: z.string() }),
  alike: {
    ...ofIndicators,
    fault: () => "不在批复的目标里",
    item: ({ indicator }) => indicator,
    advice: () => "后来调整的请说明。",
  },
  title: ({ name, indicator }) => `${name}${indicator}不在批复的目标里`,
  lines: ({ where }) => [`${where}里没有这一条；后来调整的请说明。`],
});

/** Targets with their sign and unit. */
export const targetChanged = declare("target-changed", {
  parameters: z.strictObject({ ...matched, target: z.string() }),
  alike: {
    ...ofIndicators,
    fault: () => "的指标值与批复的不同",
    item: ({ indicator, target, approved }) => `${indicator}${target}（批复为 ${approved}）`,
    advice: () => "调整过目标的请说明。",
  },
  title: ({ name, indicator, target, approved }) => `${name}${indicator}的指标值“${target}”与批复的“${approved}”不同`,
  lines: () => [],
  pass: ({ name, indicator }) => `${name}${indicator}的指标值与批复的一致`,
});

export const pointsChanged = declare("points-changed", {
  parameters: z.strictObject(ofIndicator),
  alike: {
    ...ofIndicators,
    fault: () => "的分值与批复的不同",
    item: ({ indicator }, { reported, computed }) => `${indicator}${reported ?? ""} 分（批复 ${computed ?? ""} 分）`,
    advice: () => "请按批复的分值填写，调整过的请说明。",
  },
  title: ({ name, indicator }, { reported, computed }) =>
    `${name}${indicator}的分值 ${plainNumber(reported)} 与批复的 ${plainNumber(computed)} 不同`,
  lines: (_, { difference }) => [`差 ${plainNumber(difference)}`],
  pass: ({ name, indicator }) => `${name}${indicator}的分值与批复的一致`,
});
