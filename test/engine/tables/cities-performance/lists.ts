import type { Value } from "../sheets";
import type { PerformanceCity } from "./city";
import { goals, mergesDown, said, stepped, written } from "./goal";
import type { Goal } from "./goal";

const library = goals(
  ["成本指标", "经济成本指标", "项目总成本", "≤", 80, "万元", 20, "不超过80万元得满分，每超1%扣1分，扣完为止"],
  ["产出指标", "数量指标", "采购图书册数", "≥", 12000, "册", 10, "完成目标值得满分，每少100册扣0.5分，扣完为止"],
  ["产出指标", "数量指标", "举办读书活动场次", "≥", 36, "场", 10, "每少1场扣0.5分，扣完为止"],
  ["产出指标", "质量指标", "图书编目准确率", "≥", 98, "%", 10, "98%及以上得满分，每低1个百分点扣1分，扣完为止"],
  ["产出指标", "时效指标", "图书上架时间", "定性", "2025年11月30日前", "", 10, "按时完成得满分，未按时完成不得分"],
  ["效益指标", "社会效益指标", "到馆读者人次", "≥", 500000, "人次", 20, "完成率×分值"],
  ["满意度指标", "服务对象满意度指标", "读者满意度", "≥", 90, "%", 10, "≥90%得10分，≥80%得8分，≥60%得5分，否则不得分"],
);
const heritage = goals(
  ["成本指标", "经济成本指标", "修缮成本", "≤", 150, "万元", 20, "在预算内得满分，超出预算不得分"],
  ["产出指标", "数量指标", "修缮文物点数量", "=", 3, "处", 20, "每少1处扣7分，扣完为止"],
  ["产出指标", "质量指标", "验收合格率", "=", 100, "%", 20, "达到100%得满分，否则不得分"],
  ["效益指标", "社会效益指标", "文物安全事故发生数", "=", 0, "起", 10, "未发生得满分，每发生1起扣5分，扣完为止"],
  ["效益指标", "可持续影响指标", "保养机制健全程度", "定性", "健全", "", 10, "健全得满分，基本健全得6分，不健全不得分"],
  ["满意度指标", "服务对象满意度指标", "群众满意度", "≥", 92, "%", 10, "≥92%得满分，每低1个百分点扣1分，扣完为止"],
);

const columnsA = (goal: Goal): Value[] => [goal.level3, goal.value, `${goal.level3}的数值`, goal.criterion, goal.unit, goal.sign, goal.points];
const rowsA: Value[][] = [
  ["合计", null, 230],
  ["045", "某市文化旅游局", 230],
  ...stepped(library, columnsA).map((row, at): Value[] => [at === 0 ? "045003" : null, at === 0 ? "图书购置及阅读推广经费" : null, at === 0 ? 80 : null, at === 0 ? "丰富馆藏，推广全民阅读。" : null, ...row]),
  ...stepped(heritage, columnsA).map((row, at): Value[] => [at === 0 ? "045001" : null, at === 0 ? "文物保护修缮专项" : null, at === 0 ? 150 : null, at === 0 ? "完成三处文物点修缮。" : null, ...row]),
];

