import type { Value } from "../sheets";
import type { PerformanceCity } from "./city";
import { bridge, training, trainingTotal } from "./evaluated";
import { repeated, said, written } from "./goal";
import type { Result } from "./evaluated";

/** A short form of one project, in 万元. */
function form(name: string, [initial, annual, executed]: readonly [number, number, number], list: readonly Result[]): Value[][] {
  const rate = executed / annual;
  const earned = Math.round(rate * 1000) / 100;
  const points = list.reduce((sum, { score }) => sum + Math.round(Number(score) * 100), 0) / 100;
  return [
    ["2025年度项目支出绩效自评表"],
    ["项目名称", name, null, "主管部门", "某市交通运输局"],
    ["项目资金（万元）", null, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    [null, "年度资金总额", initial, annual, executed, 10, rate, earned],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
    ...repeated(list, (result) => [result.level3, written(result), result.actual, result.points, result.score, result.reason]),
    ["总分", null, null, null, null, 100, Math.round((points + earned) * 100) / 100],
  ];
}

const names = { 危旧桥梁加固: bridge.map((goal) => said(goal)), 驾驶员培训: training.map((goal) => said(goal)) };

/** The list beside the forms, in 元 where these are in 万元; the total on top. */
export const listedForms: PerformanceCity = {
  name: "自评汇总表：与各项目自评表在一起，合计在上，金额为元",
  sheets: [
    {
      name: "汇总",
      format: "General",
      rows: [
        ["附件3"],
        ["某市交通运输局2025年度项目支出绩效自评情况汇总表"],
        [null, null, null, null, null, null, "单位：元"],
        ["序号", "项目名称", "预算执行情况", null, null, "自评结果", null, "备注"],
        [null, null, "全年预算数", "全年执行数", "执行率", "得分", "等级", null],
        ["合计", null, 5400000, 5250000, "97.22%", null, null, null],
        [1, "危旧桥梁加固", 2200000, 2178000, "99%", 99.9, "优", null],
        [2, "驾驶员培训", 3200000, 3072000, "96%", trainingTotal, "优", null],
      ],
      merges: ["A4:A5", "B4:B5", "C4:E4", "F4:G4", "H4:H5"],
    },
    { name: "桥梁", format: "General", rows: form("危旧桥梁加固", [240, 220, 217.8], bridge) },
    { name: "培训", format: "General", rows: form("驾驶员培训", [300, 320, 307.2], training) },
  ],
  tables: ["汇总 | self-evaluation-summary | 2025 | 元 | 某市交通运输局", "桥梁 | project-self-evaluation | 2025 | 万元 | 某市交通运输局", "培训 | project-self-evaluation | 2025 | 万元 | 某市交通运输局"],
  blocks: names,
  slips: [
    { slip: "汇总表的执行数抄错，合计跟着错", sheet: "汇总", cells: { D7: 2187000, D6: 5259000, E6: "97.39%", E7: "99.41%" }, found: ["self-evaluation-summary-amounts-equal-forms fail/error 汇总!D7"] },
    { slip: "合计加错", sheet: "汇总", cells: { C6: 5500000, E6: "95.45%" }, found: ["self-evaluation-summary-total fail/error 汇总!C6"] },
    { slip: "汇总表的得分抄错", sheet: "汇总", cells: { F8: 91.8 }, found: ["self-evaluation-summary-scores-equal-forms fail/error 汇总!F8"] },
    { slip: "执行率写错", sheet: "汇总", cells: { E8: "98%" }, found: ["self-evaluation-summary-execution-rate fail/error 汇总!E8"] },
    { slip: "等级与得分不符", sheet: "汇总", cells: { G7: "良" }, found: ["self-evaluation-summary-grade fail/explain 汇总!G7"] },
    { slip: "汇总表漏了一个项目", sheet: "汇总", cells: { A8: null, B8: null, C8: null, D8: null, E8: null, F8: null, G8: null, C6: 2200000, D6: 2178000, E6: "99%" }, found: ["self-evaluation-summary-lists-forms fail/explain 培训!B2"] },
  ],
};

/** Several units with their 小计, 预算数 split, the scale stated in the head, scores in words. */
export const groupedList: PerformanceCity = {
  name: "自评汇总表：按单位小计，表上写等级标准",
  sheets: [
    {
      name: "Sheet1",
      format: "General",
      rows: [
        ["2025年度部门预算项目绩效自评结果统计表"],
        ["填报单位：某县教育局", null, null, null, "单位：万元"],
        ["单位", "项目名称", "预算数", null, null, "实际支出数", "预算执行率（%）", "自评总分", "评价等级（优：95分及以上；良：85（含）-95分；中：70（含）-85分；差：70分以下）", "存在的主要问题"],
        [null, null, "小计", "财政拨款", "其他资金"],
        ["县一中", "校舍维修", 120, 100, 20, 114, 95, "96分", "优"],
        ["县一中", "设备购置", 80, 80, 0, 60, 75, "88.5分", "良", "招标延误"],
        [null, "小计", 200, 180, 20, 174, 87],
        ["县二中", "食堂改造", 50, 50, 0, 50, 100, "84分", "中"],
        [null, "小计", 50, 50, 0, 50, 100],
        ["合计", null, 250, 230, 20, 224, 89.6],
        ["填表人：", null, null, "联系电话："],
      ],
    },
  ],
  tables: ["Sheet1 | self-evaluation-summary | 2025 | 万元 | 某县教育局"],
  blocks: {},
  slips: [
    { slip: "小计加错", sheet: "Sheet1", cells: { F7: 184, G7: 92, F10: 234, G10: 93.6 }, found: ["self-evaluation-summary-total fail/error Sheet1!F7"] },
    { slip: "其他资金没有加进预算数", sheet: "Sheet1", cells: { C5: 100, G5: 114, C7: 180, G7: 96.67, C10: 230, G10: 97.39 }, found: ["self-evaluation-summary-row-total fail/error Sheet1!C5"] },
    { slip: "得分超过100", sheet: "Sheet1", cells: { H5: "106分" }, found: ["self-evaluation-summary-score-range fail/error Sheet1!H5"] },
    { slip: "等级不合表上的标准", sheet: "Sheet1", cells: { I8: "良" }, found: ["self-evaluation-summary-grade fail/error Sheet1!I8"] },
    { slip: "执行率写错", sheet: "Sheet1", cells: { G6: 80 }, found: ["self-evaluation-summary-execution-rate fail/error Sheet1!G6"] },
  ],
};

/** No total, grades 优秀 to 不合格, the unit in the header. */
export const plainList: PerformanceCity = {
  name: "自评汇总表：没有合计，等次四档",
  sheets: [
    {
      name: "一览表",
      format: "General",
      rows: [
        ["绩效自评结果一览表"],
        ["序号", "主管部门", "项目名称", "年初预算（万元）", "全年预算（万元）", "全年支出（万元）", "执行率", "自评得分", "自评等次", "是否公开"],
        [1, "某区水利局", "河道清淤", 100, 90, 90, "100%", 92.4, "优秀", "是"],
        [2, "某区水利局", "山洪预警", 30, 30, 27.5, "91.67%", 85, "良好", "是"],
        [3, "某区水利局", "水库巡查", 20, 20, 20, "100%", 79.99, "合格", "否"],
        ["说明：得分90分（含）以上为优秀，80分（含）至90分为良好，60分（含）至80分为合格，60分以下为不合格。"],
      ],
    },
  ],
  tables: ["一览表 | self-evaluation-summary | — | 万元 | —"],
  blocks: {},
  slips: [
    { slip: "等次写高了", sheet: "一览表", cells: { I5: "良好" }, found: ["self-evaluation-summary-grade fail/error 一览表!I5"] },
    { slip: "执行率除错了", sheet: "一览表", cells: { G3: "90%" }, found: ["self-evaluation-summary-execution-rate fail/error 一览表!G3"] },
  ],
};

export const summarised: readonly PerformanceCity[] = [listedForms, groupedList, plainList];
