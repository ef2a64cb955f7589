import { catalogue } from "../../../src/catalogue";
import { exampleNamed, exampleWorkbook } from "../../../src/catalogue/example";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook, type CheckedWorkbook } from "../../../src/engine/check-workbook";
import type { ExampleSheet } from "../../../src/engine/reconcile";

type Rows = ExampleSheet["rows"];

const summary: Rows = [
  ["收入支出决算总表"],
  ["部门：某市交通运输局", null, null, null, null, "单位：万元"],
  ["收入", null, null, "支出", null, null],
  ["项目", "行次", "金额", "项目", "行次", "金额"],
  ["一、一般公共预算财政拨款收入", 1, 100, "一、交通运输支出", 31, 90],
  ["本年收入合计", 27, 100, "本年支出合计", 57, 90],
  ["年初结转和结余", 28, 5, "年末结转和结余", 58, 15],
  ["总计", 30, 105, "总计", 60, 105],
];
const basic: Rows = [
  ["一般公共预算财政拨款基本支出决算表"],
  ["部门：某市交通运输局", null, null, null, null, "单位：万元"],
  ["人员经费", null, null, "公用经费", null, null],
  ["科目编码", "科目名称", "决算数", "科目编码", "科目名称", "决算数"],
  ["301", "工资福利支出", 461, "302", "商品和服务支出", 45],
  ["30101", "基本工资", 461, "30201", "办公费", 45],
  ["人员经费合计", null, 461, "公用经费合计", null, 45],
];
const threePublic = (executed: number): Rows => [
  ["财政拨款“三公”经费支出决算表"],
  ["部门：某市交通运输局", null, null, "单位：万元"],
  ["项目", "预算数", "决算数", "上年决算数", "比上年增减"],
  ["合计", 14, 12, 11, 1],
  ["因公出国（境）费", null, null, null, null],
  ["公务用车购置及运行维护费", 10, 9, 8, 1],
  ["　其中：公务用车购置费", null, null, null, null],
  ["　　　　公务用车运行维护费", 10, 9, 8, 1],
  ["公务接待费", 4, executed, 3, executed - 3],
];

const n = null;
/** 01 with three columns a side and the same spending divided twice; 05 with what was carried in and out. */
const withBudgets: Rows = [["2023年度收入支出决算总表"], ["编制单位：某市某局", n, n, n, n, n, n, n, n, "金额单位：万元"],
    ["收入", n, n, n, "支出", n, n, n, n, n, n, n],
    ["项目", "年初预算数", "全年预算数", "决算数", "项目（按功能分类）", "年初预算数", "全年预算数", "决算数", "项目（按支出性质和经济分类）", "年初预算数", "全年预算数", "决算数"],
    ["一、一般公共预算财政拨款收入", 100, 110, 105, "一、教育支出", 90, 100, 97, "一、基本支出", 60, 62, 61],
    ["二、其他收入", 0, 5, 4, "二、住房保障支出", 10, 15, 12, "　　人员经费", 50, 52, 51],
    [n, n, n, n, n, n, n, n, "　　公用经费", 10, 10, 10],
    [n, n, n, n, n, n, n, n, "二、项目支出", 40, 53, 48],
    ["本年收入合计", 100, 115, 109, "本年支出合计", 100, 115, 109, "本年支出合计", 100, 115, 109],
    ["使用非财政拨款结余", 0, 0, 2, "结余分配", 0, 0, 1, "结余分配", 0, 0, 1],
    ["年初结转和结余", 0, 3, 3, "年末结转和结余", 0, 3, 4, "年末结转和结余", 0, 3, 4],
    ["总计", 100, 118, 114, "总计", 100, 118, 114, "总计", 100, 118, 114]];
const withBalances: Rows = [["一般公共预算财政拨款收入支出决算表"], ["编制单位：某市某局", n, n, n, n, n, n, n, "金额单位：万元"],
    ["支出功能分类科目编码", n, n, "科目名称", "年初结转和结余", "本年收入", "本年支出", n, n, "年末结转和结余"],
    ["类", "款", "项", n, n, n, "合计", "基本支出", "项目支出", n],
    [n, n, n, "合计", 3, 105, 104, 61, 43, 4],
    ["205", n, n, "教育支出", 3, 93, 92, 49, 43, 4],
    ["205", "02", n, "普通教育", 3, 93, 92, 49, 43, 4],
    ["205", "02", "01", "学前教育", 3, 93, 92, 49, 43, 4],
    ["221", n, n, "住房保障支出", n, 12, 12, 12, n, n],
    ["221", "02", n, "住房改革支出", n, 12, 12, 12, n, n],
    ["221", "02", "01", "住房公积金", n, 12, 12, 12, n, n]];

