/** What a cover, a line of the year, a code, a list or a form says, other tables of the workbook say too. */
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { toJson } from "../../../src/engine/diagnostics";
import type { Typed, Value } from "../tables/sheets";
import { typedWorkbook } from "../tables/sheets";

const findings = (...sheets: readonly Typed[]) =>
  toJson(checkWorkbook("书.xlsx", typedWorkbook(...sheets), catalogue, allChecks)).findings;
const found = (...sheets: readonly Typed[]): string[] =>
  findings(...sheets)
    .filter(({ severity, outcome }) => severity !== "hint" && outcome !== "pass")
    .map(({ code, severity, cells }) => `${severity} ${code} ${cells[0]?.sheet ?? ""} ${cells[0]?.address ?? ""}`);

function changed(sheet: Typed, changes: Readonly<Record<string, Value>>): Typed {
  const rows = sheet.rows.map((row) => [...row]);
  for (const [address, value] of Object.entries(changes))
    rows[Number(address.slice(1)) - 1]![address.charCodeAt(0) - 65] = value;
  return { ...sheet, rows };
}

const rows: readonly (readonly Value[])[] = [
  ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
  [null, "合计", 92, 62, 30],
  ["224", "灾害防治及应急管理支出", 92, 62, 30],
  ["22401", "应急管理事务", 92, 62, 30],
  ["2240101", "行政运行", 62, 62, null],
  ["2240104", "灾害风险防治", 18, null, 18],
  ["2240106", "安全监管", 12, null, 12],
];
const functionTable = (name: string, title: string, line: readonly Value[] = ["单位：万元"]): Typed => ({
  name,
  rows: [[title], line, ...rows],
});
const whole = functionTable("支出", "2026年部门支出总表");
const general = functionTable("一般", "2026年一般公共预算支出表");
const threePublic: Typed = {
  name: "三公",
  rows: [
    ["2026年“三公”经费支出表"],
    ["单位：万元"],
    ["单位编码", "单位名称", "合计", "因公出国（境）费", "公务用车购置及运行费", "公务接待费"],
    [null, "合计", 9, 0, 7, 2],
    ["515001", "某市应急局本级", 5, 0, 4, 1],
    ["515002", "某市应急救援支队", 4, 0, 3, 1],
  ],
};
const income: Typed = {
  name: "收入",
  rows: [
    ["2026年部门收入总表"],
    ["单位：万元"],
    ["单位编码", "单位名称", "合计", "一般公共预算", "其他收入"],
    [null, "合计", 92, 92, null],
    ["515001", "某市应急局本级", 70, 70, null],
    ["515002", "某市应急救援支队", 22, 22, null],
  ],
};

describe("the year on the cover", () => {
  const cover = (title: string): Typed => ({ name: "封面", rows: [[title], ["某市应急管理局"], ["2025年12月"]] });
  test("is that of all tables", () => {
    expect(found(cover("2026年部门预算公开"), whole, general, threePublic)).toEqual([]);
    expect(found(cover("二〇二六年部门预算"), whole, general, threePublic)).toEqual([]);
    expect(found(cover("2025年部门预算公开"), whole, general, threePublic)).toEqual([
      "error cover-year-agrees 封面 A1",
    ]);
  });
  test("says nothing where the tables are of several years, or few", () => {
    expect(found(cover("2025年部门预算公开"), whole, general)).toEqual([]);
  });
});

describe("the year in a line of its own", () => {
  const line = (year: number): Value[] => [`${year}年度`, null, null, null, "单位：万元"];
  const set = [
    functionTable("公开03", "支出决算表", line(2025)),
    functionTable("公开07", "一般公共预算财政拨款支出决算表", line(2025)),
    functionTable("公开09", "政府性基金预算财政拨款支出决算表", line(2025)),
  ];
  test("is the same above a table that nobody described", () => {
    const other = (year: number): Typed => functionTable("公开05", "财政拨款支出决算表（功能科目）", line(year));
    expect(found(...set, other(2025)).filter((one) => one.includes("year"))).toEqual([]);
    expect(found(...set, other(2024)).filter((one) => one.includes("year"))).toEqual([
      "error year-lines-agree 公开05 A2",
    ]);
  });
});

describe("a code that no other table has for the name", () => {
  test("of a subject: two against one say which is wrong, one against one does not", () => {
    const wrong = changed(general, { A9: "2240160" });
    expect(found(wrong, whole)).toEqual(["explain codes-agree-across 一般 A9"]);
    const byUnit = changed(whole, { A1: "2026年部门收入总表", C3: "合计", D3: "一般公共预算", E3: "其他收入" });
    expect(found(wrong, whole, { ...byUnit, name: "收入" })).toContain("error codes-agree-across 一般 A9");
  });
  test("of a unit", () => {
    expect(found(income, threePublic)).toEqual([]);
    expect(found(income, changed(threePublic, { A6: "515020" }))).toEqual(["explain codes-agree-across 收入 A6"]);
  });
  test("but a name that comes back under several codes with other amounts is left alone", () => {
    const other = changed(general, { A9: "2240160", C8: 17, E8: 17, C9: 13, E9: 13 });
    expect(found(other, whole).filter((one) => one.includes("codes-agree"))).toEqual([]);
  });
  test("and a numbering of its own is one", () => {
    const own = changed(general, { A7: "2240111", A8: "2240114", A9: "2240116" });
    const more = changed(own, { A6: "22402" });
    expect(found(more, whole).filter((one) => one.startsWith("error codes-agree"))).toEqual([]);
  });
});

