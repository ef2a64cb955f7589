import type { Value } from "../sheets";
import type { PerformanceCity } from "./city";
import { goals, said, stepped, written } from "./goal";
import type { Goal } from "./goal";

const bureau = goals(
  ["成本指标", "经济成本指标", "三公经费控制数", "≤", 18, "万元", 20, "不超过控制数得满分，超过不得分"],
  ["产出指标", "数量指标", "审批事项办结件数", "≥", 5200, "件", 20, "完成率×分值"],
  ["产出指标", "质量指标", "审批差错率", "≤", 0.5, "%", 10, "0.5%及以下得满分，否则不得分"],
  ["产出指标", "时效指标", "限时办结率", "≥", 99, "%", 10, "99%及以上得满分，每低1个百分点扣2分，扣完为止"],
  ["效益指标", "社会效益指标", "营商环境评价名次", "定性", "优良", "", 20, "优良得满分，一般得10分，较差不得分"],
  ["满意度指标", "服务对象满意度指标", "办事群众满意度", "≥", 95, "%", 10, "≥95%得10分，≥85%得8分，≥60%得5分，否则不得分"],
);
const centre = goals(
  ["产出指标", "数量指标", "窗口服务天数", "≥", 250, "天", 30, "每少1天扣0.5分，扣完为止"],
  ["产出指标", "质量指标", "服务规范率", "≥", 98, "%", 20, "达到98%得满分，每低1个百分点扣1分，扣完为止"],
  ["效益指标", "社会效益指标", "帮办代办件数", "≥", 800, "件", 30, "完成率×分值"],
  ["满意度指标", "服务对象满意度指标", "服务对象满意度", "≥", 90, "%", 10, "≥90%得10分，≥80%得8分，≥60%得5分，否则不得分"],
);
const columns = (goal: Goal): Value[] => [goal.level3, goal.value, goal.sign, goal.unit, goal.points, goal.criterion];
const units: readonly (readonly [string, string, number, number, number, number, readonly Goal[]])[] = [["036001", "某市行政审批局本级", 1250.5, 1250.5, 0, 820.3, bureau], ["036002", "某市政务服务中心", 640, 600, 40, 455, centre]];
const rows = units.flatMap(([code, name, total, budget, other, basic, list]) => stepped(list, columns).map((row, at): Value[] => [...(at === 0 ? [code, name, total, budget, other, basic, Number((total - basic).toFixed(2)), "依法履职，服务企业群众。"] : Array<null>(8).fill(null)), ...row]));

/** All units below one another, money by source and by nature. */
export const matrix: PerformanceCity = {
  name: "整体：各单位一张大表",
  sheets: [
    {
      name: "表10",
      format: "General",
      rows: [
        ["整体支出绩效目标表"],
        ["部门名称：某市行政审批服务局", ...Array<null>(12).fill(null), "单位：万元"],
        ["单位编码", "单位名称", "年度预算申请", null, null, null, null, "整体绩效目标", "部门整体支出年度绩效目标"],
        [null, null, "资金总额", "按资金来源分", null, "按支出性质分", null, null, "一级指标", "二级指标", "三级指标", "年度指标值", "指标值类型", "计量单位", "分值", "评分标准"],
        [null, null, null, "一般公共预算拨款", "其他资金", "基本支出", "项目支出"],
        ...rows,
      ],
      merges: ["A1:P1", "A3:A5", "B3:B5", "C3:G3", "C4:C5", "D4:E4", "F4:G4", "H3:H5", "I3:P3", "I4:I5", "J4:J5", "K4:K5", "L4:L5", "M4:M5", "N4:N5", "O4:O5", "P4:P5"],
    },
  ],
  tables: ["表10 | overall-performance-target | — | 万元 | 某市行政审批服务局"],
  blocks: { 某市行政审批局本级: bureau.map((goal) => said(goal)), 某市政务服务中心: centre.map((goal) => said(goal)) },
  slips: [
    { slip: "项目支出改了", sheet: "表10", cells: { G6: 340.2 }, found: ["overall-performance-target-by-nature fail/error 表10!C6"] },
    { slip: "其他资金漏填", sheet: "表10", cells: { E12: null }, found: ["overall-performance-target-by-source fail/error 表10!C12"] },
    { slip: "分值合计成了80", sheet: "表10", cells: { O12: 20 }, found: ["performance-target-points-total fail/error 表10!B12"] },
  ],
};

const whole = goals(
  ["产出指标", "数量指标", "培育规模以上企业数", "≥", 15, "家", 0],
  ["产出指标", "质量指标", "任务完成率", "≥", 95, "%", 0],
  ["产出指标", "时效指标", "资金拨付及时率", "=", 100, "%", 0],
  ["效益指标", "经济效益指标", "固定资产投资增长率", "≥", 6.5, "%", 0],
  ["满意度指标", "服务对象满意度指标", "企业满意度", "≥", 90, "%", 0],
);

/** The ministry's form for a whole department: tasks with their money, one goal, indicators without 分值. */
export const tasks: PerformanceCity = {
  name: "整体：年度主要任务与资金",
  sheets: [
    {
      name: "整体绩效",
      format: "General",
      rows: [
        ["部门整体支出绩效目标申报表"],
        ["（2026年度）"],
        ["部门（单位）名称", null, "某区发展和改革局", null, null, null],
        ["年度\n主要\n任务", "任务名称", "主要内容", "预算金额（万元）", null, null],
        [null, null, null, "总额", "财政拨款", "其他资金"],
        [null, "任务1", "重大项目推进", 210, 200, 10],
        [null, "任务2", "粮食储备管理", 95.5, 95.5, 0],
        [null, "金额合计", null, 305.5, 295.5, 10],
        ["年度\n总体\n目标", "稳投资、保供给。"],
        ["年度\n绩效\n指标", "一级指标", "二级指标", "三级指标", "指标值", null],
        ...stepped(whole, (goal) => [goal.level3, written(goal)]).map((row): Value[] => [null, ...row]),
      ],
      merges: ["A1:F1", "A2:F2", "A3:B3", "C3:F3", "A4:A8", "D4:F4", "B4:B5", "C4:C5", "B8:C8", "B9:F9", "A10:A15"],
    },
  ],
  tables: ["整体绩效 | overall-performance-target | 2026 | 万元 | 某区发展和改革局"],
  blocks: { 某区发展和改革局: whole.map((goal) => said(goal)) },
  slips: [
    { slip: "任务金额加错", sheet: "整体绩效", cells: { D8: 315.5 }, found: ["overall-performance-target-by-source fail/error 整体绩效!D8"] },
    { slip: "任务的资金来源加不起来", sheet: "整体绩效", cells: { F6: 20, F8: 20 }, found: ["overall-performance-target-by-source fail/error 整体绩效!D6"] },
  ],
};

export const overall: readonly PerformanceCity[] = [matrix, tasks];
