import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { INDICATOR_COLUMNS, PROJECT_COLUMNS, projectTargetList } from "../../forms/project-target-list";
import type { WorkbookDefinition } from "../../author";
import { readFacts } from "../table";

const folder = dirname(fileURLToPath(import.meta.url));

/** 衡阳市工业和信息化局 项目支出绩效目标表. */
export const hengyangProjectTargets: WorkbookDefinition = {
  file: "hengyang-project-targets.xlsx",
  title: "衡阳市工业和信息化局项目支出绩效目标表",
  sheets: () => [
    projectTargetList({
      body: "衡阳市工业和信息化局",
      projects: readFacts(folder, "projects.tsv", PROJECT_COLUMNS),
      indicators: readFacts(folder, "indicators.tsv", INDICATOR_COLUMNS),
    }),
  ],
};