/** 备注 holds the 分值, names and levels are merged, sums by unit stand above. */
export const pointsInNotes: PerformanceCity = {
  name: "清单：分值在备注栏，按单位合计",
  sheets: [
    {
      name: "09项目绩效",
      format: "General",
      rows: [["部门公开表9"], ["2025年部门项目支出绩效目标表"], ["部门：045_某市文化旅游局", ...Array<null>(9).fill(null), "金额单位：万元"], ["单位编码", "单位（专项）名称", "资金总额", "实施期绩效目标", "绩效指标", ...Array<null>(8).fill(null)], [null, null, null, null, "一级指标", "二级指标", "三级指标", "指标值", "指标值内容", "评（扣）分标准", "度量单位", "指标值类型", "备注"], ["**", "**", 1, "**", "**", "**", "**", "**", "**", "**", "**", "**", "**"], ...rowsA],
      merges: ["A2:M2", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:M4", ...[1, 2, 3, 4, 5].flatMap((column) => mergesDown(rowsA.slice(2), column, 9))],
    },
  ],
  tables: ["09项目绩效 | project-performance-target | 2025 | 万元 | 某市文化旅游局"],
  blocks: { 图书购置及阅读推广经费: library.map((goal) => said(goal)), 文物保护修缮专项: heritage.map((goal) => said(goal)) },
  slips: [
    { slip: "一个项目金额改了，合计没改", sheet: "09项目绩效", cells: { C9: 90 }, found: ["project-performance-target-unit-total fail/error 09项目绩效!C8"] },
    { slip: "分值漏填", sheet: "09项目绩效", cells: { M10: null }, found: ["performance-target-points-present fail/error 09项目绩效!M10"] },
    { slip: "分值合计成了95", sheet: "09项目绩效", cells: { M14: 25 }, found: ["performance-target-points-total fail/error 09项目绩效!B9"] },
    { slip: "同一指标写了两遍", sheet: "09项目绩效", cells: { G11: "采购图书册数", H11: 12000, K11: "册" }, found: ["performance-duplicate-indicators fail/explain 09项目绩效!G10"] },
    { slip: "目标写成上年", sheet: "09项目绩效", cells: { D9: "2024年12月底前丰富馆藏。" }, found: ["performance-target-stale-year fail/explain 09项目绩效!D9"] },
  ],
};

const sewage = goals(
  ["产出指标", "数量指标", "清淤管网长度", "≥", 35, "公里", 20],
  ["产出指标", "质量指标", "清淤验收合格率", "≥", 95, "%", 10],
  ["产出指标", "时效指标", "任务按期完成率", "=", 100, "%", 10],
  ["效益指标", "社会效益指标", "积水点减少数量", "≥", 6, "处", 20],
  ["效益指标", "生态效益指标", "出水水质达标率", "≥", 95, "%", 10],
  ["满意度指标", "服务对象满意度指标", "居民满意度", "≥", 85, "%", 10],
  ["成本指标", "经济成本指标", "清淤单价", "≤", 120, "元/米", 10],
);
const lamps = goals(
  ["产出指标", "数量指标", "更换路灯盏数", "≥", 800, "盏", 30],
  ["产出指标", "质量指标", "亮灯率", "≥", 98, "%", 20],
  ["效益指标", "社会效益指标", "道路照明投诉下降情况", "定性", "明显下降", "", 20],
  ["满意度指标", "服务对象满意度指标", "市民满意度", "≥", 90, "%", 10],
  ["成本指标", "经济成本指标", "单灯改造成本", "≤", 1500, "元/盏", 10],
);
const rowsB = [["某市城市管理局本级", "排水管网清淤", 420, "保障排水畅通，消除积水点", sewage], ["某市路灯管理所", "路灯节能改造", 120, "提高亮灯率", lamps]].flatMap(([unit, project, amount, goal, list]): Value[][] =>
  (list as Goal[]).map((one) => [unit as string, project as string, amount as number, goal as string, one.level1, one.level2, one.level3, one.sign, one.value, one.unit, one.points, one.sign === "≤" ? "反向指标" : "正向指标"]),
);

/**
 * Every cell repeated in every row, as an export of a budget system writes it; 指标性质 holds the sign, 权重 the points,
 * 指标方向性 the direction.
 */
export const exported: PerformanceCity = {
  name: "清单：系统导出，逐行重复，权重单列",
  sheets: [{ name: "表6-1", format: "General", rows: [["表6-1"], ["部门预算项目支出绩效目标表（2025年度）"], [...Array<null>(11).fill(null), "金额单位：万元"], ["单位名称", "项目名称", "预算数", "年度目标", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "权重", "指标方向性"], ...rowsB] }],
  tables: ["表6-1 | project-performance-target | 2025 | 万元 | —"],
  blocks: { 排水管网清淤: sewage.map((goal) => said(goal)), 路灯节能改造: lamps.map((goal) => said(goal)) },
  remarks: ["performance-points-by-level fail/explain 表6-1!B5"],
  slips: [
    { slip: "权重合计成了80", sheet: "表6-1", cells: { K8: 10 }, found: ["performance-target-points-total fail/error 表6-1!B5"] },
    { slip: "两行金额不同", sheet: "表6-1", cells: { C7: 430 }, found: ["repeated-rows-agree fail/error 表6-1!C7"] },
  ],
};

const vaccine = goals(
  ["产出指标", "数量指标", "接种疫苗剂次", "≥", 6.5, "万剂次", 15],
  ["产出指标", "质量指标", "适龄儿童接种率", "≥", 95, "%", 15],
  ["产出指标", "时效指标", "疫苗配送及时率", "≥", 99, "%", 10],
  ["产出指标", "成本指标", "每剂次接种补助", "≤", 26, "元", 10],
  ["效益指标", "社会效益指标", "传染病报告发病率", "≤", 210, "/10万", 30],
  ["满意度指标", "服务对象满意度指标", "接种对象满意度", "≥", 90, "%", 10],
);
const rowsC: Value[][] = vaccine.map((goal, at) => [at === 0 ? 1 : null, at === 0 ? "免疫规划经费" : null, at === 0 ? "12010325T000000001" : null, ...([goal.level1, goal.level2, goal.level3, written(goal), "按完成率计分", goal.points] as Value[]), at === 0 ? 317.5 : null, at === 0 ? "提高接种率" : null]);

/**
 * Amounts and the goal behind the indicators, sign and unit inside the value, blank lines in front, no title but the
 * sheet's name.
 */
export const amountsLast: PerformanceCity = {
  name: "清单：金额在后，指标值带符号和单位",
  sheets: [{ name: "项目支出绩效目标表", format: "General", rows: [[], [], [null, "金额单位：万元"], [null, "序号", "项目\n名称", "项目编码", "一级\n指标", "二级\n指标", "三级\n指标", "年度\n指标值", "计分规则", "分值", "年度资金总额", "年度绩效目标"], ...rowsC.map((row): Value[] => [null, ...row])] }],
  tables: ["项目支出绩效目标表 | project-performance-target | — | 万元 | —"],
  blocks: { 免疫规划经费: vaccine.map((goal) => said(goal)) },
  slips: [{ slip: "分值写成文字", sheet: "项目支出绩效目标表", cells: { J5: "见附件" }, found: ["performance-target-points-present fail/error 项目支出绩效目标表!J5"] }],
};

export const lists: readonly PerformanceCity[] = [pointsInNotes, exported, amountsLast];