function check(...sheets: readonly (readonly [string, Rows])[]): CheckedWorkbook {
  return checkWorkbook(
    "决算.xlsx",
    exampleWorkbook(sheets.map(([name, rows]) => ({ name, rows }))),
    catalogue,
    allChecks,
  );
}

const kinds = ({ tables }: CheckedWorkbook): string[] =>
  tables.map(({ template: { kind, stage } }) => `${kind} ${stage ?? "—"}`);

describe("final accounts", () => {
  test("are known by kind and stage, and agree in lists beside each other", () => {
    const checked = check(["GK01", summary], ["GK06", basic]);
    expect(kinds(checked)).toEqual(["budget-summary final", "basic-expenditure final"]);
    expect(checked.findings).toEqual([]);
  });

  test("are read beside their budgets, by nature, and with what was carried in and out", () => {
    const checked = check(["Z01", withBudgets], ["Z05", withBalances]);
    expect(kinds(checked)).toEqual(["budget-summary final", "general-public-expenditure final"]);
    const columns = checked.tables[0]!.sections.flatMap((section) => section.columns.map(({ path }) => path.at(-1)));
    expect(columns.slice(0, 3)).toEqual(["决算数", "决算数", "决算数"]);
    expect(columns.slice(3).sort()).toEqual([...Array(3).fill("全年预算数"), ...Array(3).fill("年初预算数")]);
    expect(checked.findings).toEqual([]);
    const wrong = withBalances.map((row, at) => (at === 5 ? row.map((cell, column) => (column === 9 ? 7 : cell)) : row));
    const [finding] = check(["Z05", wrong]).findings;
    expect(finding!.witnesses.map(({ code }) => code)).toContain("final-fund-balance");
    expect(finding!.suspects[0]).toMatchObject({ address: "J6" });
  });

  test("公用经费合计 is the sum of its list, though its amount stands in another one", () => {
    const wrong = basic.map((row, at) => (at === 6 ? [...row.slice(0, 5), 54] : row));
    const [finding] = check(["GK06", wrong]).findings;
    expect(finding).toMatchObject({ code: "basic-expenditure-roll-up", severity: "error", outcome: "fail" });
    expect(finding!.suspects[0]).toMatchObject({ address: "F7" });
  });

  test("人员经费合计 is the total of its list, though rounding leaves a hundredth between them", () => {
    const rounded = basic.map((row, at) => (at === 6 ? [row[0]!, null, 461.01, ...row.slice(3)] : row));
    const { tables, findings } = check(["GK06", rounded]);
    expect(tables[0]!.sections[0]!.lines.filter(({ parent }) => parent === null).map(({ label }) => label)).toEqual([
      "人员经费合计",
      "公用经费合计",
    ]);
    expect(findings.filter(({ outcome }) => outcome === "fail")).toEqual([]);
  });

  test("预算数 and 决算数 of “三公” add up each for itself, and the change from last year is told", () => {
    expect(check(["三公", threePublic(3)]).findings).toEqual([]);
    expect(check(["三公", threePublic(2)]).findings.map(({ code }) => code)).toContain("three-public-row-total");
  });

  test("a 合计 of “三公” left blank is told without a value: it was rounded from 元, as its parts were", () => {
    const blank = threePublic(3).map((row, at) => (at === 3 ? [row[0]!, null, ...row.slice(2)] : row));
    const findings = check(["三公", blank]).findings;
    expect(findings.map(({ outcome }) => outcome)).toContain("fail");
    expect(findings.flatMap(({ suspects }) => suspects.map(({ proposed }) => proposed))).not.toContain("14");
  });

  test("are never compared with the budget of the same body", () => {
    const budget = exampleNamed({ of: "fiscal-department", changes: [] });
    const alone = checkWorkbook("预算.xlsx", exampleWorkbook(budget), catalogue, allChecks);
    const both = checkWorkbook(
      "两套.xlsx",
      exampleWorkbook([...budget, { name: "GK01", rows: summary }, { name: "GK06", rows: basic }]),
      catalogue,
      allChecks,
    );
    expect(both.tables).toHaveLength(alone.tables.length + 2);
    expect(both.findings.map(({ title }) => title)).toEqual(alone.findings.map(({ title }) => title));
  });
});
