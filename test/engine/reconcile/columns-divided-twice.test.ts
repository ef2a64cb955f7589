/** Columns of one total that divide it in several ways side by side, and columns that nobody can make sense of. */
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { toJson } from "../../../src/engine/diagnostics";
import type { Typed, Value } from "../tables/sheets";
import { typedWorkbook } from "../tables/sheets";

const findings = (sheet: Typed) =>
  toJson(checkWorkbook("书.xlsx", typedWorkbook(sheet), catalogue, allChecks)).findings.filter(
    ({ outcome }) => outcome === "fail" || outcome === "cannot-tell",
  );
const found = (sheet: Typed): string[] =>
  findings(sheet)
    .filter(({ severity }) => severity !== "hint")
    .map(({ code, suspects, cells }) => `${code} ${(suspects[0] ?? cells[0])?.address ?? ""}`);

/** 合计, this year's and carried money, basic and project expenditure: of each row. */
const amounts: readonly (readonly [string, string, number, number, number, number, number])[] = [
  ["2080201", "行政运行", 763.76, 763.76, 0, 763.76, 0],
  ["2080299", "其他民政管理事务支出", 43.89, 27.18, 16.71, 0, 43.89],
  ["2080501", "行政单位离退休", 48.88, 48.88, 0, 48.88, 0],
  ["2081005", "社会福利事业单位", 609, 600.5, 8.5, 417.65, 191.35],
  ["2101101", "行政单位医疗", 58.46, 58.46, 0, 58.46, 0],
];
const total = amounts.reduce<number[]>(
  (sums, [, , ...row]) => row.map((amount, at) => Math.round(((sums[at] ?? 0) + amount) * 100) / 100),
  [],
);

const budget = (header: readonly (readonly Value[])[], merges: readonly string[], some = amounts): Typed => ({
  name: "3",
  rows: [
    ["一般公共预算支出预算表"],
    ["单位：某市民政局", null, null, null, null, null, "金额单位：万元"],
    ...header,
    [null, "合计", ...(some === amounts ? total : some[0]!.slice(2))],
    ...some,
  ],
  merges: [...merges],
});

const beside = [["科目编码", "科目名称", "合计", "当年财政拨款安排", "上年结转安排", "基本支出", "项目支出"]];
const within = [
  ["科目编码", "科目名称", "合计", "当年财政拨款安排", "上年结转安排", "合计中：", null],
  [null, null, null, null, null, "基本支出", "项目支出"],
];
const withinMerges = ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:G3"];

function changed(sheet: Typed, row: number, column: number, value: Value): Typed {
  const rows = sheet.rows.map((cells) => [...cells]);
  rows[row]![column] = value;
  return { ...sheet, rows };
}

describe("a total that is divided by year and by nature side by side", () => {
  test.each([
    ["the header says so", budget(within, withinMerges), 4],
    ["only the figures say so", budget(beside, []), 3],
  ])("adds up each way by itself: %s", (_, sheet, first) => {
    expect(found(sheet)).toEqual([]);
    expect(found(changed(sheet, first + 2, 3, 29.18)).length).toBeGreaterThan(0);
    expect(found(changed(sheet, first + 4, 6, 193.15)).length).toBeGreaterThan(0);
  });

  test("in a table of one row, too, where the header says so", () => {
    expect(found(budget(within, withinMerges, amounts.slice(1, 2)))).toEqual([]);
  });
});

describe("a total that is the sum of its columns in no row", () => {
  const strange = budget(
    beside,
    [],
    amounts.map(([code, name, whole, ...parts], at) => [
      code,
      name,
      whole,
      ...parts.map((part) => part + at + 7),
    ]) as never,
  );
  test("is not called wrong row by row: its reading is in doubt, and that is said once", () => {
    expect(found({ ...strange, rows: strange.rows.filter((_, at) => at !== 3) })).toEqual([]);
    const said = findings({ ...strange, rows: strange.rows.filter((_, at) => at !== 3) });
    expect(said.map(({ outcome, severity, title }) => [outcome, severity, title])).toEqual([
      ["cannot-tell", "hint", expect.stringContaining("没有一行加得上")],
    ]);
  });

  test("is called wrong where most rows add up", () => {
    const rows = budget([["科目编码", "科目名称", "合计", "基本支出", "项目支出"]], []).rows.map((cells, at) =>
      at < 3 ? cells : [...cells.slice(0, 3), ...cells.slice(5)],
    );
    const plain: Typed = { name: "3", rows };
    expect(found(plain)).toEqual([]);
    expect(found(changed(plain, 5, 2, 48.39)).length).toBeGreaterThan(0);
  });
});
