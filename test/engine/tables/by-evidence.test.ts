/** Tables whose title does not say what they are, or whose codes stand otherwise than their header. */
import { recogniseTables, type Table } from "../../../src/engine/tables";
import { officialTemplates } from "../../seeds/open-seed";
import { typedWorkbook, type Value } from "./sheets";

type Row = readonly Value[];

function read(...rows: readonly Row[]): readonly Table[] {
  return recogniseTables(typedWorkbook({ rows }), officialTemplates()).tables;
}

const indicators: Row[] = [
  ["项目名称", "一级指标", "二级指标", "三级指标", "指标值", "分值"],
  ["高龄津贴发放", "产出指标", "数量指标", "享受津贴老年人数", "≥6850人", 45],
  [null, "效益指标", "社会效益指标", "津贴政策知晓率", "≥90%", 45],
];

describe("targets are told by their header", () => {
  test.each(["2024年度项目绩效目标批复明细表", "年初批复指标一览表"])("under %s", (title) => {
    expect(read([title], ...indicators).map(({ template }) => template.kind)).toEqual(["project-performance-target"]);
  });

  test("but not against a title that says that it is something else", () => {
    const kinds = read(["2024年绩效运行监控情况表"], ...indicators).map(({ template }) => template.kind);
    expect(kinds).not.toContain("project-performance-target");
  });
});

test("a list of projects without the word 表 in its heading is read for its own sums", () => {
  const [list] = read(
    ["2025年部门预算项目支出清单"],
    ["部门名称：某县某局", null, null, "单位：万元"],
    ["单位（项目）名称", "财政拨款", "其他资金", "合计"],
    ["合计", 90, 30, 120],
    ["某县某局机关", 50, 10, 60],
    ["　农田建设补助", 20, 10, 30],
    ["　人居环境整治", 30, null, 30],
    ["某县某中心", 40, 20, 60],
    ["　病虫害防治", 15, 20, 35],
    ["　示范基地", 25, null, 25],
  );
  expect(list!.template.kind).toBe("unknown-sums");
  expect(list!.sections[0]!.lines.map(({ parent }) => parent)).toEqual([null, 0, 1, 1, 0, 4, 4]);
});

test("whole codes in the first of the columns 类, 款, 项 are read by their length", () => {
  const [table] = read(
    ["政府性基金预算财政拨款收入支出决算表"],
    ["部门：某县某局", null, null, null, null, "金额单位：万元"],
    ["项目", null, null, null, "年初结转和结余", "本年收入", "本年支出", null, null, "年末结转和结余"],
    ["科目代码", null, null, "科目名称", null, null, "小计", "基本支出", "项目支出"],
    ["类", "款", "项", "栏次", 1, 2, 3, 4, 5, 6],
    [null, null, null, "合计", 22, 162.15, 142.65, null, 142.65, 41.5],
    ["229", null, null, "其他支出", 22, 162.15, 142.65, null, 142.65, 41.5],
    ["22960", null, null, "彩票公益金安排的支出", 22, 162.15, 142.65, null, 142.65, 41.5],
    ["2296003", null, null, "用于体育事业的彩票公益金支出", 22, 162.15, 142.65, null, 142.65, 41.5],
  );
  const { lines } = table!.sections[0]!;
  expect(lines.map(({ code, parent, slip }) => [code, parent, slip])).toEqual([
    [null, null, undefined],
    ["229", 0, undefined],
    ["22960", 1, undefined],
    ["2296003", 2, undefined],
  ]);
});

describe("economic codes in lists beside each other, each with a total of its own", () => {
  const groups: Row = ["人员经费", "人员经费", "人员经费", "公用经费", "公用经费", "公用经费"];
  const heads: Row = ["经济科目编码", "科目名称", "预算数", "经济科目编码", "科目名称", "预算数"];
  const rows: Row[] = [
    ["301", "工资福利支出", 120, "302", "商品和服务支出", 25],
    ["30101", "基本工资", 70, "30201", "办公费", 10],
    ["30102", "津贴补贴", 50, "30211", "差旅费", 15],
    ["303", "对个人和家庭的补助", 8, "310", "资本性支出", 5],
    ["30302", "退休费", 8, "31002", "办公设备购置", 5],
    ["合计", null, 128, "合计", null, 30],
    ["总计", null, null, null, null, 158],
  ];
  const lineOf = (table: Table, label: string) => {
    const { lines } = table.sections[0]!;
    const found = lines.find((line) => line.label === label);
    return found === undefined || found.parent === null ? null : lines[found.parent]!.label;
  };

  test.each([["2025年一般公共预算财政拨款基本支出表"], ["2025年一般公共预算支出表（按经济科目）"], ["附表六"]])(
    "are basic expenditure under %s",
    (title) => {
      const [table, ...others] = read(
        [title],
        ["部门：某县某局", null, null, null, null, "单位：万元"],
        groups,
        heads,
        ...rows,
      );
      expect(others).toEqual([]);
      expect(table!.template.kind).toBe("basic-expenditure");
      expect(lineOf(table!, "公用经费合计")).toBe("总计");
      expect(lineOf(table!, "资本性支出")).toBe("公用经费合计");
    },
  );

  test("without a word over the lists each total is that of its list", () => {
    const [table] = read(
      ["2025年一般公共预算基本支出表"],
      ["某县某局", null, null, null, null, "单位：万元"],
      heads,
      ...rows,
    );
    expect(lineOf(table!, "商品和服务支出")).toBe("小计");
    expect(lineOf(table!, "小计")).toBe("总计");
  });

  test("are no page of the table of functional codes before them", () => {
    const functional: Row[] = [
      ["2025年一般公共预算支出表"],
      ["部门：某县某局", null, null, null, null, "单位：万元"],
      ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
      [null, "合计", 358, 158, 200],
      ["214", "交通运输支出", 358, 158, 200],
      ["21401", "公路水路运输", 358, 158, 200],
      ["2140101", "行政运行", 158, 158, null],
      ["2140106", "公路养护", 200, null, 200],
    ];
    const { tables } = recogniseTables(
      typedWorkbook({ rows: functional }, { name: "表六", rows: [["附表六"], groups, heads, ...rows] }),
      officialTemplates(),
    );
    expect(tables.map(({ template }) => template.kind)).toEqual(["general-public-expenditure", "basic-expenditure"]);
  });
});
