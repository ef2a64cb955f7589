/** Rows that sum up others in forms and summaries, where they are laid out as elsewhere. */
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { toJson } from "../../../src/engine/diagnostics";
import type { Typed, Value } from "../tables/sheets";
import { typedWorkbook } from "../tables/sheets";

function found(...sheets: readonly Typed[]): string[] {
  return toJson(checkWorkbook("书.xlsx", typedWorkbook(...sheets), catalogue, allChecks))
    .findings.filter(({ severity }) => severity !== "hint")
    .map(({ code, suspects, cells }) => `${code} ${(suspects[0] ?? cells[0])?.address ?? ""}`);
}

function changed(sheet: Typed, changes: Readonly<Record<string, Value>>): Typed {
  const rows = sheet.rows.map((row) => [...row]);
  for (const [address, value] of Object.entries(changes))
    rows[Number(address.slice(1)) - 1]![address.charCodeAt(0) - 65] = value;
  return { ...sheet, rows };
}

const more = "每低于目标1个百分点扣1分，扣完为止";

/** 自评总分 in the head, 执行率 scored there; 指标合计 below the indicators. */
const form: Typed = {
  name: "自评",
  rows: [
    ["预算项目绩效自评报告表（2025年度）"],
    [null, null, null, null, null, null, null, null, null, "单位：万元"],
    ["项目名称", null, "传承保护经费", null, null, "实施单位", "某区文化馆", null, "自评总分", 97.35],
    ["资金情况", null, "资金来源", "年初预算", "全年预算", "全年执行", "执行率（%）", "评分标准", "分值", "得分"],
    [null, null, "合计", 72, 80, 74.8, 93.5, "得分=分值×执行率", 10, 9.35],
    [null, null, "当年财政拨款", 72, 80, 74.8, 93.5],
    ["序号", "一级指标", "二级指标", "三级指标", "分值", "目标值", "完成值", "评分标准", "得分", "未完成原因"],
    [1, "产出指标（50分）", "数量指标", "资助传承人", 30, "≥24人", "24人", "每少1人扣1分，扣完为止", 30],
    [2, "产出指标（50分）", "质量指标", "考核合格率", 20, "≥90%", "93.5%", more, 20],
    [3, "效益指标（30分）", "社会效益指标", "建档率", 30, "≥80%", "78%", more, 28, "影像采集未完成"],
    [4, "满意度指标（10分）", "服务对象满意度指标", "学员满意度", 10, "≥90%", "94%", more, 10],
    ["指标合计", null, null, null, 90, null, null, null, 88],
  ],
  merges: ["A12:D12"],
};

const summary: Typed = {
  name: "汇总表",
  rows: [
    ["2025年度项目支出绩效自评结果汇总表"],
    ["部门：某区文化局", null, null, null, null, null, null, "单位：万元"],
    ["序号", "项目名称", "实施单位", "年初预算数", "全年预算数", "全年执行数", "执行率（%）", "自评得分"],
    [1, "传承保护经费", "某区文化馆", 72, 80, 74.8, 93.5, 97.35],
    [2, "免费开放经费", "某区图书馆", 20, 20, 20, 100, 99],
    ["合计", null, null, 92, 100, 94.8, 94.8],
    ["平均得分", null, null, null, null, null, null, 98.18],
  ],
};

describe("a form whose indicators are summed up without 执行率", () => {
  test("is read with its 自评总分, and agrees with the summary", () => {
    expect(found(form)).toEqual([]);
    expect(found(form, summary).filter((one) => one.includes("scores-equal-forms"))).toEqual([]);
  });

  test("has its 指标合计 and its 自评总分 checked", () => {
    expect(found(changed(form, { I12: 87 }))).toContain("self-evaluation-score-total I12");
    expect(found(changed(form, { J3: 93.75 }))).toContain("self-evaluation-score-total J3");
  });

  test("may sum up each level between the indicators", () => {
    const rows = [...form.rows];
    rows.splice(9, 0, ["产出指标小计", null, null, null, 50, null, null, null, 50]);
    expect(found({ ...form, rows, merges: ["A13:D13"] })).toEqual([]);
  });
});

describe("平均得分 of a summary", () => {
  test("is no project, and the plain average or one by amounts", () => {
    expect(found(summary)).toEqual([]);
    expect(found(changed(summary, { H7: 97.68 }))).toEqual([]);
    expect(found(changed(summary, { H7: 98.81 }))).toEqual(["self-evaluation-summary-average H7"]);
  });
});

