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

  test("公用经费合计 is the sum of its list, though its amount stands in another one", () => {
    const wrong = basic.map((row, at) => (at === 6 ? [...row.slice(0, 5), 54] : row));
    const [finding] = check(["GK06", wrong]).findings;
    expect(finding).toMatchObject({ code: "basic-expenditure-roll-up", severity: "error", outcome: "fail" });
    expect(finding!.suspects[0]).toMatchObject({ address: "F7" });
  });

  test("预算数 and 决算数 of “三公” add up each for itself, and the change from last year is told", () => {
    expect(check(["三公", threePublic(3)]).findings).toEqual([]);
    expect(check(["三公", threePublic(2)]).findings.map(({ code }) => code)).toContain("three-public-row-total");
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
