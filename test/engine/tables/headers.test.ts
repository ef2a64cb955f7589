/** Headers as offices print them: what is read of them, and what is said of the columns that are not. */
import { recogniseTables, sheetsOf } from "../../../src/engine/tables";
import type { Recognition, Table } from "../../../src/engine/tables";
import { officialTemplates } from "../../seeds/open-seed";
import { typedWorkbook } from "./sheets";

const templates = officialTemplates();
type Row = readonly (string | number | null)[];

const read = (rows: readonly Row[], choices = {}): Table =>
  recogniseTables(typedWorkbook({ name: "表", rows }), templates, choices).tables[0]!;

const settled: readonly Row[] = [
  ["2023年度支出决算表"],
  ["编制单位：某县某局", null, null, null, "2023年度", null, "单位：元"],
  ["项目", null, null, null, "本年支出合计", "基本支出", "项目支出"],
  ["支出功能分类科目编码", null, null, "科目名称", null, null, null],
  ["类", "款", "项", "合计", 300, 200, 100],
  ["205", null, null, "教育支出", 300, 200, 100],
  ["205", "02", null, "普通教育", 300, 200, 100],
  ["205", "02", "01", "学前教育", 300, 200, 100],
];

it("reads a row that names 类, 款, 项 and holds the total as both", () => {
  const { sections, year, body } = read(settled);
  expect(sections[0]!.lines.map(({ code }) => code)).toEqual([null, "205", "20502", "2050201"]);
  expect(sections[0]!.lines.map(({ parent }) => parent)).toEqual([null, 0, 1, 2]);
  expect([year, body]).toEqual([2023, "某县某局"]);
});

it("passes over the numbers of the columns beside 类, 款, 项", () => {
  const numbered = settled.map((row, at): Row => (at === 4 ? ["类", "款", "项", "栏次", 1, 2, 3] : row));
  const { sections } = read([...numbered.slice(0, 5), [null, null, null, "合计", 300, 200, 100], ...numbered.slice(5)]);
  expect(sections[0]!.lines.map(({ label }) => label)).toEqual(["合计", "教育支出", "普通教育", "学前教育"]);
});

const strange = settled.map((row, at): Row => (at === 2 ? [...row, "列支渠道三"] : at > 3 ? [...row, 7] : row));

it("says which columns no role was found for", () => {
  const open = (table: Table): string[] =>
    table.headerColumns!.filter(({ isRead }) => !isRead).map(({ header }) => header);
  expect(open(read(settled))).toEqual([]);
  expect(open(read(strange))).toEqual(["列支渠道三"]);
});

it("takes a column for what a person says it is", () => {
  const choices = { 表: { as: null, columns: new Map([["列支渠道三", "operating-expenditure"]]) } };
  const table = read(strange, choices);
  expect(table.headerColumns!.every(({ isRead }) => isRead)).toBe(true);
  expect(table.sections[0]!.columns.map(({ roles }) => roles)).toContainEqual(["operating-expenditure"]);
});

