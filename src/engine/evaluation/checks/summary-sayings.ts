import { z } from "zod/mini";
import { decimal, declare } from "../../reconcile";
import { ofBlock } from "../parameters";

export const scoreOutOfRange = declare("summary-score-range", {
  parameters: z.strictObject({ ...ofBlock, score: decimal, most: decimal }),
  title: ({ name, score, most }) => `${name}自评得分 ${score}，不在 0 到 ${most} 分之间`,
  lines: () => [],
  pass: ({ name, most }) => `${name}自评得分在 0 到 ${most} 分之间`,
});

/** The bands are those `stated` on the sheet, else the official ones. */
export const gradeDiffers = declare("summary-grade", {
  parameters: z.strictObject({
    ...ofBlock,
    grade: z.string(),
    score: decimal,
    wanted: z.string(),
    bands: z.array(z.strictObject({ grade: z.string(), least: z.number() })),
    stated: z.boolean(),
  }),
  title: ({ name, score, grade, wanted }) => `${name}得分 ${score}，等级写的是“${grade}”，应为“${wanted}”`,
  lines: ({ bands, stated }) => [
    `${stated ? "表上写的等级标准" : "财预〔2020〕10号的等级标准"}：${bands
      .map(({ grade, least }) => `${grade} ${least} 分以上`)
      .join("，")}`,
  ],
  pass: ({ name }) => `${name}等级与得分相符`,
});

const ofProject = z.strictObject({ project: z.string() });

export const formNotListed = declare("form-not-listed", {
  parameters: ofProject,
  reason: () => "汇总表没有",
  title: ({ project }) => `项目“${project}”有自评表，汇总表里没有这个项目`,
  lines: () => ["按项目名称查找；汇总表漏列，或两处名称不同。"],
  pass: ({ project }) => `项目“${project}”列在汇总表里`,
});

export const rowWithoutForm = declare("row-without-form", {
  parameters: ofProject,
  reason: () => "没有自评表",
  title: ({ project }) => `汇总表的项目“${project}”没有找到自评表`,
  lines: () => ["按项目名称查找；自评表可能在别的文件里，或两处名称不同。"],
});

export const averageDiffers = declare("summary-average", {
  parameters: z.strictObject({ label: z.string(), projects: z.int() }),
  title: ({ label }, { reported, computed }) =>
    `汇总表的“${label}”写的是 ${reported}，各项目得分的平均数是 ${computed}`,
  lines: ({ projects }) => [`${projects} 个项目的得分相加再除以 ${projects}；按预算数或执行数加权也不是这个数。`],
  pass: ({ label }) => `汇总表的“${label}”与各项目得分相符`,
});
