import type { Value } from "../sheets";
import type { PerformanceCity } from "./city";
import { bridge, training } from "./evaluated";
import { repeated, said, stepped, written } from "./goal";

/** The whole: money by nature in rows with amounts, not in labels; duties and tasks above the indicators. */
const wholeByRows: PerformanceCity = {
  name: "整体自评表：基本支出、项目支出逐行列数",
  sheets: [
    {
      name: "整体",
      format: "General",
      rows: [
        ["附件1"],
        ["部门整体支出绩效自评表"],
        ["（2025年度）"],
        ["部门名称", null, "某区民政局"],
        ["部门整体支出（万元）", null, "支出内容", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        [null, null, "支出总额", 800, 820, 803.6, 10, "98%", 9.8],
        [null, null, "其中：基本支出", 500, 500, 500],
        [null, null, "项目支出", 300, 320, 303.6],
        ["年度总体目标", "预期目标", null, null, null, "实际完成情况"],
        [null, "保障基本民生。", null, null, null, "全部完成。"],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
        ...stepped(bridge, (result) => [result.level3, written(result), result.actual, result.points, result.score, result.reason]).map((row): Value[] => [null, ...row]),
        ["总分", null, null, null, null, null, 100, 99.8],
      ],
    },
  ],
  tables: ["整体 | overall-self-evaluation | 2025 | 万元 | 某区民政局"],
  blocks: { 某区民政局: bridge.map((goal) => said(goal)) },
  slips: [
    { slip: "项目支出改了，总额没改", sheet: "整体", cells: { F8: 290 }, found: ["overall-self-evaluation-funds fail/error 整体!F6"] },
    { slip: "执行率得分抄错", sheet: "整体", cells: { I6: 9, H18: 99 }, found: ["self-evaluation-execution-score fail/error 整体!I6"] },
    { slip: "得分超过分值", sheet: "整体", cells: { H17: 12, H18: 101.8 }, found: ["self-evaluation-score-within-points fail/error 整体!H17"] },
  ],
};

/** Every project in one list, without money, 执行率 or totals: each is a table of its own. */
const listOfResults: PerformanceCity = {
  name: "自评表：多个项目一张清单，指标逐条得分",
  sheets: [
    {
      name: "清单",
      format: "General",
      rows: [
        ["2025年度项目支出绩效自评明细表"],
        ["单位：万元"],
        ["序号", "项目名称", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因及改进措施"],
        ...[...training.map((result, at) => ({ result, name: at === 0 ? "职业技能提升培训" : null })), ...bridge.map((result, at) => ({ result, name: at === 0 ? "危旧桥梁加固" : null }))].map(({ result, name }): Value[] => [name === null ? null : name === "危旧桥梁加固" ? 2 : 1, name, result.level1, result.level2, result.level3, written(result), result.actual, result.points, result.score, result.reason]),
      ],
    },
  ],
  tables: ["清单 | project-self-evaluation | 2025 | 万元 | —", "清单 | project-self-evaluation | 2025 | 万元 | —"],
  blocks: { 职业技能提升培训: training.map((goal) => said(goal)), 危旧桥梁加固: bridge.map((goal) => said(goal)) },
  slips: [
    { slip: "没完成还得满分", sheet: "清单", cells: { I5: 15 }, found: ["self-evaluation-full-marks fail/error 清单!I5"] },
    { slip: "得分超过分值", sheet: "清单", cells: { I16: 11 }, found: ["self-evaluation-score-within-points fail/error 清单!I16"] },
    { slip: "实际值漏填", sheet: "清单", cells: { G12: null }, found: ["self-evaluation-actual-given fail/error 清单!G12"] },
  ],
};

/** Funds with 调整数 and 结转结余 beside them; 得分 of 执行率 only in the indicators; 自评等级 below. */
const adjustedFunds: PerformanceCity = {
  name: "自评表：资金有调整数，执行率只在指标里计分，等级在下面",
  sheets: [
    {
      name: "Sheet1",
      format: "General",
      rows: [
        ["某县2025年度财政支出项目绩效自评表"],
        ["填报单位：某县交通运输局（盖章）", null, null, null, null, null, "填报日期：2026年3月10日"],
        ["项目名称", "危旧桥梁加固", null, "项目负责人", "张某", null, "联系电话", "12345678"],
        ["项目类型", "经常性项目", null, "主管部门", "某县交通运输局"],
        ["资金来源", "年初预算数", "预算调整数", "调整后预算数", "实际支出数", "预算执行率", "结转结余数"],
        ["合计", 240, -20, 220, 217.8, "99.00%", 2.2],
        ["中央财政资金", 100, 0, 100, 100, "100.00%", 0],
        ["省级财政资金", 100, -20, 80, 80, "100.00%", 0],
        ["县级财政资金", 40, 0, 40, 37.8, "94.50%", 2.2],
        ["一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "自评得分", "扣分原因"],
        ["预算执行", "预算执行率", "预算执行率", "≥95%", "99%", 10, 10, null],
        ...repeated(bridge, (result) => [result.level3, written(result), result.actual, result.points, result.score, null]),
        ["自评总分", null, null, null, null, 100, 100],
        ["自评等级", "优"],
      ],
    },
  ],
  tables: ["Sheet1 | project-self-evaluation | 2025 | — | 某县交通运输局"],
  blocks: { 危旧桥梁加固: ["预算执行/预算执行率/预算执行率 ≥95% 10", ...bridge.map((goal) => said(goal))] },
  slips: [
    { slip: "总分加错", sheet: "Sheet1", cells: { G18: 99 }, found: ["self-evaluation-score-total fail/error Sheet1!G18"] },
    { slip: "成本超了还得满分", sheet: "Sheet1", cells: { E15: "60万元", H15: "涨价。" }, found: ["self-evaluation-full-marks fail/error Sheet1!G15"] },
    { slip: "资金来源加不起来", sheet: "Sheet1", cells: { E8: 70 }, found: ["project-self-evaluation-funds fail/error Sheet1!E6"] },
  ],
};

/**
 * Blank lines between blocks, the head's labels in the first column only, an indicator's explanation and the evidence
 * beside it.
 */
const evidenceColumns: PerformanceCity = {
  name: "自评表：空行分块，佐证材料另有一栏，权重为百分比",
  sheets: [
    {
      name: "自评表（培训）",
      format: "General",
      rows: [
        [null, "项目支出绩效自评表"],
        [null, "评价年度：2025年"],
        [],
        [null, "一、项目基本情况"],
        [null, "项目名称", "职业技能提升培训"],
        [null, "预算单位", "某市人社局"],
        [],
        [null, "二、预算执行情况（单位：万元）"],
        [null, "项目", "年初预算", "全年预算", "全年支出", "执行率", "分值", "得分"],
        [null, "年度资金总额", 300, 320, 307.2, "96%", 10, 9.6],
        [],
        [null, "三、绩效指标完成情况"],
        [null, "一级指标", "二级指标", "三级指标", "指标解释", "目标值", "完成值", "分值", "得分", "未完成原因", "佐证材料"],
        ...stepped(training, (result) => [result.level3, result.level3, written(result), result.actual, result.points, result.score, result.reason, "台账"]).map((row): Value[] => [null, ...row]),
        [null, "总分", null, null, null, null, null, 100, 98.1],
        [],
        [null, "四、自评结论：优"],
      ],
    },
  ],
  tables: ["自评表（培训） | project-self-evaluation | 2025 | 万元 | 某市人社局"],
  blocks: { 职业技能提升培训: training.map((goal) => said(goal)) },
  slips: [
    { slip: "总分加错", sheet: "自评表（培训）", cells: { I21: 97.1 }, found: ["self-evaluation-score-total fail/error 自评表（培训）!I21"] },
    { slip: "执行率写错", sheet: "自评表（培训）", cells: { F10: "97%" }, found: ["self-evaluation-execution-rate fail/error 自评表（培训）!F10"] },
    { slip: "照抄指标值", sheet: "自评表（培训）", cells: { G20: "≥90%" }, found: ["self-evaluation-actual-value fail/error 自评表（培训）!G20"] },
  ],
};

export const strangerEvaluations: readonly PerformanceCity[] = [wholeByRows, listOfResults, adjustedFunds, evidenceColumns];