describe("a list of all projects that no template knows", () => {
  const list: Typed = {
    name: "项目",
    rows: [
      ["2026年项目支出预算表"],
      ["单位：元"],
      ["项目名称", "合计", "本年拨款", "上年结转"],
      ["合计", 300000, 260000, 40000],
      ["防灾减灾宣传", 180000, 180000, null],
      ["安全生产执法", 120000, 80000, 40000],
    ],
  };
  test("makes the project expenditure together, in whatever unit", () => {
    expect(found(whole, list)).toEqual([]);
    expect(found(whole, changed(list, { B4: 330000, B5: 210000, C4: 290000, C5: 210000 }))).toEqual([
      "explain project-list-total-equals-expenditure-summary 项目 B4",
    ]);
  });
  test("but one of some projects does not", () => {
    const some = changed(list, { A1: "2026年重点项目支出预算表", B4: 270000, B5: 150000, C4: 230000, C5: 150000 });
    expect(found(whole, some)).toEqual([]);
  });
});

describe("the form of a project and the list of all", () => {
  const form = (name: string, project: string, total: number, own: number): Typed => ({
    name,
    rows: [
      ["项目支出绩效目标表"],
      ["（2026年度）"],
      ["项目名称", project, "主管部门", "某市应急管理局"],
      ["项目资金（万元）", "年度资金总额", null, total],
      [null, "其中：财政拨款", null, own],
      [null, "其他资金", null, total - own || null],
      ["一级指标", "二级指标", "三级指标", "指标值", "分值"],
      ["产出指标", "数量指标", "开展次数", "≥12次", 90],
    ],
  });
  const list: Typed = {
    name: "汇总",
    rows: [
      ["2026年项目支出绩效目标汇总表"],
      ["单位：万元"],
      ["项目名称", "资金总额", "财政拨款", "其他资金", "一级指标", "二级指标", "三级指标", "指标值", "分值"],
      ["防灾减灾宣传", 18, 18, null, "产出指标", "数量指标", "开展次数", "≥12次", 90],
      ["安全生产执法", 12, 10, 2, "产出指标", "数量指标", "执法次数", "≥60次", 90],
      ["应急物资储备", 33, 33, null, "产出指标", "数量指标", "储备点", "≥6个", 90],
    ],
  };
  test("say the same amounts", () => {
    const others = [list, form("1", "防灾减灾宣传", 18, 18), form("3", "应急物资储备", 33, 33)];
    expect(found(...others, form("2", "安全生产执法", 12, 10))).toEqual([]);
    expect(found(...others, form("2", "安全生产执法", 12, 9)).join()).toContain("project-forms-equal-lists");
  });
  test("and where hardly any does, they speak of something else", () => {
    expect(found(list, form("1", "防灾减灾宣传", 36, 30), form("2", "安全生产执法", 25, 20))).toEqual([]);
  });
});

describe("the whole's amount in a cell as high as the rows that divide it", () => {
  const form: Typed = {
    name: "整体",
    rows: [
      ["2026年部门整体支出绩效目标表"],
      ["部门名称", "某市应急管理局"],
      ["年度预算申请（万元）", "资金总额", "按收入来源分", null, "按支出性质分", null],
      [null, 92, "财政拨款", 80, "基本支出", 62],
      [null, null, "其他资金", 12, "项目支出", 30],
      ["一级指标", "二级指标", "三级指标", "指标值", "分值"],
      ["产出指标", "数量指标", "开展次数", "≥12次", 90],
    ],
    merges: ["A3:A5", "B4:B5", "C3:D3", "E3:F3"],
  };
  test("is read", () => {
    expect(found(form)).toEqual([]);
    expect(found(changed(form, { B4: 95 })).join()).toContain("overall-performance-target-form");
    expect(found(changed(form, { D5: -12 })).join()).toContain("overall-performance-target-form-by-source");
  });
});

describe("a table that nobody described with 类 and 款 in columns of their own", () => {
  const table: Typed = {
    name: "经济",
    rows: [
      ["2026年支出经济分类汇总表"],
      ["单位：万元"],
      ["部门预算经济分类", null, null, "总计", "一般公共预算", "其他收入"],
      ["类", "款", "科目名称"],
      [null, null, "合计", 92, 80, 12],
      ["301", null, "工资福利支出", 62, 62, null],
      ["301", "01", "基本工资", 40, 40, null],
      ["301", "13", "住房公积金", 22, 22, null],
      ["302", null, "商品和服务支出", 30, 18, 12],
      ["302", "01", "办公费", 11, 11, null],
      ["302", "27", "委托业务费", 19, 7, 12],
    ],
    merges: ["A3:C3"],
  };
  test("adds up by itself", () => {
    expect(found(table)).toEqual([]);
    expect(found(changed(table, { E11: 9 })).join()).toContain("unknown-sums");
  });
});
