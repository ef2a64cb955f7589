import type { Value } from "../sheets";
import type { PerformanceCity } from "./city";
import { goals, mergesDown, repeated, said, stepped, written } from "./goal";
import type { Goal } from "./goal";

const canteens = goals(
  ["产出指标", "数量指标", "改造学校食堂数量", "≥", 14, "所", 0],
  ["产出指标", "质量指标", "改造验收合格率", "=", 100, "%", 0],
  ["产出指标", "时效指标", "改造完成时间", "", "2026年8月31日前", "", 0],
  ["产出指标", "成本指标", "单所改造成本", "≤", 28, "万元", 0],
  ["效益指标", "社会效益指标", "受益学生人数", "≥", 16500, "人", 0],
  ["效益指标", "可持续影响指标", "食堂设备使用年限", "≥", 8, "年", 0],
  ["满意度指标", "服务对象满意度指标", "师生满意度", "≥", 92, "%", 0],
);
const oneCell = (goal: Goal): Value[] => [goal.level3, written(goal)];
const canteenRows = stepped(canteens, oneCell);

/** The ministry's application form: label beside content, 一级 to 指标值 without 分值, amounts below one another. */
export const application: PerformanceCity = {
  name: "申报表：项目资金逐行，无分值",
  sheets: [
    {
      name: "申报表",
      format: "General",
      rows: [
        ["附件2"],
        ["项目支出绩效目标申报表"],
        ["（2026年度）"],
        ["项目名称", null, "学校食堂改造"],
        ["主管部门及代码", null, "205-某县教育体育局", null, "实施单位", "某县教育体育局"],
        ["项目属性", null, "新增项目", null, "项目期", "1年"],
        ["项目资金\n（万元）", "年度资金总额：", null, 392],
        [null, "其中：财政拨款", null, 350],
        [null, "      其他资金", null, 42],
        ["总\n体\n目\n标", "年度目标"],
        [null, "目标1：完成14所学校食堂改造。\n目标2：改善师生就餐条件。"],
        ["绩\n效\n指\n标", "一级指标", "二级指标", "三级指标", null, "指标值"],
        ...canteenRows.map((row): Value[] => [null, row[0]!, row[1]!, row[2]!, null, row[3]!]),
      ],
      merges: ["A2:F2", "A3:F3", "A4:B4", "C4:F4", "A5:B5", "C5:D5", "A6:B6", "C6:D6", "A7:A9", "B7:C7", "B8:C8", "B9:C9", "D7:F7", "D8:F8", "D9:F9", "A10:A11", "B10:F10", "B11:F11", "A12:A19", ...mergesDown(canteenRows, 0, 13).map((area) => area.replaceAll("A", "B")), ...[12, 13, 14, 15, 16, 17, 18, 19].map((row) => `D${row}:E${row}`)],
    },
  ],
  tables: ["申报表 | project-performance-target | 2026 | 万元 | 某县教育体育局"],
  blocks: { 学校食堂改造: canteens.map((goal) => said(goal)) },
  slips: [
    { slip: "资金来源改了，总额没改", sheet: "申报表", cells: { D9: 24 }, found: ["project-performance-target-unit-total fail/error 申报表!D7"] },
    { slip: "期限写成上年", sheet: "申报表", cells: { F15: "2025年8月31日前" }, found: ["performance-target-stale-year fail/explain 申报表!F15"] },
  ],
};

const river = goals(
  ["产出指标", "数量指标", "治理河道长度", "≥", 12.6, "公里", 0],
  ["产出指标", "质量指标", "工程验收合格率", "=", 100, "%", 0],
  ["效益指标", "生态效益指标", "河道水质达标率", "≥", 90, "%", 0],
  ["满意度指标", "服务对象满意度指标", "沿线居民满意度", "≥", 85, "%", 0],
);
const wholeRiver = [38, 100, 95, 90];

/** Goals of the whole project beside those of the year: the year's count. */
export const termAndYear: PerformanceCity = {
  name: "申报表：实施期与年度并列",
  sheets: [
    {
      name: "Sheet1",
      format: "General",
      rows: [
        ["2026年项目支出绩效目标表"],
        ["项目名称", null, "中小河流治理", null, null, null, null, null],
        ["主管部门", null, "某州水务局", null, "实施单位", null, "某州河道管理处", null],
        ["项目资金\n（万元）", null, "实施期资金总额", null, 3600, "年度资金总额", null, 1200],
        [null, null, "其中：财政拨款", null, 3600, "其中：财政拨款", null, 1200],
        [null, null, "其他资金", null, 0, "其他资金", null, 0],
        ["总体目标", null, "实施期目标", null, null, "年度目标"],
        [null, null, "三年治理38公里。", null, null, "治理12.6公里。"],
        ["绩效指标", "一级指标", "实施期指标", null, null, "年度指标"],
        [null, null, "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"],
        ...river.map((goal, at): Value[] => [null, goal.level1, goal.level2, goal.level3, `${goal.sign}${wholeRiver[at]!}${goal.unit}`, goal.level2, goal.level3, written(goal)]),
      ],
      merges: ["A1:H1", "A4:B6", "C4:D4", "F4:G4", "A7:B8", "C7:E7", "F7:H7", "C8:E8", "F8:H8", "A9:A14", "B9:B10", "C9:E9", "F9:H9"],
    },
  ],
  tables: ["Sheet1 | project-performance-target | 2026 | 万元 | 某州水务局"],
  blocks: { 中小河流治理: river.map((goal) => said(goal)) },
  slips: [{ slip: "年度资金与来源不符", sheet: "Sheet1", cells: { H4: 1300 }, found: ["project-performance-target-unit-total fail/error Sheet1!H4"] }],
};

