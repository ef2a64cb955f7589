/** Forms that name their project in the title only, and lists that name their units beside 小计. */
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { toJson } from "../../../src/engine/diagnostics";
import type { Typed, Value } from "../tables/sheets";
import { typedWorkbook } from "../tables/sheets";

const read = (...sheets: readonly Typed[]) =>
  toJson(checkWorkbook("书.xlsx", typedWorkbook(...sheets), catalogue, allChecks));

/** "code address" of each finding that is no hint. */
const found = (...sheets: readonly Typed[]): string[] =>
  read(...sheets)
    .findings.filter(({ severity }) => severity !== "hint")
    .map(({ code, suspects, cells }) => `${code} ${(suspects[0] ?? cells[0])?.address ?? ""}`);

function changed(rows: Typed["rows"], changes: Readonly<Record<string, Value>>): Value[][] {
  const copy = rows.map((row) => [...row]);
  for (const [address, value] of Object.entries(changes))
    copy[Number(address.slice(1)) - 1]![address.charCodeAt(0) - 65] = value;
  return copy;
}

const evaluation = (title: string, score = 99.5): Value[][] => [
  [title],
  [null, null, null, null, null, null, "元"],
  ["单位名称", "某市客运中心", null, null, "填报日期", "2026年3月12日"],
  ["资金构成", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率(%)", "得分"],
  ["合计", 623000, 640000, 608000, 10, 95, 9.5],
  ["当年财政拨款", 623000, 640000, 608000],
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
  ["产出指标（50分）", "数量指标", "补贴车辆", "≥96辆", "98辆", 50, 50],
  ["效益指标（30分）", "社会效益指标", "客运量", "≥310万人次", "324万人次", 30, 30],
  ["满意度指标（10分）", "满意度指标", "乘客满意度", "≥90%", "91.6%", 10, 10],
  ["总分", null, null, null, null, 100, score],
];
const form = (rows: Typed["rows"]): Typed => ({ name: "附3", rows });

describe("a self-evaluation whose title names the project", () => {
  const rows = evaluation("城乡公交运营补贴2025年度绩效自评表");

  test("is read, in the unit that stands alone above it", () => {
    const { tables, findings } = read(form(rows));
    expect(tables.map(({ kind, unit, year }) => [kind, unit, year])).toEqual([["project-self-evaluation", "元", 2025]]);
    expect(findings).toEqual([]);
  });

  test("finds its row in the summary", () => {
    const summary = (executed: number): Typed => ({
      name: "汇总",
      rows: [
        ["2025年度项目支出绩效自评结果汇总表"],
        ["单位：万元"],
        ["序号", "项目名称", "年初预算数", "全年预算数", "全年执行数", "执行率", "自评得分"],
        [1, "城乡公交运营补贴", 62.3, 64, executed, 0.95, 99.5],
        ["合计", null, 62.3, 64, executed, 0.95],
      ],
    });
    expect(found(form(rows), summary(60.8))).toEqual([]);
    expect(found(form(rows), summary(68.8)).join()).toContain("self-evaluation-summary-amounts-equal-forms");
  });

  test("of the whole is none of a project", () => {
    const kind = (title: string) => read(form(evaluation(title))).tables.map(({ kind: own }) => own);
    expect(kind("某市交通运输局2025年度绩效自评表")).toEqual(["overall-self-evaluation"]);
    expect(kind("2025年度部门整体支出绩效自评表")).toEqual(["overall-self-evaluation"]);
  });

  test("is told by its header under any other title", () => {
    expect(read(form(evaluation("城乡公交运营补贴执行情况表"))).tables.map(({ kind }) => kind)).toEqual([
      "project-self-evaluation",
    ]);
  });

  test("with one source of money, which is all of it", () => {
    expect(found(form(changed(rows, { D6: 60.8 })))).toEqual(["project-self-evaluation-funds D6"]);
  });
});

describe("a list with 小计 beside its units", () => {
  const indicators = ["产出指标", "数量指标", "完成数量", "≥12项", 90];
  const head: Typed["rows"] = [
    ["2026年部门预算项目绩效目标表"],
    ["单位：万元"],
    ["单位名称", "项目名称", "预算数", "一级指标", "二级指标", "三级指标", "指标值", "分值"],
  ];
  const project = (name: string, amount: number, unit: string | null = null): Value[] => [
    unit,
    name,
    amount,
    ...indicators,
  ];
  const above: Typed["rows"] = [
    ...head,
    ["合计", null, 100],
    ["某市农业局机关", "小计", 75],
    project("农田建设", 45),
    project("农村道路", 30),
    ["某市农技站", "小计", 25],
    project("技术推广", 25),
  ];
  const below: Typed["rows"] = [
    ...head,
    project("农田建设", 45, "某市农业局机关"),
    project("农村道路", 30),
    ["某市农业局机关", "小计", 75],
    project("技术推广", 25, "某市农技站"),
    ["某市农技站", "小计", 25],
    ["合计", null, 100],
  ];
  const say = (rows: Typed["rows"], changes: Readonly<Record<string, Value>>) =>
    found({ name: "目标", rows: changed(rows, changes) });

  test.each([
    ["in front of the projects", above, "C5"],
    ["behind the projects", below, "C6"],
  ])("%s adds up, and does not where one is changed", (_, rows, subtotal) => {
    expect(say(rows, {})).toEqual([]);
    expect(say(rows, { [subtotal]: 57 })).toEqual([`project-performance-target-unit-total ${subtotal}`]);
  });
});

test("an amount under its heading, beside the project's name under its own", () => {
  const target = (amount: number): Typed => ({
    name: "目标",
    rows: [
      ["2026年度项目绩效目标申报表"],
      ["部门名称：某市监管局", null, null, "单位：元"],
      ["项目名称", "项目类别", "预算金额", "资金构成"],
      ["综合执法办案", "特定目标类", amount, "其中：财政拨款：3657200.00元"],
      ["项目绩效总目标", "规范市场秩序。"],
      ["一级指标", "二级指标", "三级指标", "指标值", "分值"],
      ["产出指标", "数量指标", "查办案件", "≥860件", 50],
      ["效益指标", "社会效益指标", "挽回损失", "≥320万元", 30],
      ["满意度指标", "满意度指标", "投诉人满意度", "≥90%", 10],
    ],
  });
  expect(found(target(3657200))).toEqual([]);
  expect(found(target(365720))).toEqual(["of-which-within-whole D4"]);
});
