import { readBaseData } from "../../../../src/engine/tables/layouts/base-data";
import { drawn, templateOf } from "./drawn-sheet";
import type { Drawn } from "./drawn-sheet";

function read(rows: readonly (readonly Drawn[])[], merges: readonly string[] = []) {
  const workbook = drawn(rows, merges);
  const sheet = workbook.sheets[0]!;
  return readBaseData({
    workbook,
    sheet,
    template: templateOf("evaluation-base-data"),
    rows: [0, sheet.rows.length - 1],
  });
}

const form: Drawn[][] = [
  ["2024年度部门整体支出绩效评价基础数据表"],
  ["财政供养人员情况（人）", "编制数", "2024年实际在职人数", "控制率"],
  [null, 40, 38, "95%"],
  ["经费控制情况（万元）", "2023年决算数", "2024年预算数", "2024年决算数"],
  ["三公经费", 20, 18, 17],
  ["  1、公务用车购置和维护经费", 12, 11, 11],
  ["    其中：公车购置", null, null, null],
  ["      公车运行维护", 12, 11, 11],
  ["  2、出国经费", null, null, null],
  ["  3、公务接待", 8, 7, 6],
  ["项目支出：", 100, 90, 85],
  ["  1、业务工作经费", 40, 30, 25],
  ["  2、运行维护经费", 10, 10, 10],
  ["3、市级专项资金（一个专项一行）", 50, 50, 50],
  ["水利普查经费", null, 20, 20],
  ["防汛物资储备", null, 30, 30],
  ["公用经费", 60, 55, 54],
  ["  其中：办公经费", 20, 15, 14],
  ["    水费、电费、差旅费", 20, 20, 20],
  ["政府采购金额", "——", 5, 5],
  [
    "楼堂馆所控制情况\n（2023年完工项目）",
    "批复规模\n（㎡）",
    "实际规模（㎡）",
    "规模控制率",
    "预算投资（万元）",
    "实际投资（万元）",
    "投资概算控制率",
  ],
  [null, 100, 90, "90%", 50, 40, "80%"],
  ["厉行节约保障措施", "坚持量入为出。"],
  ["说明：项目支出需要填报基本支出以外的所有项目支出情况。"],
];

test("staff, budget and buildings are read as blocks with their own columns", () => {
  const content = read(form)!;
  expect(content.sections.map((section) => [section.name, section.columns.map((column) => column.roles[0])])).toEqual([
    ["staff", ["establishment", "actual", "control-rate"]],
    ["budget", ["prior-final", "budget", "final"]],
    [
      "buildings",
      ["approved-scale", "actual-scale", "scale-rate", "budget-investment", "actual-investment", "investment-rate"],
    ],
  ]);
  expect(content).toMatchObject({ year: 2024, unit: "万元", title: "2024年度部门整体支出绩效评价基础数据表" });
});

test("each line of the budget is under its whole; 其中 of 公用经费 is within it only", () => {
  const { lines } = read(form)!.sections[1]!;
  const whole = (label: string) => {
    const line = lines.find((candidate) => candidate.label.endsWith(label))!;
    return line.parent === null ? null : [lines[line.parent]!.roles[0], line.part];
  };
  expect(["公务用车购置和维护经费", "公车购置", "公车运行维护", "公务接待", "三公经费"].map(whole)).toEqual([
    ["three-public", "sum"],
    ["vehicle", "sum"],
    ["vehicle", "sum"],
    ["three-public", "sum"],
    null,
  ]);
  expect(["业务工作经费", "一个专项一行）", "水利普查经费", "防汛物资储备"].map(whole)).toEqual([
    ["project", "sum"],
    ["project", "sum"],
    ["project-special", "sum"],
    ["project-special", "sum"],
  ]);
  expect(["办公经费", "差旅费", "政府采购金额"].map(whole)).toEqual([
    ["public-use", "of-which"],
    ["public-use", "of-which"],
    null,
  ]);
});

test("the year before is known by its year, whatever the order of the columns", () => {
  const swapped = form.map((row) =>
    typeof row[1] === "string" && row[1].includes("决算数")
      ? [row[0]!, "2024年决算数", "2024年预算数", "2023年决算数"]
      : row,
  );
  expect(read(swapped)!.sections[1]!.columns.map((column) => column.roles[0])).toEqual([
    "final",
    "budget",
    "prior-final",
  ]);
});

test("a table with one of the blocks only is something else", () => {
  expect(read(form.slice(3, 20))).toBeNull();
});

test("基本支出 behind the projects, no further in than 项目支出, is none of them", () => {
  const at = form.findIndex(([label]) => label === "公用经费");
  const projects = form.findIndex(([label]) => label === "项目支出：");
  const rows = [
    ...form.slice(0, projects + 1),
    ["    1、水利普查经费", 60, 50, 45],
    ["    2、防汛物资储备", 40, 40, 40],
    ["基本支出", 60, 55, 54],
    ...form.slice(at),
  ];
  const { lines } = read(rows)!.sections.find(({ name }) => name === "budget")!;
  const head = lines.findIndex(({ roles }) => roles.includes("project"));
  expect(lines.filter(({ parent }) => parent === head).map(({ label }) => label)).toEqual([
    "1、水利普查经费",
    "2、防汛物资储备",
  ]);
  expect(lines.find(({ label }) => label === "基本支出")!.parent).toBeNull();
});
