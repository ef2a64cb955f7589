/** Codes in steps under a header that does not say so: 科目编码 over 208 | 05 | 02. */
import { recogniseTables } from "../../../src/engine/tables";
import { officialTemplates } from "../../seeds/open-seed";
import { typedWorkbook, type Value } from "./sheets";

type Row = readonly Value[];

const title: Row[] = [["2025年部门支出预算总表"], ["部门名称：某县某局", null, null, null, null, null, "单位：万元"]];
const names = ["科目名称", "合计", "基本支出", "项目支出"];
const body: readonly (readonly [string, ...Value[]])[] = [
  ["208", null, null, "社会保障和就业支出", 30, 30, null],
  ["208", "05", null, "行政事业单位养老支出", 30, 30, null],
  ["208", "05", "05", "机关事业单位基本养老保险缴费支出", 20, 20, null],
  ["208", "05", "06", "机关事业单位职业年金缴费支出", 10, 10, null],
  ["220", null, null, "自然资源海洋气象等支出", 70, 40, 30],
  ["220", "01", null, "自然资源事务", 70, 40, 30],
  ["220", "01", "01", "行政运行", 40, 40, null],
  ["220", "01", "04", "自然资源规划及管理", 30, null, 30],
];
const total: Row = ["合计", null, null, null, 100, 70, 30];
const codes = [null, "208", "20805", "2080505", "2080506", "220", "22001", "2200101", "2200104"];
const parents = [null, 0, 1, 2, 2, 0, 5, 6, 6];

const asNumbers = body.map(([type, section = null, item = null, ...rest]): Row => [
  Number(type),
  section === null ? null : Number(section),
  item === null ? null : Number(item),
  ...rest,
]);
const oneEachLevel = body.map(([type, section = null, item = null, ...rest]): Row => {
  if (section === null) return [type, null, null, ...rest];
  return item === null ? [null, type + section, null, ...rest] : [null, null, `${type}${section}${item}`, ...rest];
});

function linesOf(rows: readonly Row[], merges: readonly string[] = []) {
  const [table] = recogniseTables(typedWorkbook({ rows, merges }), officialTemplates()).tables;
  expect(table!.template.kind).toBe("expenditure-summary");
  return table!.sections[0]!.lines;
}

describe("类, 款 and 项 in columns of their own are one code", () => {
  test.each<[string, readonly Row[], readonly string[]]>([
    ["one merged word over them", [["科目编码", null, null, ...names], total, ...body], ["A3:C3"]],
    ["the word over the first only", [["科目编码", null, null, ...names], total, ...body], []],
    ["the word over each", [["科目编码", "科目编码", "科目编码", ...names], total, ...body], []],
    ["what they hold in brackets", [["科目编码（类款项）", null, null, ...names], total, ...body], ["A3:C3"]],
    [
      "one word over codes and names",
      [["功能分类科目", null, null, null, ...names.slice(1)], total, ...body],
      ["A3:D3"],
    ],
    ["numbers that lost their zero", [["科目编码", null, null, ...names], total, ...asNumbers], ["A3:C3"]],
    ["the whole code so far, one a row", [["科目编码", null, null, ...names], total, ...oneEachLevel], ["A3:C3"]],
    [
      "a row that numbers the columns",
      [["科目编码", null, null, ...names], ["**", "**", "**", "**", 1, 2, 3], total, ...body],
      ["A3:C3"],
    ],
  ])("%s", (_, rows, merges) => {
    const lines = linesOf([...title, ...rows], merges);
    expect(lines.map(({ code }) => code)).toEqual(codes);
    expect(lines.map(({ parent }) => parent)).toEqual(parents);
  });
});

test("a code in one piece under a word that is merged over three cells is no step", () => {
  const whole = body.map(([type, section, item, ...rest]): Row => [
    `${type}${section ?? ""}${item ?? ""}`,
    null,
    null,
    ...rest,
  ]);
  const lines = linesOf([...title, ["科目编码", null, null, ...names], total, ...whole], ["A3:C3"]);
  expect(lines.map(({ code }) => code)).toEqual(codes);
});

test("the number of a form with the name of its province is no title of another table", () => {
  const [table] = recogniseTables(
    typedWorkbook({
      rows: [
        ["2025年政府性基金预算支出表"],
        ["浙财预公开07表"],
        ["单位：某县某局", null, null, null, null, null, "金额单位：万元"],
        ["科目编码", null, null, ...names],
        ["类", "款", "项"],
        [null, null, null, "合计", 18, null, 18],
        ["229", null, null, "其他支出", 18, null, 18],
        ["229", "60", null, "彩票公益金安排的支出", 18, null, 18],
      ],
    }),
    officialTemplates(),
  ).tables;
  expect(table!.template.kind).toBe("government-fund-expenditure");
});
