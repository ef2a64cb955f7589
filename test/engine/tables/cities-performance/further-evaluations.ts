import type { Value } from "../sheets";
import type { PerformanceCity } from "./city";
import { bridge, training } from "./evaluated";
import { goals, mergesDown, repeated, said, stepped, written } from "./goal";

const officialPoints: Readonly<Record<string, number>> = { 产出指标: 50, 效益指标: 30, 满意度指标: 10 };
const trainingRows = stepped(training, (result) => [result.level3, result.points, written(result), result.actual, result.score, result.reason], (goal) => [`${goal.level1}（${officialPoints[goal.level1]!}分）`, goal.level2]);

/** 总分 above the indicators, 分值 before the target, three sources of money, in 元. */
const totalOnTop: PerformanceCity = {
  name: "自评表：总分在最上面，分值在指标值前，金额为元",
  sheets: [
    {
      name: "自评表",
      format: "General",
      rows: [
        ["省级部门项目支出绩效自评表"],
        ["（2025年度）", null, null, null, null, null, null, "单位：元"],
        ["项目名称", "职业技能提升培训", null, null, "项目代码", "A2025001"],
        ["主管部门", "某省人力资源和社会保障厅", null, null, "实施单位", "某省就业训练中心"],
        ["项目资金", null, "年初预算数", "全年预算数（A）", "全年执行数（B）", "分值", "执行率（B/A）", "得分"],
        [null, "年度资金总额", 3000000, 3200000, 3072000, 10, "96.00%", 9.6],
        [null, "其中：当年财政拨款", 2600000, 2800000, 2672000, null, "95.43%", null],
        [null, "上年结转资金", 400000, 400000, 400000, null, "100.00%", null],
        [null, "其他资金", null, null, null],
        ["年度总体目标", "年初设定目标", null, null, null, "全年完成情况"],
        [null, "举办培训班10期。", null, null, null, "举办11期。"],
        ["年度绩效指标", "一级指标", "二级指标", "三级指标", "分值", "年度指标值", "全年实际值", "得分", "偏差原因分析及改进措施"],
        ["总分", null, null, null, 100, null, null, 98.1],
        ...trainingRows.map((row): Value[] => [null, ...row]),
      ],
      merges: ["A5:A9", "A14:A20", ...mergesDown(trainingRows, 0, 14).map((area) => area.replaceAll("A", "B")), ...mergesDown(trainingRows, 1, 14).map((area) => area.replaceAll("B", "C"))],
    },
  ],
  tables: ["自评表 | project-self-evaluation | 2025 | 元 | 某省人力资源和社会保障厅"],
  blocks: { 职业技能提升培训: training.map((goal) => said(goal)) },
  slips: [
    { slip: "总分加错", sheet: "自评表", cells: { H13: 99.1 }, found: ["self-evaluation-score-total fail/error 自评表!H13"] },
    { slip: "一级指标的分值不符", sheet: "自评表", cells: { E14: 20, H14: 20, E19: 10, H19: 10 }, found: ["self-evaluation-points-by-printed-level fail/error 自评表!B14", "self-evaluation-points-by-printed-level fail/error 自评表!B18"] },
    { slip: "其他资金填了数，总额没加", sheet: "自评表", cells: { E9: 50000 }, found: ["project-self-evaluation-funds fail/error 自评表!E6"] },
    { slip: "没完成不写原因", sheet: "自评表", cells: { I15: null }, found: ["self-evaluation-shortfall-reason fail/explain 自评表!I15"] },
  ],
};

/** Weights of the first and the second level in columns of their own, beside 分值 of each indicator. */
const weightColumns: PerformanceCity = {
  name: "自评表：各级权重各占一栏，复核得分另有一栏",
  sheets: [
    {
      name: "1",
      format: "General",
      rows: [
        ["2025年度市直部门项目绩效自评表"],
        ["项目名称", null, "危旧桥梁加固", null, null, null, "主管部门", "某市交通运输局"],
        ["预算执行情况（万元）", null, "年初预算", "全年预算", "全年执行", "执行率", "权重", "自评得分"],
        [null, "资金总额", 240, 220, 217.8, 0.99, 10, 9.9],
        ["一级指标", "权重", "二级指标", "权重", "三级指标", "权重", "指标值", "完成值", "自评得分", "复核得分", "偏差原因"],
        ...bridge.map((result, at): Value[] => [at === 0 || bridge[at - 1]!.level1 !== result.level1 ? result.level1 : null, at === 0 || bridge[at - 1]!.level1 !== result.level1 ? officialPoints[result.level1]! : null, result.level2, result.points, result.level3, result.points, written(result), result.actual, result.score, null, null]),
        ["总分", null, null, null, null, 100, null, null, 99.9],
      ],
      merges: ["A6:A9", "B6:B9"],
    },
  ],
  tables: ["1 | project-self-evaluation | 2025 | 万元 | 某市交通运输局"],
  blocks: { 危旧桥梁加固: bridge.map((goal) => said(goal)) },
  slips: [
    { slip: "总分加错", sheet: "1", cells: { I12: 98.9 }, found: ["self-evaluation-score-total fail/error 1!I12"] },
    { slip: "成本超了还得满分", sheet: "1", cells: { H9: "58万元", K9: "材料涨价。" }, found: ["self-evaluation-full-marks fail/error 1!I9"] },
    { slip: "得分超过分值", sheet: "1", cells: { I11: 11, I12: 100.9 }, found: ["self-evaluation-score-within-points fail/error 1!I11"] },
  ],
};

