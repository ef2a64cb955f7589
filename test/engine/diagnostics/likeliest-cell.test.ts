/** Of the cells that could have broken one sum the likeliest is named first. */
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { toJson } from "../../../src/engine/diagnostics";
import { typedWorkbook, type Value } from "../tables/sheets";

/** "address kind" of the first suspect of each 必改. */
function first(name: string, rows: readonly (readonly Value[])[]): string[] {
  return toJson(checkWorkbook("书.xlsx", typedWorkbook({ name, rows }), catalogue, allChecks))
    .findings.filter(({ severity }) => severity === "error")
    .map(({ suspects: [suspect] }) => `${suspect?.address} ${suspect?.kind}`);
}

const basic = (own: Value, other: Value = 41.29): Value[][] => [
  ["一般公共预算财政拨款基本支出决算表"],
  ["单位：某区城市管理局", null, "单位：万元"],
  ["经济分类科目编码", "科目名称", "决算数"],
  ["301", "工资福利支出", 600.12],
  ["30101", "基本工资", 188.62],
  ["30102", "津贴补贴", own],
  ["30103", "奖金", 86.84],
  ["30106", "伙食补助费", null],
  ["30107", "绩效工资", 90.03],
  ["30199", "其他工资福利支出", other],
  [null, "合计", 600.12],
];

it("finds digits that changed places though the figures are rounded", () => {
  expect(first("基本支出决算表", basic(193.35))).toEqual([]);
  expect(first("基本支出决算表", basic(193.35, 14.29))).toEqual(["C10 digits-swapped"]);
});

it("takes a digit that alone is another, with those behind it kept, for likelier than a row that is not there", () => {
  expect(first("基本支出决算表", basic(193.35, 11.29))).toEqual(["C10 digit-changed"]);
});

const funds = (rows: readonly (readonly Value[])[]): Value[][] => [
  ["项目支出绩效自评表"],
  ["（2024年度）"],
  ["项目名称", null, "食品安全抽检监测经费"],
  ["主管部门", null, "某区市场监督管理局", null, "实施单位", null, "某区市场监督管理局"],
  ["项目资金（万元）", null, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  ...rows.map((row) => [null, ...row]),
  ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
  [null, "产出指标", "数量指标", "抽检批次", "≥1200批次", "1236批次", 50, 50],
  [null, "效益指标", "社会效益指标", "不合格食品处置率", "100%", "100%", 30, 30],
  [null, "满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "93%", 10, 10],
];

it("takes a figure that is below what was spent of it for the wrong one, where no other is", () => {
  const form = funds([
    ["年度资金总额", 92.4, 92.4, 87.78, 10, "95%", 9.5],
    ["其中：当年财政拨款", 86, 36, 81.38, "—", "—", "—"],
    ["上年结转资金", 6.4, 6.4, 6.4, "—", "—", "—"],
    ["其他资金", 0, 0, 0, "—", "—", "—"],
  ]);
  expect(first("自评表", form)).toEqual(["D7 digit-changed"]);
});

it("takes the only figure of a line for misplaced where the sum holds without it", () => {
  const form = funds([
    ["年度资金总额", 86.4, 86.4, 81.73, 10, "94.59%", 9.46],
    ["其中：当年财政拨款", 86.4, 86.4, 81.73, "—", "—", "—"],
    ["上年结转资金", 0, 0, 0, "—", "—", "—"],
    ["其他资金", 0, 4.67, 0, "—", "—", "—"],
  ]);
  expect(first("自评表", form)).toEqual(["D9 common-cell"]);
});