describe("a list of projects with a 小计 of the 分值 below each", () => {
  const project = (at: number, name: string): Value[][] => [
    [
      at,
      name,
      93,
      "完成年度任务。",
      "产出指标",
      "数量指标",
      `${name}人数`,
      "≥",
      620,
      "人",
      "每少5人扣1分，扣完为止",
      50,
    ],
    [
      null,
      null,
      null,
      null,
      "效益指标",
      "社会效益指标",
      `${name}就业人数`,
      "≥",
      80,
      "人",
      "每少1人扣1分，扣完为止",
      30,
    ],
    [null, null, null, null, "满意度指标", "服务对象满意度指标", `${name}满意度`, "≥", 90, "%", more, 10],
    [null, null, null, null, "小计", null, null, null, null, null, null, 90],
  ];
  test("takes it for no indicator", () => {
    const list: Typed = {
      name: "一览",
      rows: [
        ["其他项目支出绩效目标一览表（2026年度）"],
        ["编制单位：某县农业局", null, null, null, null, null, null, null, null, null, null, "金额单位：万元"],
        [
          ...["序号", "项目名称", "年度预算", "年度目标", "一级指标", "二级指标", "三级指标", "指标值类型", "指标值"],
          ...["计量单位", "评（扣）分标准", "分值"],
        ],
        ...project(1, "农民培育项目"),
        ...project(2, "秸秆利用项目"),
      ],
    };
    expect(found(list)).toEqual([]);
  });
});

describe("the last row of a target form", () => {
  const targets = (label: string, sum: number): Typed => ({
    name: "绩效目标",
    rows: [
      ["重点项目绩效目标表"],
      ["预算年度：2026年", null, null, null, null, "单位：万元"],
      ["项目名称", "河道清淤", null, "业务主管部门", "某区水务局"],
      ["当年绩效目标", "按计划完成清淤任务。"],
      ["一级指标", "指标名称", "指标权重", "计量单位", "指标性质", "指标值"],
      ["数量指标", "清淤长度", 40, "公里", "≥", 12],
      ["质量指标", "验收合格率", 20, "%", "≥", 95],
      ["效益指标", "行洪能力提高率", 20, "%", "≥", 8],
      ["满意度指标", "沿岸居民满意度", 10, "%", "≥", 90],
      [label, null, sum],
    ],
  });
  test.each(["权重合计", "分值合计", "指标权重合计", "合计权重", "总权重", "权重总计"])(
    "“%s” is what the indicators come to, and no indicator",
    (label) => {
      expect(found(targets(label, 90))).toEqual([]);
    },
  );
  test("is held against them", () => {
    expect(found(targets("权重合计", 95))).toHaveLength(1);
  });
});

describe("a list of self-evaluations with 执行率得分 in a column", () => {
  const list: Typed = {
    name: "其他项目",
    rows: [
      ["2025年度其他项目支出绩效自评情况表"],
      [
        ...["项目名称", "全年预算数", "全年执行数", "执行率", "执行率得分（10分）", "一级指标", "二级指标", "三级指标"],
        ...["指标值", "实际完成值", "分值", "得分", "总分", "偏差原因"],
      ],
      ["堤防维护", 60, 57, 0.95, 9.5, "产出指标", "数量指标", "维护堤防", "≥8公里", "8公里", 50, 50, 99.5, null],
      [...Array<null>(5).fill(null), "效益指标", "社会效益指标", "受益村", "≥6个", "6个", 40, 40],
      ["节水宣传", 10, 10, 1, 10, "产出指标", "数量指标", "宣传活动", "≥5场", "5场", 50, 50, 100, null],
      [...Array<null>(5).fill(null), "效益指标", "社会效益指标", "参与人次", "≥900人次", "910人次", 40, 40],
    ],
  };
  const sums: Typed = {
    name: "汇总",
    rows: [
      ["2025年度项目支出绩效自评结果汇总表"],
      ["序号", "项目名称", "全年预算数", "全年执行数", "自评得分"],
      [1, "堤防维护", 60, 57, 99.5],
      [2, "节水宣传", 10, 10, 100],
    ],
  };
  test("counts it beside the indicators, with 总分 and without", () => {
    expect(found(list, sums)).toEqual([]);
    const bare = { ...list, rows: list.rows.map((row) => row.map((cell, at) => (at === 12 ? null : cell))) };
    expect(found(bare, sums)).toEqual([]);
    expect(found(bare, changed(sums, { E3: 98.5 }))).toHaveLength(1);
  });
  test("has the 总分 of each project checked", () => {
    expect(found(changed(list, { M3: 98.5 }), changed(sums, { E3: 98.5 }))).toHaveLength(1);
  });
});
