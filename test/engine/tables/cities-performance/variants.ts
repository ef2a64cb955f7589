import type { Value } from "../sheets";
import type { PerformanceCity } from "./city";
import { bridge, training } from "./evaluated";
import { goals, repeated, said, stepped, written } from "./goal";

const levelPoints: Readonly<Record<string, string>> = { 产出指标: "产出指标\n(50分)", 效益指标: "效益指标\n(30分)", 满意度指标: "满意度指标\n(10分)" };

function stackedForm(name: string, unit: string): Value[][] {
  return [
    ["附件1-2"],
    ["项目支出绩效自评表"],
    ["(  2025    年度)"],
    ["填报单位（盖章）：某市卫健委", null, null, null, null, "金额单位：元"],
    ["项目名称", name, null, null, "项目负责人", null],
    ["主管部门", "某市卫健委", null, null, "实施单位", unit],
    ["资金情况\n（元）", null, "年初预算数", "全年预算数", "全年执行数", "分值（10分）", "执行率", "得分"],
    [null, "年度资金总额：", 2000000, 2200000, 2178000, 10, 0.99, 9.9],
    [null, "其中：本年财政拨款", 2000000, 2000000, 1978000, "－", null, "－"],
    [null, "其他资金", 0, 200000, 200000, "－", null, "－"],
    ["年度\n总体\n目标", "年初设定目标", null, null, "年度总体目标完成情况综述"],
    [null, "按计划实施。", null, null, "已完成。"],
    ["年度绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值(A)", "全年实际值(B)", "分值", "得分", "未完成原因和改进措施"],
    ...stepped(bridge, (result) => [result.level3, written(result), result.actual, result.points, result.score, result.reason], (goal) => [levelPoints[goal.level1]!, goal.level2]).map((row): Value[] => [null, ...row]),
    ["总        分", null, null, null, null, null, 100, 99.9],
    ["说明：", "无"],
  ];
}

/** Amounts in 元, two forms below one another, notes and signatures around them. */
export const stackedEvaluations: PerformanceCity = {
  name: "自评表：金额为元，两个项目上下排",
  sheets: [{ name: "Sheet1", format: "General", rows: [...stackedForm("疾控能力建设", "某市疾控中心"), [], ...stackedForm("院前急救", "某市急救中心")] }],
  tables: ["Sheet1 | project-self-evaluation | 2025 | 元 | 某市卫健委", "Sheet1 | project-self-evaluation | 2025 | 元 | 某市卫健委"],
  blocks: { 疾控能力建设: bridge.map((goal) => said(goal)), 院前急救: bridge.map((goal) => said(goal)) },
  slips: [
    { slip: "第一个项目总分加错", sheet: "Sheet1", cells: { H20: 98.9 }, found: ["self-evaluation-score-total fail/error Sheet1!H20"] },
    { slip: "第二个项目其他资金改了", sheet: "Sheet1", cells: { D32: 100000 }, found: ["project-self-evaluation-funds fail/error Sheet1!D30"] },
    { slip: "第二个项目的时效没完成还得满分", sheet: "Sheet1", cells: { F38: "90%", I38: "雨季延误；明年提前开工。" }, found: ["self-evaluation-full-marks fail/error Sheet1!H38"] },
  ],
};

const forest = goals(
  ["产出指标", "数量指标", "造林面积", "", 500, "亩", 30],
  ["产出指标", "质量指标", "成活率", "", 85, "%", 20],
  ["效益指标", "生态效益指标", "森林覆盖率提高", "", 0.5, "个百分点", 30],
  ["满意度指标", "服务对象满意度指标", "林农满意度", "", 90, "%", 10],
);
const planted: readonly (readonly [number, string])[] = [[520, "104%"], [88, "103.5%"], [0.6, "120%"], [92, "102.2%"]];

