import { z } from "zod/mini";
import { declare } from "../../reconcile";

const ofProject = z.strictObject({ project: z.string() });

export const projectNotInBaseData = declare("project-not-in-base-data", {
  parameters: ofProject,
  reason: () => "没有找到对应的行",
  title: ({ project }) => `项目“${project}”的全年执行数在基础数据表中没有找到对应的行`,
  lines: () => ["按名称、按金额、按几行之和都没有找到。"],
});

export const lineWithoutProject = declare("line-without-project", {
  parameters: ofProject,
  reason: () => "没有找到对应的自评表",
  title: ({ project }) => `基础数据表“${project}”没有找到对应的项目自评表`,
  lines: () => ["按名称、按金额、按几行之和都没有找到。"],
});