describe("a table that goes on on the next sheet", () => {
  const heading = strange.slice(0, 4).map((row, at): Row => (at === 0 ? ["2023年度支出决算表"] : row));
  const further: readonly Row[] = [
    ["208", null, null, "社会保障和就业支出", 300, 200, 100, 7],
    ["208", "05", null, "行政事业单位养老支出", 300, 200, 100, 7],
    ["208", "05", "05", "养老保险缴费支出", 300, 200, 100, 7],
  ];
  const first = strange.map((row, at): Row => (at === 4 ? [...row.slice(0, 4), 600, 400, 200, 14] : row));
  const pages = [
    { name: "表", rows: first },
    { name: "支出决算表（续）", rows: [...heading, ...further] },
  ];
  const chosenOn = (name: string, header: string): Recognition => {
    const choices = { [name]: { as: null, columns: new Map([[header, "operating-expenditure"]]) } };
    return recogniseTables(typedWorkbook(...pages), templates, choices);
  };

  it.each(["表", "支出决算表（续）"])("takes what is said of its columns on either sheet: %s", (name) => {
    const { tables, unrecognised } = chosenOn(name, "列支渠道三");
    expect([tables.length, unrecognised]).toEqual([1, []]);
    const [{ sections, headerColumns, dropped } = {} as Table] = tables;
    expect(sheetsOf(tables[0]!).map((sheet) => sheet.name)).toEqual(pages.map((page) => page.name));
    expect(sections[0]!.columns.map(({ roles }) => roles)).toContainEqual(["operating-expenditure"]);
    expect([headerColumns!.every(({ isRead }) => isRead), dropped]).toEqual([true, undefined]);
  });

  it("says of a choice on either sheet that it could not take it", () => {
    for (const { name } of pages) expect(chosenOn(name, "列支渠道四").tables[0]!.dropped).toHaveLength(1);
  });

  it("is one table still where its further page has no header", () => {
    const bare = [pages[0]!, { name: "续", rows: further }];
    const choices = { 表: { as: null, columns: new Map([["列支渠道三", "operating-expenditure"]]) } };
    const { tables } = recogniseTables(typedWorkbook(...bare), templates, choices);
    expect(tables.map((table) => sheetsOf(table).length)).toEqual([2]);
  });
});

it("says which choice for a column it could not take, and why: header, meaning or figures are not there", () => {
  const chosen: [string, string][] = [
    ["列支渠道三", "operating-expenditure"],
    ["列支渠道四", "operating-expenditure"],
    ["项目支出", "level3"],
    ["项目/科目名称", "operating-expenditure"],
  ];
  const table = read(strange, { 表: { as: null, columns: new Map(chosen) } });
  expect(table.dropped).toEqual([
    { header: "列支渠道四", role: "operating-expenditure", reason: "no-column" },
    { header: "项目支出", role: "level3", reason: "no-role" },
    { header: "项目/科目名称", role: "operating-expenditure", reason: "not-read" },
  ]);
  expect(read(strange, { 表: { as: null, columns: new Map(chosen.slice(0, 1)) } }).dropped).toBeUndefined();
});

it("puts classes without a unit over the rows of units that have no row of their own", () => {
  const { sections } = read([
    ["一般公共预算基本支出预算表"],
    ["单位：万元"],
    ["科目编码", "单位编码", "单位名称（科目）", "合计", "人员经费", "公用经费"],
    [null, null, "合计", 60, 60, 0],
    ["301", null, "工资福利支出", 60, 60, 0],
    ["30101", "325301", "基本工资", 40, 40, 0],
    ["30102", "325302", "津贴补贴", 20, 20, 0],
  ]);
  expect(sections[0]!.lines.map(({ parent }) => parent)).toEqual([null, 0, 1, 1]);
});

it("takes a fund under 上年结转结余 for money carried over, though it is the only column there", () => {
  const { sections } = read([
    ["部门收入总表"],
    ["部门：某市水利局", null, null, null, null, "单位：万元"],
    ["单位名称", "合计", "本年收入", null, null, "上年结转结余"],
    [null, null, "小计", "一般公共预算", "其他收入", "一般公共预算"],
    ["合计", 60, 50, 40, 10, 10],
    ["某市水利局本级", 60, 50, 40, 10, 10],
  ]);
  expect(sections[0]!.columns.at(-1)!.roles).toEqual(["carry-over", "carried-general-public"]);
});

it.each(["公开03表", "预算公开表3", "表1-2", "附件3"])(
  "reads the body in front of the number of the table, %s",
  (number) => {
    const { body } = read(
      settled.map((row, at): Row => (at === 1 ? [`部门：某县某局    ${number}`, ...row.slice(1)] : row)),
    );
    expect(body).toBe("某县某局");
  },
);
