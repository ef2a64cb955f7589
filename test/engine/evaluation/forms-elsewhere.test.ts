/** Forms as offices lay them out elsewhere: what their own figures must agree in. */
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { toJson } from "../../../src/engine/diagnostics";
import { planSelfEvaluation, sayFormProblem } from "../../../src/engine/evaluation/self-evaluation";
import { recogniseTables } from "../../../src/engine/tables";
import type { Typed, Value } from "../tables/sheets";
import { typedWorkbook } from "../tables/sheets";

/** "code address" of each finding that is no hint: of its first suspect, else of its first cell. */
function found(...sheets: readonly Typed[]): string[] {
  return toJson(checkWorkbook("书.xlsx", typedWorkbook(...sheets), catalogue, allChecks))
    .findings.filter(({ severity }) => severity !== "hint")
    .map(({ code, suspects, cells }) => `${code} ${(suspects[0] ?? cells[0])?.address ?? ""}`);
}

/** Rows with some cells changed. */
function changed(rows: Typed["rows"], changes: Readonly<Record<string, Value>>): Value[][] {
  const copy = rows.map((row) => [...row]);
  for (const [address, value] of Object.entries(changes))
    copy[Number(address.slice(1)) - 1]![address.charCodeAt(0) - 65] = value;
  return copy;
}

const target: Typed["rows"] = [
  ["项目支出绩效目标表"],
  ["（2025年度）"],
  ["项目名称", "文化惠民演出"],
  ["主管部门", "某市文化局"],
  ["项目资金（万元）", "年度资金总额", 268.5],
  ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "计量单位", "分值权重", "评分标准"],
  ["产出指标（50分）", "数量指标", "演出场次", "≥", 180, "场", 30, "完成180场及以上得30分，每少1场扣1分，扣完为止"],
  [null, "质量指标", "验收合格率", "≥", 95, "%", 20, "达到95%及以上得20分，每低1个百分点扣1分，扣完为止"],
  ["效益指标（30分）", "社会效益指标", "观众人次", "≥", 6300, "人次", 30, "完成率低于60%不得分，60%及以上按比例得分"],
  ["满意度指标（10分）", "满意度指标", "观众满意度", "≥", 90, "%", 10, "90%及以上得10分，每低1个百分点扣1分，扣完为止"],
  ["合计", null, null, null, null, null, 90],
];

describe("a target form that prints its points", () => {
  const say = (changes: Readonly<Record<string, Value>>) => found({ name: "项目1", rows: changed(target, changes) });

  test("that agrees is left in peace", () => expect(say({})).toEqual([]));
  test("a total that is not the sum", () =>
    expect(say({ G11: 100 })).toEqual(["performance-target-points-printed-total G11"]));
  test("an indicator's 分值 that breaks its level and the total is one finding", () =>
    expect(say({ G8: 12, H8: "达到95%及以上得12分，每低1个百分点扣1分，扣完为止" })).toHaveLength(1));
  test("a criterion written for another target", () =>
    expect(say({ H7: "完成190场及以上得30分，每少1场扣1分，扣完为止" })).toEqual(["criterion-reaches-full-marks H7"]));
});

const whole: Typed["rows"] = [
  ["部门整体支出绩效自评表"],
  ["（2024年度）"],
  ["部门名称", "某市民政局"],
  ["年度预算申请（万元）", null, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  [null, "年度资金总额", 500, 520, 494, 10, "95%", 9.5],
  [null, "按收入性质分：", null, null, null, "—", "—", "—"],
  [null, "  一般公共预算财政拨款", 480, 495, 470],
  [null, "  其他资金", 20, 25, 24],
  [null, "按支出性质分：", null, null, null, "—", "—", "—"],
  [null, "  基本支出", 300, 310, 300],
  [null, "  项目支出", 200, 210, 194],
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
  ["产出指标（50分）", "数量指标", "救助人次", "≥420人次", "421人次", 50, 50],
  ["效益指标（30分）", "社会效益指标", "投诉事件", "=0件", "0件", 30, 30],
  ["满意度指标（10分）", "满意度指标", "群众满意度", "≥90%", "95%", 10, 10],
  ["总分", null, null, null, null, 100, 99.5],
];

describe("a self-evaluation of the whole with three amounts on the lines by nature", () => {
  const say = (changes: Readonly<Record<string, Value>>) => found({ name: "部门整体", rows: changed(whole, changes) });

  test("that agrees is left in peace", () => expect(say({})).toEqual([]));
  test.each([
    ["by source, in any column", { D7: 459 }, "overall-self-evaluation-funds D7"],
    ["by nature, in any column", { E11: 149 }, "overall-self-evaluation-funds E11"],
    ["the 得分 of 执行率", { H5: 9, G16: 99 }, "self-evaluation-execution-score"],
  ])("%s", (_, changes, finding) => {
    expect(say(changes).join(" ")).toContain(finding);
  });
});

const list: Typed["rows"] = [
  ["2024年项目支出绩效目标表"],
  ["部门：某市民政局", null, "单位：万元"],
  ["序号", "项目名称", "预算金额", "一级指标", "二级指标", "三级指标", "指标值", "分值"],
  [1, "生活补贴", 1268, "产出指标", "数量指标", "发放人数", "≥8600人", 50],
  [null, null, null, "效益指标", "社会效益指标", "生活水平", "有所提高", 30],
  [null, null, null, "满意度指标", "满意度指标", "满意度", "≥90%", 10],
  [2, "养老设施", 846.5, "产出指标", "数量指标", "新建中心", "≥9个", 50],
  [null, null, null, "效益指标", "社会效益指标", "服务能力", "持续提升", 30],
  [null, null, null, "满意度指标", "满意度指标", "满意度", "≥90%", 10],
  ["合计", null, 2114.5],
];

test.each([
  ["adds up", {}, []],
  ["with a wrong project", { C4: 1286 }, ["project-performance-target-total C4"]],
  ["with a blank total", { C10: null }, ["project-performance-target-total C10"]],
])("a list of targets with 合计 below it, in the column of the numbers: %s", (_, changes, codes) => {
  expect(found({ name: "目标表", rows: changed(list, changes) })).toEqual(codes);
});

describe("a self-evaluation form from targets", () => {
  const problems = (header: Value): string[] => {
    const workbook = typedWorkbook({ name: "项目1", rows: changed(target, { E6: header }) });
    const { tables } = recogniseTables(workbook, catalogue.templates);
    return planSelfEvaluation(workbook, tables).problems.map(sayFormProblem);
  };

  test("says before it is made that the column of targets was not read, and which columns were not", () => {
    expect(problems("预期水平")).toContainEqual(expect.stringMatching(/指标值一栏没有认出来.*“预期水平”.*会是空的/));
  });

  test("says nothing of it where it was", () => {
    expect(problems("指标值").filter((problem) => problem.includes("没有认出"))).toEqual([]);
  });
});
