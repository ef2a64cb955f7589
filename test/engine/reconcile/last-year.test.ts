/** Columns in which a table compares itself with last year. */
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import type { CheckedWorkbook } from "../../../src/engine/check-workbook";
import { buildWorkbook } from "../../../src/engine/workbook";
import type { SourceCell } from "../../../src/engine/workbook";

type Row = readonly (string | number | null)[];

function check(rows: readonly Row[], rates = "0.00"): CheckedWorkbook {
  const cells = rows.flatMap((values, row) =>
    values.flatMap((value, column): SourceCell[] =>
      value === null
        ? []
        : [{ row, column, value, ...(typeof value === "number" ? { format: column === 7 ? rates : "#,##0.00" } : {}) }],
    ),
  );
  const checked = checkWorkbook(
    "表",
    buildWorkbook([{ name: "表", hidden: false, cells, merges: [] }]),
    catalogue,
    allChecks,
  );
  expect(checked.tables).toHaveLength(1);
  return checked;
}

/** What a workbook of one sheet is told: rule, first cell and title. */
function told(rows: readonly Row[], rates?: string): string[] {
  return check(rows, rates).findings.map(
    ({ code, cells: [first], title }) => `${code} ${first?.address ?? ""} ${title}`,
  );
}

const OFFICIAL: readonly Row[] = [
  ["2025年一般公共预算支出表"],
  ["部门：某市某局", null, null, null, null, null, null, "单位：万元"],
  ["科目编码", "科目名称", "2024年执行数", "2025年预算数", null, null, "2025年预算数比2024年执行数", null],
  [null, null, null, "小计", "基本支出", "项目支出", "增减额", "增减%"],
  [null, "合计", 200, 230, 130, 100, 30, 15],
  ["205", "教育支出", 200, 230, 130, 100, 30, 15],
  ["20502", "普通教育", 200, 230, 130, 100, 30, 15],
  ["2050201", "学前教育", 80, 100, 60, 40, 20, 25],
  ["2050202", "小学教育", 120, 130, 70, 60, 10, 8.33],
];

function changed(rows: readonly Row[], row: number, column: number, value: string | number | null): Row[] {
  return rows.map((values, at) => (at === row ? values.map((one, place) => (place === column ? value : one)) : values));
}

test("the official layout agrees with itself", () => {
  expect(told(OFFICIAL)).toEqual([]);
});

test("a wrong change is found once, with its own cell first; its rate is left alone", () => {
  const found = told(changed(OFFICIAL, 7, 6, 21));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^change-from-last-year G8 .*增减额比两数相减多 1\.00 万元$/);
});

test("a wrong rate is found where the change is right", () => {
  expect(told(changed(OFFICIAL, 8, 7, 8.73))).toEqual([
    expect.stringMatching(/^rate-of-change H9 .*写的是 8\.73%，按算应为 8\.33%/),
  ]);
});

test("a fall that is written as a rise is found", () => {
  const fallen = changed(changed(changed(OFFICIAL, 7, 2, 125), 7, 6, -25), 7, 7, 20);
  const settled = changed(changed(changed(fallen, 8, 2, 75), 8, 6, 55), 8, 7, 73.33);
  expect(told(settled)).toEqual([expect.stringMatching(/^rate-of-change H8/)]);
});

test("a wrong figure of last year breaks its change and its sum, and is the one suspect of both", () => {
  const found = check(changed(OFFICIAL, 7, 2, 90)).findings;
  expect(found.map(({ suspects: [first], severity }) => [first?.address, first?.proposed, severity])).toEqual([
    ["C8", "80", "error"],
  ]);
});

test("an item of last year that has ended and is not listed wants a word, no more", () => {
  const ended = changed(changed(changed(OFFICIAL, 4, 2, 250), 4, 6, -20), 4, 7, -8);
  expect(check(ended).findings.map(({ code, severity }) => [code, severity])).toEqual([
    ["last-year-adds-up", "explain"],
  ]);
});

test("rates kept as percent, as shares or as text are read alike", () => {
  const rated = (rate: (value: number) => string | number): Row[] =>
    OFFICIAL.map((values, at) =>
      at < 4 ? values : values.map((one, place) => (place === 7 ? rate(one as number) : one)),
    );
  expect(
    told(
      rated((value) => value / 100),
      "0.00%",
    ),
  ).toEqual([]);
  expect(
    told(
      rated((value) => value / 100),
      "General",
    ),
  ).toEqual([]);
  expect(told(rated((value) => `${value}%`)).filter((line) => !line.startsWith("amount-notation"))).toEqual([]);
});