/** Columns nobody asks for: an index, 预算调整, 完成率; numbers without signs, units in a column of their own. */
export const wideEvaluation: PerformanceCity = {
  name: "自评表：多出几栏，指标值只有数",
  sheets: [
    {
      name: "自评",
      format: "General",
      rows: [
        ["2025年度项目绩效自评表"],
        ["项目名称", "国土绿化", null, "项目编码", "A001"],
        ["主管部门", "某县林业局", null, "项目单位", "某县林场"],
        ["预算执行情况（万元）", null, "年初预算", "预算调整", "全年预算(A)", "全年支出(B)", "执行率(B/A)", "权重", "自评得分"],
        ["资金总额", null, 100, -10, 90, 81, 0.9, 10, 9],
        ["其中：财政资金", null, 100, -10, 90, 81],
        ["其他资金", null, 0, 0, 0, 0],
        ["序号", "一级指标", "二级指标", "三级指标", "年初指标值", "计量单位", "实际完成值", "完成率", "权重", "自评得分", "偏差原因及改进措施"],
        ...repeated(forest, (goal, at) => [goal.level3, goal.value, goal.unit, planted[at]![0], planted[at]![1], goal.points, goal.points]).map((row, at): Value[] => [at + 1, ...row]),
        ["合计", null, null, null, null, null, null, null, 100, 99],
      ],
    },
  ],
  tables: ["自评 | project-self-evaluation | 2025 | 万元 | 某县林业局"],
  blocks: { 国土绿化: forest.map((goal) => said(goal)) },
  slips: [
    { slip: "权重合计不是100", sheet: "自评", cells: { I9: 20, J9: 20, I13: 90, J13: 89 }, found: ["self-evaluation-points-hundred fail/error 自评!I13"] },
    { slip: "执行率得分抄错", sheet: "自评", cells: { I5: 9.5, J13: 99.5 }, found: ["self-evaluation-execution-score fail/error 自评!I5"] },
    { slip: "没写方向的指标没完成还得满分", sheet: "自评", cells: { G9: 450, H9: "90%", K9: "春旱；秋季补植。" }, found: ["self-evaluation-full-marks fail/explain 自评!J9"] },
  ],
};

/** The department in a column of its own, 指标方向, 指标单位, 指标权重 and columns that say where a value comes from. */
export const publicList: PerformanceCity = {
  name: "清单：部门、方向、来源各占一栏，金额为元",
  sheets: [
    {
      name: "绩效",
      format: "General",
      rows: [
        ["预算项目绩效目标公开表"],
        ["单位：元"],
        ["预算部门", "项目", "预算安排", "总体绩效目标", "一级绩效指标", "二级绩效指标", "三级绩效指标", "指标方向", "指标值", "指标单位", "指标权重", "指标解释", "计算公式", "评价标准", "指标值来源"],
        ...repeated(training, (goal) => [goal.level3, goal.sign || "定性", goal.value, goal.unit, goal.points, goal.level3, "实际数/计划数", goal.criterion, "台账"]).map((row, at): Value[] => [...(at === 0 ? ["某省人社厅", "技能提升", 1200000, "提升技能。"] : [null, null, null, null]), ...row]),
      ],
    },
  ],
  tables: ["绩效 | project-performance-target | — | 元 | —"],
  blocks: { 技能提升: training.map((goal) => said(goal)) },
  slips: [
    { slip: "权重漏填", sheet: "绩效", cells: { K5: null }, found: ["performance-target-points-present fail/error 绩效!K5"] },
    { slip: "标准的分数与权重不符", sheet: "绩效", cells: { N10: "≥90%得8分，≥80%得6分，≥60%得4分，否则不得分" }, found: ["criterion-marks-fit-points fail/error 绩效!N10"] },
    { slip: "没有规则", sheet: "绩效", cells: { N8: "促进就业" }, found: ["criterion-states-rule fail/explain 绩效!N8"] },
    { slip: "方向写反", sheet: "绩效", cells: { H4: "≤" }, found: ["criterion-fits-type fail/error 绩效!N4"] },
  ],
};

/** Project and amount in one line above each header: "项目名称：…", "预算金额：30万元". */
export const inlineNames: PerformanceCity = {
  name: "申报表：项目名称和金额写在一行里",
  sheets: [
    {
      name: "绩效目标",
      format: "General",
      rows: [
        ["某某局2026年项目绩效目标表"],
        ...["社区养老", "助残服务"].flatMap((name): Value[][] => [[`项目名称：${name}`, null, null, null, "预算金额：30万元"], ["一级指标", "二级指标", "三级指标", "绩效目标值", "分值"], ...repeated(bridge, (goal) => [goal.level3, written(goal), goal.points])]),
      ],
    },
  ],
  tables: ["绩效目标 | project-performance-target | 2026 | — | 某某局", "绩效目标 | project-performance-target | 2026 | — | 某某局"],
  blocks: { 社区养老: bridge.map((goal) => said(goal)), 助残服务: bridge.map((goal) => said(goal)) },
  slips: [{ slip: "第二个项目分值合计成了85", sheet: "绩效目标", cells: { E12: 10 }, found: ["performance-target-points-total fail/error 绩效目标!A10"] }],
};

const housing = goals(["产出指标", "数量指标", "改造小区数", "≥", 12, "个", 0], ["产出指标", "质量指标", "验收合格率", "=", 100, "%", 0], ["效益指标", "社会效益指标", "受益户数", "≥", 2000, "户", 0], ["满意度指标", "服务对象满意度指标", "居民满意度", "≥", 90, "%", 0]);

