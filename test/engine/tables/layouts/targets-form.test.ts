import { figureCell } from "../../../../src/engine/tables/table";
import { addressOf } from "../../../../src/engine/workbook";
import { drawn, indicatorLines, readAll } from "./drawn-sheet";
import type { Drawn } from "./drawn-sheet";

/** The form of the Ministry of Finance: labels and values above, indicators below. */
function declaration(project: string, amount: number): Drawn[][] {
  return [
    ["项目支出绩效目标申报表"],
    ["（2025年度）"],
    ["项目名称", null, project, null, null, null],
    ["主管部门", null, "某省教育厅", null, "实施单位", "某大学"],
    ["项目资金\n（万元）", null, "年度资金总额：", null, amount, null],
    [null, null, "其中：财政拨款", null, amount - 1, null],
    [null, null, "其他资金", null, 1, null],
    ["总体目标", "年度目标", null, null, null, null],
    [null, "目标1：建成实验室；目标2：投入使用。", null, null, null, null],
    ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "分值"],
    [null, "产出指标（50分）", "数量指标", "实验室数量", "≥3个", 20],
    [null, null, "质量指标", "验收合格率", "=100%", 30],
    [null, "效益指标（30分）", "社会效益\n指标", "受益学生", "≥200人", 30],
    [null, "满意度指标", "服务对象满意度指标", "师生满意度", { value: 0.95, format: "0%" }, 10],
  ];
}

describe("a form of one project is read", () => {
  const workbook = drawn(declaration("实验室建设", 90), ["A3:B3", "C3:F3", "A5:B7", "A8:A9", "A10:A14", "B11:B12"]);
  const [content] = readAll(workbook, "project-performance-target");

  test("with its name, department, unit and goal", () => {
    expect(Object.fromEntries(content!.fields.map((field) => [field.role, field.text]))).toMatchObject({
      "project-name": "实验室建设",
      department: "某省教育厅",
      "unit-name": "某大学",
      goal: "目标1：建成实验室；目标2：投入使用。",
    });
    expect(content).toMatchObject({ title: "项目支出绩效目标申报表", year: 2025, unit: "万元", body: "某省教育厅" });
  });

  test("with its amounts, the sources under the total", () => {
    const section = content!.sections[0]!;
    expect(
      section.lines.map((line) => [
        line.label,
        addressOf(workbook, figureCell(section, line, 0)).address,
        line.parent,
        line.part,
      ]),
    ).toEqual([
      ["年度资金总额：", "E5", null, "sum"],
      ["其中：财政拨款", "E6", 0, "sum"],
      ["其他资金", "E7", 0, "sum"],
    ]);
    expect(content!.blocks[0]!.line).toBe(0);
  });

  test("with its indicators and the points of the first level", () => {
    expect(indicatorLines(content!)).toEqual([
      "产出指标/数量指标/实验室数量 ≥3个 (20)",
      "产出指标/质量指标/验收合格率 =100% (30)",
      "效益指标/社会效益指标/受益学生 ≥200人 (30)",
      "满意度指标/服务对象满意度指标/师生满意度 95% (10)",
    ]);
    expect(content!.blocks[0]!.indicators.map((indicator) => indicator.level1Points)).toEqual([50, 50, 30, null]);
  });
});

test("forms one below the other in one sheet are a table each, with its own area", () => {
  const contents = readAll(
    drawn([...declaration("甲", 90), ...declaration("乙", 40), ...declaration("丙", 7)]),
    "project-performance-target",
  );
  expect(
    contents.map((content) => [
      content.blocks[0]!.name,
      content.blocks[0]!.indicators.length,
      content.area.top,
      content.area.bottom,
    ]),
  ).toEqual([
    ["甲", 4, 0, 13],
    ["乙", 4, 14, 27],
    ["丙", 4, 28, 41],
  ]);
});

test("forms without a title between them are told apart by the project's name", () => {
  const untitled = (name: string) => declaration(name, 5).slice(2);
  expect(
    readAll(drawn([...untitled("甲"), ...untitled("乙")]), "project-performance-target").map(
      (content) => content.blocks[0]!.name,
    ),
  ).toEqual(["甲", "乙"]);
});

test("a form cut into pages with its header printed again stays one form", () => {
  const form = declaration("甲", 90);
  const [content, ...others] = readAll(
    drawn([...form.slice(0, 12), form[9]!, ...form.slice(12)]),
    "project-performance-target",
  );
  expect(others).toEqual([]);
  expect(content!.blocks[0]!.indicators).toHaveLength(4);
});

test("a name inside its label, amounts inside theirs and in one row", () => {
  const workbook = drawn([
    ["某县项目绩效目标表"],
    ["项目名称：村道养护", null, null, null],
    ["预算金额", 30, "其中：财政资金：20", "自筹资金：10万元"],
    ["一级指标", "二级指标", "三级指标", "目标值"],
    ["产出指标", "数量指标", "养护里程", "≥8公里"],
  ]);
  const [content] = readAll(workbook, "project-performance-target");
  expect(content!.blocks[0]!.name).toBe("村道养护");
  expect([...content!.embedded].map(([cell, amount]) => [addressOf(workbook, cell).address, amount])).toEqual([
    ["C3", "20"],
    ["D3", "10"],
  ]);
  expect(content!.sections[0]!.lines.map((line) => line.roles[0])).toEqual(["total", "fiscal-line", "other"]);
});

