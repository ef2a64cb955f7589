import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { INDICATOR_COLUMNS, LABEL_COLUMNS, targetLabelForm } from "../../forms/target-label-form";
import type { WorkbookDefinition } from "../../author";
import { readFacts } from "../table";

const folder = dirname(fileURLToPath(import.meta.url));

/** 株洲市工业和信息化局机关 部门整体支出绩效目标表 and 项目支出绩效目标表. */
export const zhuzhouTargets: WorkbookDefinition = {
  file: "zhuzhou-targets.xlsx",
  title: "株洲市工业和信息化局机关绩效目标表",
  sheets: () => [
    targetLabelForm({
      title: "部门整体支出绩效目标表",
      caption: "年度履职目标",
      labels: readFacts(folder, "overall-form.tsv", LABEL_COLUMNS),
      indicatorLabel: "绩效指标",
      headings: ["一级指标", "二级指标", "三级指标", "指标值类型", "指标值", "计量单位", "指标解释", "评/扣分标准", "备注"],
      indicators: readFacts(folder, "overall-indicators.tsv", INDICATOR_COLUMNS),
    }),
    targetLabelForm({
      title: "项目支出绩效目标表",
      caption: "项目绩效目标",
      labels: readFacts(folder, "project-form.tsv", LABEL_COLUMNS),
      indicatorLabel: "分解指标",
      headings: ["一级指标", "二级指标", "三级指标", "指标值类型", "指标值", "度量单位", "指标值内容", "评（扣分标准）", "备注"],
      indicators: readFacts(folder, "project-indicators.tsv", INDICATOR_COLUMNS),
    }),
  ],
};