/** Expenditure by nature beside income by source, each with its 合计; tasks with their money below. */
export const incomeBeside: PerformanceCity = {
  name: "整体：支出与收入来源并列，各有合计",
  sheets: [
    {
      name: "表15",
      format: "General",
      rows: [
        ["2026年部门整体绩效目标表"],
        ["部门名称", "某区住建局"],
        ["预算整体情况", "部门预算支出", "预算金额（万元）", "收入来源", "预算金额（万元）"],
        [null, "基本支出", 800, "财政拨款", 1280],
        [null, "项目支出", 480, "其他资金", 20],
        [null, "事业发展性支出", 20],
        [null, "合计", 1300, "合计", 1300],
        ["总体绩效目标", "住有所居。"],
        ["年度重点工作任务", "名称", "主要实施内容", "拟投入的资金（万元）", "期望达到的目标（概述）"],
        [null, "老旧小区改造", "改造12个小区", 300, "改善居住"],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "目标值"],
        ...stepped(housing, (goal) => [goal.level3, written(goal)]).map((row): Value[] => [null, ...row]),
      ],
    },
  ],
  tables: ["表15 | overall-performance-target | 2026 | 万元 | 某区住建局"],
  blocks: { 某区住建局: housing.map((goal) => said(goal)) },
  slips: [
    { slip: "项目支出改了", sheet: "表15", cells: { C5: 500 }, found: ["overall-performance-target-form-by-nature fail/error 表15!C7"] },
    { slip: "收入来源改了", sheet: "表15", cells: { E5: 40 }, found: ["overall-performance-target-form-by-source fail/error 表15!E7"] },
  ],
};

/** The points of 执行率 stand in the label of the block, its amounts in a row without a label of their own. */
export const printedRate: PerformanceCity = {
  name: "自评表：执行率的分值印在左边的标题里",
  sheets: [
    {
      name: "自评",
      format: "General",
      merges: ["A4:A5"],
      rows: [
        ["2025年度项目支出绩效自评表"],
        ["填表单位：某县林场", null, null, null, null, null, null, "金额单位：万元"],
        ["项目名称", "国土绿化", null, null, "主管部门", "某县林业局"],
        ["预算执行情况（10分）", "年初预算", "调整后预算", "实际支出", "执行率", "得分", "备注"],
        [null, 100, 90, 81, "90.00%", 9, "得分＝10分×执行率"],
        ["一级指标", "二级指标", "三级指标", "指标权重", "年初目标值", "全年实际值", "完成率", "自评得分", "未完成原因"],
        ...repeated(forest, (goal, at) => [goal.level3, goal.points, `≥${written(goal)}`, `${planted[at]![0]}${goal.unit}`, planted[at]![1], goal.points]),
        ["总分", null, null, 100, null, null, null, 99],
      ],
    },
  ],
  tables: ["自评 | project-self-evaluation | 2025 | 万元 | 某县林业局"],
  blocks: { 国土绿化: forest.map((goal) => said({ ...goal, sign: "≥" })) },
  slips: [
    { slip: "执行率算错", sheet: "自评", cells: { E5: "96.00%" }, found: ["self-evaluation-execution-rate fail/error 自评!E5"] },
    { slip: "执行率得分抄错", sheet: "自评", cells: { F5: 9.5, H11: 99.5 }, found: ["self-evaluation-execution-score fail/error 自评!F5"] },
    { slip: "一条权重改了", sheet: "自评", cells: { D9: 20, H9: 20, H11: 89 }, found: ["self-evaluation-points-total fail/error 自评!D11"] },
  ],
};

/** The block is called 预算执行率, and so is one of its columns; the points stand in the heading of the score. */
export const namedRate: PerformanceCity = {
  name: "自评表：左边的标题也叫执行率，得分栏写着满分",
  sheets: [
    {
      name: "自评",
      format: "General",
      rows: [
        ["2025年度项目支出绩效自评表"],
        ["项目名称", "国土绿化", null, null, "主管部门", "某县林业局"],
        ["预算执行率", "年初预算数（A）", "调整预算数（B）", "预算执行数（C）", "执行率（C/B）", "得分（满分10分）"],
        [null, 100, 90, 81, 0.9, 9],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "指标分值", "自评得分", "偏差说明"],
        ...repeated(forest, (goal, at) => [goal.level3, `≥${written(goal)}`, `${planted[at]![0]}${goal.unit}`, goal.points, goal.points, null]),
        ["合计得分", null, null, null, null, 100, 99],
      ],
    },
  ],
  tables: ["自评 | project-self-evaluation | 2025 | — | 某县林业局"],
  blocks: { 国土绿化: forest.map((goal) => said({ ...goal, sign: "≥" })) },
  slips: [
    { slip: "执行率算错", sheet: "自评", cells: { E4: 0.96 }, found: ["self-evaluation-execution-rate fail/error 自评!E4"] },
    { slip: "执行率得分抄错", sheet: "自评", cells: { F4: 9.5, G10: 99.5 }, found: ["self-evaluation-execution-score fail/error 自评!F4"] },
  ],
};

export const variants: readonly PerformanceCity[] = [namedRate, stackedEvaluations, wideEvaluation, printedRate, publicList, inlineNames, incomeBeside];
