import type { Value } from "../sheets";
import type { PerformanceCity } from "./city";
import { bridge, training } from "./evaluated";
import { repeated, said, stepped, written } from "./goal";
import type { Goal } from "./goal";

const bare = <One extends Goal>(goal: One): Goal => ({ ...goal, points: 0 });
const halfWay: Value[] = ["6期", "500人次", "96%", "进行中", "未到评价时点", "健全", "92%"];

/** The form of 财预〔2019〕136号: causes and chances in columns of their own under a second row of the header. */
export const ministryMonitoring: PerformanceCity = {
  name: "监控表：财预〔2019〕136号表样，原因和可能性各分几栏",
  sheets: [
    {
      name: "监控1",
      format: "General",
      rows: [
        ["项目支出绩效目标执行监控表"],
        ["（2025年度）"],
        ["项目名称", null, "职业技能提升培训"],
        ["主管部门及代码", null, "201 某市人力资源和社会保障局", null, null, null, "实施单位", null, "某市就业训练中心"],
        ["项目资金\n（万元）", null, null, "年初预算数", null, "1—7月执行数", "1—7月执行率", null, "全年预计执行数"],
        [null, null, "年度资金总额", 300, null, 180, "60%", null, 300],
        [null, null, "其中：本年财政拨款", 260, null, 150, null, null, 260],
        [null, null, "其他资金", 40, null, 30, null, null, 40],
        ["年度总体目标", "举办培训班10期，培训800人次。"],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "1—7月执行情况", "全年预计完成情况", "偏差原因分析", null, null, null, null, null, "完成目标可能性", null, null, "备注"],
        [null, null, null, null, null, null, null, "经费保障", "制度保障", "人员保障", "硬件条件保障", "其他", "原因说明", "确定能", "有可能", "完全不可能"],
        ...stepped(training, (goal, at) => [goal.level3, written(goal), halfWay[at]!, written(goal), null, null, null, null, null, null, "√"]).map((row): Value[] => [null, ...row]),
        ["注：1.偏差原因分析：针对与预期目标产生偏差的指标值，分别从经费保障、制度保障等方面进行判断和分析，并说明原因。"],
      ],
      merges: ["A10:A11", "B10:B11", "C10:C11", "D10:D11", "E10:E11", "F10:F11", "G10:G11", "H10:M10", "N10:P10", "Q10:Q11"],
    },
  ],
  tables: ["监控1 | project-monitoring | 2025 | 万元 | 某市人力资源和社会保障局"],
  blocks: { 职业技能提升培训: training.map((goal) => said(bare(goal))) },
  slips: [
    { slip: "执行率算错", sheet: "监控1", cells: { G6: "65%" }, found: ["monitoring-execution-rate fail/error 监控1!G6"] },
    { slip: "资金来源加不起来", sheet: "监控1", cells: { F8: 20 }, found: ["monitoring-funds fail/error 监控1!F6"] },
    { slip: "预计执行数加不起来", sheet: "监控1", cells: { I6: 310 }, found: ["monitoring-funds fail/error 监控1!I6"] },
  ],
};

/** Many projects in one list, the project in a column, with 分值; beside the targets they were approved with. */
export const monitoringList: PerformanceCity = {
  name: "监控表：多个项目一张清单，与目标表在一起",
  sheets: [
    {
      name: "目标",
      format: "General",
      rows: [
        ["2025年项目支出绩效目标表"],
        ["单位：万元"],
        ["项目名称", "预算金额", "一级指标", "二级指标", "三级指标", "指标值", "分值"],
        ...repeated(bridge, (goal) => [goal.level3, written(goal), goal.points]).map((row, at): Value[] => [...(at === 0 ? ["危旧桥梁加固", 220] : [null, null]), ...row]),
      ],
    },
    {
      name: "监控",
      format: "General",
      rows: [
        ["某县交通运输局2025年1-9月预算绩效运行监控情况表"],
        ["序号", "项目名称", "一级指标", "二级指标", "三级指标", "年度目标值", "1-9月完成值", "是否偏离", "偏差原因及纠偏措施", "能否完成绩效目标"],
        ...repeated(bridge, (goal, at) => [goal.level3, written(goal), ["3座", "100%", "75%", "54万元", "1.6万人", "90%"][at]!, "否", null, "能"]).map((row, at): Value[] => [at + 1, at === 0 ? "危旧桥梁加固" : null, ...row]),
      ],
    },
  ],
  tables: ["目标 | project-performance-target | 2025 | 万元 | —", "监控 | project-monitoring | 2025 | — | 某县交通运输局"],
  blocks: { 危旧桥梁加固: bridge.map((goal) => said(bare(goal))) },
  slips: [{ slip: "监控时改了目标", sheet: "监控", cells: { F3: "=3座" }, found: ["monitoring-targets-as-approved fail/error 监控!F3"] }],
};

/** The whole of a department, half a year, amounts in 元. */
export const wholeMonitoring: PerformanceCity = {
  name: "监控表：部门整体，上半年，金额为元",
  sheets: [
    {
      name: "整体",
      format: "General",
      rows: [
        ["2025年部门整体支出绩效运行监控表"],
        ["部门名称", "某区民政局", null, null, null, "金额单位：元"],
        ["预算执行情况", null, "年初预算数", "全年预算数", "上半年执行数", "执行率"],
        [null, "资金总额", 8000000, 8200000, 3936000, 0.48],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "上半年完成情况", "预计全年完成值", "偏差原因", "备注"],
        ...repeated(bridge, (goal) => [goal.level3, written(goal), "按计划推进", written(goal)]),
      ],
    },
  ],
  tables: ["整体 | overall-monitoring | 2025 | 元 | 某区民政局"],
  blocks: { 某区民政局: bridge.map((goal) => said(bare(goal))) },
  slips: [{ slip: "执行率写错", sheet: "整体", cells: { F4: 0.52 }, found: ["monitoring-execution-rate fail/error 整体!F4"] }],
};

export const monitored: readonly PerformanceCity[] = [ministryMonitoring, monitoringList, wholeMonitoring];