test("the form of a whole department with its amounts by source and by nature", () => {
  const [content] = readAll(
    drawn([
      ["部门整体支出绩效目标申报表"],
      ["（2025年度）单位：万元"],
      ["部门名称", "某区卫生健康局"],
      ["年度预算申请", "资金总额", 100],
      ["按收入性质分", "一般公共预算", 80, "按支出性质分", "基本支出", 60],
      [null, "政府性基金拨款", 0, null, "项目支出", 40],
      [null, "其他资金", 20],
      ["部门职能职责概述", "负责全区卫生健康工作。"],
      ["整体绩效目标", "提高服务水平。"],
      ["一级指标", "二级指标", "三级指标", "指标值类型", "指标值", "计量单位", "分值"],
      ["产出指标", "数量指标", "接诊人次", "≥", 5000, "人次", 50],
    ]),
    "overall-performance-target",
  );
  expect(content!.blocks[0]).toMatchObject({ subject: "department", name: "某区卫生健康局" });
  expect(content!.sections[0]!.lines.map((line) => [line.roles[0], line.parent])).toEqual([
    ["total", null],
    ["general-public", 0],
    ["basic", null],
    ["government-fund", 0],
    ["project", null],
    ["other", 0],
  ]);
  expect(content!.fields.find((field) => field.role === "duties")!.text).toBe("负责全区卫生健康工作。");
});

test("of indicators for the whole term beside those of the year, the year's are read", () => {
  const [content] = readAll(
    drawn(
      [
        ["项目支出绩效目标申报表"],
        ["项目名称", "造林补助"],
        ["绩效指标", "一级指标", "实施期绩效指标", null, null, "年度绩效指标", null, null],
        [null, null, "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"],
        [null, "产出指标", "数量指标", "造林总面积", "≥3000亩", "数量指标", "年度造林面积", "≥1000亩"],
      ],
      ["A3:A5", "B3:B4", "C3:E3", "F3:H3"],
    ),
    "project-performance-target",
  );
  expect(indicatorLines(content!)).toEqual(["产出指标/数量指标/年度造林面积 ≥1000亩 ()"]);
});

/** Labels and the amounts that are read for them. */
function amountsOf(rows: Drawn[][]): [string, string, number | null][] {
  const book = drawn(rows, []);
  const [content] = readAll(book, "project-performance-target");
  const section = content!.sections[0];
  return (section?.lines ?? []).map((line) => [
    line.label,
    addressOf(book, figureCell(section!, line, 0)).address,
    line.parent,
  ]);
}

test("amounts under their labels are read where the row below holds nothing else", () => {
  const rows = declaration("疫苗接种", 90);
  const over: Drawn[] = ["资金情况", "预算资金总额", "区级财政资金", "上级财政资金", "单位自筹资金"];
  const form = [...rows.slice(0, 4), over, [null, 90, 50, 30, 10], ...rows.slice(7)];
  expect(amountsOf(form)).toEqual([
    ["预算资金总额", "B6", null],
    ["区级财政资金", "C6", 0],
    ["上级财政资金", "D6", 0],
    ["单位自筹资金", "E6", 0],
  ]);
});

test("上级补助 stands beside 财政拨款 where the total is the sum of both", () => {
  const rows = declaration("养老服务", 90);
  const form = (fiscal: number, above: number): Drawn[][] => [
    ...rows.slice(0, 4),
    ["项目资金（万元）", null, "年度资金总额：", null, 90],
    [null, null, "其中：财政拨款", null, fiscal],
    [null, null, "上级补助", null, above],
    [null, null, "其他资金", null, 10],
    ...rows.slice(7),
  ];
  expect(amountsOf(form(50, 30)).map(([, , parent]) => parent)).toEqual([null, 0, 0, 0]);
  expect(amountsOf(form(80, 30)).map(([, , parent]) => parent)).toEqual([null, 0, 1, 0]);
});

test("amounts beside their labels, several in a row, are told apart from the heading of a list of tasks", () => {
  const rows: Drawn[][] = [
    ["部门整体支出绩效目标申报表"],
    ["2026年度", null, null, null, null, "单位：万元"],
    ["部门名称", "某区农业局"],
    ["预算资金总额", 100, "按支出性质", "基本支出", 60],
    [null, null, null, "项目支出", 40],
    ["按资金来源", "一般公共预算（含结转）", 90, "政府性基金预算", 10],
    ["年度主要任务", "任务内容", "任务对应项目", "预算金额"],
    [null, "完成甲", "甲", 40],
    ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "计量单位"],
    ["产出指标", "数量指标", "面积", "≥", 5, "亩"],
  ];
  const workbook = drawn(rows, ["A4:A5", "B4:B5", "C4:C5", "A7:A8"]);
  const section = readAll(workbook, "overall-performance-target")[0]!.sections[0]!;
  expect(
    section.lines.map((line) => [
      line.roles[0],
      addressOf(workbook, figureCell(section, line, 0)).address,
      line.parent,
      line.part,
    ]),
  ).toEqual([
    ["total", "B4", null, "sum"],
    ["basic", "E4", null, "sum"],
    ["project", "E5", null, "sum"],
    ["general-public", "C6", 0, "sum"],
    ["government-fund", "E6", 0, "sum"],
  ]);
});