test("a percent format that shows two decimals is known to two, however large the figures", () => {
  const large = [
    ...OFFICIAL.slice(0, 4),
    [null, "合计", 60_525.37, 62_470.11, 62_470.11, null, 1944.74, 0.0321],
    ["205", "教育支出", 60_525.37, 62_470.11, 62_470.11, null, 1944.74, 0.0321],
  ];
  expect(told(large, "0.00%")).toEqual([]);
  expect(told(changed(large, 5, 7, 0.0331), "0.00%").map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
    "rate-of-change H6",
  ]);
});

test("new and ended items have no rate, and blanks are nothing", () => {
  const rows = [...changed(changed(changed(OFFICIAL, 7, 2, null), 7, 6, 100), 7, 7, null)];
  const fitted = [4, 5, 6].reduce<Row[]>(
    (all, row) => changed(changed(changed(all, row, 2, 120), row, 6, 110), row, 7, 91.67),
    rows,
  );
  expect(told(fitted)).toEqual([]);
});

test("a column that compares with something else in every line is left alone", () => {
  const other = OFFICIAL.map((values, at) =>
    at < 4 ? values : values.map((one, place) => (place === 6 ? (one as number) + 7 : place === 7 ? null : one)),
  );
  expect(told(other)).toEqual([]);
});

test("a share of last year's figure is no change of it", () => {
  const rows = OFFICIAL.map((values, at) =>
    at === 2
      ? ["科目编码", "科目名称", "2024年执行数", "2025年预算数", null, null, "预算数为上年执行数的%"]
      : at === 3
        ? [null, null, null, "小计", "基本支出", "项目支出", null]
        : at < 2
          ? values.slice(0, 7)
          : [...values.slice(0, 6), 115],
  );
  expect(told(rows)).toEqual([]);
});

test("both sides of a 收支总表 are compared with their own year", () => {
  const rows: Row[] = [
    ["2025年部门收支总表"],
    ["部门：某市某局", null, null, null, null, null, null, "单位：万元"],
    ["收入", null, null, null, "支出", null, null, null],
    ["项目", "2024年预算数", "2025年预算数", "增减额", "项目", "2024年预算数", "2025年预算数", "增减额"],
    ["一、一般公共预算拨款收入", 90, 100, 10, "一、教育支出", 80, 95, 15],
    ["二、其他收入", 10, 20, 10, "二、住房保障支出", 20, 25, 5],
    ["本年收入合计", 100, 120, 20, "本年支出合计", 100, 120, 20],
    ["收入总计", 100, 120, 20, "支出总计", 100, 120, 20],
  ];
  expect(told(rows)).toEqual([]);
  expect(told(changed(rows, 4, 7, 51)).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
    "change-from-last-year H5",
  ]);
});

test("what a 决算 prints undivided as 预算数 is not divided into dashes", () => {
  const rows: readonly Row[] = [
    ["财政拨款“三公”经费支出决算表"],
    ["部门：某市某局", null, null, "金额单位：万元"],
    ["项目", "行次", "预算数", "决算数"],
    ["一、“三公”经费支出", 1, 30.5, 26.4],
    ["　1.因公出国（境）费", 2, null, null],
    ["　2.公务用车购置及运行维护费", 3, 24, 21.4],
    ["　（1）公务用车购置费", 4, null, null],
    ["　（2）公务用车运行维护费", 5, 24, 21.4],
    ["　3.公务接待费", 6, 6.5, 5],
    ["　（1）国内接待费", 7, "—", 5],
    ["　（2）国（境）外接待费", 8, "—", null],
  ];
  expect(told(rows).filter((line) => line.startsWith("last-year"))).toEqual([]);
  const wrong = rows.map((row, at) => (at === 7 ? [row[0]!, row[1]!, 42, row[3]!] : row));
  expect(told(wrong)).toHaveLength(1);
});

test("last year's figures under one heading of their own add up across, in 三公 beside this year's", () => {
  const blanks = [null, null, null, null, null];
  const items = ["“三公”经费合计", "因公出国（境）费", "公务用车购置及运行费", null, null, "公务接待费"];
  const parts = [null, null, "小计", "公务用车购置费", "公务用车运行费", null];
  const rows = (total: number): Row[] => [
    ["2025年“三公”经费支出表"],
    ["部门：某市某局", ...blanks, ...blanks, "单位：万元"],
    ["上年预算数", ...blanks, "2025年预算数", ...blanks],
    [...items, ...items],
    [...parts, ...parts],
    [total, 3, 15.2, 0, 15.2, 1.98, 17.6, 0, 15.55, 0, 15.55, 2.05],
  ];
  expect(told(rows(20.18))).toEqual([]);
  expect(told(rows(15.2))).toEqual([expect.stringMatching(/^last-year-adds-up A6 /)]);
});