const archives = goals(
  ["产出指标", "数量指标", "数字化扫描页数", "≥", 300, "万页", 20],
  ["产出指标", "质量指标", "扫描合格率", "≥", 99, "%", 15],
  ["产出指标", "时效指标", "按月完成率", "=", 100, "%", 15],
  ["效益指标", "社会效益指标", "在线查档办结率", "≥", 98, "%", 30],
  ["满意度指标", "服务对象满意度指标", "查档群众满意度", "≥", 95, "%", 10],
);
const posts = goals(
  ["成本指标", "经济成本指标", "人均补贴标准", "≤", 1800, "元/月", 20],
  ["产出指标", "数量指标", "公益性岗位人数", "≤", 240, "人", 20],
  ["产出指标", "时效指标", "补贴发放及时率", "=", 100, "%", 20],
  ["效益指标", "社会效益指标", "零就业家庭动态清零率", "=", 100, "%", 20],
  ["满意度指标", "服务对象满意度指标", "在岗人员满意度", "≥", 90, "%", 10],
);
function centralForm(name: string, unit: string, total: number, fiscal: number, carried: number, list: readonly Goal[], scheme = "分值\n权重\n（90分）"): Value[][] {
  return [
    ["项目支出绩效目标表"],
    ["（2026年度）"],
    ["项目名称", null, name],
    ["主管部门及代码", null, "[126]某省人力资源和社会保障厅", null, "实施单位", unit],
    ["项目资金\n（万元）", null, "年度资金总额：", total, null, "执行率分值\n（10分）"],
    [null, null, "其中：财政拨款", fiscal, null, 10],
    [null, null, "上年结转", carried],
    [null, null, "其他资金", 0],
    ["年度总体目标", "按计划完成全年任务。"],
    ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", scheme],
    ...repeated(list, (goal) => [goal.level3, written(goal), goal.points]).map((row): Value[] => [null, ...row]),
  ];
}

/** Several forms below one another on a sheet, each with its title; 执行率分值 printed beside the amounts. */
export const stacked: PerformanceCity = {
  name: "一张表上几个项目，印有执行率分值",
  sheets: [{ name: "项目", format: "General", rows: [...centralForm("档案数字化", "某省人社档案中心", 500, 420, 80, archives), [], ...centralForm("公益性岗位补贴", "某省就业服务局", 518.4, 518.4, 0, posts)] }],
  tables: ["项目 | project-performance-target | 2026 | 万元 | 某省人力资源和社会保障厅", "项目 | project-performance-target | 2026 | 万元 | 某省人力资源和社会保障厅"],
  blocks: { 档案数字化: archives.map((goal) => said(goal)), 公益性岗位补贴: posts.map((goal) => said(goal)) },
  slips: [
    { slip: "权重合计成了80", sheet: "项目", cells: { F11: 10 }, found: ["performance-target-points-total fail/error 项目!C3"] },
    { slip: "结转没算进总额", sheet: "项目", cells: { D5: 420 }, found: ["project-performance-target-unit-total fail/error 项目!D5"] },
    { slip: "第二个项目少填权重", sheet: "项目", cells: { F28: null }, found: ["performance-target-points-present fail/error 项目!F28"] },
  ],
};

const patrol = goals(
  ["产出指标", "数量指标", "巡护里程", "≥", 9000, "公里", 20],
  ["产出指标", "质量指标", "火情处置率", "=", 100, "%", 20],
  ["产出指标", "时效指标", "火情上报时限", "≤", 10, "分钟", 10],
  ["效益指标", "生态效益指标", "森林火灾受害率", "≤", 0.9, "‰", 20],
  ["效益指标", "社会效益指标", "护林员就业人数", "≥", 180, "人", 10],
  ["满意度指标", "服务对象满意度指标", "林区群众满意度", "≥", 90, "%", 10],
);
const patrolRow = (goal: Goal): Value[] => [goal.level1, goal.level2, goal.level3, written(goal), goal.points];
const patrolHead: Value[] = ["一级指标", "二级指标", "三级指标", "指标值", "分值"];

/** One form cut by a page end: header and levels are printed again, the second page on a sheet of its own. */
export const cutForm: PerformanceCity = {
  name: "申报表：被分页切开，续在下一张表",
  sheets: [
    { name: "护林1", format: "General", rows: [["项目支出绩效目标表（2026年度）"], ["项目名称", "森林防火巡护", null, "预算单位", "某市林业局"], ["预算金额（万元）", 260], ["年度绩效目标", "全年不发生重大森林火灾。"], patrolHead, ...patrol.slice(0, 2).map(patrolRow), patrolHead, ...patrol.slice(2, 3).map(patrolRow)] },
    { name: "护林1(续)", format: "General", rows: [patrolHead, ...patrol.slice(3).map(patrolRow)] },
  ],
  tables: ["护林1 | project-performance-target | 2026 | 万元 | 某市林业局"],
  blocks: { 森林防火巡护: patrol.map((goal) => said(goal)) },
  slips: [{ slip: "续页分值改了", sheet: "护林1(续)", cells: { E2: 10 }, found: ["performance-target-points-total fail/error 护林1!B2"] }],
};

export const forms: readonly PerformanceCity[] = [application, termAndYear, stacked, cutForm];