/** Header in two rows with sign, value and unit of the target under one word; levels of 满意度 merged into one. */
const doubledHeader: PerformanceCity = {
  name: "自评表：表头两行，符号、数值、单位分开，满意度一二级合并",
  sheets: [
    {
      name: "Sheet2",
      format: "General",
      rows: [
        ["附件2"],
        ["项目支出绩效自评表"],
        ["(2025年度)"],
        ["项目名称", null, "职业技能提升培训", null, null, "项目负责人", null, "联系电话", null, null],
        ["主管部门", null, "某市人社局", null, null, "实施单位", null, "某市就业训练中心"],
        ["资金情况（万元）", null, null, "年初预算", "全年预算", "全年执行", "执行率%", "分值", "得分"],
        [null, null, "年度资金总额", 300, 320, 307.2, 96, 10, 9.6],
        [null, null, "其中：财政拨款", 300, 320, 307.2],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", null, null, "实际完成值", "分值", "得分", "未完成原因及拟采取的改进措施"],
        [null, null, null, null, "符号", "指标值", "计量单位", null, null, null, null],
        ...stepped(training, (result) => [result.level3, result.sign || null, result.value, result.unit || null, result.actual, result.points, result.score, result.reason], (goal) => [goal.level1, goal.level1 === "满意度指标" ? goal.level1 : goal.level2]).map((row): Value[] => [null, ...row]),
        ["合计", null, null, null, null, null, null, null, 100, 98.1],
        ["填表人：", null, null, "填表日期："],
      ],
      merges: ["A9:A10", "B9:B10", "C9:C10", "D9:D10", "E9:G9", "H9:H10", "I9:I10", "J9:J10", "K9:K10", "B11:B14", "C11:C12", "B15:B16", "B17:C17", "A18:H18"],
    },
  ],
  tables: ["Sheet2 | project-self-evaluation | 2025 | 万元 | 某市人社局"],
  blocks: { 职业技能提升培训: training.map((goal) => said(goal.level1 === "满意度指标" ? { ...goal, level2: "满意度指标" } : goal)) },
  slips: [
    { slip: "执行率算错", sheet: "Sheet2", cells: { G7: 95 }, found: ["self-evaluation-execution-rate fail/error Sheet2!G7"] },
    { slip: "没完成还得满分", sheet: "Sheet2", cells: { J12: 15, J18: 99.6 }, found: ["self-evaluation-full-marks fail/error Sheet2!J12"] },
    { slip: "实际值漏填", sheet: "Sheet2", cells: { H14: null }, found: ["self-evaluation-actual-given fail/error Sheet2!H14"] },
  ],
};

const care = goals(
  ["产出指标", "数量指标", "开展巡诊次数", "", 24, "次", 30],
  ["产出指标", "时效指标", "物资发放及时率", "", 100, "%", 20],
  ["效益指标", "社会效益指标", "健康档案建档率", "", 90, "%", 30],
  ["满意度指标", "服务对象满意度指标", "居民满意度", "", 85, "%", 10],
);
const cared: readonly Value[] = ["24次", "100%", "93%", "88%"];

/** No signs, 分值 in words, 执行率 in the first row of the indicators, 完成率 printed, how points are earned in a column. */
const wordsForPoints: PerformanceCity = {
  name: "自评表：分值写“20分”，得分计算方法占一栏，没有资金表头",
  sheets: [
    {
      name: "自评",
      format: "General",
      rows: [
        ["某自治区2025年度项目支出绩效自评表"],
        ["项目名称：基层医疗巡诊", null, null, null, "主管部门：某自治区卫生健康委"],
        ["预算执行率情况", null, null, null, "年初预算数：60万元"],
        ["一级指标", "二级指标", "三级指标", "年初目标值（A）", "全年完成值（B）", "完成率（B/A）", "指标分值", "得分计算方法", "得分", "未完成原因分析及改进措施"],
        ["预算执行指标", "预算执行率", "预算执行率", "100%", "98%", "98%", "10分", "执行率×分值", "9.8分", "结余资金已交回。"],
        ...repeated(care, (goal, at) => [goal.level3, written(goal), cared[at]!, ["100%", "100%", "103.33%", "103.53%"][at]!, `${goal.points}分`, "完成值达到目标值得满分，未达到按完成率×分值计分", `${goal.points}分`, null]),
        ["总计", null, null, null, null, null, "100分", null, "99.8分"],
      ],
    },
  ],
  tables: ["自评 | project-self-evaluation | 2025 | — | 某自治区卫生健康委"],
  blocks: { 基层医疗巡诊: ["预算执行指标/预算执行率/预算执行率 100% 10分", ...care.map((goal) => `${said({ ...goal, points: 0 })} ${goal.points}分`)] },
  slips: [
    { slip: "总分加错", sheet: "自评", cells: { I10: "98.8分" }, found: ["self-evaluation-score-total fail/error 自评!I10"] },
    { slip: "没完成还得满分", sheet: "自评", cells: { E6: "20次", F6: "83.33%", J6: "道路中断；下年补做。" }, found: ["self-evaluation-full-marks fail/explain 自评!I6"] },
    { slip: "分值抄错", sheet: "自评", cells: { G9: "15分", I9: "10分", G10: "105分" }, found: ["self-evaluation-points-hundred fail/error 自评!G10"] },
  ],
};

export const furtherEvaluations: readonly PerformanceCity[] = [totalOnTop, weightColumns, doubledHeader, wordsForPoints];
