import type { Typed, Value } from "../sheets";
import type { PerformanceCity } from "./city";
import { officialHead, results } from "./evaluated";
import type { Result } from "./evaluated";
import { goals, mergesDown, repeated, said, stepped, written } from "./goal";
import type { Goal } from "./goal";

const pests = goals(
  ["产出指标", "数量指标", "统防统治面积", "≥", 30, "万亩", 20, "完成率×分值"],
  ["产出指标", "质量指标", "病虫危害损失率", "≤", 5, "%", 20, "5%及以下得满分，每高1个百分点扣4分，扣完为止"],
  ["产出指标", "时效指标", "防治任务完成时间", "", "2025年9月30日前", "", 10, "按时完成得满分，未按时完成不得分"],
  ["效益指标", "社会效益指标", "挽回粮食损失", "≥", 2000, "吨", 30, "完成率×分值"],
  ["满意度指标", "服务对象满意度指标", "农户满意度", "≥", 85, "%", 10, "≥85%得满分，每低1个百分点扣1分，扣完为止"],
);
const soil = goals(
  ["产出指标", "数量指标", "采集土壤样品数", "≥", 600, "个", 25, "每少10个扣1分，扣完为止"],
  ["产出指标", "质量指标", "样品检测合格率", "≥", 98, "%", 25, "98%及以上得满分，否则不得分"],
  ["效益指标", "生态效益指标", "受污染耕地安全利用率", "≥", 93, "%", 30, "93%及以上得满分，每低1个百分点扣3分，扣完为止"],
  ["满意度指标", "服务对象满意度指标", "群众满意度", "≥", 90, "%", 10, "≥90%得满分，每低1个百分点扣1分，扣完为止"],
);
const pestResults = results(pests, ["31.2万亩", 20], ["4.1%", 20], ["2025年9月12日", 10], ["2150吨", 30], ["88%", 10]);
const soilResults = results(soil, ["580个", 23, "两个乡镇道路中断，样品未采；已列入明年计划。"], ["98.6%", 25], ["93.4%", 30], ["91%", 10]);

const cells = (result: Result): Value[] => [result.level3, written(result), result.actual, result.points, result.score, result.reason];

