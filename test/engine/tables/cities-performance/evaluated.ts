import type { Value } from "../sheets";
import { goals, written } from "./goal";
import type { Goal } from "./goal";

/** An indicator with what came of it. */
export interface Result extends Goal {
  readonly actual: Value;
  readonly score: Value;
  readonly reason: string;
}

/** Indicators with what came of them: [actual, score, reason] for each. */
export function results(list: readonly Goal[], ...came: readonly (readonly [Value, Value, string?])[]): Result[] {
  return list.map((goal, at) => ({ ...goal, actual: came[at]![0], score: came[at]![1], reason: came[at]![2] ?? "" }));
}

export const training = results(
  goals(
    ["产出指标", "数量指标", "举办培训班期数", "≥", 10, "期", 15, "每少1期扣1.5分，扣完为止"],
    ["产出指标", "数量指标", "培训学员人次", "≥", 800, "人次", 15, "完成率×分值"],
    ["产出指标", "质量指标", "结业考核合格率", "≥", 95, "%", 10, "达到95%得满分，每低1个百分点扣2分，扣完为止"],
    ["产出指标", "时效指标", "培训完成时间", "", "2025年11月30日前", "", 10, "按时完成得满分，否则不得分"],
    ["效益指标", "社会效益指标", "持证就业率", "≥", 60, "%", 15, "完成率×分值"],
    ["效益指标", "可持续影响指标", "培训管理制度健全性", "", "健全", "", 15, "健全得满分，较健全得10分，不健全不得分"],
    ["满意度指标", "服务对象满意度指标", "学员满意度", "≥", 90, "%", 10, "≥90%得10分，≥80%得8分，≥60%得5分，否则不得分"],
  ),
  ["11期", 15], ["720人次", 13.5, "部分学员因工作调整未参训；下一年提前摸底。"], ["97.2%", 10], ["2025年10月24日", 10], ["63.5%", 15], ["健全", 15], ["93%", 10],
);
/** 13.5 + the other marks + 9.6 of 执行率. */
export const trainingTotal = 98.1;

export const bridge = results(
  goals(
    ["产出指标", "数量指标", "加固桥梁座数", "=", 4, "座", 15],
    ["产出指标", "质量指标", "工程合格率", "=", 100, "%", 15],
    ["产出指标", "时效指标", "完工及时率", "=", 100, "%", 10],
    ["产出指标", "成本指标", "每座加固成本", "≤", 55, "万元", 10],
    ["效益指标", "社会效益指标", "受益人口", "≥", 2.1, "万人", 30],
    ["满意度指标", "服务对象满意度指标", "群众满意度", "≥", 85, "%", 10],
  ),
  ["4座", 15], ["100%", 15], ["100%", 10], ["54.2万元", 10], ["2.3万人", 30], ["91.5%", 10],
);

/** Target and actual side by side, as the official form has them. */
export const official = (result: Result): Value[] => [result.level3, written(result), result.actual, result.points, result.score, result.reason];

export const officialHead: Value[] = ["绩效\n指标", "一级\n指标", "二级指标", "三级指标", "年度\n指标值", "实际\n完成值", "分值", "得分", "偏差原因分析\n及改进措施"];
