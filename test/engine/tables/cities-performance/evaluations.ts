import type { Value } from "../sheets";
import type { PerformanceCity } from "./city";
import { bridge, official, officialHead, training, trainingTotal } from "./evaluated";
import { mergesDown, repeated, said, stepped, written } from "./goal";

const trainingRows = stepped(training, official);

/**
 * The form of 财预〔2020〕10号: the total stands above its parts, 分值 and 得分 of the parts are struck out, everything merged.
 */
export const ministry: PerformanceCity = {
  name: "自评表：财预〔2020〕10号表样",
  sheets: [
    {
      name: "1",
      format: "General",
      rows: [
        ["项目支出绩效自评表"],
        ["（2025年度）"],
        ["项目名称", null, "职业技能提升培训", null, null, null, null, null, null],
        ["主管部门", null, "某市人力资源和社会保障局", null, null, "实施单位", null, "某市就业训练中心", null],
        ["项目资金\n（万元）", null, null, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        [null, null, "年度资金总额", 300, 320, 307.2, 10, 0.96, 9.6],
        [null, null, "其中：当年财政拨款", 260, 280, 267.2, "—", null, "—"],
        [null, null, "      上年结转资金", 40, 40, 40, "—", null, "—"],
        [null, null, "      其他资金", 0, 0, 0, "—", null, "—"],
        ["年度\n总体\n目标", "预期目标", null, null, null, "实际完成情况"],
        [null, "举办培训班10期，培训800人次。", null, null, null, "举办11期，培训720人次。"],
        officialHead,
        ...trainingRows.map((row): Value[] => [null, ...row]),
        ["总分", null, null, null, null, null, 100, trainingTotal, null],
      ],
      merges: ["A1:I1", "A2:I2", "A3:B3", "C3:I3", "A4:B4", "C4:E4", "F4:G4", "H4:I4", "A5:B9", "A10:A11", "B10:E10", "F10:I10", "B11:E11", "F11:I11", "A12:A19", ...mergesDown(trainingRows, 0, 13).map((area) => area.replaceAll("A", "B")), ...mergesDown(trainingRows, 1, 13).map((area) => area.replaceAll("B", "C")), "A20:F20"],
    },
  ],
  tables: ["1 | project-self-evaluation | 2025 | 万元 | 某市人力资源和社会保障局"],
  blocks: { 职业技能提升培训: training.map((goal) => said(goal)) },
  slips: [
    { slip: "总分加错", sheet: "1", cells: { H20: 99.1 }, found: ["self-evaluation-score-total fail/error 1!H20"] },
    { slip: "执行率算错", sheet: "1", cells: { H6: 0.95 }, found: ["self-evaluation-execution-rate fail/error 1!H6"] },
    { slip: "执行率得分不按比例", sheet: "1", cells: { I6: 9, H20: 97.5 }, found: ["self-evaluation-execution-score fail/error 1!I6"] },
    { slip: "得分超过分值", sheet: "1", cells: { H19: 12, H20: 100.1 }, found: ["self-evaluation-score-within-points fail/error 1!H19"] },
    { slip: "没完成却得满分", sheet: "1", cells: { H14: 15, H20: 99.6 }, found: ["self-evaluation-full-marks fail/error 1!H14"] },
    { slip: "没完成不写原因", sheet: "1", cells: { I14: null }, found: ["self-evaluation-shortfall-reason fail/explain 1!I14"] },
    { slip: "照抄指标值", sheet: "1", cells: { F19: "≥90%" }, found: ["self-evaluation-actual-value fail/error 1!F19"] },
    { slip: "实际值没写单位", sheet: "1", cells: { F13: 11 }, found: ["self-evaluation-actual-unit fail/hint 1!F13"] },
    { slip: "远超目标没有说明", sheet: "1", cells: { F13: "18期" }, found: ["self-evaluation-excess-reason fail/explain 1!I13"] },
    { slip: "资金来源加不起来", sheet: "1", cells: { F8: 30 }, found: ["project-self-evaluation-funds fail/error 1!F6"] },
    { slip: "分值合计不是100", sheet: "1", cells: { G16: 5, G20: 95, H16: 5, H20: 93.1 }, found: ["self-evaluation-points-hundred fail/error 1!G20"] },
    { slip: "分值漏填", sheet: "1", cells: { G13: null }, found: ["self-evaluation-points-total fail/error 1!G20"] },
    { slip: "得分写成百分比", sheet: "1", cells: { H13: "100%" }, found: ["self-evaluation-score-percentage fail/error 1!H13"] },
    { slip: "实际值漏填", sheet: "1", cells: { F17: null }, found: ["self-evaluation-actual-given fail/error 1!F17"] },
    { slip: "完成时间写成下一年", sheet: "1", cells: { E16: "2026年11月30日前" }, found: ["self-evaluation-stale-year fail/explain 1!E16"] },
  ],
};

const bridgeRow = (level1: string): string => `${level1}\n（${{ 产出指标: 50, 效益指标: 30, 满意度指标: 10 }[level1]!}分）`;

/**
 * Nothing merged, (A), (B), (B/A) in the heads, points beside the levels, 执行率 as a row among the indicators, "15分" in
 * words.
 */
export const unmerged: PerformanceCity = {
  name: "自评表：不合并，执行率在指标里",
  sheets: [
    {
      name: "自评",
      format: "General",
      rows: [
        ["2025年度市级预算项目支出绩效自评表"],
        ["项目名称", "危旧桥梁加固", null, null, "主管部门", "某市交通运输局"],
        ["资金情况（万元）", null, "年初预算数", "全年预算数（A）", "全年执行数（B）", "预算执行率（B/A）"],
        ["其中：财政资金", null, 240, 220, 217.8],
        ["其他资金", null, 0, 0, 0],
        ["年度资金总额", null, 240, 220, 217.8, "99%"],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值", "分值", "自评得分", "未完成原因及改进措施"],
        ["预算执行率\n（10分）", "预算执行率", "预算执行率", "100%", "99%", 10, 9.9, "结余资金已交回。"],
        ...bridge.map((result): Value[] => [bridgeRow(result.level1), result.level2, result.level3, written(result), result.actual, result.points, result.score, result.reason]),
        ["合计", null, null, null, null, 100, 99.9],
        ["填报人：", null, null, "联系电话："],
      ],
    },
  ],
  tables: ["自评 | project-self-evaluation | 2025 | 万元 | 某市交通运输局"],
  blocks: { 危旧桥梁加固: ["预算执行率/预算执行率/预算执行率 100% 10", ...bridge.map((goal) => said(goal))] },
  slips: [
    { slip: "一级指标下分值不符", sheet: "自评", cells: { F12: 20, G12: 20, F13: 20, G13: 20 }, found: ["self-evaluation-points-by-printed-level fail/error 自评!A9", "self-evaluation-points-by-printed-level fail/error 自评!A13"] },
    { slip: "合计加错", sheet: "自评", cells: { G15: 98.9 }, found: ["self-evaluation-score-total fail/error 自评!G15"] },
    { slip: "执行率写错", sheet: "自评", cells: { F6: "98%" }, found: ["self-evaluation-execution-rate fail/error 自评!F6"] },
    { slip: "得分超过分值", sheet: "自评", cells: { G14: 11, G15: 100.9 }, found: ["self-evaluation-score-within-points fail/error 自评!G14"] },
    { slip: "成本超了还得满分", sheet: "自评", cells: { E12: "58万元" }, found: ["self-evaluation-full-marks fail/error 自评!G12"] },
  ],
};

const wells = training.slice(0, 3);

/** Its own criterion column, 指标性质 and 计量单位 in columns of their own, levels repeated, no 总分 row, 执行率 below. */
export const ownCriteria: PerformanceCity = {
  name: "自评表：自带评分标准，符号单位各占一栏",
  sheets: [
    {
      name: "项目1",
      format: "General",
      rows: [
        ["某县2025年度项目支出绩效自评表"],
        ["项目名称：乡村骨干人才培训"],
        ["主管部门：某县农业农村局", null, null, null, "实施单位：某县农广校"],
        ["预算执行情况（万元）", "年初预算数", "调整后预算数", "全年执行数", "分值", "执行率", "得分"],
        ["年度资金总额", 50, 50, 50, 10, "100.00%", 10],
        ["财政拨款", 50, 50, 50],
        ["序号", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "计量单位", "实际完成值", "指标分值", "得分", "评分标准", "偏差原因"],
        ...repeated(wells, (result) => [result.level3, result.sign, result.value, result.unit, String(result.actual).replace(/[^\d.]/g, "") as Value, result.points * 2.25, result.score === 13.5 ? 30.38 : Number(result.score) * 2.25, result.criterion, result.reason]).map((row, at): Value[] => [at + 1, ...row.map((value, column) => (column === 6 ? Number(value) : value))]),
      ],
    },
  ],
  tables: ["项目1 | project-self-evaluation | 2025 | 万元 | 某县农业农村局"],
  blocks: { 乡村骨干人才培训: wells.map((goal) => said({ ...goal, points: goal.points * 2.25 })) },
  slips: [
    { slip: "得分不按标准", sheet: "项目1", cells: { H10: 93, J10: 22.5 }, found: ["self-evaluation-full-marks fail/error 项目1!J10"] },
  ],
};

export const evaluations: readonly PerformanceCity[] = [ministry, unmerged, ownCriteria];
