import type { Value } from "../sheets";
import type { PerformanceCity } from "./city";
import { bridge, training } from "./evaluated";
import { mergesDown, repeated, said, stepped, written } from "./goal";

const way = { "≥": "正向指标", "≤": "反向指标", "=": "正向指标" } as Readonly<Record<string, string>>;

/** As a budget system prints it: 指标性质, 方向性 and 本年权重 in columns of their own, 执行率 with its own weight. */
const systemList: PerformanceCity = {
  name: "清单：系统导出，指标性质、方向性、本年权重各一栏",
  sheets: [
    {
      name: "绩效目标",
      format: "General",
      rows: [
        ["部门预算项目绩效目标表（2025年度）"],
        ["单位信息：201-某市交通局", null, null, null, null, null, null, null, null, null, "金额单位：万元"],
        ["单位名称", "项目名称", "职能职责与活动", "预算数", "年度绩效目标", "绩效指标", null, null, "绩效指标性质", "绩效指标值", "绩效度量单位", "权重", "指标方向性"],
        [null, null, null, null, null, "一级指标", "二级指标", "三级指标", null, null, null, null, null],
        ...[...repeated(bridge, (goal) => [goal.level3, goal.sign, goal.value, goal.unit, goal.points, way[goal.sign] ?? null])].map((row, at): Value[] => [...(at === 0 ? ["201001-某市公路中心", "危旧桥梁加固", "养护", 220, "加固桥梁4座。"] : [null, null, null, null, null]), ...row]),
        ...[...repeated(training, (goal) => [goal.level3, goal.sign || "定性", goal.value, goal.unit || null, goal.points, way[goal.sign] ?? null])].map((row, at): Value[] => [...(at === 0 ? ["201001-某市公路中心", "职业技能提升培训", "培训", 320, "办班10期。"] : [null, null, null, null, null]), ...row]),
      ],
      merges: ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:H3", "I3:I4", "J3:J4", "K3:K4", "L3:L4", "M3:M4"],
    },
  ],
  tables: ["绩效目标 | project-performance-target | 2025 | 万元 | —"],
  blocks: { 危旧桥梁加固: bridge.map((goal) => said(goal)), 职业技能提升培训: training.map((goal) => said(goal)) },
  slips: [
    { slip: "权重漏填", sheet: "绩效目标", cells: { L6: null }, found: ["performance-target-points-present fail/error 绩效目标!L6"] },
    { slip: "权重抄错", sheet: "绩效目标", cells: { L12: 10 }, found: ["performance-target-points-total fail/error 绩效目标!B11"] },
  ],
};

const half = (name: string, amount: number, list: typeof bridge): Value[][] => [
  ["项目名称", name, null, "资金总额（万元）", amount],
  ["一级指标", "二级指标", "三级指标", "指标值", "分值"],
  ...stepped(list, (goal) => [goal.level3, written(goal), goal.points]),
];

/** Two projects side by side under one title each. */
const sideBySide: PerformanceCity = {
  name: "申报表：两个项目左右并排",
  sheets: [
    {
      name: "申报",
      format: "General",
      rows: [
        ["2025年项目支出绩效目标申报表", null, null, null, null, null, "2025年项目支出绩效目标申报表"],
        ...half("职业技能提升培训", 320, training).map((row, at): Value[] => [...row, ...Array.from({ length: 6 - row.length }, () => null), ...(half("危旧桥梁加固", 220, bridge)[at] ?? [])]),
      ],
    },
  ],
  tables: ["申报 | project-performance-target | 2025 | 万元 | —", "申报 | project-performance-target | 2025 | 万元 | —"],
  blocks: { 职业技能提升培训: training.map((goal) => said(goal)), 危旧桥梁加固: bridge.map((goal) => said(goal)) },
  slips: [
    { slip: "右边的分值漏填", sheet: "申报", cells: { K5: null }, found: ["performance-target-points-present fail/error 申报!K5"] },
    { slip: "左边的分值抄错", sheet: "申报", cells: { E4: 10 }, found: ["performance-target-points-total fail/error 申报!B2"] },
  ],
};

const trainingSteps = stepped(training, (goal) => [goal.level3, written(goal), null, goal.level2, goal.level3, written(goal), goal.points]);

/** 实施期 and 年度 beside each other, goals and money of both above, three sources, 元. */
const termBeside: PerformanceCity = {
  name: "申报表：实施期目标与年度目标并列，资金分来源，金额为元",
  sheets: [
    {
      name: "目标1",
      format: "General",
      rows: [
        ["项目支出绩效目标申报表"],
        ["（2025年度）"],
        ["项目名称", null, "职业技能提升培训", null, null, null, "项目类别", "特定目标类"],
        ["主管部门及代码", null, "某市人社局[301]", null, null, null, "实施单位", "某市就业训练中心"],
        ["项目期", null, "2025—2027年"],
        ["项目资金（元）", null, "实施期资金总额：", 9600000, null, null, "年度资金总额：", 3200000],
        [null, null, "其中：财政拨款", 9000000, null, null, "其中：财政拨款", 3000000],
        [null, null, "其他资金", 600000, null, null, "其他资金", 200000],
        ["总体目标", null, "实施期目标", null, null, null, "年度目标"],
        [null, null, "三年培训2400人次。", null, null, null, "培训800人次。"],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", null, "二级指标", "三级指标", "指标值", "分值"],
        ...trainingSteps.map((row): Value[] => [null, ...row]),
      ],
      merges: ["A12:A18", ...mergesDown(trainingSteps, 0, 12).map((area) => area.replaceAll("A", "B"))],
    },
  ],
  tables: ["目标1 | project-performance-target | 2025 | 元 | 某市人社局"],
  blocks: { 职业技能提升培训: training.map((goal) => said(goal)) },
  slips: [
    { slip: "年度资金加不起来", sheet: "目标1", cells: { H8: 300000 }, found: ["project-performance-target-unit-total fail/error 目标1!H6"] },
    { slip: "分值抄错", sheet: "目标1", cells: { J12: 5 }, found: ["performance-target-points-total fail/error 目标1!C3"] },
  ],
};

/** A policy's form: unit printed behind each amount, "指标名称" for the third level, 100 points with 执行率 among them. */
const hundredPoints: PerformanceCity = {
  name: "批复表：满分 100，执行率是其中一条",
  sheets: [
    {
      name: "批复",
      format: "General",
      rows: [
        ["某区2026年预算项目绩效目标批复表"],
        ["项目名称", "危旧桥梁加固", null, null, "预算单位", "某区建设局"],
        ["项目总金额（万元）", 220, null, null, "其中：财政资金（万元）", 220],
        ["总体绩效目标", "加固桥梁4座。"],
        ["绩效指标类型", "绩效指标类别", "绩效指标名称", "指标值", "指标权重（%）", "评分规则"],
        ["预算执行率", "预算执行率", "预算执行率", "100%", 10, "按执行率×分值计分"],
        ...repeated(bridge, (goal) => [goal.level3, written(goal), goal.points, "达到目标得满分，未达到不得分"]),
        ["合计", null, null, null, 100],
      ],
    },
  ],
  tables: ["批复 | project-performance-target | 2026 | 万元 | 某区建设局"],
  blocks: { 危旧桥梁加固: ["预算执行率/预算执行率/预算执行率 100% 10", ...bridge.map((goal) => said(goal))] },
  slips: [{ slip: "权重抄错", sheet: "批复", cells: { E8: 10, E13: 95 }, found: ["performance-target-points-total fail/error 批复!B2"] }],
};

export const furtherTargets: readonly PerformanceCity[] = [systemList, sideBySide, termBeside, hundredPoints];
