import { z } from "zod/mini";
import { decimal, declare } from "../../reconcile";
import { plainNumber } from "../../workbook";
import { firstLevels, levelNames } from "../levels";
import { ofBlock, shortList } from "../parameters";

const listed = { ...ofBlock, indicators: z.array(z.string()) };

/** With no indicators where all have their 分值. */
export const pointsMissing = declare("points-missing", {
  parameters: z.strictObject(listed),
  relation: "blocks",
  reason: () => "没有填分值",
  title: ({ name, indicators }) => `${name}有 ${indicators.length} 条指标没有填分值：${shortList(indicators)}`,
  lines: () => ["分值不全，合计无法核对；请补填。"],
  pass: ({ name }) => `${name}各指标都填了分值`,
});

export const pointsZero = declare("points-zero", {
  parameters: z.strictObject(listed),
  reason: () => "分值是 0",
  title: ({ name, indicators }) => `${name}有 ${indicators.length} 条指标的分值是 0：${shortList(indicators)}`,
  lines: () => ["分值为 0 的指标不起考核作用；请按批复的分值填写，或说明为什么不考核。"],
});

/** What the sum may be. */
const totals = z.array(z.number());

export const pointsTotalDiffers = declare("points-total", {
  parameters: z.strictObject({ ...ofBlock, totals }),
  sums: true,
  title: ({ name }, { reported, computed }) =>
    `${name}分值合计 ${plainNumber(reported)}，应为 ${plainNumber(computed)}`,
  lines: (parameters, { reported, difference }) => [
    `各指标分值相加得 ${plainNumber(reported)}，应为 ${parameters.totals.join("或")}，差 ${plainNumber(difference)}`,
  ],
  pass: ({ name }) => `${name}分值合计正确`,
});

/** `sum` of the 分值 that can be read; `gaps` indicators have none. */
export const pointsTotalUnknown = declare("points-total-unknown", {
  parameters: z.strictObject({ ...ofBlock, totals, sum: decimal, gaps: z.int() }),
  title: ({ name, gaps }) => `${name}的分值合计无法核对：有 ${gaps} 条指标的分值空着或读不出来`,
  lines: (parameters) => [`已填的合计 ${parameters.sum}，全部填齐后应为 ${parameters.totals.join("或")}`],
});

const byLevel = z.array(z.strictObject({ level: z.enum(firstLevels), points: decimal }));

export const pointsOffScheme = declare("points-by-scheme", {
  parameters: z.strictObject({ ...ofBlock, scheme: z.string(), found: byLevel, wanted: byLevel }),
  reason: ({ scheme }) => scheme,
  title: ({ name }) => `${name}各级指标的分值与权重规定不同，需说明`,
  lines: ({ scheme, found, wanted }) => [`现为：${levelsText(found)}`, `规定（${scheme}）：${levelsText(wanted)}`],
  pass: ({ name }) => `${name}各级指标的分值符合权重规定`,
});

function levelsText(levels: z.infer<typeof byLevel>): string {
  return levels.map(({ level, points }) => `${levelNames[level]} ${points}`).join("、");
}

/** A level as the form prints it. */
const ofLevel = { ...ofBlock, level: z.string() };

export const levelPointsUnknown = declare("level-points-unknown", {
  parameters: z.strictObject(ofLevel),
  title: ({ name, level }) => `${name}“${level}”的分值合计无法核对：有分值空着`,
  lines: () => [],
});

/** A 分值 or 得分 that is written as a percentage; "" and null where it is points. */
export const scoreIsPercentage = declare("score-percentage", {
  parameters: z.strictObject({
    what: z.enum(["分值", "得分"]),
    line: z.string(),
    content: z.string(),
    points: z.nullable(decimal),
  }),
  reason: ({ what }) => what,
  title: ({ line, what, content }) => `“${line}”的${what}写成了百分比“${content}”`,
  lines: ({ points }) => [`单元格里存的是比例，看不出是几分（满分 ${points ?? ""} 分）；请填分数。总分因此没有核对。`],
  pass: ({ line, what }) => `“${line}”的${what}是分数`,
});
