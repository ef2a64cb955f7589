/** Where hardly anything adds up, one line says that the reading is in doubt, in place of many reds. */
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { toJson } from "../../../src/engine/diagnostics";
import type { Typed, Value } from "../tables/sheets";
import { typedWorkbook } from "../tables/sheets";

const findings = (...sheets: readonly Typed[]) =>
  toJson(checkWorkbook("书.xlsx", typedWorkbook(...sheets), catalogue, allChecks)).findings.filter(
    ({ outcome }) => outcome === "fail" || outcome === "cannot-tell",
  );
const reds = (...sheets: readonly Typed[]): string[] =>
  findings(...sheets)
    .filter(({ severity }) => severity !== "hint")
    .map(({ code, cells }) => `${code} ${cells[0]?.address ?? ""}`);

type Row = readonly Value[];

const functionTable = (name: string, title: string, header: Row, rows: readonly Row[]): Typed => ({
  name,
  rows: [[title], ["部门名称：某市体育局", null, null, null, "单位：万元"], header, ...rows],
});

const header: Row = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"];
const rows: readonly Row[] = [
  [null, "合计", 141, 66, 75],
  ["207", "文化旅游体育与传媒支出", 110, 40, 70],
  ["20703", "体育", 110, 40, 70],
  ["2070301", "行政运行", 40, 40, null],
  ["2070305", "体育竞赛", 30, null, 30],
  ["2070307", "体育场馆", 40, null, 40],
  ["208", "社会保障和就业支出", 16, 16, null],
  ["20805", "行政事业单位养老支出", 16, 16, null],
  ["2080501", "行政单位离退休", 16, 16, null],
  ["221", "住房保障支出", 15, 10, 5],
  ["22102", "住房改革支出", 15, 10, 5],
  ["2210201", "住房公积金", 10, 10, null],
  ["2210203", "购房补贴", 5, null, 5],
];

describe("what lacks in a sum stands beside it, in a column that was not read", () => {
  const unread = functionTable(
    "支出",
    "2026年一般公共预算支出表",
    ["科目编码", "科目名称", "合计", "基本支出", "市级安排说明"],
    rows,
  );
  test("is a reading in doubt, and no error", () => {
    expect(reds(unread)).toEqual([]);
  });
  test("but a row that is wrong by itself stays an error", () => {
    const wrong = rows.map((row, at) => (at === 4 ? ["2070305", "体育竞赛", 39, null, 30] : row));
    const table = functionTable("支出", "2026年一般公共预算支出表", header, wrong);
    expect(reds(table).join()).toContain("general-public-expenditure-row-total");
  });
});

describe("roll-ups of which hardly any holds", () => {
  const scaled = rows.map((row, at): Row => {
    const [code, name, , basic, project] = row;
    const part = (value: Value | undefined): number => (typeof value === "number" ? value : 0);
    const times = (typeof code === "string" ? 8 - code.length : 9) + at / 10;
    const [own, other] = [part(basic) * times, part(project) * times].map((value) => Math.round(value * 100) / 100);
    return [code!, name!, Math.round((own! + other!) * 100) / 100, own!, other!];
  });
  const table = functionTable("支出", "2026年一般公共预算支出表", header, scaled);

  test("are told in one line that is no error", () => {
    expect(reds(table)).toEqual([]);
    expect(findings(table).map(({ title }) => title)).toEqual([expect.stringContaining("上下级没有读对")]);
  });
  test("but a single wrong total is an error", () => {
    const wrong = rows.map((row, at) => (at === 2 ? ["20703", "体育", 120, 50, 70] : row));
    expect(reds(functionTable("支出", "2026年一般公共预算支出表", header, wrong)).join()).toContain("roll-up");
  });
});

describe("two tables with the same codes", () => {
  const other = (change: (row: Row, at: number) => Row): Typed =>
    functionTable("总表", "2026年部门支出总表", header, rows.map(change));
  const own = functionTable("一般", "2026年一般公共预算支出表", header, rows);

  test("of which hardly any line agrees are doubted once", () => {
    const half = other(([code, name, ...amounts]) => [
      code!,
      name!,
      ...amounts.map((value) => (typeof value === "number" ? value / 2 : null)),
    ]);
    const told = findings(own, half);
    expect(told.filter(({ title }) => title.includes("口径")).length).toBeGreaterThan(0);
    // Only their totals are told beside: those of row 4.
    const places = told.filter(({ severity }) => severity === "error").map(({ cells }) => cells[0]!.address.slice(1));
    expect(new Set(places)).toEqual(new Set(["4"]));
  });
  test("of which one line differs are told at that line", () => {
    const less = other(([code, name, ...amounts], at) => {
      const isPath = ["207", "20703", "2070305"].includes(String(code)) || at === 0;
      const [whole, basic, project] = amounts as [number, number | null, number | null];
      return isPath ? [code!, name!, whole - 2, basic, project! - 2] : [code!, name!, ...amounts];
    });
    expect(reds(own, less).join()).toContain("fund-tables");
  });
});

describe("what several checks lack stands under a column that nobody knows", () => {
  const balance = (income: string): Typed => ({
    name: "基金",
    rows: [
      ["2025年政府性基金预算财政拨款收入支出决算表"],
      ["部门：某市体育局", null, null, null, null, null, null, "单位：万元"],
      ["科目编码", "科目名称", "年初结转和结余", income, "本年支出", null, null, "年末结转和结余"],
      [null, null, null, null, "小计", "基本支出", "项目支出", null],
      [null, "合计", 12, 60, 55, null, 55, 17],
      ["229", "其他支出", 12, 60, 55, null, 55, 17],
      ["22960", "彩票公益金安排的支出", 12, 60, 55, null, 55, 17],
      ["2296003", "用于体育事业的彩票公益金支出", 12, 60, 55, null, 55, 17],
    ],
    merges: ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:G3", "H3:H4"],
  });
  test("is told once, with the column", () => {
    expect(reds(balance("本年收入"))).toEqual([]);
    expect(reds(balance("统筹口径"))).toEqual([]);
    expect(
      findings(balance("统筹口径"))
        .map(({ title }) => title)
        .join(),
    ).toContain("“统筹口径”栏没有认出");
  });
  test("but where every column is known, a wrong figure is an error", () => {
    const table = balance("本年收入");
    const wrong = { ...table, rows: table.rows.map((row, at) => (at === 4 ? [...row.slice(0, 7), 19] : row)) };
    expect(reds(wrong).length).toBeGreaterThan(0);
  });
  test("a total whose column nobody knows is asked for, and no error", () => {
    const renamed = rows.map((row) => [...row]);
    const table = functionTable(
      "支出",
      "2026年部门支出总表",
      ["科目编码", "科目名称", "统筹口径", "基本支出", "项目支出"],
      renamed,
    );
    const other = functionTable("一般", "2026年一般公共预算支出表", header, rows);
    expect(reds(table, other)).toEqual([]);
  });
});