/** The form of a project: parts of the money above the total, the points of each first level beside its name. */
function projectForm(name: string, sheet: string, funds: readonly [number, number, number], rate: number, list: readonly Result[], total: number): Typed {
  const level = (result: Goal): string => `${result.level1}（${list.filter((one) => one.level1 === result.level1).reduce((sum, one) => sum + one.points, 0)}分）`;
  const rows = stepped(list, cells, (goal) => [level(goal), goal.level2]);
  return {
    name: sheet,
    format: "General",
    rows: [
      ["2025年度项目支出绩效自评表"],
      ["项目支出名称", null, name],
      ["主管部门", null, "某市农业农村局", null, null, "实施单位", "某市植保站"],
      ["项目资金（万元）", null, null, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      [null, "其中：当年财政拨款", null, funds[0], funds[1], funds[2]],
      [null, "上年结转资金", null, 0, 0, 0],
      [null, "其他资金", null, 0, 0, 0],
      [null, "年度资金总额", null, ...funds, 10, funds[2] / funds[1], rate],
      ["年度总体目标", "预期目标", null, null, null, "实际完成情况"],
      [null, "完成全年任务。", null, null, null, "已完成。"],
      officialHead.map((word) => String(word).replace("\n", "")),
      ...rows.map((row): Value[] => [null, ...row]),
      ["总分", null, null, null, null, null, 100, total],
    ],
    merges: ["A1:I1", "A2:B2", "C2:I2", "A3:B3", "C3:E3", "G3:I3", "A4:A8", "B4:C4", "B5:C5", "B6:C6", "B7:C7", "B8:C8", "A9:A10", "B9:E9", "F9:I9", "B10:E10", "F10:I10", `A11:A${11 + list.length}`, ...mergesDown(rows, 0, 12).map((area) => area.replaceAll("A", "B")), `A${12 + list.length}:F${12 + list.length}`],
  };
}

const wholeGoals = goals(
  ["产出指标", "数量指标", "粮食播种面积", "≥", 210, "万亩", 30],
  ["产出指标", "时效指标", "惠农补贴发放及时率", "=", 100, "%", 20],
  ["效益指标", "经济效益指标", "农业增加值增长率", "≥", 3.5, "%", 30],
  ["满意度指标", "服务对象满意度指标", "服务对象满意度", "≥", 90, "%", 10],
);
const wholeResults = results(wholeGoals, ["212.4万亩", 30], ["100%", 20], ["3.9%", 30], ["94%", 10]);

const whole: Typed = {
  name: "整体自评",
  format: "General",
  rows: [
    ["2025年度部门整体支出绩效自评表"],
    ["预算部门（单位）名称", null, null, "某市农业农村局"],
    ["年度预算申请（万元）", null, null, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    [null, "年度资金总额", null, 1280, 1300, 1287, 10, "99%", 9.9],
    [null, "按收入性质分：", null, null, null, "按支出性质分："],
    [null, "其中：一般公共预算：1270", null, null, null, "其中：基本支出：1100.6"],
    [null, "政府性基金拨款：0", null, null, null, "项目支出：186.4"],
    [null, "其他资金：17"],
    ["年度总体目标", "预期目标", null, null, null, "实际完成情况"],
    [null, "稳定粮食生产。", null, null, null, "粮食面积稳中有增。"],
    officialHead,
    ...repeated(wholeResults, cells).map((row): Value[] => [null, ...row]),
    ["总分", null, null, null, null, null, 100, 99.9],
  ],
  merges: ["A1:I1", "A2:C2", "D2:I2", "A3:A8", "B5:E5", "F5:I5", "B6:E6", "F6:I6", "B7:E7", "F7:I7", "B8:E8", "A9:A10", "B9:E9", "F9:I9", "B10:E10", "F10:I10", "A16:F16"],
};

const base: Typed = {
  name: "基础数据",
  format: "General",
  rows: [
    ["2025年度部门整体支出绩效评价基础数据表"],
    ["填报单位：某市农业农村局"],
    ["财政供养人员情况（人）", "编制数", null, "2025年实际在职人数", "控制率"],
    [null, 80, null, 76, 0.95],
    ["经费控制情况（万元）", "2024年决算数", "2025年预算数", "2025年决算数"],
    ["三公经费", 21.5, 20, 18.9],
    ["1、公务用车购置和维护经费", 16, 15, 14.6],
    ["其中：公车购置", 0, 0, 0],
    ["公车运行维护", 16, 15, 14.6],
    ["2、出国经费", 0, 0, 0],
    ["3、公务接待", 5.5, 5, 4.3],
    ["项目支出：", 170, 190, 186.4],
    ["1、业务工作专项", 0, 0, 0],
    ["2、市级专项资金（一个专项一行）", 170, 190, 186.4],
    ["    农作物病虫害防治", 100, 110, 106.4],
    ["    土壤污染状况监测", 70, 80, 80],
    ["公用经费", 96, 100, 92.3],
    ["其中：办公经费", 20, 20, 18.1],
    ["水费、电费、差旅费", 30, 30, 27.5],
    ["厉行节约保障措施", "严格执行各项制度"],
  ],
};

const approvedHead: Value[] = ["项目名称", "预算单位", "资金总额（万元）", "绩效总目标", "一级指标", "二级指标", "三级指标", "指标值类型", "指标值", "计量单位", "分值", "评分标准"];
const approved = ([["农作物病虫害防治", 110, pests], ["土壤污染状况监测", 80, soil]] as const).flatMap(([name, amount, list]) =>
  stepped(list, (goal) => [goal.level3, goal.sign || "定性", goal.value, goal.unit, goal.points, goal.criterion]).map((row, at): Value[] => [at === 0 ? name : null, at === 0 ? "某市植保站" : null, at === 0 ? amount : null, at === 0 ? "完成全年任务。" : null, ...row]),
);

/** Base data, the whole and two projects, with the approved targets in another workbook and in another layout. */
export const department: PerformanceCity = {
  name: "一个部门全套自评，批复目标在另一个文件",
  sheets: [base, whole, projectForm("农作物病虫害防治", "防治", [110, 110, 106.4], 9.67, pestResults, 99.67), projectForm("土壤污染状况监测", "监测", [80, 80, 80], 10, soilResults, 98)],
  targets: [{ name: "批复", format: "General", rows: [["2025年项目支出绩效目标批复表"], approvedHead, ...approved] }],
  tables: ["基础数据 | evaluation-base-data | 2025 | 万元 | 某市农业农村局", "整体自评 | overall-self-evaluation | 2025 | 万元 | 某市农业农村局", "防治 | project-self-evaluation | 2025 | 万元 | 某市农业农村局", "监测 | project-self-evaluation | 2025 | 万元 | 某市农业农村局"],
  blocks: { 某市农业农村局: wholeGoals.map((goal) => said(goal)), 农作物病虫害防治: pests.map((goal) => said(goal)), 土壤污染状况监测: soil.map((goal) => said(goal)) },
  slips: [
    { slip: "得分不按批复的标准", sheet: "监测", cells: { H12: 24, H16: 99 }, found: ["self-evaluation-score-by-criterion fail/error 监测!H12"] },
    { slip: "指标值悄悄改低", sheet: "监测", cells: { E12: "≥580个" }, found: ["self-evaluation-targets-as-approved fail/error 监测!E12"] },
    { slip: "分值挪动", sheet: "防治", cells: { G12: 25, G13: 15, H12: 25, H13: 15 }, found: ["self-evaluation-points-as-approved fail/error 防治!G12"] },
    { slip: "指标改了名称", sheet: "防治", cells: { D12: "病虫害统防统治面积" }, found: ["self-evaluation-indicators-as-approved fail/explain 防治!D12"] },
    { slip: "指标换成别的", sheet: "防治", cells: { D15: "带动合作社数量", E15: "≥12家", F15: "13家" }, found: ["self-evaluation-indicators-as-approved fail/error 防治!D15"] },
    { slip: "执行数与基础数据表不符", sheet: "基础数据", cells: { D15: 101.4, D14: 181.4, D12: 181.4 }, found: ["self-evaluation-projects-in-base-data fail/error 防治!F8"] },
    { slip: "整体的项目支出不是各项目之和", sheet: "整体自评", cells: { F7: "项目支出：180.4", B8: "其他资金：11" }, found: ["overall-self-evaluation-nature-equals-funds fail/explain 整体自评!F4"] },
    { slip: "收入性质与支出性质两边不等", sheet: "整体自评", cells: { B6: "其中：一般公共预算：1217" }, found: ["overall-self-evaluation-source-equals-nature fail/error 整体自评!B6"] },
    { slip: "三公分项加不起来", sheet: "基础数据", cells: { D11: 5.3 }, found: ["evaluation-base-data-add-up fail/error 基础数据!D6"] },
    { slip: "控制率算错", sheet: "基础数据", cells: { E4: 1.05 }, found: ["evaluation-base-data-staff-rate fail/error 基础数据!E4"] },
    { slip: "印的分值与指标不符", sheet: "防治", cells: { B12: "产出指标（40分）" }, found: ["self-evaluation-points-by-printed-level fail/error 防治!B12"] },
  ],
};

const blankForm = projectForm("农作物病虫害防治", "待填", [110, 0, 0], 0, pestResults.map((result) => ({ ...result, actual: null, score: null })), 0);

/**
 * A form nobody has filled in yet, beside a summary of all evaluations and a monitoring table: nothing to say about
 * them.
 */
export const notYet: PerformanceCity = {
  name: "空白自评表、自评汇总表、监控表",
  sheets: [
    { ...blankForm, rows: blankForm.rows.map((row, at) => (at === 7 ? [null, "年度资金总额", null, 110, null, null, 10] : at >= 4 && at < 7 ? [row[0]!, row[1]!, null, at === 4 ? 110 : null] : at === blankForm.rows.length - 1 ? ["总分", null, null, null, null, null, 100] : at === 9 ? [null, "完成全年任务。"] : row)) },
    { name: "汇总", format: "General", rows: [["2025年度项目支出绩效自评结果汇总表"], ["填报单位：某市农业农村局", null, null, null, null, null, "单位：万元"], ["序号", "项目名称", "全年预算数", "全年执行数", "执行率", "自评得分", "自评等级"], [1, "农作物病虫害防治", 110, 106.4, "96.73%", 99.67, "优"], [2, "土壤污染状况监测", 80, 80, "100%", 98, "优"], ["合计", null, 190, 186.4]] },
    { name: "监控", format: "General", rows: [["2025年度项目绩效目标执行监控表"], ["项目名称", "土壤污染状况监测"], ["资金情况", "年初预算数", "1-7月执行数", "1-7月执行率", "全年预计执行数"], ["年度资金总额", 110, 60, "54.5%", 110], ["一级指标", "二级指标", "三级指标", "年度指标值", "1-7月执行情况", "全年预计完成情况"], ["产出指标", "数量指标", "监测点位", "≥30个", "18个", "30个"]] },
  ],
  tables: ["待填 | project-self-evaluation | 2025 | 万元 | 某市农业农村局", "汇总 | self-evaluation-summary | 2025 | 万元 | 某市农业农村局", "监控 | project-monitoring | 2025 | — | —"],
  blocks: { 农作物病虫害防治: pests.map((goal) => said(goal)), 土壤污染状况监测: ["产出指标/数量指标/监测点位 ≥30个"] },
  slips: [],
};

export const departments: readonly PerformanceCity[] = [department, notYet];
